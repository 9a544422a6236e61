import type { DocumentRecord } from '../../../../schemas/index.ts';
import { issueText, type Language, statusNames } from '../../wording.ts';
import { figureStyle, looks } from '../looks.ts';
import { titles } from '../words.ts';
import type { ListColumn } from './list-sheet.ts';

/** A row a file, with what could not be read of it. */
export function documentColumns(language: Language): ListColumn<DocumentRecord>[] {
  const count = (key: 'pages' | 'ocr_pages' | 'filings') => ({
    width: 9,
    value: (document: DocumentRecord) => ({ digits: String(document[key]) }),
    style: figureStyle('#,##0'),
  });
  return [
    { title: titles.file, width: 56, value: ({ path }) => path, style: looks.code },
    { title: titles.status, width: 11, value: ({ status }) => statusNames[status][language] },
    { title: titles.format, width: 9, value: ({ format }) => format, style: looks.centred },
    { title: titles.pages, ...count('pages') },
    { title: titles.ocrPages, ...count('ocr_pages') },
    { title: titles.forms, ...count('filings') },
    { title: titles.issues, width: 60, value: (document) => issuesOf(document, language) },
    { title: titles.id, width: 20, value: ({ document_id }) => document_id, style: looks.code },
  ];
}

function issuesOf({ error, warnings }: DocumentRecord, language: Language): string {
  return [...(error === null ? [] : [error]), ...warnings]
    .map((issue) => issueText(issue, language))
    .join('\n');
}
