import type { Table } from '../model/column.ts';
import { tables } from '../model/tables.ts';
import type { Engine } from '../reader.ts';
import { asText } from './select.ts';

/** The tables that a flat export has: the records, and the files that they came in. */
export function exportedTables(): Table[] {
  return tables().filter(({ name }) => !left.has(name));
}

/** Book-keeping of the warehouse itself. */
const left = new Set(['runs', 'exact_values', 'grids']);

/** Flat rows of a table in the order of their keys. */
export function selectFlat(table: Table, condition: string, engine: Engine): string {
  const columns = table.columns.map((column) => asText(column, engine));
  const order = table.key.map((name) => `t."${name}"`).join(', ');
  return `SELECT ${columns.join(', ')} FROM "${table.name}" t WHERE ${condition} ORDER BY ${order}`;
}
