import { z } from 'zod';
import { Confidences, Doubts } from './doubt.ts';
import { Source } from './location.ts';
import { PriorQuantity, Quantity } from './quantity.ts';

/** `long_term` 长期目标 · `annual` 年度目标 · `evaluation` self-evaluation tables and scoring frameworks. */
export const IndicatorSection = z.enum(['long_term', 'annual', 'evaluation']);

/** A score in a column beside that of the row: of an expert, of a review. */
export const OtherScore = z.object({
  /** The head of its column as printed: 专家一, 复核得分. */
  label: z.string(),
  /** As printed. */
  value: z.number(),
});
export type OtherScore = z.infer<typeof OtherScore>;

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
  /** What the first level got, where its row or a column behind it prints a score of its own; absent where none does. */
  level1_score: z.number().optional(),
  /** The same of the second level. */
  level2_score: z.number().optional(),
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
  /** What others gave the row, in columns of their own: 专家一 | 专家二, 复核得分; absent where the form has no such column or its cells are blank. */
  other_scores: z.array(OtherScore).optional(),
  /** 扣分: points taken off, as printed; absent where the form has no such column or its cell is blank. */
  deducted: z.number().optional(),
  /** 得分率 in per cent, also where its column prints bare figures or parts of one; absent where the form has no such column or its cell prints no rate. */
  score_rate: z.number().optional(),
  /** The rate of the score as printed. */
  score_rate_raw: z.string().optional(),
  /** 完成率 in per cent: the actual value of the target; absent where the form has no such column or its cell prints no rate. */
  completion_rate: z.number().optional(),
  /** The rate of completion as printed. */
  completion_rate_raw: z.string().optional(),
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
  /** 0 to 1: of the least sure of its names, target, actual, weight and score; 1 where digital text and drawn lines leave no doubt. */
  confidence: z.number().min(0).max(1),
});
export type Indicator = z.infer<typeof Indicator>;
