import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RunRecords } from '../../report/page/run/records.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, readingThread, sentOptions } from '../reading-thread.ts';
import type { PageSource } from './write.ts';

/**
 * Reads again the documents of a run that have findings, where their files still hold the bytes that the findings speak of:
 * records hold no tables. The findings are those of the records, for a reviewer may have dismissed some.
 */
export async function* readAgain(
  records: RunRecords,
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<PageSource> {
  const thread = readingThread(context);
  if (thread === null) return;
  const sent = sentOptions(options);
  const byDocument = Map.groupBy(records.findings, ({ document_id }) => document_id);
  try {
    for (const document of records.documents) {
      const findings = byDocument.get(document.document_id);
      if (findings === undefined) continue;
      byDocument.delete(document.document_id);
      const bytes = await readFile(document.path).catch(() => null);
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== document.document_id)
        continue;
      const job = { path: document.path, hash: document.document_id, bytes };
      const { examination, source } = await thread.ask('whole', job, sent);
      yield { examination: { ...examination, findings }, source };
    }
  } finally {
    await thread.stop();
  }
}
