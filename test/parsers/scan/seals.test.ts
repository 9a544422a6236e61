import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage, type ReadyPage } from '../../../parsers/scan/clean-page.ts';
import { greyOf, redOfPage } from '../../../parsers/scan/image/page-picture.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { hidesLines, liesUnder } from '../../../parsers/scan/image/seals.ts';
import { withHiddenInk } from '../../../parsers/scan/lines/hidden-ink.ts';
import type { ScannedPage } from '../../../parsers/scan/read-page.ts';
import { fill, tablePage } from './drawing.ts';

const dpi = 300;
const line = (orientation: 'h' | 'v', position: number, start: number, end: number) => ({
  orientation,
  position,
  start,
  end,
  thickness: 3,
});

/** A bar of a seal across the page of a table, from column to column and from row to row; `ink` is what of the table shows through it. */
function sealed(boxes: [number, number, number, number][], ink: 'hidden' | 'shown') {
  const picture = tablePage(4);
  const red = blank(picture.width, picture.height);
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const at = y * picture.width + x;
        if (ink === 'shown' && picture.data[at]! < 128) continue;
        picture.data[at] = 255;
        red.data[at] = 0;
      }
  return { picture, red };
}

const clean = (picture: Raster, red: Raster | null): ReadyPage =>
  cleanPage({ number: 1, width: 288, height: 216, rotation: 0, picture, red });

describe('the red of a page', () => {
  it('is kept where it is bright, and is white in grey', () => {
    const data = new Uint8Array([218, 60, 66, 20, 8, 9, 250, 250, 250, 120, 40, 44]);
    const { red, data: grey } = greyOf({ width: 4, height: 1, channels: 3, data });
    // Below 128 is bright red: ink that shows through a seal is red, but above.
    expect([...red!]).toEqual([0, 255, 255, 128]);
    expect(grey[0]).toBe(255);
    const plain = greyOf({ width: 1, height: 1, channels: 3, data: new Uint8Array([90, 90, 120]) });
    expect(plain.red).toBeUndefined();
  });

  it('lies on the page where its picture does', () => {
    const pixels = {
      width: 2,
      height: 1,
      channels: 3 as const,
      data: new Uint8Array([218, 60, 66, 9, 9, 9]),
    };
    const page = blank(40, 20);
    const frame = [40, 0, 0, -20, 0, 20] as const;
    const red = redOfPage([{ pixels, frame }], page, 40, 20)!;
    expect([red.data[5 * 40 + 10], red.data[5 * 40 + 30]]).toEqual([0, 255]);
    const grey = { ...pixels, channels: 1 as const, data: new Uint8Array(2) };
    expect(redOfPage([{ pixels: grey, frame }], page, 40, 20)).toBeNull();
  });
});

describe('a seal', () => {
  it('hides lines that go behind it and out again, whole or in pieces', () => {
    const red = blank(400, 400);
    fill(red, 100, 0, 120, 400);
    expect(hidesLines(red, [line('h', 50, 0, 300), line('h', 90, 0, 300)], dpi)).toBe(true);
    const pieces = [50, 90].flatMap((y) => [line('h', y, 0, 98), line('h', y, 121, 300)]);
    expect(hidesLines(red, pieces, dpi)).toBe(true);
    expect(hidesLines(red, pieces.slice(0, 2), dpi)).toBe(false);
    expect(hidesLines(red, [line('h', 50, 0, 98), line('h', 90, 0, 98), line('v', 300, 0, 400)], dpi)).toBe(
      false,
    );
  });

  it('lies over a part of the page from a few of its pixels on', () => {
    const red = blank(100, 100);
    fill(red, 50, 50, 53, 53);
    expect(liesUnder(red, { x0: 40, y0: 40, x1: 60, y1: 60 })).toBe(true);
    expect(liesUnder(red, { x0: 40, y0: 40, x1: 51, y1: 60 })).toBe(false);
  });

  /** Over all of one side of a cell, and over pieces of two lines. */
  const bars: [number, number, number, number][] = [
    [355, 290, 599, 314],
    [345, 180, 361, 260],
    [590, 420, 612, 480],
  ];
  const cellsOf = ({ rulings }: ReadyPage): number[] =>
    ruledGrids(rulings, defaultGeometry).lattices.map(({ cells }) => cells.length);

  it('takes no side of a cell with it, where it is known for one that hides lines', () => {
    const { picture, red } = sealed(bars, 'hidden');
    const known = clean(picture, red);
    expect(known.page.seals).toBeDefined();
    expect(cellsOf(known)).toEqual([12]);
    expect(cellsOf(clean(picture, null))).toEqual([11]);
  });

  it('leaves a side away that is blank beside it', () => {
    const { picture, red } = sealed(bars, 'hidden');
    fill(red, 355, 290, 520, 314, 255);
    expect(cellsOf(clean(picture, red))).toEqual([11]);
  });

  it('that ink shows through hides nothing', () => {
    const { picture, red } = sealed(bars, 'shown');
    expect(clean(picture, red).page.seals).toBeUndefined();
  });
});

