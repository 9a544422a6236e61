import type { Table } from '../model/column.ts';
import { recordsOf, type TextRow } from '../model/records.ts';
import { tableOf, tables } from '../model/tables.ts';
import type { WarehouseReader } from '../reader.ts';
import { type ExactValues, restore } from './exact.ts';
import { selectRows } from './select.ts';

/** The record files of the contract. */
export const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'] as const;
export type RecordFile = (typeof recordFiles)[number];

type ConditionOf = (table: string) => string;
type Fields = Record<string, unknown>;

/** The records of one file as lines of JSON. */
export async function* recordLines(
  reader: WarehouseReader,
  file: RecordFile,
  conditionOf: ConditionOf,
  exact: ExactValues,
): AsyncGenerator<string> {
  for await (const record of recordsOfFile(reader, file, conditionOf, exact))
    yield `${JSON.stringify(record)}\n`;
}

/** The records of one file as they were read, lists and all, in the order of paths. */
export async function* recordsOfFile(
  reader: WarehouseReader,
  file: RecordFile,
  conditionOf: ConditionOf,
  exact: ExactValues,
): AsyncGenerator<Fields> {
  const table = tableOf(file);
  const lists = tables()
    .filter(({ inside }) => inside?.table === file)
    .map((list) => ({ field: list.inside!.field, next: following(reader, list, conditionOf, exact) }));
  const shape = recordsOf(table);
  for await (const batch of reader.rows(selectRows(table, conditionOf(file), reader.engine))) {
    for (const [key, ...row] of batch) {
      const record = shape(row);
      restore(record, table, row, exact);
      for (const { field, next } of lists) record[field] = await next(key!);
      yield file === 'documents' ? withPath(record, key!) : record;
    }
  }
}

/** A document is a line for each of its files. */
function withPath({ document_id, ...rest }: Fields, path: string): Fields {
  return { document_id, path, ...rest };
}

/** Gives the rows of a list record by record: both come in one order, so that neither is held. */
function following(
  reader: WarehouseReader,
  table: Table,
  conditionOf: ConditionOf,
  exact: ExactValues,
): (key: string) => Promise<Fields[]> {
  const shape = recordsOf(table);
  const rows = single(reader.rows(selectRows(table, conditionOf(table.name), reader.engine)));
  let ahead: TextRow | null | undefined;
  return async (key) => {
    const found: Fields[] = [];
    if (ahead === undefined) ahead = (await rows.next()).value ?? null;
    while (ahead !== null && ahead !== undefined && ahead[0] === key) {
      const row = ahead.slice(1);
      const record = shape(row);
      restore(record, table, row, exact);
      found.push(record);
      ahead = (await rows.next()).value ?? null;
    }
    return found;
  };
}

async function* single(batches: AsyncIterable<TextRow[]>): AsyncGenerator<TextRow, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
