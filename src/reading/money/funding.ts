import type { Amount, Measure, MoneyUnit } from '../../../schemas/index.ts';
import { moneyUnitIn, outlineLevel, readQuantity, readYear, stripMarks } from '../../values/index.ts';
import type { FundingField } from '../fields/field-reading.ts';
import { partsOfBasic } from '../lexicon/money-items.ts';
import { severalYears } from '../lexicon/terms.ts';
import { printedName, unspaced } from '../table/cells.ts';
import { labelOfText, moneyRole } from '../table/label.ts';
import { cellAt } from '../table/table.ts';
import { isFigureRole } from './columns/money-heads.ts';
import { budgetSideOf, isHeld, isOfFinal, sideText } from './funding-sides.ts';
import {
  addUpAbove,
  depthOf,
  hasYears,
  joinRows,
  type Placed,
  partBefore,
  partBesides,
  partSources,
  rightAbove,
  rowOf,
  rowTotals,
  setBlankParts,
  yearAlone,
} from './funding-sums.ts';
import { type AmountDraft, draftOf, readFigure } from './money.ts';

/** Reads the labelled figures of the funds: a total and its sources, below one another or side by side. */
export function readFunding(
  fields: readonly FundingField[],
  project: string | null,
  moneyUnit: MoneyUnit | null,
): AmountDraft[] {
  const placed: Placed[] = [];
  // What was spent of a sum is no other sum.
  const totals = fields.filter(({ label, rank }) => rank === 0 && !isSpending(label)).length;
  const ends = rowTotals(fields);
  for (const field of fields) {
    const ownTotal = (ends.get(rowOf(field)) ?? -1) > field.column;
    const whole = field.rank === 0 || ownTotal ? null : wholeOf(field, placed);
    const endOf = ends.get(rowOf(field)) === field.column ? partBefore(field, placed) : null;
    const measure =
      (endOf ?? rightAbove(field, placed))?.measure ??
      spentBeside(field, placed) ??
      measureOf(field, whole, totals);
    const side = sideText(field);
    const unit = unitAbove(field, placed) ?? moneyUnit;
    const quantity = readFigure(field.value, {
      measure,
      heads: [],
      label: field.label,
      side,
      moneyUnit: unit,
    });
    const place: Placed = { field, measure, whole, draft: null };
    placed.push(place);
    if (!quantity) continue;
    const item = itemOf(field);
    place.draft = draftOf(
      {
        section: sectionOf(place),
        item,
        label: field.label,
        measure,
        parent: whole ? itemOf(whole.field) : null,
        role: field.rank === 0 ? 'total' : whole ? 'part' : 'item',
        depth: depthOf(place),
        project,
      },
      quantity,
      { value: field.at, item: field.labelAt },
      field.confidence,
    );
    setShare(place.draft, field);
    place.draft.whole = whole?.draft ?? null;
    place.draft.yearPrinted = readYear(field.label) ?? whole?.draft?.yearPrinted ?? null;
  }
  joinRows(placed);
  partSources(placed);
  partBesides(placed);
  setBlankParts(placed);
  for (const place of placed) {
    if (place.field.key === '合计') addUpAbove(place, placed);
    if (place.draft?.record.measure === 'current' && hasYears(place, placed))
      place.draft.record.measure = 'total_budget';
  }
  return placed.flatMap((place) => (place.draft ? [place.draft] : []));
}

const isSpending = (label: string): boolean =>
  moneyRole(labelOfText(label.replace(/[：:][^：:]*\d.*$/, ''))) === 'executed';

/** 本年到位 | 1860 | 本年支出 | 1822.8: beside what arrived, what was spent of it. */
function spentBeside({ key, rank, row, table }: FundingField, placed: readonly Placed[]): Measure | null {
  const last = placed.at(-1);
  const beside = last?.field.table === table && last.field.row === row && last.measure === 'arrived';
  return beside && rank === 0 && /支出(?:资金|金额|数|额)?$/.test(key) ? 'executed' : null;
}

function setShare({ record }: AmountDraft, { share }: FundingField): void {
  if (share === undefined) return;
  const quantity = readQuantity(share.text.replace(/^\s*占[^\d]*/, ''), { unit: '%' });
  record.share = quantity.kind === 'number' ? quantity.value : null;
  record.share_raw = share.text.trim();
  record.source.share = share.at;
}

/** The unit that the label of an earlier sum of the block prints: 项目资金总额（万元） above 中央 | 100. */
function unitAbove(field: FundingField, placed: readonly Placed[]): MoneyUnit | null {
  const sum = placed.findLast(
    (other) => other.field.table === field.table && moneyUnitIn(other.field.label) !== null,
  );
  return sum === undefined ? null : moneyUnitIn(sum.field.label);
}

