import { bestSubtable, glyphInSegment, tablesOf } from '../../pages/characters/font-tables.ts';

/** What the glyphs of a font stand for; null for one of which it tells nothing. */
export type FontCharacters = (glyph: number) => string | null;

/** Characters that one map may name: all of the first plane, and as many beyond it. */
const mostCodes = 140_000;

/**
 * The characters of the glyphs of an embedded TrueType or OpenType font, by its cmap and by the names of its glyphs (post). The private use area
 * names none. Null for what is no font.
 */
export function fontCharacters(bytes: Uint8Array): FontCharacters | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, number>();
  try {
    const tables = tablesOf(view);
    const [cmap, post] = [tables.get('cmap'), tables.get('post')];
    // What stands in the map counts before names, the lowest character before others of the same glyph.
    if (cmap !== undefined) readMap(view, cmap, found);
    if (post !== undefined) readNames(view, post, found);
  } catch (error) {
    // Beyond the end: what was read so far counts.
    if (!(error instanceof RangeError)) throw error;
  }
  return found.size === 0
    ? null
    : (glyph) => {
        const code = found.get(glyph);
        return code === undefined ? null : String.fromCodePoint(code);
      };
}

/** Whether a code names a character: no control, surrogate, or private use. */
const isNamed = (code: number): boolean =>
  code >= 0x20 && code < 0xf0000 && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xf8ff);

function name(found: Map<number, number>, glyph: number, code: number): void {
  if (glyph !== 0 && isNamed(code) && !found.has(glyph)) found.set(glyph, code);
}

function readMap(view: DataView, cmap: number, found: Map<number, number>): void {
  const best = bestSubtable(view, cmap);
  if (best === null) return;
  const { format, at } = best;
  let left = mostCodes;
  if (format === 12) {
    const groups = view.getUint32(at + 12);
    for (let i = 0; i < groups && left > 0; i++) {
      const [first, last, glyph] = [0, 4, 8].map((k) => view.getUint32(at + 16 + 12 * i + k));
      left -= 1;
      for (let code = first!; code <= last! && left-- > 0; code++) name(found, glyph! + code - first!, code);
    }
    return;
  }
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled / 2; segment++) {
    const last = view.getUint16(at + 14 + 2 * segment);
    const first = view.getUint16(at + 16 + doubled + 2 * segment);
    for (let code = first; code <= last && code < 0xffff && left-- > 0; code++)
      name(found, glyphInSegment(view, at, segment, code), code);
  }
}

/** Names of the standard order of Macintosh stand for ASCII from here on, of which the first is the blank. */
const firstStandard = 3;
const lastStandard = 97;
const standardNames = 258;

/** Version 2 of post: numbers of names for all glyphs, and the names beyond the standard ones (uni4E00, u20000). */
function readNames(view: DataView, post: number, found: Map<number, number>): void {
  if (view.getUint32(post) !== 0x00020000) return;
  const count = view.getUint16(post + 32);
  const names: [offset: number, length: number][] = [];
  for (let at = post + 34 + 2 * count; names.length < count && at < view.byteLength; ) {
    const length = view.getUint8(at);
    names.push([at + 1, length]);
    at += 1 + length;
  }
  for (let glyph = 0; glyph < count; glyph++) {
    const index = view.getUint16(post + 34 + 2 * glyph);
    if (index >= firstStandard && index <= lastStandard) name(found, glyph, index - firstStandard + 0x20);
    const own = names[index - standardNames];
    const code = own === undefined ? null : codeOfName(view, ...own);
    if (code !== null) name(found, glyph, code);
  }
}

function codeOfName(view: DataView, offset: number, length: number): number | null {
  if (length > 9) return null;
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(offset + i));
  const digits = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(text);
  return digits === null ? null : Number.parseInt(digits[1] ?? digits[2]!, 16);
}
