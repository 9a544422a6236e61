import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Issue } from '../../../schemas/index.ts';
import { type ByteSource, fromFile } from './byte-source.ts';
import { headBytes, isZip } from './entry-name.ts';
import { foreignArchive, fromForeign } from './foreign-archive.ts';
import {
  type Allowance,
  brokenArchive,
  brokenAs,
  type Discovered,
  document,
  hashOfSource,
  unread,
} from './found.ts';
import { issues } from './issues.ts';
import { hasChanged, openFile } from './read-stable.ts';
import { fromBytes, unpacker } from './unpack.ts';
import { letteredEnding, type Volumes } from './volumes.ts';
import { readDirectory } from './zip-directory.ts';

/** The documents of an archive in several volumes, under the path of the one that opens it. */
export async function* fromVolumes(
  path: string,
  volumes: Volumes,
  allowanceOf: (size: number) => Allowance,
): AsyncGenerator<Discovered> {
  const opened: { file: FileHandle; entry: Stats }[] = [];
  try {
    const sources: ByteSource[] = [];
    for (const location of volumes.locations) {
      const volume = await openFile(location);
      if (!('file' in volume)) {
        yield unread(path, volume);
        return;
      }
      opened.push(volume);
      sources.push(fromFile(volume.file, volume.entry.size));
    }
    const whole = joined(sources);
    yield* fromWhole(path, whole, sources, volumes, allowanceOf(whole.size));
    for (const { file, entry } of opened) {
      if (!(await hasChanged(file, entry))) continue;
      yield { ...unread(path, issues.changing(), whole.size), isArchive: true };
      return;
    }
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
  sources: readonly ByteSource[],
  { type, isBare = false }: Volumes,
  allowance: Allowance,
): AsyncGenerator<Discovered> {
  if (type === null) {
    const documents = await unpacker(path, whole, allowance, 1);
    // One volume may be all that there is; where the archive is cut off, others are missing.
    const fault = sources.length === 1 ? issues.otherVolume() : issues.brokenVolumes(sources.length);
    if (documents === null) yield await documentOrBroken(path, whole, isBare, fault, allowance);
    else yield* brokenAs(fault, path, documents);
    return;
  }
  const files = sources.map(({ size }, i) => ({ names: aliases[type](i), size }));
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

/** Volumes one behind another, as one source. */
export function joined(sources: readonly ByteSource[]): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const source of sources) {
    starts.push(size);
    size += source.size;
  }
  return {
    size,
    descriptors: sources.flatMap(({ descriptors = [] }) => descriptors),
    async read(at, length) {
      const pieces: Buffer[] = [];
      for (const [i, source] of sources.entries()) {
        const from = at - starts[i]!;
        if (from < source.size && from + length > 0)
          pieces.push(await source.read(Math.max(0, from), Math.min(length, from + length)));
      }
      return Buffer.concat(pieces);
    },
  };
}
