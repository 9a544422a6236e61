import type { PDFPageProxy } from 'pdfjs-dist';
import type { AnnotationData } from '../../pages/remarks.ts';

/** Names of the files that are attached to a place of the page (ISO 32000-1 §12.5.6.15): the list of the document need not name them. */
export const attachedFiles = (annotations: readonly AnnotationData[]): string[] =>
  annotations.flatMap(({ subtype, file }) => (subtype === 'FileAttachment' ? [file?.filename ?? ''] : []));

/** The annotations of a page; none where their list is damaged, which hides nothing else. */
export async function annotationsOf<T extends AnnotationData>(page: PDFPageProxy): Promise<T[]> {
  return (await page.getAnnotations().catch(() => [])) as T[];
}
