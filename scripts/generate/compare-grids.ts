import type { Grid, SourceDocument } from '../../schemas/index.ts';
import type { PageBlock, Section, SpanGrid } from './page.ts';

/** What became of the printed grids of one document. */
export interface GridComparison {
  grids: number;
  /** Same rows, columns, spans and texts, all of them. */
  gridsExact: number;
  cells: number;
  /** Same place, spans and text in the grid that it belongs to. */
  cellsExact: number;
  figures: number;
  figuresExact: number;
  /** Cells with figures that came out otherwise without a low confidence. */
  figuresWrongAndSure: number;
  /** Signs printed that stand nowhere in the document, and signs that stand there and were not printed. */
  lost: string;
  added: string;
  differences: string[];
}

/** Below this a cell says of itself that it is doubtful. */
const sure = 0.9;

/** White space is the printer's, not the filing's. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Compares the grids of a document with those that were printed, in reading order. */
export function compareGrids(sections: readonly Section[], source: SourceDocument): GridComparison {
  const printed = sections.flatMap(({ blocks }) => blocks);
  const truth = printed.filter((block) => block.kind === 'grid');
  const found = source.blocks.filter((block) => block.kind === 'grid');
  const result: GridComparison = {
    grids: truth.length,
    gridsExact: 0,
    cells: 0,
    cellsExact: 0,
    figures: 0,
    figuresExact: 0,
    figuresWrongAndSure: 0,
    ...signs(printed, source),
    differences: [],
  };
  if (found.length !== truth.length) {
    const shape = (grid: { rows: number; columns: number }) => `${grid.rows}×${grid.columns}`;
    result.differences.push(
      `${truth.length} grids (${truth.map(shape)}) came as ${found.length} (${found.map(shape)})`,
    );
  }
  pair(truth, found).forEach((got, i) => {
    compareGrid(truth[i]!, got, i, result);
  });
  return result;
}

/** Grids in order; where the counts differ, each takes the next one that shares most of its texts. */
function pair(truth: readonly SpanGrid[], found: readonly Grid[]): (Grid | null)[] {
  if (truth.length === found.length) return [...found];
  const rest = [...found];
  return truth.map((grid) => {
    const texts = new Set(grid.cells.map(({ text }) => bare(text)).filter(Boolean));
    const likeness = (other: Grid) => other.cells.filter(({ text }) => texts.has(bare(text))).length;
    const best = rest.reduce<Grid | null>((a, b) => (likeness(b) > (a ? likeness(a) : 0) ? b : a), null);
    if (best) rest.splice(rest.indexOf(best), 1);
    return best;
  });
}

function compareGrid(truth: SpanGrid, got: Grid | null, index: number, result: GridComparison): void {
  const placed = new Map((got?.cells ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]));
  let exact = got !== null && got.rows === truth.rows && got.columns === truth.columns;
  if (got && !exact) {
    result.differences.push(
      `grid ${index}: ${truth.rows}×${truth.columns} came as ${got.rows}×${got.columns}`,
    );
  }
  for (const cell of truth.cells) {
    const other = placed.get(`${cell.row},${cell.column}`);
    const text = bare(cell.text);
    const figure = /\d/.test(text);
    const same =
      other !== undefined &&
      other.rowSpan === cell.rowSpan &&
      other.columnSpan === cell.columnSpan &&
      bare(other.text) === text;
    result.cells++;
    if (figure) result.figures++;
    if (same) {
      result.cellsExact++;
      if (figure) result.figuresExact++;
      continue;
    }
    exact = false;
    if (figure && other && bare(other.text) !== text && other.confidence >= sure)
      result.figuresWrongAndSure++;
    if (result.differences.length < 12) {
      const say = (one: { text: string; rowSpan: number; columnSpan: number } | undefined) =>
        one ? `${one.rowSpan}×${one.columnSpan} ${JSON.stringify(one.text.slice(0, 40))}` : 'nothing';
      result.differences.push(
        `grid ${index} r${cell.row} c${cell.column}: ${say(cell)} came as ${say(other)}`,
      );
    }
  }
  if (exact) result.gridsExact++;
}

/** Every sign of a page stands in one cell, one paragraph, or a repeated header. */
function signs(printed: readonly PageBlock[], source: SourceDocument): { lost: string; added: string } {
  const truth = printed.flatMap((block) =>
    block.kind === 'grid' ? block.cells.map(({ text }) => text) : [block.text],
  );
  const found = source.blocks.flatMap((block) =>
    block.kind === 'grid' ? block.cells.map(({ text }) => text) : [block.text],
  );
  const count = new Map<string, number>();
  for (const sign of bare(truth.join(''))) count.set(sign, (count.get(sign) ?? 0) + 1);
  for (const sign of bare(found.join(''))) count.set(sign, (count.get(sign) ?? 0) - 1);
  const listed = (wanted: (n: number) => boolean) =>
    [...count].flatMap(([sign, n]) => (wanted(n) ? [sign.repeat(Math.abs(n))] : [])).join('');
  return { lost: listed((n) => n > 0), added: listed((n) => n < 0) };
}
