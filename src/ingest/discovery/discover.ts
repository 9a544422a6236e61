import type { FileHandle } from 'node:fs/promises';
import type { Limits } from '../limits.ts';
import { startUnpackers, type Unpackers } from '../unpacking/unpackers.ts';
import { fromFile } from './byte-source.ts';
import { headBytes, isDocument } from './entry-name.ts';
import {
  type Allowance,
  allowanceFor,
  type Discovered,
  document,
  hashOfSource,
  type Known,
  unread,
} from './found.ts';
import { hashedAsRead, hashedBytes } from './hashed-source.ts';
import { issues } from './issues.ts';
import { type KnownArchives, knownOr } from './known-archives.ts';
import { changedSince, openFile, readSmall, readStable } from './read-stable.ts';
import { fromVolumes } from './split-archive.ts';
import { uniquePaths } from './unique-paths.ts';
import { looksPacked, unpacker } from './unpack.ts';
import { volumesAt } from './volumes.ts';
import { type Input, type Walked, type WalkOptions, walk } from './walk.ts';

export type { SkipReason } from './entry-name.ts';
export type { Discovered, Known } from './found.ts';

export interface DiscoverOptions extends WalkOptions {
  limits: Limits;
  /** Of encrypted entries of archives: whichever opens one. */
  passwords?: readonly string[];
  /** Told how many more files an archive turned out to hold. */
  onEntries?: (count: number) => void;
  /** Asked before so many bytes more are held; the promise is kept when they can be. */
  room?: (bytes: number) => Promise<void>;
  /** Nothing more is read once it is aborted, and what unpacks is ended. */
  signal?: AbortSignal;
}

/**
 * Everything that paths, folders, patterns and archives hold, one after another and always in the same order. Nothing
 * is written to disk, so that names in an archive cannot lead anywhere; at most one document is held at a time.
 * With `archives` one whose bytes are known is not opened.
 */
export function discover(
  inputs: readonly Input[],
  options: DiscoverOptions & { archives: KnownArchives },
): AsyncGenerator<Discovered | Known>;
export function discover(inputs: readonly Input[], options: DiscoverOptions): AsyncGenerator<Discovered>;
export async function* discover(
  inputs: readonly Input[],
  options: FileOptions,
): AsyncGenerator<Discovered | Known> {
  const unique = uniquePaths();
  let started: Unpackers | null = null;
  const unpackers = () => {
    started ??= startUnpackers(options.limits);
    return started;
  };
  const all = { ...options, unpackers };
  const stop = () => started?.stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const walked of walk(inputs, options)) {
      if (options.signal?.aborted) return;
      if (walked.kind === 'skipped') yield walked;
      else if (walked.kind === 'missing') yield missing(walked);
      else
        for await (const found of discoverFile(walked, all))
          yield found.kind === 'skipped' ? found : { ...found, path: unique(found.path) };
    }
  } finally {
    options.signal?.removeEventListener('abort', stop);
    (started as Unpackers | null)?.stop();
  }
}

interface FileOptions extends DiscoverOptions {
  archives?: KnownArchives;
}
type OpenOptions = FileOptions & Pick<Allowance, 'unpackers'>;

function missing({ path, isFolder, detail }: Extract<Walked, { kind: 'missing' }>): Discovered {
  return unread(path, isFolder ? issues.unreadableFolder(detail) : issues.unreadable(detail));
}

async function* discoverFile(
  { path, location, isNamed }: Extract<Walked, { kind: 'file' }>,
  options: OpenOptions,
): AsyncGenerator<Discovered | Known> {
  const volumes = await volumesAt(location);
  if (volumes !== null) {
    if (volumes === 'part') yield { kind: 'skipped', path, reason: 'volume' };
    else if (volumes === 'lone') yield { ...unread(path, issues.otherVolume()), isArchive: true };
    else yield* fromVolumes(path, volumes, options);
    return;
  }
  const small = readSmall(location);
  if (small !== null && small.length <= options.limits.maxBytes) {
    yield* documentsIn(path, small, isNamed, options);
    return;
  }
  const opened = await openFile(location);
  if (!('file' in opened)) {
    yield unread(path, opened);
    return;
  }
  const { file, entry } = opened;
  try {
    const { size } = entry;
    const hashed = hashedAsRead(fromFile(file, size), fromFile(file, size), options.signal);
    const { source } = hashed;
    const head = await source.read(0, headBytes);
    const nested = looksPacked(path, head)
      ? await unpacker(path, source, allowanceFor(size, options), 1)
      : null;
    const changed = () => changedSince(path, [opened]);
    if (nested !== null) yield* knownOr({ path, hashed, documents: nested, changed }, options);
    else if (isNamed || isDocument(path, head)) yield await wholeFile(path, file, options.limits);
    else yield { kind: 'skipped', path, reason: 'other_kind' };
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
  isNamed: boolean,
  options: OpenOptions,
): AsyncGenerator<Discovered | Known> {
  const hashed = hashedBytes(bytes);
  const nested = looksPacked(path, bytes.subarray(0, headBytes))
    ? await unpacker(path, hashed.source, allowanceFor(bytes.length, options), 1)
    : null;
  if (nested !== null) yield* knownOr({ path, hashed, documents: nested }, options);
  else if (isNamed || isDocument(path, bytes)) yield document(path, bytes);
  else yield { kind: 'skipped', path, reason: 'other_kind' };
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
