import type { Config, ProfileFile } from '../../../schemas/config.ts';
import type { ExamineOptions } from '../../examine/examine.ts';
import type { ResultHead } from '../result.ts';

/** Norms as data: a profile, or the settings of a user. */
export type NormLayer = ProfileFile | Config;

/** The options of `examine` as they are sent to another process. */
export interface SentOptions extends Pick<ExamineOptions, 'password' | 'limits' | 'contacts'> {
  norms: readonly NormLayer[];
}

/** The first message to a process: what holds for all its documents. */
export interface Settings {
  options: SentOptions;
  /** Largest result, bytes. */
  maxBytes: number;
}

/** A document; its bytes follow. */
export interface Request {
  path: string;
}

export type Reply =
  | { kind: 'ready' }
  /** Resident memory when it was last looked at; the records follow. */
  | { kind: 'result'; head: ResultHead; rss: number }
  | { kind: 'too_large'; bytes: number };
