import type { Raster } from '../../parsers/scan/image/raster.ts';
import type { Random } from '../generate/random.ts';

/** Two punched holes in the left margin, as a copier shows them: black discs of 6 mm, 8 cm apart. */
export function punched(page: Raster, dpi: number): Raster {
  const data = page.data.slice();
  const radius = Math.round(0.118 * dpi);
  const x = Math.round(0.43 * dpi);
  for (const away of [-1.57, 1.57]) {
    const y = Math.round(page.height / 2 + away * dpi);
    for (let dy = -radius; dy <= radius; dy++) {
      const half = Math.floor(Math.sqrt(radius * radius - dy * dy));
      const from = (y + dy) * page.width + Math.max(0, x - half);
      data.fill(30, from, from + 2 * half);
    }
  }
  return { ...page, data };
}

/** A note by hand in the right margin that runs into the page: strokes of a pen, each a chain of short curves. */
export function scribbled(page: Raster, dpi: number, random: Random): Raster {
  const data = page.data.slice();
  const pen = Math.max(2, Math.round(0.012 * dpi));
  for (let stroke = 0; stroke < 14; stroke++) {
    let x = page.width - (0.1 + 0.55 * random.next()) * dpi;
    let y = (0.3 + 0.25 * random.next()) * page.height;
    let heading = random.next() * 2 * Math.PI;
    const length = (0.08 + 0.2 * random.next()) * dpi;
    for (let i = 0; i < length; i++) {
      heading += (random.next() - 0.5) * 0.5;
      x += Math.cos(heading);
      y += Math.sin(heading);
      for (let dy = 0; dy < pen; dy++)
        for (let dx = 0; dx < pen; dx++) {
          const [u, v] = [Math.round(x) + dx, Math.round(y) + dy];
          if (u >= 0 && v >= 0 && u < page.width && v < page.height) data[v * page.width + u] = 40;
        }
    }
  }
  return { ...page, data };
}

/** Black and white only, as a fax or a document scanner stores a page. */
export function twoTone(page: Raster): Raster {
  return { ...page, data: page.data.map((value) => (value < 150 ? 0 : 255)) };
}
