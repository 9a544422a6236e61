import type { Area, Raster } from '../image/raster.ts';

/** Share of the height of a ± that its bar lies in, with the blur over it. */
const footShare = 0.25;

/** Share of the width that a bar covers at least, and the stem of a + at most. */
const barCover = 0.7;
const stemCover = 0.5;

/** What a + ends in below: a bar makes it a ±. `open`: the ink does not tell. */
export function footOfPlus(ink: Raster, { x0, x1, y0, y1 }: Area): 'bar' | 'stem' | 'open' {
  const width = x1 - x0;
  let most = 0;
  for (let y = Math.ceil(y1 - footShare * (y1 - y0)); y < y1; y++) {
    const row = ink.data.subarray(y * ink.width + x0, y * ink.width + x1);
    most = Math.max(most, row.reduce((sum, here) => sum + here, 0) / width);
  }
  if (most >= barCover) return 'bar';
  return most <= stemCover ? 'stem' : 'open';
}
