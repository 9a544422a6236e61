/** A sign of a font: what it stands for, and its width in thousandths of an em. */
export interface FontSign {
  text: string;
  width: number;
}

const unitsPerEm = 1000;

/** By what a font file tells what its glyphs stand for: a cmap, names in post, or nothing. */
export type GlyphTelling = 'map' | 'names' | 'nothing';

/** A font of nothing but widths: tables head, hhea, maxp, hmtx, and what tells its characters (ISO/IEC 14496-22). The number of a glyph is its place in the list, from 1. */
export function fontFile(signs: readonly FontSign[], telling: GlyphTelling): Uint8Array {
  const head = Buffer.alloc(54);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt32BE(0x5f0f3cf5, 12);
  head.writeUInt16BE(unitsPerEm, 18);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt32BE(0x00010000, 0);
  hhea.writeInt16BE(880, 4);
  hhea.writeInt16BE(-120, 6);
  hhea.writeUInt16BE(signs.length + 1, 34);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt32BE(0x00005000, 0);
  maxp.writeUInt16BE(signs.length + 1, 4);
  const hmtx = Buffer.alloc(4 * (signs.length + 1));
  for (const [i, { width }] of signs.entries())
    hmtx.writeUInt16BE(Math.max(0, Math.min(65_535, Math.round(width))), 4 * (i + 1));
  const tables: [string, Buffer][] = [
    ...(telling === 'map' ? [['cmap', characterMap(signs)] as [string, Buffer]] : []),
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['maxp', maxp],
    ...(telling === 'names' ? [['post', glyphNames(signs)] as [string, Buffer]] : []),
  ];
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  let offset = directory.length;
  const bodies = tables.map(([name, body], i) => {
    directory.write(name, 12 + 16 * i, 'latin1');
    directory.writeUInt32BE(offset, 12 + 16 * i + 8);
    directory.writeUInt32BE(body.length, 12 + 16 * i + 12);
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return new Uint8Array(Buffer.concat([directory, ...bodies]));
}

/** A map with one subtable: segments of the first plane (format 4) where that is enough, else groups (format 12). */
function characterMap(signs: readonly FontSign[]): Buffer {
  const codes = new Map<number, number>();
  for (const [i, { text }] of signs.entries()) {
    const code = text.codePointAt(0);
    if (code !== undefined && [...text].length === 1 && !codes.has(code)) codes.set(code, i + 1);
  }
  const sorted = [...codes].sort(([a], [b]) => a - b);
  const isWide = sorted.some(([code]) => code >= 0xffff);
  const subtable = isWide ? groups(sorted) : segments(sorted);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(3, 4);
  head.writeUInt16BE(isWide ? 10 : 1, 6);
  head.writeUInt32BE(12, 8);
  return Buffer.concat([head, subtable]);
}

/** Version 2 of post: every glyph has a name of its own behind the 258 of Macintosh. */
function glyphNames(signs: readonly FontSign[]): Buffer {
  const head = Buffer.alloc(34);
  head.writeUInt32BE(0x00020000, 0);
  head.writeUInt16BE(signs.length + 1, 32);
  const indices = Buffer.alloc(2 * (signs.length + 1));
  const names = signs.map(({ text }, i) => {
    indices.writeUInt16BE(258 + i, 2 * (i + 1));
    const code = text.codePointAt(0) ?? 0;
    const digits = code.toString(16).toUpperCase().padStart(4, '0');
    const name = code > 0xffff ? `u${digits}` : `uni${digits}`;
    return Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1')]);
  });
  return Buffer.concat([head, indices, ...names]);
}

function groups(codes: readonly [number, number][]): Buffer {
  const table = Buffer.alloc(16 + 12 * codes.length);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(codes.length, 12);
  for (const [i, [code, glyph]] of codes.entries()) {
    table.writeUInt32BE(code, 16 + 12 * i);
    table.writeUInt32BE(code, 20 + 12 * i);
    table.writeUInt32BE(glyph, 24 + 12 * i);
  }
  return table;
}

function segments(codes: readonly [number, number][]): Buffer {
  const all: [number, number][] = [...codes, [0xffff, 0]];
  const doubled = 2 * all.length;
  const table = Buffer.alloc(16 + 4 * doubled);
  table.writeUInt16BE(4, 0);
  table.writeUInt16BE(Math.min(65_535, table.length), 2);
  table.writeUInt16BE(doubled, 6);
  for (const [i, [code, glyph]] of all.entries()) {
    table.writeUInt16BE(code, 14 + 2 * i);
    table.writeUInt16BE(code, 16 + doubled + 2 * i);
    table.writeUInt16BE((glyph - code) & 0xffff, 16 + 2 * doubled + 2 * i);
  }
  return table;
}
