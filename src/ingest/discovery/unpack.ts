import { partName } from '../../../parsers/zip.ts';
import { packageFolder } from '../../../parsers/zip-folder.ts';
import { type ByteSource, chunksOf, fromMemory } from './byte-source.ts';
import { headBytes, isDocument, isGzip, isZip, skipByPath } from './entry-name.ts';
import { foreignArchive, fromForeign, fromLoneZip, of } from './foreign-archive.ts';
import { type Allowance, brokenArchive, brokenAs, type Discovered, document, unread } from './found.ts';
import { hiddenArchive, mayHide } from './hidden-archive.ts';
import { issues } from './issues.ts';
import { isTar } from './tar-header.ts';
import { fromGzip, fromTar } from './unpack-stream.ts';
import { pieceOfSet } from './volumes.ts';
import { type ArchiveDirectory, readDirectory } from './zip-directory.ts';
import { aloneInZip, entriesOverlap, storedEntry, unpackEntry } from './zip-entry.ts';

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
  const foreign = foreignArchive(head);
  const hidden = foreign === null && mayHide(path, head) ? await hiddenArchive(path, source, head) : null;
  if (foreign === null && hidden === null && !isGzip(head) && !isTar(head)) return null;
  if (depth > allowance.limits.archiveDepth) return tooDeep(path, source, allowance);
  if (foreign !== null) return fromForeign(path, source, foreign, allowance, depth, fromBytes);
  if (hidden?.type === 'zip') return fromHiddenZip(path, hidden.source, allowance, depth);
  if (hidden !== null) return fromForeign(path, hidden.source, of(hidden.type), allowance, depth, fromBytes);
  return isGzip(head)
    ? fromGzip(path, source, allowance, depth, fromBytes)
    : fromTar(path, source, chunksOf(source), allowance, depth, fromBytes);
}

/** A zip behind a program; what stands before it shifts its offsets. */
async function* fromHiddenZip(
  path: string,
  source: ByteSource,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const directory = await readDirectory(source, allowance.limits.archiveEntries);
  if (directory !== null) yield* fromZip(path, source, directory, allowance, depth);
  else yield await brokenArchive(path, issues.damagedArchive(), source);
}

async function* tooDeep(path: string, source: ByteSource, { limits }: Allowance): AsyncGenerator<Discovered> {
  yield await brokenArchive(path, issues.tooDeep(limits.archiveDepth), source);
}

/** Office packages, OFD and OpenDocument are zips too, and documents, also when they were packed again with their folder. */
function isPackage(directory: ArchiveDirectory): boolean {
  const marks =
    /^(?:\[content_types\]\.xml|word\/document\.xml|xl\/workbook\.(?:xml|bin)|ofd\.xml|mimetype|meta-inf\/manifest\.xml)$/i;
  for (const { name } of directory.entries()) if (marks.test(partName(name))) return true;
  return packageFolder(namesOf(directory)) !== null;
}

function* namesOf(directory: ArchiveDirectory): Generator<string> {
  for (const { name } of directory.entries()) yield partName(name);
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
  allowance.onEntries(directory.count - 1);
  let isEmpty = true;
  for (const entry of directory.entries()) {
    if (entry.isFolder) continue;
    isEmpty = false;
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
    const most = Math.min(limits.maxBytes, allowance.left);
    if (entry.size <= most) await allowance.room(entry.size);
    const alone = await aloneInZip(source, entry, most);
    const bytes =
      alone === null
        ? await unpackEntry(source, entry, most, allowance.passwords)
        : await fromLoneZip(alone, allowance);
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
  if (isEmpty) yield await brokenArchive(path, issues.emptyArchive(), source);
}

/** An entry in memory: an archive again, a document, or neither. */
export async function* fromBytes(
  path: string,
  bytes: Buffer,
  allowance: Allowance,
  depth: number,
): AsyncGenerator<Discovered> {
  const piece = pieceOfSet(path);
  if (piece === 'further') {
    yield unread(path, issues.innerVolume(), bytes.length);
    return;
  }
  const isOne = isDocument(path, bytes);
  if (!isOne && !mayHide(path, bytes)) {
    yield { kind: 'skipped', path, reason: 'other_kind' };
    return;
  }
  const nested = await unpacker(path, fromMemory(bytes), allowance, depth + 1);
  if (nested === null) yield isOne ? document(path, bytes) : { kind: 'skipped', path, reason: 'other_kind' };
  else yield* piece === 'first' ? brokenAs(issues.innerVolume(), path, nested) : nested;
}

/** Whether these first bytes are those of an archive, or of a document that is packed like one. */
export const looksPacked = (path: string, head: Buffer): boolean =>
  isZip(head) || isGzip(head) || isTar(head) || foreignArchive(head) !== null || mayHide(path, head);
