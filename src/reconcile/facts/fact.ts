import type { Location } from '../../../schemas/index.ts';
import { foldSigns } from '../../values/index.ts';
import type { Exact } from './exact.ts';

export type FactField =
  | 'value'
  | 'share'
  | 'factor'
  | 'weight'
  | 'score'
  | 'converted_score'
  | 'deducted'
  | 'other_score'
  | 'other_total'
  | 'score_rate'
  | 'completion_rate'
  | 'target'
  | 'upper'
  | 'actual'
  | 'level1_weight'
  | 'level2_weight'
  | 'level1_score'
  | 'level2_score'
  | 'execution_weight'
  | 'execution_score'
  | 'execution_rate'
  | 'total_weight'
  | 'total_score'
  | 'figure';

/** A number of a filing that takes part in reconciliation. */
export interface Fact {
  /** Position in the book; the order of creation, which is the order of the records. */
  index: number;
  /** What it is, without its place: survives another layout and another format. */
  key: string;
  filingId: string | null;
  documentId: string;
  field: FactField;
  /** Its name for people: 财政拨款 2024. */
  label: string;
  /** The head of its column, where it stands in a table of money. */
  head?: string;
  /** As printed. */
  text: string;
  /** As printed, in the unit printed. */
  value: Exact;
  printed: number;
  /** Decimals of its column. */
  places: number;
  /** Half a unit in the last place of its column; 0 where the figure is exact by nature (persons, points, 元 with 分). */
  half: Exact;
  /** One unit in the last place printed, for what a correction would print. */
  step: Exact;
  unit: string | null;
  /** 元 in a unit of money, persons in 万人: an edit scales its terms by it. */
  factor: bigint;
  /** `grid|column`, or a place of its own where the figure stands in no table. */
  column: string;
  /** The table whose rounding regime it shares. */
  table: string;
  source: Location;
  /** 0 to 1: 1 for digital text. */
  confidence: number;
  /** It was read in two ways, and nothing has settled which is right. */
  unsettled?: true;
  /** Excel: the formula behind it, without its equals sign. */
  formula?: string;
  /** Corrected in a trial: no second correction is looked for in it. */
  settled?: true;
}

/** A fact that reads otherwise, for a trial. Its key is no field of its own, and is named so that it comes along. */
export function revised(fact: Fact, change: Partial<Fact>): Fact {
  return { ...fact, key: fact.key, ...change };
}

/** A figure as printed, with its unit where the print has none. */
export function printWithUnit({ text, unit }: Pick<Fact, 'text' | 'unit'>): string {
  return unit === null || foldSigns(text).includes(unit) ? text : `${text}${unit}`;
}
