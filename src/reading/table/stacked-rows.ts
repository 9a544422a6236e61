import type { Cell, Grid } from '../../../schemas/index.ts';
import { fold, foldLabel, readOperator, readQuantity } from '../../values/index.ts';
import { levelOfName } from '../lexicon/levels.ts';

/** A row whose cells hold a line for each of several rows. */
export interface Stack {
  row: number;
  lines: number;
  /** The lines of the cells that are parted; every other cell of the row stands beside all of them. */
  parted: Map<Cell, readonly string[]>;
}

/**
 * 防治面积⏎监测调查 | ≥2.6万亩⏎≥12次 | 20⏎20: rows that were typed into one, a line each, become rows of their own. Their cells keep the
 * place of the cell that they stood in. The same grid where there are none.
 */
export function withStackedRows(grid: Grid): Grid {
  const sure = grid.cells.filter(
    (cell) =>
      cell.rowSpan === 1 &&
      cell.text.includes('\n') &&
      cell.text.length <= LONGEST_STACK &&
      (holdsValues(cell) || namesValues(cell) || isCountedOn(linesOf(cell))),
  );
  if (sure.length === 0) return grid;
  const wanted = new Set(sure.map(({ row }) => row));
  const byRow = Map.groupBy(
    grid.cells.filter(({ row }) => wanted.has(row)),
    ({ row }) => row,
  );
  const stacks = [...byRow.values()].flatMap((cells) => stackOf(cells, grid.method !== 'native'));
  return stacks.length === 0 ? grid : parted(grid, stacks);
}

/** Its cells that have lines of values, and the names beside them; none where their lines are not as many. */
function stackOf(cells: readonly Cell[], wraps: boolean): Stack[] {
  const own = cells.filter(({ rowSpan }) => rowSpan === 1);
  const first =
    own.find(holdsValues) ?? own.find((cell) => holdsNamedValues(cell, own) || isCounted(cell, own));
  if (first === undefined) return [];
  const { length } = linesOf(first);
  const counts = own.filter(holdsFigures);
  if (counts.some((cell) => linesOf(cell).length !== length)) return [];
  const names = !namesValues(first)
    ? own.findLast((cell) => cell.column < first.column && holdsNames(cell, length))
    : first;
  if (names === undefined) return [];
  const marked = areMarked(linesOf(names));
  // Where a page wraps its lines, one name of two lines is as likely as two names.
  if (wraps && !marked && counts.length < FEWEST_COLUMNS) return [];
  const parted = new Map<Cell, readonly string[]>([[names, linesOf(names)]]);
  for (const cell of own) {
    const lines = linesOf(cell);
    if (cell === names || lines.length !== length) continue;
    const isOfLines = !wraps || holdsFigures(cell) || isCountedOn(lines) || namesValues(cell);
    if (cell.column < names.column ? lines.every(isLevel) : isOfLines) parted.set(cell, valuesOf(lines));
  }
  return [{ row: first.row, lines: length, parted }];
}

/** Columns of figures that tell rows of a page from the lines of a long name. */
const FEWEST_COLUMNS = 2;

const linesOf = ({ text }: Cell): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Several values, each with its sign or its unit. */
function holdsValues(cell: Cell): boolean {
  const lines = cell.text.length <= LONGEST_STACK ? valuesOf(linesOf(cell)) : [];
  return lines.length > 1 && lines.every(isValue);
}

/** 新建驿站：6座⏎增设导览牌：≥120块 beside a level: the names with their values. */
function holdsNamedValues(cell: Cell, row: readonly Cell[]): boolean {
  return namesValues(cell) && isBesideLevel(cell, row);
}

const isBesideLevel = (cell: Cell, row: readonly Cell[]): boolean =>
  row.some((other) => other.column < cell.column && isLevel(other.text));

function namesValues(cell: Cell): boolean {
  const lines = cell.text.length <= LONGEST_STACK ? linesOf(cell) : [];
  return lines.length > 1 && lines.every((line) => isValue(namedValue.exec(line)?.[1] ?? ''));
}

