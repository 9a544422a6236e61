import { describe, expect, it } from 'vitest';
import { boundWidthCodes } from '../../../parsers/pdf/damage/width-codes.ts';

const bounded = (text: string): string =>
  Buffer.from(boundWidthCodes(Buffer.from(text, 'latin1'))).toString('latin1');

describe('widths of glyphs that no font can have', () => {
  it.each([
    ['/W [4 2000000000 500 7 [500 600]] /DW 500', '/W [4 65535      500 7 [500 600]] /DW 500'],
    ['/W2[0 [500 1 2] 4 999999 5 6 7] /W [1 888888 3]', '/W2[0 [500 1 2] 4 65535  5 6 7] /W [1 65535  3]'],
    ['/W [0 70000000', '/W [0 65535   '],
  ])('ends a range at the highest glyph, in as many bytes: %s', (text, expected) => {
    expect(bounded(text)).toBe(expected);
  });

  it.each([
    '/W [4 65535 500 7 [0.3333333 600.1234567]]',
    '/W [4 [123456 0 R 500]]',
    '/Widths [2000000000] /W 2000000000 /L [2000000000]',
    '/W [4 5 6] /N 2000000000',
    '',
  ])('leaves alone what is none: %s', (text) => {
    expect(bounded(text)).toBe(text);
  });
});
