import { describe, expect, it } from 'vitest';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { crossedReading, lostTable } from '../../../parsers/scan/lines/crossed-lines.ts';
import type { LineReading } from '../../../parsers/scan/lines/read-line.ts';

const line = (text: string, i: number): LineReading => ({
  text,
  area: { x0: 100, y0: 40 * i, x1: 300, y1: 40 * i + 30 },
  em: 30,
  confidence: 0.95,
  doubt: null,
  alternatives: [],
});
const lines = Array.from({ length: 12 }, (_, i) => line('项目资金', i));

/** A page with as much ink in every line, and `more` lines of it elsewhere. */
const pageOf = (more: number) => {
  const page = blank(400, 40 * 12 + 30 * more);
  page.data.fill(0);
  const ink = page.data;
  for (const { area } of lines)
    for (let y = area.y0; y < area.y1; y++) ink.fill(1, y * page.width + area.x0, y * page.width + area.x1);
  for (let y = 40 * 12; y < page.height; y++) ink.fill(1, y * page.width + 100, y * page.width + 300);
  return page;
};

describe('lines with strokes over them beside the grids', () => {
  it('are a table that was not found, where they are many', () => {
    const read = lines.filter((_, i) => i >= 2).map(crossedReading);
    expect(lostTable(pageOf(90), read, [], 0.5)).toEqual([
      {
        box: { x0: 50, y0: 40, x1: 150, y1: 235 },
        of: 'all',
        reason: 'lines run through writing beside the grids',
      },
    ]);
  });

  it('put the grids in question that they stand right beside, and no others', () => {
    const read = lines.map(crossedReading);
    const beside = { x0: 340, y0: 20, x1: 800, y1: 500 };
    const apart = { x0: 500, y0: 20, x1: 800, y1: 500 };
    const below = { x0: 100, y0: 480, x1: 800, y1: 900 };
    const doubts = lostTable(pageOf(90), read, [beside, apart, below], 0.5);
    expect(doubts.map(({ box }) => box).slice(1)).toEqual([{ x0: 170, y0: 10, x1: 400, y1: 250 }]);
  });

  it('are one that nothing can be read of, where they hold much of the ink of the page', () => {
    const unread = lines.slice(0, 6).map((_, i) => crossedReading(line('', i)));
    expect(lostTable(pageOf(0), unread, [], 0.5)).toMatchObject([{ of: 'all' }]);
    expect(lostTable(pageOf(0), unread.slice(4), [], 0.5)).toEqual([]);
    expect(lostTable(pageOf(30), unread, [], 0.5)).toEqual([]);
  });

  it('are a note by hand, where they are few or hold no word', () => {
    expect(lostTable(pageOf(90), lines.slice(0, 7).map(crossedReading), [], 0.5)).toEqual([]);
    const strokes = lines.map((_, i) => crossedReading(line('丨', i)));
    expect(lostTable(pageOf(90), strokes, [], 0.5)).toEqual([]);
  });
});
