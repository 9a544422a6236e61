import * as duckdb from './duckdb/ddl.ts';
import type { Column, Table } from './model/column.ts';
import { tables } from './model/tables.ts';
import * as postgres from './postgres/ddl.ts';
import type { Engine } from './reader.ts';
import { identifier } from './sql-text.ts';

/** Tables as a database has them: by table and column, the type and the words of an enum. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The tables as the model has them. */
export function modelShapes(): Shapes {
  return Object.fromEntries(
    tables().map(({ name, columns }) => [
      name,
      Object.fromEntries(columns.map((column) => [column.name, shapeOf(column)])),
    ]),
  );
}

/** Statements that lead from the tables as they are to those of the model: for new tables, new columns and new words. */
export function difference(engine: Engine, before: Shapes): string[] {
  return tables().flatMap((table) => steps(engine, table, before[table.name]));
}

function shapeOf({ type, oneOf }: Column): string {
  return oneOf === null ? type : `${type}: ${oneOf.join(' ')}`;
}

function steps(engine: Engine, table: Table, known: Readonly<Record<string, string>> | undefined): string[] {
  if (known === undefined)
    return engine === 'duckdb'
      ? [duckdb.createTable(table)]
      : [postgres.createTable(table), postgres.addKey(table)];
  const { name, columns } = table;
  const added = columns.filter((column) => known[column.name] === undefined);
  const changed = columns.filter((column) => (known[column.name] ?? shapeOf(column)) !== shapeOf(column));
  const removed = Object.keys(known).filter((column) => columns.every((one) => one.name !== column));
  const retyped = changed.filter((column) => known[column.name]!.split(':')[0] !== column.type);
  if (removed.length + retyped.length > 0) {
    const names = [...removed, ...retyped.map((column) => column.name)].join(', ');
    throw new Error(`${name}: what becomes of ${names} is to be written by hand, as a migration`);
  }
  if (added.length + changed.length === 0) return [];
  return engine === 'duckdb' ? rebuilt(table, added) : altered(table, added, changed);
}

/** DuckDB drops no check of a table: it is made anew. Rows from before have no value in new columns. */
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
