import type { Indicator } from '../../../../schemas/index.ts';
import type { IndicatorRole } from '../../lexicon/indicator-columns.ts';

/** A column of an indicator table: the grid columns under one head. */
export interface IndicatorColumn {
  role: IndicatorRole | null;
  first: number;
  end: number;
  /** Heads from the top, folded. */
  path: string[];
  /** The lowest head as printed. */
  text: string;
}

/** The head of an indicator table: its rows and what its columns hold. */
export interface IndicatorHeader {
  first: number;
  end: number;
  /** First grid column of the table; what stands left of it is a side label. */
  left: number;
  columns: IndicatorColumn[];
  /** Every text of the head, folded. */
  heads: Set<string>;
}

/** Columns left of the levels that say whose the rows are, in tables with many projects one below the other. */
export interface LeadingColumns {
  project: Span | null;
  organisation: Span | null;
  supervisor: Span | null;
  project_code: Span | null;
  execution_rate: Span | null;
  goal: Span | null;
  year: Span | null;
  /** Unlabelled or side columns whose cells may name the section: 长期绩效指标. */
  side: Span[];
  /** Money of the project: 预算金额, 资金总额. */
  money: Span[];
}

export type Section = Indicator['section'];

/** A span of grid columns that is read as one column. */
export interface Span {
  first: number;
  end: number;
  /** The head as printed, and all heads above it folded. */
  text: string;
  path: string;
}

/** One table of a header; two where a long-term and an annual half stand side by side. */
export interface Half {
  section: Section | null;
  levels: [Span | null, Span | null, Span | null];
  /** The third levels where the fourth names the indicators: in a row whose fourth says nothing they do. */
  third?: Span;
  /** Columns of points that stand behind the first and the second level. */
  levelWeights: [Span | null, Span | null];
  /** Columns of scores that stand behind them. */
  levelScores: [Span | null, Span | null];
  spans: Map<IndicatorRole, Span[]>;
  /** Columns that no role explains: they are kept as remarks. */
  unknown: Span[];
}

export interface IndicatorColumns {
  halves: Half[];
  leading: LeadingColumns;
}
