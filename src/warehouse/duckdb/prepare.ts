import type { DuckDBConnection } from '@duckdb/node-api';
import { createTables } from './ddl.ts';
import { textRows } from './open.ts';

/** Brings a database to the tables and views of this version. */
export async function prepare(connection: DuckDBConnection): Promise<void> {
  const [[count] = []] = await textRows(
    connection,
    "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'documents'",
  );
  if (Number(count) > 0) return;
  await connection.run('BEGIN');
  try {
    for (const sql of createTables()) await connection.run(sql);
    await connection.run('COMMIT');
  } catch (thrown) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}
