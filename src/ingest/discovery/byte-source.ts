import type { FileHandle } from 'node:fs/promises';

/** A file on disk that is open. */
export interface OpenFile {
  descriptor: number;
  /** In bytes. */
  size: number;
}

/** Bytes that are read at will: a file on disk, a part of one, or what was unpacked into memory. */
export interface ByteSource {
  /** In bytes. */
  size: number;
  /** At most `length` bytes from `at`; fewer only at the end. */
  read: (at: number, length: number) => Promise<Buffer>;
  /** The files on disk that it is, whole and one behind the other. */
  descriptors?: readonly OpenFile[];
}

export function fromMemory(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: buffer.length, read: async (at, length) => buffer.subarray(at, at + length) };
}

/** Bytes that are read at once where less is asked for: the entries of an archive lie one behind the other. */
const readAhead = 1 << 18;

export function fromFile(file: FileHandle, size: number): ByteSource {
  let ahead: { at: number; bytes: Buffer } = { at: 0, bytes: Buffer.alloc(0) };
  const readFrom = async (at: number, wanted: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(buffer, filled, wanted - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  return {
    size,
    descriptors: [{ descriptor: file.fd, size }],
    async read(at, length) {
      const wanted = Math.max(0, Math.min(length, size - at));
      const start = at - ahead.at;
      if (start >= 0 && start + wanted <= ahead.bytes.length)
        return ahead.bytes.subarray(start, start + wanted);
      if (wanted >= readAhead / 2) return readFrom(at, wanted);
      ahead = { at, bytes: await readFrom(at, Math.min(readAhead, size - at)) };
      return ahead.bytes.subarray(0, wanted);
    },
  };
}

/** A stretch of another source: an archive that lies unpacked inside another is read where it lies. */
export function slice(source: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (at, length) => source.read(start + at, Math.max(0, Math.min(length, size - at))),
  };
}

const chunkBytes = 1 << 18;

/** The source from its beginning, in pieces. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.size; at += chunkBytes) {
    const chunk = await source.read(at, chunkBytes);
    if (chunk.length === 0) return;
    yield chunk;
  }
}
