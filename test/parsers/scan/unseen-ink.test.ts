import { describe, expect, it } from 'vitest';
import { unseenInk } from '../../../parsers/scan/lines/read-text.ts';

const em = 50;
/** A glyph from column to column, from row to row, in hundredths of an em. */
const glyph = (x0: number, x1: number, y0: number, y1: number) => ({
  x0: (x0 * em) / 100,
  x1: (x1 * em) / 100,
  y0: (y0 * em) / 100,
  y1: (y1 * em) / 100,
});
const seen = (...places: [string, number][]) => ({
  characters: places.map(([text, x]) => ({
    text,
    x: (x * em) / 100,
    confidence: 0.99,
    rival: '',
    rivalConfidence: 0,
  })),
});

describe('ink that was passed over', () => {
  // 一、税: as printed in 宋体.
  const list = [glyph(0, 94, 36, 47), glyph(138, 164, 34, 57), glyph(205, 301, 0, 96)];
  // 0%。
  const end = [glyph(0, 44, 0, 72), glyph(52, 130, 0, 72), glyph(137, 166, 48, 76)];

  it('is a comma of lists between two characters', () => {
    expect(unseenInk(seen(['一', 46], ['税', 273]), list, em)).toBeGreaterThan(0);
    expect(unseenInk(seen(['一', 46], ['、', 150], ['税', 250]), list, em)).toBe(0);
  });

  it('is a full stop behind the last character', () => {
    expect(unseenInk(seen(['0', 22], ['%', 96]), end, em)).toBeGreaterThan(0);
    expect(unseenInk(seen(['0', 22], ['%', 96], ['。', 155]), end, em)).toBe(0);
  });

  it('is no part of a character that falls into two', () => {
    // 八 and 心 end in small strokes.
    expect(unseenInk(seen(['八', 46]), [glyph(0, 40, 10, 96), glyph(52, 96, 10, 96)], em)).toBe(0);
    expect(unseenInk(seen(['心', 46]), [glyph(0, 66, 10, 96), glyph(72, 96, 30, 70)], em)).toBe(0);
  });

  it('is no dirt that is narrower than any mark', () => {
    expect(unseenInk(seen(['一', 46]), [glyph(0, 94, 36, 47), glyph(150, 160, 40, 50)], em)).toBe(0);
  });
});
