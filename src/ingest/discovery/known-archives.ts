import { hash } from 'node:crypto';
import type { IssueCode } from '../../../schemas/index.ts';
import { type Discovered, type Known, unread } from './found.ts';
import type { HashedSource } from './hashed-source.ts';

/** What archives held in earlier runs, so that one whose documents are all done need not be opened. */
export interface KnownArchives {
  /** Whether one like this (`likeness`) was kept: only then is a large one hashed before it is opened. */
  mayKnow: (likeness: string) => boolean;
  /** What an archive with this key held, in pieces; null where it has to be opened, and in place of a piece that is lost by now. */
  recall: (key: string) => Promise<readonly (() => readonly Listed[] | null)[] | null>;
  /** Takes what an archive holds, one after another; counts from `keep` on, and not at all where that is not reached. */
  record: () => Recording;
}

export interface Recording {
  add: (listed: Listed) => Promise<void>;
  /** Under the key of the archive, and what it is like where `mayKnow` is to tell of it. */
  keep: (key: string, likeness: string | null) => Promise<void>;
}

/** An archive whose documents are asked for. */
export interface OpenArchive {
  path: string;
  hashed: HashedSource;
  /** What it holds when it is opened. */
  documents: AsyncIterable<Discovered>;
  /** Told of it where it was written to since; left out where its bytes are at hand. */
  changed?: () => Promise<Discovered | null>;
  /** What decides what it holds, beside its bytes and its name. */
  shape?: string;
}

/** What was found, with what stands behind the path of the archive in place of the path, and no bytes. An id that is that of the path is left out. */
export type Listed =
  | { kind: 'document'; path: string; hash: string }
  | { kind: 'skipped'; path: string; reason: Extract<Discovered, { kind: 'skipped' }>['reason'] }
  | (Omit<Extract<Discovered, { kind: 'unread' }>, 'hash'> & { hash?: string });

/**
 * What the bytes of an archive decide, together with limits and passwords. A disk that fails, a process that dies and a machine that is busy end
 * otherwise than here: what such an archive holds is looked for anew.
 */
const lasting: ReadonlySet<IssueCode> = new Set([
  'encrypted',
  'too_large',
  'unsupported_format',
  'no_table',
  'empty',
]);

/** What an archive holds: as the last run told it where nothing is left to be done, else by opening it. */
export async function* knownOr(
  archive: OpenArchive,
  { archives, onEntries }: { archives?: KnownArchives; onEntries?: (count: number) => void },
): AsyncGenerator<Discovered | Known> {
  const { path, hashed, changed, shape = '' } = archive;
  // What a packed file is called depends on how the archive is.
  const name = path.slice(path.lastIndexOf('/') + 1);
  const likeness = changed === undefined ? null : JSON.stringify([hashed.source.size, name, shape]);
  const keyOf = (bytes: string) => hash('sha256', JSON.stringify([bytes, name, shape]));
  const isHashedFirst = archives !== undefined && (likeness === null || archives.mayKnow(likeness));
  // Of one that a disk gives back in part, that part is read.
  const bytes = isHashedFirst ? await hashed.digest().catch(() => null) : null;
  const isStill = bytes !== null && ((await changed?.()) ?? null) === null;
  const pieces = isStill ? await archives!.recall(keyOf(bytes)) : null;
  let told = 0;
  let isWhole = pieces !== null;
  for (const piece of pieces ?? []) {
    const rows = piece();
    isWhole = rows !== null;
    if (rows === null) break;
    onEntries?.(rows.length - (told === 0 ? 1 : 0));
    for (const listed of rows) yield placed(listed, path);
    told += rows.length;
  }
  if (isWhole) return;
  const recording = archives?.record();
  const isLasting = yield* recorded(archive, recording, told);
  const found = isLasting && !isHashedFirst ? await hashed.digest().catch(() => null) : bytes;
  // Last of all: what was hashed has to be what was opened.
  const other = (await changed?.()) ?? null;
  if (other !== null) yield other;
  else if (isLasting && found !== null) await recording?.keep(keyOf(found), likeness);
}

/** What is found of an archive behind what was told of it, for the next run; gives whether it will be found then too. */
async function* recorded(
  { path, hashed, documents }: OpenArchive,
  recording: Recording | undefined,
  told: number,
): AsyncGenerator<Discovered, boolean> {
  if (recording !== undefined) hashed.follow();
  let count = 0;
  let isLasting = recording !== undefined;
  for await (const found of documents) {
    isLasting &&= found.kind !== 'unread' || lasting.has(found.issue.code);
    if (isLasting) await recording?.add(withoutPlace(found, path));
    count += 1;
    if (count > told) yield found;
  }
  return isLasting;
}

function withoutPlace(found: Discovered, archive: string): Listed {
  const path = found.path.slice(archive.length);
  if (found.kind === 'skipped') return { ...found, path };
  if (found.kind === 'document') return { kind: 'document', path, hash: found.hash };
  const { hash: id, ...rest } = found;
  const isOfPath = id === unread(found.path, found.issue).hash;
  return { ...rest, path, ...(isOfPath ? {} : { hash: id }) };
}

function placed(listed: Listed, archive: string): Discovered | Known {
  const path = archive + listed.path;
  if (listed.kind === 'skipped') return { ...listed, path };
  if (listed.kind === 'document') return { kind: 'known', path, hash: listed.hash };
  const { issue, size, hash: id, isArchive } = listed;
  return { ...unread(path, issue, size, id), isArchive };
}
