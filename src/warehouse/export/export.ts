import { makeFolder } from '../../ingest/output/make-folder.ts';
import type { Table } from '../model/column.ts';
import type { WarehouseReader } from '../reader.ts';
import { csvHeader, csvLine } from './csv.ts';
import { dictionaryCsv, dictionaryMarkdown } from './dictionary.ts';
import { exactValues } from './exact.ts';
import type { Exported } from './exported.ts';
import { writeFileFrom, writeWholeFile } from './files.ts';
import { recordFiles, recordLines } from './jsonl.ts';
import { exportParquet } from './parquet.ts';
import { conditionsOf, type Selection } from './selection.ts';
import { exportedTables, selectFlat } from './tables.ts';

const exportFormats = ['jsonl', 'csv', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Writes the records of a warehouse that are asked for into a folder. Every file is whole or not there. */
export async function exportWarehouse(
  reader: WarehouseReader,
  folder: string,
  format: ExportFormat,
  selection: Selection,
): Promise<Exported> {
  await makeFolder(folder);
  const conditionOf = conditionsOf(selection);
  if (format === 'jsonl') return await exportJsonl(reader, folder, conditionOf);
  const exported =
    format === 'csv'
      ? await exportCsv(reader, folder, conditionOf)
      : await exportParquet(reader, folder, conditionOf);
  await writeWholeFile(folder, 'dictionary.csv', dictionaryCsv(exportedTables()));
  await writeWholeFile(folder, 'dictionary.md', dictionaryMarkdown(exportedTables()));
  return exported;
}

type ConditionOf = (table: string) => string;

async function exportJsonl(
  reader: WarehouseReader,
  folder: string,
  conditionOf: ConditionOf,
): Promise<Exported> {
  const exported: Exported = new Map();
  const exact = await exactValues(reader);
  for (const file of recordFiles)
    exported.set(
      file,
      await writeFileFrom(folder, `${file}.jsonl`, recordLines(reader, file, conditionOf, exact)),
    );
  return exported;
}

async function exportCsv(
  reader: WarehouseReader,
  folder: string,
  conditionOf: ConditionOf,
): Promise<Exported> {
  const exported: Exported = new Map();
  for (const table of exportedTables()) {
    const lines = csvLines(reader, table, conditionOf(table.name));
    exported.set(table.name, (await writeFileFrom(folder, `${table.name}.csv`, lines)) - 1);
  }
  return exported;
}

async function* csvLines(reader: WarehouseReader, table: Table, condition: string): AsyncGenerator<string> {
  yield csvHeader(table);
  for await (const batch of reader.rows(selectFlat(table, condition, reader.engine)))
    for (const row of batch) yield csvLine(table, row);
}
