import { z } from 'zod';
import { Confidences, Doubts } from './doubt.ts';
import { Source } from './location.ts';

/** `income` 收入构成 · `expenditure` 支出构成 · `projects` 项目支出情况 · `funding` 项目资金 · `base_data` 经费控制情况 · `staff` 人员情况 · `budget` 预算/决算表. */
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

/** What a figure measures: `current` 当年 · `prior` 近两年 · `total_budget` 项目总额 · `initial_budget` 年初预算数 · `annual_budget` 全年预算数 · `executed` 全年执行数 · `budget` 预算数 · `final` 决算数 · `count` 人数 · `arrived` 到位数 · `adjustment` 预算调整数 · `balance` 结余 · `rate` 执行率, 控制率, 增长率. */
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

/** A figure that an amount is worked out from, in a column beside it: 数量, 单价, 月数. */
export const Factor = z.object({
  /** `price` 单价, 标准, 定额, and what a rate is of · `rate` 年利率 in per cent · `count` 数量, 人数, 月数, 次数. */
  role: z.enum(['price', 'rate', 'count']),
  /** The head of its column as printed. */
  label: z.string(),
  /** As printed. */
  value: z.number(),
  /** The cell as printed. */
  raw: z.string(),
  /** As printed beside the value, in its head or in a column of units; null where none is. */
  unit: z.string().nullable(),
});
export type Factor = z.infer<typeof Factor>;

/** One money or head-count figure. */
export const Amount = z.object({
  /** Stable, derived from the filing and the position. */
  amount_id: z.string(),
  /** The filing that it stands in. */
  filing_id: z.string(),
  /** The document that it stands in. */
  document_id: z.string(),
  /** From 0, in reading order. */
  ordinal: z.int().min(0),
  /** The part of the form. */
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
  /** What it measures. */
  measure: Measure,
  /** The column's header path as printed, joined by ` / `. */
  column_label: z.string().nullable(),
  /** Funding-source column of budget tables. */
  fund: z.string().nullable(),
  /** Functional or economic classification code, joined. */
  code: z.string().nullable(),
  /** Where the column says so or the filing gives it. */
  year: z.int().nullable(),
  /** As printed; null where the cell is blank or not a number (`raw` says what stands there). */
  value: z.number().nullable(),
  /** The cell as printed. */
  raw: z.string(),
  /** As printed beside the value, in its column or for the table; 人 for a head count without one. */
  unit: z.string().nullable(),
  /** 元 or persons. */
  base_value: z.number().nullable(),
  /** Printed 占比 in per cent. */
  share: z.number().nullable(),
  /** The share as printed. */
  share_raw: z.string().nullable(),
  /** The figures that it is the product of, left to right, a price among them; their cells are `factor0`, `factor1` … of `source`. Absent where the table prints none. */
  factors: z.array(Factor).optional(),
  /** The labels of its parts whose cells are left blank, the first 20: its list of parts is whole, and what they stand for is not printed. Absent where it has none. */
  blank_parts: z.array(z.string()).min(1).max(20).optional(),
  /** The number of its column, where the row of numbers says of some column what it is worked out from: 4 of 4=1+2-3. */
  column_number: z.string().optional(),
  /** What that row says that its column is worked out from: 1+2-3. */
  column_formula: z.string().optional(),
  /** The project that it belongs to, else null. */
  project: z.string().nullable(),
  /** Excel: the formula behind the value, without its equals sign; absent where the value was typed in. */
  formula: z.string().optional(),
  /** The fields whose cells were read with doubt, by field name; absent where none was. */
  doubts: Doubts,
  /** The confidence of every field whose cell is not certain, by field name; absent where all are. */
  confidences: Confidences,
  /** The cell of every field. */
  source: Source,
  /** 0 to 1: of the less sure of its name and figure; 1 where digital text and drawn lines leave no doubt. */
  confidence: z.number().min(0).max(1),
});
export type Amount = z.infer<typeof Amount>;
