import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Files that take the place of older ones together: all, or none. */
export interface Draft {
  /** Folder that the new files are written in. */
  folder: string;
  /** Puts them in place. */
  commit: () => void;
  discard: () => void;
}

const mark = 'complete';

/** Begins new files for `target`; finishes first what a killed run had complete, and drops what it had not. */
export function openDraft(state: string, target: string, names: readonly string[]): Draft {
  const folder = join(state, 'next');
  if (existsSync(join(folder, mark))) putInPlace(folder, target, names);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    commit() {
      // From here on a run that is killed is finished by the next one.
      writeFileSync(join(folder, mark), '');
      syncFolder(folder);
      putInPlace(folder, target, names);
      rmSync(folder, { recursive: true, force: true });
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function putInPlace(folder: string, target: string, names: readonly string[]): void {
  for (const name of names)
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(target, name));
  syncFolder(target);
}

/** Makes names as lasting as the bytes under them; Windows knows no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
