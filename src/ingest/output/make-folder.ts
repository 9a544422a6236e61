import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own way turns for ever where a folder that is there says that it is not (/proc, which can hold
 * nothing): there the error of the system is thrown.
 */
export async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path).catch((error: NodeJS.ErrnoException) => error);
  if (!(made instanceof Error) || (made.code === 'EEXIST' && (await isFolder(path)))) return;
  const parent = dirname(path);
  if (made.code !== 'ENOENT' || parent === path || (await isFolder(parent))) throw made;
  await makeFolder(parent);
  await mkdir(path);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
