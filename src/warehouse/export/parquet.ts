import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { jsonLine, rowsIn } from '../duckdb/lines.ts';
import { duckdbTypes } from '../duckdb/types.ts';
import type { Row, Table } from '../model/column.ts';
import type { TextRow } from '../model/records.ts';
import { parsedCell } from '../model/records.ts';
import type { WarehouseReader } from '../reader.ts';
import { openSpool } from '../spool.ts';
import { identifier, literal } from '../sql-text.ts';
import type { Exported } from './export.ts';
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
  const exported: Exported = new Map();
  try {
    if (reader.copying !== undefined) {
      const connection = await reader.copying();
      try {
        for (const table of exportedTables())
          exported.set(
            table.name,
            await copyTable(connection, table, identifier(table.name), conditionOf(table.name), draft),
          );
      } finally {
        connection.closeSync();
      }
    } else await throughMemory(reader, conditionOf, draft, exported);
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

async function copyTable(
  connection: DuckDBConnection,
  table: Table,
  relation: string,
  condition: string,
  folder: string,
): Promise<number> {
  const target = join(folder, table.name);
  const year = yearOf(table);
  await mkdir(target, { recursive: true });
  const options = 'FORMAT parquet, COMPRESSION zstd';
  const result = await connection.run(
    year === null
      ? `COPY (SELECT t.* FROM ${relation} t WHERE ${condition}) TO ${literal(join(target, 'data_0.parquet'))} (${options})`
      : `COPY (SELECT t.*${year.added} FROM ${relation} t ${year.join} WHERE ${condition}) TO ${literal(target)} (${options}, PARTITION_BY (year), OVERWRITE_OR_IGNORE)`,
  );
  return Number(result.rowsChanged);
}

interface Year {
  /** The column where the table has none. */
  added: string;
  join: string;
}

function yearOf({ name, columns }: Table): Year | null {
  const has = (column: string) => columns.some((one) => one.name === column);
  if (has('year')) return { added: '', join: '' };
  const ofFiling = (alias: string) =>
    `LEFT JOIN (SELECT filing_id, year FROM filings) y ON y.filing_id = ${alias}.filing_id`;
  if (has('filing_id')) return { added: ', y.year', join: ofFiling('t') };
  if (has('finding_id') && has('document_id'))
    return {
      added: ', y.year',
      join: `LEFT JOIN (SELECT document_id, finding_id, filing_id FROM findings) o ON o.document_id = t.document_id AND o.finding_id = t.finding_id ${ofFiling('o')}`,
    };
  if (name === 'text_relations')
    return {
      added: ', y.year',
      join: `LEFT JOIN (SELECT text_id, filing_id FROM texts) o ON o.text_id = t.text_id ${ofFiling('o')}`,
    };
  return null;
}

/** What another engine holds goes through tables of DuckDB in memory. */
async function throughMemory(
  reader: WarehouseReader,
  conditionOf: (table: string) => string,
  folder: string,
  exported: Exported,
): Promise<void> {
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
    for (const table of exportedTables())
      exported.set(table.name, await copyTable(connection, table, identifier(table.name), 'true', folder));
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
