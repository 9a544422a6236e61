import type { Issue } from '../../schemas/index.ts';
import type { SkipReason } from './discovery/entry-name.ts';
import type { NormLayer } from './guard/messages.ts';
import type { Pool } from './guard/pool.ts';
import type { Limits } from './limits.ts';
import type { Sink } from './output/sink.ts';
import type { ResultHead } from './result.ts';

export interface DoneEvent {
  path: string;
  /** `reused` from an earlier run, `copy` of bytes met before in this one, `unread` could not be opened. */
  origin: 'parsed' | 'reused' | 'copy' | 'unread';
  /** What came of it, where that is at hand. */
  head: Pick<ResultHead, 'document' | 'parts' | 'cost'> | null;
  issue: Issue | null;
  /** Of bytes that were met before: whether they could not be read then. */
  isUnread?: boolean;
}

/** Is told how a run goes on. */
export interface Observer {
  started?: (pool: Pick<Pool, 'running'>) => void;
  /** How many files are known of by now. */
  expected?: (count: number) => void;
  done?: (event: DoneEvent) => void;
  /** A file that is no document. */
  skipped?: (path: string, reason: SkipReason) => void;
}

export interface IngestOptions {
  /** Folder that the record files are written to; the state of the run stands in `.hedui` below it. */
  out: string;
  /** Processes that parse at the same time; as many as there are processors where none is given. */
  workers?: number;
  limits?: Partial<Limits>;
  password?: string | readonly string[];
  contacts?: boolean;
  /** Parses everything again, whatever was finished before. */
  fresh?: boolean;
  /** Parses again what ended over time or memory, in a crash or in a mistake of ours. */
  retryFailed?: boolean;
  /** Ends the run after what is being written; what is finished stays. */
  signal?: AbortSignal;
  observer?: Observer;
  /** Norms over the national framework, the weakest first. */
  norms?: readonly NormLayer[];
  /** Where records go; the JSONL files of `out` where none is given. */
  openSink?: (out: string, state: string) => Promise<Sink>;
}
