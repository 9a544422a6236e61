import { eastAsianWidthType } from 'get-east-asian-width';
import type { FontGlyph } from '../../pages/characters/glyphs.ts';
import type { FontFace } from '../../pages/drawing/drawing-state.ts';
import { type FontCharacters, fontCharacters } from '../package/font-characters.ts';
import { type FontWidths, fontWidths } from '../package/font-widths.ts';
import type { FontResource } from '../package/resources.ts';

/** A font of a document, with what its file and its texts tell of the widths of its signs. */
export interface TextFont {
  face: FontFace;
  /** Its signs, each once: by the number of its glyph where a text gives one. */
  glyphs: Map<string, FontGlyph>;
  /** Signs whose width the file of the font tells. */
  told: Set<FontGlyph>;
  /** How often signs took a width where others followed them, in thousandths of an em. */
  seen: Map<string, Map<number, number>>;
  /** What its glyphs stand for is looked up in it where a text does not say it. */
  file: FontFile | null;
  isChinese: boolean;
  isHalfWide: boolean;
}

/** Names of fonts for Chinese. */
const chinese =
  /[\u4e00-\u9fff]|sim(?:sun|hei|kai|fang)|song|fang|kai|hei|ming|yahei|dengxian|source ?han|wenquan|cjk/i;

/** Those among them whose letters and figures are as wide as in Latin fonts; in the others every sign of ASCII takes half an em. */
const proportional = /noto|source ?han|思源|yahei|雅黑|dengxian|等线|ping ?fang|苹方|wenquan|文泉|cjk/i;

/** What an embedded font tells, of which many fonts of a document may be made. */
export interface FontFile {
  widths: FontWidths | null;
  characters: () => FontCharacters | null;
}

export function fontFileOf(bytes: Uint8Array | null): FontFile | null {
  if (bytes === null) return null;
  return { widths: fontWidths(bytes), characters: once(() => fontCharacters(bytes)) };
}

export function textFont(id: string, resource: FontResource | undefined, file: FontFile | null): TextFont {
  const { name = '', bold = false } = resource ?? {};
  // Composite: what a font of signs names is the character, and no code of one byte.
  const face: FontFace = { loadedName: `${id} ${name}`, name, composite: true, bold };
  return {
    face,
    glyphs: new Map(),
    told: new Set(),
    seen: new Map(),
    file,
    isChinese: name === '' || chinese.test(name),
    isHalfWide: name === '' || (chinese.test(name) && !proportional.test(name)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Signs that stand for no character: a placeholder, or the private use area. */
const untold = /^[\ufffd\p{Co}]$/u;

/** What a sign is read as: where the text names no character, what the font says of its glyph. */
function toldSign(font: TextFont, text: string, number: number | null): string {
  if (!untold.test(text)) return text;
  const glyph = number ?? font.file?.widths?.glyphOf(text.codePointAt(0) ?? 0) ?? 0;
  return (glyph === 0 ? null : font.file?.characters()?.(glyph)) ?? text;
}

/** Signs of figures. */
const ofFigures = /^[\d.,%+-]$/;

/** Whether a text names one sign of a figure, and the glyph that draws it is another by the font's own map: one of them is wrong. */
function isContradicted({ file }: TextFont, text: string, number: number | null): boolean {
  const named = text.normalize('NFKC');
  if (file === null || number === null || !ofFigures.test(named)) return false;
  const drawn = file.characters()?.(number)?.normalize('NFKC') ?? named;
  return drawn !== named && ofFigures.test(drawn) && file.widths?.glyphOf(text.codePointAt(0)!) !== number;
}

/** Thousandths of an em that signs take in most fonts. */
const narrow = 280;
const half = 500;
const capital = 650;
const broad = 800;
const whole = 1000;

/** What a sign takes in most fonts. Signs of either width (— “ ≥ ①) are as wide as Chinese ones in the fonts of forms. */
function usualWidth(sign: string, { isChinese, isHalfWide }: TextFont): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x7f) {
    const type = eastAsianWidthType(code);
    if (type === 'wide' || type === 'fullwidth' || (type === 'ambiguous' && isChinese)) return whole;
    return /[\u2030-\u2031\u2014\u2026\u2190-\u22ff\u00b1\u00d7\u00f7]/.test(sign) ? broad : half;
  }
  if (isHalfWide) return half;
  if (/[\silj.,:;'|!I()[\]{}]/.test(sign)) return narrow;
  if (/[MWmw@%=<>+~]/.test(sign)) return broad;
  return /[A-Z&]/.test(sign) ? capital : half;
}

/** A sign of a font, the same object wherever it stands. `text` may be several signs that one glyph draws, `number` is that of the glyph. */
export function glyphOf(font: TextFont, text: string, number: number | null): FontGlyph {
  const key = number === null ? text : `${text} ${number}`;
  let glyph = font.glyphs.get(key);
  if (glyph === undefined) {
    const told =
      number === null
        ? font.file?.widths?.ofSign(text.codePointAt(0) ?? 0)
        : font.file?.widths?.ofGlyph(number);
    const width = told ?? [...text].reduce((sum, sign) => sum + usualWidth(sign, font), 0);
    glyph = { unicode: toldSign(font, text, number), width };
    if (isContradicted(font, text, number)) glyph.contradicted = true;
    font.glyphs.set(key, glyph);
    if (told) font.told.add(glyph);
  }
  return glyph;
}

/** A step to the next sign is the width of a sign from this share of what it takes in most fonts on; below it signs stand over one another. */
const least = 0.3;

/** Up to this share it is one too, and where it leaves no room for a blank, in thousandths of an em: figures of a wide bold font take 0.7. */
const most = 1.3;
const noBlank = 230;

/** The widest that a sign may be which takes this width in most fonts, in thousandths of an em. */
export const widestOf = (width: number): number => Math.max(most * width, width + noBlank);

/** Whether a step to the next sign is the width of one. */
const isWidth = ({ width }: FontGlyph, step: number): boolean =>
  step >= least * width && step <= widestOf(width);

/** All figures of a font are of one width. */
const keyOf = ({ unicode }: FontGlyph): string => (/^\d$/.test(unicode) ? '0' : unicode);

/** Widths that differ by less than this are one, in thousandths of an em. */
const grain = 10;

/** The width of a sign that is followed at a step, or ends its text (null), in thousandths of an em. */
export function widthOf(font: TextFont, glyph: FontGlyph, step: number | null): number {
  if (font.told.has(glyph)) return glyph.width;
  const key = keyOf(glyph);
  const seen = font.seen.get(key) ?? new Map<number, number>();
  if (step === null || !isWidth(glyph, step)) return mostSeen(seen) ?? glyph.width;
  const rounded = Math.round(step / grain) * grain;
  seen.set(rounded, (seen.get(rounded) ?? 0) + 1);
  font.seen.set(key, seen);
  return step;
}

function mostSeen(seen: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [width, count] of seen) if (best === null || count > seen.get(best)!) best = width;
  return best;
}
