import { describe, expect, it } from 'vitest';
import { withSigns } from '../../../parsers/scan/figures/sign-check.ts';
import { leanOf } from '../../../parsers/scan/figures/sign-lean.ts';
import { withLoneSign, withSignsReadAsTwo } from '../../../parsers/scan/figures/signs-by-lean.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';

/** Ink of a drawing, `#` dark. */
function drawn(rows: readonly string[]): Raster {
  const width = rows[0]!.length;
  const data = new Uint8Array(rows.flatMap((row) => [...row].map((mark) => (mark === '#' ? 1 : 0))));
  return { width, height: rows.length, data };
}

const whole = ({ width, height }: Raster) => ({ x0: 0, y0: 0, x1: width, y1: height });
const mirrored = (rows: readonly string[]): string[] => rows.map((row) => [...row].reverse().join(''));

/** ≧ of a narrow face, 9 points at 150 dpi. */
const narrow = [
  '##.......',
  '.###.....',
  '...###...',
  '.....###.',
  '......###',
  '....###..',
  '..###....',
  '###......',
  '#########',
  '.........',
  '#########',
  '#########',
];

const two = [
  '..#####..',
  '.##...##.',
  '##.....##',
  '.......##',
  '......##.',
  '.....##..',
  '....##...',
  '...##....',
  '..##.....',
  '.##......',
  '#########',
  '#########',
];

describe('which way a small sign points', () => {
  it('is told by where its ink begins and goes', () => {
    const [greater, less] = [drawn(narrow), drawn(mirrored(narrow))];
    expect(leanOf(greater, whole(greater))).toBe('>');
    expect(leanOf(less, whole(less))).toBe('<');
  });

  it('is none for a digit', () => {
    const ink = drawn(two);
    expect(leanOf(ink, whole(ink))).toBeNull();
  });
});

describe('a 2 before digits', () => {
  const read = (rows: readonly string[], vote: { text: string; confidence: number }, digits = '8') => {
    const ink = drawn(rows);
    const seen = {
      text: '2',
      confidence: 0.97,
      x: 4,
      rival: '',
      rivalConfidence: 0,
      glyph: whole(ink),
      vote,
    };
    const behind = [...digits].map((text) => ({ ...seen, text, x: 16, glyph: null, vote: null }));
    return withSignsReadAsTwo(ink, [seen, ...behind]).map(({ text, confidence }) => [text, confidence]);
  };

  it('is a sign by its shape, in doubt', () => {
    expect(read(narrow, { text: '≥', confidence: 0.45 })[0]).toEqual(['≥', 0.8]);
  });

  it('stays where its glyph alone is one, or its shape is that of no sign', () => {
    expect(read(narrow, { text: '2', confidence: 0.97 })[0]).toEqual(['2', 0.97]);
    expect(read(two, { text: '', confidence: 0 })[0]).toEqual(['2', 0.97]);
  });

  it('stays where a nought and digits follow: 2032年 is a year, and no figure is 032', () => {
    expect(read(narrow, { text: '≥', confidence: 0.45 }, '032')[0]).toEqual(['2', 0.97]);
    expect(read(narrow, { text: '≥', confidence: 0.45 }, '0.5')[0]).toEqual(['≥', 0.8]);
  });
});

describe('a letter alone', () => {
  const read = (rows: readonly string[], text: string) => {
    const ink = drawn(rows);
    return withLoneSign(ink, [whole(ink)], { text, confidence: 0.9, doubt: null, alternatives: [] });
  };

  it('is the sign that points the same way, in doubt', () => {
    expect(read(mirrored(narrow), 'M')).toMatchObject({
      text: '≤',
      confidence: 0.7,
      doubt: 'a sign by its shape, read as M',
    });
    expect(read(narrow, 'M')).toMatchObject({ text: '≥', alternatives: [{ text: 'M' }] });
  });

  it('stays where it points nowhere, and a digit that no sign is like stays too', () => {
    expect(read(two, 'Z')).toMatchObject({ text: 'Z', doubt: null });
    expect(read(narrow, '7')).toMatchObject({ text: '7', doubt: null });
  });
});

describe('a sign that the reader passed over', () => {
  it('is put in before a digit by where it points, in doubt', () => {
    // So narrow that its strokes are those of no sign; the digit behind it is a block, of which only the size counts.
    const rows = mirrored(narrow).map((row) => `${row.slice(0, 4)}${row.slice(5)}...########`);
    const ink = drawn(rows);
    const glyphs = [
      { x0: 0, y0: 0, x1: 8, y1: 12 },
      { x0: 11, y0: 0, x1: 19, y1: 12 },
    ];
    const digit = { text: '7', x: 15, confidence: 0.99, rival: '', rivalConfidence: 0 };
    const { characters } = withSigns(ink, glyphs, { characters: [digit], leftOut: 0 }, 18);
    expect(characters.map(({ text }) => text)).toEqual(['≤', '7']);
    expect(characters[0]!.confidence).toBeLessThan(0.9);
  });
});
