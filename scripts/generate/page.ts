/** A cell before any format: text as a reader sees it, and what a workbook would store behind it. */
export interface SpanCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Stored number behind the text in a workbook (0.998 behind 99.8%). */
  number?: number;
  /** Its number format, `0.0%`; General where absent. */
  format?: string;
  align?: 'left' | 'right';
  /** Printed one character a line. */
  vertical?: boolean;
  bold?: boolean;
}

export interface SpanGrid {
  kind: 'grid';
  rows: number;
  columns: number;
  cells: SpanCell[];
  /** Relative widths of the columns. */
  widths: number[];
  /** Rows to be repeated on every page, counted from the top; 0 for none. */
  headerRows: number;
}

export interface Line {
  kind: 'paragraph';
  role: 'title' | 'caption' | 'heading' | 'body' | 'note';
  text: string;
}

export type PageBlock = SpanGrid | Line;

/** What goes on one sheet of a workbook, or begins on a new page of a document. */
export interface Section {
  name: string;
  blocks: PageBlock[];
  landscape?: boolean;
}

export const line = (role: Line['role'], text: string): Line => ({ kind: 'paragraph', role, text });
