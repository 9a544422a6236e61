import type { Table } from '../model/column.ts';
import { tables } from '../model/tables.ts';
import { identifier, literal } from '../sql-text.ts';
import { postgresTypes } from './types.ts';

/** Every table of the model. Ids are compared byte by byte (collation C), which also makes their indexes quick to build. */
export function createTables(): string[] {
  return tables().flatMap((table) => [createTable(table), addKey(table)]);
}

function createTable({ name, columns }: Table): string {
  const lines = columns.map(({ name: column, type, nullable, oneOf }) => {
    const words =
      oneOf === null ? '' : ` CHECK (${identifier(column)} IN (${oneOf.map(literal).join(', ')}))`;
    const collation = /(^|_)(id|path|digest)$/.test(column) && type === 'text' ? ' COLLATE "C"' : '';
    return `${identifier(column)} ${postgresTypes[type]}${collation}${nullable ? '' : ' NOT NULL'}${words}`;
  });
  return `CREATE TABLE ${identifier(name)} (\n  ${lines.join(',\n  ')}\n)`;
}

export function keyName({ name }: Table): string {
  return identifier(`${name}_key`);
}

export function addKey(table: Table): string {
  const key = table.key.map(identifier).join(', ');
  return `ALTER TABLE ${identifier(table.name)} ADD CONSTRAINT ${keyName(table)} PRIMARY KEY (${key})`;
}

export function dropKey(table: Table): string {
  return `ALTER TABLE ${identifier(table.name)} DROP CONSTRAINT ${keyName(table)}`;
}
