import type { Issue } from '../../../schemas/index.ts';
import { issueOf } from '../guard/death.ts';
import type { ArchiveFault, ArchiveFile, ArchiveType, EntryFault, Told } from '../unpacking/messages.ts';
import type { PackedBytes } from '../unpacking/unpackers.ts';
import type { ByteSource } from './byte-source.ts';
import { skipByPath } from './entry-name.ts';
import { type Allowance, brokenArchive, type Discovered, unread } from './found.ts';
import { issues } from './issues.ts';
import { fromPacked, type OpenEntry, PackedFault } from './unpack-stream.ts';

/** An archive that is neither zip, tar nor gzip, or what is like one: an image of a disc, a mail. */
export interface ForeignArchive {
  type: ArchiveType;
  /** Holds one file, or a tar. */
  isStream: boolean;
}

export const of = (type: ArchiveType, isStream = false): ForeignArchive => ({ type, isStream });

/** First bytes, of the makers' own papers; LZH as lha writes it, whose first two bytes are a length and a sum. */
const magics: readonly [RegExp, ForeignArchive][] = [
  [/^Rar!\x1a\x07\x00/, of('rar')],
  [/^Rar!\x1a\x07\x01\x00/, of('rar5')],
  [/^7z\xbc\xaf\x27\x1c/, of('7z')],
  [/^MSCF\0\0\0\0/, of('cab')],
  [/^[\s\S]{2}-l[hz][0-9s]-/, of('lzh')],
  [/^BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)/, of('bzip2', true)],
  [/^\xfd7zXZ\0/, of('xz', true)],
  [/^\x28\xb5\x2f\xfd/, of('zstd', true)],
  // What is to be skipped stands before it (RFC 8878, 3.1.2): so does what packs in several threads.
  [/^[\x50-\x5f]\x2a\x4d\x18/, of('zstd', true)],
  // LZMA alone has no mark: its usual settings, and a size that is not known or below 1 TB.
  [/^\x5d\0\0[\0-\xff]{2}(?:\xff{8}|[\0-\xff]{5}\0{3}\0)/, of('lzma', true)],
  [/^\x1f\x9d/, of('z', true)],
  [/^(?:\x04\x22\x4d\x18|\x02\x21\x4c\x18)/, of('lz4', true)],
  // A head of at most 2 600 bytes, of an archive and not of a file in it.
  [/^\x60\xea[\s\S][\0-\x0a][\s\S]{6}\x02/, of('arj')],
  [/^MSWIM\0\0\0/, of('wim')],
  [/^07070[127]/, of('cpio')],
  // A winmail.dat of Outlook.
  [/^\x78\x9f\x3e\x22/, of('tnef')],
];

export function foreignArchive(head: Buffer): ForeignArchive | null {
  const text = head.toString('latin1', 0, 16);
  return magics.find(([magic]) => magic.test(text))?.[1] ?? null;
}

/** The documents of such an archive, unpacked by 7-Zip in a process of its own. */
export async function* fromForeign(
  path: string,
  source: ByteSource,
  archive: ForeignArchive,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
  files: readonly ArchiveFile[] = [{ names: ['archive'], size: source.size }],
): AsyncGenerator<Discovered> {
  const packed = await packedBytes(source, allowance.limits.maxBytes);
  if (packed === null) {
    yield await brokenArchive(path, issues.tooLarge(source.size, allowance.limits.maxBytes), source);
    return;
  }
  const heard = unpacked(packed, files, archive, allowance);
  if (archive.isStream) {
    yield* fromPacked(path, source, piecesOf(heard, allowance), allowance, depth, open);
    return;
  }
  let isEmpty = true;
  for await (const { told, bytes } of heard) {
    if (told.kind === 'end') {
      if (told.fault !== null) yield await brokenArchive(path, faultOf(told.fault, allowance), source);
      else if (isEmpty) yield await brokenArchive(path, issues.emptyArchive(), source);
    } else if (told.kind === 'died') yield await brokenArchive(path, told.issue, source);
    else if ('name' in told) {
      if (!isEmpty) allowance.onEntries(1);
      isEmpty = false;
      yield* fromEntry(`${path}!/${told.name}`, told, bytes, allowance, depth, open);
    }
  }
}

