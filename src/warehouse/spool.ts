import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Lines by name, on disk until a run is put in place: a run of any length takes no memory. */
export interface Spool {
  add: (name: string, lines: readonly string[]) => Promise<void>;
  /** Writes out what is held; the files as they are then, with their longest line in bytes. */
  files: () => Promise<Map<string, SpoolFile>>;
  remove: () => Promise<void>;
}

export interface SpoolFile {
  path: string;
  /** Bytes, or more. */
  longestLine: number;
  lines: number;
}

interface Open extends SpoolFile {
  handle: FileHandle;
  held: string[];
  size: number;
}

/** Characters that are held before they are written. */
const heldSize = 1 << 20;

export const spoolPrefix = '.run-';

export async function openSpool(parent: string): Promise<Spool> {
  const folder = await mkdtemp(join(parent, `${spoolPrefix}${process.pid}-`));
  const opened = new Map<string, Open>();
  const flush = async (file: Open) => {
    const text = file.held.join('');
    file.held = [];
    file.size = 0;
    await file.handle.appendFile(text);
  };
  return {
    async add(name, lines) {
      if (lines.length === 0) return;
      let file = opened.get(name);
      if (file === undefined) {
        const path = join(folder, name);
        file = { path, handle: await open(path, 'w'), held: [], size: 0, longestLine: 0, lines: 0 };
        opened.set(name, file);
      }
      for (const line of lines) {
        file.held.push(line);
        file.size += line.length;
        // A UTF-16 unit takes at most three bytes of UTF-8.
        file.longestLine = Math.max(file.longestLine, line.length * 3);
      }
      file.lines += lines.length;
      if (file.size >= heldSize) await flush(file);
    },
    async files() {
      for (const file of opened.values()) await flush(file);
      return opened;
    },
    async remove() {
      for (const { handle } of opened.values()) await handle.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
