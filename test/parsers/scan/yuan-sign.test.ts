import { expect, it } from 'vitest';
import { withYuanSigns } from '../../../parsers/scan/figures/yuan-sign.ts';
import type { LineReading } from '../../../parsers/scan/lines/read-line.ts';

const line = (text: string, x0 = 100, y0 = 100, parted = false): LineReading => ({
  text,
  area: { x0, y0, x1: x0 + 20 * text.length, y1: y0 + 24 },
  em: 24,
  confidence: 0.98,
  doubt: null,
  alternatives: [],
  parted,
});
const texts = (...lines: LineReading[]): string[] => withYuanSigns(lines).map(({ text }) => text);

it('Y before a sum is ¥, in one text, before a gap or on the line above', () => {
  expect(texts(line('Y1,860,000.00'))).toEqual(['¥1,860,000.00']);
  expect(texts(line('Y 350.00'))).toEqual(['¥350.00']);
  expect(texts(line('Y'), line('1,860,000.00', 140, 100, true))).toEqual(['¥', '1,860,000.00']);
  expect(texts(line('Y'), line('1,860,000.00', 102, 140))).toEqual(['¥', '1,860,000.00']);
});

it('a code, a lone letter and a figure of another cell stay', () => {
  expect(texts(line('Y2031'))).toEqual(['Y2031']);
  expect(texts(line('Y'), line('1,860,000.00', 300, 100))).toEqual(['Y', '1,860,000.00']);
  expect(texts(line('Y'), line('校园', 102, 140))).toEqual(['Y', '校园']);
});

it('it is no surer than the figure makes it', () => {
  expect(withYuanSigns([line('Y350.00')])[0]?.confidence).toBe(0.9);
});
