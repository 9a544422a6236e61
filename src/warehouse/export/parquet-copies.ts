import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from '../model/column.ts';
import { identifier, literal } from '../sql-text.ts';
import type { Exported } from './exported.ts';

/** Rows of a group as DuckDB stores them: ranges that begin and end with one read none twice. */
const storedGroup = 122_880;

/** A range of the rows of a table, which one statement copies. */
interface Share {
  table: Table;
  number: number;
  from: number;
  /** Exclusive. */
  to: number;
}

/**
 * Copies tables to Parquet below `folder`, a folder each, partitioned by year where rows belong to one. DuckDB parts rows by year in several
 * threads at twice the cost of one, for they share what they write to: here each thread is a connection with rows and files of its own.
 */
export async function copyTables(
  connect: () => Promise<DuckDBConnection>,
  tables: readonly Table[],
  conditionOf: (table: string) => string,
  folder: string,
  group = storedGroup,
): Promise<Exported> {
  const first = await connect();
  const connections = [first];
  try {
    const threads = await numberOf(first, `SELECT current_setting('threads')`);
    while (connections.length < threads) connections.push(await connect());
    await first.run('SET threads = 1');
    const shares: Share[] = [];
    for (const table of tables) {
      await mkdir(join(folder, table.name), { recursive: true });
      const rows = await numberOf(first, `SELECT coalesce(max(rowid) + 1, 0) FROM ${identifier(table.name)}`);
      shares.push(...sharesOf(table, rows, threads, group));
    }
    // The largest first, so that the last to end is a small one.
    shares.sort((a, b) => b.to - b.from - (a.to - a.from));
    const exported: Exported = new Map(tables.map(({ name }) => [name, 0]));
    await Promise.all(
      connections.map(async (connection) => {
        for (let share = shares.shift(); share !== undefined; share = shares.shift()) {
          const { name } = share.table;
          const result = await connection.run(copyOf(share, conditionOf(name), folder));
          exported.set(name, exported.get(name)! + Number(result.rowsChanged));
        }
      }),
    );
    for (const table of tables) {
      if (exported.get(table.name) === 0 && yearOf(table) !== null) await writeEmpty(first, table, folder);
    }
    return exported;
  } finally {
    await first.run('RESET threads');
    for (const connection of connections) connection.closeSync();
  }
}

function sharesOf(table: Table, rows: number, threads: number, group: number): Share[] {
  const size = Math.max(1, Math.ceil(rows / threads / group)) * group;
  const count = Math.max(1, Math.ceil(rows / size));
  return Array.from({ length: count }, (_, number) => {
    return { table, number, from: number * size, to: Math.min(rows, (number + 1) * size) };
  });
}

function copyOf({ table, number, from, to }: Share, condition: string, folder: string): string {
  const target = join(folder, table.name);
  const year = yearOf(table);
  const rows = `FROM ${identifier(table.name)} t ${year?.join ?? ''} WHERE t.rowid >= ${from} AND t.rowid < ${to} AND (${condition})`;
  const options = 'FORMAT parquet, COMPRESSION zstd';
  return year === null
    ? `COPY (SELECT t.* ${rows}) TO ${literal(join(target, `data_${number}.parquet`))} (${options})`
    : `COPY (SELECT t.*${year.added} ${rows}) TO ${literal(target)} (${options}, PARTITION_BY (year), OVERWRITE_OR_IGNORE, FILENAME_PATTERN 'data_${number}_{i}')`;
}

/** Parts by year come of rows alone: a file without rows lets the query that reads a full table read an empty one. */
async function writeEmpty(
  connection: DuckDBConnection,
  { name, columns }: Table,
  folder: string,
): Promise<void> {
  const unknownYear = join(folder, name, 'year=__HIVE_DEFAULT_PARTITION__');
  await mkdir(unknownYear, { recursive: true });
  const fields = columns.map((column) => column.name).filter((column) => column !== 'year');
  await connection.run(
    `COPY (SELECT ${fields.map(identifier).join(', ')} FROM ${identifier(name)} WHERE false) TO ${literal(join(unknownYear, 'data_0_0.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
  );
}

async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  return Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
}

interface Year {
  /** The column where the table has none. */
  added: string;
  join: string;
}

function yearOf({ name, columns }: Table): Year | null {
  const has = (column: string) => columns.some((one) => one.name === column);
  if (has('year')) return { added: '', join: '' };
  const ofFiling = (alias: string) =>
    `LEFT JOIN (SELECT filing_id, year FROM filings) y ON y.filing_id = ${alias}.filing_id`;
  if (has('filing_id')) return { added: ', y.year', join: ofFiling('t') };
  if (has('finding_id') && has('document_id'))
    return {
      added: ', y.year',
      join: `LEFT JOIN (SELECT document_id, finding_id, filing_id FROM findings) o ON o.document_id = t.document_id AND o.finding_id = t.finding_id ${ofFiling('o')}`,
    };
  if (name === 'text_relations')
    return {
      added: ', y.year',
      join: `LEFT JOIN (SELECT text_id, filing_id FROM texts) o ON o.text_id = t.text_id ${ofFiling('o')}`,
    };
  return null;
}
