import type { Block, Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import {
  goesOnBelowGap,
  lowerLevelsOf,
  type SheetPlace,
  sheetPlace,
  widenedBelow,
  withBlanks,
} from './sheet-gaps.ts';

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

type Row = readonly Cell[];

/** A table that others are joined to: what they are compared with is kept, for there may be hundreds of them. */
interface Growing {
  grid: Grid;
  isJoined: boolean;
  holdsIndicators: boolean;
  place: SheetPlace | null;
  /** Columns of names of indicators below a first level. */
  lowerLevels: ReadonlySet<number>;
  /** Its first rows, and its last. */
  top: readonly Row[];
  last: Row | undefined;
  /** The first texts of rows with figures, and the last code before them. */
  names: Set<string | undefined>;
  lastCode: string | null;
  cells: Cell[];
  parts: Grid['parts'][number][];
  headers: Grid['repeatedHeaders'][number][];
}

/**
 * A table of figures that goes on in the next one, as if it had not been cut: on another sheet, behind blank lines, with its head printed again or
 * without. A title that comes again as well begins another form, unless the codes of the rows count on. What was joined leaves a blank line in its place. The same
 * document where there is none.
 */
export function withContinuedTables(source: SourceDocument): SourceDocument {
  const grids = source.blocks.flatMap((block, at) => (block.kind === 'grid' ? [at] : []));
  if (grids.length < 2) return source;
  const blocks = [...source.blocks];
  let first = grids[0] as number;
  let table = growing(source.blocks[first] as Grid);
  let isChanged = false;
  for (const at of grids.slice(1)) {
    const below = source.blocks[at] as Grid;
    const lead = leadOf(source.blocks, at);
    const isAgain = lead !== '' && lead === leadOf(source.blocks, first);
    if ((lead === '' || isAgain) && takesIn(table, below, isAgain)) {
      isChanged = true;
      blocks[at] = blankFor(below);
      continue;
    }
    blocks[first] = wholeOf(table);
    first = at;
    table = growing(below);
  }
  blocks[first] = wholeOf(table);
  return isChanged ? { ...source, blocks } : source;
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

function growing(grid: Grid): Growing {
  const rows = rowsOf(grid);
  const figured = rows.filter(holdsFigures);
  return {
    grid,
    isJoined: false,
    holdsIndicators: grid.cells.some(({ text }) => ofIndicators.test(text.trim())),
    place: sheetPlace(grid),
    lowerLevels: lowerLevelsOf(grid),
    top: rows.slice(0, 2 * DEEPEST),
    last: rows.at(-1),
    names: new Set(figured.map((row) => textsOf(row)[0])),
    lastCode: figured.map(codeOf).findLast((own) => own !== null) ?? null,
    cells: [...grid.cells],
    parts: [...grid.parts],
    headers: [...grid.repeatedHeaders],
  };
}

/** Whether the table goes on in the grid below, on a sheet below a few blank rows too, and is joined to it then. */
function takesIn(table: Growing, below: Grid, isAgain: boolean): boolean {
  const { grid, holdsIndicators, last, lowerLevels, place } = table;
  const nested = grid.inside !== null || below.inside !== null;
  const widened = nested ? null : widenedBelow(place, grid.columns, below);
  const rows = widened === null || isAgain ? [] : rowsOf(widened);
  if (widened !== null && goesOnBelowGap(holdsIndicators ? lowerLevels : null, last, rows)) {
    widen(table, widened.columns);
    append(table, widened, rows, 0);
  } else if (!joins(table, widened ?? below, isAgain)) return false;
  if (place !== null) table.place = { ...place, bottom: sheetPlace(below)?.bottom ?? place.bottom };
  return true;
}

/** Whether the table goes on in the grid below, which is joined to it then. */
function joins(table: Growing, below: Grid, isAgain: boolean): boolean {
  const { grid, names } = table;
  if (grid.columns !== below.columns || grid.inside !== null || below.inside !== null) return false;
  if (table.holdsIndicators || names.size === 0 || isTotal(table.last)) return false;
  const rows = rowsOf(below);
  const repeated = repeatedRows(table.top, rows);
  const hasTitle = isAgain || (repeated > 1 && textsOf(rows[0]).length < FEWEST_HEADS);
  const rest = rows.slice(repeated);
  if (!isOfFigures(rest) || isTotal(rest[0])) return false;
  if (repeated === 0 && !holdsFigures(rest[0] ?? [])) return false;
  if (beginAlike(names, rest)) return false;
  const counts = countsOn(table.lastCode, rest);
  if (counts === false || (hasTitle && counts === null)) return false;
  append(table, below, rest, repeated);
  return true;
}

function rowsOf(grid: Grid): Row[] {
  const rows = Array.from({ length: grid.rows }, (): Cell[] => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return rows;
}

const textsOf = (row: Row | undefined): string[] =>
  (row ?? []).flatMap(({ text }) => (text.trim() === '' ? [] : [foldLabel(text)]));

const holdsFigures = (row: Row): boolean => {
  const [, ...others] = textsOf(row);
  return others.filter((text) => figure.test(text)).length >= FEWEST_FIGURES;
};

const isTotal = (row: Row | undefined): boolean =>
  textsOf(row)
    .slice(0, 2)
    .some((text) => total.test(text));

function isOfFigures(rows: readonly Row[]): boolean {
  const written = rows.filter((row) => textsOf(row).length > 0);
  return written.length > 0 && written.filter(holdsFigures).length >= FIGURED * written.length;
}

/** How many rows at the top of the rest stand at the top of the table in the same order, one of them a head and none with figures; 0 for none. */
function repeatedRows(above: readonly Row[], below: readonly Row[]): number {
  const at = above.slice(0, DEEPEST).findIndex((row) => isSame(row, below[0]));
  if (at < 0) return 0;
  let depth = 0;
  while (depth < DEEPEST && isSame(above[at + depth], below[depth])) depth++;
  const repeated = below.slice(0, depth);
  const ends = repeated.every((row, n) => row.every(({ rowSpan }) => n + rowSpan <= depth));
  const isHead = repeated.some((row) => textsOf(row).length >= FEWEST_HEADS);
  return ends && isHead && !repeated.some(holdsFigures) ? depth : 0;
}

function isSame(a: Row | undefined, b: Row | undefined): boolean {
  if (!a || !b || a.length !== b.length || textsOf(a).length === 0) return false;
  return a.every((cell, n) => {
    const other = b[n] as Cell;
    const isAt = cell.column === other.column && cell.columnSpan === other.columnSpan;
    return isAt && cell.rowSpan === other.rowSpan && foldLabel(cell.text) === foldLabel(other.text);
  });
}

/** Two tables of one kind, one for each unit or year: row for row they begin with the same texts. */
function beginAlike(names: ReadonlySet<string | undefined>, below: readonly Row[]): boolean {
  return below.filter((row) => names.has(textsOf(row)[0])).length >= ALIKE * below.length;
}

/** Whether the codes of the rows below are higher than those above; null where there are none. */
function countsOn(last: string | null, below: readonly Row[]): boolean | null {
  const first = below.map(codeOf).find((own) => own !== null);
  return last && first ? first > last : null;
}

const codeOf = (row: Row): string | null => {
  const [first] = textsOf(row);
  return first !== undefined && code.test(first) ? first : null;
};

function append(table: Growing, below: Grid, rest: readonly Row[], repeated: number): void {
  const { grid } = table;
  const shift = grid.rows - repeated;
  for (const cell of below.cells)
    if (cell.row >= repeated) table.cells.push({ ...cell, row: cell.row + shift });
  for (const part of below.parts)
    table.parts.push({
      ...part,
      firstRow: Math.max(repeated, part.firstRow) + shift,
      endRow: part.endRow + shift,
    });
  for (const header of below.repeatedHeaders) table.headers.push(header);
  for (const row of rest) {
    if (!holdsFigures(row)) continue;
    table.names.add(textsOf(row)[0]);
    table.lastCode = codeOf(row) ?? table.lastCode;
  }
  table.last = rest.at(-1) ?? table.last;
  table.holdsIndicators ||= below.cells.some(({ text }) => ofIndicators.test(text.trim()));
  table.isJoined = true;
  table.grid = {
    ...grid,
    rows: grid.rows + below.rows - repeated,
    confidence: Math.min(grid.confidence, below.confidence),
  };
}

/** Gives the table blanks at its right, as far as what goes on below it reaches. */
function widen(table: Growing, columns: number): void {
  const { cells, grid } = table;
  table.cells = withBlanks(cells, grid.rows, grid.columns, columns);
  table.grid = { ...grid, columns };
}

function wholeOf({ grid, isJoined, cells, parts, headers }: Growing): Grid {
  return isJoined ? { ...grid, cells, parts, repeatedHeaders: headers } : grid;
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
