import type { Grid } from '../../../schemas/index.ts';

const negative = /^△\s*(?=\d)/;
/** Arrows beside it: then △ says that something rose. */
const arrow = /^[▲▽▼↑↓]\s*\d/;

const kept = new WeakMap<Grid, boolean>();

/** △35.20 as −35.20, as accounts print what is taken off; as it stands where the table prints arrows of other kinds. */
export function signed(text: string, grid: Grid): string {
  const body = text.trim();
  return negative.test(body) && !holdsArrows(grid) ? body.replace(negative, '-') : text;
}

function holdsArrows(grid: Grid): boolean {
  const known = kept.get(grid);
  if (known !== undefined) return known;
  const found = grid.cells.some(({ text }) => arrow.test(text.trim()));
  kept.set(grid, found);
  return found;
}
