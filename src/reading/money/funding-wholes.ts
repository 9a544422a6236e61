import { moneyUnitIn, outlineLevel, readYear, stripMarks } from '../../values/index.ts';
import { neighbour } from '../fields/answers.ts';
import type { FundingField } from '../fields/field.ts';
import { partsOfBasic } from '../lexicon/money-items.ts';
import { cellAt, cellIndexAt, cellOf, labelOf } from '../table/table.ts';
import { isHeld } from './funding-sides.ts';
import { type Placed, yearAlone } from './funding-sums.ts';

/** 资金来源：（1）政府预算资金 */
export const listHead = /^(?:资金|收入|支出|预算)(?:来源|结构|构成)\s*[:：]\s*(?=[（(])/;

/** The depth that the mark of a line of funds tells: that of （1） in 1、资金来源：（1）政府预算资金. */
export function fundingLevel(label: string): number | null {
  const { rest } = stripMarks(label);
  return listHead.test(rest) ? outlineLevel(rest.replace(listHead, '')) : outlineLevel(label);
}

/**
 * The figure it is part of: the last of a smaller rank above it in its column, else left of it on its row, else before it; what
 * stands to the right is another list (按收入性质分 | 按支出性质分), unless it is the total.
 */
export function wholeOf(field: FundingField, placed: readonly Placed[]): Placed | null {
  const marked =
    markedAbove(field, placed) ??
    basicAbove(field, placed) ??
    indentedBelow(field, placed) ??
    spanningLeft(field, placed);
  if (marked) return marked;
  const ofYear = yearAlone.test(field.key);
  const years = yearOfSources(field, placed);
  if (years !== null) return years.whole;
  // 财政补助 below 其中：个人缴费: the list goes on.
  const sibling = placed.findLast(
    ({ field: { column, table } }) => table === field.table && column === field.column,
  );
  const goesOnBelow =
    sibling?.field.row === field.row - 1 && (sibling.field.rank > 0 || headsSide(sibling.field, field));
  const candidates = placed.filter(
    ({ field: { alone, label, rank, row, stage, table } }) =>
      table === field.table &&
      // 项目总收益 | 68 over 2031年 | 8 | 2032年 | 60: what each year has of it, whatever else it is.
      (!alone || ofYear || ofWhich.test(field.label) || goesOnBelow) &&
      rank < field.rank &&
      stage === field.stage &&
      !isOtherSide(label, field.label) &&
      !isHeld({ label, row }, field, placed) &&
      // 2026年 is no part of 2025年预算.
      !(ofYear && readYear(label) !== null),
  );
  const listFrom = rowOfSources(field);
  const listed = candidates.filter((other) => other.field.row >= listFrom || isOfAll(other));
  const before = listed.length > 0 ? listed : candidates;
  // 财政拨款：80万元（其中：上级60万元，本级20万元）, whatever stands above the cell.
  const inCell = before.findLast(
    (other) => other.field.column === field.column && other.field.row === field.row,
  );
  if (inCell) return inCell;
  const above = before.findLast(
    (other) => other.field.column === field.column && other.field.row < field.row,
  );
  // 年度资金总额 | 480 | 其中：市级财政 | 380 below the list of another total: a later total stands left of it.
  const later = before.findLast(
    ({ field: { column, rank, row } }) =>
      rank === 0 && column < field.column && row <= field.row && row > (above?.field.row ?? row),
  );
  if (later) return later;
  if (above) return beside(field, above);
  const left = before.findLast((other) => other.field.row === field.row && other.field.column < field.column);
  // 资金总额 | 1500 | 上年度资金总额 | 1380 over the sources: they are those of this year.
  const current = before.filter(({ measure }) => measure !== 'prior');
  const reach = ({ field: other }: Placed): boolean =>
    other.column <= field.column || (other.rank === 0 && !isBelowUnread(field, other, placed));
  return left ?? current.findLast(reach) ?? before.findLast(reach) ?? null;
}

/** Whether a sum is neither some of another nor what was spent of it. */
const isOfAll = ({ field, measure }: Placed): boolean => !ofWhich.test(field.label) && measure !== 'executed';

/**
 * 资金来源 beside 资本金 | 400 | 专项债券 | 3040, below 总投资 | 3440 | 其中：已到位 | 2200, or below 合同金额 | 386 | 已支付 | 347: the row where a list of
 * all sources begins; -1 where none does.
 */
function rowOfSources({ column, row, table }: FundingField): number {
  for (let left = column - 1; left >= 0; left--) {
    const i = cellIndexAt(table, row, left);
    if (/^(?:项目|投资)?(?:资金|经费|投资)(?:来源|构成|筹措)/.test(labelOf(table, i).key))
      return cellOf(table, i).row;
  }
  return -1;
}

/**
 * 2031年资金来源 beside 市级财政 | 2000 below 实施期总额 | 9600 and 2030年 | 3000 over 2031年 | 3200: the sources are those of the year named, and of
 * no other where 本年资金来源 does not say which; null where no such list begins left of the figure.
 */
function yearOfSources(
  { column, row, table }: FundingField,
  placed: readonly Placed[],
): { whole: Placed | null } | null {
  const years = placed.filter(({ field }) => field.table === table && yearAlone.test(field.key));
  if (years.length < 2) return null;
  for (let left = column - 1; left >= 0; left--) {
    const { key } = labelOf(table, cellIndexAt(table, row, left));
    const [, said] = /^((?:19|20)\d\d年度?|本年度?|当年)(?:资金|经费|投资)(?:来源|构成|筹措)/.exec(key) ?? [];
    if (said === undefined) continue;
    const year = readYear(said);
    return { whole: years.find(({ field }) => year !== null && readYear(field.key) === year) ?? null };
  }
  return null;
}

/** 某某额 | 570 | 实际到位资金 | 398 over 省财政 | 570 | 省财政 | 398: a sum that is not known stands above, and the one right of it has other parts. */
function isBelowUnread(
  { column, table }: FundingField,
  { row }: FundingField,
  placed: readonly Placed[],
): boolean {
  const above = cellIndexAt(table, row, column);
  const beside = neighbour(table, above);
  return (
    beside !== null &&
    labelOf(table, beside).figure &&
    !labelOf(table, above).figure &&
    !placed.some(({ field }) => field.table === table && field.row === row && field.column === column)
  );
}

/** 年度支出（万元） | 4620 over 基本支出 | 2760: what goes out in all, and what for. */
const headsSide = (above: FundingField, { key, label }: FundingField): boolean =>
  /支出$/.test(above.key) && /支出$/.test(key) && moneyUnitIn(label) === null;

const ofWhich = /^\s*其\s*中\s*[:：]?/;

/** 专项债券融资 | 27000 merged down beside 其中：已发行 | 12000 over 本年拟发行 | 15000: a sum that runs down beside its parts. */
function spanningLeft(
  { column, label, rank, row, table }: FundingField,
  placed: readonly Placed[],
): Placed | null {
  const left = placed.findLast(({ field }) => {
    if (field.table !== table || field.column >= column || field.row > row) return false;
    if (isOtherSide(field.label, label)) return false;
    const { rowSpan } = cellAt(table, field.row, field.column);
    return rowSpan > 1 && rowSpan > cellAt(table, row, column).rowSpan && field.row + rowSpan > row;
  });
  // 项目总额 | 640 down beside 当年预算 | 320 over 其中：财政资金 | 300: part of the sum right above it.
  const ofAbove = placed.some(
    ({ field }) =>
      field.table === table &&
      field.column === column &&
      field.row < row &&
      field.rank < rank &&
      field.row >= (left?.field.row ?? row),
  );
  return ofAbove ? null : (left ?? null);
}

const notOfBudget = /^(?:其[他它](?:来源)?资金|(?:单位)?自[有筹]资金|社会资金|银行贷款)$/;

/** 自有资金 | 160 over a blank and 事业收入 | 100: a line that begins a column further right is part of the last one that does not. */
function indentedBelow(
  { column, key, rank, row, table }: FundingField,
  placed: readonly Placed[],
): Placed | null {
  if (rank === 0 || column === 0) return null;
  const above = placed.findLast(({ field }) => field.table === table && field.column < column);
  if (!above?.draft || above.field.column !== column - 1 || above.field.row >= row) return null;
  // 其中：财政拨款 merged over the column of 其他资金 below it, or a source that no budget gives: they stand side by side.
  if (cellAt(table, above.field.row, column - 1).columnSpan > 1) return null;
  if (/财政/.test(above.field.key) && notOfBudget.test(key)) return null;
  for (let between = above.field.row + 1; between <= row; between++) {
    const cell = cellAt(table, between, column - 1);
    if (cell.text.trim() !== '' || cell.columnSpan > 1) return null;
  }
  return above;
}

/** （一）基本支出 over 其中：人员经费 and 公用经费: the row right above, or the last part of it. */
function basicAbove({ column, key, row, table }: FundingField, placed: readonly Placed[]): Placed | null {
  if (!partsOfBasic.test(key)) return null;
  const above = placed.findLast(({ field }) => field.table === table && field.column === column);
  if (above === undefined || above.field.row !== row - 1) return null;
  const basic = partsOfBasic.test(above.field.key) ? above.whole : above;
  return basic !== null && /^(?:其中[:：])?基本支出$/.test(basic.field.key) ? basic : null;
}

/** 其他收入 140.00 merged down beside 项目支出 1,080.00: what goes out is no part of what comes in. */
function isOtherSide(one: string, other: string): boolean {
  const [left, right] = [one, other].map((label) => /(收入|支出)(?=[^\p{Script=Han}]*$)/u.exec(label)?.[1]);
  return left !== undefined && right !== undefined && left !== right;
}

/** 2.项目支出 over （1）法律援助 and （2）社区矫正: the line of the next higher mark in the column. */
function markedAbove({ column, label, row, table }: FundingField, placed: readonly Placed[]): Placed | null {
  const own = fundingLevel(label);
  if (own === null) return null;
  const above = placed.findLast(({ field }) => {
    const level = field.table === table && field.column === column ? fundingLevel(field.label) : null;
    return level !== null && level < own && field.row < row;
  });
  return above ?? null;
}

/** 公共财政拨款 over 政府性基金拨款: the second is no part of the first. */
function beside({ key }: FundingField, above: Placed): Placed {
  const other = /^(?:政府性基金|国有资本经营|财政专户|纳入专户|社会保险基金)/.test(key);
  return other && above.whole !== null && /^(?:一般)?公共(?:财政|预算)/.test(above.field.key)
    ? above.whole
    : above;
}
