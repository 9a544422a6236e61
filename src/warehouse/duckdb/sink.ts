import { mkdir } from 'node:fs/promises';
import { type Intake, intake } from '../intake.ts';
import { removeLeftovers } from '../leftovers.ts';
import type { RunInfo, WarehouseSink } from '../sink.ts';
import { openSpool } from '../spool.ts';
import { jsonLine } from './lines.ts';
import { merge } from './merge.ts';
import { existsDuckdb, openDuckdb, textRows } from './open.ts';
import { prepare } from './prepare.ts';

/** A sink into the embedded warehouse of a folder. Its file is open only while the run is put in place. */
export async function duckdbSink(folder: string, run: RunInfo): Promise<WarehouseSink> {
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const known = await knownDigests(folder);
  const spool = await openSpool(folder);
  const taken: Intake = intake(spool, jsonLine, known);
  return {
    add: taken.add,
    addFindings: taken.addFindings,
    async commit() {
      const files = await spool.files();
      const { connection, close } = await openDuckdb(folder, 'write');
      try {
        await prepare(connection);
        return await merge(connection, files, run, taken.counts());
      } finally {
        close();
        await spool.remove();
      }
    },
    abandon: () => spool.remove(),
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
