import { codePoint } from 'dingbat-to-unicode';
import type { FontFace } from '../drawing/drawing-state.ts';

/** A glyph as far as a font of signs names it. */
interface CodedGlyph {
  unicode: string;
  originalCharCode?: number;
}

/** Fonts whose letters are signs, behind the mark of a subset, and their names in the tables. */
const signFont = /^(?:[A-Z]{6}\+)?(wingdings|webdings|symbol)[ -]?([23])?/i;

/** Signs of formulas, of which no table is public. */
const formulaFont = /^(?:[A-Z]{6}\+)?mt[ -]?extra/i;

const typefaces = new Map([
  ['wingdings', 'Wingdings'],
  ['webdings', 'Webdings'],
  ['symbol', 'Symbol'],
]);

/** Signs of newer parts of Unicode, and those that forms use in their place. */
const usual = new Map(
  Array.from(
    '🗸✓🗹☑🗴✗🗵☒🗶✗🗷☒🗙✗⮽☒🞎□🞏□🞐□🞑□🞒□🞓□🗆□🗌□◻□⬜□⬛■◼■⚫●⚪○⭘○🞅○🞆○'.matchAll(/(.)(.)/gu),
    (pair): [string, string] => [pair[1] ?? '', pair[2] ?? ''],
  ),
);

/**
 * What a glyph of a font of signs shows: R in Wingdings 2 is ☑, whether the file gives its letter or that letter in the private use area.
 * `null` where the font is none, or its map names a sign already; "" where nobody tells.
 */
export function signOf({ name = '', composite = false }: FontFace, glyph: CodedGlyph): string | null {
  if (formulaFont.test(name)) return letterOf(glyph, composite) === null ? null : '';
  const font = signFont.exec(name);
  if (!font) return null;
  const typeface = typefaces.get(font[1]!.toLowerCase())!;
  const isSymbol = typeface === 'Symbol';
  // pdf.js knows the letters of Symbol itself.
  const code = isSymbol ? privateLetter(glyph.unicode) : letterOf(glyph, composite);
  if (code === null || code <= 0x20) return null;
  const sign = codePoint(font[2] ? `${typeface} ${font[2]}` : typeface, code)?.string ?? '';
  return usual.get(sign) ?? sign;
}

/** A byte that a glyph stands for: of the private use area, else the code by which it was written. */
function letterOf({ unicode, originalCharCode = 0 }: CodedGlyph, composite: boolean): number | null {
  const letter = privateLetter(unicode);
  const code = unicode.codePointAt(0) ?? 0;
  if (letter !== null) return letter;
  // The letters of Windows beyond ASCII are no farther than this, but for some signs that no map of signs would name.
  if (code >= 0x0250 && !/^[\u02c0-\u02df\u2013-\u203a\u20ac\u2122]$/.test(unicode)) return null;
  if (!composite) return originalCharCode <= 0xff ? originalCharCode : null;
  return code <= 0xff ? code : null;
}

function privateLetter(unicode: string): number | null {
  const code = unicode.codePointAt(0) ?? 0;
  return code >= 0xf020 && code <= 0xf0ff ? code & 0xff : null;
}
