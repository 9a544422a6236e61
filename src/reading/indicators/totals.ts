import { numbersWithSlip } from '../money/columns/index-rows.ts';
import { endsBody } from '../table/row-ends.ts';
import { cellAt, cellOf, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import type { IndicatorColumns } from './columns/indicator-table.ts';

const total =
  /^(?:(?:绩效|自评|评价|考核|考评|评审|评估|综合|最终|项目|单位|部门)*(?:总分值?|总得分|总评分|得分合计|得分总计|合计得分)|总计|合计|总分合计|分值合计|分数合计|自评分合计|自评合计|最终得分|综合得分|自评得分|评价得分|综合评分|总评)(?:及(?:自评|评价)?(?:等级|等次|评级))?(?:[(（].*[)）])?[:：]?$/;

const points = /^\d+(?:\.\d+)?分?$/;

/** Whether the row adds up the points of its table: its first text is 总分, 合计 or kin, an ordinal before it, 备注 of a note that is left blank or nothing. */
export function isTotalRow(table: Table, row: number): boolean {
  const [first, second] = filledCells(table, row);
  if (first === undefined) return false;
  const { key } = labelOf(table, first);
  return (
    isTotalName(key) || (second !== undefined && before.test(key) && isTotalName(labelOf(table, second).key))
  );
}

const before = /^(?:\d{1,2}|备注)$/;

/** 自评总分（含预算执行率9.17分）, in characters. */
const LONGEST_NAME = 24;

/** Of a folded label. */
export function isTotalName(key: string): boolean {
  return key.length <= LONGEST_NAME && total.test(key);
}

/** Of a folded name that adds up the points of all rows, and never of some: 总分. */
export function isOverallName(key: string): boolean {
  return /总分|总得分|综合得分/.test(key);
}

/**
 * 合计 in the place of a second level, right of the end of the first: it adds up the rows above, and more follow. Beside no first
 * level, 总分 is of all rows, and so is the only 合计 below which no rows follow: on a page without lines it stands below whichever level
 * the middle of its cell fell to.
 */
export function isSubtotal(table: Table, row: number, topEnd: number | null): boolean {
  const [first] = filledCells(table, row);
  if (first === undefined || topEnd === null) return false;
  if (cellOf(table, first).column < topEnd) return levelSums(table, topEnd - 1).has(row);
  if (labelAt(table, row, topEnd - 1).key !== '') return true;
  return !isOverallName(labelOf(table, first).key) && !isLastAndOnly(table, row, topEnd);
}

const known = new WeakMap<Table, Map<number, ReadonlySet<number>>>();

/**
 * 合计 below the rows of each first level, as 小计 would stand there: the rows of one level are between two of them, and there are three, or
 * two and the total of them all. What adds up the levels of a project stands below several.
 */
function levelSums(table: Table, column: number): ReadonlySet<number> {
  const kept = known.get(table) ?? new Map<number, ReadonlySet<number>>();
  known.set(table, kept);
  const sums = kept.get(column) ?? new Set(findLevelSums(table, column));
  kept.set(column, sums);
  return sums;
}

function findLevelSums(table: Table, column: number): number[] {
  const found: number[] = [];
  let chain: number[] = [];
  let levels = new Set<string>();
  const close = (least: number): void => {
    if (chain.length >= least) for (const row of chain) found.push(row);
    chain = [];
    levels = new Set();
  };
  for (let row = 0; row < table.grid.rows; row++) {
    const { key } = labelAt(table, row, column);
    if (!isTotalRow(table, row)) {
      if (/^[一二三]级|^指标/.test(key)) close(3);
      else if (key !== '') levels.add(key);
    } else if (key === '合计' && levels.size === 1) {
      chain.push(row);
      levels = new Set();
    } else close(levels.size === 0 ? 2 : 3);
  }
  close(3);
  return found;
}

/** Whether no row of levels follows a total, and no other like it stands in its column above. */
function isLastAndOnly(table: Table, row: number, topEnd: number): boolean {
  const { rows } = table.grid;
  if (row + 1 < rows && !endsBody(table, row + 1, topEnd - 1)) return false;
  const { column } = cellOf(table, filledCells(table, row)[0]!);
  for (let above = 0; above < row; above++) {
    const { column: other, row: start } = cellAt(table, above, column);
    if (start === above && other === column && isTotalName(labelAt(table, above, column).key)) return false;
  }
  return true;
}

/** Of the folded name of an indicator or a level: 小计, which adds up those above. */
export function isSubtotalName(key: string): boolean {
  return /^(?:小计|合计|本级小计|得分小计|分值小计)[:：]?$/.test(key);
}

/** The rows of a table that add up its points: 总分, or a last row that holds points and no name. */
export function totalRows(table: Table, first: number, end: number, columns: IndicatorColumns): number[] {
  const rows: number[] = [];
  const top = columns.halves[0]?.levels[0]?.end ?? null;
  for (let row = first; row < end; row++)
    if (isTotalRow(table, row) && !isSubtotal(table, row, top)) rows.push(row);
  if (end > first && rows.at(-1) !== end - 1 && isBareTotal(table, end - 1, columns)) rows.push(end - 1);
  return rows;
}

/** Whether the row only numbers the columns of its table: 1 | 2 | 3, one of them perhaps wrong. */
export function numbersColumns(table: Table, row: number): boolean {
  if (numbersWithSlip(table, row)) return true;
  let numbers = 0;
  for (const i of filledCells(table, row)) {
    const { key } = labelOf(table, i);
    if (key === '栏次' || key === '行次') continue;
    numbers++;
    if (key !== String(numbers)) return false;
  }
  return numbers > 2;
}

/** Whether the row holds points and nothing else, and no level runs on beside it. */
function isBareTotal(table: Table, row: number, columns: IndicatorColumns): boolean {
  const filled = filledCells(table, row);
  if (filled.length === 0 || filled.some((i) => !points.test(labelOf(table, i).key))) return false;
  const levels = columns.halves.flatMap((half) => half.levels);
  return levels.every((span) => span === null || labelAt(table, row, span.first).key === '');
}
