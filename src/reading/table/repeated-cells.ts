import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { isFigure, isVoid } from './label.ts';

/** Equal neighbours that make a run no chance: 达标 | 达标 may be a target and what came of it. */
const LONG_RUN = 3;
/** Rows with such a run that show a writer's habit. */
const HABIT_ROWS = 2;
/** Columns from the left in which a label repeats downwards: a side label and two levels. */
const LABEL_COLUMNS = 3;

/**
 * Some systems export a merged cell as its text in every cell that it covered. Where a grid without a merge shows that habit,
 * equal neighbours are one cell again: along a row in runs, and downwards under a run or in the columns of labels.
 */
export function withoutRepeats(grid: Grid): Grid {
  const { rows, columns, cells } = grid;
  if (cells.length !== rows * columns || columns < LONG_RUN) return grid;
  const texts = cells.map((cell) => (cell.text.length < 2 ? '' : saidText(cell.text)));
  const runs: Run[][] = [];
  for (let row = 0; row < rows; row++) runs.push(runsOf(texts, cells, row, columns, runs[row - 1]));
  if (!isHabit(runs, texts, cells)) return grid;
  // Three columns are no more than a run: there a title says so.
  if (columns === LONG_RUN && runs[0]?.length !== 1) return grid;
  withTwins(runs, cells);
  const joined: Cell[] = [];
  /** The cell that covers each column of the row above. */
  let above: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const here: Cell[] = [];
    const isHead = isHeadRow(runs, row, cells, columns);
    let nested = true;
    for (const { first, end } of runs[row] as Run[]) {
      const at = row * columns + first;
      const over = above[first];
      const same =
        over?.column === first &&
        over.columnSpan === end - first &&
        texts[at] !== '' &&
        texts[over.row * columns + first] === texts[at];
      const label = (first < LABEL_COLUMNS && nested) || isHead;
      nested &&= same;
      let cell = over as Cell;
      if (same && (label || end - first > 1)) cell.rowSpan = row - cell.row + 1;
      else {
        cell = { ...(cells[at] as Cell), columnSpan: end - first };
        joined.push(cell);
      }
      for (let column = first; column < end; column++) here[column] = cell;
    }
    above = here;
  }
  return { ...grid, cells: joined };
}

/** Whether several rows have long runs, or one is a head that no writer fills in so by hand. */
function isHabit(runs: readonly Run[][], texts: readonly string[], cells: readonly Cell[]): boolean {
  const long = runs.filter((row) => row.some(({ end, first }) => end - first >= LONG_RUN)).length;
  return long >= HABIT_ROWS || runs.some((_, row) => isFilledHead(runs, row, texts, cells));
}

/**
 * 收入 | 收入 | 支出 | 支出 | 支出: a row of runs alone; 单位 | 农业 | 农业 | 合计 over 单位 | 良种补助 | 地力补助 | 合计, with figures below: what is
 * in a run parts below it, and what is in none stands there again.
 */
function isFilledHead(
  runs: readonly Run[][],
  row: number,
  texts: readonly string[],
  cells: readonly Cell[],
): boolean {
  const own = runs[row] as Run[];
  const wide = own.filter(({ first, end }) => end - first > 1);
  const columns = own.at(-1)?.end ?? 0;
  if (row + 1 === runs.length) return false;
  if (wide.length === 0) return isLabelledTwice(texts, cells, row, columns);
  const textAt = (below: number, column: number): string => texts[(row + below) * columns + column] ?? '';
  if (wide.length === own.length) return own.length > 1;
  const printed = (at: number, column: number): string => (cells[at * columns + column] as Cell).text.trim();
  if (wide.some((run) => printed(row, run.first) !== '' && twinRows(runs, row, run, printed).length > 0))
    return true;
  const isAgain = own.some(
    ({ first, end }) => end - first === 1 && textAt(0, first) !== '' && textAt(0, first) === textAt(1, first),
  );
  const parted = wide.filter(({ first, end }) => {
    const below = Array.from({ length: end - first }, (_, k) => textAt(1, first + k));
    return !below.includes('') && new Set(below).size > 1;
  });
  const isOverFigures = parted.some(({ first, end }) =>
    cells
      .slice((row + 2) * columns, (row + 2 + REACH) * columns)
      .some(({ column, text }) => column >= first && column < end && isFigure(foldLabel(text))),
  );
  return isAgain && isOverFigures;
}

/** 人员情况 | 编制数 | 在职人数 over 人员情况 | 73 | 56: the label of a head and of its figures. */
function isLabelledTwice(
  texts: readonly string[],
  cells: readonly Cell[],
  row: number,
  columns: number,
): boolean {
  const [head, below] = [row * columns, (row + 1) * columns];
  if (texts[head] === '' || texts[head] !== texts[below]) return false;
  return cells
    .slice(below + 1, below + columns)
    .every(({ text }, k) => texts[head + 1 + k] !== '' && isFigure(foldLabel(text)));
}

