import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { intake } from '../intake.ts';
import { removeLeftovers } from '../leftovers.ts';
import { type Engine, merge } from '../merge.ts';
import type { Table } from '../model/column.ts';
import type { Loaded, RunInfo, WarehouseSink } from '../sink.ts';
import { openSpool, type Spool, type SpoolFile } from '../spool.ts';
import { identifier } from '../sql-text.ts';
import { connect } from './connect.ts';
import { addKey, dropKey } from './ddl.ts';
import { copyLine } from './lines.ts';
import { prepare, writeLock } from './prepare.ts';

/** A sink into the schema of a server. Many may be open at once; they take turns in putting their runs in place. */
export async function postgresSink(location: string, run: RunInfo): Promise<WarehouseSink> {
  await removeLeftovers(tmpdir());
  const known = await knownDigests(location);
  const spool = await openSpool(tmpdir());
  const taken = intake(spool, { lineOf: copyLine, asTheyAre: [] }, known);
  let loaded: Loaded | null = null;
  return {
    write: taken.write,
    writeFindings: taken.writeFindings,
    async finish() {
      loaded = await commit(location, spool, run, taken.counts());
    },
    abort: () => spool.remove(),
    loaded: () => loaded,
  };
}

async function knownDigests(location: string): Promise<Map<string, string>> {
  const client = await connect(location);
  try {
    await prepare(client);
    const { rows } = await client.query<{ document_id: string; digest: string }>(
      'SELECT document_id, digest FROM documents WHERE gone_since IS NULL',
    );
    return new Map(rows.map(({ document_id, digest }) => [document_id, digest]));
  } finally {
    await client.end();
  }
}

async function commit(
  location: string,
  spool: Spool,
  run: RunInfo,
  counts: { documents: number; unchanged: number },
): Promise<Loaded> {
  const files = await spool.files();
  const client = await connect(location);
  try {
    await client.query('BEGIN');
    await client.query(writeLock);
    const { loaded, isChanged } = await merge(engineOf(client, files), run, counts);
    await client.query(isChanged ? 'COMMIT' : 'ROLLBACK');
    return loaded;
  } finally {
    // What is not committed is rolled back with the session.
    await client.end();
    await spool.remove();
  }
}

function engineOf(client: Client, files: ReadonlyMap<string, SpoolFile>): Engine {
  const run = async (sql: string) => {
    await client.query(sql);
  };
  return {
    run,
    numbers: async (sql) => {
      const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
      return (rows[0] ?? []).map(Number);
    },
    async load(target, table, file) {
      const found = files.get(file);
      if (found === undefined) return;
      const isEmpty = target === identifier(table.name) && (await hasNoRow(client, target));
      // Nobody can be reading keys of an empty table, and an index is built faster than it is kept.
      if (isEmpty) await run(dropKey(table));
      await copy(client, target, table, found.path);
      if (isEmpty) await run(addKey(table));
    },
  };
}

async function hasNoRow(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${table}) AS found`);
  return !rows[0]!.found;
}

async function copy(client: Client, target: string, { columns }: Table, path: string): Promise<void> {
  const { from } = await import('pg-copy-streams');
  const names = columns.map(({ name }) => identifier(name)).join(', ');
  const stream = client.query(from(`COPY ${target} (${names}) FROM STDIN`));
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), stream);
}
