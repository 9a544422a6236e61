import { open } from 'node:fs/promises';

/** A file that grows by lines, written in large pieces. Where one of them could not be written it takes no more: what stood in it is lost. */
export interface LineFile {
  add: (lines: Uint8Array | string) => Promise<void>;
  /** Writes what is left; with `lasting` also forces it to the disk. */
  close: (lasting?: boolean) => Promise<void>;
}

const pieceBytes = 1 << 19;

export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, 'w');
  // Lines are copied: a short one that were kept as it came would keep the block of memory that it was cut from.
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  let held = 0;
  let failure: unknown = null;
  const write = async (bytes: Uint8Array) => {
    if (failure !== null) throw failure;
    try {
      for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
    } catch (thrown) {
      failure = thrown;
      throw thrown;
    }
  };
  const flush = async () => {
    const bytes = piece.subarray(0, held);
    held = 0;
    await write(bytes);
  };
  return {
    async add(lines) {
      if (failure !== null) throw failure;
      const bytes = typeof lines === 'string' ? Buffer.from(lines) : lines;
      if (held + bytes.length > pieceBytes) await flush();
      if (bytes.length > pieceBytes) return write(bytes);
      piece.set(bytes, held);
      held += bytes.length;
    },
    async close(lasting = false) {
      try {
        await flush();
        if (lasting) await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
