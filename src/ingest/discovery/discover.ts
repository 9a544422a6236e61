import type { FileHandle } from 'node:fs/promises';
import type { Limits } from '../limits.ts';
import { fromFile, fromMemory } from './byte-source.ts';
import { headBytes, isDocument, isGzip, isZip } from './entry-name.ts';
import { allowanceFor, type Discovered, document, hashOfSource, unread } from './found.ts';
import { issues } from './issues.ts';
import { openFile, readSmall, readStable } from './read-stable.ts';
import { isTar } from './tar-header.ts';
import { uniquePaths } from './unique-paths.ts';
import { unpacker } from './unpack.ts';
import { type Input, type Walked, type WalkOptions, walk } from './walk.ts';

export type { SkipReason } from './entry-name.ts';
export type { Discovered } from './found.ts';

export interface DiscoverOptions extends WalkOptions {
  limits: Limits;
  /** Of encrypted entries of archives: whichever opens one. */
  passwords?: readonly string[];
  /** Told how many more files an archive turned out to hold. */
  onEntries?: (count: number) => void;
}

/**
 * Everything that paths, folders, patterns and archives hold, one after another and always in the same order. Nothing
 * is written to disk, so that names in an archive cannot lead anywhere; at most one document is held at a time.
 */
export async function* discover(
  inputs: readonly Input[],
  options: DiscoverOptions,
): AsyncGenerator<Discovered> {
  const unique = uniquePaths();
  for await (const walked of walk(inputs, options)) {
    if (walked.kind === 'skipped') yield walked;
    else if (walked.kind === 'missing') yield missing(walked);
    else
      for await (const found of discoverFile(walked, options))
        yield found.kind === 'skipped' ? found : { ...found, path: unique(found.path) };
  }
}

function missing({ path, isFolder, detail }: Extract<Walked, { kind: 'missing' }>): Discovered {
  return unread(path, isFolder ? issues.unreadableFolder(detail) : issues.unreadable(detail));
}

async function* discoverFile(
  { path, location, isNamed }: Extract<Walked, { kind: 'file' }>,
  options: DiscoverOptions,
): AsyncGenerator<Discovered> {
  const small = readSmall(location);
  if (small !== null && small.length <= options.limits.maxBytes) {
    if (!isNamed && !isDocument(path, small)) yield { kind: 'skipped', path, reason: 'other_kind' };
    else yield* documentsIn(path, small, options);
    return;
  }
  const opened = await openFile(location);
  if (!('file' in opened)) {
    yield unread(path, opened);
    return;
  }
  const { file, entry } = opened;
  try {
    const source = fromFile(file, entry.size);
    const head = await source.read(0, headBytes);
    if (!isNamed && !isDocument(path, head)) yield { kind: 'skipped', path, reason: 'other_kind' };
    else if (isZip(head) || isGzip(head) || isTar(head)) {
      const allowance = allowanceFor(entry.size, options);
      const nested = await unpacker(path, source, allowance, 1);
      if (nested === null) yield await wholeFile(path, file, options.limits);
      else yield* nested;
    } else yield await wholeFile(path, file, options.limits);
  } catch (thrown) {
    yield unread(path, issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown)));
  } finally {
    await file.close();
  }
}

/** The documents of an archive, or the bytes as the one document that they are. */
async function* documentsIn(
  path: string,
  bytes: Buffer,
  options: DiscoverOptions,
): AsyncGenerator<Discovered> {
  const allowance = allowanceFor(bytes.length, options);
  const nested =
    isZip(bytes) || isGzip(bytes) || isTar(bytes)
      ? await unpacker(path, fromMemory(bytes), allowance, 1)
      : null;
  if (nested === null) yield document(path, bytes);
  else yield* nested;
}

async function wholeFile(path: string, file: FileHandle, limits: Limits): Promise<Discovered> {
  const bytes = await readStable(file, limits.maxBytes);
  if (Buffer.isBuffer(bytes)) return document(path, bytes);
  const { size } = await file.stat();
  if (bytes.code !== 'too_large') return unread(path, bytes, size);
  return unread(path, bytes, size, await hashOfSource(fromFile(file, size)));
}

/** How many files there are to look at: an archive counts as one until it is opened. */
export async function countFiles(inputs: readonly Input[], options: WalkOptions): Promise<number> {
  let count = 0;
  for await (const { kind } of walk(inputs, options)) if (kind !== 'skipped') count += 1;
  return count;
}
