import type { Column, ColumnType, Table } from '../model/column.ts';
import { tableOf } from '../model/tables.ts';
import type { Engine } from '../reader.ts';
import { identifier } from '../sql-text.ts';

/** A column as text, the same from both engines: moments in UTC, nested ones as JSON. */
export function asText({ name, type }: Column, engine: Engine, alias = 't'): string {
  const column = `${alias}.${identifier(name)}`;
  if (type === 'text') return column;
  if (type === 'moment') return momentText(column, engine);
  if (engine === 'duckdb' && nested.has(type)) return `CAST(to_json(${column}) AS VARCHAR)`;
  if (engine === 'postgres' && (type === 'texts' || type === 'integers'))
    return `CAST(to_json(${column}) AS VARCHAR)`;
  return `CAST(${column} AS VARCHAR)`;
}

const nested: ReadonlySet<ColumnType> = new Set(['place', 'places', 'texts', 'integers']);

function momentText(column: string, engine: Engine): string {
  return engine === 'duckdb'
    ? `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')`
    : `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** How the records of a table, and the rows in their lists, are put in one order: by path, then by number. */
interface Position {
  from: string;
  /** What tells the records apart. */
  key: string;
  order: string;
}

/** Rows of a table with the key of the record that they belong to in front, in the order of the records. */
export function selectRows(table: Table, condition: string, engine: Engine): string {
  const owner = table.inside === null ? table : tableOf(table.inside.table);
  const { from, key, order } = position(table, owner);
  const columns = table.columns.map((column) => asText(column, engine));
  const within = table.inside === null ? '' : ', t.ordinal';
  return `SELECT ${[key, ...columns].join(', ')} FROM ${from} WHERE ${condition} ORDER BY ${order}${within}`;
}

/** The first path of a document, which gives its place. */
const firstPath = '(SELECT document_id, min(path) AS path FROM files GROUP BY document_id) p';

function position(table: Table, owner: Table): Position {
  const name = identifier(table.name);
  if (owner.name === 'documents') {
    const from = `${name} t JOIN files p ON p.document_id = t.document_id`;
    return { from, key: 'p.path', order: 'p.path' };
  }
  const id = owner.key.at(-1)!;
  const key = id === 'ordinal' ? `CAST(t.ordinal AS VARCHAR)` : `t.${identifier(id)}`;
  return {
    from: `${name} t JOIN ${firstPath} ON p.document_id = t.document_id`,
    key: `t.document_id || '|' || ${key}`,
    order: `p.path, length(${key}), ${key}`,
  };
}
