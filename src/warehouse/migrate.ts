import { readdirSync, readFileSync } from 'node:fs';
import { dressing } from './dressing.ts';
import type { Engine } from './reader.ts';
import { literal } from './sql-text.ts';

/** A step from one version of the tables to the next. */
export interface Migration {
  version: number;
  statements: string[];
}

/** The migrations of an engine in order; `migrations/postgres/002.sql` leads from version 1 to 2. */
export function migrations(engine: Engine): Migration[] {
  const folder = new URL(`./migrations/${engine}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      version: Number.parseInt(name, 10),
      statements: readFileSync(new URL(name, folder), 'utf8')
        .split(/;\s*\n/)
        .filter((statement) => statement.trim() !== ''),
    }));
}

/** What is wrong with a warehouse that this program cannot use. */
export class WarehouseVersionError extends Error {}

interface Session {
  run: (sql: string) => Promise<void>;
  /** Cells of the first column. */
  texts: (sql: string) => Promise<string[]>;
}

/** Brings a database to the tables and views of this program, inside the caller's transaction. */
export async function migrate(engine: Engine, { run, texts }: Session): Promise<void> {
  await run(
    'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TIMESTAMPTZ NOT NULL)',
  );
  await run('CREATE TABLE IF NOT EXISTS schema_dressing (digest VARCHAR NOT NULL)');
  const [found] = await texts('SELECT CAST(coalesce(max(version), 0) AS VARCHAR) FROM schema_version');
  const version = Number(found);
  const steps = migrations(engine);
  const newest = steps.at(-1)!.version;
  if (version > newest)
    throw new WarehouseVersionError(
      `the warehouse has tables of version ${version}, this program knows versions up to ${newest}: use a newer hedui (库的版本比程序新，请升级 hedui)`,
    );
  const { statements, digest } = dressing(engine);
  const [worn] = await texts('SELECT digest FROM schema_dressing');
  const open = steps.filter((step) => step.version > version);
  if (open.length === 0 && worn === digest) return;
  // Views hold on to the tables that a step changes.
  for (const statement of statements) if (statement.startsWith('DROP VIEW')) await run(statement);
  for (const step of open) {
    for (const statement of step.statements) await run(statement);
    await run(`INSERT INTO schema_version VALUES (${step.version}, now())`);
  }
  for (const statement of statements) await run(statement);
  await run('DELETE FROM schema_dressing');
  await run(`INSERT INTO schema_dressing VALUES (${literal(digest)})`);
}
