import { z } from 'zod';

/** How the value bounds what is wanted. */
export const Operator = z.enum(['=', '>=', '<=', '>', '<']);
export type Operator = z.infer<typeof Operator>;

/**
 * What a value cell says. `raw` is as printed (full-width signs kept); the rest is folded.
 * `number` 95 · `range` 1--1.2万人 (value and upper) · `text` words, a period, a date, figures mixed with words ·
 * `blank` empty, 无, —, -, /, ……
 */
export const Quantity = z.object({
  /** As printed, full-width signs kept. */
  raw: z.string(),
  /** What sort of value. */
  kind: z.enum(['number', 'range', 'text', 'blank']),
  /** `=` where a number prints none. Null for ranges, texts and blanks, except `<=` for the last date allowed: 9月前. */
  op: Operator.nullable(),
  /** As printed: 17.5 for 17.5万人; lower end of a range. */
  value: z.number().nullable(),
  /** Upper end of a range. */
  upper: z.number().nullable(),
  /** As printed beside the value or in a column of its own: %, 万元, 万人, 元/人/月. */
  unit: z.string().nullable(),
  /** Scaled to the base unit: 17.5 万人 → 175000, 95 % → 0.95. */
  base_value: z.number().nullable(),
  /** 元, 人, 1 (for rates), 元/人/月 …; null where the unit is null. */
  base_unit: z.string().nullable(),
});
export type Quantity = z.infer<typeof Quantity>;

/** A quantity of an earlier year. */
export const PriorQuantity = Quantity.extend({
  /** The year that it is of; null where the form does not tell. */
  year: z.int().nullable(),
});
export type PriorQuantity = z.infer<typeof PriorQuantity>;
