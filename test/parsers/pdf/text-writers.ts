import type { TestObject } from './pdf-writer.ts';
import { show } from './pdf-writer.ts';
import type { TextWriter } from './table-drawing.ts';

export const hexOf = (codes: readonly number[], digits: number): string =>
  codes.map((code) => code.toString(16).padStart(digits, '0')).join('');
export const isWide = (text: string): boolean => /[^\u0000-\u00ff]/.test(text);

/** Ems of the characters of Helvetica that are not as wide as its figures, where forms have them. */
const widths: Record<string, number> = {
  ...Object.fromEntries([...".,: /'!|ijltIf"].map((character) => [character, 0.278])),
  ...Object.fromEntries([...'()-r`'].map((character) => [character, 0.333])),
  ...Object.fromEntries([...'+<>=~'].map((character) => [character, 0.584])),
  ...Object.fromEntries([...'ABEKPSVXY'].map((character) => [character, 0.667])),
  ...Object.fromEntries([...'CDHNRUw'].map((character) => [character, 0.722])),
  '%': 0.889,
  m: 0.833,
  M: 0.833,
};

/** Ems that a character takes. */
export const advance = (character: string): number =>
  character > '\u00ff' ? 1 : (widths[character] ?? 0.556);

/** Pieces of a text that one font writes, with their offsets in ems. */
export function piecesOf(text: string, longest = 99): { piece: string; at: number }[] {
  const pieces: { piece: string; at: number }[] = [];
  let at = 0;
  for (const character of text) {
    const last = pieces.at(-1);
    if (last && isWide(last.piece) === isWide(character) && last.piece.length < longest)
      last.piece += character;
    else pieces.push({ piece: character, at });
    at += advance(character);
  }
  return pieces;
}

/** Every character by an operator of its own, a little off its place. */
export const glyphByGlyph: TextWriter = (text, x, y, size) =>
  piecesOf(text, 1)
    .map(({ piece, at }, i) => show(piece, x + at * size + [0, 0.35, -0.3][i % 3]!, y, size))
    .join('');

/** As word processors do: spans of two or three characters in marked content, kerned inside, a space after the text. */
export const spans: TextWriter = (text, x, y, size) =>
  piecesOf(text, 3)
    .map(({ piece, at }, i) => {
      const font = isWide(piece) ? 'F2' : 'F1';
      const shown = Array.from(piece, (c) => `<${hexOf([c.charCodeAt(0)], isWide(piece) ? 4 : 2)}>`).join(
        ' 3 ',
      );
      return `/P <</MCID ${i}>> BDC q BT /${font} ${size} Tf 1 0 0 1 ${x + at * size} ${y} Tm [${shown}] TJ ET Q EMC\n`;
    })
    .join('') + show(' ', x + [...text].reduce((sum, c) => sum + advance(c), 0) * size, y, size);

/** Filled and stroked, to look bold. */
export const filledAndStroked: TextWriter = (text, x, y, size) =>
  `q 0.3 w ${show(text, x, y, size, '2 Tr')} Q\n`;

/** Three times, a fraction of a point apart, to look bold. */
export const thrice: TextWriter = (text, x, y, size) =>
  [0, 0.2, 0.4].map((dx) => show(text, x + dx, y, size)).join('');

/** The font at one point, its size in the matrix of the text, upside down in a frame that turns it round. */
export const flipped: TextWriter = (text, x, y, size) =>
  piecesOf(text)
    .map(({ piece, at }) => {
      const wide = isWide(piece);
      const hex = hexOf(
        Array.from(piece, (c) => c.charCodeAt(0)),
        wide ? 4 : 2,
      );
      return `q 1 0 0 -1 0 842 cm BT /${wide ? 'F2' : 'F1'} 1 Tf ${size} 0 0 -${size} ${x + at * size} ${842 - y} Tm <${hex}> Tj ET Q\n`;
    })
    .join('');

