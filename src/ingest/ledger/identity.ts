import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../guard/command.ts';
import type { SentOptions } from '../guard/messages.ts';
import type { Limits } from '../limits.ts';

/** What decides a result beside the document's bytes: code and settings, as hashes. */
export interface Identity {
  code: string;
  settings: string;
}

export function identityOf(options: SentOptions, limits: Limits): Identity {
  return { code: codeVersion(), settings: sha256(canonical({ options, limits })) };
}

/** The key of a result. */
export function keyOf(documentHash: string, { code, settings }: Identity): Buffer {
  return hash('sha256', `${documentHash} ${code} ${settings}`, 'buffer');
}

const sha256 = (text: string): string => hash('sha256', text);

/** JSON with the names in order, so that equal settings are equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** The rooms that a document goes through. */
const rooms = ['schemas', 'parsers', 'src/values', 'src/reading', 'src/reconcile', 'src/examine'];

/** Hash of the modules and data that read documents, and of the packages they use: the same code, the same result. */
function codeVersion(): string {
  const root = packageRoot();
  const base = import.meta.url.endsWith('.ts') ? root : join(root, 'dist');
  const code = createHash('sha256').update(packageVersions(root));
  for (const room of rooms) {
    const folder = join(base, room);
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
      if (!/\.(?:[jt]s|json)$/.test(name) || name.endsWith('.d.ts')) continue;
      code.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return code.digest('hex');
}

function packageVersions(root: string): string {
  const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: unknown;
  };
  return canonical({ version, dependencies });
}
