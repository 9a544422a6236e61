// Constants of a formula stand behind its tokens, and count themselves. SheetJS reads a count that lies beyond the record as no
// number, and goes on for ever; a count that is only too large lets it make millions of cells.

/** Bytes of a token of BIFF8 with what follows it, by its type in the class of references ([MS-XLS] 2.5.198). */
const sizes = new Map<number, number>([
  ...[0x01, 0x02].map((type) => [type, 5] as const),
  ...Array.from({ length: 0x14 }, (_, i) => [0x03 + i, 1] as const),
  ...[0x1c, 0x1d].map((type) => [type, 2] as const),
  [0x1e, 3],
  [0x1f, 9],
  [0x20, 8],
  [0x21, 3],
  [0x22, 4],
  ...[0x23, 0x24, 0x2a, 0x2c].map((type) => [type, 5] as const),
  ...[0x25, 0x2b, 0x2d].map((type) => [type, 9] as const),
  ...[0x26, 0x27, 0x28, 0x39, 0x3a, 0x3c].map((type) => [type, 7] as const),
  [0x29, 3],
  ...[0x3b, 0x3d].map((type) => [type, 11] as const),
]);
const text = 0x17;
const attribute = 0x19;
const choice = 0x04;
/** PtgArray and PtgMemArea: the only ones with something behind the tokens. */
const array = 0x20;
const areas = 0x26;

/** An array's texts, which say their length; anything else in it takes nine bytes. */
const textInArray = 2;
const kindsInArray: ReadonlySet<number> = new Set([0, 1, textInArray, 4, 0x10, 0x25]);
const shortestInArray = 4;

/** Whether what stands behind the tokens, from `tokensEnd` on, counts more than there is. What is in no table here is not judged. */
export function lacksConstants(record: DataView, tokensAt: number, tokensEnd: number): boolean {
  let at = tokensEnd;
  for (const type of typesIn(record, tokensAt, tokensEnd)) {
    if (type !== array && type !== areas) continue;
    const next = type === areas ? areasEnd(record, at) : arrayEnd(record, at);
    if (next === null) return false;
    if (next > record.byteLength) return true;
    at = next;
  }
  return false;
}

/** The tokens as far as their sizes are known, each in the class of references. */
function* typesIn(record: DataView, from: number, end: number): Generator<number> {
  for (let at = from; at < end; ) {
    const byte = record.getUint8(at);
    if (byte >= 0x80) return;
    const type = byte >= 0x40 ? (byte & 0x1f) | 0x20 : byte;
    const size = sizes.get(type) ?? sizeOfOther(record, at, type, end);
    if (size === null) return;
    yield type;
    at += size;
  }
}

function sizeOfOther(record: DataView, at: number, type: number, end: number): number | null {
  if (at + 4 > end) return null;
  if (type === text) return 3 + record.getUint8(at + 1) * (1 + (record.getUint8(at + 2) & 1));
  if (type !== attribute) return null;
  return record.getUint8(at + 1) === choice ? 4 + 2 * (record.getUint16(at + 2, true) + 1) : 4;
}

/** Where the areas of PtgExtraMem end ([MS-XLS] 2.5.198.61). */
function areasEnd(record: DataView, at: number): number {
  return at + 2 > record.byteLength ? at + 2 : at + 2 + 8 * record.getUint16(at, true);
}

/** Where the values of PtgExtraArray end ([MS-XLS] 2.5.198.59); null behind a value of no kind, at which SheetJS stops. */
function arrayEnd(record: DataView, from: number): number | null {
  let at = from + 3;
  if (at > record.byteLength) return at;
  const count = (1 + record.getUint8(from)) * (1 + record.getUint16(from + 1, true));
  if (at + count * shortestInArray > record.byteLength) return at + count * shortestInArray;
  for (let i = 0; i < count && at < record.byteLength; i += 1) {
    const kind = record.getUint8(at);
    if (!kindsInArray.has(kind)) return null;
    at += kind === textInArray ? textBytes(record, at) : 9;
  }
  return at;
}

/** Kind, length, width and characters. */
function textBytes(record: DataView, at: number): number {
  if (at + 4 > record.byteLength) return 4;
  return 4 + record.getUint16(at + 1, true) * (1 + (record.getUint8(at + 3) & 1));
}
