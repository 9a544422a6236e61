import { joinPages } from '../../parsers/geometry/document-layout.ts';
import type { PageLayout } from '../../parsers/geometry/layout.ts';
import type { PageMarks } from '../../parsers/geometry/marks.ts';
import { layoutOf } from '../../parsers/geometry/page-layout.ts';
import { defaultGeometry } from '../../parsers/geometry/settings.ts';
import { blocksOf } from '../../parsers/pages/blocks.ts';
import { withoutOverprint } from '../../parsers/pages/characters/overprint.ts';
import { withoutInvisibleText } from '../../parsers/pages/characters/visible-text.ts';
import { openPdf } from '../../parsers/pdf/open.ts';
import { fileParts, readPage } from '../../parsers/pdf/read-page.ts';
import { cleanPage } from '../../parsers/scan/clean-page.ts';
import { withGridDoubts } from '../../parsers/scan/grid/doubted-grids.ts';
import type { Raster } from '../../parsers/scan/image/raster.ts';
import { compareGrids } from '../generate/compare-grids.ts';
import type { Section } from '../generate/page.ts';

/** Grids of scans against those of the prints, with the printed texts in place of recognised ones. */
export interface GridScore {
  pages: number;
  /** Pages whose grids have the cells and texts of the digital road. */
  pagesExact: number;
  /** Pages with a wrong grid and no doubt of it. */
  pagesSilent: number;
  /** Right pages with a doubt. */
  pagesDoubted: number;
  /** Grids of the filings as they were made, over their pages. */
  grids: number;
  gridsExact: number;
  /** The same of the print itself, read as a digital file: what a page of marks can give at best. */
  gridsDigital: number;
  seconds: number;
  differences: string[];
}

export const emptyGridScore = (): GridScore => ({
  pages: 0,
  pagesExact: 0,
  pagesSilent: 0,
  pagesDoubted: 0,
  grids: 0,
  gridsExact: 0,
  gridsDigital: 0,
  seconds: 0,
  differences: [],
});

/** Adds filings, their print (PDF bytes) and the pictures of its scanned pages to the score. */
export async function addGrids(
  score: GridScore,
  sections: readonly Section[],
  printed: Uint8Array,
  scanned: readonly Raster[],
  name: string,
): Promise<void> {
  const digital = await pagesOf(printed);
  const expected: PageLayout[] = [];
  const found: PageLayout[] = [];
  for (const [i, marks] of digital.entries()) {
    expected.push(layoutOf(marks, defaultGeometry));
    const picture = scanned[i]!;
    const before = process.cpuUsage();
    const { number, width, height, rotation } = marks;
    const { rulings, doubts } = cleanPage({ number, width, height, rotation, picture });
    const layout = withGridDoubts(layoutOf({ ...marks, rulings, fills: [] }, defaultGeometry), doubts);
    const used = process.cpuUsage(before);
    score.seconds += (used.user + used.system) / 1e6;
    found.push(layout);
    score.pages++;
    const differences = pageDifferences(expected.at(-1)!, layout);
    const doubted = layout.items.some(isDoubted);
    if (differences.length === 0) score.pagesExact++;
    else if (!doubted) score.pagesSilent++;
    if (differences.length === 0 && doubted) score.pagesDoubted++;
    const why = doubts.map(({ reason, box }) => `${reason} at ${Math.round(box.x0)},${Math.round(box.y0)}`);
    const notes = [...differences, ...(why.length > 0 ? [`doubt: ${why.slice(0, 3).join('; ')}`] : [])];
    score.differences.push(...notes.map((note) => `${name} page ${number}: ${note}`));
  }
  const best = compareGrids(sections, sourceOf(expected));
  const got = compareGrids(sections, sourceOf(found));
  score.grids += got.grids;
  score.gridsExact += got.gridsExact;
  score.gridsDigital += best.gridsExact;
}

async function pagesOf(bytes: Uint8Array): Promise<PageMarks[]> {
  const opened = await openPdf(bytes.slice(), undefined);
  if ('error' in opened) throw new Error(opened.error.message.en);
  const { pdf } = opened;
  try {
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const read = await readPage(pdf, number, defaultGeometry, await fileParts(pdf, bytes));
      pages.push(withoutOverprint(withoutInvisibleText(read.marks)));
    }
    return pages;
  } finally {
    await opened.close();
  }
}

const sourceOf = (pages: PageLayout[]) => ({
  format: 'pdf' as const,
  pages: [],
  blocks: blocksOf(joinPages(pages, defaultGeometry), (_, box) => box),
  warnings: [],
});

/** What differs between the grids of two readings of one page. */
function pageDifferences(expected: PageLayout, found: PageLayout): string[] {
  const printed = gridsOf(expected);
  const read = gridsOf(found);
  const shape = (grid: { ys: number[]; xs: number[] }) => `${grid.ys.length - 1}×${grid.xs.length - 1}`;
  if (printed.length !== read.length)
    return [`grids ${printed.map(shape).join(' ')} came as ${read.map(shape).join(' ')}`];
  return printed.flatMap((grid, i) => {
    const other = read[i]!;
    if (shape(grid) !== shape(other)) return [`${shape(grid)} came as ${shape(other)}`];
    const known = new Set(other.cells.map(keyOf));
    const lost = grid.cells.filter((cell) => !known.has(keyOf(cell)));
    return lost.length === 0 ? [] : [`${lost.length} cells differ, first ${keyOf(lost[0]!)}`];
  });
}

/** A grid that is not drawn out by lines says by its confidence that it is less sure. */
const isDoubted = (item: PageLayout['items'][number]): boolean =>
  item.kind === 'grid' && (item.confidence < 0.9 || item.cells.some(({ doubt }) => doubt !== null));

const gridsOf = ({ items }: PageLayout) => items.filter((item) => item.kind === 'grid');

function keyOf(cell: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }) {
  return `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text.replace(/\s/g, '').slice(0, 30)}`;
}
