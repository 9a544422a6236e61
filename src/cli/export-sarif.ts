import type { DocumentRecord, Examination, Finding } from '../../schemas/index.ts';
import { makeFolder } from '../ingest/output/make-folder.ts';
import { RULES } from '../reconcile/registry.ts';
import { sarifLog } from '../report/sarif/log.ts';
import { exactValues } from '../warehouse/export/exact.ts';
import { writeWholeFile } from '../warehouse/export/files.ts';
import { type RecordFile, recordLines } from '../warehouse/export/jsonl.ts';
import { conditionsOf, type Selection } from '../warehouse/export/selection.ts';
import type { WarehouseReader } from '../warehouse/reader.ts';
import type { Context } from './context.ts';

/** Writes the findings of a warehouse as one SARIF log, those that a reviewer dismissed as suppressed; gives their number. */
export async function exportSarif(
  reader: WarehouseReader,
  folder: string,
  selection: Selection,
  { language, version }: Context,
): Promise<Map<string, number>> {
  const exact = await exactValues(reader);
  const conditionOf = conditionsOf(selection);
  const all = async <T>(file: RecordFile): Promise<T[]> => {
    const records: T[] = [];
    for await (const line of recordLines(reader, file, conditionOf, exact))
      records.push(JSON.parse(line) as T);
    return records;
  };
  const documents = await all<DocumentRecord>('documents');
  const findings = await all<Finding>('findings');
  const dismissed = await dismissals(reader);
  const log = sarifLog(examinationsOf(documents, findings), { version, language, rules: RULES, dismissed });
  await makeFolder(folder);
  await writeWholeFile(folder, 'findings.sarif', `${JSON.stringify(log, null, 2)}\n`);
  return new Map([
    ['documents', documents.length],
    ['findings', findings.length],
  ]);
}

/** Documents with their findings; copies of a document have none of their own. */
function examinationsOf(documents: readonly DocumentRecord[], findings: readonly Finding[]): Examination[] {
  const byDocument = Map.groupBy(findings, ({ document_id }) => document_id);
  const empty = { filings: [], indicators: [], amounts: [], texts: [], coverage: [], grids: [] };
  return documents.map((document) => {
    const own = byDocument.get(document.document_id) ?? [];
    byDocument.delete(document.document_id);
    return { document, ...empty, findings: own };
  });
}

async function dismissals(reader: WarehouseReader): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  const sql = "SELECT finding_id, coalesce(reason, '') FROM v_decisions WHERE decision = 'dismiss'";
  for await (const batch of reader.rows(sql)) for (const [id, reason] of batch) reasons.set(id!, reason!);
  return reasons;
}
