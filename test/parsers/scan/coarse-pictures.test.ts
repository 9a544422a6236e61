import { describe, expect, it } from 'vitest';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { believable } from '../../../parsers/scan/grid/believable-lines.ts';
import type { PixelRuling } from '../../../parsers/scan/grid/ruling.ts';
import { decodeImageFile, type FilePicture } from '../../../parsers/scan/image/image-file.ts';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { readPictures } from '../../../parsers/scan/index.ts';
import { sizeOf } from '../../../parsers/scan/parse-image.ts';
import { fill } from './drawing.ts';

/** A grey TIFF of 4 × 3 pixels with its resolution across and down: rational numbers (TIFF 6.0, section 2). */
function tiff(across: number, down: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(420));
  const fields = [
    [256, 3, 1, 4],
    [257, 3, 1, 3],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 400],
    [277, 3, 1, 1],
    [278, 4, 1, 3],
    [279, 4, 1, 12],
    [282, 5, 1, 300],
    [283, 5, 1, 308],
    [296, 3, 1, 2],
  ] as const;
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, fields.length, true);
  for (const [i, [tag, kind, count, value]] of fields.entries()) {
    view.setUint16(10 + 12 * i, tag, true);
    view.setUint16(12 + 12 * i, kind, true);
    view.setUint32(14 + 12 * i, count, true);
    view.setUint32(18 + 12 * i, value, true);
  }
  for (const [at, value] of [
    [300, across],
    [308, down],
  ] as const) {
    view.setUint32(at, value, true);
    view.setUint32(at + 4, 1, true);
  }
  return new Uint8Array(view.buffer);
}

describe('the resolution of a TIFF', () => {
  const decoded = async (across: number, down: number): Promise<FilePicture> =>
    ((await decodeImageFile(tiff(across, down), 1)) as FilePicture[])[0]!;

  it('is read, and a fax is as high as its sheet', async () => {
    const plain = await decoded(200, 200);
    expect(plain.dpi).toBe(200);
    expect(sizeOf(plain).height).toBeCloseTo((3 / 200) * 72);
    expect(sizeOf(await decoded(204, 98)).height).toBeCloseTo((3 / 98) * 72);
  });

  it('is one both ways where the two differ by a mistake', async () => {
    expect(sizeOf(await decoded(200, 50)).height).toBeCloseTo((3 / 200) * 72);
  });
});

describe('a table in a picture', () => {
  const read = async (dpi: number) => {
    const page = blank(4 * dpi, 4 * dpi);
    for (let i = 0; i <= 2; i++) {
      const at = Math.round((0.5 + i * 1.5) * dpi);
      fill(page, dpi / 2, at, 3.5 * dpi + 3, at + 3);
      fill(page, at, dpi / 2, at + 3, 3.5 * dpi + 3);
    }
    const frame = { number: 1, width: 288, height: 288, rotation: 0 };
    const drawn = { pixels: { ...page, channels: 1 as const }, frame: [288, 0, 0, -288, 0, 288] as const };
    return (await readPictures(frame, [drawn], defaultGeometry)).gridDoubts.map(({ reason }) => reason);
  };

  it('is in doubt where the picture is too coarse for thin lines', async () => {
    expect(await read(98)).toContain('the picture is too coarse');
    expect(await read(150)).not.toContain('the picture is too coarse');
  });
});

describe('strokes one over another in a tight row', () => {
  const line = (
    orientation: 'h' | 'v',
    position: number,
    start: number,
    end: number,
    thickness: number,
  ): PixelRuling => ({ orientation, position, start, end, thickness });
  const level = [line('h', 100, 0, 600, 3), line('h', 155, 0, 600, 3)];
  const frame = [line('v', 0, 0, 400, 3), line('v', 600, 0, 400, 3)];
  const found = (upright: PixelRuling) =>
    believable(level, [...frame, upright], 150).rulings.includes(upright);

  it('are no side of a cell: thin, and short of a border', () => {
    expect(found(line('v', 300, 102, 150, 1))).toBe(false);
  });

  it('a side is one that comes to both, or is as thick as they', () => {
    expect(found(line('v', 300, 101, 154, 1))).toBe(true);
    expect(found(line('v', 300, 102, 150, 3))).toBe(true);
  });
});
