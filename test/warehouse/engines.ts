import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoverageRow, Examination, Finding } from '../../schemas/index.ts';
import { asText } from '../../src/warehouse/export/select.ts';
import { openReader, openSink } from '../../src/warehouse/location.ts';
import { tables } from '../../src/warehouse/model/tables.ts';
import type { WarehouseReader } from '../../src/warehouse/reader.ts';
import { type Loaded, storedOf } from '../../src/warehouse/sink.ts';
import { startServer, type TestServer } from './server.ts';

/** An engine to test: gives places for warehouses, each empty. */
export interface TestEngine {
  name: 'duckdb' | 'postgres';
  place: () => Promise<string>;
  stop: () => Promise<void>;
}

export function duckdbEngine(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-warehouse-'));
  let count = 0;
  return {
    name: 'duckdb',
    place: async () => join(folder, String(count++)),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Null where there is no server; says why on stderr, for a test that is left out is to be seen. */
export async function postgresEngine(): Promise<TestEngine | null> {
  const server: TestServer | { reason: string } = await startServer();
  if ('reason' in server) {
    process.stderr.write(`PostgreSQL is not tested: ${server.reason}\n`);
    return null;
  }
  return { name: 'postgres', place: server.database, stop: server.stop };
}

export interface RunOptions {
  roots?: string[];
  findings?: Finding[];
  coverage?: CoverageRow[];
  startedAt?: Date;
}

/** One run of ingest with these documents; a document that is there twice comes as a copy. */
export async function load(
  place: string,
  examinations: readonly Examination[],
  { roots = [], findings = [], coverage = [], startedAt = new Date() }: RunOptions = {},
): Promise<Loaded> {
  const sink = await openSink(place, { program: 'test', settings: {}, startedAt, roots });
  const seen = new Set<string>();
  for (const examination of examinations) {
    const { document_id } = examination.document;
    await sink.write(storedOf(examination, seen.has(document_id)));
    seen.add(document_id);
  }
  await sink.writeFindings(findings, coverage);
  await sink.finish();
  return sink.loaded()!;
}

export async function withReader<T>(
  place: string,
  work: (reader: WarehouseReader) => Promise<T>,
): Promise<T> {
  const reader = await openReader(place);
  if (reader === null) throw new Error(`no warehouse at ${place}`);
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

/** Every row of every table as text, in order: what "not one row changes" is compared by. */
export async function dump(place: string): Promise<Record<string, string[]>> {
  return await withReader(place, async (reader) => {
    const found: Record<string, string[]> = {};
    for (const { name, columns } of tables()) {
      const rows: string[] = [];
      const values = columns.map((column) => asText(column, reader.engine));
      for await (const batch of reader.rows(`SELECT ${values.join(', ')} FROM "${name}" t`))
        rows.push(...batch.map((row) => JSON.stringify(row)));
      found[name] = rows.sort();
    }
    return found;
  });
}

/** The answer to a query as rows of texts. */
export async function ask(place: string, sql: string): Promise<(string | null)[][]> {
  return await withReader(place, async (reader) => {
    const { batches } = await reader.query(sql);
    const rows: (string | null)[][] = [];
    for await (const batch of batches) rows.push(...batch.map((row) => [...row]));
    return rows;
  });
}
