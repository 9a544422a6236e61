import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Issue } from '../../../schemas/index.ts';
import type { Limits } from '../limits.ts';
import { type ByteSource, chunksOf, fromMemory } from './byte-source.ts';
import { headBytes, isDocument, isGzip, isTar, isZip, type SkipReason, skipByPath } from './entry-name.ts';
import { issues } from './issues.ts';
import { type TarEntry, tarEntries } from './tar-archive.ts';
import { type ArchiveDirectory, readDirectory } from './zip-directory.ts';
import { entriesOverlap, storedEntry, unpackEntry } from './zip-entry.ts';

/** What comes of a path: bytes to examine, a document that cannot be examined, or a file that is none. */
export type Discovered =
  | { kind: 'document'; path: string; hash: string; bytes: Uint8Array }
  | { kind: 'unread'; path: string; hash: string; size: number; isArchive: boolean; issue: Issue }
  | { kind: 'skipped'; path: string; reason: SkipReason };

/** What may still be unpacked of one archive on disk, with all that is nested in it. */
export interface Allowance {
  limits: Limits;
  left: number;
  total: number;
  /** Told how many entries an archive adds to what is to be done. */
  onEntries: (count: number) => void;
}

export function allowanceFor(size: number, limits: Limits, onEntries: (count: number) => void): Allowance {
  const total = Math.max(limits.archiveBytes, limits.archiveRatio * size);
  return { limits, left: total, total, onEntries };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function document(path: string, bytes: Uint8Array): Discovered {
  return { kind: 'document', path, hash: hashOf(bytes), bytes };
}

/** Without bytes to hash, the id is that of the path. */
export function unread(
  path: string,
  issue: Issue,
  size = 0,
  hash = hashOf(Buffer.from(`unreadable:${path}`)),
) {
  return { kind: 'unread', path, hash, size, isArchive: false, issue } as const;
}

/** An archive that was not read, or not to its end: it stands among the documents with the reason. */
async function brokenArchive(path: string, issue: Issue, source: ByteSource): Promise<Discovered> {
  return { ...unread(path, issue, source.size, await hashOfSource(source)), isArchive: true };
}

/** SHA-256 of what is too large to hold. */
export async function hashOfSource(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(source)) hash.update(chunk);
  return hash.digest('hex');
}

/** The documents of an archive; null where the bytes are none, but one document. */
export async function unpacker(
  path: string,
  source: ByteSource,
  allowance: Allowance,
  depth: number,
): Promise<AsyncGenerator<Discovered> | null> {
  const head = await source.read(0, headBytes);
  if (isZip(head)) {
    const directory = await readDirectory(source, allowance.limits.archiveEntries);
    if (directory === null) return null;
    if (directory !== 'too_large' && isPackage(directory)) return null;
    return depth > allowance.limits.archiveDepth
      ? tooDeep(path, source, allowance)
      : fromZip(path, source, directory, allowance, depth);
  }
  if (!isGzip(head) && !isTar(head)) return null;
  if (depth > allowance.limits.archiveDepth) return tooDeep(path, source, allowance);
  return isGzip(head)
    ? fromGzip(path, source, allowance, depth)
    : fromTar(path, source, chunksOf(source), allowance, depth);
}

async function* tooDeep(path: string, source: ByteSource, { limits }: Allowance): AsyncGenerator<Discovered> {
  yield await brokenArchive(path, issues.tooDeep(limits.archiveDepth), source);
}

/** Office packages, OFD and OpenDocument are zips too, and documents. */
function isPackage(directory: ArchiveDirectory): boolean {
  const marks =
    /^\/?(?:\[content_types\]\.xml|word\/document\.xml|xl\/workbook\.(?:xml|bin)|ofd\.xml|mimetype)$/i;
  for (const { name } of directory.entries()) if (marks.test(name)) return true;
  return false;
}

