import type { ArchiveBytes } from './given-files.ts';
import type { ArchiveFault, Order, Tell } from './messages.ts';
import { Ended } from './taken-files.ts';
import { xxh32, xxh32Of } from './xxh32.ts';

const magic = 0x184d2204;
const legacyMagic = 0x184c2102;
/** What is to be skipped: sixteen numbers from here on. */
const skippedMagic = 0x184d2a50;
/** Bytes that a block may repeat from those before it. */
const windowBytes = 1 << 16;
/** Of a block of the first version. */
const legacyBlock = 8 << 20;
const blockSizes = [0, 0, 0, 0, 1 << 16, 1 << 18, 1 << 20, 4 << 20];

/** Bytes that end before what they announce, or announce what cannot be. */
class Damaged extends Error {}

/** LZ4 (LZ4 Frame Format 1.6.4), frame after frame; what follows another frame and is none is damage. */
export function unpackLz4(
  archive: ArchiveBytes,
  { files, maxUnpacked }: Order,
  tell: Tell,
): ArchiveFault | null {
  const take = taker(archive, files[0]!.size);
  let unpacked = 0;
  const give = (bytes: Uint8Array) => {
    unpacked += bytes.length;
    if (unpacked > maxUnpacked) throw new Ended('too_far');
    if (bytes.length > 0) tell({ kind: 'piece' }, bytes);
  };
  try {
    while (!take.isAtEnd()) {
      const mark = take.bytes(4).readUInt32LE();
      if ((mark & ~15) >>> 0 === skippedMagic) take.skip(take.bytes(4).readUInt32LE());
      else if (mark === magic) readFrame(take, give);
      else if (mark === legacyMagic) readLegacy(take, give);
      else return 'damaged';
    }
    return null;
  } catch (thrown) {
    if (thrown instanceof Damaged) return 'damaged';
    throw thrown;
  }
}

interface Taker {
  isAtEnd: () => boolean;
  bytes: (length: number) => Buffer;
  skip: (length: number) => void;
}

function taker(archive: ArchiveBytes, size: number): Taker {
  let at = 0;
  const skip = (length: number) => {
    at += length;
    if (at > size) throw new Damaged();
  };
  return {
    isAtEnd: () => at >= size,
    skip,
    bytes(length) {
      const from = at;
      skip(length);
      const bytes = Buffer.alloc(length);
      for (let filled = 0; filled < length; ) {
        const read = archive.read(bytes, filled, length - filled, from + filled);
        if (read === 0) throw new Damaged();
        filled += read;
      }
      return bytes;
    },
  };
}

function readFrame(take: Taker, give: (bytes: Uint8Array) => void): void {
  const [flags = 0, sizes = 0] = take.bytes(2);
  const most = blockSizes[(sizes >> 4) & 7]!;
  if (flags >> 6 !== 1 || most === 0) throw new Damaged();
  // The size of all, the number of a dictionary, and the sum of the head.
  take.skip(((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4) + 1);
  const isLinked = (flags & 32) === 0;
  const hasSum = (flags & 4) !== 0;
  const sum = xxh32();
  let before: Uint8Array = new Uint8Array();
  for (;;) {
    const word = take.bytes(4).readUInt32LE();
    if (word === 0) break;
    const length = word & 0x7fffffff;
    if (length > most) throw new Damaged();
    const packed = take.bytes(length);
    if ((flags & 16) !== 0 && take.bytes(4).readUInt32LE() !== xxh32Of(packed)) throw new Damaged();
    const block = word >>> 31 === 1 ? packed : unpackBlock(packed, before, most);
    if (hasSum) sum.update(block);
    give(block);
    if (isLinked) before = Buffer.concat([before, block]).subarray(-windowBytes);
  }
  if (hasSum && take.bytes(4).readUInt32LE() !== sum.digest()) throw new Damaged();
}

/** Blocks with their lengths, up to the end; a length that is a mark begins another frame, which is not written behind this one. */
function readLegacy(take: Taker, give: (bytes: Uint8Array) => void): void {
  while (!take.isAtEnd()) {
    const length = take.bytes(4).readUInt32LE();
    give(unpackBlock(take.bytes(length), new Uint8Array(), legacyBlock));
  }
}

/** LZ4 Block Format: what stands there, then what is repeated of the bytes before. */
function unpackBlock(packed: Buffer, before: Uint8Array, most: number): Buffer {
  const whole = Buffer.allocUnsafeSlow(before.length + most);
  whole.set(before);
  let to = before.length;
  let at = 0;
  const lengthOf = (short: number): number => {
    let length = short;
    for (let byte = short === 15 ? 255 : 0; byte === 255; length += byte) {
      if (at >= packed.length) throw new Damaged();
      byte = packed[at++]!;
    }
    return length;
  };
  while (at < packed.length) {
    const token = packed[at++]!;
    const literals = lengthOf(token >> 4);
    if (at + literals > packed.length || to + literals > whole.length) throw new Damaged();
    packed.copy(whole, to, at, at + literals);
    to += literals;
    at += literals;
    if (at === packed.length) break;
    if (at + 2 > packed.length) throw new Damaged();
    const distance = packed.readUInt16LE(at);
    at += 2;
    const length = lengthOf(token & 15) + 4;
    if (distance === 0 || distance > to || to + length > whole.length) throw new Damaged();
    // Byte by byte: what is repeated may overlap itself.
    for (let i = 0; i < length; i++, to++) whole[to] = whole[to - distance]!;
  }
  return whole.subarray(before.length, to);
}
