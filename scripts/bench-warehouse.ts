// Times the warehouse against what its engines do with the same rows on their own:
//   node scripts/bench-warehouse.ts [--documents 20000] [--engine duckdb|postgres] [--json]
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { StoredExamination } from '../src/ingest/output/sink.ts';
import { examinationOf, linesOf, resultOf } from '../src/ingest/result.ts';
import { jsonLine, rowsIn } from '../src/warehouse/duckdb/lines.ts';
import { openDuckdb } from '../src/warehouse/duckdb/open.ts';
import { duckdbTypes } from '../src/warehouse/duckdb/types.ts';
import { exportWarehouse } from '../src/warehouse/export/export.ts';
import { exportedTables } from '../src/warehouse/export/tables.ts';
import { openReader, openSink } from '../src/warehouse/location.ts';
import type { Table } from '../src/warehouse/model/column.ts';
import { rowsOf } from '../src/warehouse/model/rows.ts';
import { tableOf } from '../src/warehouse/model/tables.ts';
import { copyLine } from '../src/warehouse/postgres/lines.ts';
import { postgresTypes } from '../src/warehouse/postgres/types.ts';
import type { WarehouseSink } from '../src/warehouse/sink.ts';
import { openSpool, type SpoolFile } from '../src/warehouse/spool.ts';
import { identifier, literal } from '../src/warehouse/sql-text.ts';
import { startServer } from '../test/warehouse/server.ts';
import { findingsEach, indicatorsEach, inventedExamination } from './generate/records.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    engine: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const documents = Number(values.documents);
const folder = mkdtempSync(join(tmpdir(), 'hedui-bench-'));
const figures: Record<string, number> = {};

try {
  if (values.engine !== 'postgres') await benchDuckdb();
  if (values.engine !== 'duckdb') await benchPostgres();
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : report());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Hands the same examinations to a sink as ingest does, as lines at rest that are parsed when they are wanted; gives the time that the sink takes. */
async function load(sink: WarehouseSink): Promise<number> {
  let time = 0;
  for (let number = 0; number < documents; number += 1) {
    const stored = storedAt(number);
    time += await timeOf(() => sink.write(stored));
  }
  return time + (await timeOf(sink.finish));
}

function storedAt(number: number): StoredExamination {
  const examination = inventedExamination(number);
  const lines = linesOf(resultOf(examination, { time: 0, memory: 0 }));
  const { document } = examination;
  return {
    document,
    isCopy: false,
    lines: (part) => lines[part],
    examination: () => examinationOf(document, lines),
  };
}

async function benchDuckdb(): Promise<void> {
  const { files: ready, time: encoding } = await readyLines(jsonLine);
  const bare = join(folder, 'bare.duckdb');
  figures.duckdb_bare = await timeOf(() => bareDuckdb(bare, ready));
  figures.duckdb_rows = figures.duckdb_bare + encoding;
  const warehouse = join(folder, 'warehouse');
  figures.duckdb_load = await load(await openSink(warehouse, runInfo()));
  figures.duckdb_again = await load(await openSink(warehouse, runInfo()));
  figures.parquet_bare = await timeOf(() => bareParquet(warehouse));
  const reader = (await openReader(warehouse))!;
  figures.parquet_export = await timeOf(async () => {
    await exportWarehouse(reader, join(folder, 'parquet'), 'parquet', {});
  });
  await reader.close();
}

async function benchPostgres(): Promise<void> {
  const server = await startServer();
  if ('reason' in server) {
    process.stderr.write(`no PostgreSQL: ${server.reason}\n`);
    return;
  }
  try {
    const { files: ready, time: encoding } = await readyLines(copyLine);
    const bare = await server.database();
    figures.postgres_bare = await timeOf(() => barePostgres(bare, ready));
    const warehouse = await server.database();
    figures.postgres_load = await load(await openSink(warehouse, runInfo()));
    figures.postgres_again = await load(await openSink(warehouse, runInfo()));
    figures.postgres_rows = figures.postgres_bare + encoding;
  } finally {
    await server.stop();
  }
}

