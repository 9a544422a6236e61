import type { MappedGlyph } from './broken-maps.ts';

/** Names of glyphs by the code, of one byte, that each is written by. */
export type GlyphNames = readonly (string | undefined)[];

/** Names of Unicode, and names in words, which are of lists that programs share. */
const toldName = /^(?:u(?:ni)?[\dA-F]{4,6}|[A-Za-z]+)$/;

/** Names in words that writers number glyphs by letters with, too. */
const wordless = /^(?:glyph|char|g|c|a|index)[a-z]?$/i;

/**
 * Whether the characters of a font without a map are guesses: pdf.js takes the code of a glyph for its character, or the number in its name (g12, C48).
 * A writer that numbers its glyphs gives any figure any code.
 */
export function isGuessed(codes: ReadonlySet<MappedGlyph>, names: GlyphNames): boolean {
  let guesses = 0;
  for (const { unicode, originalCharCode: code = 0 } of codes) {
    const name = names[code];
    if (name === undefined || name.length === 1 || (toldName.test(name) && !wordless.test(name))) continue;
    if (!guessesOf(code, name).includes(unicode)) return false;
    guesses++;
  }
  return guesses > 0;
}

function guessesOf(code: number, name: string): string[] {
  const number = name.slice(1);
  return [code, Number.parseInt(number, 16), Number(number)]
    .filter((value) => value >= 0 && value <= 0x10ffff)
    .map((value) => String.fromCodePoint(Math.floor(value)));
}
