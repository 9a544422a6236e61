import type { CoverageRow, DocumentRecord, Examination, Finding } from '../../../schemas/index.ts';
import type { RecordPart } from '../result.ts';

/** A document with what came of it, as it is handed to where records rest. */
export interface StoredExamination {
  /** With the path of this place in the archive. */
  document: DocumentRecord;
  /** The same bytes were written before under another path: the document stands again, its records do not. */
  isCopy: boolean;
  /** Lines of JSON, each with its line break; empty for a copy. */
  lines: (part: RecordPart) => Buffer;
  /** The records as values; costs the parsing of their lines. */
  examination: () => Examination;
}

/**
 * Where the records of a run go. Documents come in the order of the archive and once each; nothing shows before
 * `finish`, and `abort` leaves everything as it was.
 */
export interface Sink {
  write: (stored: StoredExamination) => Promise<void>;
  /** What contradicts itself between documents, and what was checked there: comes after all of them. */
  writeFindings: (findings: readonly Finding[], coverage?: readonly CoverageRow[]) => Promise<void>;
  finish: () => Promise<void>;
  abort: () => Promise<void>;
}
