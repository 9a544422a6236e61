import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RunRecords } from '../../report/page/run/records.ts';
import { type DocumentOptions, examineOptions } from '../documents.ts';
import type { PageSource } from './write.ts';

/**
 * Reads again the documents of a run that have findings, where their files still hold the bytes that the findings speak of:
 * records hold no tables. The findings are those of the records, for a reviewer may have dismissed some.
 */
export async function* readAgain(records: RunRecords, options: DocumentOptions): AsyncGenerator<PageSource> {
  const { examineWhole } = await import('../../examine/examine.ts');
  const byDocument = Map.groupBy(records.findings, ({ document_id }) => document_id);
  for (const document of records.documents) {
    const findings = byDocument.get(document.document_id);
    if (findings === undefined) continue;
    byDocument.delete(document.document_id);
    const bytes = await readFile(document.path).catch(() => null);
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== document.document_id) continue;
    const { examination, source } = await examineWhole(bytes, {
      ...examineOptions(options),
      path: document.path,
    });
    yield { examination: { ...examination, findings }, source };
  }
}
