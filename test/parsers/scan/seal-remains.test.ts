import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { hasRemains, withoutSealRemains } from '../../../parsers/scan/image/seal-remains.ts';
import { blankUnderSeals } from '../../../parsers/scan/lines/blank-under-seals.ts';
import type { CleanPage } from '../../../parsers/scan/lines/crops.ts';
import { fill, tablePage } from './drawing.ts';

/** A table with writing, and a seal over two of its lines whose edge and one of whose letters came out pale. */
function sealedTable() {
  const picture = tablePage(4);
  for (const y of [160, 360, 560]) fill(picture, 150, y, 330, y + 30, 20);
  const red = blank(picture.width, picture.height);
  for (const [x0, y0, x1, y1] of [
    [590, 280, 612, 340],
    [640, 290, 700, 314],
    [720, 140, 760, 180],
  ] as const) {
    fill(picture, x0, y0, x1, y1, 255);
    fill(red, x0, y0, x1, y1);
  }
  fill(picture, 763, 145, 768, 170, 180);
  fill(picture, 770, 150, 790, 175, 20);
  return { number: 1, width: 288, height: 216, rotation: 0, picture, red };
}

describe('what is left of a seal that was made white', () => {
  it('is taken out: the pale edges of its own letters are no print', () => {
    const { page } = cleanPage(sealedTable());
    expect(page.seals).toBeDefined();
    const inkAt = (x: number, y: number): number => page.ink.data[y * page.ink.width + x]!;
    expect([inkAt(765, 155), inkAt(780, 160), inkAt(200, 170)]).toEqual([0, 1, 1]);
    expect(page.picture.data[155 * page.picture.width + 765]).toBe(255);
    expect(hasRemains(page.remains!, { x0: 755, y0: 140, x1: 775, y1: 180 })).toBe(true);
    expect(hasRemains(page.remains!, { x0: 775, y0: 140, x1: 800, y1: 180 })).toBe(false);
  });

  it('is taken out of a page without lines too, where none can tell that a seal hides them', () => {
    const picture = blank(1200, 900);
    for (const y of [160, 360, 560]) fill(picture, 150, y, 330, y + 30, 20);
    fill(picture, 763, 145, 768, 170, 180);
    const red = blank(picture.width, picture.height);
    fill(red, 700, 120, 760, 200);
    const page = { number: 1, width: 288, height: 216, rotation: 0, picture };
    expect(cleanPage({ ...page, red }).page.seals).toBeDefined();
    expect(cleanPage({ ...page, red }).page.remains).toBeDefined();
    const line = blank(picture.width, picture.height);
    fill(line, 700, 120, 760, 130);
    expect(cleanPage({ ...page, red: line }).page.seals).toBeUndefined();
  });

  it('is taken out where lines of the table show through the seal too', () => {
    const picture = tablePage(4);
    for (const y of [160, 360, 560]) fill(picture, 150, y, 330, y + 30, 20);
    fill(picture, 763, 145, 768, 170, 180);
    const red = blank(picture.width, picture.height);
    fill(red, 690, 120, 760, 200);
    const { page } = cleanPage({ number: 1, width: 288, height: 216, rotation: 0, picture, red });
    expect(page.seals).toBeUndefined();
    expect(hasRemains(page.remains!, { x0: 755, y0: 140, x1: 775, y1: 180 })).toBe(true);
  });

  it('is none where all print is as pale, nor away from seals', () => {
    const picture = blank(200, 100);
    const ink = blank(200, 100, 0);
    for (const [x0, level] of [
      [20, 150],
      [100, 180],
    ] as const) {
      fill(picture, x0, 40, x0 + 12, 60, level);
      fill(ink, x0, 40, x0 + 12, 60, 1);
    }
    const seals = blank(200, 100);
    fill(seals, 10, 40, 16, 60);
    expect(withoutSealRemains(picture, ink, seals, 300).remains).toBeNull();
  });

  it('leaves a cell that is blank without it in doubt', () => {
    const { page } = cleanPage(sealedTable());
    const cells = [
      { x0: 610, y0: 110, x1: 840, y1: 290 },
      { x0: 860, y0: 110, x1: 1090, y1: 290 },
    ];
    expect(blankUnderSeals(page, cells, []).map(({ cell, doubt, text }) => [cell, doubt, text])).toEqual([
      [cells[0], 'a seal lies over the writing', ''],
    ]);
    const line = { area: cells[0]!, height: 20, cell: cells[0]! };
    expect(blankUnderSeals(page, cells, [line])).toEqual([]);
    expect(blankUnderSeals({ ...page, remains: undefined } as unknown as CleanPage, cells, [])).toEqual([]);
  });
});
