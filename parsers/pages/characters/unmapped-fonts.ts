import type { Glyph } from '../../geometry/marks.ts';
import type { FontFace } from '../drawing/drawing-state.ts';
import { brokenMap, type MappedGlyph, noCharacter, ownCodes } from './broken-maps.ts';
import { type GlyphNames, isGuessed } from './drawn-fonts.ts';
import { foldedCharacters } from './folded-maps.ts';
import { foreignScript, type ReadCharacter, unknownCharacter } from './unicode.ts';

/** What a font wrote on a page. */
export interface FontUse {
  /** Its codes are of one or more bytes. */
  composite: boolean;
  /** Its name, without the marks of a subset and of a piece of 256 glyphs: ABCDEF+Song_2a. */
  family: string;
  names: GlyphNames | undefined;
  all: number;
  /** Characters that no filing is written in, and which of them. */
  foreign: number;
  foreignKinds: Set<string>;
  /** Signs that texts hardly use, and which of them; among them, such as are an em wide. */
  odd: number;
  oddKinds: Set<string>;
  wideOdd: number;
  /** Latin characters, figures not counted, that are an em wide. */
  wideLatin: number;
  /** Small letters, and the vowels among them. */
  small: number;
  vowels: number;
  drawsOtherDigits: FontFace['drawsOtherDigits'];
  /** What it wrote, every code once. */
  codes: Set<MappedGlyph>;
}

/** Share of foreign characters from which a font's are no characters, and the fewest that tell. */
const foreignShare = 0.1;
const fewestForeign = 3;

/** Kinds of odd signs, and their share of all characters, from which a font's are numbers of its glyphs. */
const fewestKinds = 4;
const oddShare = 0.25;

/**
 * In the fonts of Chinese characters by the 256 that some systems write, most glyphs are an em wide, which letters are in no font:
 * a smaller share of odd signs tells then.
 */
const wideShare = 0.5;
const wideOddShare = 0.1;

/** Thousandths of an em from which a glyph is as wide as a Chinese character. */
const wideFrom = 950;

export function useOf(
  { loadedName, name = '', composite = false, glyphNames: names, drawsOtherDigits }: FontFace,
  fonts: Map<string, FontUse>,
): FontUse {
  let use = fonts.get(loadedName);
  if (!use) {
    const counts = { all: 0, foreign: 0, odd: 0, wideOdd: 0, wideLatin: 0, small: 0, vowels: 0 };
    const kinds = { foreignKinds: new Set<string>(), oddKinds: new Set<string>() };
    use = {
      composite,
      family: familyOf(name),
      names,
      drawsOtherDigits,
      ...counts,
      ...kinds,
      codes: new Set(),
    };
    fonts.set(loadedName, use);
  }
  return use;
}

const familyOf = (name: string): string => name.replace(/^[A-Z]{6}\+/, '').replace(/[-_]?[\da-f]{2}$/i, '');

export function count(use: FontUse, { text, foreign, odd, latin }: ReadCharacter, glyph: MappedGlyph): void {
  use.all++;
  use.codes.add(glyph);
  if (foreign) {
    use.foreign++;
    use.foreignKinds.add(text);
  }
  if (!latin) return;
  const isWide = glyph.width >= wideFrom;
  if (isWide) use.wideLatin++;
  if (/[a-z]/.test(text)) use.small++;
  if (/[aeiou]/.test(text)) use.vowels++;
  if (!odd) return;
  use.odd++;
  use.oddKinds.add(text);
  if (isWide) use.wideOdd++;
}

/** Whether the characters of a font are numbers of its glyphs, which pdf.js takes for characters, of any script. */
function isForeign({ all, foreign }: FontUse): boolean {
  return foreign >= fewestForeign && foreign >= all * foreignShare;
}

/** So many foreign characters, of so many scripts or of those that name nothing but rare words, are in no text. */
const fewestStrewn = 6;
const fewestScripts = 3;

/** Whether those of all fonts of a page are strewn over scripts as numbers are, or a text: one in Tibetan or Uyghur keeps to its own. Null where they are too few to tell. */
function areStrewn(fonts: ReadonlyMap<string, FontUse>): boolean | null {
  const kinds = new Set([...fonts.values()].filter(isForeign).flatMap((use) => [...use.foreignKinds]));
  if (kinds.size < fewestStrewn) return null;
  const scripts = new Set([...kinds].map(foreignScript));
  return scripts.size >= fewestScripts || scripts.has('rare');
}

/** So many small letters, so large a part of all, with so many vowels among them as words have: numbers would be capitals and signs as well. */
const fewestSmall = 24;
const smallShare = 0.35;
const [fewestVowels, mostVowels] = [0.25, 0.6];

/** Whether a font writes words, as a listing of a program does for all its signs. */
function writesWords({ all, small, vowels, wideLatin }: FontUse): boolean {
  const areWords = vowels >= small * fewestVowels && vowels <= small * mostVowels;
  return small >= fewestSmall && small >= all * smallShare && areWords && wideLatin === 0;
}