/** Spread by character spacing and drawn narrow. */
export const spread: TextWriter = (text, x, y, size) =>
  `q ${show(text, x, y, size, `${(0.11 * size).toFixed(2)} Tc 90 Tz`)} Q\n`;

/** In a font of two bytes a character that is not embedded and has no map, by one of the character maps that PDF knows. */
export function byCharacterMap(encoding: string): {
  write: TextWriter;
  objects: TestObject[];
  fonts: string;
} {
  const codes = encoding.startsWith('GBK') ? gbkCodes() : null;
  const write: TextWriter = (text, x, y, size) =>
    piecesOf(text)
      .map(({ piece, at }) => {
        if (!isWide(piece)) return show(piece, x + at * size, y, size);
        const hex = hexOf(
          Array.from(piece, (c) => codes?.get(c) ?? c.charCodeAt(0)),
          4,
        );
        return `BT /F4 ${size} Tf 1 0 0 1 ${x + at * size} ${y} Tm <${hex}> Tj ET\n`;
      })
      .join('');
  const objects = [
    {
      number: 100,
      dict: `/Type /Font /Subtype /Type0 /BaseFont /SimSun-${encoding} /Encoding /${encoding} /DescendantFonts [101 0 R]`,
    },
    {
      number: 101,
      dict: '/Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /FontDescriptor 102 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>',
    },
    {
      number: 102,
      dict: '/Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [-8 -145 1000 859] /Ascent 859 /Descent -141 /CapHeight 683 /StemV 91 /ItalicAngle 0',
    },
  ];
  return { write, objects, fonts: '/F4 100 0 R' };
}

/** Characters → their codes in GBK, from the decoder that Node has. */
function gbkCodes(): Map<string, number> {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), high * 256 + low);
  return codes;
}

/** In a font whose characters are drawings of the file, with a map to what they stand for. */
export function byDrawnFont(text: string): { write: TextWriter; objects: TestObject[]; fonts: string } {
  const characters = [...new Set(text)].sort();
  const code = (c: string): number => characters.indexOf(c) + 1;
  const names = characters.map((c) => `/g${code(c)}`);
  const map = characters.map((c) => `<${hexOf([code(c)], 2)}> <${hexOf([c.charCodeAt(0)], 4)}>`).join(' ');
  const write: TextWriter = (line, x, y, size) =>
    `BT /F4 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(Array.from(line, code), 2)}> Tj ET\n`;
  const widths = characters.map((c) => advance(c) * 1000).join(' ');
  const objects = [
    {
      number: 100,
      dict: `/Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${characters.length} /Widths [${widths}] /Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >> /CharProcs << ${names.map((name) => `${name} 101 0 R`).join(' ')} >> /ToUnicode 102 0 R /Resources << >>`,
    },
    { number: 101, dict: '', stream: '1000 0 0 -120 1000 880 d1 100 0 800 700 re f' },
    {
      number: 102,
      dict: '',
      stream: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <00> <ff> endcodespacerange ${characters.length} beginbfchar ${map} endbfchar endcmap end end`,
    },
  ];
  return { write, objects, fonts: '/F4 100 0 R' };
}

/** A font as some writers embed it: codes are numbers of its glyphs, and no map says what they stand for. */
export const unmappedFont: { objects: TestObject[]; fonts: string } = {
  objects: [
    {
      number: 100,
      dict: '/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Fiction /Encoding /Identity-H /DescendantFonts [101 0 R]',
    },
    {
      number: 101,
      dict: '/Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Fiction /CIDToGIDMap /Identity /DW 1000 /FontDescriptor 102 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
    },
    {
      number: 102,
      dict: '/Type /FontDescriptor /FontName /ABCDEF+Fiction /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0',
    },
  ],
  fonts: '/F4 100 0 R',
};

/** Glyphs in the order of the first characters of fonts, others spread over the numbers that large fonts have. */
export const byGlyphNumbers: TextWriter = (text, x, y, size) => {
  const numbers = Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? code - 29 : ((code * 7919) % 20000) + 600;
  });
  return `BT /F4 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(numbers, 4)}> Tj ET\n`;
};
