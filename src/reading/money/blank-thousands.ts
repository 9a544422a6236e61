import type { Grid } from '../../../schemas/index.ts';
import { fold } from '../../values/index.ts';

/** 240 000: thousands set apart by a blank, or two numbers. */
const doubtful = /^[+-]?\d{1,3} \d{3}$/;
const certain = /^[+-]?\d{1,3}(?: \d{3})+(?:(?<= \d{3} \d{3})|\.\d+)$/;

const kept = new WeakMap<Grid, boolean>();

/** 240 000 as 240000 in a table that prints 2 640 000 or 1 234.50 too; as it stands where nothing says that blanks part thousands. */
export function unparted(text: string, grid: Grid): string {
  const body = fold(text).trim();
  return doubtful.test(body) && partsByBlanks(grid) ? body.replace(' ', '') : text;
}

function partsByBlanks(grid: Grid): boolean {
  const known = kept.get(grid);
  if (known !== undefined) return known;
  const found = grid.cells.some(({ text }) => certain.test(fold(text).trim()));
  kept.set(grid, found);
  return found;
}
