import type { Area, Raster } from '../image/raster.ts';

/** A minus by its greys, in ems: how far before the first digit it begins at most, and how long it is at least. */
const reach = 0.7;
const shortest = 0.18;

/** Where it lies, in shares of the height of the digit. */
const highest = 0.4;
const lowest = 0.8;

/** How much darker than the paper above and below two rows of it are, in levels. */
const darker = 22;

/** Rows from its middle to the paper above and below, in ems and in pixels at least. */
const away = 0.2;
const leastAway = 3;

/** Why a figure is in doubt that may have one. */
export const paleMinus = 'a minus before it may be too pale';

/** Whether a short level stroke stands before the first digit of a line that is too pale for ink: the small minus of 150 dpi is lost so. */
export function hasPaleMinus({ data, width, height }: Raster, digit: Area, em: number): boolean {
  const size = digit.y1 - digit.y0;
  const far = Math.max(leastAway, Math.round(away * em));
  const darkness = (x: number, y: number): number =>
    510 - (data[y * width + x] ?? 255) - (data[(y + 1) * width + x] ?? 255);
  const from = Math.max(0, Math.round(digit.x0 - reach * em));
  for (
    let y = Math.max(far, Math.round(digit.y0 + highest * size));
    y < Math.min(height - far - 1, digit.y0 + lowest * size);
    y++
  ) {
    let run = 0;
    for (let x = from; x < digit.x0; x++) {
      const paper = (darkness(x, y - far) + darkness(x, y + far)) / 2;
      run = darkness(x, y) - paper >= 2 * darker ? run + 1 : 0;
      if (run >= shortest * em) return true;
    }
  }
  return false;
}
