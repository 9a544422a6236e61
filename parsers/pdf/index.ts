import type { Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import { layoutOf, type PageLayout } from '../geometry/page-layout.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import type { Parse } from '../parser.ts';
import { blocksOf } from './blocks.ts';
import { openPdf } from './open.ts';
import { readPage } from './read-page.ts';

/** Reads a PDF: its pages, grids and paragraphs in reading order. Points from the top left of each page as shown. */
export const parsePdf: Parse = async (bytes, options) => {
  const opened = await openPdf(bytes, options.password);
  if ('error' in opened) return { status: 'failed', format: 'pdf', error: opened.error };
  const { pdf } = opened;
  const pages: Page[] = [];
  const layouts: PageLayout[] = [];
  const warnings: Issue[] = [];
  const count = Math.min(pdf.numPages, options.limits.maxPages);
  for (let number = 1; number <= count; number++) {
    const marks = await readPage(pdf, number, defaultGeometry, null);
    const { width, height, rotation } = marks;
    pages.push({ number, name: null, width, height, rotation, kind: 'digital', hidden: false });
    layouts.push(layoutOf(marks, defaultGeometry));
  }
  await pdf.loadingTask.destroy();
  return {
    status: 'read',
    source: { format: 'pdf', pages, blocks: blocksOf(joinPages(layouts, defaultGeometry)), warnings },
  };
};
