import type { Location, Measure } from '../../../schemas/index.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import type { Table } from '../table/table.ts';

/** A labelled value: 项目名称 | 农村公路, 预算年度：2023. */
export interface Field {
  role: FieldRole;
  /** As printed. */
  label: string;
  value: string;
  at: Location;
  row: number | null;
  /** Index of the value's cell; null for a paragraph. */
  cell: number | null;
}

/** A labelled figure of the funds: 年度预算总额： | 500. */
export interface FundingField {
  label: string;
  key: string;
  rank: number;
  /** The text of the figure; may be blank. */
  value: string;
  at: Location;
  labelAt: Location;
  table: Table;
  row: number;
  column: number;
  confidence: number;
  /** A sum whose name no list knows: what stands below it is a part of it only where that says so. */
  alone?: true;
  /** The stage of the budget that a label of its own names in front of the figure. */
  stage?: Measure;
  /** What the figure is of the whole, where a share stands behind it: 960 | 占比90.57%. */
  share?: { text: string; at: Location };
}

/** A row that adds up points below a table: 总分 | 100 | 96. */
export interface TotalField {
  table: Table;
  row: number;
}

/** Indicators written as running text in one cell. */
export interface WrittenIndicators {
  text: string;
  /** The first level where a label beside the cell names it: 产出指标 | 数量指标：…; null where the text does. */
  level1: string | null;
  /** The second level beside the text; absent where the text names its own. */
  level2?: string;
  at: Location;
  confidence: number;
}

export interface FieldReading {
  fields: Field[];
  funding: FundingField[];
  totals: TotalField[];
  written: WrittenIndicators[];
}
