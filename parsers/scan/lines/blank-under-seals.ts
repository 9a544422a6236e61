import type { Area } from '../image/raster.ts';
import { hasRemains } from '../image/seal-remains.ts';
import type { CleanPage } from './crops.ts';
import type { LineReading } from './read-line.ts';
import type { InkLine } from './text-lines.ts';

/** How sure it is that such a cell is blank. */
const confidence = 0.6;

const doubt = 'a seal lies over the writing';

/** Cells in which nothing is left but what remained of a seal: what stood there may have gone with it. `cells` in pixels. */
export function blankUnderSeals(
  { remains, em }: CleanPage,
  cells: readonly Area[],
  lines: readonly InkLine[],
): LineReading[] {
  if (remains === undefined) return [];
  const written = new Set(lines.flatMap(({ cell }) => (cell === undefined ? [] : keyOf(cell))));
  const blank = cells.filter((cell) => !written.has(keyOf(cell)) && hasRemains(remains, cell));
  const none = { text: '', em, confidence, doubt, alternatives: [] };
  return blank.map((cell) => ({ ...none, area: cell, cell }));
}

const keyOf = ({ x0, y0, x1, y1 }: Area): string => `${x0} ${y0} ${x1} ${y1}`;
