import { basename, dirname, join } from 'node:path';
import type { Examination, SourceDocument } from '../../../schemas/index.ts';
import { makeFolder } from '../../ingest/output/make-folder.ts';
import type { Rule } from '../../reconcile/rule.ts';
import { documentPage } from '../../report/page/document/document-page.ts';
import { fileName } from '../../report/page/document/header.ts';
import type { RunRecords } from '../../report/page/run/records.ts';
import { runPage } from '../../report/page/run/run-page.ts';
import { writeWholeFile } from '../../warehouse/export/files.ts';
import type { Context } from '../context.ts';
import { documentsFolder, pageFile, pageHref } from './document-names.ts';

/** What every page of one report has in common. */
export interface ReportSettings {
  context: Context;
  rules: readonly Rule[];
  masked: boolean;
  title: string;
}

/** A document with what was seen of it, ready for its page. */
export interface PageSource {
  examination: Examination;
  source: SourceDocument | null;
  /** Where the records do not tell how each field was read. */
  withoutReading?: true;
}

/** A run, and its documents with what was seen of them, one after another. */
export interface ReadRun {
  records: RunRecords;
  pages: () => AsyncGenerator<PageSource>;
}

/** Whether a report goes to one file, or to a folder with a page for every document beside that of the run. */
export function isFile(to: string): boolean {
  return /\.html?$/i.test(to);
}

/** Writes a page whole or not at all. */
async function writePage(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await writeWholeFile(dirname(path), basename(path), text);
}

export async function writeDocument(
  path: string,
  { examination, source, withoutReading }: PageSource,
  records: RunRecords,
  settings: ReportSettings,
  runHref: string | null,
): Promise<void> {
  const paths = new Map(records.documents.map((document) => [document.document_id, document.path]));
  const nameOf = (id: string) => fileName(paths.get(id) ?? id.slice(0, 12));
  const more = withoutReading ? { withoutReading } : {};
  const page = documentPage(examination, source, { ...pageSettings(settings), nameOf, runHref, ...more });
  await writePage(path, page);
}

/** The page of the run into a file, or into a folder with the pages of its documents as they are given. */
export async function writeRun(
  to: string,
  records: RunRecords,
  pages: AsyncIterable<PageSource>,
  settings: ReportSettings,
): Promise<number> {
  const written = new Map<string, string>();
  if (!isFile(to))
    for await (const page of pages) {
      const { document } = page.examination;
      if (written.has(document.document_id)) continue;
      const path = join(to, documentsFolder, pageFile(document));
      await writeDocument(path, page, records, settings, '../index.html');
      written.set(document.document_id, pageHref(document));
    }
  const hrefOf = (id: string) => written.get(id) ?? null;
  const text = runPage(records, { ...pageSettings(settings), title: settings.title, hrefOf });
  await writePage(isFile(to) ? to : join(to, 'index.html'), text);
  return written.size;
}

function pageSettings({ context, rules, masked }: ReportSettings) {
  return { language: context.language, version: context.version, rules, masked };
}
