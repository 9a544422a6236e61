import type { Examination } from '../../schemas/index.ts';
import type { ExamineOptions } from '../examine/examine.ts';
import { filingSet } from '../reconcile/index.ts';
import { discover } from './discover.ts';
import { examineFile } from './examine-file.ts';
import { openExport } from './export.ts';

export interface IngestOptions extends ExamineOptions {
  /** Folder that the record files are written to. */
  out: string;
  /** Told of every document when it is done. */
  onDocument?: (examination: Examination, done: number, total: number) => void;
}

export interface IngestReport {
  documents: number;
  /** Documents that are `failed` or `unsupported`. */
  failed: number;
  /** Files in folders that are no documents. */
  leftOut: number;
  filings: number;
  findings: number;
}

/** Reads files and folders into the six record files. A document that fails is a row with its error; the rest goes on. */
export async function ingest(paths: string[], options: IngestOptions): Promise<IngestReport> {
  const { out, onDocument, ...examineOptions } = options;
  const { files, leftOut } = await discover(paths);
  const report: IngestReport = { documents: 0, failed: 0, leftOut, filings: 0, findings: 0 };
  const set = filingSet(examineOptions.settings);
  const target = await openExport(out);
  try {
    for (const file of files) {
      const examination = await examineFile(file, examineOptions);
      await target.add(examination);
      set.add(examination);
      report.documents += 1;
      report.failed += examination.document.error === null ? 0 : 1;
      report.filings += examination.filings.length;
      report.findings += examination.findings.length;
      onDocument?.(examination, report.documents, files.length);
    }
    const { findings } = set.conclude();
    await target.addFindings(findings);
    report.findings += findings.length;
    await target.commit();
  } catch (thrown) {
    await target.abandon();
    throw thrown;
  }
  return report;
}