/** The one entry of a zip that is packed in a way that only 7-Zip unpacks. */
export async function fromLoneZip(zip: Buffer, allowance: Allowance): Promise<Buffer | Issue> {
  let found: Buffer | Issue = issues.damagedEntry();
  const files = [{ names: ['archive'], size: zip.length }];
  for await (const { told, bytes } of unpacked(zip, files, of('zip'), allowance)) {
    if (told.kind === 'entry') found = bytes;
    else if (told.kind === 'failed') found = faultOfEntry(told.fault, told.size, allowance);
    else if (told.kind === 'died') found = told.issue;
  }
  return found;
}

type Said = Told | { kind: 'died'; issue: ReturnType<typeof issueOf> };

async function* unpacked(
  packed: PackedBytes,
  files: readonly ArchiveFile[],
  { type, isStream }: ForeignArchive,
  { limits, left, passwords, room, unpackers }: Allowance,
): AsyncGenerator<{ told: Said; bytes: Buffer }> {
  const { maxBytes, archiveEntries } = limits;
  const order = { type, files, isStream, passwords, maxBytes, maxUnpacked: left, maxEntries: archiveEntries };
  for await (const heard of unpackers().unpack(order, packed, room)) {
    if ('told' in heard) yield heard;
    else yield { told: { kind: 'died', issue: issueOf(heard.death) }, bytes: Buffer.alloc(0) };
  }
}

async function* fromEntry(
  path: string,
  told: Extract<Told, { name: string }>,
  bytes: Buffer,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
): AsyncGenerator<Discovered> {
  const isPassedOver = told.kind === 'symlink' || told.kind === 'inline_picture';
  const reason = isPassedOver ? told.kind : skipByPath(told.name);
  if (reason !== null) yield { kind: 'skipped', path, reason };
  else if (told.kind === 'failed') {
    yield unread(path, faultOfEntry(told.fault, told.size, allowance), told.size);
  } else {
    allowance.left -= bytes.length;
    yield* open(path, bytes, allowance, depth);
  }
}

/** What a stream holds, in pieces; ends with a throw where it is damaged or too long. */
async function* piecesOf(
  heard: AsyncIterable<{ told: Said; bytes: Buffer }>,
  allowance: Allowance,
): AsyncGenerator<Buffer> {
  for await (const { told, bytes } of heard) {
    if (told.kind === 'died') throw new PackedFault(told.issue);
    if (told.kind === 'end' && told.fault !== null) throw new PackedFault(faultOf(told.fault, allowance));
    if (told.kind !== 'piece') continue;
    allowance.left -= bytes.length;
    yield bytes;
  }
}

/** An archive on disk from here on is read by the process that unpacks, bytes: it need not be held twice. */
const sentBytes = 1 << 24;

/** A large archive on disk is read where it lies; a small one is read whole, and one that came out of another is sent. Null where it is too large for that. */
async function packedBytes(source: ByteSource, maxBytes: number): Promise<PackedBytes | null> {
  const { size, descriptors } = source;
  if (descriptors !== undefined && size > Math.min(sentBytes, maxBytes)) return descriptors;
  return size <= maxBytes ? source.read(0, size) : null;
}

function faultOf(fault: ArchiveFault, { total, limits }: Allowance) {
  const { archiveEntries } = limits;
  return {
    damaged: issues.damagedArchive,
    encrypted: issues.encryptedArchive,
    wrong_password: issues.archivePassword,
    volume: issues.otherVolume,
    letter: issues.letterAlone,
    too_far: () => issues.unpacksTooFar(total),
    too_many_entries: () => issues.tooManyEntries(archiveEntries),
  }[fault]();
}

function faultOfEntry(fault: EntryFault, size: number, { limits }: Allowance) {
  return {
    damaged: issues.damagedEntry,
    encrypted: issues.encrypted,
    wrong_password: issues.otherPassword,
    method: issues.otherMethod,
    too_large: () => issues.tooLarge(size, limits.maxBytes),
  }[fault]();
}
