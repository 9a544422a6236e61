import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { intake, recordFile } from '../intake.ts';
import { removeLeftovers } from '../leftovers.ts';
import { type Engine, merge } from '../merge.ts';
import type { Table } from '../model/column.ts';
import type { Loaded, RunInfo, WarehouseSink } from '../sink.ts';
import { openSpool, type Spool, type SpoolFile } from '../spool.ts';
import { jsonLine, rowsIn } from './lines.ts';
import { existsDuckdb, openDuckdb, textRows } from './open.ts';
import { prepare } from './prepare.ts';
import { recordsIn } from './records.ts';

/** A sink into the embedded warehouse of a folder. Its file is open only while the run is put in place. */
export async function duckdbSink(folder: string, run: RunInfo): Promise<WarehouseSink> {
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const known = await knownDigests(folder);
  const spool = await openSpool(folder);
  const taken = intake(spool, { lineOf: jsonLine, asTheyAre }, known);
  let loaded: Loaded | null = null;
  return {
    write: taken.write,
    writeFindings: taken.writeFindings,
    async finish() {
      loaded = await commit(folder, spool, run, taken.counts());
    },
    abort: () => spool.remove(),
    loaded: () => loaded,
  };
}

/** Digests of the documents that stand, by id. */
async function knownDigests(folder: string): Promise<Map<string, string>> {
  if (!existsDuckdb(folder)) return new Map();
  const { connection, close } = await openDuckdb(folder, 'write');
  try {
    await prepare(connection);
    const rows = await textRows(
      connection,
      'SELECT document_id, digest FROM documents WHERE gone_since IS NULL',
    );
    return new Map(rows.map(([id, digest]) => [id!, digest!]));
  } finally {
    close();
  }
}

async function commit(
  folder: string,
  spool: Spool,
  run: RunInfo,
  counts: { documents: number; unchanged: number },
): Promise<Loaded> {
  const files = await spool.files();
  const { connection, close } = await openDuckdb(folder, 'write');
  try {
    await prepare(connection);
    await connection.run('BEGIN');
    const { loaded, isChanged } = await merge(engineOf(connection, files), run, counts);
    await connection.run(isChanged ? 'COMMIT' : 'ROLLBACK');
    return loaded;
  } finally {
    // What is not committed is rolled back with the connection.
    close();
    await spool.remove();
  }
}

/** Parts that make up most of an archive. Those of a document itself are few, and their dates want a look. */
const asTheyAre = ['indicators', 'amounts', 'texts', 'findings'] as const;

function engineOf(connection: DuckDBConnection, files: ReadonlyMap<string, SpoolFile>): Engine {
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  const partOf = (table: Table) => asTheyAre.find((part) => part === (table.inside?.table ?? table.name));
  return {
    run,
    numbers: async (sql) => {
      const [row = []] = await textRows(connection, sql);
      return row.map(Number);
    },
    async load(target, table, file) {
      const rows = files.get(file);
      if (rows !== undefined) await run(`INSERT INTO ${target} BY NAME ${rowsIn(table, rows)}`);
      const part = partOf(table);
      const records = part === undefined || file !== table.name ? undefined : files.get(recordFile(part));
      if (records !== undefined) await run(`INSERT INTO ${target} BY NAME ${recordsIn(table, records)}`);
    },
  };
}
