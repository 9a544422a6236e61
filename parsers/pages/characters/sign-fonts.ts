import { codePoint } from 'dingbat-to-unicode';
import type { FontFace } from '../drawing/drawing-state.ts';

/** A glyph as far as a font of signs names it. */
interface CodedGlyph {
  unicode: string;
  /** Thousandths of the font size. */
  width: number;
  originalCharCode?: number;
}

/** Fonts whose letters are signs, behind the mark of a subset, and their names in the tables. */
const signFont = /^(?:[A-Z]{6}\+)?(wingdings|webdings|symbol|standardsymbols)[ -]?([23])?/i;

/** The font that LibreOffice draws the letters of all of them by. */
const openSymbol = /^(?:[A-Z]{6}\+)?opensymbol/i;

/** Signs of formulas, of which no table is public. */
const formulaFont = /^(?:[A-Z]{6}\+)?mt[ -]?extra/i;

const typefaces = new Map([
  ['wingdings', 'Wingdings'],
  ['webdings', 'Webdings'],
  ['symbol', 'Symbol'],
  ['standardsymbols', 'Symbol'],
]);

/**
 * Signs of forms in OpenSymbol by the letters of private use that name them, with their widths: f0fe is ☑ of Wingdings or the foot of a brace of
 * Symbol, of which the file tells nothing but how wide each is.
 */
const drawnByOpenSymbol = new Map(
  Array.from(
    (
      '25%832 28(389 29)389 2b+583 2c,250 2d-332 2e.250 2f/277 30 0500 31 1500 32 2500 33 3500 34 4500 35 5500 36 6500 37 7500 38 8500 39 9500 3a:277 ' +
      '3c<583 3d=794 3e>583 44Δ611 53Σ591 6dμ576 7e~794 a3≤794 a5∞751 ad↑407 ae→811 af↓401 b0°259 b1±794 b3≥794 b4×794 b8÷794 b9≠794 ba≡794 bb≈794 d6√532 e5∑695 ' +
      '6c●1000 6e■762 6f□903 70□928 71❑900 72❒878 75◆1000 78☒605 a7▪461 a8□890 fb✗683 fc✓828 fd☒919 fe☑925 ' +
      '4f✗479 50✓787 51☒919 52☑925 53☒919 54☒919 98●958 99○891 a2■996 a3□890'
    ).matchAll(/(..) ?(\D|\d(?=500))(\d+)/gu),
    (entry): [string, string] => [`${Number.parseInt(entry[1]!, 16)} ${entry[3]}`, entry[2]!],
  ),
);

/** How wide Standard Symbols is where it has no glyph, and its signs that are as wide. */
const wideOfNone = 250;
const asWide = new Set([',', '.', '⋅']);

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
  if (openSymbol.test(name)) return signOfWidth(glyph);
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

function signOfWidth({ unicode, width }: CodedGlyph): string | null {
  const code = privateLetter(unicode);
  if (code === null || code <= 0x20) return null;
  return drawnByOpenSymbol.get(`${code} ${Math.round(width)}`) ?? '';
}

/** Whether a sign that its letter names is not drawn: LibreOffice leaves an empty place for it where Symbol is not on its machine. */
export function isWanting({ name = '' }: FontFace, { unicode, width }: CodedGlyph, sign: string): boolean {
  const isNone = signFont.exec(name)?.[1]?.toLowerCase() === 'standardsymbols' && width === wideOfNone;
  return isNone && privateLetter(unicode) !== null && !asWide.has(sign);
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
