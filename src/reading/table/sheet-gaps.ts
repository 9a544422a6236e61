import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { isTotalName } from '../indicators/totals.ts';
import { levelOfName } from '../lexicon/levels.ts';

/** Where a grid stands on its sheet: its first row and column, and its last row, from 0. */
export interface SheetPlace {
  sheet: string;
  top: number;
  left: number;
  bottom: number;
}

/** Most blank rows that stand within a table. */
const WIDEST_GAP = 3;
/** Fewest texts of a head over figures, and of figures under it. */
const FEWEST_HEADS = 3;
const FEWEST_FIGURES = 2;

const reference = /^([A-Z]{1,3})(\d{1,7})(?::|$)/;
const figure = /^[-−(]?[\d,]*\d(?:\.\d+)?%?\)?$/;
/** 三级指标, 指标名称, 年度指标值, 全年预算数: what a head of its own says. */
const ofHead = /^(?:[一二三]级|绩效|年度)?指标|(?:预算|执行|决算)数?(?:\([A-Z]\))?$/;
const mark = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]|^\([一二三四五六七八九十\d]{1,3}\)/;

/** Null for a grid of another kind of file, or of a sheet that is seen from the right. */
export function sheetPlace({ cells, parts, rows }: Grid): SheetPlace | null {
  const sheet = parts[0]?.sheet ?? null;
  const [first, last] = [originOf(cells[0]), originOf(cells.at(-1))];
  if (sheet === null || first === null || last === null) return null;
  if (first.top !== last.top || first.left !== last.left) return null;
  return { sheet, ...first, bottom: first.top + rows - 1 };
}

/** The row and column of the sheet that its grid would have as its first by what one cell says. */
function originOf(cell: Cell | undefined): { top: number; left: number } | null {
  const [, letters, row] = reference.exec(cell?.location.ref ?? '') ?? [];
  if (cell === undefined || letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return { top: Number(row) - 1 - cell.row, left: column - 1 - cell.column };
}

/**
 * The grid below a few blank rows as wide as the one above, with blanks where it is narrower: without lines a sheet's grid ends at its last text. It may
 * reach further right. Null where it stands elsewhere.
 */
export function widenedBelow(above: SheetPlace | null, columns: number, below: Grid): Grid | null {
  const place = above && sheetPlace(below);
  if (!above || !place || place.sheet !== above.sheet) return null;
  const gap = place.top - above.bottom - 1;
  const shift = place.left - above.left;
  if (gap < 1 || gap > WIDEST_GAP || shift < 0) return null;
  const width = Math.max(columns, shift + below.columns);
  const moved = below.cells.map((cell) => ({ ...cell, column: cell.column + shift }));
  const cells = withBlanks(withBlanks(moved, below.rows, 0, shift), below.rows, shift + below.columns, width);
  return { ...below, columns: width, cells };
}

/** The cells of so many rows, with blanks in the columns from `first` to before `end`, in which none stands. */
export function withBlanks(cells: readonly Cell[], rows: number, first: number, end: number): Cell[] {
  const [model] = cells;
  if (model === undefined || first >= end) return [...cells];
  const all = [...cells];
  for (let row = 0; row < rows; row++)
    for (let column = first; column < end; column++) all.push(blank(model, row, column));
  return all.sort((a, b) => a.row - b.row || a.column - b.column);
}

function blank({ confidence, location }: Cell, row: number, column: number): Cell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    confidence,
    location: { ...location, ref: null, row: null, column: null },
  };
}

/** The columns of 二级指标, 三级指标 or 指标名称, right of the first column of a grid: what stands there below a gap is no label of another table. */
export function lowerLevelsOf({ cells }: Grid): Set<number> {
  const columns = cells.flatMap(({ column, text }) => (lowerLevel.test(foldLabel(text)) ? [column] : []));
  return new Set(columns.filter((column) => column > 0));
}

const lowerLevel = /^[二三四]级指标|^指标(?:名称|内容)?$/;

/**
 * Whether rows below a gap go on with those above it: a level of a table of indicators, a name in its columns of `lowerLevels`, or its total; where those are
 * null, figures under a head that ends above the gap, and 其中 or the total of figures above.
 */
export function goesOnBelowGap(
  lowerLevels: ReadonlySet<number> | null,
  last: readonly Cell[] | undefined,
  below: readonly (readonly Cell[])[],
): boolean {
  const first = below[0] ?? [];
  const texts = textsOf(first);
  const [name] = texts;
  if (name === undefined || texts.length < 2 || texts.some((text) => ofHead.test(text))) return false;
  if (lowerLevels !== null) {
    const at = first.find(({ text }) => text.trim() !== '')?.column ?? 0;
    return levelOfName(name.replace(mark, '')) !== null || isTotalName(name) || lowerLevels.has(at);
  }
  if (figure.test(name)) return false;
  const figures = first.filter(({ text }) => figure.test(foldLabel(text)));
  if (figures.length < FEWEST_FIGURES) return false;
  const isUnder = (wanted: (text: string) => boolean) =>
    figures.every(({ column }) =>
      (last ?? []).some(
        (cell) =>
          cell.column <= column && column < cell.column + cell.columnSpan && wanted(foldLabel(cell.text)),
      ),
    );
  if (name.startsWith('其中') || (isTotalName(name) && below.length === 1))
    return isUnder((text) => figure.test(text));
  const heads = textsOf(last ?? []);
  const isHead = heads.length >= FEWEST_HEADS && !heads.some((text) => figure.test(text));
  return isHead && isUnder((text) => text !== '');
}

const textsOf = (row: readonly Cell[]): string[] =>
  row.flatMap(({ text }) => (text.trim() === '' ? [] : [foldLabel(text)]));
