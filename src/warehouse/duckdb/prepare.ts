import type { DuckDBConnection } from '@duckdb/node-api';
import { migrate } from '../migrate.ts';
import { textRows } from './open.ts';

/** Brings a database to the tables and views of this program. */
export async function prepare(connection: DuckDBConnection): Promise<void> {
  await connection.run('BEGIN');
  try {
    await migrate('duckdb', {
      run: async (sql) => void (await connection.run(sql)),
      texts: async (sql) => (await textRows(connection, sql)).map(([text]) => text!),
    });
    await connection.run('COMMIT');
  } catch (thrown) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}