/** Rows below a head that are looked at for a figure. */
const REACH = 3;

/** 单位 | 农业 | 农业 | 合计 over 单位 | 良种补助 | 地力补助 | 合计: a row below heads over several columns, without figures like them. */
function isHeadRow(runs: readonly Run[][], row: number, cells: readonly Cell[], columns: number): boolean {
  const own = runs[row] as Run[];
  // A head over several columns parts below it; a level that is two columns wide does not.
  const parts = (over: Run): boolean =>
    over.end - over.first > 1 && !own.some(({ first, end }) => first <= over.first && end >= over.end);
  if (!runs[row - 1]?.some(parts)) return false;
  return !cells.slice((row - 1) * columns, (row + 1) * columns).some(({ text }) => isFigure(foldLabel(text)));
}

/**
 * 当年金额 | 当年金额 over 12.5 | 12.5: figures below one head over several columns are one, where they are equal in every row down to the
 * next text.
 */
function withTwins(runs: Run[][], cells: readonly Cell[]): void {
  const columns = runs[0]?.at(-1)?.end ?? 0;
  const textAt = (row: number, column: number): string => (cells[row * columns + column] as Cell).text.trim();
  for (const [row, own] of runs.entries()) {
    for (const run of own) {
      const text = textAt(row, run.first);
      // Figures that were joined below a head are no head of those below them.
      if (run.end - run.first < 2 || text === '' || isFigure(foldLabel(text))) continue;
      const rows = twinRows(runs, row, run, textAt);
      for (const below of rows) runs[below] = joinedRuns(runs[below] as Run[], run);
    }
  }
}

/** The rows right below a head whose cells under it are figures or blanks, all equal; none where one differs, or no figure stands there. */
function twinRows(
  runs: readonly Run[][],
  row: number,
  { first, end }: Run,
  textAt: (row: number, column: number) => string,
): number[] {
  const rows: number[] = [];
  let figures = 0;
  for (let below = row + 1; below < runs.length; below++) {
    const text = textAt(below, first);
    if (text !== '' && !isFigure(foldLabel(text))) break;
    for (let column = first + 1; column < end; column++) if (textAt(below, column) !== text) return [];
    if (text !== '') figures++;
    rows.push(below);
  }
  return figures > 1 ? rows : [];
}

function joinedRuns(runs: readonly Run[], { first, end }: Run): Run[] {
  return [
    ...runs.filter((run) => run.end <= first),
    { first, end },
    ...runs.filter((run) => run.first >= end),
  ];
}

/** Columns of a row that are one cell. */
interface Run {
  first: number;
  end: number;
}

function saidText(text: string): string {
  const key = foldLabel(text);
  return isFigure(key) || isVoid(key) ? '' : key;
}

/** Heads that are no answers of their own, so that two of them are one. */
const head = /^(?:[一二三四]级)?指标(?:名称)?$|(?:名称|内容|说明|标准|依据|金额)$|原因/;

/** Runs of equal texts along a row; a lone pair is none unless it is a head, or stands below a pair, which …… and blanks do not end, or below the blank corner of a table. */
function runsOf(
  texts: readonly string[],
  cells: readonly Cell[],
  row: number,
  columns: number,
  above: readonly Run[] = [],
): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column++) {
    const last = runs.at(-1);
    const text = texts[row * columns + column];
    if (last && text !== '' && text === texts[row * columns + last.first]) last.end++;
    else runs.push({ first: column, end: column + 1 });
  }
  const wide = above.filter(({ first, end }) => end - first > 1);
  const long = runs.filter(({ first, end }) => end - first > 1);
  const [only] = long;
  const isNone =
    long.length === 1 &&
    only !== undefined &&
    only.end - only.first < LONG_RUN &&
    !head.test(texts[row * columns + only.first] as string) &&
    !wide.some(({ first, end }) => first === only.first && end === only.end) &&
    !isBelowCorner(cells, row, columns, only);
  const own = isNone ? Array.from({ length: columns }, (_, first) => ({ first, end: first + 1 })) : runs;
  const textAt = (column: number): string => foldLabel((cells[row * columns + column] as Cell).text);
  return wide
    .filter(({ first, end }) => {
      const text = textAt(first);
      if (!isVoid(text)) return false;
      for (let column = first + 1; column < end; column++) if (textAt(column) !== text) return false;
      return true;
    })
    .reduce((joined, run) => joinedRuns(joined, run), own);
}

/** 资金 | (blank) | (blank) | 预算数 over 资金 | 总额 | 总额 | 12.5: names of rows that are two columns wide. */
function isBelowCorner(cells: readonly Cell[], row: number, columns: number, { first, end }: Run): boolean {
  if (row === 0 || end > LABEL_COLUMNS) return false;
  const above = cells.slice((row - 1) * columns, row * columns);
  return above.every(({ column, text }) => column < first || column >= end || text.trim() === '');
}
