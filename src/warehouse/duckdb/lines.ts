import type { Row, Table } from '../model/column.ts';
import type { SpoolFile } from '../spool.ts';
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

/** A query of the rows in a file of {@link jsonLine}s, with the names and types of the table. */
export function rowsIn(table: Table, { path, longestLine }: Pick<SpoolFile, 'path' | 'longestLine'>): string {
  const columns = table.columns.map(({ type }, index) => {
    return `c${index}: ${literal(type === 'decimal' ? 'VARCHAR' : duckdbTypes[type])}`;
  });
  const names = table.columns.map(({ name, type }, index) => {
    const value = type === 'decimal' ? decimalOf(`c${index}`) : `c${index}`;
    return `${value} AS ${identifier(name)}`;
  });
  return `SELECT ${names.join(', ')} FROM ${jsonIn({ path, longestLine }, columns)}`;
}

/** The lines of a file as a relation of these columns, each `name: 'type'`. */
export function jsonIn(
  { path, longestLine }: Pick<SpoolFile, 'path' | 'longestLine'>,
  columns: readonly string[],
): string {
  const size = Math.max(usualObject, longestLine + 1);
  return `read_json(${literal(path)}, format = 'newline_delimited', maximum_object_size = ${size}, columns = {${columns.join(', ')}})`;
}

/** Texts of up to so many characters are a decimal of 18 digits, 8 of them after the point: `-123456.78`, `0.12345678`. */
const shortDecimal = 10;

/** DuckDB reads a text as a decimal of more than 18 digits a hundred times as slowly as of 18; few are so long. */
export function decimalOf(text: string): string {
  const { decimal } = duckdbTypes;
  return `CASE WHEN length(${text}) <= ${shortDecimal} THEN CAST(CAST(${text} AS DECIMAL(18, 8)) AS ${decimal}) ELSE CAST(${text} AS ${decimal}) END`;
}
