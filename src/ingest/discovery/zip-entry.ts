import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { Issue } from '../../../schemas/index.ts';
import { type ByteSource, chunksOf, fromMemory, slice } from './byte-source.ts';
import { issues } from './issues.ts';
import { decrypted, passwordBytes } from './zip-cipher.ts';
import type { ArchiveDirectory, ArchiveEntry } from './zip-directory.ts';

const inflate = promisify(inflateRaw);
const localHeaderBytes = 30;

/** Whether two entries claim the same bytes: that is how a few megabytes unpack to petabytes. */
export function entriesOverlap(directory: ArchiveDirectory): boolean {
  const starts = new Float64Array(directory.count);
  const ends = new Float64Array(directory.count);
  let count = 0;
  for (const { offset, packedSize } of directory.entries()) {
    starts[count] = offset;
    ends[count] = offset + localHeaderBytes + packedSize;
    count += 1;
  }
  starts.sort();
  ends.sort();
  // Without an overlap every entry ends before the next begins, so the sorted ends lie between the sorted starts.
  for (let i = 0; i + 1 < count; i++) if (ends[i]! > starts[i + 1]!) return true;
  return false;
}

/** Where the packed bytes of an entry lie; null where the local header is not there. */
async function packed(source: ByteSource, entry: ArchiveEntry): Promise<ByteSource | null> {
  const header = await source.read(entry.offset, localHeaderBytes);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== 0x04034b50) return null;
  const start = entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedSize > source.size) return null;
  return slice(source, start, entry.packedSize);
}

/** An entry that was stored without compression, as a source of its own; null for others and damaged ones. */
export async function storedEntry(source: ByteSource, entry: ArchiveEntry): Promise<ByteSource | null> {
  return entry.method === 0 && entry.cipher === null ? packed(source, entry) : null;
}

/** Deflate64, bzip2, LZMA, Zstandard, xz, PPMd (APPNOTE 4.4.5). */
const otherMethods: ReadonlySet<number> = new Set([9, 12, 14, 93, 95, 98]);

/** An entry that is packed in another way than deflate, as an archive of its own; null for others, and for damaged ones. */
export async function aloneInZip(
  source: ByteSource,
  entry: ArchiveEntry,
  maxBytes: number,
): Promise<Buffer | null> {
  if (!otherMethods.has(entry.method) || entry.cipher !== null) return null;
  const stretch = entry.packedSize > maxBytes ? null : await packed(source, entry);
  if (stretch === null || entry.size > maxBytes) return null;
  // LZMA may lack its end: a flag, which the local header has as well.
  const flags = (await source.read(entry.offset, 8)).readUInt16LE(6) & 2;
  const name = Buffer.from('a');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(63, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(entry.method, 4);
  fields.writeUInt32LE(entry.checksum, 10);
  fields.writeUInt32LE(entry.packedSize, 14);
  fields.writeUInt32LE(entry.size, 18);
  fields.writeUInt16LE(name.length, 22);
  const before = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name]);
  const row = Buffer.concat([Buffer.from('PK\x01\x02\x3f\0', 'latin1'), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(row.length, 12);
  end.writeUInt32LE(before.length + stretch.size, 16);
  return Buffer.concat([before, await stretch.read(0, stretch.size), row, end]);
}

/** The unpacked bytes, never more than declared nor than `maxBytes`, with their checksum verified; an encrypted entry by whichever password opens it. */
export async function unpackEntry(
  source: ByteSource,
  entry: ArchiveEntry,
  maxBytes: number,
  passwords: readonly string[] = [],
): Promise<Buffer | Issue> {
  const { cipher } = entry;
  if (cipher?.kind === 'other') return issues.otherEncryption();
  if (cipher !== null && passwords.length === 0) return issues.encrypted();
  if (entry.method !== 0 && entry.method !== 8) return issues.method(entry.method);
  if (entry.size > maxBytes) return issues.tooLarge(entry.size, maxBytes);
  const stretch = await packed(source, entry);
  if (stretch === null) return issues.damagedEntry();
  if (stretch.size > maxBytes) return issues.tooLarge(stretch.size, maxBytes);
  if (cipher === null) return (await contentOf(stretch, entry)) ?? issues.damagedEntry();
  const bytes = await stretch.read(0, stretch.size);
  for (const password of passwords.flatMap(passwordBytes)) {
    const opened = decrypted(bytes, cipher, password);
    const content = opened === null ? null : await contentOf(fromMemory(opened), entry);
    if (content !== null) return content;
  }
  return issues.otherPassword();
}

async function contentOf(
  stretch: ByteSource,
  { cipher, checksum, method, size }: ArchiveEntry,
): Promise<Buffer | null> {
  const unpacked = method === 0 ? await stretch.read(0, stretch.size) : await inflated(stretch, size);
  if (unpacked === null || unpacked.length !== size) return null;
  const hasChecksum = cipher?.kind !== 'aes' || cipher.hasChecksum;
  return !hasChecksum || crc32(unpacked) === checksum ? unpacked : null;
}

/** Below this an entry is unpacked sooner than another thread is asked, bytes. */
const smallBytes = 1 << 18;

/** From here on what is unpacked goes into one block as it comes, and what is packed is read as it is wanted, bytes: each would be held once more. */
const largeBytes = 1 << 24;

/** Null where there is more or less of it. */
async function inflatedInto(target: Buffer, stretch: ByteSource): Promise<Buffer | null> {
  let filled = 0;
  const packed = Readable.from(chunksOf(stretch));
  const unpacked = packed.pipe(createInflateRaw({ chunkSize: 1 << 20 }));
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked) {
      if (filled + (piece as Buffer).length > target.length) return null;
      filled += (piece as Buffer).copy(target, filled);
    }
    return filled === target.length ? target : null;
  } finally {
    unpacked.destroy();
    packed.destroy();
  }
}

/** Stops at the declared size: an entry that holds more lies. */
async function inflated(stretch: ByteSource, size: number): Promise<Buffer | null> {
  try {
    if (size > largeBytes) return await inflatedInto(Buffer.allocUnsafeSlow(size), stretch);
    const bytes = await stretch.read(0, stretch.size);
    if (size <= smallBytes) return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
    const chunkSize = Math.max(64, Math.min(size + 1, 1 << 20));
    return (await inflate(bytes, { maxOutputLength: Math.max(1, size), chunkSize })) as Buffer;
  } catch {
    return null;
  }
}
