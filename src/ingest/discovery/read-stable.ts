import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Issue } from '../../../schemas/index.ts';
import { fromFile } from './byte-source.ts';
import { type Discovered, unread } from './found.ts';
import { issues } from './issues.ts';
import { type Location, NO_FILE } from './walk.ts';

/** Opens a file for reading; never waits for the other end of a pipe. */
export async function openFile(location: Location): Promise<{ file: FileHandle; entry: Stats } | Issue> {
  try {
    const file = await open(location, constants.O_RDONLY | constants.O_NONBLOCK);
    const entry = await file.stat();
    if (entry.isFile()) return { file, entry };
    await file.close();
    return issues.unreadable(entry.isDirectory() ? 'EISDIR: a folder' : NO_FILE);
  } catch (thrown) {
    return issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** The whole of a file that a command names. */
export async function readNamed(path: string): Promise<Buffer | Issue> {
  const opened = await openFile(path);
  if (!('file' in opened)) return opened;
  try {
    return await opened.file.readFile();
  } catch (thrown) {
    return issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    await opened.file.close();
  }
}

/** What is told of an archive in these files where one of them was written to since. */
export async function changedSince(
  path: string,
  files: readonly { file: FileHandle; entry: Stats }[],
): Promise<Discovered | null> {
  for (const { file, entry } of files) {
    if (!(await hasChanged(file, entry))) continue;
    const size = files.reduce((sum, { entry: { size: bytes } }) => sum + bytes, 0);
    return { ...unread(path, issues.changing(), size), isArchive: true };
  }
  return null;
}

/** Whether a file that is still open was written to since. */
async function hasChanged(file: FileHandle, before: Stats): Promise<boolean> {
  const after = await file.stat();
  return after.size !== before.size || after.mtimeMs !== before.mtimeMs;
}

const attempts = 3;

/** The whole file as it was at one moment: read again where its size or time changed meanwhile. */
export async function readStable(file: FileHandle, maxBytes: number): Promise<Buffer | Issue> {
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await file.stat();
      if (before.size > maxBytes) return issues.tooLarge(before.size, maxBytes);
      const bytes = await fromFile(file, before.size).read(0, before.size);
      const after = await file.stat();
      if (bytes.length === after.size && before.mtimeMs === after.mtimeMs && before.size === after.size)
        return bytes;
    }
    return issues.changing();
  } catch (thrown) {
    return issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Up to here a file is read sooner than another thread is asked to, bytes. */
const smallBytes = 1 << 20;

/** A small file that lies still, at once; null for any other, and where anything is amiss. */
export function readSmall(location: Location): Buffer | null {
  let file: number | null = null;
  try {
    file = openSync(location, constants.O_RDONLY | constants.O_NONBLOCK);
    const before = fstatSync(file);
    if (!before.isFile() || before.size > smallBytes) return null;
    const bytes = Buffer.allocUnsafeSlow(before.size);
    if (readSync(file, bytes, 0, before.size, 0) < before.size) return null;
    const after = fstatSync(file);
    return after.size === before.size && after.mtimeMs === before.mtimeMs ? bytes : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}
