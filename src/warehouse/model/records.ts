import type { Column, ColumnType, Table } from './column.ts';

/** A row as an engine gives it back: every cell as text, nested ones as JSON. */
export type TextRow = readonly (string | null)[];

/** Makes records of the rows of a table: nested objects again, decimals as the numbers that they were. */
export function recordsOf(table: Table): (row: TextRow) => Record<string, unknown> {
  const fields = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.path !== null);
  const heads = headsOf(fields);
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const [index, { column }] of fields.entries()) {
      const { path, optional } = column;
      const [first] = path as [string, ...string[]];
      const head = heads.get(first)!;
      if (head.isNested && row[head.index] === null) record[first] = null;
      else {
        const text = row[fields[index]!.index]!;
        if (text !== null || !optional) put(record, path!, parsedCell(text, column.type));
      }
    }
    return record;
  };
}

/** The first column that is never blank of every nested object: where it is null, so is the object. */
function headsOf(
  fields: { column: Column; index: number }[],
): Map<string, { isNested: boolean; index: number }> {
  const heads = new Map<string, { isNested: boolean; index: number }>();
  for (const { column, index } of fields) {
    const [first, ...rest] = column.path as [string, ...string[]];
    if (!heads.has(first)) heads.set(first, { isNested: rest.length > 0 && column.nullable, index });
  }
  return heads;
}

function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = record;
  for (const field of path.slice(0, -1)) {
    at[field] ??= {};
    at = at[field] as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}

/** The value behind a text; JSON and booleans in the notation of both engines. */
export function parsedCell(text: string | null, type: ColumnType): unknown {
  if (text === null) return null;
  switch (type) {
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'share':
      return Number(text);
    case 'boolean':
      return text === 'true' || text === 't';
    case 'text':
    case 'date':
    case 'moment':
      return text;
    default:
      return JSON.parse(text);
  }
}
