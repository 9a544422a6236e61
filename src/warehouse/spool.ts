import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Lines by name, on disk until a run is put in place: a run of any length takes no memory. */
export interface Spool {
  add: (name: string, lines: readonly string[]) => Promise<void>;
  /** Whole lines as bytes. */
  addBytes: (name: string, lines: Buffer) => Promise<void>;
  /** Writes out what is held; the files as they are then, with their longest line in bytes. */
  files: () => Promise<Map<string, SpoolFile>>;
  remove: () => Promise<void>;
}

export interface SpoolFile {
  path: string;
  /** Bytes, or more. */
  longestLine: number;
}

interface Open extends SpoolFile {
  handle: FileHandle;
  held: (string | Buffer)[];
  size: number;
}

/** Characters that are held before they are written. */
const heldSize = 1 << 20;

export const spoolPrefix = '.run-';

export async function openSpool(parent: string): Promise<Spool> {
  const folder = await mkdtemp(join(parent, `${spoolPrefix}${process.pid}-`));
  const opened = new Map<string, Open>();
  const flush = async (file: Open) => {
    const bytes = Buffer.concat(
      file.held.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
    );
    file.held = [];
    file.size = 0;
    await file.handle.appendFile(bytes);
  };
  const fileOf = async (name: string): Promise<Open> => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const path = join(folder, name);
    const file = { path, handle: await open(path, 'w'), held: [], size: 0, longestLine: 0 };
    opened.set(name, file);
    return file;
  };
  return {
    async addBytes(name, lines) {
      if (lines.length === 0) return;
      const file = await fileOf(name);
      file.held.push(lines);
      file.size += lines.length;
      file.longestLine = Math.max(file.longestLine, lines.length);
      if (file.size >= heldSize) await flush(file);
    },
    async add(name, lines) {
      if (lines.length === 0) return;
      const file = await fileOf(name);
      for (const line of lines) {
        file.held.push(line);
        file.size += line.length;
        // A UTF-16 unit takes at most three bytes of UTF-8.
        file.longestLine = Math.max(file.longestLine, line.length * 3);
      }
      if (file.size >= heldSize) await flush(file);
    },
    async files() {
      for (const file of opened.values()) {
        await flush(file);
        await file.handle.close();
      }
      return opened;
    },
    async remove() {
      for (const { handle } of opened.values()) await handle.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
