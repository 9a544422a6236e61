import { maskText } from '../../examine/mask.ts';
import type { DoneEvent } from '../../ingest/options.ts';
import { printable } from '../../report/terminal/width.ts';

export type Log = Record<'debug' | 'info' | 'warn', (fields: object, message: string) => void>;

/** One line a document. What comes from the archive is masked, and cannot move the cursor of who reads the log. */
export function logDocument(log: Log, { path, origin, head, issue }: DoneEvent): void {
  const shown = { path: safe(path), origin };
  const facts =
    head === null
      ? {}
      : {
          format: head.document.format,
          status: head.document.status,
          filings: head.parts.filings.count,
          findings: head.parts.findings.count,
          ms: Math.round(head.cost.time),
          mb: Math.round(head.cost.memory / 1024 / 1024),
        };
  if (issue !== null) log.warn({ ...shown, ...facts, code: issue.code }, safe(issue.message.en));
  else log.info({ ...shown, ...facts }, origin === 'parsed' ? 'read' : 'known');
  for (const { code, message, place } of head?.document.warnings ?? [])
    log.debug({ ...shown, code, place: place === null ? null : safe(place) }, safe(message.en));
}

/** A file that is no document: counted in the summary, named here only. */
export function logSkipped(log: Log, path: string, reason: string): void {
  log.debug({ path: safe(path), reason }, 'skipped');
}

const safe = (text: string): string => maskText(printable(text));
