import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Block } from '../../../schemas/index.ts';

/** What the page says that Adobe's designer of forms puts before the reader in place of a form, in English and in Chinese. */
const placeholder =
  /PDF\s+viewer\s+may\s+not\s+be\s+able\s+to\s+display|PDF\s*(?:查看器|阅读器|浏览器).{0,12}无法显示/i;

/**
 * Whether all that the file holds is a form that its reader lays out (XFA): its pages ask for another reader, or hold no table and no field. One whose pages were
 * laid out when it was saved has both.
 */
export async function isDynamicForm(pdf: PDFDocumentProxy, blocks: readonly Block[]): Promise<boolean> {
  const { info } = (await pdf.getMetadata().catch(() => null)) ?? { info: {} };
  const { IsXFAPresent = false, IsAcroFormPresent = false } = info as Record<string, unknown>;
  if (IsXFAPresent !== true) return false;
  const texts = blocks.flatMap((block) =>
    block.kind === 'grid' ? block.cells.map(({ text }) => text) : [block.text],
  );
  if (texts.some((text) => placeholder.test(text)) || placeholder.test(texts.join(' '))) return true;
  return IsAcroFormPresent !== true && !blocks.some(({ kind }) => kind === 'grid');
}
