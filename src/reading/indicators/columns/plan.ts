import type { Location } from '../../../../schemas/index.ts';
import type { Entry } from '../../table/cells.ts';
import type { LevelNames } from '../levels.ts';
import type { Half, Span } from './indicator-table.ts';
import type { Place } from './places.ts';
import type { RateScales } from './rate-columns.ts';
import type { Term } from './target-columns.ts';

/** A level that a row of its own names for the rows below it. */
export interface Group {
  entry: Entry | null;
  text: string;
  points: number | null;
  /** What it got, and where that stands. */
  score: { value: number; at: Location } | null;
}

/** The columns of a half, settled once for all its rows. */
export interface Plan {
  half: Half;
  levels: (row: number) => LevelNames;
  targets: readonly Span[];
  priors: readonly Span[];
  /** Villages or units of which every one has a value: 指标值 over 柳树村 | 枣林村. */
  scopes: readonly Place[];
  /** Places beside the value of them all: 全市指标值 | 东河区 | 西岭县. */
  areas: readonly Place[];
  /** 优 | 良 | 中 | 差 with the score of a row below the grade that it got. */
  graded: readonly Span[];
  /** A long-term and a yearly value of the same indicator: 实施期指标值 | 年度指标值. */
  terms: readonly Term[];
  /** The value column holds the names too: 三级指标及目标值. */
  joined: boolean;
  weight: Span | null;
  score: Span | null;
  /** Scores that others gave, a column each. */
  otherScores: readonly Span[];
  /** In what the columns of rates print their bare figures. */
  rates: RateScales;
  /** Columns that keep their text as it is, with the field they fill. */
  texts: readonly (readonly [TextField, Span])[];
  /** The goal beside the row, where a goal column holds several. */
  goalAt: (row: number) => { text: string; location: Location } | null;
  /** Columns that fill no field: they are kept as remarks. */
  remarks: readonly Span[];
  /** The first level that a row of its own names above its indicators: 投入指标 | 20. */
  group: Group;
  /** The same of the second level: （一）数量指标 across the table. */
  subgroup: Group;
  /** How many indicators stood above the last row that adds some up. */
  subtotal: { end: number };
  /** Rows that name such a level by their ordinals. */
  numbered: NumberedGroups;
}

export interface NumberedGroups {
  groups: ReadonlySet<number>;
  /** Groups within a group: A1 of A. */
  within: ReadonlySet<number>;
  /** Numbered as the groups are, with nothing below: 四、实施方案可行性 | 20 | 18 is an indicator that no level stands above. */
  alone: ReadonlySet<number>;
}

export type TextField = 'description' | 'basis' | 'category' | 'scoring_rule' | 'evidence' | 'deviation';
