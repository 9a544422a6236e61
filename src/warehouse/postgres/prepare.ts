import type { Client } from 'pg';
import { migrate } from '../migrate.ts';
import { schemaName } from './connect.ts';

/** Lock of those who write, by the name of the schema: loaders take turns in putting their runs in place. */
export const writeLock = `SELECT pg_advisory_xact_lock(hashtext('${schemaName}'))`;

/** Brings the schema to the tables and views of this version. */
export async function prepare(client: Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(writeLock);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    await migrate('postgres', {
      run: async (sql) => void (await client.query(sql)),
      texts: async (sql) => {
        const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
        return rows.map(([text]) => text!);
      },
    });
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}
