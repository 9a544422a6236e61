import type { Raster } from './raster.ts';

/** How much sharper the columns must alternate than the rows for a page to lie on its side. */
const margin = 1.4;

/**
 * Whether the writing of a page runs up or down. Lines of writing make rows of ink with white between them; across the lines
 * the ink is even. `ink` is without rulings, which run both ways.
 */
export function liesOnItsSide({ width, height, data }: Raster): boolean {
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue;
      rows[y]!++;
      columns[x]!++;
    }
  return sharpness(columns) > margin * sharpness(rows);
}

/** Change from line to line, over a few pixels so that noise does not count. */
function sharpness(profile: Float64Array): number {
  const step = 4;
  let sum = 0;
  for (let i = step; i < profile.length; i++) {
    const change = profile[i]! - profile[i - step]!;
    sum += change * change;
  }
  return sum;
}
