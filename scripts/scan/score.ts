import type { Cell, Grid, SourceDocument } from '../../schemas/index.ts';
import { bare } from '../generate/compare-grids.ts';
import type { Section, SpanGrid } from '../generate/page.ts';

/** Figures, labels and long texts of scans against what was printed. */
export interface ScanScore {
  grids: number;
  gridsExact: number;
  figures: number;
  figuresExact: number;
  /** Wrong without a doubt. */
  figuresSilent: number;
  /** Right with a doubt. */
  figuresDoubted: number;
  labels: number;
  labelsExact: number;
  /** Settled by arithmetic or by known words after they were read, and of those what is not printed so. */
  settled: number;
  settledWrongly: number;
  longCharacters: number;
  longErrors: number;
  /** Right and all figures by confidence: a tenth a step. */
  byConfidence: Map<string, { right: number; all: number }>;
  differences: string[];
}

export const emptyScore = (): ScanScore => ({
  grids: 0,
  gridsExact: 0,
  figures: 0,
  figuresExact: 0,
  figuresSilent: 0,
  figuresDoubted: 0,
  labels: 0,
  labelsExact: 0,
  settled: 0,
  settledWrongly: 0,
  longCharacters: 0,
  longErrors: 0,
  byConfidence: new Map(),
  differences: [],
});

/** A cell below this confidence says of itself that it is doubtful. */
const sure = 0.9;

/** Characters from which a text is long. */
const long = 30;

export function addToScore(score: ScanScore, sections: readonly Section[], source: SourceDocument): void {
  const truth = sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'grid');
  const found = source.blocks.filter((block) => block.kind === 'grid');
  truth.forEach((grid, i) => {
    const got = truth.length === found.length ? found[i] : likest(grid, found);
    addGrid(score, grid, got);
  });
}

function likest(grid: SpanGrid, found: readonly Grid[]): Grid | undefined {
  const texts = new Set(grid.cells.map(({ text }) => bare(text)).filter(Boolean));
  const likeness = ({ cells }: Grid): number => cells.filter(({ text }) => texts.has(bare(text))).length;
  return [...found].sort((a, b) => likeness(b) - likeness(a))[0];
}

function addGrid(score: ScanScore, truth: SpanGrid, got: Grid | undefined): void {
  const placed = new Map<string, Cell>(
    (got?.cells ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]),
  );
  let exact = got?.rows === truth.rows && got.columns === truth.columns;
  if (!exact)
    score.differences.push(`grid ${truth.rows}×${truth.columns} came as ${got?.rows}×${got?.columns}`);
  for (const cell of truth.cells) {
    const other = placed.get(`${cell.row},${cell.column}`);
    if (other?.rowSpan !== cell.rowSpan || other.columnSpan !== cell.columnSpan) exact = false;
    addCell(score, cell.text, other);
  }
  score.grids++;
  if (exact) score.gridsExact++;
}

/** Counts one cell: what was printed against what was read. */
export function addCell(
  score: ScanScore,
  printed: string,
  got: Pick<Cell, 'text' | 'confidence' | 'doubt' | 'settled'> | undefined,
): void {
  const text = asRead(printed);
  const read = asRead(got?.text ?? '');
  const doubted = got !== undefined && got.confidence < sure;
  const right = read === text;
  if (got?.settled !== undefined) {
    score.settled++;
    if (!right) score.settledWrongly++;
    const { by, readAs, evidence } = got.settled;
    score.differences.push(
      `settled by ${by} ${JSON.stringify(text)} read ${JSON.stringify(readAs)}: ${evidence[0]}`,
    );
  }
  if (!right && (text !== '' || read !== ''))
    score.differences.push(
      `${doubted ? 'doubt' : 'SILENT'} ${JSON.stringify(text)} as ${JSON.stringify(read)} ${got?.confidence.toFixed(2)} ${got?.doubt ?? ''}`,
    );
  if ([...text].length >= long) {
    score.longCharacters += [...text].length;
    score.longErrors += distance([...text], [...read]);
  } else if (/\d/.test(text)) {
    score.figures++;
    if (right) score.figuresExact++;
    if (right && doubted) {
      score.figuresDoubted++;
      score.differences.push(
        `in vain ${JSON.stringify(text)} ${got.confidence.toFixed(2)} ${got.doubt ?? ''}`,
      );
    }
    if (!right && !doubted) score.figuresSilent++;
    const step = (Math.floor((got?.confidence ?? 0) * 20) / 20).toFixed(2);
    const counts = score.byConfidence.get(step) ?? { right: 0, all: 0 };
    counts.all++;
    if (right) counts.right++;
    score.byConfidence.set(step, counts);
  } else if (text !== '') {
    score.labels++;
    if (right) score.labelsExact++;
  }
}

/** White space is the printer's; signs that mean the same operator are one. */
const asRead = (text: string): string =>
  bare(text)
    .replaceAll('≧', '≥')
    .replaceAll('≦', '≤')
    .replaceAll('═', '=')
    .replace(/[―—–──]/g, '-')
    .replace(/[〜～∼]/g, '~')
    .replace(/-+/g, '-');

/** The score as lines of a report. Times in seconds. */
export function reportRows(
  name: string,
  score: ScanScore,
  time: { pages: number; wall: number; used: number },
  withDifferences: boolean,
): string[] {
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const pages = Math.max(1, time.pages);
  return [
    `## ${name}: ${time.pages} pages, ${score.figures} figures`,
    `grids exact            ${share(score.gridsExact, score.grids)} of ${score.grids}`,
    `figures exact          ${share(score.figuresExact, score.figures)}`,
    `silent wrong figures   ${((1000 * score.figuresSilent) / Math.max(1, score.figures)).toFixed(2)} ‰ (${score.figuresSilent})`,
    `right but doubted      ${share(score.figuresDoubted, score.figures)}`,
    `labels exact           ${share(score.labelsExact, score.labels)} of ${score.labels}`,
    `settled after reading  ${score.settled}, wrongly ${score.settledWrongly}`,
    `errors of long texts   ${share(score.longErrors, score.longCharacters)} of ${score.longCharacters} characters`,
    `seconds a page         ${(time.wall / pages).toFixed(2)}, of the processor ${(time.used / pages).toFixed(2)}`,
    ...[...score.byConfidence]
      .sort()
      .map(([step, { right, all }]) => `  confidence ${step}: ${share(right, all)} of ${all} right`),
    ...(withDifferences ? score.differences.map((difference) => `- ${difference}`) : []),
    '',
  ];
}

/** Edits between two texts (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  for (let i = 0; i < a.length; i++) {
    const next: number[] = [];
    let left = i + 1;
    for (let j = 0; j < b.length; j++) {
      const diagonal = j === 0 ? i : row[j - 1]!;
      left = Math.min(left + 1, row[j]! + 1, diagonal + (a[i] === b[j] ? 0 : 1));
      next.push(left);
    }
    row = next;
  }
  return b.length === 0 ? a.length : row.at(-1)!;
}
