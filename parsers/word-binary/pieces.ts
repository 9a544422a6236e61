import { byteAt, longAt, positionsOf, rangeAt, wordAt } from './bytes.ts';

/** A stretch of the text as it lies in the file ([MS-DOC] 2.8.35 PlcPcd). */
export interface Piece {
  /** Characters from the start of the document. */
  start: number;
  end: number;
  /** Byte in the WordDocument stream. */
  offset: number;
  /** Bytes of a character: 1 in the code page of Western Europe, 2 in UTF-16. */
  width: 1 | 2;
  /** Changes of properties that hold for the whole piece; empty for most. */
  changes: Uint8Array;
}

export interface Characters {
  text: string;
  pieces: Piece[];
  /** The piece that holds a character, null behind the last. */
  pieceAt: (position: number) => Piece | null;
}

const unchanged = new Uint8Array();
/** What bytes 0x80 to 0x9F are in the code page ([MS-DOC] 2.9.73 FcCompressed). */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of all stories from its pieces. `wanted` are the characters that the file claims; the text ends sooner where a piece lies outside of the
 * stream. No byte is read twice by files as they are written, so that more characters than bytes are no text: null.
 */
export function readCharacters(clx: Uint8Array, main: Uint8Array, wanted: number): Characters | null {
  const { groups, table } = readClx(clx);
  const { positions, dataAt } = positionsOf(table, 8);
  const last = Math.min(wanted, positions.at(-1) ?? 0);
  if (positions[0] !== 0 || last === 0) return null;
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let bytes = 0;
  for (let n = 0; n + 1 < positions.length && positions[n]! < last; n++) {
    const at = dataAt + n * 8;
    const place = longAt(table, at + 2);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const offset = width === 1 ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
    const start = positions[n]!;
    const claimed = Math.min(positions[n + 1]!, last) - start;
    const length = Math.min(claimed, Math.max(0, Math.floor((main.length - offset) / width)));
    bytes += length * width;
    if (bytes > main.length) return null;
    if (length > 0) {
      pieces.push({
        start,
        end: start + length,
        offset,
        width,
        changes: changesOf(wordAt(table, at + 6), groups),
      });
      texts.push(decode(main, offset, length, width));
    }
    if (length < claimed) break;
  }
  const starts = pieces.map(({ start }) => start);
  if (pieces.length > 0) starts.push(pieces.at(-1)!.end);
  return { text: texts.join(''), pieces, pieceAt: (position) => pieces[rangeAt(starts, position)] ?? null };
}

function decode(main: Uint8Array, offset: number, length: number, width: 1 | 2): string {
  const bytes = Buffer.from(main.buffer, main.byteOffset + offset, length * width);
  if (width === 2) return bytes.toString('utf16le');
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => western[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** A Clx ([MS-DOC] 2.9.38): groups of properties, and behind them the table of pieces. */
function readClx(clx: Uint8Array): { groups: Uint8Array[]; table: Uint8Array } {
  const groups: Uint8Array[] = [];
  let at = 0;
  while (byteAt(clx, at) === 1) {
    const bytes = wordAt(clx, at + 1);
    groups.push(clx.subarray(at + 3, at + 3 + bytes));
    at += 3 + bytes;
  }
  const table = byteAt(clx, at) === 2 ? clx.subarray(at + 5, at + 5 + longAt(clx, at + 1)) : unchanged;
  return { groups, table };
}

/** Operations of one byte that a piece may name by a short number ([MS-DOC] 2.9.215 Prm0). */
const shortOperations = new Map([
  [0x05, 0x2403],
  [0x09, 0x2407],
  [0x0e, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x47, 0x0806],
  [0x4d, 0x2a0c],
  [0x53, 0x2a33],
  [0x55, 0x0835],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x62, 0x2a42],
  [0x68, 0x2a48],
  [0x73, 0x2a53],
  [0x75, 0x0855],
  [0x76, 0x0856],
]);

function changesOf(modifier: number, groups: readonly Uint8Array[]): Uint8Array {
  if (modifier === 0) return unchanged;
  if ((modifier & 1) !== 0) return groups[modifier >> 1] ?? unchanged;
  const operation = shortOperations.get((modifier >> 1) & 0x7f);
  return operation === undefined ? unchanged : Uint8Array.of(operation & 0xff, operation >> 8, modifier >> 8);
}
