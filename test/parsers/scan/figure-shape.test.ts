import { describe, expect, it } from 'vitest';
import { inkBeside, isOutOfLine, lostPoint, mayBeComma } from '../../../parsers/scan/figures/figure-shape.ts';
import type { SeenTwice } from '../../../parsers/scan/figures/seen-twice.ts';
import type { Area } from '../../../parsers/scan/image/raster.ts';

const em = 22;

type Glyph = [text: string, x0: number, x1: number, y0: number, y1: number];

const areaOf = ([, x0, x1, y0, y1]: Glyph): Area => ({ x0, x1, y0, y1 });

/** A figure whose characters stand on glyphs; 8-point print at 200 dpi, in pixels. */
const figure = (...glyphs: Glyph[]): SeenTwice[] =>
  glyphs.map((glyph) => {
    const area = areaOf(glyph);
    const x = (area.x0 + area.x1) / 2;
    return { text: glyph[0], confidence: 0.99, x, rival: '', rivalConfidence: 0, glyph: area, vote: null };
  });

const both = { first: true, last: true };

describe('a point before three digits', () => {
  const seen = (foot: number) =>
    figure(
      ['9', 0, 11, 0, 15],
      ['6', 13, 23, 0, 15],
      ['.', 28, 32, 11, foot],
      ['2', 37, 47, 0, 15],
      ['2', 49, 59, 0, 15],
      ['4', 61, 72, 1, 15],
    );

  it('may be a comma where its ink hangs below the digits', () => {
    expect(mayBeComma(seen(16), 2, em)).toBe(true);
    expect(mayBeComma(seen(15), 2, em)).toBe(false);
  });

  it('may be one in print so small that a comma has no tail', () => {
    expect(mayBeComma(seen(15), 2, 17)).toBe(true);
  });
});

describe('the ink of a figure', () => {
  const digits: Glyph[] = [
    ['2', 14, 24, 0, 15],
    ['2', 26, 36, 0, 15],
    ['.', 38, 41, 12, 15],
    ['0', 43, 53, 0, 15],
  ];

  it('is whole where nothing stands beside it', () => {
    expect(inkBeside(digits.map(areaOf), figure(...digits), em, both)).toBeNull();
  });

  it('is not where a sign of per cent behind it, or a sign before it, was not read', () => {
    const percent = areaOf(['', 55, 66, 0, 15]);
    const sign = areaOf(['', 0, 12, 1, 14]);
    const inside = digits.map(areaOf);
    expect(inkBeside([...inside, percent], figure(...digits), em, both)).toContain('behind');
    expect(inkBeside([sign, ...inside], figure(...digits), em, both)).toContain('before');
    // Within a sentence the ink belongs to the words.
    expect(
      inkBeside([sign, ...inside, percent], figure(...digits), em, { first: false, last: false }),
    ).toBeNull();
  });

  it('is not where pieces behind it are those of a sign that broke', () => {
    const pieces = (height: number): Area[] =>
      [
        [56, 57, 0, 4],
        [59, 60, 2, 8],
        [62, 64, height - 3, height],
      ].map(([x0, x1, y0, y1]) => ({ x0: x0!, x1: x1!, y0: y0!, y1: y1! }));
    const beside = (...behind: Area[]) =>
      inkBeside([...digits.map(areaOf), ...behind], figure(...digits), em, both);
    expect(beside(...pieces(15))).toContain('behind');
    expect(beside(...pieces(8))).toBeNull();
    expect(beside(pieces(15)[1]!)).toBeNull();
  });

  it('is doubtful where its first digit is wider or lower than the others, as ≥ is that was read as 2', () => {
    const behind: Glyph[] = [
      ['9', 16, 26, 0, 15],
      ['5', 28, 38, 0, 15],
    ];
    const read = (head: Glyph) => inkBeside([head, ...behind].map(areaOf), figure(head, ...behind), em, both);
    expect(read(['2', 0, 14, 1, 15])).toContain('first digit');
    expect(read(['2', 3, 13, 3, 14])).toContain('first digit');
    expect(read(['2', 4, 14, 0, 15])).toBeNull();
    expect(read(['1', 8, 13, 0, 15])).toBeNull();
  });

  it('is sure where its first digit is wider and that digit by itself, but for a 2', () => {
    const read = (text: string) => {
      const [head, ...others] = figure([text, 0, 14, 0, 15], ['.', 17, 20, 12, 15], ['0', 24, 32, 0, 15]);
      const seen = [{ ...head!, vote: { text, confidence: 0.97 } }, ...others];
      return inkBeside(
        seen.flatMap(({ glyph }) => glyph ?? []),
        seen,
        em,
        both,
      );
    };
    expect(read('4')).toBeNull();
    expect(read('2')).toContain('first digit');
  });
});

describe('the point of a figure that left no ink', () => {
  const wide = (...starts: number[]) => figure(...starts.map((x): Glyph => ['8', x, x + 10, 0, 15]));

  it('is missed where two digits stand further apart than the others', () => {
    expect(lostPoint(wide(0, 12, 24, 42, 54))).toBe(3);
    expect(lostPoint(wide(0, 18))).toBe(1);
  });

  it('is not where digits stand as far from one another as digits do', () => {
    expect(lostPoint(wide(0, 12, 25, 37, 49))).toBeNull();
    expect(lostPoint(wide(0, 18, 36, 54))).toBeNull();
    expect(lostPoint(wide(0, 12))).toBeNull();
    expect(lostPoint(figure(['8', 0, 10, 0, 15], ['.', 13, 15, 13, 15], ['8', 18, 28, 0, 15]))).toBeNull();
  });
});

describe('a stroke over a figure', () => {
  const seen = (...second: [y0: number, y1: number]) =>
    figure(['1', 0, 8, 0, 15], ['5', 10, 20, ...second], ['.', 22, 25, 12, 15], ['7', 27, 37, 0, 15]);

  it('stands out of the line of its digits', () => {
    expect(isOutOfLine(seen(0, 15), both)).toBe(false);
    expect(isOutOfLine(seen(-1, 16), both)).toBe(false);
    expect(isOutOfLine(seen(-3, 15), both)).toBe(true);
    expect(isOutOfLine(seen(0, 19), both)).toBe(true);
  });

  it('is known by the lower of two digits, and by a point that is none', () => {
    const two = (top: number, ...rest: Glyph[]) =>
      figure(['5', 0, 10, top, 15 - top], ['4', 12, 22, 0, 15], ...rest);
    expect(isOutOfLine(two(-4), both)).toBe(true);
    expect(isOutOfLine(two(0, [',', 24, 28, 11, 19]), both)).toBe(false);
    expect(isOutOfLine(two(0, [',', 24, 28, 4, 19]), both)).toBe(true);
  });

  it('is no word that touches its first or last digit', () => {
    const touched = figure(['1', 0, 8, 0, 15], ['2', 10, 20, 0, 19]);
    expect(isOutOfLine(touched, { first: true, last: false })).toBe(false);
    expect(isOutOfLine(touched, both)).toBe(true);
  });
});
