import type { Area, Raster } from './raster.ts';

/** Ink that hangs together, cut out. */
export interface Component {
  ink: Raster;
  /** Its place in the picture it was cut from, in pixels. */
  left: number;
  top: number;
  pixels: number;
}

/** Connected parts of the ink in an area (corners connect), from top to bottom. */
export function componentsOf(ink: Raster, { x0, y0, x1, y1 }: Area): Component[] {
  const width = x1 - x0;
  const height = y1 - y0;
  const seen = new Uint8Array(width * height);
  const found: Component[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || inkAt(start) === 0) continue;
    const pixels = [start];
    seen[start] = 1;
    for (let i = 0; i < pixels.length; i++) {
      const x = pixels[i]! % width;
      const y = (pixels[i]! - x) / width;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const at = v * width + u;
          if (seen[at] === 1 || inkAt(at) === 0) continue;
          seen[at] = 1;
          pixels.push(at);
        }
    }
    found.push(cutOut(pixels, width, x0, y0));
  }
  return found.sort((a, b) => a.top - b.top);

  function inkAt(at: number): number {
    const x = at % width;
    return ink.data[(y0 + (at - x) / width) * ink.width + x0 + x]!;
  }
}

function cutOut(pixels: readonly number[], stride: number, x0: number, y0: number): Component {
  const xs = pixels.map((at) => at % stride);
  const ys = pixels.map((at) => Math.floor(at / stride));
  const left = xs.reduce((a, b) => Math.min(a, b));
  const top = ys.reduce((a, b) => Math.min(a, b));
  const width = xs.reduce((a, b) => Math.max(a, b)) - left + 1;
  const height = ys.reduce((a, b) => Math.max(a, b)) - top + 1;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) data[(ys[i]! - top) * width + xs[i]! - left] = 1;
  return { ink: { width, height, data }, left: x0 + left, top: y0 + top, pixels: pixels.length };
}
