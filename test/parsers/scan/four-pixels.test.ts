import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../parsers/scan/grid/ruling-pieces.ts';
import { inkOf } from '../../../parsers/scan/image/clean.ts';
import { greyOf } from '../../../parsers/scan/image/page-picture.ts';
import { quarterTurned, type Raster } from '../../../parsers/scan/image/raster.ts';

/** Small pictures of levels that are paper for the most part. */
const pictures = fc
  .record({ width: fc.integer({ min: 3, max: 13 }), height: fc.integer({ min: 3, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constant(255) }, fc.integer({ min: 0, max: 255 })), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((levels): Raster => ({ width, height, data: Uint8Array.from(levels) })),
  );

/** Ink pixel by pixel, as `inkOf` describes it. */
function plainInk({ width, height, data }: Raster, threshold: number): number[] {
  const dark = (x: number, y: number): number => (data[y * width + x]! < threshold ? 1 : 0);
  return Array.from(data, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isInside = x > 0 && y > 0 && x < width - 1 && y < height - 1 && at < data.length - width - 1;
    let near = -dark(x, y);
    for (let v = y - 1; isInside && v <= y + 1; v++) for (let u = x - 1; u <= x + 1; u++) near += dark(u, v);
    return isInside && near < 2 ? 0 : dark(x, y);
  });
}

describe('pixels seen four at a time', () => {
  it('are the same ink as one by one, whatever the threshold', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: 100, max: 254, noNaN: true }), (picture, threshold) => {
        expect([...inkOf(picture, threshold).data]).toEqual(plainInk(picture, threshold));
      }),
    );
  });

  it('are the same grey, with and without a pixel of colour', () => {
    fc.assert(
      fc.property(pictures, fc.nat(), fc.boolean(), ({ width, height, data: levels }, place, hasColour) => {
        const data = Uint8Array.from({ length: 3 * levels.length }, (_, i) => levels[Math.floor(i / 3)]!);
        const at = place % levels.length;
        if (hasColour) data.set([10, 200, 20], 3 * at);
        const grey = greyOf({ width, height, channels: 3, data }).data;
        const expected = levels.slice();
        if (hasColour) expected[at] = (10 * 77 + 200 * 150 + 20 * 29) >> 8;
        expect([...grey]).toEqual([...expected]);
      }),
    );
  });
});

it('runs down a page are those across the page turned on its side', () => {
  const cell = fc.boolean().map((isInk) => (isInk ? 1 : 0));
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, cell), { minLength: 40, maxLength: 40 }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (rows) => {
        const across: Raster = { width: 40, height: rows.length, data: Uint8Array.from(rows.flat()) };
        const turned = quarterTurned(across, 90);
        // A quarter clockwise makes the last row the first column.
        const level = piecesOf(across, 'h', 100).map(({ position, start, end, thickness }) => ({
          position: rows.length - position,
          start,
          end,
          thickness,
        }));
        const upright = piecesOf(turned, 'v', 100).map(({ position, start, end, thickness }) => ({
          position,
          start,
          end,
          thickness,
        }));
        const order = (a: { position: number }, b: { position: number }): number => a.position - b.position;
        expect(upright.sort(order).length).toBe(level.sort(order).length);
        for (const [i, { position, start, end }] of level.entries()) {
          expect(upright[i]!.position).toBeCloseTo(position, 6);
          expect([upright[i]!.start, upright[i]!.end]).toEqual([start, end]);
        }
      },
    ),
  );
});
