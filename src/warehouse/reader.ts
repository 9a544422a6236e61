import type { DuckDBConnection } from '@duckdb/node-api';
import type { TextRow } from './model/records.ts';

export type Engine = 'duckdb' | 'postgres';

/** A column of an answer, with the engine's name of its type. */
export interface AnswerColumn {
  name: string;
  type: string;
  isNumber: boolean;
}

export interface Answer {
  columns: AnswerColumn[];
  /** Rows in batches, every cell as text. */
  batches: AsyncIterable<TextRow[]>;
}

/** A warehouse open for reading, whichever engine holds it. */
export interface WarehouseReader {
  engine: Engine;
  /** Runs a query of ours that gives only text, and streams its rows. */
  rows: (sql: string) => AsyncIterable<TextRow[]>;
  /** Runs a query of the user's: it may read the warehouse and nothing else, and change nothing. */
  query: (sql: string) => Promise<Answer>;
  /** A connection of DuckDB's that may write files, where it is DuckDB that holds the warehouse. */
  copying?: () => Promise<DuckDBConnection>;
  close: () => Promise<void>;
}
