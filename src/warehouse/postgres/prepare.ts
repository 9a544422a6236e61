import type { Client } from 'pg';
import { schemaName } from './connect.ts';
import { createTables } from './ddl.ts';

/** Lock of those who write, by the name of the schema: loaders take turns in putting their runs in place. */
export const writeLock = `SELECT pg_advisory_xact_lock(hashtext('${schemaName}'))`;

/** Brings the schema to the tables and views of this version. */
export async function prepare(client: Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(writeLock);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    const { rows } = await client.query("SELECT to_regclass('documents') IS NOT NULL AS found");
    if (!rows[0].found) for (const sql of createTables()) await client.query(sql);
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}
