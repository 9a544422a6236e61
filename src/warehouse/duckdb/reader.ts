import { type DuckDBConnection, DuckDBTypeId } from '@duckdb/node-api';
import type { TextRow } from '../model/records.ts';
import type { Answer, WarehouseReader } from '../reader.ts';
import { lockDown, openDuckdb } from './open.ts';

/** The embedded warehouse of a folder, read-only; from the first query of a user's on cut off from every other file. */
export async function duckdbReader(folder: string): Promise<WarehouseReader> {
  const { connection, connect, close } = await openDuckdb(folder, 'read');
  let isLocked = false;
  return {
    engine: 'duckdb',
    rows: (sql) => streamed(connect, sql),
    async query(sql) {
      if (!isLocked) await lockDown(connection);
      isLocked = true;
      return await query(connection, sql);
    },
    copying: connect,
    close: async () => close(),
  };
}

async function* streamed(connect: () => Promise<DuckDBConnection>, sql: string): AsyncGenerator<TextRow[]> {
  const connection = await connect();
  try {
    const result = await connection.stream(sql);
    for await (const rows of result.yieldRows()) yield rows as unknown as TextRow[];
  } finally {
    connection.closeSync();
  }
}

const numberTypes: ReadonlySet<number> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

async function query(connection: DuckDBConnection, sql: string): Promise<Answer> {
  const result = await connection.stream(sql);
  const types = result.columnTypes();
  const columns = result.columnNames().map((name, index) => {
    const type = types[index]!;
    return { name, type: String(type), isNumber: numberTypes.has(type.typeId) };
  });
  return { columns, batches: answered(result.yieldRows()) };
}

async function* answered(batches: AsyncIterable<readonly (readonly unknown[])[]>): AsyncGenerator<TextRow[]> {
  for await (const rows of batches)
    yield rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}
