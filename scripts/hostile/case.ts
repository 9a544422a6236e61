import type { DocumentRecord, IssueCode } from '../../schemas/index.ts';

/** A hostile input with what it must come to. */
export interface HostileCase {
  /** File name in the folder that is ingested. */
  name: string;
  make: () => Uint8Array;
  /** What the rows of documents.jsonl under this file may be. */
  expected: Expectation;
  /** Takes seconds to make or to survive: left to `npm run hostile`. */
  heavy?: true;
}

export interface Expectation {
  /** Statuses that are right. `ok` stands here only where the content is honest after all. */
  status: DocumentRecord['status'][];
  /** Codes that are right where the status has one; any where none is given. */
  codes?: IssueCode[];
  /** Rows of documents.jsonl, where there is not just one. */
  rows?: number;
  /** What must stand nowhere in the records. */
  absent?: string;
  /** Its indicators and amounts, `name value`: all of them where nothing is said of it, otherwise no others that are sure. */
  figures?: readonly string[];
}

export const refused = (...codes: IssueCode[]): Expectation => ({ status: ['failed'], codes });
/** Any honest ending: what is left may be readable. */
export const survived: Expectation = { status: ['ok', 'partial', 'failed', 'unsupported'] };
/** Readable in truth. */
export const read: Expectation = { status: ['ok', 'partial'] };
