import { crc32, deflateRawSync } from 'node:zlib';

/** An entry with every field open to lies. */
export interface LyingEntry {
  name: string | Buffer;
  data: Uint8Array;
  /** Deflated data in place of `data`, where it is too large to hold. */
  packed?: Buffer;
  size?: number;
  checksum?: number;
  flags?: number;
  method?: number;
  /** Mode of Unix in the upper 16 bits. */
  attributes?: number;
}

export interface ZipOptions {
  /** All entries of the directory point to the first. */
  overlapping?: boolean;
  /** Counts and offsets in the wide record alone. */
  wide?: boolean;
  /** Entries that the end record counts. */
  count?: number;
  comment?: Buffer;
  /** Bytes after the archive. */
  behind?: Buffer;
}

/** Writes archives that a well-meaning writer would not (PKWARE APPNOTE 4.3). */
export function writeZip(entries: readonly LyingEntry[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name;
    const packed = entry.packed ?? deflateRawSync(entry.data);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(entry.flags ?? (typeof entry.name === 'string' ? 0x0800 : 0), 2);
    fixed.writeUInt16LE(entry.method ?? 8, 4);
    fixed.writeUInt32LE(entry.checksum ?? crc32(entry.data), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(entry.size ?? entry.data.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.attributes ?? 0, 6);
    tail.writeUInt32LE(options.overlapping ? 0 : offset, 10);
    const version = Buffer.from('PK\x01\x02\x14\x03', 'latin1');
    directory.push(Buffer.concat([version, fixed, tail, name]));
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, name, packed]);
    if (options.overlapping && parts.length > 0) continue;
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  const isWide = options.wide === true || entries.length > 0xfffe;
  const { count = entries.length, comment = Buffer.alloc(0), behind = Buffer.alloc(0) } = options;
  end.writeUInt16LE(isWide ? 0xffff : count, 8);
  end.writeUInt16LE(isWide ? 0xffff : count, 10);
  end.writeUInt32LE(isWide ? 0xffffffff : central.length, 12);
  end.writeUInt32LE(isWide ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const wide = isWide ? wideEnd(entries.length, central.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...parts, central, wide, end, comment, behind]);
}

/** The zip64 end record and its locator (APPNOTE 4.3.14, 4.3.15). */
function wideEnd(count: number, length: number, start: number): Buffer {
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(start + length), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

/** `bytes` zeros, deflated in pieces so that they are never held. */
export function packedZeros(bytes: number, filler = 0): { packed: Buffer; checksum: number } {
  const piece = Buffer.alloc(1 << 20, filler);
  // One deflated piece that ends on a byte boundary can stand any number of times (RFC 1951, Z_FULL_FLUSH).
  const repeated = deflateRawSync(piece, { finishFlush: 3 });
  const count = Math.ceil(bytes / piece.length);
  let checksum = 0;
  for (let i = 0; i < count; i++) checksum = crc32(piece, checksum);
  const last = deflateRawSync(Buffer.alloc(0));
  return { packed: Buffer.concat([...Array.from({ length: count }, () => repeated), last]), checksum };
}

/** Text between a beginning and an end, repeated up to many megabytes, as one deflated entry. */
export function repeatedText(
  name: string,
  begin: string,
  piece: string,
  count: number,
  end: string,
): LyingEntry {
  const block = Buffer.from(piece.repeat(Math.max(1, Math.floor((1 << 18) / piece.length))));
  const blocks = Math.ceil((count * piece.length) / block.length);
  const flush = { finishFlush: 3 };
  const packedBlock = deflateRawSync(block, flush);
  const [head, tail] = [Buffer.from(begin), Buffer.from(end)];
  let checksum = crc32(head);
  for (let i = 0; i < blocks; i++) checksum = crc32(block, checksum);
  checksum = crc32(tail, checksum);
  const packed = Buffer.concat([
    deflateRawSync(head, flush),
    ...Array.from({ length: blocks }, () => packedBlock),
    deflateRawSync(tail),
  ]);
  const size = head.length + blocks * block.length + tail.length;
  return { name, data: head, packed, checksum, size };
}
