import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolPrefix } from './spool.ts';

/** Removes the spools of runs whose process is no more. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(spoolPrefix)) continue;
    const id = Number.parseInt(name.slice(spoolPrefix.length), 10);
    if (!isRunning(id)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
