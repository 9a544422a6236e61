/** A row of a money table as its outline sees it. */
export interface OutlineRow {
  /** Folded name without marks. */
  name: string;
  /** Level of its list mark from 1 (一、), null where it has none. */
  mark: number | null;
  /** The number of that mark: 2 of 2.运行专项. */
  ordinal?: number | null;
  ofWhich: boolean;
  code: string | null;
  /** Whether that is the code of an office: what has none below it is the office's own. */
  ofOffice?: boolean;
  /** One of the rows that tell for what a subject is spent: the subjects are ranked without it. */
  detail?: boolean;
  /** Width of the blanks in front of the name in half-width characters, or columns that it stands further right than the first. */
  indent: number;
  total: boolean;
  /** Rank in a funding block: 0 total, 1 source, 2 part of a source; null elsewhere. */
  funding: number | null;
  /** Unit that a column of its own or the name says, where it is none of money: 亩; null for money. */
  unit: string | null;
}

export interface OutlinePlace {
  /** Index of the row that this one is part of; null at the top. */
  parent: number | null;
  depth: number;
}

export interface OpenLine {
  row: number;
  rank: number;
}
