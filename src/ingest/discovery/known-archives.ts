import { hash } from 'node:crypto';
import type { IssueCode } from '../../../schemas/index.ts';
import type { ByteSource } from './byte-source.ts';
import { type Discovered, hashOfSource, type Known, unread } from './found.ts';

/** What archives held in earlier runs, so that one whose documents are all done need not be opened. */
export interface KnownArchives {
  /** What an archive with this key held, in pieces; null where it has to be opened, and in place of a piece that is lost by now. */
  recall: (key: string) => Promise<readonly (() => readonly Listed[] | null)[] | null>;
  /** Takes what it holds, one after another; counts from `keep` on, and not at all where that is not reached. */
  record: (key: string) => Recording;
}

export interface Recording {
  add: (listed: Listed) => Promise<void>;
  keep: () => Promise<void>;
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

/** `documents` are what the archive holds when it is opened, `shape` what decides that beside its bytes and its name. */
export async function* knownOr(
  path: string,
  source: ByteSource,
  documents: AsyncIterable<Discovered>,
  { archives, onEntries }: { archives?: KnownArchives; onEntries?: (count: number) => void },
  shape = '',
): AsyncGenerator<Discovered | Known> {
  if (archives === undefined) return yield* documents;
  // Of one that a disk gives back in part, that part is read.
  const bytes = await hashOfSource(source).catch(() => null);
  if (bytes === null) return yield* documents;
  // What a packed file is called depends on how the archive is.
  const name = path.slice(path.lastIndexOf('/') + 1);
  const key = hash('sha256', JSON.stringify([bytes, name, shape]));
  const pieces = await archives.recall(key);
  let isWhole = pieces !== null;
  let told = 0;
  for (const piece of pieces ?? []) {
    const rows = piece();
    isWhole = rows !== null;
    if (rows === null) break;
    onEntries?.(rows.length - (told === 0 ? 1 : 0));
    for (const listed of rows) yield placed(listed, path);
    told += rows.length;
  }
  if (!isWhole) yield* recorded(path, documents, archives.record(key), told);
}

/** What is found of an archive behind what was told of it, for the next run. */
async function* recorded(
  path: string,
  documents: AsyncIterable<Discovered>,
  recording: Recording,
  told: number,
): AsyncGenerator<Discovered> {
  let count = 0;
  let isLasting = true;
  for await (const found of documents) {
    isLasting &&= found.kind !== 'unread' || lasting.has(found.issue.code);
    if (isLasting) await recording.add(withoutPlace(found, path));
    count += 1;
    if (count > told) yield found;
  }
  if (isLasting) await recording.keep();
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
