import type { Location, Paragraph } from '../../schemas/index.ts';
import type { IndicatorColumns, IndicatorHeader, Section } from './indicators/columns/indicator-table.ts';
import type { MoneyHeader } from './money/columns/money-table.ts';
import type { Table } from './table/table.ts';

/** Rows of a grid. */
export interface Strip {
  table: Table;
  first: number;
  end: number;
  /** The head that the rows stand under where it is not among them: of one project of a table with many. */
  under?: { table: Table; header: IndicatorHeader };
}

/** A paragraph and its place among the blocks. */
export interface Line {
  block: number;
  paragraph: Paragraph;
}

/** One filled-in form: its title, what is printed around its grids, and its rows. */
export interface Form {
  title: string | null;
  titleAt: Location | null;
  /** Lines above and between the grids: 单位：万元, （2023年度）. */
  captions: Line[];
  /** Lines below: 备注, 填表人. */
  notes: Line[];
  strips: Strip[];
  /** The unit whose projects follow, where it stands in a row of its own above them. */
  heading?: { text: string; at: Location };
}

/** Rows that hold indicators under a header. */
export interface IndicatorRegion extends Strip {
  kind: 'indicators';
  header: IndicatorHeader;
  /** Where the header stands: on an earlier grid where this one goes on without. */
  headerTable: Table;
  columns: IndicatorColumns;
  /** Rows of the body that say nothing of their own: heads that repeat. */
  skipped: Set<number>;
  /** Rows whose cells moved: what their blanks were is not known, and they give no record. */
  moved: Set<number>;
  /** The row right above the head that names what its first rows are, across the table; null where none does. */
  opening: number | null;
  /** Rows that add up the points: 总分, or a last row with nothing but a score. */
  totals: number[];
  /** What the label beside the table says: 长期绩效指标; folded, empty where there is none. */
  side: string;
  /** The region that this one goes on with where the page ended between them. */
  continues: IndicatorRegion | null;
  /** Section by the labels left of the levels, row by row. */
  sectionAt: (row: number) => Section | null;
}

/** Rows that hold figures under a header. */
export interface MoneyRegion extends Strip {
  kind: 'money';
  header: MoneyHeader;
  /** Where the header stands: on an earlier grid where this one goes on without. */
  headerTable: Table;
  /** What the label beside the table says, folded and as printed; empty where there is none. */
  side: string;
  sideText: string;
  /** The label beside the row of figures above heads the names of these rows, which are parts of that row. */
  corner?: true;
}

/** Rows of labels with their values beside, below or behind a colon. */
export interface FieldRegion extends Strip {
  kind: 'fields';
}

/** Questions with how many gave each answer. */
export interface SurveyRegion extends Strip {
  kind: 'survey';
  /** The first row below the heads. */
  body: number;
  /** Column of the questions. */
  question: number;
  answers: readonly Answer[];
  /** Columns of how many answered and of how satisfied they are. */
  total: number | null;
  rate: number | null;
  /** The heads of the columns, as printed. */
  heads: ReadonlyMap<number, string>;
}

export type Region = IndicatorRegion | MoneyRegion | FieldRegion | SurveyRegion;

/** An answer that could be given, with the columns of how many gave it and of their share. */
export interface Answer {
  text: string;
  count: number | null;
  share: number | null;
  head: number;
}
