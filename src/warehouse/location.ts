import type { WarehouseReader } from './reader.ts';
import type { RunInfo, WarehouseSink } from './sink.ts';

/** Where records are kept when nothing is said. */
export const usualWarehouse = 'hedui-warehouse';

/** `postgres://…` is a server's; anything else is a folder. */
export function isPostgres(location: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(location);
}

/** As it may be shown: without a password. */
export function shownLocation(location: string): string {
  return isPostgres(location) ? location.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1@') : location;
}

/** A sink for one run into a warehouse, which is made where there is none. */
export async function openSink(location: string, run: RunInfo): Promise<WarehouseSink> {
  if (isPostgres(location)) return (await import('./postgres/sink.ts')).postgresSink(location, run);
  return (await import('./duckdb/sink.ts')).duckdbSink(location, run);
}

/** Whether a run may put its records there, found out before it begins: makes or brings up the warehouse, or throws. */
export async function prepareWarehouse(location: string): Promise<void> {
  const sink = await openSink(location, { program: '', settings: {}, startedAt: new Date(), roots: [] });
  await sink.abort();
}

/** Opens a warehouse for reading; null where there is none. */
export async function openReader(location: string): Promise<WarehouseReader | null> {
  const reader = await reading(location);
  if (reader === null) return null;
  try {
    const { checkVersion } = await import('./migrate.ts');
    for await (const [row] of reader.rows('SELECT CAST(max(version) AS VARCHAR) FROM schema_version'))
      checkVersion(Number(row![0]));
    return reader;
  } catch (thrown) {
    await reader.close();
    throw thrown;
  }
}

async function reading(location: string): Promise<WarehouseReader | null> {
  if (isPostgres(location)) return (await import('./postgres/reader.ts')).postgresReader(location);
  const { existsDuckdb } = await import('./duckdb/open.ts');
  return existsDuckdb(location) ? (await import('./duckdb/reader.ts')).duckdbReader(location) : null;
}
