import { isControl } from './unicode.ts';

/** What a font says of a code: its character, and its width in thousandths of an em. */
export interface MappedGlyph {
  unicode: string;
  width: number;
  /** The code that wrote it. */
  originalCharCode?: number;
  /** By which an embedded program knows it. */
  fontChar?: string;
}

/** What a map gives to glyphs of which it tells nothing. */
export const noCharacter = '\u0000';

/** So many codes of one blank, or of one character, that it stands for others; and how many codes a font must have for that to tell. */
const fewestAlike = 3;
const fewestCodes = 4;

/** Digits, and how much narrower or wider than most digits one of them may be: signs and Chinese characters are by more. */
const digit = /^[0-9]$/;
const narrowest = 0.55;
const widest = 1.6;

/**
 * What of a font's characters is none of those that it draws: `all`, or the blanks (as they are read) that stand for signs, or null. Several codes
 * of one blank, most codes of one character, and digits that are as narrow as a point tell.
 */
export function brokenMap(codes: ReadonlySet<MappedGlyph>): ReadonlySet<string> | 'all' | null {
  const alike = new Map<string, number>();
  for (const { unicode } of codes) alike.set(unicode, (alike.get(unicode) ?? 0) + 1);
  const blanks = new Set<string>();
  for (const [unicode, count] of alike) {
    const isBlank = unicode === noCharacter || unicode.trim() === '';
    if (isBlank && count >= fewestAlike) blanks.add(unicode === noCharacter ? unicode : ' ');
    if (!isBlank && codes.size >= fewestCodes && count > codes.size / 2) return 'all';
  }
  if (hasUnlikeDigits(codes)) return 'all';
  if (hidesGlyphs(codes)) blanks.add(' ');
  return blanks.size > 0 ? blanks : null;
}

/** In most fonts all digits are of one width. */
function hasUnlikeDigits(codes: ReadonlySet<MappedGlyph>): boolean {
  const widths = new Map<string, number>();
  for (const { unicode, width } of codes)
    if (digit.test(unicode)) widths.set(unicode, Math.max(width, widths.get(unicode) ?? 0));
  if (widths.size < fewestAlike) return false;
  const sorted = [...widths.values()].sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1]!;
  return sorted[0]! < usual * narrowest || sorted.at(-1)! > usual * widest;
}

/**
 * Whether numbers of glyphs are taken for tabs and ends of lines, as those of other glyphs are for control codes; the third is the space of
 * nearly all fonts, unless it is as wide as others.
 */
function hidesGlyphs(codes: ReadonlySet<MappedGlyph>): boolean {
  const controls = [...codes].filter(({ unicode }) => isControl(unicode.codePointAt(0) ?? 0));
  if (controls.length < fewestAlike) return false;
  const sorted = controls.map(({ width }) => width).sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1]!;
  return [...codes].some(
    ({ unicode, width }) => /^[\t\n\r]$/.test(unicode) || (unicode === '\u0003' && width >= usual),
  );
}

/** Codes from here on are of character maps for Chinese; numbers of glyphs hardly reach so far. */
const firstChineseCode = 0x8140;

/** So many characters that are their own codes are not so by chance, and thousandths of an em from which no Latin letter is as wide. */
const fewestOwn = 3;
const wide = 950;

/**
 * Characters of a font with codes of two bytes for which its map has none: pdf.js takes the code itself, the number of a glyph, for the character.
 * They are told by being their own codes where others of the font are not: one may be so by chance, not several, not Chinese ones, and
 * none where codes that are no characters at all show that the map lacks some.
 */
export function ownCodes(codes: ReadonlySet<MappedGlyph>): ReadonlySet<string> {
  const own: MappedGlyph[] = [];
  let others = 0;
  let areNumbers = false;
  let lacksSome = false;
  for (const glyph of codes) {
    const { unicode, originalCharCode: code = 0 } = glyph;
    if (unicode === String.fromCharCode(code)) {
      if (isControl(code)) lacksSome = true;
      else if (code > 0x20) own.push(glyph);
    } else if (code < firstChineseCode) {
      others++;
      areNumbers ||= code > 0xff;
    }
  }
  if (others < own.length || (!areNumbers && others < fewestCodes)) return new Set();
  const isTold = ({ unicode, width }: MappedGlyph): boolean => unicode > '\u00ff' || width >= wide;
  return new Set(
    lacksSome || own.length >= fewestOwn || own.some(isTold) ? own.map(({ unicode }) => unicode) : [],
  );
}
