import type { Column, ColumnType, Table } from '../model/column.ts';
import { tableOf } from '../model/tables.ts';
import type { SpoolFile } from '../spool.ts';
import { identifier, literal } from '../sql-text.ts';
import { decimalOf, jsonIn } from './lines.ts';
import { duckdbTypes } from './types.ts';

/**
 * A query of the rows that records give, from a file of records as they were read: the columns of a table out of their
 * nested fields, the rows of a list out of the records that hold it. It gives what `rowsOf` makes of the same records.
 */
export function recordsIn(table: Table, file: SpoolFile): string {
  return table.inside === null ? ownRows(table, file) : listRows(table, file);
}

function ownRows(table: Table, file: SpoolFile): string {
  const columns = table.columns.filter(({ path }) => path !== null);
  const constants = table.name === 'findings' ? [`'document' AS scope`] : [];
  const values = columns.map((column) => fieldValue(column, ''));
  return `SELECT ${[...values, ...constants].join(', ')} FROM ${jsonIn(file, fieldsOf(columns))}`;
}

/** Owner keys and the place in the list come first in a list's table; the rest are fields of its entries. */
function listRows(table: Table, file: SpoolFile): string {
  const { inside } = table;
  const owner = tableOf(inside!.table);
  const keys = owner.key.includes('document_id') ? owner.key : ['document_id', ...owner.key];
  const entries = table.columns.filter(({ path }) => path !== null);
  const list = `${identifier(inside!.field)}: ${literal(`STRUCT(${structOf(entries)})[]`)}`;
  const read = jsonIn(file, [...keys.map((key) => `${identifier(key)}: 'VARCHAR'`), list]);
  const field = identifier(inside!.field);
  const names = keys.map(identifier).join(', ');
  return `SELECT ${names}, ordinal, ${entries.map((column) => fieldValue(column, 'entry.')).join(', ')}
    FROM (SELECT ${names}, unnest(${field}) AS entry, generate_subscripts(${field}, 1) - 1 AS ordinal FROM ${read})`;
}

function fieldValue({ name, path, type }: Column, before: string): string {
  const field = before + path!.map(identifier).join('.');
  return `${type === 'decimal' ? decimalOf(field) : field} AS ${identifier(name)}`;
}

/** Fields of the records as `name: 'type'`; those of one object are a struct. */
function fieldsOf(columns: readonly Column[]): string[] {
  return grouped(columns).map(([name, type]) => `${identifier(name)}: ${literal(type)}`);
}

function structOf(columns: readonly Column[], depth = 0): string {
  return grouped(columns, depth)
    .map(([name, type]) => `${identifier(name)} ${type}`)
    .join(', ');
}

function grouped(columns: readonly Column[], depth = 0): [name: string, type: string][] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const name = column.path![depth]!;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  return [...groups].map(([name, group]) => {
    const [first] = group;
    if (first!.path!.length === depth + 1) return [name, readAs(first!.type)];
    return [name, `STRUCT(${structOf(group, depth + 1)})`];
  });
}

/** Decimals are read as they are written, so that no binary float is in between. */
function readAs(type: ColumnType): string {
  return type === 'decimal' ? 'VARCHAR' : duckdbTypes[type];
}