type Ready = ReadonlyMap<string, SpoolFile>;

/** The same rows as files that an engine takes: made before, so that a bare load is nothing but the load. */
async function readyLines(
  lineOf: (row: readonly never[], table: Table) => string,
): Promise<{ files: Ready; time: number }> {
  const parent = join(folder, 'ready');
  mkdirSync(parent, { recursive: true });
  const spool = await openSpool(parent);
  let time = 0;
  for (let number = 0; number < documents; number += 1) {
    const examination = rowsOf(inventedExamination(number));
    time += await timeOf(async () => {
      for (const [name, rows] of examination)
        await spool.add(
          name,
          rows.map((row) => lineOf(row as readonly never[], tableOf(name))),
        );
    });
  }
  return { files: await spool.files(), time };
}

/** Tables without keys, checks and comments, filled by one statement each. */
async function bareDuckdb(path: string, ready: Ready): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('BEGIN');
  for (const [name, file] of ready) {
    const table = tableOf(name);
    await connection.run(bareTable(table, duckdbTypes));
    await connection.run(`INSERT INTO ${identifier(name)} ${rowsIn(table, file)}`);
  }
  await connection.run('COMMIT');
  connection.closeSync();
  instance.closeSync();
}

function bareTable({ name, columns }: Table, types: Readonly<Record<string, string>>): string {
  return `CREATE TABLE ${identifier(name)} (${columns.map((column) => `${identifier(column.name)} ${types[column.type]}`).join(', ')})`;
}

/** The tables that an export has, each by one COPY to one file, compressed alike. */
async function bareParquet(warehouse: string): Promise<void> {
  const { connection, close } = await openDuckdb(warehouse, 'read');
  mkdirSync(join(folder, 'bare-parquet'));
  for (const { name } of exportedTables()) await copyOut(connection, name);
  close();
}

async function copyOut(connection: DuckDBConnection, name: string): Promise<void> {
  const target = literal(join(folder, 'bare-parquet', `${name}.parquet`));
  await connection.run(`COPY ${identifier(name)} TO ${target} (FORMAT parquet, COMPRESSION zstd)`);
}

async function barePostgres(location: string, ready: Ready): Promise<void> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  await client.query('BEGIN');
  for (const [name, file] of ready) {
    await client.query(bareTable(tableOf(name), postgresTypes));
    await pipeline(
      createReadStream(file.path, { highWaterMark: 1 << 18 }),
      client.query(from(`COPY ${identifier(name)} FROM STDIN`)),
    );
  }
  await client.query('COMMIT');
  await client.end();
}

function runInfo() {
  return { program: 'bench', settings: {}, startedAt: new Date(), roots: [] };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(): string {
  const rows: [what: string, bare: string, ours: string][] = [
    ['DuckDB, load, against a file of rows', 'duckdb_bare', 'duckdb_load'],
    ['DuckDB, load, against rows in memory', 'duckdb_rows', 'duckdb_load'],
    ['DuckDB, the same again', 'duckdb_bare', 'duckdb_again'],
    ['Parquet export', 'parquet_bare', 'parquet_export'],
    ['PostgreSQL, load, against a file of rows', 'postgres_bare', 'postgres_load'],
    ['PostgreSQL, load, against rows in memory', 'postgres_rows', 'postgres_load'],
    ['PostgreSQL, the same again', 'postgres_bare', 'postgres_again'],
  ];
  const seconds = (value: number) => (value / 1000).toFixed(1);
  const lines = rows
    .filter(([, bare]) => figures[bare] !== undefined)
    .map(([what, bare, ours]) => {
      const [a, b] = [figures[bare]!, figures[ours]!];
      return `| ${what} | ${seconds(a)} | ${seconds(b)} | ${(b / a).toFixed(2)} |`;
    });
  const counts = `${documents * indicatorsEach} indicators and ${documents * findingsEach} findings in ${documents} documents`;
  return [
    `Node ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}; ${counts}`,
    '',
    '| | bare s | hedui s | ratio |',
    '| --- | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
