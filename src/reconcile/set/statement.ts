import type { SetFigure } from './digest.ts';

/** What a figure of prose is said to be: money of a project at one of its stages, points of its evaluation, or whatever its words name. */
export type Stage = 'initial' | 'annual' | 'budget' | 'executed' | 'self_score' | 'score' | 'value';

/** A figure that a report states, with the words that lead to it. */
export interface Statement extends SetFigure {
  stage: Stage;
  /** The short line above its paragraph. */
  heading: string;
  /** Its paragraph up to it, the end of it where that is long. */
  lead: string;
  /** Of its clause, what stands before the words that tell its stage; of `value` the whole clause. */
  before: string;
  /** The words that tell its stage, as printed. */
  name: string;
  year: number | null;
}

/** A report in prose, and what it states; several may stand in one document. */
export interface Report {
  documentId: string;
  title: string;
  /** How it begins: where it names who reports. */
  opening: string;
  year: number | null;
  /** Names of the document's sheets, which places tell by number. */
  sheets: readonly string[];
  statements: readonly Statement[];
}
