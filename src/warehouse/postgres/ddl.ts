import type { Column, Table } from '../model/column.ts';
import { identifier, literal } from '../sql-text.ts';
import { postgresTypes } from './types.ts';

/** A table with the words of its enums; its key is added by itself. */
export function createTable({ name, columns }: Table): string {
  const lines = columns.map((column) => {
    const presence = column.nullable ? '' : ' NOT NULL';
    return `${columnDefinition(column)}${presence}${check(column)}`;
  });
  return `CREATE TABLE ${identifier(name)} (\n  ${lines.join(',\n  ')}\n)`;
}

/** Ids are compared byte by byte (collation C), which also makes their indexes quick to build. */
export function columnDefinition({ name, type }: Column): string {
  const collation = /(^|_)(id|path|digest)$/.test(name) && type === 'text' ? ' COLLATE "C"' : '';
  return `${identifier(name)} ${postgresTypes[type]}${collation}`;
}

export function check({ name, oneOf }: Column): string {
  return oneOf === null ? '' : ` CHECK (${identifier(name)} IN (${oneOf.map(literal).join(', ')}))`;
}

function keyName({ name }: Table): string {
  return identifier(`${name}_key`);
}

export function addKey(table: Table): string {
  const key = table.key.map(identifier).join(', ');
  return `ALTER TABLE ${identifier(table.name)} ADD CONSTRAINT ${keyName(table)} PRIMARY KEY (${key})`;
}

export function dropKey(table: Table): string {
  return `ALTER TABLE ${identifier(table.name)} DROP CONSTRAINT ${keyName(table)}`;
}
