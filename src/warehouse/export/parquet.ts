import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLine, rowsIn } from '../duckdb/lines.ts';
import { duckdbTypes } from '../duckdb/types.ts';
import type { Row, Table } from '../model/column.ts';
import type { TextRow } from '../model/records.ts';
import { parsedCell } from '../model/records.ts';
import type { WarehouseReader } from '../reader.ts';
import { openSpool } from '../spool.ts';
import { identifier } from '../sql-text.ts';
import type { Exported } from './exported.ts';
import { copyTables } from './parquet-copies.ts';
import { exportedTables, selectFlat } from './tables.ts';

/**
 * A folder a table of Parquet files with zstd, `year=2024/` below it where its rows belong to a year: their own, else that
 * of their filing. Written beside and put in place when all are whole.
 */
export async function exportParquet(
  reader: WarehouseReader,
  folder: string,
  conditionOf: (table: string) => string,
): Promise<Exported> {
  const draft = await mkdtemp(join(folder, '.parquet-'));
  try {
    const exported =
      reader.copying === undefined
        ? await throughMemory(reader, conditionOf, draft)
        : await copyTables(reader.copying, exportedTables(), conditionOf, draft);
    for (const name of await readdir(draft)) await replaceFolder(join(draft, name), join(folder, name));
    return exported;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function replaceFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
}

/** What another engine holds goes through tables of DuckDB in memory. */
async function throughMemory(
  reader: WarehouseReader,
  conditionOf: (table: string) => string,
  folder: string,
): Promise<Exported> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const spool = await openSpool(tmpdir());
  try {
    for (const table of exportedTables())
      for await (const batch of reader.rows(selectFlat(table, conditionOf(table.name), reader.engine)))
        await spool.add(
          table.name,
          batch.map((row) => jsonLine(typed(table, row))),
        );
    const files = await spool.files();
    for (const table of exportedTables()) {
      const file = files.get(table.name);
      const rows = file === undefined ? noRows(table) : rowsIn(table, file);
      await connection.run(`CREATE TABLE ${identifier(table.name)} AS ${rows}`);
    }
    return await copyTables(
      () => instance.connect(),
      exportedTables(),
      () => 'true',
      folder,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    await spool.remove();
  }
}

/** Cells as rows have them on their way in: decimals and dates as text, nested ones as values. */
function typed(table: Table, row: TextRow): Row {
  return table.columns.map(({ type }, index) => {
    const cell = row[index]!;
    return type === 'decimal' ? cell : (parsedCell(cell, type) as Row[number]);
  });
}

function noRows(table: Table): string {
  const columns = table.columns.map(
    ({ name, type }) => `CAST(NULL AS ${duckdbTypes[type]}) AS ${identifier(name)}`,
  );
  return `SELECT ${columns.join(', ')} WHERE false`;
}
