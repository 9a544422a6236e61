import { crc32, inflateRawSync } from 'node:zlib';

/** One entry of a zip package, as its central directory names it (APPNOTE 4.3.12). */
export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  name: string;
  method: number;
  encrypted: boolean;
  /** CRC-32 of the unpacked bytes. */
  checksum: number;
  /** Bytes as stored in the package. */
  packedSize: number;
  /** Bytes that the directory declares for the unpacked entry; may lie. */
  size: number;
  /** Offset of the local header in the package. */
  offset: number;
}

const endOfDirectory = 0x06054b50;
const directoryHeader = 0x02014b50;
const zip64Locator = 0x07064b50;
const zip64End = 0x06064b50;
/** The end record is 22 bytes and a comment of at most 65 535 bytes. */
const endSearchBytes = 22 + 65_535;

/** The central directory, or null where it is cut off or does not hold together. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
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
  if (shift < 0) return null;
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
  return entries;
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

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endSearchBytes);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return null;
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
    name: name.replaceAll('\\', '/'),
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
