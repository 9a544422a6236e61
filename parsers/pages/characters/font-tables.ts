/** `ttcf`: several fonts in one file, of which the first counts. */
const collection = 0x74746366;

/** Places of the tables of a TrueType or OpenType font (ISO/IEC 14496-22). Throws a RangeError where the font is cut off. */
export function tablesOf(view: DataView): Map<string, number> {
  const start = view.getUint32(0) === collection ? view.getUint32(12) : 0;
  const tables = new Map<string, number>();
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i++) {
    const at = start + 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    tables.set(name, view.getUint32(at + 8));
  }
  return tables;
}

/** The subtable of a cmap that maps all of Unicode where there is one, else its first plane. */
export function bestSubtable(view: DataView, cmap: number): { format: number; at: number } | null {
  const count = view.getUint16(cmap + 2);
  let best: { format: number; at: number } | null = null;
  for (let i = 0; i < count; i++) {
    const record = cmap + 4 + 8 * i;
    const platform = view.getUint16(record);
    if (platform !== 0 && platform !== 3) continue;
    const at = cmap + view.getUint32(record + 4);
    const format = view.getUint16(at);
    if ((format === 4 || format === 12) && format >= (best?.format ?? 0)) best = { format, at };
  }
  return best;
}

/** The glyph of a character in a segment of format 4; 0 where there is none. */
export function glyphInSegment(view: DataView, at: number, segment: number, code: number): number {
  const doubled = view.getUint16(at + 6);
  const start = view.getUint16(at + 16 + doubled + 2 * segment);
  const delta = view.getUint16(at + 16 + 2 * doubled + 2 * segment);
  const rangeAt = at + 16 + 3 * doubled + 2 * segment;
  const range = view.getUint16(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
