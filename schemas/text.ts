import { z } from 'zod';
import { Source } from './location.ts';
import { Quantity } from './quantity.ts';

/** A figure read in a text: 基本支出416.14万元. */
export const TextFigure = Quantity.extend({
  /**
   * What the figure says of its item: `stated` its size · `change` by how much it differs (比上年增加12.3万元) · `growth` the
   * same in per cent (增长3.1%) · `share` its part of a whole in per cent (占81.26%) · `rate` how far it was carried out (执行率95%).
   */
  role: z.enum(['stated', 'change', 'growth', 'share', 'rate']),
  /** What the figure is said of: 基本支出. Null where the text does not name it. */
  item: z.string().nullable(),
  /** The year that it is said of; null where none is named. */
  year: z.int().nullable(),
  /** Offset of `raw` in the text, in UTF-16 units. */
  offset: z.int().min(0),
});
export type TextFigure = z.infer<typeof TextFigure>;

/**
 * What a text says that its figures have to do with one another. `from`, `to` and `base` are indexes in `figures`; null where the
 * text names no such figure, and then `base_item` and `base_year` tell what to look for in the tables. With values as scaled:
 * - `part_of`: `from` is one of the parts (其中) of `to`: from ≤ to, and the parts of one `to` add to no more than it.
 * - `sum_of`: the same where the text claims to list all parts (包括, 由…组成, 合计): the parts of one `to` add up to it.
 * - `change`: to − base = from, or base − to where `direction` is `down`.
 * - `growth`: (to − base) ÷ base = from, or minus from where `direction` is `down`. Without a `base`, a `change` of the same `to`
 *   and base_year implies it: base = to − change.
 * - `share_of`: to ÷ base = from.
 * - `rate_of`: to ÷ base = from, for 执行率 and its kin (`to` what was carried out, `base` what was planned).
 * - `equals`: from = base (与上年持平); `to` is null and `from` the figure it is said of.
 */
export const TextRelation = z.object({
  /** How the figures hang together. */
  kind: z.enum(['part_of', 'sum_of', 'change', 'growth', 'share_of', 'rate_of', 'equals']),
  /** Index of the figure that the relation starts from. */
  from: z.int().min(0),
  /** Index of the figure that it leads to. */
  to: z.int().min(0).nullable(),
  /** Index of the figure that it is measured against. */
  base: z.int().min(0).nullable(),
  /** What the text compares with, as printed: 预算执行数 in 比2022年预算执行数增加. */
  base_item: z.string().nullable(),
  /** Year of what it is measured against. */
  base_year: z.int().nullable(),
  /** The word of a change; null where the text says none. */
  direction: z.enum(['up', 'down']).nullable(),
  /** The words that say it: 占基本支出的, 比上年增加, 其中. */
  text: z.string(),
});
export type TextRelation = z.infer<typeof TextRelation>;

/** A goal, a task, a note or a sentence of prose, with the figures in it. */
export const TextRecord = z.object({
  /** Stable, derived from the document and the place in it. */
  text_id: z.string(),
  /** The document that it stands in. */
  document_id: z.string(),
  /** The filing that it stands in; null for prose outside every form. */
  filing_id: z.string().nullable(),
  /** Label beside it as printed (年度目标1), or the kind of prose. */
  role: z.enum([
    'goal',
    'task',
    'function',
    'note',
    'explanation',
    'achievement',
    'prose',
    'heading',
    'other',
  ]),
  /** Label beside it as printed (年度目标1). */
  label: z.string().nullable(),
  /** As printed. */
  text: z.string(),
  /** The figures read in it. */
  figures: z.array(TextFigure),
  /** How its figures hang together. */
  relations: z.array(TextRelation),
  /** 0 to 1: of the least sure of its lines; absent where all are certain. */
  confidence: z.number().min(0).max(1).optional(),
  /** Where it stands. */
  source: Source,
});
export type TextRecord = z.infer<typeof TextRecord>;
