import type { Amount, Filing, Indicator, TextRecord } from '../../../schemas/index.ts';
import type { Fact } from './fact.ts';

export type IndicatorField =
  | 'weight'
  | 'score'
  | 'converted_score'
  | 'deducted'
  | 'level1_weight'
  | 'level2_weight'
  | 'level1_score'
  | 'level2_score';
export type RateField = 'score_rate' | 'completion_rate';
export type QuantityField = 'target' | 'actual';
export type FilingField =
  | 'execution_weight'
  | 'execution_score'
  | 'execution_rate'
  | 'total_weight'
  | 'total_score';
/** Every number of a document as a fact, made when an edit first asks for it. */
export interface FactBook {
  readonly all: readonly Fact[];
  /** The figure of an amount; null where its cell is blank or no number. */
  amount(amount: Amount): Fact | null;
  /** Its printed 占比, in per cent. */
  share(amount: Amount): Fact | null;
  /** A figure that it is worked out from, by its index. */
  factor(amount: Amount, index: number): Fact | null;
  indicator(indicator: Indicator, field: IndicatorField): Fact | null;
  /** What others gave it, by its index. */
  otherScore(indicator: Indicator, index: number): Fact | null;
  /** What a row of totals prints below another column of points, by its index. */
  otherTotal(filing: Filing, index: number): Fact | null;
  /** Its printed 得分率 or 完成率, in per cent. */
  rate(indicator: Indicator, field: RateField): Fact | null;
  /** Target or actual value where it is a number; null where it is a range or a text. */
  quantity(indicator: Indicator, field: QuantityField): Fact | null;
  filing(filing: Filing, field: FilingField): Fact | null;
  /** A figure of a text, by its index; null where it is a range or only about right. */
  figure(text: TextRecord, index: number): Fact | null;
  /** The place of a figure that is not filled in; it takes part in no edit. */
  blank(filing: Filing, field: FilingField): Fact;
}
