import type { WarehouseReader } from './reader.ts';
import type { RunInfo, WarehouseSink } from './sink.ts';

/** Where records are kept when nothing is said. */
export const usualWarehouse = 'hedui-warehouse';

/** `postgres://…` is a server's; anything else is a folder. */
export function isPostgres(location: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(location);
}

/** A sink for one run into a warehouse, which is made where there is none. */
export async function openSink(location: string, run: RunInfo): Promise<WarehouseSink> {
  if (isPostgres(location)) return (await import('./postgres/sink.ts')).postgresSink(location, run);
  return (await import('./duckdb/sink.ts')).duckdbSink(location, run);
}

/** Opens a warehouse for reading; null where there is none. */
export async function openReader(location: string): Promise<WarehouseReader | null> {
  if (isPostgres(location)) return (await import('./postgres/reader.ts')).postgresReader(location);
  const { existsDuckdb } = await import('./duckdb/open.ts');
  return existsDuckdb(location) ? (await import('./duckdb/reader.ts')).duckdbReader(location) : null;
}
