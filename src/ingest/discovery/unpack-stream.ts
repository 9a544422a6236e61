import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Issue } from '../../../schemas/index.ts';
import { type ByteSource, chunksOf } from './byte-source.ts';
import { headBytes, skipByPath } from './entry-name.ts';
import { type Allowance, brokenArchive, type Discovered, unread } from './found.ts';
import { gathered } from './gathered.ts';
import { issues } from './issues.ts';
import { type TarEntry, tarEntries } from './tar-archive.ts';
import { isTar } from './tar-header.ts';

/** What is done with an entry in memory: it may be an archive again. */
export type OpenEntry = (
  path: string,
  bytes: Buffer,
  allowance: Allowance,
  depth: number,
) => AsyncGenerator<Discovered>;

export async function* fromTar(
  path: string,
  source: ByteSource,
  chunks: AsyncIterable<Buffer>,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
): AsyncGenerator<Discovered> {
  const entries = tarEntries(chunks);
  let isEmpty = true;
  for (;;) {
    const next = await entries.next().catch(() => ({ done: true as const, value: false }));
    if (next.done) {
      if (!next.value) yield await brokenArchive(path, issues.damagedArchive(), source);
      else if (isEmpty) yield await brokenArchive(path, issues.emptyArchive(), source);
      return;
    }
    if (next.value.kind === 'folder') continue;
    if (!isEmpty) allowance.onEntries(1);
    isEmpty = false;
    yield* fromTarEntry(`${path}!/${next.value.name}`, next.value, allowance, depth, open);
  }
}

async function* fromTarEntry(
  path: string,
  entry: TarEntry,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
): AsyncGenerator<Discovered> {
  const { kind, name } = entry;
  const reason = kind === 'symlink' || kind === 'device' ? kind : skipByPath(name);
  if (reason !== null) {
    yield { kind: 'skipped', path, reason };
    return;
  }
  if (kind === 'pieces') {
    yield unread(path, issues.inPieces(), entry.size);
    return;
  }
  const limit = allowance.limits.maxBytes;
  if (entry.size > limit) {
    yield unread(path, issues.tooLarge(entry.size, limit), entry.size);
    return;
  }
  await allowance.room(entry.size);
  const bytes = await entry.read(limit).catch(() => null);
  if (bytes !== null) yield* open(path, bytes, allowance, depth);
  else yield unread(path, issues.damagedEntry(), entry.size);
}

/** A stream that is not read to its end, with the reason. */
export class PackedFault extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.message.en);
    this.issue = issue;
  }
}

export function fromGzip(
  path: string,
  source: ByteSource,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
): AsyncGenerator<Discovered> {
  return fromPacked(path, source, gunzipped(source, allowance), allowance, depth, open);
}

const endings = /\.(?:gz|bz2|xz|lzma|zst|lz4|z)$/i;

/** A compressed tar, or one file: `a.xls.gz` holds `a.xls`. A tar may end before its stream does, at whose end its sum stands. */
export async function* fromPacked(
  path: string,
  source: ByteSource,
  chunks: AsyncGenerator<Buffer>,
  allowance: Allowance,
  depth: number,
  open: OpenEntry,
): AsyncGenerator<Discovered> {
  try {
    const first = await firstBytes(chunks);
    if (!Buffer.isBuffer(first)) yield await brokenArchive(path, first, source);
    else if (isTar(first)) {
      let isBroken = false;
      for await (const found of fromTar(path, source, withFirst(first, chunks), allowance, depth, open)) {
        isBroken ||= found.kind === 'unread' && found.path === path;
        yield found;
      }
      const fault = isBroken ? null : await faultBehind(chunks);
      if (allowance.left < 0) yield await brokenArchive(path, issues.unpacksTooFar(allowance.total), source);
      else if (fault !== null) yield await brokenArchive(path, fault, source);
    } else {
      const name = path.slice(path.lastIndexOf('/') + 1).replace(endings, '');
      const { limits, room } = allowance;
      const bytes = await gathered(withFirst(first, chunks), limits.maxBytes, room).catch(faultOf);
      if (Buffer.isBuffer(bytes)) yield* open(`${path}!/${name}`, bytes, allowance, depth);
      else yield await brokenArchive(path, bytes, source);
    }
  } finally {
    await chunks.return(undefined);
  }
}

const faultOf = (thrown: unknown): Issue =>
  thrown instanceof PackedFault ? thrown.issue : issues.damagedArchive();

/** What is wrong with the rest of a stream. */
async function faultBehind(chunks: AsyncGenerator<Buffer>): Promise<Issue | null> {
  for (;;) {
    const next = await chunks.next().catch(faultOf);
    if ('code' in next) return next;
    if (next.done) return null;
  }
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

/** Enough to tell a tar, or all that there is; why not even that can be unpacked. */
async function firstBytes(chunks: AsyncGenerator<Buffer>): Promise<Buffer | Issue> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < headBytes) {
    const next = await chunks.next().catch(faultOf);
    if ('code' in next) return next;
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
