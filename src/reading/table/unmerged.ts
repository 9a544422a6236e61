import type { Cell, Grid } from '../../../schemas/index.ts';
import { headSpans, type Span } from './unmerged-heads.ts';
import { rowSpans } from './unmerged-rows.ts';

/**
 * The grid of a sheet that was saved without its merges, as text files are, with its heads and the cells below them merged again; where
 * anything is merged, it says itself what belongs together. The same grid where there is nothing to merge.
 */
export function withMerges(grid: Grid): Grid {
  if (grid.method !== 'native' || grid.cells.some(isMerged)) return grid;
  const rows = textsOf(grid);
  const heads = headSpans(rows);
  const spans = [...heads, ...rowSpans(rows, heads)];
  return spans.length === 0 ? grid : merged(grid, spans);
}

const isMerged = ({ rowSpan, columnSpan, text }: Cell): boolean =>
  (rowSpan > 1 || columnSpan > 1) && text.trim() !== '';

function textsOf({ rows, cells }: Grid): (string | undefined)[][] {
  const texts = Array.from({ length: rows }, (): (string | undefined)[] => []);
  for (const { row, column, text } of cells)
    if (text.trim() !== '') (texts[row] as (string | undefined)[])[column] = text.trim();
  return texts;
}

function merged(grid: Grid, given: readonly Span[]): Grid {
  const spans = new Map(given.map((span) => [span.row * grid.columns + span.column, span]));
  const gone = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of given)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++)
        if (r > row || c > column) gone.add(r * grid.columns + c);
  return {
    ...grid,
    cells: grid.cells.flatMap((cell): Cell[] => {
      const place = cell.row * grid.columns + cell.column;
      if (gone.has(place)) return [];
      const { rowSpan, columnSpan } = spans.get(place) ?? cell;
      return [{ ...cell, rowSpan, columnSpan }];
    }),
  };
}
