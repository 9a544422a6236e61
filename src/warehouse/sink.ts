import type { Examination } from '../../schemas/index.ts';
import type { Sink, StoredExamination } from '../ingest/output/sink.ts';

/** What a run is, for its row. */
export interface RunInfo {
  /** Program and version. */
  program: string;
  /** Settings and limits in force, by name. */
  settings: Readonly<Record<string, unknown>>;
  /** When the run began. */
  startedAt: Date;
  /** Paths that the run was given: a file below one of them that it did not meet is no longer in the archive. */
  roots: readonly string[];
}

/** What a run came to in the warehouse. */
export interface Loaded {
  documents: number;
  /** Documents whose records are new or changed. */
  written: number;
  unchanged: number;
  /** Documents that no file holds any longer. */
  gone: number;
}

/** Takes the records of a run. The warehouse stays as it was until `finish`, and where that fails. */
export interface WarehouseSink extends Sink {
  /** What the run came to; null before `finish`. */
  loaded: () => Loaded | null;
}

/** An examination in the hand as ingest hands it over. */
export function storedOf(examination: Examination, isCopy = false): StoredExamination {
  return {
    document: examination.document,
    isCopy,
    lines: (part) => Buffer.from(examination[part].map((record) => `${JSON.stringify(record)}\n`).join('')),
    examination: () => examination,
  };
}
