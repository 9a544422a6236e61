import type { Examination, Finding } from '../../schemas/index.ts';

/** What a run is, for its row. */
export interface RunInfo {
  /** Program and version. */
  program: string;
  /** Settings and limits in force, by name. */
  settings: Readonly<Record<string, unknown>>;
  /** Told by the caller, so that a test can. */
  startedAt: Date;
}

/** What a run came to in the warehouse. */
export interface Loaded {
  documents: number;
  /** Documents whose records are new or changed. */
  written: number;
  unchanged: number;
  /** Documents that no file holds any longer. */
  replaced: number;
}

/** Takes examinations as they come. The warehouse stays as it was until `commit`, and where that fails. */
export interface WarehouseSink {
  add: (examination: Examination) => Promise<void>;
  /** Findings that come of comparing the documents of the run. */
  addFindings: (findings: readonly Finding[]) => Promise<void>;
  commit: () => Promise<Loaded>;
  /** Leaves the warehouse as it was. */
  abandon: () => Promise<void>;
}
