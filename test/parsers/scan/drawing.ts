import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';

/** Draws a dark box on a page, `x1` and `y1` outside. */
export function fill(page: Raster, x0: number, y0: number, x1: number, y1: number, value = 0): void {
  for (let y = y0; y < y1; y++) page.data.fill(value, y * page.width + x0, y * page.width + x1);
}

/** Draws a stroke of a pen from point to point. */
export function stroke(page: Raster, from: [number, number], to: [number, number], pen: number): void {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])) * 2;
  for (let i = 0; i <= steps; i++) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * i) / steps);
    const y = Math.round(from[1] + ((to[1] - from[1]) * i) / steps);
    fill(page, x, y, x + pen, y + pen);
  }
}

/** Ink (1) of a grey picture. */
export function inkOfPicture(page: Raster): Raster {
  return { ...page, data: page.data.map((value) => (value < 128 ? 1 : 0)) };
}

/** A page of 300 dpi with a table of 3 × 4 cells whose lines are `thickness` wide. */
export function tablePage(thickness: number): Raster {
  const page = blank(1200, 900);
  for (let i = 0; i <= 3; i++) fill(page, 100, 100 + i * 200, 1100 + thickness, 100 + i * 200 + thickness);
  for (let i = 0; i <= 4; i++) fill(page, 100 + i * 250, 100, 100 + i * 250 + thickness, 700 + thickness);
  return page;
}
