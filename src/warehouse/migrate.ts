import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { difference, modelShapes, type Shapes } from './difference.ts';
import { dressing } from './dressing.ts';
import type { Engine } from './reader.ts';
import { literal } from './sql-text.ts';

/** A step from one version of the tables to the next. */
export interface Migration {
  version: number;
  statements: string[];
}

const folder = new URL('./migrations/', import.meta.url);

/** The migrations of an engine in order; `migrations/postgres/002.sql` leads from version 1 to 2. */
export function migrations(engine: Engine): Migration[] {
  const own = new URL(`${engine}/`, folder);
  return readdirSync(own)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      version: Number.parseInt(name, 10),
      statements: readFileSync(new URL(name, own), 'utf8')
        .split(/;\s*\n/)
        .filter((statement) => statement.trim() !== ''),
    }));
}

/** The tables as the last migration leaves them. */
export function released(): { version: number; shapes: Shapes } {
  const file = new URL('tables.json', folder);
  if (!existsSync(file)) return { version: 0, shapes: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as { version: number; shapes: Shapes };
}

/** A warehouse that this program cannot use. */
class WarehouseVersionError extends Error {}

/** Throws where a reader would not find the tables that it knows. */
export function checkVersion(version: number): void {
  const { version: newest } = released();
  if (version > newest) throw tooNew(version, newest);
  if (version < newest)
    throw new WarehouseVersionError(
      `the warehouse has tables of version ${version}, this program reads version ${newest}: run hedui ingest once, which brings it up (库的版本较旧，运行一次 hedui ingest 即可升级)`,
    );
}

function tooNew(version: number, newest: number): WarehouseVersionError {
  return new WarehouseVersionError(
    `the warehouse has tables of version ${version}, this program knows versions up to ${newest}: use a newer hedui (库的版本比程序新，请升级 hedui)`,
  );
}

interface Session {
  run: (sql: string) => Promise<void>;
  /** Cells of the first column. */
  texts: (sql: string) => Promise<string[]>;
}

const book = [
  'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TIMESTAMPTZ NOT NULL)',
  "COMMENT ON TABLE schema_version IS 'Migrations of the tables that were applied.'",
  'CREATE TABLE IF NOT EXISTS schema_state (digest VARCHAR NOT NULL, shapes VARCHAR NOT NULL)',
  "COMMENT ON TABLE schema_state IS 'Digest of the views and comments, and the columns as they are.'",
];

/** Brings a database to the tables and views of this program, inside the caller's transaction. */
export async function migrate(engine: Engine, session: Session): Promise<void> {
  const { run, texts } = session;
  await run(book.join(';\n'));
  const [found] = await texts('SELECT CAST(coalesce(max(version), 0) AS VARCHAR) FROM schema_version');
  const version = Number(found);
  const newest = released().version;
  if (version > newest) throw tooNew(version, newest);
  const { statements } = dressing(engine);
  const shapes = modelShapes();
  const digest = createHash('sha256')
    .update(JSON.stringify([statements, shapes]))
    .digest('hex');
  const [worn] = await texts('SELECT digest FROM schema_state');
  if (version === newest && worn === digest) return;
  // Views hold on to the tables that a step changes.
  await run(statements.filter((statement) => statement.startsWith('DROP VIEW')).join(';\n'));
  await stepUp(engine, version, session);
  await run(statements.join(';\n'));
  await run('DELETE FROM schema_state');
  await run(`INSERT INTO schema_state VALUES (${literal(digest)}, ${literal(JSON.stringify(shapes))})`);
}

/** The migrations that are missing; then what the model has beyond the last of them, as between two releases. */
async function stepUp(engine: Engine, version: number, { run, texts }: Session): Promise<void> {
  const missing = migrations(engine).filter((step) => step.version > version);
  for (const step of missing) {
    for (const statement of step.statements) await run(statement);
    await run(`INSERT INTO schema_version VALUES (${step.version}, now())`);
  }
  const [known] = await texts('SELECT shapes FROM schema_state');
  const shapes =
    missing.length > 0 || known === undefined ? released().shapes : (JSON.parse(known) as Shapes);
  for (const statement of difference(engine, shapes)) await run(statement);
}
