import { z } from 'zod';
import { Issue } from './issue.ts';
import { Source } from './location.ts';
import { PriorQuantity, Quantity } from './quantity.ts';
import { Format } from './source-document.ts';

/** A file as it arrived. `ok` with an error inside cannot be written: see {@link DocumentRecord}. */
const DocumentBase = z.object({
  /** SHA-256 of the bytes, hex. */
  document_id: z.string().regex(/^[0-9a-f]{64}$/),
  /** As given; for an entry of an archive `archive.zip!/entry`. */
  path: z.string(),
  bytes: z.int().min(0),
  format: Format,
  /** Pages or sheets. */
  pages: z.int().min(0),
  ocr_pages: z.int().min(0),
  /** Count of filings. */
  filings: z.int().min(0),
  warnings: z.array(Issue),
});
const NoError = { error: z.null() };
const WithError = { error: Issue };
export const DocumentRecord = z.discriminatedUnion('status', [
  DocumentBase.extend({ status: z.literal('ok'), ...NoError }),
  DocumentBase.extend({ status: z.literal('partial'), ...NoError }),
  DocumentBase.extend({ status: z.literal('failed'), ...WithError }),
  DocumentBase.extend({ status: z.literal('unsupported'), ...WithError }),
]);
export type DocumentRecord = z.infer<typeof DocumentRecord>;

export const FormType = z.enum([
  'department_targets',
  'project_targets',
  'project_self_evaluation',
  'department_self_evaluation',
  'scoring_framework',
  'base_data',
  'budget_table',
  'allocation_table',
  'unknown',
]);
export type FormType = z.infer<typeof FormType>;

