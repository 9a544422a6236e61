import { describe, expect, it } from 'vitest';
import { signOf } from '../../../parsers/scan/figures/signs.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';

/** Ink of a drawing, `#` dark. */
function drawn(rows: readonly string[]): Raster {
  const width = Math.max(...rows.map((row) => row.length));
  const data = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) if (row[x] === '#') data[y * width + x] = 1;
  });
  return { width, height: rows.length, data };
}

const shapeOf = (rows: readonly string[]): string | null => {
  const ink = drawn(rows);
  return signOf(ink, { x0: 0, y0: 0, x1: ink.width, y1: ink.height }, 25);
};

/** A sign of 9 points in a heavy face, scanned at 200 dpi: its arms cover most of a row. */
const heavy = [
  '####............',
  '#######.........',
  '###########.....',
  '.#############..',
  '...#############',
  '.......#########',
  '......##########',
  '...#############',
  '.#############..',
  '##########......',
  '#######.........',
  '#####...........',
  '################',
  '################',
  '################',
  '.##############.',
];

describe('a small heavy sign', () => {
  it('is known where a bar bears it out', () => {
    expect(shapeOf(heavy)).toBe('≥');
    expect(shapeOf(heavy.map((row) => [...row].reverse().join('')))).toBe('≤');
  });

  it('is none where its arms do not meet in a point', () => {
    const block = heavy.map((row, y) => (y < 12 ? '##########......' : row));
    expect(shapeOf(block)).toBeNull();
  });
});
