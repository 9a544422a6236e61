import { describe, expect, it } from 'vitest';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { linesAround } from '../../../parsers/scan/lines/lines-around.ts';
import { isScribble } from '../../../parsers/scan/read-page.ts';
import { fill, stroke } from './drawing.ts';

const usual = 30;

/** A page of ink with a title of ten characters, 300 to 630 across and 100 to 130 down: each a frame that no stroke fills. */
function titlePage(): Raster {
  const page = blank(1000, 600, 0);
  for (let i = 0; i < 10; i++) {
    const x = 300 + i * 33;
    fill(page, x, 100, x + 30, 104, 1);
    fill(page, x, 126, x + 30, 130, 1);
    fill(page, x, 100, x + 4, 130, 1);
    fill(page, x + 26, 100, x + 30, 130, 1);
  }
  return page;
}

/** A stroke of a pen that leaves ink (1). */
function pen(page: Raster, from: [number, number], to: [number, number]): void {
  const drawn = blank(page.width, page.height, 0);
  drawn.data.fill(255);
  stroke(drawn, from, to, 4);
  for (let i = 0; i < drawn.data.length; i++) if (drawn.data[i] === 0) page.data[i] = 1;
}

const title = { x0: 300, y0: 100, x1: 627, y1: 130 };

describe('lines around the grids', () => {
  it('are told from the dark edge of a copy, which runs along all of them', () => {
    const page = titlePage();
    fill(page, 0, 0, 14, 600, 1);
    expect(linesAround(page, usual).map(({ area }) => area)).toContainEqual(title);
  });

  it('are told from a note by hand beside them', () => {
    const page = titlePage();
    pen(page, [850, 60], [900, 220]);
    pen(page, [860, 200], [940, 80]);
    expect(linesAround(page, usual).map(({ area }) => area)).toContainEqual(title);
  });

  it('are read with strokes over them, as ones that are crossed', () => {
    const page = titlePage();
    pen(page, [420, 40], [480, 200]);
    pen(page, [500, 190], [540, 50]);
    const lines = linesAround(page, usual).filter(({ area }) => area.y1 > 90 && area.y0 < 140);
    expect(lines).toEqual([expect.objectContaining({ area: title, crossed: true })]);
  });

  it('are two where those of another sheet beside them bridge the gap between them', () => {
    const page = blank(1000, 600, 0);
    const write = (x0: number, y0: number): void => {
      for (let i = 0; i < 8; i++) fill(page, x0 + i * 33, y0, x0 + i * 33 + 28, y0 + 28, 1);
    };
    write(50, 100);
    write(50, 134);
    write(650, 117);
    expect(linesAround(page, usual).map(({ area }) => [area.x0, area.y0, area.y1])).toEqual([
      [50, 100, 128],
      [50, 134, 162],
      [650, 117, 145],
    ]);
  });

  it('keep a heading much larger than the rest', () => {
    const page = blank(1000, 600, 0);
    for (let i = 0; i < 5; i++) fill(page, 200 + i * 110, 100, 290 + i * 110, 190, 1);
    expect(linesAround(page, usual)).toEqual([
      expect.objectContaining({ area: { x0: 200, y0: 100, x1: 730, y1: 190 } }),
    ]);
  });
});

describe('what was read around the grids', () => {
  it('is a scribble where it is one or two characters, hardly legible', () => {
    expect(isScribble({ text: '` X', confidence: 0.69 })).toBe(true);
    expect(isScribble({ text: '）', confidence: 0.96 })).toBe(true);
    expect(isScribble({ text: '7', confidence: 0.97 })).toBe(false);
    expect(isScribble({ text: '决算表', confidence: 0.5 })).toBe(false);
  });
});
