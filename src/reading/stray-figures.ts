import type { Cell, Issue } from '../../schemas/index.ts';
import { readDate, readQuantity } from '../values/index.ts';
import { saysSums } from './fields/written-funds.ts';
import type { IndicatorRegion, Region, Strip } from './form.ts';
import type { Span } from './indicators/columns/indicator-table.ts';
import { levelOfName } from './lexicon/levels.ts';
import { printedName } from './table/cells.ts';
import { fundingRole, labelOfText } from './table/label.ts';
import { cellAt, cellOf, filledCells, labelAt, labelOf, type Table } from './table/table.ts';

/** A figure that no label explains, and what stands left of it. */
export interface StrayFigure {
  text: string;
  name: string;
  table: Table;
  row: number;
}

/** The figures of a form that went into no record and into no text: what a reader of the records would miss without a word. */
export function strayFigures(strips: readonly Strip[], regions: readonly Region[]): StrayFigure[] {
  const found: StrayFigure[] = [];
  for (const { table, first, end } of strips) {
    for (let row = first; row < end; row++) {
      const filled = filledCells(table, row);
      const moved = isMoved(regions, table, row);
      for (const i of filled) {
        const figure =
          isFigure(table, i) ||
          isMixedSum(table, i) ||
          (moved && readQuantity(cellOf(table, i).text).kind === 'number');
        if ((table.explained[i] && !moved) || !figure || counts(table, filled, i)) continue;
        if (!moved && hasColumn(regions, table, row, cellOf(table, i).column)) continue;
        found.push({ text: cellOf(table, i).text.trim(), name: nameOf(table, row, i), table, row });
      }
    }
  }
  return found;
}

/** A figure, or what a scan left of one: 97.931. was 97.93%. */
const isFigure = (table: Table, i: number): boolean =>
  labelOf(table, i).figure ||
  (cellOf(table, i).column > 0 &&
    saysSums(labelAt(table, cellOf(table, i).row, cellOf(table, i).column - 1).key, cellOf(table, i).text)) ||
  pointsInLines.test(cellOf(table, i).text) ||
  (isUnsure(cellOf(table, i)) && garbled.test(cellOf(table, i).text.trim()));

/** 1234·56 beside 年度资金总额: digits with signs among them that make no number, where a sum is due. */
function isMixedSum(table: Table, i: number): boolean {
  const { column, row, text } = cellOf(table, i);
  const plain = text.replace(/\s+/g, '');
  if (column === 0 || !mixed.test(plain) || readDate(plain) !== null) return false;
  const names = nameOf(table, row, i);
  return names !== '' && fundingRole(labelOfText(names)) !== null;
}

const mixed = /^(?=.*\p{Nd})[^\p{L}、]{2,20}$/u;

/** 20⏎20: the points of several rows. */
const pointsInLines = /^\s*\d[\d.]*分?(?:\s*\n\s*\d[\d.]*分?)+\s*$/;

const isUnsure = ({ confidence, doubt }: Cell): boolean => confidence < sureText || doubt !== undefined;

/** A text read with less may hold a figure that is not seen as one. */
const sureText = 0.9;

/** Three digits and more with marks, and one letter at most, among and around them; or marks alone that are no dash: ().() was 0.00. */
const garbled =
  /^(?!(?:[^\p{L}]*\p{L}){2})[^\d]*\d(?:[^\d]*\d){2,}[^\d]*$|^(?=.*[.()])[^\p{L}\d\s—–／/-]{3,}$/u;

/** 037, 1 in front of a name, 功能科目编码 | 2012604, 20310101 | 到 | 20311231: what counts, codes or dates a row, and no figure. */
function counts(table: Table, filled: readonly number[], i: number): boolean {
  const { key } = labelOf(table, i);
  if (/^0\d/.test(key) || (i === filled[0] && /^\d{1,3}$/.test(key))) return true;
  const { column, row } = cellOf(table, i);
  const { key: before } = column === 0 ? { key: '' } : labelAt(table, row, column - 1);
  return (/^\d+$/.test(key) && isCode.test(before)) || (day.test(key) && /^[到至]$/.test(before));
}

const isCode = /(?:编码|代码|编号)[:：]?$/;
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$/;

/** Whether the cells of the row stand below heads that are not theirs. */
const isMoved = (regions: readonly Region[], table: Table, row: number): boolean =>
  regions.some((region) => region.kind === 'indicators' && region.table === table && region.moved.has(row));

/** 权重 beside 本年权重: a column of the table whose head is known, of which another was taken. */
function hasColumn(regions: readonly Region[], table: Table, row: number, column: number): boolean {
  return regions.some(
    (region) =>
      region.kind === 'indicators' &&
      region.table === table &&
      row >= region.first &&
      row < region.end &&
      knownSpans(region).some((span) => column >= span.first && column < span.end),
  );
}

