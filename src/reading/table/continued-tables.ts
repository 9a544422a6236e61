import type { Block, Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';

/** Fewest cells of a head that repeats, and of a row of figures. */
const FEWEST_HEADS = 3;
const FEWEST_FIGURES = 2;
/** Most rows that repeat at the top of the rest of a table: its title, its captions, its head. */
const DEEPEST = 6;
/** Share of the rows of a table of figures that hold some, and of rows that begin with the same text in two tables of one kind. */
const FIGURED = 0.8;
const ALIKE = 0.5;

/** Indicators have points beside them, and other ways to go on. */
const ofIndicators = /^(?:[一二三]级|绩效|年度)?指标/;
const figure = /^[-−(]?[\d,]*\d(?:\.\d+)?%?\)?$/;
const code = /^[123]\d{2}(?:\d{2}){0,2}$/;
const total = /(?:合计|总计|小计|合计数)$/;

/** A table of figures, its rows from the first to the last. */
interface Rows {
  grid: Grid;
  rows: readonly (readonly Cell[])[];
}

/**
 * A table of figures that goes on in the next one, as if it had not been cut: on another sheet, behind blank lines, with its head printed again or
 * without. A title that comes again as well begins another form, unless the codes of the rows count on. What was joined leaves a blank line in its place. The same
 * document where there is none.
 */
export function withContinuedTables(source: SourceDocument): SourceDocument {
  const grids = source.blocks.flatMap((block, at) => (block.kind === 'grid' ? [at] : []));
  if (grids.length < 2) return source;
  let blocks: Block[] | null = null;
  let first = grids[0] as number;
  for (const at of grids.slice(1)) {
    const all: readonly Block[] = blocks ?? source.blocks;
    const [above, below] = [all[first] as Grid, all[at] as Grid];
    const lead = leadOf(source.blocks, at);
    const isAgain = lead !== '' && lead === leadOf(source.blocks, first);
    const whole = lead === '' || isAgain ? joined(above, below, isAgain) : null;
    if (whole === null) first = at;
    else {
      blocks ??= [...source.blocks];
      blocks[first] = whole;
      blocks[at] = blankFor(below);
    }
  }
  return blocks === null ? source : { ...source, blocks };
}

/** The lines between a grid and the one before it. */
function leadOf(blocks: readonly Block[], at: number): string {
  const lines: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const block = blocks[i] as Block;
    if (block.kind === 'grid') break;
    if (block.role !== 'furniture' && block.text.trim() !== '') lines.unshift(foldLabel(block.text));
  }
  return lines.join('\n');
}

function joined(above: Grid, below: Grid, isAgain: boolean): Grid | null {
  if (above.columns !== below.columns || above.inside !== null || below.inside !== null) return null;
  if (above.cells.some(({ text }) => ofIndicators.test(text.trim()))) return null;
  const [before, behind] = [rowsOf(above), rowsOf(below)];
  const repeated = repeatedRows(before, behind);
  const hasTitle = isAgain || (repeated > 1 && textsOf(behind.rows[0]).length < FEWEST_HEADS);
  const [upper, rest] = [before.rows.filter(holdsFigures), behind.rows.slice(repeated)];
  if (!isOfFigures(rest) || upper.length === 0 || isTotal(before.rows.at(-1)) || isTotal(rest[0]))
    return null;
  if (repeated === 0 && !holdsFigures(rest[0] ?? [])) return null;
  if (beginAlike(upper, rest)) return null;
  const counts = countsOn(upper, rest);
  if (counts === false || (hasTitle && counts === null)) return null;
  return append(above, below, repeated);
}

function rowsOf(grid: Grid): Rows {
  const rows = Array.from({ length: grid.rows }, (): Cell[] => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return { grid, rows };
}

const textsOf = (row: readonly Cell[] | undefined): string[] =>
  (row ?? []).flatMap(({ text }) => (text.trim() === '' ? [] : [foldLabel(text)]));

const holdsFigures = (row: readonly Cell[]): boolean => {
  const [, ...others] = textsOf(row);
  return others.filter((text) => figure.test(text)).length >= FEWEST_FIGURES;
};

const isTotal = (row: readonly Cell[] | undefined): boolean =>
  textsOf(row)
    .slice(0, 2)
    .some((text) => total.test(text));

function isOfFigures(rows: readonly (readonly Cell[])[]): boolean {
  const written = rows.filter((row) => textsOf(row).length > 0);
  return written.length > 0 && written.filter(holdsFigures).length >= FIGURED * written.length;
}

/** How many rows at the top of the rest stand at the top of the table in the same order, one of them a head and none with figures; 0 for none. */
function repeatedRows({ rows: above }: Rows, { rows: below }: Rows): number {
  const at = above.slice(0, DEEPEST).findIndex((row) => isSame(row, below[0]));
  if (at < 0) return 0;
  let depth = 0;
  while (depth < DEEPEST && isSame(above[at + depth], below[depth])) depth++;
  const repeated = below.slice(0, depth);
  const ends = repeated.every((row, n) => row.every(({ rowSpan }) => n + rowSpan <= depth));
  const isHead = repeated.some((row) => textsOf(row).length >= FEWEST_HEADS);
  return ends && isHead && !repeated.some(holdsFigures) ? depth : 0;
}

function isSame(a: readonly Cell[] | undefined, b: readonly Cell[] | undefined): boolean {
  if (!a || !b || a.length !== b.length || textsOf(a).length === 0) return false;
  return a.every((cell, n) => {
    const other = b[n] as Cell;
    const isAt = cell.column === other.column && cell.columnSpan === other.columnSpan;
    return isAt && cell.rowSpan === other.rowSpan && foldLabel(cell.text) === foldLabel(other.text);
  });
}

/** Two tables of one kind, one for each unit or year: row for row they begin with the same texts. */
function beginAlike(above: readonly (readonly Cell[])[], below: readonly (readonly Cell[])[]): boolean {
  const known = new Set(above.map((row) => textsOf(row)[0]));
  return below.filter((row) => known.has(textsOf(row)[0])).length >= ALIKE * below.length;
}

/** Whether the codes of the rows below are higher than those above; null where there are none. */
function countsOn(above: readonly (readonly Cell[])[], below: readonly (readonly Cell[])[]): boolean | null {
  const last = above.map(codeOf).findLast((own) => own !== null);
  const first = below.map(codeOf).find((own) => own !== null);
  return last && first ? first > last : null;
}

const codeOf = (row: readonly Cell[]): string | null => {
  const [first] = textsOf(row);
  return first !== undefined && code.test(first) ? first : null;
};

function append(above: Grid, below: Grid, repeated: number): Grid {
  const shift = above.rows - repeated;
  const rest = below.cells.filter(({ row }) => row >= repeated);
  return {
    ...above,
    rows: above.rows + below.rows - repeated,
    cells: [...above.cells, ...rest.map((cell) => ({ ...cell, row: cell.row + shift }))],
    parts: [
      ...above.parts,
      ...below.parts.map((part) => ({
        ...part,
        firstRow: Math.max(repeated, part.firstRow) + shift,
        endRow: part.endRow + shift,
      })),
    ],
    confidence: Math.min(above.confidence, below.confidence),
    repeatedHeaders: [...above.repeatedHeaders, ...below.repeatedHeaders],
  };
}

function blankFor({ cells, confidence }: Grid): Block {
  return {
    kind: 'paragraph',
    role: 'furniture',
    text: '',
    confidence,
    location: (cells[0] as Cell).location,
  };
}