/** 1.巩固率⏎2.完工时间 | 1.≥95%⏎2.10月底前 beside a level: names and values that count on alike, whatever the values say. */
function isCounted(cell: Cell, row: readonly Cell[]): boolean {
  const lines = cell.text.length <= LONGEST_STACK ? linesOf(cell) : [];
  return (
    lines.length > 1 &&
    isCountedOn(lines) &&
    isBesideLevel(cell, row) &&
    row.some(
      (other) => other.column < cell.column && holdsNames(other, lines.length) && areMarked(linesOf(other)),
    )
  );
}

/** 1.100%⏎2.≥0.5个: one line is marked without a doubt, and all of them count on. */
function isCountedOn(lines: readonly string[]): boolean {
  return lines.some((line) => markOf(line) > 0) && lines.every((line, k) => ofOrdinal(line, k + 1) !== null);
}

const namedValue = /^[^:：]{0,30}\p{Script=Han}{2}[^:：]{0,10}[:：]\s*(\S.*)$/su;

const isValue = (line: string): boolean => isFigure(line) && !bare.test(fold(line));

/** Longest cell of values, in characters. */
const LONGEST_STACK = 200;
const bare = /^[\d,.]+$/;

function holdsFigures(cell: Cell): boolean {
  const lines = valuesOf(linesOf(cell));
  return lines.length > 1 && lines.every(isFigure);
}

function isFigure(value: string): boolean {
  return /\d/.test(value) && markOf(value) === 0 && readQuantity(value).kind === 'number';
}

/** Names of indicators, a line each. */
function holdsNames(cell: Cell, count: number): boolean {
  const lines = linesOf(cell);
  return lines.length === count && lines.every((line) => name.test(line) && !isFigure(line));
}

const name = /\p{Script=Han}{2}/u;

const isLevel = (line: string): boolean => levelOfName(foldLabel(line)) !== null;

const markOf = (line: string): number =>
  Number(/^[(（]?(\d{1,2})(?:[、)）]|[.．](?!\d))/.exec(line)?.[1] ?? 0);

const areMarked = (lines: readonly string[]): boolean => lines.every((line, k) => markOf(line) === k + 1);

/** The lines without their marks; one that is not marked without a doubt has one where all lines count on. */
function valuesOf(lines: readonly string[]): string[] {
  const counted = isCountedOn(lines);
  return lines.map((line, k) => (counted ? (ofOrdinal(line, k + 1) ?? line) : withoutMark(line)));
}

/** What stands behind 2. or (2); null where the line starts with no such number. */
function ofOrdinal(line: string, ordinal: number): string | null {
  const [, number, rest] = /^[(（]?(\d{1,2})[.．、)）]\s*(.+)$/.exec(line) ?? [];
  return rest === undefined || Number(number) !== ordinal ? null : rest;
}

function withoutMark(line: string): string {
  const rest = /^[(（]?\d{1,2}[.．、)）]\s*(.+)$/.exec(line)?.[1];
  return rest !== undefined && readOperator(rest[0] ?? '') !== null ? rest : line;
}

/** The grid with the lines of each stack in rows of their own. */
export function parted(grid: Grid, stacks: readonly Stack[]): Grid {
  const added = new Int32Array(grid.rows + 1);
  for (const { lines, row } of stacks) added[row + 1] = lines - 1;
  for (let row = 1; row <= grid.rows; row++) added[row] = (added[row] as number) + (added[row - 1] as number);
  const moved = (row: number): number => row + (added[row] as number);
  const lines = new Map(stacks.flatMap((stack) => [...stack.parted]));
  const cells = grid.cells.flatMap((cell) => {
    const row = moved(cell.row);
    const own = lines.get(cell);
    if (own !== undefined) return own.map((text, k) => ({ ...cell, row: row + k, text }));
    return [{ ...cell, row, rowSpan: moved(cell.row + cell.rowSpan) - row }];
  });
  return {
    ...grid,
    rows: moved(grid.rows),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    parts: grid.parts.map((part) => ({
      ...part,
      firstRow: moved(part.firstRow),
      endRow: moved(part.endRow),
    })),
  };
}