/** How far the numbers of the collections of Adobe's Chinese fonts, which pdf.js takes for characters as well, lie before those of ASCII. */
const beforeAscii = 31;

/** Below these codes characters are of ASCII, and Latin. */
const [endOfAscii, endOfLatin] = [0x7f, 0x250];

/**
 * Whether most Latin characters of a font are others than their codes: the file tells them, and a font that writes nothing but signs (>= beside
 * Chinese) or letters with accents is the one that another lacks them for. In fonts of one byte, codes beyond ASCII are others by themselves.
 */
function isToldByMap({ codes, composite }: FontUse): boolean {
  const end = composite ? endOfLatin : endOfAscii;
  let balance = 0;
  for (const { unicode, originalCharCode: code } of codes) {
    const character = unicode.codePointAt(0) ?? 0;
    if (code === undefined || character <= 0x20 || character >= end) continue;
    balance += character === code || character === code + beforeAscii ? -1 : 1;
  }
  return balance > 0;
}

/** The same of numbers that stay among the Latin characters: texts would be full of signs. */
function isRubbish(use: FontUse): boolean {
  const { all, odd, oddKinds, wideOdd, wideLatin } = use;
  if (oddKinds.size < fewestKinds || writesWords(use) || isToldByMap(use)) return false;
  return odd >= all * oddShare || (wideLatin >= all * wideShare && wideOdd >= wideLatin * wideOddShare);
}

/**
 * Writers cut a font of Chinese characters into pieces of 256 glyphs, many of which write two or three: such tell together, for themselves and for
 * other pieces of their fonts. In pieces whose maps are right no Latin letters are an em wide.
 */
function rubbishFamilies(fonts: ReadonlyMap<string, FontUse>): ReadonlySet<string> {
  const pieces = [...fonts.values()].filter((use) => !use.composite && use.wideLatin >= use.all * wideShare);
  const sum = (of: (use: FontUse) => number): number => pieces.reduce((all, use) => all + of(use), 0);
  const kinds = new Set(pieces.flatMap(({ oddKinds }) => [...oddKinds]));
  const areRubbish =
    kinds.size >= fewestKinds && sum((use) => use.wideOdd) >= sum((use) => use.wideLatin) * wideOddShare;
  return new Set(areRubbish ? pieces.map(({ family }) => family) : []);
}

/** The glyphs of a page, and how many of them have no known meaning; `rubbish`: those that would pass for Latin text. */
export interface ToldGlyphs {
  glyphs: Glyph[];
  unmapped: number;
  rubbish: number;
}

/**
 * Counts the characters of fonts whose map the file lacks, and marks their glyphs as unknown where signs and figures stand for others: no cell
 * of them is sure. So it does with the characters that a map gives to glyphs of which it tells nothing.
 */
export function markUnmapped(fonts: ReadonlyMap<string, FontUse>, glyphs: readonly Glyph[]): ToldGlyphs {
  let unmapped = 0;
  let rubbish = 0;
  const marked = new Map<string, ReadonlySet<string> | 'all'>();
  const families = rubbishFamilies(fonts);
  const isStrewn = areStrewn(fonts);
  for (const [name, use] of fonts) {
    const broken = brokenMap(use.codes) ?? (use.composite ? unmappedOf(use.codes) : null);
    const isLatin =
      (!use.composite && families.has(use.family)) ||
      isRubbish(use) ||
      broken === 'all' ||
      (use.names !== undefined && isGuessed(use.codes, use.names));
    if (broken !== null) marked.set(name, broken);
    const isText = isStrewn === false && use.oddKinds.size < fewestKinds;
    if (!isLatin && (!isForeign(use) || isText)) continue;
    unmapped += use.all;
    if (isLatin) rubbish += use.all;
    if (isLatin || use.odd > 0 || isStrewn === true) marked.set(name, 'all');
  }
  for (const [name, folded] of foldedCharacters(fonts)) {
    const others = marked.get(name);
    if (others === 'all') continue;
    marked.set(name, new Set([...(others ?? []), ...folded]));
    const count = glyphs.filter(({ font, text }) => font === name && folded.has(text)).length;
    unmapped += count;
    rubbish += count;
  }
  if (marked.size > 0) for (const glyph of glyphs) mark(glyph, marked.get(glyph.font));
  return { glyphs: glyphs.filter(({ text }) => text !== noCharacter), unmapped, rubbish };
}

function unmappedOf(codes: ReadonlySet<MappedGlyph>): ReadonlySet<string> | null {
  const own = ownCodes(codes);
  return own.size > 0 ? own : null;
}

function mark(glyph: Glyph, which: ReadonlySet<string> | 'all' | undefined): void {
  if (which === undefined) return;
  const isUnmapped = which !== 'all' && which.has(glyph.text);
  if (isUnmapped) glyph.text = unknownCharacter;
  if (isUnmapped || which === 'all') glyph.unknown = true;
}
