import { describe, expect, it } from 'vitest';
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

describe('lines with strokes over them beside the grids', () => {
  it('are a table that was not found, where they are many', () => {
    const read = lines.map((one, i) => (i < 2 ? one : crossedReading(one)));
    expect(lostTable(read, 0.5)).toEqual([
      {
        box: { x0: 50, y0: 40, x1: 150, y1: 235 },
        of: 'all',
        reason: 'lines run through writing beside the grids',
      },
    ]);
  });

  it('are a note by hand, where they are few or hold no word', () => {
    expect(
      lostTable(
        lines.map((one, i) => (i < 7 ? crossedReading(one) : one)),
        0.5,
      ),
    ).toEqual([]);
    expect(
      lostTable(
        lines.map((_, i) => crossedReading(line('丨', i))),
        0.5,
      ),
    ).toEqual([]);
  });
});
