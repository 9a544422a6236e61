import { open } from 'node:fs/promises';

/** A file that grows by lines, written in large pieces. */
export interface LineFile {
  add: (lines: Uint8Array | string) => Promise<void>;
  /** Writes what is left; with `lasting` also forces it to the disk. */
  close: (lasting?: boolean) => Promise<void>;
}

const pieceBytes = 1 << 20;

export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, 'w');
  let parts: Buffer[] = [];
  let held = 0;
  const flush = async () => {
    const bytes = Buffer.concat(parts, held);
    parts = [];
    held = 0;
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
  };
  return {
    async add(lines) {
      const part =
        typeof lines === 'string'
          ? Buffer.from(lines)
          : Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
      if (part.length === 0) return;
      parts.push(part);
      held += part.length;
      if (held >= pieceBytes) await flush();
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
