import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../parsers/scan/image/raster.ts';
import { withoutSpecks } from '../../../parsers/scan/image/specks.ts';

const side = 400;
const dpi = 200;

/** Two inches square of white paper with dark squares on it: column, row and size in pixels. */
function paper(...dots: (readonly [number, number, number])[]): Raster {
  const data = new Uint8Array(side * side).fill(255);
  for (const [x, y, size] of dots)
    for (let v = y; v < y + size; v++) data.fill(0, v * side + x, v * side + x + size);
  return { width: side, height: side, data };
}

const dirt = Array.from(
  { length: 36 },
  (_, i) => [20 + 60 * (i % 6), 20 + 60 * Math.floor(i / 6), 2] as const,
);
const inkOf = ({ data }: Raster): number => data.filter((level) => level < 128).length;

describe('specks of dirty paper', () => {
  it('are taken out', () => {
    expect(inkOf(withoutSpecks(paper(...dirt), dpi))).toBe(0);
  });

  it('leave what is larger, and a point beside a digit', () => {
    const figure = [[200, 50, 12] as const, [214, 60, 2] as const];
    expect(inkOf(withoutSpecks(paper(...dirt, ...figure), dpi))).toBe(144 + 4);
  });

  it('leave the point of a figure that is set wide, between the feet of two digits', () => {
    const figure = [[200, 50, 12] as const, [219, 60, 2] as const, [229, 50, 12] as const];
    expect(inkOf(withoutSpecks(paper(...dirt, ...figure), dpi))).toBe(2 * 144 + 4);
  });

  it('leave what is dark of strokes that are too thin for ink, and a point beside such digits', () => {
    const thin = paper(...dirt, [200, 200, 2], [200, 208, 2], [210, 206, 2], [220, 206, 2]);
    // A nought of which two pieces are dark, the rest grey; a 1 behind the point likewise.
    for (let y = 196; y < 214; y++)
      for (const x of [200, 201, 220, 221])
        thin.data[y * side + x] = Math.min(180, thin.data[y * side + x] ?? 255);
    const left = inkOf(withoutSpecks(thin, dpi));
    expect(left).toBe(4 * 4);
  });

  it('stay on paper that has few: a dot there was printed', () => {
    const page = paper([20, 20, 2], [80, 80, 2]);
    expect(withoutSpecks(page, dpi)).toBe(page);
  });
});
