import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-entry.ts';
import { withoutFolder } from './zip-folder.ts';
import { lastSave } from './zip-saves.ts';

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1');
const directoryHeader = 0x02014b50;
const zip64Locator = 0x07064b50;
const zip64End = 0x06064b50;
/** Signatures of what stands before the end record. */
const otherRecords = [Buffer.from('PK\x01\x02', 'latin1'), Buffer.from('PK\x03\x04', 'latin1')];
/** The end record is 22 bytes and a comment of at most 65 535 bytes. */
export const endSearchBytes = 22 + 65_535;

/** The central directory, or null where it is cut off or does not hold together. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes);
  if (end === null) return null;
  let count = view.getUint16(end + 10, true);
  let length = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let tail = end;
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
    const wide = readZip64(view, end);
    if (wide !== null) ({ count, length, start, tail } = wide);
  }
  const shift = tail - length - start;
  if (shift < 0 || (isBehindAnother(bytes, shift) && !isArchiveBefore(bytes, shift))) return null;
  const entries: ZipEntry[] = [];
  let at = start + shift;
  // Some writers count in 16 bits, or wrong: what follows as an entry is one.
  const isEntry = () => at + 46 <= tail && view.getUint32(at, true) === directoryHeader;
  for (let i = 0; i < count || isEntry(); i++) {
    const entry = readEntry(view, bytes, at, shift);
    if (entry === null) return null;
    entries.push(entry.entry);
    at = entry.next;
  }
  return withoutFolder(lastSave(entries));
}

/** Sum of the unpacked sizes that the directory declares, in bytes. */
export function declaredSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0);
}

/** The unpacked bytes of an entry; `corrupt` where they are not those that were packed, by their checksum; `too_large` where it holds more than `maxBytes`, whatever the directory declares. */
export function unzipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  maxBytes: number,
): Uint8Array | 'corrupt' | 'too_large' | 'encrypted' {
  if (entry.encrypted) return 'encrypted';
  if (entry.size > maxBytes) return 'too_large';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) return 'corrupt';
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.packedSize;
  if (end > bytes.length) return 'corrupt';
  const packed = bytes.subarray(start, end);
  if (entry.method !== 0 && entry.method !== 8) return 'corrupt';
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry.size, maxBytes);
  if (typeof unpacked === 'string') return unpacked;
  if (unpacked.length > maxBytes) return 'too_large';
  return crc32(unpacked) === entry.checksum ? unpacked : 'corrupt';
}

/** One output chunk of the declared size spares the copies; a lying size must not reserve more than this. */
const largestChunk = 1 << 20;

function inflate(packed: Uint8Array, size: number, maxBytes: number): Uint8Array | 'corrupt' | 'too_large' {
  try {
    const chunkSize = Math.max(64, Math.min(size + 1, largestChunk));
    return inflateRawSync(packed, { chunkSize, maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'corrupt';
  }
}

/** Where the end record begins. Zeros that fill up the last block of a disk are passed over. */
function findEnd(bytes: Uint8Array): number | null {
  let used = bytes.length;
  while (used > 0 && bytes[used - 1] === 0) used--;
  const start = Math.max(0, used - endSearchBytes);
  const end = Math.min(bytes.length, used + endRecordBytes);
  const at = endRecordIn(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start));
  return at < 0 ? null : start + at;
}

const endRecordBytes = 22;

/**
 * Offset of the end record in the last bytes of an archive, -1 where there is none. The one whose comment reaches to the end goes before any
 * other, for a comment may hold the same four letters; else the last. One that other records follow is of an archive within an archive that
 * lost its own.
 */
export function endRecordIn(tail: Buffer): number {
  let used = tail.length;
  while (used > 0 && tail[used - 1] === 0) used--;
  let last = -1;
  for (let at = tail.lastIndexOf(endOfDirectory); at >= 0; at = before(tail, at)) {
    if (at + endRecordBytes > tail.length) continue;
    const end = at + endRecordBytes + tail.readUInt16LE(at + 20);
    if (end >= used && end <= tail.length) return at;
    if (last < 0) last = at;
  }
  const isCutOff = last >= 0 && otherRecords.some((record) => tail.indexOf(record, last) >= 0);
  return isCutOff ? -1 : last;
}

const before = (tail: Buffer, at: number): number =>
  at === 0 ? -1 : tail.lastIndexOf(endOfDirectory, at - 1);

/** Whether the directory counts from the middle of a file that begins with entries: those are of an archive that lost its own directory. */
export function isBehindAnother(head: Uint8Array, shift: number): boolean {
  return shift > 0 && head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** Whether the bytes before an archive are one by themselves, to their end: a file that was saved again behind its old self. */
function isArchiveBefore(bytes: Uint8Array, length: number): boolean {
  const before = bytes.subarray(0, length);
  const end = findEnd(before);
  if (end === null) return false;
  const view = new DataView(before.buffer, before.byteOffset, before.byteLength);
  return (
    end + endRecordBytes + view.getUint16(end + 20, true) === length &&
    view.getUint32(end + 12, true) + view.getUint32(end + 16, true) === end
  );
}

function readZip64(view: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== zip64Locator) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== zip64End) return null;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    length: Number(view.getBigUint64(at + 40, true)),
    start: Number(view.getBigUint64(at + 48, true)),
    tail: at,
  };
}

/** With forward slashes, from the root of the package. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');

function readEntry(view: DataView, bytes: Uint8Array, at: number, shift: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryHeader) return null;
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, nameLength).toString(
    (flags & 0x800) !== 0 ? 'utf8' : 'latin1',
  );
  const entry: ZipEntry = {
    name: partName(name),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true) + shift,
  };
  widen(entry, view, at + 46 + nameLength, extraLength, shift);
  return { entry, next };
}

/** Sizes over 4 GB stand in the zip64 extra field (APPNOTE 4.5.3), in this order and only where the 32-bit field is full. */
function widen(entry: ZipEntry, view: DataView, at: number, length: number, shift: number): void {
  if (entry.size !== 0xffffffff && entry.packedSize !== 0xffffffff && entry.offset - shift !== 0xffffffff)
    return;
  for (let p = at; p + 4 <= at + length; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    let field = p + 4;
    const read = () => {
      const value = field + 8 <= at + length ? Number(view.getBigUint64(field, true)) : 0;
      field += 8;
      return value;
    };
    if (entry.size === 0xffffffff) entry.size = read();
    if (entry.packedSize === 0xffffffff) entry.packedSize = read();
    if (entry.offset - shift === 0xffffffff) entry.offset = read() + shift;
    return;
  }
}
