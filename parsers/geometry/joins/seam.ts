import type { LogicalCell } from './logical-grid.ts';

/** A cell at the end of one page and the cell under it at the head of the next, of the same columns. */
export interface CellPair {
  above: LogicalCell;
  below: LogicalCell;
  /** No line closes the one at the page end, or opens the other on the next page. */
  open: boolean;
  /** The widest line of their columns where no line draws the sides of these, in points; else without bound. */
  room: number;
}

/** What becomes of the seam between two parts of a grid. */
export interface Seam {
  /** The last row of one part and the first of the next are one row that the page end cut. */
  rowCut: boolean;
  /** Pairs that are one cell. */
  joined: CellPair[];
  /** Why the cells of one row each at the seam are doubtful, where it cannot be told whether a row was cut. */
  doubt: string | null;
}
