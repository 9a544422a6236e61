import { z } from 'zod';
import { Issue } from './issue.ts';
import { Source } from './location.ts';
import { PriorQuantity, Quantity } from './quantity.ts';
import { Format, Reading, Settlement } from './source-document.ts';

/** A file as it arrived. `ok` with an error inside cannot be written: see {@link DocumentRecord}. */
const DocumentBase = z.object({
  /** SHA-256 of the bytes, hex. */
  document_id: z.string().regex(/^[0-9a-f]{64}$/),
  /** As given; for an entry of an archive `archive.zip!/entry`. */
  path: z.string(),
  /** Size of the file, in bytes. */
  bytes: z.int().min(0),
  /** By content, never by extension alone. */
  format: Format,
  /** Pages or sheets. */
  pages: z.int().min(0),
  /** Count of scanned pages that were recognised. */
  ocr_pages: z.int().min(0),
  /** Count of filings. */
  filings: z.int().min(0),
  /** What could not be read, was read in part, or was read though hidden. */
  warnings: z.array(Issue),
  /** How far it could be read. */
  status: z.enum(['ok', 'partial', 'failed', 'unsupported']),
  /** Why there is nothing usable; null where there is. */
  error: Issue.nullable(),
});
const NoError = { error: z.null() };
const WithError = { error: Issue };
/** A file as it arrived: `ok` · `partial` some part could not be read, `warnings` says which · `failed` nothing usable, `error` says why · `unsupported` known, without a reader. */
export const DocumentRecord = z.discriminatedUnion('status', [
  DocumentBase.extend({ status: z.literal('ok'), ...NoError }),
  DocumentBase.extend({ status: z.literal('partial'), ...NoError }),
  DocumentBase.extend({ status: z.literal('failed'), ...WithError }),
  DocumentBase.extend({ status: z.literal('unsupported'), ...WithError }),
]);
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/** The family of a form, by its labels. */
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

