import type { Table } from '../model/column.ts';
import { identifier, literal } from '../sql-text.ts';
import { duckdbTypes } from './types.ts';

/** Keys of tables that have a row a cell or more: an index on them takes longer than the load, and ids are made unique. */
const unindexed = new Set(['evidence', 'prior_values', 'text_figures', 'text_relations', 'coverage']);

/** A table with its key and the words of its enums. */
export function createTable({ name, columns, key }: Table): string {
  const lines = columns.map(({ name: column, type, nullable, oneOf }) => {
    const check =
      oneOf === null ? '' : ` CHECK (${identifier(column)} IN (${oneOf.map(literal).join(', ')}))`;
    return `${identifier(column)} ${duckdbTypes[type]}${nullable ? '' : ' NOT NULL'}${check}`;
  });
  if (!unindexed.has(name)) lines.push(`PRIMARY KEY (${key.map(identifier).join(', ')})`);
  return `CREATE TABLE ${identifier(name)} (\n  ${lines.join(',\n  ')}\n)`;
}
