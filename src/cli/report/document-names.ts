import { fileName } from '../../report/page/document/header.ts';

/** Characters of a file's name that the name of its page keeps: with the rest it stays within what file systems take. */
const kept = 50;

/** The name of the page of a document: that of its file, as far as every system can write it, and the start of its hash. */
export function pageFile({ path, document_id }: { path: string; document_id: string }): string {
  const name = [...fileName(path).replace(/[^\p{L}\p{N}._-]+/gu, '_')].slice(0, kept).join('');
  return `${name.replace(/^[._]+/, '') || 'document'}-${document_id.slice(0, 8)}.html`;
}

/** Folder of the pages of documents, beside the page of the run. */
export const documentsFolder = 'documents';

export function pageHref(document: { path: string; document_id: string }): string {
  return `${documentsFolder}/${encodeURIComponent(pageFile(document))}`;
}
