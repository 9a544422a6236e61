import type { Cell } from '../../../schemas/index.ts';
import { drawnWidths } from '../../examine/kept-grids.ts';
import { displayWidth } from '../terminal/width.ts';
import type { SeenGrid } from './kept-source.ts';

/** Narrowest and widest column by its texts, in columns of a terminal: a label, and a text that is better wrapped. */
const narrowest = 4;
const widest = 36;

/**
 * Widths of the columns of a grid as parts of 1: as drawn on the page where its cells have boxes, else by the longest
 * of the texts that stand in one column alone.
 */
export function columnShares(grid: SeenGrid): number[] {
  const drawn = grid.widths?.length === grid.columns ? [...grid.widths] : drawnWidths(grid);
  const widths = drawn ?? textWidths(grid);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (total > 0 ? width / total : 1 / grid.columns));
}

/** By the longest of the texts that stand in one column alone, in columns of a terminal. */
export function textWidths(grid: {
  columns: number;
  cells: readonly Pick<Cell, 'column' | 'columnSpan' | 'text'>[];
}): number[] {
  const widths = new Array<number>(grid.columns).fill(narrowest);
  for (const { column, columnSpan, text } of grid.cells) {
    if (columnSpan > 1) continue;
    const longest = Math.max(0, ...text.split('\n').map(displayWidth));
    widths[column] = Math.min(widest, Math.max(widths[column]!, longest));
  }
  return widths;
}
