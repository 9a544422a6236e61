import type { Amount, Measure, MoneyUnit } from '../../../schemas/index.ts';
import { moneyUnitIn, readQuantity, readYear, stripMarks, unspaced } from '../../values/index.ts';
import type { FundingField } from '../fields/field.ts';
import { severalYears } from '../lexicon/terms.ts';
import { printedName } from '../table/cells.ts';
import { labelOfText, moneyRole } from '../table/label.ts';
import { isFigureRole } from './columns/money-heads.ts';
import { budgetSideOf, isOfFinal, sideText } from './funding-sides.ts';
import {
  addUpAbove,
  depthOf,
  hasYears,
  joinRows,
  levelsBeside,
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
import { listHead, wholeOf } from './funding-wholes.ts';
import { type AmountDraft, draftOf, readFigure } from './money.ts';

/** Reads the labelled figures of the funds: a total and its sources, below one another or side by side. */
export function readFunding(
  fields: readonly FundingField[],
  project: string | null,
  moneyUnit: MoneyUnit | null,
): AmountDraft[] {
  const placed: Placed[] = [];
  // What was spent of a sum is no other sum, nor is that of the year before a part of several years.
  const totals = fields.filter(
    ({ label, rank }) => rank === 0 && !isSpending(label) && !beforeThis.test(label),
  ).length;
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
  levelsBeside(placed);
  partBesides(placed);
  setBlankParts(placed);
  for (const place of placed) {
    if (place.field.key === '合计') addUpAbove(place, placed);
    if (place.draft?.record.measure === 'current' && hasYears(place, placed))
      place.draft.record.measure = 'total_budget';
  }
  return placed.flatMap((place) => (place.draft ? [place.draft] : []));
}

const beforeThis = /上年|去年|前年/;

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

/** The label without its marks, its year and its unit: 2025年资金总额（万元）： is 资金总额. */
function itemOf(field: FundingField): string {
  const { rest } = stripMarks(printedName(field.label));
  return unspaced(stripMarks(rest.replace(listHead, '')).rest.replace(/\s*[:：]\s*$/, ''))
    .replace(/\s*[(（](?:[万萬亿億千]|百[万萬])?元[)）]$/, '')
    .replace(/^(?:19|20)\d{2}\s*年度?\s*(?=\S)(?!及?以[前后])/, '');
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

/** The measure that a label names; a part takes that of its total. */
function measureOf(field: FundingField, whole: Placed | null, totals: number): Measure {
  if (field.stage !== undefined) return field.stage;
  if (yearAlone.test(field.key)) return 'current';
  if (field.rank > 0 && whole) return whole.measure;
  const { key } = field;
  if (field.rank > 0 && isOfFinal(field)) return 'final';
  if (budgetSideOf(field) !== null) return 'current';
  // 上年结转 is money of this year, wherever it came from.
  if (beforeThis.test(key) && !(field.rank > 0 && /[结接]转|结余/.test(key))) return 'prior';
  if (
    /项目总额|总投资|总投入|总预算|概算|^(?:项目|政策|专项|实施期)总资金/.test(key) ||
    severalYears.test(key)
  )
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
