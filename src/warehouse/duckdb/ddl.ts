import type { Table } from '../model/column.ts';
import { tables } from '../model/tables.ts';
import { identifier, literal } from '../sql-text.ts';
import { duckdbTypes } from './types.ts';

/** Every table of the model with its keys, the words of its enums and what its columns mean. */
export function createTables(): string[] {
  return tables().flatMap((table) => [createTable(table), ...comments(table)]);
}

/** Keys of tables that have a row a cell or more: an index on them takes longer than the load, and ids are made unique. */
const unindexed = new Set(['evidence', 'prior_values', 'text_figures', 'text_relations', 'coverage']);

function createTable({ name, columns, key }: Table): string {
  const lines = columns.map(({ name: column, type, nullable, oneOf }) => {
    const check =
      oneOf === null ? '' : ` CHECK (${identifier(column)} IN (${oneOf.map(literal).join(', ')}))`;
    return `${identifier(column)} ${duckdbTypes[type]}${nullable ? '' : ' NOT NULL'}${check}`;
  });
  if (!unindexed.has(name)) lines.push(`PRIMARY KEY (${key.map(identifier).join(', ')})`);
  return `CREATE TABLE ${identifier(name)} (\n  ${lines.join(',\n  ')}\n)`;
}

export function comments({ name, comment, columns }: Table): string[] {
  return [
    `COMMENT ON TABLE ${identifier(name)} IS ${literal(comment)}`,
    ...columns.map(
      (column) =>
        `COMMENT ON COLUMN ${identifier(name)}.${identifier(column.name)} IS ${literal(column.comment)}`,
    ),
  ];
}
