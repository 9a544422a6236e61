import { createHash, hash } from 'node:crypto';
import type { Issue } from '../../../schemas/index.ts';
import type { Limits } from '../limits.ts';
import type { Unpackers } from '../unpacking/unpackers.ts';
import { type ByteSource, chunksOf } from './byte-source.ts';
import type { SkipReason } from './entry-name.ts';

/** What comes of a path: bytes to examine, a document that cannot be examined, or a file that is none. */
export type Discovered =
  | { kind: 'document'; path: string; hash: string; bytes: Uint8Array }
  | { kind: 'unread'; path: string; hash: string; size: number; isArchive: boolean; issue: Issue }
  | { kind: 'skipped'; path: string; reason: SkipReason };

/** A document of an archive that was not opened: its result is there. */
export interface Known {
  kind: 'known';
  path: string;
  hash: string;
}

/** What may still be unpacked of one archive on disk, with all that is nested in it. */
export interface Allowance {
  limits: Limits;
  passwords: readonly string[];
  /** What unpacks archives of other kinds; started when it is first asked for. */
  unpackers: () => Unpackers;
  left: number;
  total: number;
  /** Told how many entries an archive adds to what is to be done, beyond the one that it was counted as. */
  onEntries: (count: number) => void;
  /** Asked before an entry is unpacked that takes so many bytes. */
  room: (bytes: number) => Promise<void>;
}

export function allowanceFor(
  size: number,
  {
    limits,
    passwords = [],
    onEntries,
    room = async () => undefined,
    unpackers,
  }: Pick<Partial<Allowance>, 'passwords' | 'onEntries' | 'room'> & Pick<Allowance, 'limits' | 'unpackers'>,
): Allowance {
  const total = Math.max(limits.archiveBytes, limits.archiveRatio * size);
  return { limits, passwords, unpackers, left: total, total, onEntries: (count) => onEntries?.(count), room };
}

/** Up to here a source is hashed in one go, bytes. */
const smallBytes = 1 << 18;

function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

export function document(path: string, bytes: Uint8Array): Discovered {
  return { kind: 'document', path, hash: hashOf(bytes), bytes };
}

/** Without bytes to hash, the id is that of the path. */
export function unread(path: string, issue: Issue, size = 0, id = hashOf(Buffer.from(`unreadable:${path}`))) {
  return { kind: 'unread', path, hash: id, size, isArchive: false, issue } as const;
}

/** An archive that was not read, or not to its end: it stands among the documents with the reason. */
export async function brokenArchive(path: string, issue: Issue, source: ByteSource): Promise<Discovered> {
  return { ...unread(path, issue, source.size, await hashOfSource(source)), isArchive: true };
}

/** SHA-256 of what may be too large to hold. */
export async function hashOfSource(source: ByteSource): Promise<string> {
  if (source.size <= smallBytes) return hashOf(await source.read(0, source.size));
  const whole = createHash('sha256');
  for await (const chunk of chunksOf(source)) whole.update(chunk);
  return whole.digest('hex');
}

/** The same with another word for what makes the archive itself unreadable. */
export async function* brokenAs(
  issue: Issue,
  path: string,
  documents: AsyncIterable<Discovered>,
): AsyncGenerator<Discovered> {
  for await (const found of documents) {
    const isBroken = found.kind === 'unread' && found.path === path && found.issue.code === 'corrupt';
    yield isBroken ? { ...found, issue } : found;
  }
}
