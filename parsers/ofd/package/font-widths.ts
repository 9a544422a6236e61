import { bestSubtable, glyphInSegment, tablesOf } from '../../pages/characters/font-tables.ts';

/** Widths of an embedded font, in thousandths of an em; null for a glyph of which it tells nothing. */
export interface FontWidths {
  ofGlyph: (glyph: number) => number | null;
  /** The glyph of a character; 0 where the font has none, or no map. */
  glyphOf: (code: number) => number;
  ofSign: (code: number) => number | null;
}

/** Wider glyphs are none of writing, in thousandths of an em. */
const widest = 3000;

/**
 * The widths of a TrueType or OpenType font, by its tables head, hhea, hmtx and cmap (ISO/IEC 14496-22); null for what is none. No program of it
 * is run, no outline looked at.
 */
export function fontWidths(bytes: Uint8Array): FontWidths | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = tablesOf(view);
    const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tables.get(name));
    if (head === undefined || hhea === undefined || hmtx === undefined) return null;
    const unitsPerEm = view.getUint16(head + 18);
    const count = view.getUint16(hhea + 34);
    if (unitsPerEm < 16 || count === 0) return null;
    const ofGlyph = (glyph: number): number | null => {
      const at = hmtx + 4 * Math.min(glyph, count - 1);
      if (glyph < 0 || at + 2 > bytes.length) return null;
      const width = (view.getUint16(at) * 1000) / unitsPerEm;
      return width > 0 && width <= widest ? width : null;
    };
    const cmap = tables.get('cmap');
    const map = cmap === undefined ? null : characterMap(view, cmap);
    const glyphOf = (code: number): number => map?.(code) ?? 0;
    return {
      ofGlyph,
      glyphOf,
      ofSign: (code) => {
        const glyph = glyphOf(code);
        return glyph === 0 ? null : ofGlyph(glyph);
      },
    };
  } catch (error) {
    // Beyond the end: a font that is cut off tells nothing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** From characters to glyphs, by the map of all of Unicode where there is one, else by that of its first plane. */
function characterMap(view: DataView, cmap: number): ((code: number) => number) | null {
  const best = bestSubtable(view, cmap);
  if (best === null) return null;
  const { format, at } = best;
  return format === 12 ? (code) => inGroups(view, at, code) : (code) => inSegments(view, at, code);
}

/** Format 12: groups of characters that follow each other, in order. */
function inGroups(view: DataView, at: number, code: number): number {
  let [low, high] = [0, view.getUint32(at + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const group = at + 16 + 12 * middle;
    const [first, last] = [view.getUint32(group), view.getUint32(group + 4)];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return view.getUint32(group + 8) + code - first;
  }
  return 0;
}

/** Format 4: segments of the first plane, in order. */
function inSegments(view: DataView, at: number, code: number): number {
  const doubled = view.getUint16(at + 6);
  let [low, high] = [0, doubled / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const end = view.getUint16(at + 14 + 2 * middle);
    const start = view.getUint16(at + 16 + doubled + 2 * middle);
    if (code < start) high = middle - 1;
    else if (code > end) low = middle + 1;
    else return glyphInSegment(view, at, middle, code);
  }
  return 0;
}
