/**
 * Text of a glyph as its font says, folded where the font names a look-alike of the character that was written:
 * Kangxi radicals (⼀), radicals supplement (⻚), compatibility ideographs and ligatures. Full-width forms stay.
 */

/** CJK Radicals Supplement that Unicode does not decompose, as browsers' PDF writers emit them for 长 页 风 … */
const supplement = new Map(
  Array.from(
    '⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺏尢⺓幺⺗心⺘手⺙攵⺚无⺛旡⺜日⺝月⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲网⺳网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    (pair): [string, string] => [pair[1] ?? '', pair[2] ?? ''],
  ),
);

/** What the numbers of glyphs fall into that are one byte, as pdf.js takes them for characters. */
const latin =
  /^[!-/:-~\u00a1-\u024f\u02c6-\u02dd\u0391-\u03c9\u2020-\u203a\u2044\u20ac\u2202-\u22ff\u25ca]$/u;

/**
 * Those among them that stand in hardly any text: signs that join no words and figures, letters with accents. Not ≥, √ and
 * such: where a font lacks them, another writes nothing else.
 */
const odd =
  /^[!"#$&'*;<=>?@[\\\]^_`{|}~\u00a1-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f\u02c6-\u02dd\u2020-\u2022\u2039-\u203a\u2044\u2202\u2206\u220f\u222b\u25ca]$/u;

/** Stands for what is drawn but has no known meaning. */
export const unknownCharacter = '\ufffd';

/** What a glyph is read as. */
export interface ReadCharacter {
  text: string;
  /** It is a character that no file means: see isUnreadable. */
  unknown: boolean;
  /** It is of no script that filings are written in. */
  foreign: boolean;
  /** It is a Latin letter or a sign beside them, and no figure. */
  latin: boolean;
  /** It is one of them that texts hardly use. */
  odd: boolean;
}

const known = new Map<string, ReadCharacter>();

/** Kept small against documents that name a million code points. */
const maxRemembered = 60_000;

/** Reads what the font says of a glyph; the same few thousand characters make up nearly all pages, so each is looked into once. */
export function readCharacter(text: string): ReadCharacter {
  let character = known.get(text);
  if (!character) {
    character = {
      text: foldGlyphText(text),
      unknown: isUnreadable(text),
      foreign: isForeign(text),
      latin: latin.test(text),
      odd: odd.test(text),
    };
    if (known.size < maxRemembered) known.set(text, character);
  }
  return character;
}

export function foldGlyphText(text: string): string {
  return text.length === 1 && text >= ' ' && text < '\u007f'
    ? text
    : Array.from(text, foldCharacter).join('');
}

/** A font without a map has the numbers of its glyphs here; the third is the space of nearly all of them. */
export function isControl(code: number): boolean {
  return code < 0x20 && code !== 0 && code !== 0x03 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0) return '';
  if (code === 0xfffe || code === 0xffff) return unknownCharacter;
  if (code < 0x20) return isControl(code) ? unknownCharacter : ' ';
  if (code === 0xa0) return ' ';
  if ((code >= 0x7f && code < 0xa0) || code === 0xad || code === 0xfeff) return '';
  if (code >= 0x200b && code <= 0x200f) return '';
  if (code === 0x2f3e) return '户';
  if (code === 0x2fad) return '青';
  // One glyph of Noto Sans CJK for two characters, of which browsers name the rare one.
  if (code === 0x3b35) return '胶';
  // One glyph for the two or three characters of a Chinese dash.
  if (code === 0x2e3a || code === 0x2e3b) return '—'.repeat(code - 0x2e38);
  // What the collection of Adobe's Chinese fonts (Adobe-GB1) names the dots of ……
  if (code === 0x22ef) return '…';
  if (code >= 0x2e80 && code <= 0x2fdf) return supplement.get(character) ?? character.normalize('NFKC');
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfb00 && code <= 0xfb06))
    return character.normalize('NFKC');
  return character;
}

/**
 * Characters that no filing is written in: private use, unassigned surrogates, replacement. A font that
 * lacks a ToUnicode map shows its glyph numbers as such.
 */
function isUnreadable(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  // U+FFFE and U+FFFF are no characters: writers name the blank box so that a font shows for what it has not.
  return (
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xfffd && code <= 0xffff) ||
    code >= 0xf0000 ||
    isControl(code)
  );
}

/** Control codes and letters of scripts that no filing is written in: from Armenian to Khmer, Extension A, Yi and Hangul. */
function isForeign(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return (
    isControl(code) ||
    (code >= 0x0530 && code < 0x1e00) ||
    (code >= 0x3400 && code < 0x4dc0 && code !== 0x3b35) ||
    (code >= 0xa000 && code < 0xe000)
  );
}

/** Which script a foreign character is of: the part of Unicode that it lies in, or `rare` for the Chinese characters of Extension A. */
export function foreignScript(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  if (code >= 0x3400 && code < 0x4dc0) return 'rare';
  if (code >= 0xac00) return 'hangul';
  return code >= 0xa000 && code < 0xa4d0 ? 'yi' : `${code >> 8}`;
}
