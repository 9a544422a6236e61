import type { Row, Table } from '../model/column.ts';
import { identifier, literal } from '../sql-text.ts';
import { wellFormed } from '../well-formed.ts';
import { duckdbTypes } from './types.ts';

/** Rows as lines of JSON, each value under the number of its column, nulls left out. */
export function jsonLine(row: Row): string {
  const fields: Record<string, unknown> = {};
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index];
    if (value !== null) fields[`c${index}`] = value;
  }
  return `${wellFormed(JSON.stringify(fields))}\n`;
}

/** DuckDB takes no JSON object above this unless told, bytes. */
const usualObject = 16 << 20;

/** The lines of a file as a relation with the names and types of the table. */
export function relationOf(table: Table, path: string, longestLine: number): string {
  const columns = table.columns.map(({ type }, index) => `c${index}: ${literal(duckdbTypes[type])}`);
  const names = table.columns.map(({ name }, index) => `c${index} AS ${identifier(name)}`);
  const size = Math.max(usualObject, longestLine + 1);
  return `(SELECT ${names.join(', ')} FROM read_json(${literal(path)}, format = 'newline_delimited', maximum_object_size = ${size}, columns = {${columns.join(', ')}}))`;
}
