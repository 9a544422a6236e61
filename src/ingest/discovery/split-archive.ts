import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Issue } from '../../../schemas/index.ts';
import { type ByteSource, fromFile } from './byte-source.ts';
import { headBytes, isZip } from './entry-name.ts';
import { foreignArchive, fromForeign } from './foreign-archive.ts';
import {
  type Allowance,
  allowanceFor,
  brokenArchive,
  brokenAs,
  type Discovered,
  document,
  hashOfSource,
  type Known,
  unread,
} from './found.ts';
import { hashedAsRead } from './hashed-source.ts';
import { issues } from './issues.ts';
import { knownOr } from './known-archives.ts';
import { changedSince, openFile } from './read-stable.ts';
import { fromBytes, unpacker } from './unpack.ts';
import { letteredEnding, type Volumes } from './volumes.ts';
import { readDirectory } from './zip-directory.ts';

/** The documents of an archive in several volumes, under the path of the one that opens it. */
export async function* fromVolumes(
  path: string,
  volumes: Volumes,
  options: Parameters<typeof allowanceFor>[1] & Parameters<typeof knownOr>[1] & { signal?: AbortSignal },
): AsyncGenerator<Discovered | Known> {
  const opened: { file: FileHandle; entry: Stats }[] = [];
  try {
    for (const location of volumes.locations) {
      const volume = await openFile(location);
      if (!('file' in volume)) {
        yield unread(path, volume);
        return;
      }
      opened.push(volume);
    }
    const sizes = opened.map(({ entry }) => entry.size);
    const pieces = opened.map(({ file }, i) => ({ size: sizes[i]!, open: () => fromFile(file, sizes[i]!) }));
    const hashed = hashedAsRead(joined(pieces), joined(pieces), options.signal);
    const whole = hashed.source;
    const documents = fromWhole(path, whole, sizes, volumes, allowanceFor(whole.size, options));
    const { type, isBare } = volumes;
    const shape = JSON.stringify([type, isBare, sizes]);
    const changed = () => changedSince(path, opened);
    yield* knownOr({ path, hashed, documents, changed, shape }, options);
  } catch (thrown) {
    yield unread(path, issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown)));
  } finally {
    for (const { file } of opened) await file.close();
  }
}

/**
 * The names that 7-Zip asks for a volume by, counted from 0, whatever it is called on disk. Which of the two RAR knows it by is told by a mark
 * in the archive.
 */
const aliases = {
  rar: (volume: number) => [`a.part${volume + 1}.rar`, `a.part1.${letteredEnding.rar(volume)}`],
  zip: (volume: number) => [volume === 0 ? 'a.zip' : `a.${letteredEnding.zip(volume)}`],
} as const;

async function* fromWhole(
  path: string,
  whole: ByteSource,
  sizes: readonly number[],
  { type, isBare = false }: Volumes,
  allowance: Allowance,
): AsyncGenerator<Discovered> {
  if (type === null) {
    const documents = await unpacker(path, whole, allowance, 1);
    // One volume may be all that there is; where the archive is cut off, others are missing.
    const fault = sizes.length === 1 ? issues.otherVolume() : issues.brokenVolumes(sizes.length);
    if (documents === null) yield await documentOrBroken(path, whole, isBare, fault, allowance);
    else yield* brokenAs(fault, path, documents);
    return;
  }
  const files = sizes.map((size, i) => ({ names: aliases[type](i), size }));
  const found = foreignArchive(await whole.read(0, headBytes));
  const archive = found ?? { type, isStream: false };
  yield* fromForeign(path, whole, archive, allowance, 1, fromBytes, files);
}

/** A document may be cut up as an archive is; what begins as an archive and is none lacks something. */
async function documentOrBroken(
  path: string,
  whole: ByteSource,
  isBare: boolean,
  fault: Issue,
  { limits }: Allowance,
): Promise<Discovered> {
  const isCut =
    isZip(await whole.read(0, headBytes)) && (await readDirectory(whole, limits.archiveEntries)) === null;
  if (!isBare || isCut) return brokenArchive(path, fault, whole);
  if (whole.size > limits.maxBytes)
    return unread(path, issues.tooLarge(whole.size, limits.maxBytes), whole.size, await hashOfSource(whole));
  return document(path, await whole.read(0, whole.size));
}

/** A volume, opened for what is read of it at one time: what a source reads ahead stays with it, and there may be thousands. */
interface Piece {
  size: number;
  open: () => ByteSource;
}

/** Volumes one behind another, as one source. */
export function joined(pieces: readonly Piece[]): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    starts.push(size);
    size += piece.size;
  }
  let at = { piece: -1, source: null as ByteSource | null };
  const sourceOf = (piece: number): ByteSource => {
    if (at.piece !== piece || at.source === null) at = { piece, source: pieces[piece]!.open() };
    return at.source!;
  };
  return {
    size,
    descriptors: pieces.flatMap(({ open }) => open().descriptors ?? []),
    async read(start, length) {
      const parts: Buffer[] = [];
      const end = Math.min(size, start + length);
      for (let i = pieceAt(starts, start); i < pieces.length && starts[i]! < end; i++) {
        const from = Math.max(0, start - starts[i]!);
        parts.push(await sourceOf(i).read(from, Math.min(pieces[i]!.size, end - starts[i]!) - from));
      }
      return Buffer.concat(parts);
    },
  };
}

/** The last piece that starts there or before. */
function pieceAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
