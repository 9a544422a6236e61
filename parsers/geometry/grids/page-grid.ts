import type { Box } from '../../../schemas/index.ts';
import type { LatticeCell } from '../rulings/lattice.ts';
import type { TextLine } from '../texts/lines.ts';

/** A cell of a grid on one page with its text. */
export interface PageCell extends LatticeCell {
  text: string;
  lines: TextLine[];
  /** What is seen of the text where its cell has no room for its last lines. */
  seen?: string;
  /** Why the text is doubtful, where it is. */
  doubt: string | null;
}

/** A grid as it stands on one page. */
export interface PageGrid {
  kind: 'grid';
  page: number;
  box: Box;
  xs: number[];
  ys: number[];
  cells: PageCell[];
  method: 'ruled' | 'aligned';
  confidence: number;
  /** For every column, whether no line closes it at the top or at the bottom: the page may have cut it there. */
  openTop: boolean[];
  openBottom: boolean[];
  /** Which rows its labels span is in question. */
  isUnsettled?: boolean;
}

/** Which lattice and cell a point lies in. The innermost grid wins: it is the smaller one. */
export type CellFinder = (x: number, y: number) => { lattice: number; cell: number } | null;
