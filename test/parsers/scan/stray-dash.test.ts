import { expect, it } from 'vitest';
import { withoutStrayDashes } from '../../../parsers/scan/figures/stray-dash.ts';
import type { LineReading } from '../../../parsers/scan/lines/read-line.ts';

const line = (text: string, x0 = 100, y0 = 100): LineReading => ({
  text,
  area: { x0, y0, x1: x0 + 14 * text.length, y1: y0 + (text === '—' ? 4 : 24) },
  em: 24,
  confidence: 0.98,
  doubt: null,
  alternatives: [],
});

const read = (...lines: LineReading[]) =>
  withoutStrayDashes(lines).map(({ text, confidence }) => [text, confidence]);

it('a stroke close over a figure, or under it, is no minus: it is left out and the figure is in doubt', () => {
  expect(read(line('—', 120, 92), line('1,517,600'))).toEqual([['1,517,600', 0.6]]);
  expect(read(line('1,517,600'), line('—', 120, 122))).toEqual([['1,517,600', 0.6]]);
  const [figure] = withoutStrayDashes([line('—', 120, 92), line('1,517,600')]);
  expect(figure?.alternatives.map(({ text }) => text)).toEqual(['-1,517,600']);
});

it('so is one right beside a figure that is a line of its own, above it or below it', () => {
  expect(read(line('82.38%'), line('—', 190, 125))).toEqual([['82.38%', 0.6]]);
  expect(read(line('≥82%'), line('—', 120, 125))).toEqual([['≥82%', 0.6]]);
  expect(read(line('82.38%'), line('—', 190, 110))).toHaveLength(2);
  const next = { ...line('—', 190, 125), cell: { x0: 188, y0: 90, x1: 300, y1: 160 } };
  expect(read(line('82.38%'), next)).toHaveLength(2);
});

it('a dash of the next cell, of a line of its own, or beside words stays', () => {
  expect(read(line('—', 20, 98), line('1,517,600'))).toEqual([
    ['—', 0.98],
    ['1,517,600', 0.98],
  ]);
  expect(read(line('—', 120, 60), line('1,517,600'))).toHaveLength(2);
  expect(read(line('—', 120, 92), line('其中'))).toHaveLength(2);
});
