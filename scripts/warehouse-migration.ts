// Writes the next migration of the warehouse, for both engines, where the model has changed since the last one:
//   node scripts/warehouse-migration.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as duckdb from '../src/warehouse/duckdb/ddl.ts';
import type { Column, Table } from '../src/warehouse/model/column.ts';
import { tables } from '../src/warehouse/model/tables.ts';
import * as postgres from '../src/warehouse/postgres/ddl.ts';
import { identifier } from '../src/warehouse/sql-text.ts';

/** The tables as the last migration left them. */
export interface Snapshot {
  version: number;
  /** By table and column: type, and the words of an enum. */
  tables: Record<string, Record<string, string>>;
}

const folder = new URL('../src/warehouse/migrations/', import.meta.url);
const snapshotFile = new URL('columns.json', folder);

const before: Snapshot = existsSync(snapshotFile)
  ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot)
  : { version: 0, tables: {} };
const after: Snapshot = { version: before.version + 1, tables: {} };
for (const { name, columns } of tables())
  after.tables[name] = Object.fromEntries(columns.map((column) => [column.name, shapeOf(column)]));

const steps = tables().map((table) => step(table, before.tables[table.name]));
const statements = {
  duckdb: steps.flatMap((sql) => sql.duckdb),
  postgres: steps.flatMap((sql) => sql.postgres),
};
if (statements.duckdb.length === 0) process.stdout.write('nothing has changed\n');
else {
  const name = `${String(after.version).padStart(3, '0')}.sql`;
  for (const engine of ['duckdb', 'postgres'] as const)
    writeFileSync(new URL(`${engine}/${name}`, folder), `${statements[engine].join(';\n\n')};\n`);
  writeFileSync(snapshotFile, `${JSON.stringify(after, null, 2)}\n`);
  process.stdout.write(`wrote ${name}\n`);
}

function shapeOf({ type, oneOf }: Column): string {
  return oneOf === null ? type : `${type}: ${oneOf.join(' ')}`;
}

function step(
  table: Table,
  known: Record<string, string> | undefined,
): { duckdb: string[]; postgres: string[] } {
  if (known === undefined)
    return {
      duckdb: [duckdb.createTable(table)],
      postgres: [postgres.createTable(table), postgres.addKey(table)],
    };
  const added = table.columns.filter(({ name }) => known[name] === undefined);
  const changed = table.columns.filter(
    (column) => (known[column.name] ?? shapeOf(column)) !== shapeOf(column),
  );
  const removed = Object.keys(known).filter((name) => table.columns.every((column) => column.name !== name));
  const retyped = changed.filter(({ name, type }) => known[name]!.split(':')[0] !== type);
  if (removed.length > 0 || retyped.length > 0)
    throw new Error(
      `${table.name}: write by hand what becomes of ${[...removed, ...retyped.map(({ name }) => name)].join(', ')}`,
    );
  if (added.length + changed.length === 0) return { duckdb: [], postgres: [] };
  return { duckdb: rebuilt(table, added), postgres: altered(table, added, changed) };
}

/** DuckDB adds no column and drops no check where there are keys: the table is made anew. Rows from before have no value. */
function rebuilt(table: Table, added: readonly Column[]): string[] {
  const columns = table.columns.map((column) =>
    added.includes(column) ? { ...column, nullable: true } : column,
  );
  const former = identifier(`${table.name}_former`);
  return [
    `ALTER TABLE ${identifier(table.name)} RENAME TO ${former}`,
    duckdb.createTable({ ...table, columns }),
    `INSERT INTO ${identifier(table.name)} BY NAME SELECT * FROM ${former}`,
    `DROP TABLE ${former}`,
  ];
}

function altered(table: Table, added: readonly Column[], changed: readonly Column[]): string[] {
  const name = identifier(table.name);
  return [
    ...added.map(
      (column) =>
        `ALTER TABLE ${name} ADD COLUMN ${postgres.columnDefinition(column)}${postgres.check(column)}`,
    ),
    ...changed.flatMap((column) => {
      const constraint = identifier(`${table.name}_${column.name}_check`);
      return [
        `ALTER TABLE ${name} DROP CONSTRAINT ${constraint}`,
        `ALTER TABLE ${name} ADD CONSTRAINT ${constraint}${postgres.check(column)}`,
      ];
    }),
  ];
}