async function* fromZip(
  path: string,
  source: ByteSource,
  directory: ArchiveDirectory | 'too_large',
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const { limits } = allowance;
  if (directory === 'too_large') {
    yield await brokenArchive(path, issues.tooManyEntries(limits.archiveEntries), source);
    return;
  }
  if (entriesOverlap(directory)) {
    yield await brokenArchive(path, issues.overlapping(), source);
    return;
  }
  allowance.onEntries(directory.count);
  for (const entry of directory.entries()) {
    if (entry.isFolder) continue;
    const entryPath = `${path}!/${entry.name}`;
    const reason = entry.isSymlink ? 'symlink' : skipByPath(entry.name);
    if (reason !== null) {
      yield { kind: 'skipped', path: entryPath, reason };
      continue;
    }
    const stored = entry.size > limits.maxBytes ? await storedEntry(source, entry) : null;
    if (stored !== null) {
      const nested = await unpacker(entryPath, stored, allowance, depth + 1);
      if (nested !== null) {
        yield* nested;
        continue;
      }
    }
    const bytes = await unpackEntry(source, entry, Math.min(limits.maxBytes, allowance.left));
    if (!Buffer.isBuffer(bytes)) {
      if (entry.size <= limits.maxBytes && entry.size > allowance.left) {
        yield await brokenArchive(path, issues.unpacksTooFar(allowance.total), source);
        return;
      }
      yield unread(entryPath, bytes, entry.size);
      continue;
    }
    allowance.left -= bytes.length;
    yield* fromBytes(entryPath, bytes, allowance, depth);
  }
}

/** An entry in memory: an archive again, a document, or neither. */
async function* fromBytes(
  path: string,
  bytes: Buffer,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  if (!isDocument(path, bytes)) {
    yield { kind: 'skipped', path, reason: 'other_kind' };
    return;
  }
  const nested = await unpacker(path, fromMemory(bytes), allowance, depth + 1);
  if (nested === null) yield document(path, bytes);
  else yield* nested;
}

async function* fromTar(
  path: string,
  source: ByteSource,
  chunks: AsyncIterable<Buffer>,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const entries = tarEntries(chunks);
  for (;;) {
    const next = await entries.next().catch(() => ({ done: true as const, value: false }));
    if (next.done) {
      if (!next.value) yield await brokenArchive(path, issues.damagedArchive(), source);
      return;
    }
    if (next.value.kind === 'folder') continue;
    allowance.onEntries(1);
    yield* fromTarEntry(`${path}!/${next.value.name}`, next.value, allowance, depth);
  }
}

async function* fromTarEntry(
  path: string,
  entry: TarEntry,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const reason = entry.kind === 'file' ? skipByPath(entry.name) : entry.kind === 'folder' ? null : entry.kind;
  if (reason !== null) {
    yield { kind: 'skipped', path, reason };
    return;
  }
  const limit = allowance.limits.maxBytes;
  if (entry.size > limit) {
    yield unread(path, issues.tooLarge(entry.size, limit), entry.size);
    return;
  }
  const bytes = await entry.read(limit).catch(() => null);
  if (bytes !== null) yield* fromBytes(path, bytes, allowance, depth);
  else yield unread(path, issues.damagedEntry(), entry.size);
}

/** A compressed tar, or one file: `a.xls.gz` holds `a.xls`. */
async function* fromGzip(
  path: string,
  source: ByteSource,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const chunks = gunzipped(source, allowance);
  const first = await firstBytes(chunks);
  if (first === null) {
    yield await brokenArchive(path, issues.damagedArchive(), source);
    return;
  }
  if (isTar(first)) {
    yield* fromTar(path, source, withFirst(first, chunks), allowance, depth);
    if (allowance.left < 0) yield await brokenArchive(path, issues.unpacksTooFar(allowance.total), source);
    return;
  }
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
  const entryPath = `${path}!/${name}`;
  const limit = allowance.limits.maxBytes;
  const bytes = await collect(withFirst(first, chunks), limit).catch(() => issues.damagedArchive());
  if (Buffer.isBuffer(bytes)) yield* fromBytes(entryPath, bytes, allowance, depth);
  else yield await brokenArchive(path, bytes, source);
}

/** Unpacked pieces; ends with a throw where the stream is damaged or the allowance is used up. */
async function* gunzipped(source: ByteSource, allowance: Allowance): AsyncGenerator<Buffer> {
  const packed = Readable.from(chunksOf(source));
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked) {
      allowance.left -= (chunk as Buffer).length;
      if (allowance.left < 0) throw new Error('unpacks too far');
      yield chunk as Buffer;
    }
  } finally {
    unpacked.destroy();
    packed.destroy();
  }
}

/** Enough to tell a tar; null where not even that can be unpacked. */
async function firstBytes(chunks: AsyncGenerator<Buffer>): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < headBytes) {
    const next = await chunks.next().catch(() => null);
    if (next === null) return length === 0 ? null : Buffer.concat(parts);
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* withFirst(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function collect(chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer | Issue> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return issues.tooLarge(length, maxBytes);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