export const MoneyUnit = z.enum(['元', '万元', '亿元', '千元', '百万元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

/** One filled-in form with its own title and at least one grid. */
export const Filing = z.object({
  filing_id: z.string(),
  document_id: z.string(),
  /** From 0, in reading order. */
  ordinal: z.int().min(0),
  form_type: FormType,
  /** As printed, of the form and not of the file. */
  title: z.string().nullable(),
  /** 部门（单位）名称, 预算单位, 实施单位, 填报单位 …; a printed code stays in it. Never 主管部门. */
  organisation: z.string().nullable(),
  organisation_code: z.string().nullable(),
  /** 主管部门. */
  supervisor: z.string().nullable(),
  /** The budget year that the figures are for. */
  year: z.int().nullable(),
  project: z.string().nullable(),
  project_code: z.string().nullable(),
  /** ISO date. */
  filed_on: z.string().nullable(),
  money_unit: MoneyUnit.nullable(),
  /** Points of the 预算执行 row; null where not printed. */
  execution_weight: z.number().nullable(),
  execution_score: z.number().nullable(),
  /** Per cent as printed in the 预算执行 row. */
  execution_rate: z.number().nullable(),
  /** The row 总分 / 合计: points and self score. */
  total_weight: z.number().nullable(),
  total_score: z.number().nullable(),
  /** Masked unless asked for. */
  contacts: z.array(
    z.object({ role: z.string(), name: z.string().nullable(), phone: z.string().nullable() }),
  ),
  /** Fields taken from the other forms of the document because this one does not print them. */
  inferred: z.array(z.string()),
  /** Indexes of the grids of the document that the form stands in. */
  grids: z.array(z.int().min(0)),
  /**
   * Whether the form has a place for the weight of 预算执行率, filled or not: decides whether weights are to sum to 100 or may to 90.
   */
  has_execution_weight_field: z.boolean(),
  /** How much of the filled cells a role explains, 0 to 1. */
  coverage: z.number().min(0).max(1),
  source: Source,
  confidence: z.number().min(0).max(1),
});
export type Filing = z.infer<typeof Filing>;

export const IndicatorSection = z.enum(['long_term', 'annual', 'evaluation']);

/** One performance indicator. Texts as printed; null: the form has no such field. */
export const Indicator = z.object({
  indicator_id: z.string(),
  filing_id: z.string(),
  document_id: z.string(),
  ordinal: z.int().min(0),
  section: IndicatorSection,
  goal: z.string().nullable(),
  level1: z.string().nullable(),
  level2: z.string().nullable(),
  /** "" where the row has a value and no name. */
  level3: z.string().nullable(),
  /** Points printed in the level's name: 投入（20分） → 20. */
  level1_weight: z.number().nullable(),
  level2_weight: z.number().nullable(),
  target: Quantity.nullable(),
  actual: Quantity.nullable(),
  prior: z.array(PriorQuantity),
  /** Points of the indicator; a cell shared by several belongs to the first. */
  weight: z.number().nullable(),
  score: z.number().nullable(),
  converted_score: z.number().nullable(),
  description: z.string().nullable(),
  basis: z.string().nullable(),
  category: z.string().nullable(),
  scoring_rule: z.string().nullable(),
  evidence: z.string().nullable(),
  deviation: z.string().nullable(),
  remark: z.string().nullable(),
  source: Source,
  confidence: z.number().min(0).max(1),
});
export type Indicator = z.infer<typeof Indicator>;

export const AmountSection = z.enum([
  'income',
  'expenditure',
  'projects',
  'funding',
  'base_data',
  'staff',
  'budget',
]);
export type AmountSection = z.infer<typeof AmountSection>;

export const Measure = z.enum([
  'current',
  'prior',
  'total_budget',
  'initial_budget',
  'annual_budget',
  'executed',
  'budget',
  'final',
  'count',
  'arrived',
  'adjustment',
  'balance',
  'rate',
]);
export type Measure = z.infer<typeof Measure>;

/** One money or head-count figure. */
export const Amount = z.object({
  amount_id: z.string(),
  filing_id: z.string(),
  document_id: z.string(),
  ordinal: z.int().min(0),
  section: AmountSection,
  /** Without list marks (1、 其中： trailing ：). */
  item: z.string(),
  /** The item it is part of. */
  parent: z.string().nullable(),
  /** `amount_id` of the figure in the same column that this one is part of; null at the top. */
  parent_id: z.string().nullable(),
  /** `total` a 合计 of its table or block · `part` · `item` stands alone or at the top. */
  role: z.enum(['total', 'part', 'item']),
  /** Depth of the item in its table from 0: list marks, codes, indentation. */
  depth: z.int().min(0),
  /** The text of the item as printed, with its mark. */
  label: z.string(),
  measure: Measure,
  /** The column's header path as printed, joined by ` / `. */
  column_label: z.string().nullable(),
  /** Funding-source column of budget tables. */
  fund: z.string().nullable(),
  /** Functional or economic classification code, joined. */
  code: z.string().nullable(),
  year: z.int().nullable(),
  /** As printed; null where the cell is blank or not a number (`raw` says what stands there). */
  value: z.number().nullable(),
  raw: z.string(),
  unit: z.string().nullable(),
  /** 元 or persons. */
  base_value: z.number().nullable(),
  /** Printed 占比 in per cent. */
  share: z.number().nullable(),
  share_raw: z.string().nullable(),
  project: z.string().nullable(),
  source: Source,
  confidence: z.number().min(0).max(1),
});
export type Amount = z.infer<typeof Amount>;

/** A figure read in a text: 基本支出416.14万元. */
export const TextFigure = Quantity.extend({
  /**
   * What the figure says of its item: `stated` its size · `change` by how much it differs (比上年增加12.3万元) · `growth` the
   * same in per cent (增长3.1%) · `share` its part of a whole in per cent (占81.26%) · `rate` how far it was carried out (执行率95%).
   */
  role: z.enum(['stated', 'change', 'growth', 'share', 'rate']),
  /** What the figure is said of: 基本支出. Null where the text does not name it. */
  item: z.string().nullable(),
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
  kind: z.enum(['part_of', 'sum_of', 'change', 'growth', 'share_of', 'rate_of', 'equals']),
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
  base: z.int().min(0).nullable(),
  /** What the text compares with, as printed: 预算执行数 in 比2022年预算执行数增加. */
  base_item: z.string().nullable(),
  base_year: z.int().nullable(),
  /** The word of a change; null where the text says none. */
  direction: z.enum(['up', 'down']).nullable(),
  /** The words that say it: 占基本支出的, 比上年增加, 其中. */
  text: z.string(),
});
export type TextRelation = z.infer<typeof TextRelation>;

/** A goal, a task, a note or a sentence of prose, with the figures in it. */
export const TextRecord = z.object({
  text_id: z.string(),
  document_id: z.string(),
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
  label: z.string().nullable(),
  text: z.string(),
  figures: z.array(TextFigure),
  relations: z.array(TextRelation),
  source: Source,
});
export type TextRecord = z.infer<typeof TextRecord>;
