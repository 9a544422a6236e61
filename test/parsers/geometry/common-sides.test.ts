import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../parsers/geometry/marks.ts';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';

const line = (orientation: 'h' | 'v', position: number, start: number, end: number): Ruling => ({
  orientation,
  position,
  start,
  end,
  thickness: 0.5,
});

/** A table of four lines that end at 500, where no side is drawn. */
const above = [
  ...[100, 120, 140, 160].map((y) => line('h', y, 50, 500)),
  line('v', 50, 100, 160),
  line('v', 200, 100, 160),
];

/** The head of another below it, cut by the page's end: its upper line alone reaches `right`, its lower one lies between two of its columns. */
const head = (right: number): Ruling[] => [
  line('h', 180, 50, right),
  line('h', 195, 200, 300),
  ...[50, 120, 200, 300, 400].map((x) => line('v', x, 180, 210)),
];

const rightOf = (rulings: readonly Ruling[]): number[] =>
  ruledGrids(rulings, defaultGeometry).lattices.map(({ xs }) => Math.round(xs.at(-1)!));

describe('a sheet whose tables draw no side', () => {
  it('keeps the last column of a head that the page cuts: one line of it ends with those of the tables above', () => {
    expect(rightOf([...above, ...head(500)])).toEqual([500, 500]);
  });

  it('makes no column of a line that hangs over, ends elsewhere, or ends at a side that is drawn', () => {
    expect(rightOf([...above, ...head(404)])).toEqual([500, 400]);
    expect(rightOf([...above, ...head(460)])).toEqual([500, 400]);
    expect(rightOf(head(500))).toEqual([400]);
    expect(rightOf([...above, line('v', 500, 100, 160), ...head(500)])).toEqual([500, 400]);
  });
});