/** 资金来源：（1）政府预算资金 */
const listHead = /^(?:资金|收入|支出|预算)(?:来源|结构|构成)\s*[:：]\s*(?=[（(])/;

/** The depth that the mark of a line of funds tells: that of （1） in 1、资金来源：（1）政府预算资金. */
export function fundingLevel(label: string): number | null {
  const { rest } = stripMarks(label);
  return listHead.test(rest) ? outlineLevel(rest.replace(listHead, '')) : outlineLevel(label);
}

/** The label without its marks, its year and its unit: 2025年资金总额（万元）： is 资金总额. */
function itemOf(field: FundingField): string {
  const { rest } = stripMarks(printedName(field.label));
  return unspaced(stripMarks(rest.replace(listHead, '')).rest.replace(/\s*[:：]\s*$/, ''))
    .replace(/\s*[(（](?:万元|元|亿元)[)）]$/, '')
    .replace(/^(?:19|20)\d{2}\s*年度?\s*(?=\S)/, '');
}

/** 年度收入预算 and 年度支出预算 side by side are the make-up of a unit's income and spending; other totals are funds of a project. */
function sectionOf(place: Placed): Amount['section'] {
  let top = place;
  for (let depth = 0; top.whole && depth < 8; depth++) top = top.whole;
  if (top.field.rank > 0) return 'funding';
  const { key, stage } = top.field;
  const beside = budgetSideOf(top.field);
  if (beside !== null) return beside;
  const side =
    stage === undefined
      ? /(收入|支出)预算|预算(收入|支出)|^(?:年度|部门)(收入|支出)(?:\([万亿千]?元\))?$/
      : /^(?:本年|年度|总)?(收入|支出)/;
  const [, before, behind, alone] = side.exec(key) ?? [];
  const found = before ?? behind ?? alone;
  return found === '收入' ? 'income' : found === '支出' ? 'expenditure' : 'funding';
}

/**
 * The figure it is part of: the last of a smaller rank above it in its column, else left of it on its row, else before it; what
 * stands to the right is another list (按收入性质分 | 按支出性质分), unless it is the total.
 */
function wholeOf(field: FundingField, placed: readonly Placed[]): Placed | null {
  const marked =
    markedAbove(field, placed) ??
    basicAbove(field, placed) ??
    indentedBelow(field, placed) ??
    spanningLeft(field, placed);
  if (marked) return marked;
  const ofYear = yearAlone.test(field.key);
  // 财政补助 below 其中：个人缴费: the list goes on.
  const sibling = placed.findLast(
    ({ field: { column, table } }) => table === field.table && column === field.column,
  );
  const goesOnBelow =
    sibling?.field.row === field.row - 1 && (sibling.field.rank > 0 || headsSide(sibling.field, field));
  const before = placed.filter(
    ({ field: { alone, label, rank, row, stage, table } }) =>
      table === field.table &&
      (!alone || ofWhich.test(field.label) || goesOnBelow) &&
      rank < field.rank &&
      stage === field.stage &&
      !isOtherSide(label, field.label) &&
      !isHeld({ label, row }, field, placed) &&
      // 2026年 is no part of 2025年预算.
      !(ofYear && readYear(label) !== null),
  );
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
  const reach = ({ field: { column, rank } }: Placed): boolean => column <= field.column || rank === 0;
  return left ?? current.findLast(reach) ?? before.findLast(reach) ?? null;
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

/** The measure that a label names; a part takes that of its total. */
function measureOf(field: FundingField, whole: Placed | null, totals: number): Measure {
  if (field.stage !== undefined) return field.stage;
  if (yearAlone.test(field.key)) return 'current';
  if (field.rank > 0 && whole) return whole.measure;
  const { key } = field;
  if (field.rank > 0 && isOfFinal(field)) return 'final';
  if (budgetSideOf(field) !== null) return 'current';
  // 上年结转 is money of this year, wherever it came from.
  if (/上年|去年|前年/.test(key) && !(field.rank > 0 && /[结接]转|结余/.test(key))) return 'prior';
  if (/项目总额|总投资|总预算|概算|^(?:项目|政策|专项|实施期)总资金/.test(key) || severalYears.test(key))
    return 'total_budget';
  const role = moneyRole(labelOfText(field.label.replace(/[：:][^：:]*\d.*$/, '')));
  if (role === 'budget' && key !== '预算数') return 'current';
  if (role === 'total_budget') return totals > 1 || /规模$/.test(key) ? 'total_budget' : 'current';
  if (/^(?:当年|本年|年度|全年)/.test(key))
    return role === 'executed' || role === 'annual_budget' || role === 'arrived' ? role : 'current';
  if (isFigureRole(role) && role !== 'value' && role !== 'spend' && role !== 'fund' && role !== 'share')
    return role as Measure;
  return totals > 1 && /^(?:资金总额|总额|合计|项目资金)$/.test(key) ? 'total_budget' : 'current';
}
