import { moneyUnitIn } from '../../values/index.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import { heldAfter } from '../lexicon/money-items.ts';
import { mayBeFigure, moneyRole } from '../table/label.ts';
import { cellAt, cellIndexAt, cellOf, filledCells, labelOf, type Table } from '../table/table.ts';
import { neighbour } from './answers.ts';
import type { FieldReading, FundingField } from './field.ts';
import { LONGEST_SOURCE, namesMoney, ofWhich, printsUnit } from './funding-fields.ts';

/**
 * 基金情况（万元） down beside 本年收入 | 1563 | 本年支出 | 1284 over 其中：财政补贴收入 | 982 | 其中：养老金支出 | 1279: what comes in, goes out and
 * is left, each with its parts below it.
 */
export function rankUnderSide(table: Table, i: number, { funding }: FieldReading): number | null {
  const { key } = labelOf(table, i);
  const { column, row } = cellOf(table, i);
  const figure = neighbour(table, i);
  if (key.length > LONGEST_SOURCE || figure === null || !mayBeFigure(labelOf(table, figure))) return null;
  if (!comesOrGoes.test(key) && !stageOfSum.test(key)) return null;
  // 债券资金 beside 到位金额 | 8,000.00 in a form whose caption prints the unit: the figure or its name says that it is money.
  const isMoney = stageOfSum.test(key) || /\.\d\d$/.test(labelOf(table, figure).key);
  if (!besideMoney(table, row, column, isMoney)) return null;
  if (ofWhich.test(key)) return 1;
  const above = funding.findLast((field) => field.table === table && field.column === column);
  return above !== undefined && above.row === row - 1 && above.rank > 0 && !ofItself.test(key) ? 1 : 0;
}

/** 上年结余 | 1250 | 本年收入 | 8600 in a table that prints 年末结余 too: what a fund holds, takes in and pays out; null of any other label. */
export function rankOfBalance(table: Table, i: number): number | null {
  const { key } = labelOf(table, i);
  if (!(heldBefore.test(key) || movesIn.test(key)) || !holdsBalance(table)) return null;
  const figure = neighbour(table, i);
  return figure !== null && mayBeFigure(labelOf(table, figure)) ? 0 : null;
}

/** Whether a table says both what a fund held before and what it holds in the end; asked for each label of the table. */
function holdsBalance(table: Table): boolean {
  const known = balanced.get(table);
  if (known !== undefined) return known;
  const keys = table.grid.cells.map((_, i) => labelOf(table, i).key);
  const found =
    keys.some((key) => heldBefore.test(key)) && keys.some((key) => heldAfter.test(key) && !/预计/.test(key));
  balanced.set(table, found);
  return found;
}

const balanced = new WeakMap<Table, boolean>();
const heldBefore =
  /^(?:上年末?|上年度末?|年初|期初)(?:基金)?(?:累计|滚存)*(?:结余|结转结余|结转和结余|结存)$/;
const movesIn = /^(?:本年|本年度|当年|本期)(?:基金)?(?:收入|支出)(?:合计)?$/;
const comesOrGoes = /(?:收入|支出|结余|结转|余额|收益)$/;

const stageOfSum =
  /^(?:已|累计|实际|本年|当年|计划|本年度)?(?:发行|到位|支出|支付|拨付|使用|安排|下达)(?:额度?|金额|资金|规模)$/;

/** What no list of parts goes on with. */
const ofItself = /^(?:上年|以前年度|历年|本年|当年|年初|年末|期初|期末|滚存|累计|总)/;

/**
 * 项目资金（万元） down beside 年度资金总额 | 300 over 东西部协作资金 | 80 and 门票收入 | 20: whatever goes on below in the list is a source,
 * by whatever name.
 */
export function rankGoingOn(
  table: Table,
  i: number,
  role: FieldRole | null,
  { funding }: FieldReading,
): number | null {
  const label = labelOf(table, i);
  const { column, row } = cellOf(table, i);
  const unnamed = role === null && (moneyRole(label) === null || moneyRole(label) === 'fund');
  if (!unnamed || label.figure || label.void || label.key.length > LONGEST_SOURCE) return null;
  const above = funding.findLast((field) => field.table === table && field.column === column);
  if (above === undefined || above.row !== row - 1 || above.stage !== undefined) return null;
  const figure = neighbour(table, i);
  if (figure === null || !labelOf(table, figure).figure) return null;
  if (goesOnWithParts(table, i, funding)) return Math.max(1, above.rank);
  // 专款安排 | 0 | 执法补助 | 0 below 资金合计 | 620 | 财力安排 | 580
  if (neighbour(table, figure) !== null)
    return !comesOrGoes.test(label.key) && above.rank < 2 && isPaired(table, row) ? 1 : null;
  return besideMoney(table, row, column) ? Math.max(1, above.rank) : null;
}

/** 利息收入 | 840 below 其中：个人缴费 | 15280 and 财政补助 | 26740: the list that 其中 began goes on, until a sum prints its unit. */
function goesOnWithParts(table: Table, i: number, funding: readonly FundingField[]): boolean {
  const { column, row } = cellOf(table, i);
  if (printsUnit(table, i) || ofItself.test(labelOf(table, i).key)) return false;
  const own = funding.filter((field) => field.table === table && field.column === column);
  // 项目收益（万元） left of it begins another list.
  const beside = column === 0 ? null : cellIndexAt(table, row, column - 1);
  if (beside !== null && !labelOf(table, beside).figure && cellIndexAt(table, row - 1, column - 1) !== beside)
    return false;
  for (let above = row - 1; ; above--) {
    const field = own.findLast((each) => each.row === above);
    if (field === undefined || field.rank === 0) return false;
    if (ofWhich.test(labelOf(table, cellIndexAt(table, above, column)).key)) return true;
  }
}

/** Whether a row holds names of money and figures by turns. */
function isPaired(table: Table, row: number): boolean {
  const labels = filledCells(table, row).map((k) => labelOf(table, k));
  const from = labels.findIndex(({ figure }) => figure) - 1;
  const pairs = labels.slice(Math.max(0, from));
  return (
    from >= 0 &&
    pairs.length > 3 &&
    pairs.length % 2 === 0 &&
    pairs.every(({ figure, key }, at) => (at % 2 === 1 ? figure : namesMoney.test(key)))
  );
}

/** Whether a label runs down left of the row that says what its figures are, with their unit. */
function besideMoney(table: Table, row: number, column: number, isMoney = false): boolean {
  for (let left = column - 1; left >= 0; left--) {
    const { rowSpan, text } = cellAt(table, row, left);
    if (
      rowSpan > 1 &&
      /资金|基金|收支|经费|预算|决算|债券|融资|投资/.test(text) &&
      (isMoney || moneyUnitIn(text) !== null)
    )
      return true;
  }
  return false;
}