const knownSpans = ({ columns }: IndicatorRegion): Span[] =>
  columns.halves.flatMap(({ spans }) => [...spans.values()].flat());

/** The nearest words left of a cell. */
export function nameOf(table: Table, row: number, i: number): string {
  for (let column = cellOf(table, i).column - 1; column >= 0; column--) {
    const { text } = cellAt(table, row, column);
    if (/[\u4e00-\u9fff]/.test(text)) return printedName(text);
  }
  return '';
}

/**
 * How many rows stand where indicators do and gave none though they hold figures: rows whose cells moved, and rows that go on below the
 * table without its columns, as where a page ended and the label beside the table was cut off.
 */
export function unreadRows(strays: readonly StrayFigure[], regions: readonly Region[]): number {
  const rows = Map.groupBy(strays, ({ table, row }) => `${table.block} ${table.index} ${row}`);
  let count = 0;
  for (const [{ table, row } = { table: null, row: 0 }] of rows.values())
    if (table !== null && (isMoved(regions, table, row) || goesOn(regions, table, row))) count++;
  return count;
}

/** Whether a row of no table could be one of the indicators above it: it names a level, or is of a grid that is narrower than theirs. */
function goesOn(regions: readonly Region[], table: Table, row: number): boolean {
  const at = regions.findIndex(
    (region) => region.kind === 'fields' && region.table === table && row >= region.first && row < region.end,
  );
  const above = regions.slice(0, Math.max(0, at)).findLast(({ kind }) => kind === 'indicators');
  if (above === undefined) return false;
  const filled = filledCells(table, row);
  if (filled.length < FEWEST_CELLS) return false;
  const narrower = above.table !== table && table.grid.columns < above.table.grid.columns;
  return narrower || filled.some((i) => levelOfName(labelOf(table, i).key) !== null);
}

/** A name, a target and points. */
const FEWEST_CELLS = 3;

/** Where recognised figures stand beside no words at all: the label of their row was lost. */
export function unnamedRows(strays: readonly StrayFigure[]): { grid: number; row: number }[] {
  return strays.flatMap(({ name, table, row }) =>
    name === '' && filledCells(table, row).some((i) => cellOf(table, i).confidence < 1)
      ? [{ grid: table.index, row }]
      : [],
  );
}

/** Figures that merged cells cover, which nobody sees and a sum may count. */
export function coveredFigures(strips: readonly Strip[]): { text: string }[] {
  return strips.flatMap(({ table, first, end }) =>
    table.grid.cells.slice(table.rowStart[first], table.rowStart[end]).flatMap(({ doubt }) => {
      const [, under = ''] = covers.exec(doubt ?? '') ?? [];
      return under.split(', ').map((text) => ({ text }));
    }),
  );
}

/** What parsers say of such cells: `parsers/cell-doubts.ts`. */
const covers = /^covers (.*)$/s;

/** A figure behind a colon, whose label is before it. */
const labelled = /[:：]\s*(\d[\d,]*(?:\.\d+)?)(?![\d.-])/u;

/** Figures behind labels in one cell that were hardly legible, so that nobody knows what they are: 直执行玄权重：10. */
export function misreadPairs(strips: readonly Strip[]): { text: string }[] {
  return strips.flatMap(({ table, first, end }) =>
    table.grid.cells.slice(table.rowStart[first], table.rowStart[end]).flatMap((cell, i) => {
      const [, text] = isUnsure(cell) ? (labelled.exec(cell.text) ?? []) : [];
      return text === undefined || table.explained[(table.rowStart[first] ?? 0) + i] ? [] : [{ text }];
    }),
  );
}

/** The figures as numbers, each once; rates are no part of any sum. */
export function unreadFigures(strays: readonly Pick<StrayFigure, 'text'>[]): number[] {
  const found = new Set<number>();
  for (const { text } of strays) {
    const { kind, value, unit } = readQuantity(text);
    if (kind === 'number' && value !== null && value !== 0 && unit !== '%') found.add(value);
  }
  return [...found].slice(0, MOST_KEPT);
}

/** Most unread figures that a filing keeps. */
const MOST_KEPT = 20;

/** Most figures that a message prints. */
const MOST_NAMED = 5;

/** Tells of figures that were left out because no label explains them. */
export function straysLeftOut(
  strays: readonly StrayFigure[],
  title: string | null,
  place: string | null,
): Issue {
  const named = strays.slice(0, MOST_NAMED).map(({ name, text }) => (name === '' ? text : `${name} ${text}`));
  const more = strays.length > MOST_NAMED;
  return {
    code: 'figures_left_out',
    message: {
      zh: `${title ?? '有一张表'}有 ${strays.length} 个数没有认得的标签说明，未记入：${named.join('、')}${more ? ' 等' : ''}`,
      en: `${strays.length} figures of ${title ?? 'a form'} stand beside no label that is known and were not recorded: ${named.join(', ')}${more ? ' …' : ''}`,
    },
    place,
  };
}
