import type { Table } from '../model/column.ts';
import type { TextRow } from '../model/records.ts';
import { tableOf } from '../model/tables.ts';
import type { WarehouseReader } from '../reader.ts';
import { asText } from './select.ts';

/** Values that a column could not hold, by document, table, record and field. */
export type ExactValues = ReadonlyMap<string, string>;

export async function exactValues(reader: WarehouseReader): Promise<ExactValues> {
  const table = tableOf('exact_values');
  const columns = table.columns.map((column) => asText(column, reader.engine));
  const found = new Map<string, string>();
  for await (const batch of reader.rows(`SELECT ${columns.join(', ')} FROM exact_values t`))
    for (const row of batch) found.set(row.slice(0, 4).join('|'), row[4]!);
  return found;
}

/** Puts back into a record what its columns could not hold. */
export function restore(
  record: Record<string, unknown>,
  table: Table,
  row: TextRow,
  exact: ExactValues,
): void {
  if (exact.size === 0) return;
  const cell = (name: string) => row[table.columns.findIndex((column) => column.name === name)];
  const id = table.key.filter((name) => name !== 'document_id').map(cell);
  for (const { name, path } of table.columns) {
    const text = exact.get([cell('document_id'), table.name, id.join('|'), name].join('|'));
    if (text === undefined || path === null) continue;
    let at = record;
    for (const field of path.slice(0, -1)) at = at[field] as Record<string, unknown>;
    at[path.at(-1)!] = JSON.parse(text);
  }
}
