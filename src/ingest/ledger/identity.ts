import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../guard/command.ts';
import type { SentOptions } from '../guard/messages.ts';
import type { Limits } from '../limits.ts';

/** What decides a result beside the document's bytes: the SHA-256 of code and settings. */
export type Identity = Buffer;

/** Passwords are left out: what was read without them, or by one of them, is the same under any other. */
export function identityOf({ password: _, ...options }: SentOptions, limits: Limits): Identity {
  return hash('sha256', `${codeVersion(...ownFolders())} ${canonical({ options, limits })}`, 'buffer');
}

/** What decides what an archive holds beside its bytes and its name. Passwords count here: which of its entries are documents depends on them. */
export function archiveIdentityOf(identity: Identity, passwords: readonly string[]): Identity {
  const [root, base] = ownFolders();
  const code = codeOf(root, base, openingFiles(base));
  return hash('sha256', `${identity.toString('hex')} ${code} ${markOfPasswords(passwords)}`, 'buffer');
}

/** Tells whether other passwords were tried, and too little to tell which. */
export function markOfPasswords(passwords: readonly string[]): string {
  return hash('sha256', JSON.stringify(passwords)).slice(0, 6);
}

/**
 * The key of a result: the document's hash, with every bit turned where the hash of code and settings has one. As good as a hash of
 * all three, for equal keys of different documents would need their hashes to differ by just what two settings differ by, and several
 * times as quick: every document of the archive is asked for thrice.
 */
export function keyOf(documentHash: string, identity: Identity): Buffer {
  const key = Buffer.from(documentHash, 'hex');
  for (let i = 0; i < key.length; i += 1) key[i]! ^= identity[i]!;
  return key;
}

/** JSON with the names in order, so that equal settings are equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** The rooms that a document goes through, and the modules that make of it the result which is kept. */
const rooms = [
  'schemas',
  'parsers',
  'src/values',
  'src/reading',
  'src/reconcile',
  'src/examine',
  'src/ingest/guard',
  'src/index',
  'src/ingest/result',
];

const isModule = (name: string): boolean => /\.(?:[jt]s|json)$/.test(name) && !name.endsWith('.d.ts');

/** The modules that open archives, beside those. */
const openingRooms = [
  'src/ingest/discovery',
  'src/ingest/unpacking',
  'src/ingest/ledger',
  'src/ingest/limits',
];

/** The files below `base` whose text decides a result, in order. */
export const decidingFiles = (base: string): string[] => filesIn(base, rooms);

/** The same of those that decide with them what an archive holds. */
export const openingFiles = (base: string): string[] => filesIn(base, openingRooms);

function filesIn(base: string, names: readonly string[]): string[] {
  return names.flatMap((room) => {
    const single = ['ts', 'js']
      .map((ending) => `${room}.${ending}`)
      .find((name) => existsSync(join(base, name)));
    if (single !== undefined) return [single];
    const modules = readdirSync(join(base, room), { recursive: true }) as string[];
    return modules
      .filter(isModule)
      .sort()
      .map((name) => join(room, name));
  });
}

/** Hash of the modules and data that read documents, and of the packages they use: the same code, the same result. */
export function codeVersion(root: string, base: string): string {
  return codeOf(root, base, decidingFiles(base));
}

function codeOf(root: string, base: string, names: readonly string[]): string {
  const code = createHash('sha256').update(packageVersions(root));
  for (const name of names) code.update(name).update(readFileSync(join(base, name)));
  return code.digest('hex');
}

/** The folder of the package, and that of the modules which run. */
function ownFolders(): [root: string, base: string] {
  const root = packageRoot();
  return [root, import.meta.url.endsWith('.ts') ? root : join(root, 'dist')];
}

function packageVersions(root: string): string {
  const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: unknown;
  };
  return canonical({ version, dependencies });
}
