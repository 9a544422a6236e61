import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

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

/** Writes a file whole or not at all. */
export async function writeWholeFile(folder: string, name: string, text: string): Promise<void> {
  await writeFileFrom(folder, name, once(text));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
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
