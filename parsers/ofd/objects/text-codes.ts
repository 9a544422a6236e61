import { decodeEntities } from '../../word/markup.ts';
import { attributeOf, childrenOf, type Element, textIn } from '../package/markup-tree.ts';
import { flagOf, numberOf, partsOf, stepsOf } from '../package/values.ts';

/** Signs of one TextCode with their places in the space of their object (§11.3), in millimetres; y on the base line. */
export interface PlacedText {
  x: number;
  y: number;
  /** What each glyph draws: a sign, several, or none. */
  signs: string[];
  /** Numbers of the glyphs, where the file gives them. */
  numbers: (number | null)[];
  /** Steps from each glyph to the next; null where the file has none. */
  across: (number | null)[];
  down: (number | null)[];
}

/** Stands for what is drawn by the number of a glyph alone (§11.3). */
const placeholder = '\u00a4';
const unknown = '\ufffd';

/** Codes that no XML may hold are written as `\` and four digits, and so are blanks. */
const escapes = /\\([0-9a-f]{4})/gi;

function signsOf(code: Element, hasGlyphs: boolean): string[] {
  const text = decodeEntities(code.raw)
    // The line ends of markup that was set out to be read.
    .replace(/^[ \t]*[\r\n]\s*|\s*[\r\n][ \t]*$/g, '')
    .replace(/[\r\n]/g, '')
    .replace(escapes, (whole, digits: string) => {
      const value = Number.parseInt(digits, 16);
      return value <= 0x20 || (value >= 0xd800 && value < 0xe000) || value >= 0xfffe
        ? String.fromCharCode(value)
        : whole;
    });
  return Array.from(text, (sign) => (hasGlyphs && sign === placeholder ? unknown : sign));
}

/** A run of signs that is drawn by glyphs of given numbers (§11.4). */
interface Replaced {
  at: number;
  codes: number;
  glyphs: number;
  numbers: (number | null)[];
}

function replacedOf(transform: Element): Replaced {
  const count = (name: string): number =>
    Math.max(1, Math.trunc(numberOf(attributeOf(transform, name)) ?? 1));
  const numbers = partsOf(textIn(transform, 'Glyphs') ?? '').map(numberOf);
  return {
    at: numberOf(attributeOf(transform, 'CodePosition')) ?? 0,
    codes: count('CodeCount'),
    glyphs: Math.min(count('GlyphCount'), Math.max(1, numbers.length)),
    numbers,
  };
}

/** The texts of a text object, each from where it begins; one that does not say so begins where the one before it began. */
export function placedTexts(object: Element): PlacedText[] {
  const texts: PlacedText[] = [];
  const firstCode = object.children.findIndex(({ name }) => name === 'TextCode');
  // Each text follows its own list; a list that stands before all of them counts on from text to text.
  const countsOn = object.children.findLastIndex(({ name }) => name === 'CGTransform') < firstCode;
  const hasGlyphs = childrenOf(object, 'CGTransform').length > 0;
  let replaced: Replaced[] = [];
  let [x, y] = [0, 0];
  for (const code of object.children) {
    if (code.name === 'CGTransform') replaced.push(replacedOf(code));
    if (code.name !== 'TextCode') continue;
    x = numberOf(attributeOf(code, 'X')) ?? x;
    y = numberOf(attributeOf(code, 'Y')) ?? y;
    const written = signsOf(code, hasGlyphs);
    // Some texts are nothing but numbers of glyphs.
    const drawn = replaced.reduce((sum, { numbers }) => sum + numbers.length, 0);
    const signs = written.length > 0 ? written : Array.from({ length: drawn }, () => unknown);
    const most = 2 * signs.length + replaced.reduce((sum, { glyphs }) => sum + glyphs, 0);
    const across = stepsOf(attributeOf(code, 'DeltaX'), most);
    const down = stepsOf(attributeOf(code, 'DeltaY'), most);
    texts.push({ x, y, across, down, ...fitted(signs, Math.max(across.length, down.length) + 1, replaced) });
    replaced = countsOn ? replaced.map((one) => ({ ...one, at: one.at - signs.length })) : [];
  }
  return texts;
}

/** Signs as their steps count them: by glyphs where other signs are drawn than stand in the text, by halves of those beyond the basic plane. */
function fitted(
  signs: string[],
  count: number,
  replaced: readonly Replaced[],
): Pick<PlacedText, 'signs' | 'numbers'> {
  const drawn = byGlyphs(signs, replaced);
  if (drawn.signs.length === count || count <= 1) return drawn;
  const each = bySigns(signs, replaced);
  if (signs.length === count) return each;
  const halves = signs.flatMap((sign) => (sign.length === 2 ? [sign, ''] : [sign]));
  return halves.length === count ? { signs: halves, numbers: [] } : each;
}

/** A glyph for each sign, of those that are drawn by one. */
function bySigns(signs: string[], replaced: readonly Replaced[]): Pick<PlacedText, 'signs' | 'numbers'> {
  const numbers: (number | null)[] = [];
  for (const { at, codes, glyphs, numbers: own } of replaced)
    if (codes === glyphs && at >= 0)
      for (let i = 0; i < codes && at + i < signs.length; i++) numbers[at + i] = own[i] ?? null;
  return { signs, numbers };
}

/** The glyphs that are drawn: the first of several in the place of others bears the text of them all. */
function byGlyphs(
  signs: readonly string[],
  replaced: readonly Replaced[],
): Pick<PlacedText, 'signs' | 'numbers'> {
  const drawn: string[] = [];
  const numbers: (number | null)[] = [];
  const at = new Map(replaced.map((one) => [one.at, one]));
  for (let i = 0; i < signs.length; ) {
    const one = at.get(i);
    if (one === undefined) {
      drawn.push(signs[i++]!);
      numbers.push(null);
      continue;
    }
    const { codes, glyphs } = one;
    for (let k = 0; k < glyphs; k++) {
      drawn.push(codes === glyphs ? (signs[i + k] ?? '') : k === 0 ? signs.slice(i, i + codes).join('') : '');
      numbers.push(one.numbers[k] ?? null);
    }
    i += codes;
  }
  return { signs: drawn, numbers };
}

/** How a text object sets its signs. */
export interface TextSetting {
  /** Millimetres. */
  size: number;
  stretch: number;
  /** Degrees clockwise that signs are turned by, and that they follow each other in where no step says so. */
  charTurn: number;
  readTurn: number;
  bold: boolean;
  fills: boolean;
  strokes: boolean;
}

/** Of a text whose size is none. */
const usualSize = 3.5;

/** Weight from which letters are bold (§11.2). */
const boldWeight = 600;

export function settingOf(object: Element): TextSetting {
  const number = (name: string, usual: number): number => numberOf(attributeOf(object, name)) ?? usual;
  return {
    size: Math.abs(number('Size', usualSize)) || usualSize,
    stretch: Math.abs(number('HScale', 1)) || 1,
    charTurn: quarterOf(number('CharDirection', 0)),
    readTurn: quarterOf(number('ReadDirection', 0)),
    bold: number('Weight', 400) >= boldWeight,
    fills: flagOf(attributeOf(object, 'Fill'), true),
    strokes: flagOf(attributeOf(object, 'Stroke'), false),
  };
}

const quarterOf = (degrees: number): number => (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
