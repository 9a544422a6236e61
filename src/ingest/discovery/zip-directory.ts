import { crc32 } from 'node:zlib';
import { endRecordIn, endSearchBytes, isBehindAnother } from '../../../parsers/zip.ts';
import type { ByteSource } from './byte-source.ts';
import { decodeName } from './decode-name.ts';
import type { Cipher } from './zip-cipher.ts';

/** One entry as the central directory names it (APPNOTE 4.3.12). */
export interface ArchiveEntry {
  /** With forward slashes. */
  name: string;
  /** An entry without bytes whose name ends as a folder's. */
  isFolder: boolean;
  isSymlink: boolean;
  cipher: Cipher | null;
  method: number;
  checksum: number;
  packedSize: number;
  /** Declared; may lie. */
  size: number;
  /** Of the local header. */
  offset: number;
}

/** The directory of an archive: its entries are read from the bytes one by one, for there may be a million. */
export interface ArchiveDirectory {
  count: number;
  entries: () => Generator<ArchiveEntry>;
}

/** Most bytes of a directory for one entry: fixed part, name and extra fields as writers make them. */
const directoryBytesPerEntry = 512;

/** The central directory; null where it is missing, cut off, or does not hold together. */
export async function readDirectory(
  source: ByteSource,
  maxEntries: number,
): Promise<ArchiveDirectory | 'too_large' | null> {
  const tailStart = Math.max(0, source.size - endSearchBytes);
  const tail = await source.read(tailStart, endSearchBytes);
  const at = endRecordIn(tail);
  if (at < 0) return null;
  let count = tail.readUInt16LE(at + 10);
  let length = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  let end = tailStart + at;
  const wide = await readWideEnd(source, end);
  if (wide !== null) ({ count, length, start, end } = wide);
  if (count > maxEntries || length > maxEntries * directoryBytesPerEntry) return 'too_large';
  // What stands before the archive (a self-extractor) shifts every offset.
  const shift = end - length - start;
  if (shift < 0 || length > source.size) return null;
  if (isBehindAnother(await source.read(0, 4), shift)) return null;
  const bytes = await source.read(start + shift, length);
  if (bytes.length < length) return null;
  const entries = () => entriesOf(bytes, shift);
  let seen = 0;
  for (const _ of entries()) seen += 1;
  // Some writers count wrong, or in 16 bits that run over: what stands there as an entry is one.
  return seen >= count && seen <= maxEntries ? { count: seen, entries } : seen < count ? null : 'too_large';
}

/** Zip64 (APPNOTE 4.3.14): a locator of 20 bytes before the end record points to wide counts and offsets. */
async function readWideEnd(source: ByteSource, end: number) {
  if (end < 20) return null;
  const locator = await source.read(end - 20, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) return null;
  const at = Number(locator.readBigUInt64LE(8));
  const record = await source.read(at, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return null;
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
    end: at,
  };
}

function* entriesOf(bytes: Buffer, shift: number): Generator<ArchiveEntry> {
  for (let at = 0; at + 46 <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const next = extraEnd + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) return;
    yield entryAt(bytes, at, nameEnd, bytes.subarray(nameEnd, extraEnd), shift);
    at = next;
  }
}

function entryAt(bytes: Buffer, at: number, nameEnd: number, extra: Buffer, shift: number): ArchiveEntry {
  const rawName = bytes.subarray(at + 46, nameEnd);
  const name = (unicodeName(extra, rawName) ?? decodeName(rawName)).replaceAll('\\', '/');
  const writtenOnUnix = bytes[at + 5] === 3;
  const fileType = bytes.readUInt16LE(at + 40) & 0xf000;
  const entry: ArchiveEntry = {
    name,
    isFolder: name.endsWith('/') && bytes.readUInt32LE(at + 24) === 0,
    isSymlink: writtenOnUnix && fileType === 0xa000,
    ...packingOf(bytes, at, extra),
    checksum: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  widen(entry, extra);
  entry.offset += shift;
  return entry;
}

/** How the bytes of an entry are packed, and how these are encrypted. By AES is a method of its own, whose field names the other one. */
function packingOf(bytes: Buffer, at: number, extra: Buffer): Pick<ArchiveEntry, 'cipher' | 'method'> {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  if ((flags & 1) === 0) return { cipher: null, method };
  if (method === aes) {
    for (const { id, data } of extraFields(extra)) {
      const keyLength = id === 0x9901 && data.length >= 7 ? ([16, 24, 32] as const)[data[4]! - 1] : undefined;
      if (keyLength === undefined) continue;
      const hasChecksum = data.readUInt16LE(0) === 1;
      return { cipher: { kind: 'aes', keyLength, hasChecksum }, method: data.readUInt16LE(5) };
    }
    return { cipher: { kind: 'other' }, method };
  }
  if ((flags & strong) !== 0) return { cipher: { kind: 'other' }, method };
  // What is written in one go has no checksum yet when its header is: the time stands for it.
  const check = (flags & inOneGo) === 0 ? bytes[at + 19]! : bytes[at + 13]!;
  return { cipher: { kind: 'traditional', check }, method };
}

/** The method of entries encrypted by AES, and the flags of those whose sizes follow them, and of strong encryption (APPNOTE 4.4.4). */
const aes = 99;
const inOneGo = 8;
const strong = 64;

function* extraFields(extra: Buffer): Generator<{ id: number; data: Buffer }> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    yield { id: extra.readUInt16LE(at), data: extra.subarray(at + 4, end) };
  }
}

/** Info-ZIP's Unicode path (0x7075): version, CRC of the name it stands for, the name in UTF-8 (APPNOTE 4.6.9). */
function unicodeName(extra: Buffer, rawName: Buffer): string | null {
  for (const { id, data } of extraFields(extra)) {
    if (id !== 0x7075 || data.length < 6 || data.readUInt32LE(1) !== crc32(rawName)) continue;
    return decodeName(data.subarray(5));
  }
  return null;
}

/** Wide sizes and offset stand in the zip64 field, in this order and only where the narrow field is full (APPNOTE 4.5.3). */
function widen(entry: ArchiveEntry, extra: Buffer): void {
  for (const { id, data } of extraFields(extra)) {
    if (id !== 1) continue;
    let at = 0;
    for (const field of ['size', 'packedSize', 'offset'] as const) {
      if (entry[field] !== 0xffffffff || at + 8 > data.length) continue;
      entry[field] = Number(data.readBigUInt64LE(at));
      at += 8;
    }
    return;
  }
}
