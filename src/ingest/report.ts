import type { DocumentRecord } from '../../schemas/index.ts';
import type { SkipReason } from './discovery/entry-name.ts';
import type { Limits } from './limits.ts';
import type { ResultHead } from './result.ts';

/** Documents of one format that ended in the same way. */
export interface Group {
  format: DocumentRecord['format'];
  status: DocumentRecord['status'];
  /** Why nothing was read; null where something was. */
  code: string | null;
  documents: number;
  /** Wall time of all of them, and of the slowest, milliseconds. */
  time: number;
  slowest: number;
  /** Highest resident memory of a process that read one, bytes. */
  memory: number;
}

export interface IngestReport {
  /** Rows of documents.jsonl. */
  documents: number;
  /** Of them, those that were parsed in this run. */
  parsed: number;
  /** Of them, those whose bytes stand under another path too. */
  copies: number;
  /** Documents that are `failed` or `unsupported`. */
  failed: number;
  filings: number;
  findings: number;
  /** Files that are no documents, by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  groups: Group[];
  /** Processes that died over a document. */
  deaths: number;
  /** Wall time of the run. */
  seconds: number;
  workers: number;
  limits: Limits;
}

/** Counts what a run comes to. */
export interface Tally {
  document: (head: ResultHead, isCopy: boolean) => void;
  skip: (reason: SkipReason) => void;
  findings: (count: number) => void;
  report: (run: Pick<IngestReport, 'parsed' | 'deaths' | 'seconds' | 'workers' | 'limits'>) => IngestReport;
}

export function tally(): Tally {
  const groups = new Map<string, Group>();
  const skipped = new Map<SkipReason, number>();
  const counts = { documents: 0, copies: 0, failed: 0, filings: 0, findings: 0 };
  return {
    document({ document, parts, cost }, isCopy) {
      counts.documents += 1;
      counts.copies += isCopy ? 1 : 0;
      counts.failed += document.error === null ? 0 : 1;
      counts.filings += isCopy ? 0 : parts.filings.count;
      counts.findings += isCopy ? 0 : parts.findings.count;
      const { format, status } = document;
      const code = document.error?.code ?? null;
      const name = `${format} ${status} ${code}`;
      const group = groups.get(name) ?? {
        format,
        status,
        code,
        documents: 0,
        time: 0,
        slowest: 0,
        memory: 0,
      };
      group.documents += 1;
      group.time += isCopy ? 0 : cost.time;
      group.slowest = Math.max(group.slowest, cost.time);
      group.memory = Math.max(group.memory, cost.memory);
      groups.set(name, group);
    },
    skip: (reason) => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1),
    findings(count) {
      counts.findings += count;
    },
    report: (run) => ({
      ...counts,
      skipped: Object.fromEntries(skipped),
      groups: [...groups.values()].sort(byName),
      ...run,
    }),
  };
}

function byName(a: Group, b: Group): number {
  const name = ({ format, status, code }: Group) => `${format} ${status} ${code ?? ''}`;
  return name(a) < name(b) ? -1 : 1;
}
