import type { Dirent } from 'node:fs';
import { glob, lstat, readdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeName } from './decode-name.ts';
import { type SkipReason, skipByName } from './entry-name.ts';

/** Where a file lies, as bytes: names on disk need not be UTF-8. */
export type Location = string | Buffer;

export type Walked =
  | { kind: 'file'; path: string; location: Location; isNamed: boolean }
  | { kind: 'skipped'; path: string; reason: SkipReason }
  | { kind: 'missing'; path: string; isFolder: boolean; detail: string };

/** A path or a pattern; as bytes where it is no UTF-8: the name on disk, or one in GBK that a list gives for it. */
export type Input = Location;

/** What is wrong with an input where the system says nothing of it. */
export const NO_MATCH = 'nothing matches this pattern';
export const NO_FILE = 'it is a device or a pipe, and no file';

export interface WalkOptions {
  /** Folder that the run writes to: never read from. */
  out?: string;
}

/**
 * The files that paths, folders and patterns come to, folder by folder in the order of the names; one that several inputs lead to comes once.
 */
export async function* walk(inputs: readonly Input[], options: WalkOptions = {}): AsyncGenerator<Walked> {
  const out = options.out === undefined ? null : await realpath(options.out).catch(() => null);
  if (inputs.length < 2) {
    for (const input of inputs) yield* walkInput(input, out);
    return;
  }
  const met = new Set<string>();
  for (const input of inputs) {
    for await (const walked of walkInput(input, out)) {
      if (walked.kind === 'skipped') {
        yield walked;
        continue;
      }
      const place = placeOf(walked.kind === 'file' ? walked.location : walked.path);
      if (met.has(place)) yield { kind: 'skipped', path: walked.path, reason: 'named_twice' };
      else yield walked;
      met.add(place);
    }
  }
}

/** Where it lies, whichever way leads there; byte for byte, since names on disk need not be UTF-8. */
const placeOf = (location: Location): string => resolve(Buffer.from(location).toString('latin1'));

async function* walkInput(input: Input, out: string | null): AsyncGenerator<Walked> {
  const path = typeof input === 'string' ? input : decodeName(input);
  // A path that is named is followed where it is a link; what is found below it is not.
  const isThere = typeof input !== 'string' && (await stat(input).catch(() => null)) !== null;
  const location = isThere ? input : path;
  const entry = await stat(location).catch((error: unknown) => error as Error);
  if (!(entry instanceof Error)) {
    // Found beside documents, a device or a pipe is passed over; one that is named was meant to be read.
    const isOther = !entry.isDirectory() && !entry.isFile();
    if (isOther) yield { kind: 'missing', path, isFolder: false, detail: NO_FILE };
    else yield* walkNamed(path, location, entry, out);
  } else if (hasPattern(path)) yield* walkPattern(path, out);
  else yield { kind: 'missing', path, isFolder: false, detail: entry.message };
}

interface Kind {
  isDirectory: () => boolean;
  isFile: () => boolean;
  isSymbolicLink: () => boolean;
}

async function* walkNamed(
  path: string,
  location: Location,
  entry: Kind,
  out: string | null,
): AsyncGenerator<Walked> {
  if (entry.isDirectory()) yield* walkFolder(path.replace(/(?<=.)\/+$/, ''), Buffer.from(location), out);
  else if (entry.isFile()) yield { kind: 'file', path, location, isNamed: true };
  else yield { kind: 'skipped', path, reason: 'device' };
}

const hasPattern = (path: string): boolean => /[*?[{]/.test(path);

async function* walkPattern(pattern: string, out: string | null): AsyncGenerator<Walked> {
  const matches: string[] = [];
  for await (const match of glob(pattern)) matches.push(match);
  if (matches.length === 0) yield { kind: 'missing', path: pattern, isFolder: false, detail: NO_MATCH };
  for (const path of matches.sort()) {
    const entry = await lstat(path).catch(() => null);
    if (entry === null) continue;
    if (entry.isSymbolicLink()) yield { kind: 'skipped', path, reason: 'symlink' };
    else yield* walkNamed(path, path, entry, out);
  }
}

const slash = Buffer.from('/');

async function* walkFolder(path: string, location: Buffer, out: string | null): AsyncGenerator<Walked> {
  if (out !== null && (await realpath(location).catch(() => null)) === out) {
    yield { kind: 'skipped', path, reason: 'own_output' };
    return;
  }
  const entries = await readdir(location, { withFileTypes: true, encoding: 'buffer' }).catch(
    (error: unknown) => error as Error,
  );
  if (entries instanceof Error) {
    yield { kind: 'missing', path, isFolder: true, detail: entries.message };
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of entries) {
    const name = decodeName(entry.name);
    const below = path.endsWith('/') ? path + name : `${path}/${name}`;
    yield* walkEntry(below, name, Buffer.concat([location, slash, entry.name]), entry, out);
  }
}

async function* walkEntry(
  path: string,
  name: string,
  location: Buffer,
  entry: Dirent<Buffer>,
  out: string | null,
): AsyncGenerator<Walked> {
  const reason = entry.isSymbolicLink() ? 'symlink' : skipByName(name);
  if (reason !== null) yield { kind: 'skipped', path, reason };
  else if (entry.isDirectory()) yield* walkFolder(path, location, out);
  else if (entry.isFile()) yield { kind: 'file', path, location, isNamed: false };
  else yield { kind: 'skipped', path, reason: 'device' };
}
