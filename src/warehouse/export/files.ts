import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Characters that are gathered before they are written. */
const gathered = 1 << 20;

/** Writes a file piece by piece under another name and puts it in place when it is whole. Gives the count of pieces. */
export async function writeFileFrom(
  folder: string,
  name: string,
  pieces: AsyncIterable<string>,
): Promise<number> {
  const draft = join(folder, `.${name}.${process.pid}.tmp`);
  const file = await open(draft, 'w');
  try {
    const count = await writePieces(file, pieces);
    await file.sync();
    await file.close();
    await rename(draft, join(folder, name));
    return count;
  } catch (thrown) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw thrown;
  }
}

async function writePieces(file: FileHandle, pieces: AsyncIterable<string>): Promise<number> {
  let held: string[] = [];
  let size = 0;
  let count = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    count += 1;
    if (size < gathered) continue;
    await file.appendFile(held.join(''));
    held = [];
    size = 0;
  }
  await file.appendFile(held.join(''));
  return count;
}

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