/** Unit of the money cells of a form. */
export const MoneyUnit = z.enum(['元', '万元', '亿元', '千元', '百万元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

/** A field whose cell was not read for sure. */
export const Doubt = z.object({
  /** What the cell was taken to read, as in the record. */
  text: z.string(),
  /** Why it is doubtful. */
  reason: z.string(),
  /** What else the cell may read; empty where there is no other reading. */
  alternatives: z.array(Reading),
  /** What settled it; absent where it is still open. */
  settled: Settlement.optional(),
});
export type Doubt = z.infer<typeof Doubt>;

const Doubts = z.record(z.string(), Doubt).optional();
const Confidences = z.record(z.string(), z.number().min(0).max(1)).optional();

/** One filled-in form with its own title and at least one grid. */
export const Filing = z.object({
  /** Stable, derived from the document and the place in it. */
  filing_id: z.string(),
  /** The document that it stands in. */
  document_id: z.string(),
  /** From 0, in reading order. */
  ordinal: z.int().min(0),
  /** The family of the form. */
  form_type: FormType,
  /** As printed, of the form and not of the file. */
  title: z.string().nullable(),
  /** 部门（单位）名称, 预算单位, 实施单位, 填报单位 …; a printed code stays in it. Never 主管部门. */
  organisation: z.string().nullable(),
  /** Code printed in front of the name: 203001-…, [015001]…. */
  organisation_code: z.string().nullable(),
  /** 主管部门. */
  supervisor: z.string().nullable(),
  /** The budget year that the figures are for. */
  year: z.int().nullable(),
  /** 项目名称 without its code; null where the form is of a whole unit. */
  project: z.string().nullable(),
  /** The code of the project. */
  project_code: z.string().nullable(),
  /** ISO date. */
  filed_on: z.string().nullable(),
  /** As printed in a caption, a label or the cells; null where none is, never assumed. */
  money_unit: MoneyUnit.nullable(),
  /** Points of the 预算执行 row; null where not printed. */
  execution_weight: z.number().nullable(),
  /** 得分 of the 预算执行 row. */
  execution_score: z.number().nullable(),
  /** Per cent as printed in the 预算执行 row. */
  execution_rate: z.number().nullable(),
  /** The row 总分 / 合计: points and self score. */
  total_weight: z.number().nullable(),
  /** Self score of the row 总分 / 合计. */
  total_score: z.number().nullable(),
  /** Masked unless asked for. */
  contacts: z.array(
    z.object({
      /** As printed: 填报人, 联系电话, 项目负责人 … */
      role: z.string(),
      /** Name of the person. */
      name: z.string().nullable(),
      /** Telephone number. */
      phone: z.string().nullable(),
    }),
  ),
  /** Fields taken from the other forms of the document because this one does not print them. */
  inferred: z.array(z.string()),
  /** Indexes of the grids of the document that the form stands in. */
  grids: z.array(z.int().min(0)),
  /**
   * Whether the form has a place for the weight of 预算执行率, filled or not: decides whether weights are to sum to 100 or may to 90.
   */
  has_execution_weight_field: z.boolean(),
  /** Rows of indicator tables that hold neither a name nor a value: they give no indicator. Levels as printed, without points. */
  placeholders: z
    .array(
      z.object({
        /** First level as printed, without points. */
        level1: z.string().nullable(),
        /** Second level as printed, without points. */
        level2: z.string().nullable(),
        source: Source,
      }),
    )
    .optional(),
  /** How much of the filled cells a role explains, 0 to 1. */
  coverage: z.number().min(0).max(1),
  /** The fields whose cells were read with doubt, by field name; absent where none was. */
  doubts: Doubts,
  /** The confidence of every field whose cell is not certain, by field name; absent where all are. */
  confidences: Confidences,
  /** The cell of every field. */
  source: Source,
  /** 0 to 1: 1 for digital text. */
  confidence: z.number().min(0).max(1),
});
export type Filing = z.infer<typeof Filing>;

/** `long_term` 长期目标 · `annual` 年度目标 · `evaluation` self-evaluation tables and scoring frameworks. */
export const IndicatorSection = z.enum(['long_term', 'annual', 'evaluation']);

/** One performance indicator. Texts as printed; null: the form has no such field. */
export const Indicator = z.object({
  /** Stable, derived from the filing and the position. */
  indicator_id: z.string(),
  /** The filing that it stands in. */
  filing_id: z.string(),
  /** The document that it stands in. */
  document_id: z.string(),
  /** From 0, in reading order. */
  ordinal: z.int().min(0),
  /** The part of the form. */
  section: IndicatorSection,
  /** The goal that heads the indicator table, where a form has several. */
  goal: z.string().nullable(),
  /** 一级指标, without the points in brackets. */
  level1: z.string().nullable(),
  /** 二级指标, without the points in brackets. */
  level2: z.string().nullable(),
  /** "" where the row has a value and no name. */
  level3: z.string().nullable(),
  /** Points printed in the level's name: 投入（20分） → 20. */
  level1_weight: z.number().nullable(),
  /** Points printed in the name of the 二级指标. */
  level2_weight: z.number().nullable(),
  /** The village, unit or project that the value is for, where a form has a value for each of several; absent where it has one. */
  scope: z.string().optional(),
  /** 指标值 of the current year. */
  target: Quantity.nullable(),
  /** 实际完成值. */
  actual: Quantity.nullable(),
  /** Values of earlier years. */
  prior: z.array(PriorQuantity),
  /** Points of the indicator; a cell shared by several belongs to the first. */
  weight: z.number().nullable(),
  /** 得分 / 自评分, as given. */
  score: z.number().nullable(),
  /** 折算得分. */
  converted_score: z.number().nullable(),
  /** 指标说明 / 指标解释. */
  description: z.string().nullable(),
  /** 指标值确定依据 / 绩效标准. */
  basis: z.string().nullable(),
  /** 指标分类. */
  category: z.string().nullable(),
  /** 评分标准 / 赋分规则. */
  scoring_rule: z.string().nullable(),
  /** 佐证资料. */
  evidence: z.string().nullable(),
  /** 偏差原因. */
  deviation: z.string().nullable(),
  /** 备注. */
  remark: z.string().nullable(),
  /** The fields whose cells were read with doubt, by field name; absent where none was. */
  doubts: Doubts,
  /** The confidence of every field whose cell is not certain, by field name; absent where all are. */
  confidences: Confidences,
  /** The cell of every field. */
  source: Source,
  /** 0 to 1: 1 for digital text. */
  confidence: z.number().min(0).max(1),
});
export type Indicator = z.infer<typeof Indicator>;

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
  /** 0 to 1: 1 for digital text. */
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
  /** Where it stands. */
  source: Source,
});
export type TextRecord = z.infer<typeof TextRecord>;
