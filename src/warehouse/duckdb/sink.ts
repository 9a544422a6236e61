import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { intake } from '../intake.ts';
import { removeLeftovers } from '../leftovers.ts';
import { type Engine, merge } from '../merge.ts';
import type { Loaded, RunInfo, WarehouseSink } from '../sink.ts';
import { openSpool, type Spool } from '../spool.ts';
import { jsonLine, relationOf } from './lines.ts';
import { existsDuckdb, openDuckdb, textRows } from './open.ts';
import { prepare } from './prepare.ts';

/** A sink into the embedded warehouse of a folder. Its file is open only while the run is put in place. */
export async function duckdbSink(folder: string, run: RunInfo): Promise<WarehouseSink> {
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const known = await knownDigests(folder);
  const spool = await openSpool(folder);
  const taken = intake(spool, jsonLine, known);
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
    const { loaded, isChanged } = await merge(engineOf(connection), files, run, counts);
    await connection.run(isChanged ? 'COMMIT' : 'ROLLBACK');
    return loaded;
  } finally {
    // What is not committed is rolled back with the connection.
    close();
    await spool.remove();
  }
}

function engineOf(connection: DuckDBConnection): Engine {
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  return {
    run,
    numbers: async (sql) => {
      const [row = []] = await textRows(connection, sql);
      return row.map(Number);
    },
    load: (target, table, { path, longestLine }) =>
      run(`INSERT INTO ${target} BY NAME SELECT * FROM ${relationOf(table, path, longestLine)}`),
  };
}
