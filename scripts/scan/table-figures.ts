import type { Grid, SourceDocument } from '../../schemas/index.ts';
import { bare } from '../generate/compare-grids.ts';
import { addCell, emptyScore, type ScanScore } from './score.ts';

/** What one run over scans shows; seconds are of the clock. */
export interface TableFigures {
  pages: number;
  pagesExact: number;
  figures: number;
  distinct: number;
  figuresExact: number;
  silent: number;
  doubted: number;
  labels: number;
  labelsExact: number;
  longCharacters: number;
  longErrors: number;
  seconds: number;
  /** Of the processor, of hedui's two processes together. */
  used: number;
  differences: string[];
}

export const noFigures = (): TableFigures => ({
  pages: 0,
  pagesExact: 0,
  figures: 0,
  distinct: 0,
  figuresExact: 0,
  silent: 0,
  doubted: 0,
  labels: 0,
  labelsExact: 0,
  longCharacters: 0,
  longErrors: 0,
  seconds: 0,
  used: 0,
  differences: [],
});

/** Compares a scan as it was read with the print that it was made of, read as a digital file. */
export function comparedDocument(
  name: string,
  printed: SourceDocument,
  read: SourceDocument | null,
): TableFigures {
  const truth = printed.blocks.filter((block) => block.kind === 'grid');
  const found = read?.blocks.filter((block) => block.kind === 'grid') ?? [];
  const score = emptyScore();
  const wrongPages = new Set<number>();
  for (const [i, grid] of truth.entries())
    compareGrid(score, grid, truth.length === found.length ? found[i] : likest(grid, found), wrongPages);
  return {
    ...figuresOf(score),
    ...pagesOf(printed, wrongPages),
    ...distinctOf(truth),
    ...named(score, name),
  };
}

export function added(a: TableFigures, b: TableFigures): TableFigures {
  const sum = { ...a, differences: [...a.differences, ...b.differences] };
  for (const key of Object.keys(sum) as (keyof TableFigures)[])
    if (key !== 'differences') sum[key] = a[key] + b[key];
  return sum;
}

function compareGrid(score: ScanScore, truth: Grid, got: Grid | undefined, wrongPages: Set<number>): void {
  const placed = new Map((got?.cells ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]));
  const isSameSize = got?.rows === truth.rows && got.columns === truth.columns;
  const pages = new Set(truth.cells.map(({ location }) => location.page ?? 0));
  if (!isSameSize) {
    for (const page of pages) wrongPages.add(page);
    score.differences.push(`grid ${truth.rows}×${truth.columns} came as ${got?.rows}×${got?.columns}`);
  }
  for (const cell of truth.cells) {
    const other = placed.get(`${cell.row},${cell.column}`);
    if (other?.rowSpan !== cell.rowSpan || other.columnSpan !== cell.columnSpan) {
      if (isSameSize) score.differences.push(`another span at ${cell.row},${cell.column}`);
      wrongPages.add(cell.location.page ?? 0);
    }
    addCell(score, cell.text, other);
  }
}

function likest(grid: Grid, found: readonly Grid[]): Grid | undefined {
  const texts = new Set(grid.cells.map(({ text }) => bare(text)).filter(Boolean));
  const likeness = ({ cells }: Grid): number => cells.filter(({ text }) => texts.has(bare(text))).length;
  return [...found].sort((a, b) => likeness(b) - likeness(a))[0];
}

function figuresOf(score: ScanScore): TableFigures {
  const { figures, figuresExact, labels, labelsExact, longCharacters, longErrors } = score;
  const { figuresSilent: silent, figuresDoubted: doubted } = score;
  const own = { figures, figuresExact, silent, doubted, labels, labelsExact, longCharacters, longErrors };
  return { ...noFigures(), ...own };
}

function pagesOf(
  printed: SourceDocument,
  wrong: ReadonlySet<number>,
): Pick<TableFigures, 'pages' | 'pagesExact'> {
  const pages = printed.pages.map(({ number }) => number);
  return { pages: pages.length, pagesExact: pages.filter((page) => !wrong.has(page)).length };
}

/** Figures of one document that are not alike: over documents their count is an upper bound, for seeds differ. */
function distinctOf(grids: readonly Grid[]): Pick<TableFigures, 'distinct'> {
  const texts = grids.flatMap(({ cells }) => cells.map(({ text }) => bare(text)));
  return { distinct: new Set(texts.filter((text) => /\d/.test(text) && [...text].length < 30)).size };
}

const named = ({ differences }: ScanScore, name: string): Pick<TableFigures, 'differences'> => ({
  differences: differences.map((difference) => `${name}: ${difference}`),
});