describe('writing under a seal that hides ink', () => {
  const reading = (x0: number, confidence: number) => ({
    box: { x0, y0: 10, x1: x0 + 20, y1: 20 },
    text: '元/',
    confidence,
    doubt: null,
    alternatives: [],
  });
  const page = (seals: Raster | undefined): ScannedPage =>
    ({
      readings: [reading(10, 0.97), reading(60, 0.97)],
      page: { picture: blank(100, 40), dpi: 72, em: 10, ...(seals === undefined ? {} : { seals }) },
    }) as unknown as ScannedPage;

  it('is in doubt, beside it too', () => {
    const seals = blank(100, 40);
    fill(seals, 31, 8, 40, 22);
    const { readings } = withHiddenInk(page(seals));
    expect(readings.map(({ confidence, doubt }) => [confidence, doubt])).toEqual([
      [0.6, 'a seal lies over the writing'],
      [0.97, null],
    ]);
  });

  it('is in doubt where only remains of a seal were taken out of it: a point may have gone with them', () => {
    const remains = blank(100, 40);
    fill(remains, 25, 14, 26, 15);
    const sealed = page(undefined);
    const { readings } = withHiddenInk({ ...sealed, page: { ...sealed.page, remains } });
    expect(readings.map(({ confidence, doubt }) => [confidence, doubt])).toEqual([
      [0.6, 'a seal lies over the writing'],
      [0.97, null],
    ]);
  });

  const marked = (marks: Raster, confidence = 0.97, text = '12.5'): ScannedPage => {
    const readings = [10, 60].map((x0) => ({ ...reading(x0, confidence), text }));
    return {
      readings,
      gridDoubts: [],
      page: { picture: blank(100, 40), dpi: 72, em: 10, marks },
    } as unknown as ScannedPage;
  };

  it('is in doubt where a share of it lay under a coloured mark that was taken out', () => {
    const marks = blank(100, 40);
    fill(marks, 24, 8, 28, 22);
    fill(marks, 60, 10, 61, 13);
    const { readings, marked: places, gridDoubts } = withHiddenInk(marked(marks));
    expect(readings.map(({ confidence, doubt }) => [confidence, doubt])).toEqual([
      [0.6, 'a coloured mark lay over the writing'],
      [0.97, null],
    ]);
    expect(places?.map(({ x0 }) => x0)).toEqual([10]);
    expect(gridDoubts).toEqual([]);
  });

  it('is told of the page where words below a mark were hardly legible: a row may be known by them', () => {
    const marks = blank(100, 40);
    fill(marks, 20, 8, 28, 22);
    const reasonsOf = (page: ScannedPage) => withHiddenInk(page).gridDoubts.map(({ reason }) => reason);
    expect(reasonsOf(marked(marks, 0.42, '社会投入员'))).toEqual([
      'marks lay over words that were hardly legible',
    ]);
    expect(reasonsOf(marked(marks, 0.9, '社会投入'))).toEqual([]);
    expect(reasonsOf(marked(marks, 0.42, '12.5'))).toEqual([]);
  });

  it('stays as it is where none lies', () => {
    const plain = page(undefined);
    expect(withHiddenInk(plain)).toBe(plain);
  });
});
