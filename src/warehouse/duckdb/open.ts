import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The one file of an embedded warehouse, in its folder. */
const databaseFile = 'hedui.duckdb';

export interface Opened {
  connection: DuckDBConnection;
  /** Another connection, for a second result that is read at the same time. */
  connect: () => Promise<DuckDBConnection>;
  close: () => void;
}

/** Throws an error of the system where it may be there and may not be read: DuckDB tells it in English alone. */
export function existsDuckdb(folder: string): boolean {
  const file = join(folder, databaseFile);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return false;
  accessSync(file, constants.R_OK);
  return true;
}

/** Makes the folder of a warehouse; throws an error of the system where it, or the warehouse in it, may not be written. */
function makeWritable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  if (existsDuckdb(folder)) accessSync(join(folder, databaseFile), constants.W_OK);
}

/** Opens the warehouse of a folder. DuckDB lets one process write, or many read. */
export async function openDuckdb(folder: string, mode: 'read' | 'write'): Promise<Opened> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  if (mode === 'write') makeWritable(folder);
  const instance = await patiently(mode, () =>
    DuckDBInstance.create(join(folder, databaseFile), {
      access_mode: mode === 'read' ? 'READ_ONLY' : 'READ_WRITE',
      // Extensions would come from the network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    }),
  );
  const connection = await instance.connect();
  return {
    connection,
    connect: () => instance.connect(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** How long another process that holds the file is waited for, milliseconds: a reader's query, a writer's load. */
const patience = { read: 10_000, write: 60_000 } as const;
const pause = 250;

async function patiently<T>(mode: 'read' | 'write', open: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += pause) {
    try {
      return await open();
    } catch (thrown) {
      const isHeld = thrown instanceof Error && thrown.message.includes('Could not set lock');
      if (!isHeld || waited >= patience[mode]) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** From here on the connection reads and writes no other file, and no setting brings that back. */
export async function lockDown(connection: DuckDBConnection): Promise<void> {
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

/** The rows of a query, each cell as text. */
export async function textRows(connection: DuckDBConnection, sql: string): Promise<(string | null)[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}
