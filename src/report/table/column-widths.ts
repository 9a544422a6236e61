import type { Cell, Grid } from '../../../schemas/index.ts';
import { displayWidth } from '../terminal/width.ts';

/** Narrowest and widest column by its texts, in columns of a terminal: a label, and a text that is better wrapped. */
const narrowest = 4;
const widest = 36;

/**
 * Widths of the columns of a grid as parts of 1: as drawn on the page where its cells have boxes, else by the longest
 * of the texts that stand in one column alone.
 */
export function columnShares(grid: Grid): number[] {
  const drawn = drawnWidths(grid);
  const widths = drawn ?? textWidths(grid);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (total > 0 ? width / total : 1 / grid.columns));
}

/** From the edges of the boxes on the first page that the grid stands on; null where an edge is not known. */
function drawnWidths(grid: Grid): number[] | null {
  const edges = new Array<number | undefined>(grid.columns + 1);
  for (const { column, columnSpan, location } of onFirstPage(grid.cells)) {
    edges[column] ??= location.box!.x0;
    edges[column + columnSpan] ??= location.box!.x1;
  }
  const widths: number[] = [];
  for (let column = 0; column < grid.columns; column += 1) {
    const [left, right] = [edges[column], edges[column + 1]];
    if (left === undefined || right === undefined || right <= left) return null;
    widths.push(right - left);
  }
  return widths;
}

function onFirstPage(cells: readonly Cell[]): Cell[] {
  const first = cells.find(({ location }) => location.box !== null)?.location.page;
  return cells.filter(({ location }) => location.box !== null && location.page === first);
}

function textWidths(grid: Grid): number[] {
  const widths = new Array<number>(grid.columns).fill(narrowest);
  for (const { column, columnSpan, text } of grid.cells) {
    if (columnSpan > 1) continue;
    const longest = Math.max(0, ...text.split('\n').map(displayWidth));
    widths[column] = Math.min(widest, Math.max(widths[column]!, longest));
  }
  return widths;
}
