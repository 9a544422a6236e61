import type { FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Writes a package part by part; what a part holds is never in memory as a whole. */
export interface ZipWriter {
  add: (name: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<void>;
  /** Writes the directory; nothing comes after it. */
  finish: () => Promise<void>;
}

interface Entry {
  name: Buffer;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** Beyond this the package would need Zip64, which not every reader of workbooks knows; bytes. */
const mostBytes = 0xffff_ffff;
const localHeaderBytes = 30;
/** Bytes of text that are gathered before they are packed. */
const gathered = 1 << 16;
/** Level of the packing: higher ones take twice the time for a twentieth less. */
const level = 4;
/** 1980-01-01, the earliest day of the format: the same records give the same bytes. */
const day = 0x0021;

/** APPNOTE 6.3: local headers are filled in when the sizes are known. */
export function zipWriter(file: FileHandle): ZipWriter {
  const entries: Entry[] = [];
  let at = 0;
  const write = async (bytes: Buffer) => {
    for (let done = 0; done < bytes.length; )
      done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    at += bytes.length;
    if (at > mostBytes) throw new Error('the workbook would be larger than 4 GiB: ask for less of it');
  };
  return {
    async add(name, pieces) {
      const entry: Entry = { name: Buffer.from(name), checksum: 0, packedSize: 0, size: 0, offset: at };
      await write(localHeader(entry));
      const start = at;
      await pack(pieces, entry, write);
      entry.packedSize = at - start;
      await file.write(localHeader(entry), 0, localHeaderBytes, entry.offset);
      entries.push(entry);
    },
    async finish() {
      const start = at;
      for (const entry of entries) await write(directoryEntry(entry));
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x0605_4b50, 0);
      end.writeUInt16LE(entries.length, 8);
      end.writeUInt16LE(entries.length, 10);
      end.writeUInt32LE(at - start, 12);
      end.writeUInt32LE(start, 16);
      await write(end);
    },
  };
}

async function pack(
  pieces: Iterable<string> | AsyncIterable<string>,
  entry: Entry,
  write: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const deflate = createDeflateRaw({ level });
  const feed = async () => {
    for await (const bytes of inBlocks(pieces)) {
      entry.checksum = crc32(bytes, entry.checksum);
      entry.size += bytes.length;
      if (entry.size > mostBytes) throw new Error('a sheet would be larger than 4 GiB: ask for less of it');
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  };
  const feeding = feed().catch((thrown: Error) => {
    deflate.destroy(thrown);
  });
  for await (const packed of deflate) await write(packed as Buffer);
  await feeding;
}

async function* inBlocks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < gathered) continue;
    yield Buffer.from(held.join(''));
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(held.join(''));
}

function localHeader({ name, checksum, packedSize, size }: Entry): Buffer {
  const header = Buffer.alloc(localHeaderBytes + name.length);
  header.writeUInt32LE(0x0403_4b50, 0);
  fill(header, 4, { checksum, packedSize, size, name });
  name.copy(header, localHeaderBytes);
  return header;
}

function directoryEntry({ name, checksum, packedSize, size, offset }: Entry): Buffer {
  const header = Buffer.alloc(46 + name.length);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(20, 4);
  fill(header, 6, { checksum, packedSize, size, name });
  header.writeUInt32LE(offset, 42);
  name.copy(header, 46);
  return header;
}

/** What both headers have, from the version that is needed on. */
function fill(header: Buffer, at: number, entry: Omit<Entry, 'offset'>): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt16LE(day, at + 8);
  header.writeUInt32LE(entry.checksum, at + 10);
  header.writeUInt32LE(entry.packedSize, at + 14);
  header.writeUInt32LE(entry.size, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
