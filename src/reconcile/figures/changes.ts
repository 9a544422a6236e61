import type { Amount } from '../../../schemas/index.ts';
import { closedUp, nameColumn, normalised } from '../keys.ts';
import { entry } from '../remembered.ts';

/** A printed change from year to year, and the two figures of its line. */
export interface Change {
  printed: Amount;
  current: Amount;
  previous: Amount;
}

/** Tells whether a printed change fits two figures; null where it cannot be told. */
export type Fits = (change: Change) => boolean | null;

/** Heads of columns that compare years: 比上年增长%, 增减额, 同比. An adjustment of the budget is none. */
const OF_CHANGE = /增减|^增加(?:额|值|数|金额)?$|增（减）|差异率|增长|增幅|变动|同比|(?:比|较)(?:上年|去年)/;
const OF_ADJUSTMENT = /调整|追加|追减/;

/**
 * The printed changes of a table with the figures that they compare. Which of several columns are meant, the table itself tells:
 * those two with which most of its lines close. Where none do and several could be meant, nothing is said.
 */
export function changesOf(amounts: readonly Amount[], measure: 'rate' | 'adjustment', fits: Fits): Change[] {
  const changes: Change[] = [];
  for (const column of columnsOf(amounts, measure)) {
    const pairs = pairsOf(column);
    let best: { changes: Change[]; closing: number } | null = null;
    for (const pair of pairs) {
      const verdicts = pair.map(fits).filter((verdict) => verdict !== null);
      const closing = verdicts.filter(Boolean).length;
      if (closing > (best?.closing ?? 0) && closing * 2 >= verdicts.length) best = { changes: pair, closing };
    }
    // What was done against what was planned: meant only where the lines say so.
    const ofYears = pairs.filter((pair) => !pair.some(isOfPlan));
    const only =
      ofYears.length === 1 && !ofYears[0]?.some(({ printed }) => isOfKind(printed)) ? ofYears[0] : undefined;
    const chosen = best?.changes ?? only;
    changes.push(...(chosen ?? []));
  }
  for (const row of rowsOf(amounts, measure)) changes.push(...changesOfRow(row, fits));
  return changes;
}

/** Fewest figures of a row of changes, of which more than half have to close: nothing in their column says that they are changes. */
const FEWEST_OF_ROW = 3;

/** 2031年 | 2032年 | 2032年比2031年增减% down beside the kinds of spending: what each changed by stands below its years. */
function changesOfRow(row: readonly Line[], fits: Fits): Change[] {
  const pairs = pairsOf(row, rowOf).map((pair) => ({
    pair,
    closing: pair.filter((change) => fits(change) === true),
  }));
  const best = pairs.toSorted((a, b) => b.closing.length - a.closing.length)[0];
  if (best === undefined || best.pair.length < FEWEST_OF_ROW) return [];
  return best.closing.length * 2 > best.pair.length ? best.pair : [];
}

/** The lines of each row that holds nothing but changes, a row a list. */
function rowsOf(amounts: readonly Amount[], measure: 'rate' | 'adjustment'): Line[][] {
  const printed = amounts.filter((amount) => amount.measure === measure && !comparesYears(amount));
  if (printed.length < FEWEST_OF_ROW) return [];
  const below = (amount: Amount): string =>
    `${amount.source.value?.grid}|${amount.source.value?.column}|${amount.item}|${amount.parent ?? ''}`;
  const years = Map.groupBy(
    amounts.filter(({ measure: own }) => own !== 'rate' && own !== 'adjustment'),
    below,
  );
  const rows = new Map<string, Line[]>();
  for (const amount of printed) {
    const figures = years.get(below(amount)) ?? [];
    if (figures.length < 2 || figures.length > MOST_YEARS || amount.value === null) continue;
    const { grid, row } = amount.source.value ?? {};
    entry(rows, `${grid}|${row}`, (): Line[] => []).push({ printed: amount, figures });
  }
  return [...rows.values()];
}

/** Most rows of years in one table. */
const MOST_YEARS = 20;

/** 增减情况 over 人员经费 | 公用经费: how much each of them changed, which the figures of another need not tell. */
function isOfKind({ column_label: label }: Amount): boolean {
  const [last = '', ...above] = (label ?? '').split(' / ').map(normalised).reverse();
  return above.some((head) => OF_CHANGE.test(head)) && !OF_CHANGE.test(last) && !ofWhole.test(last);
}

const ofWhole =
  /^(?:金额|数额|数|额|合计|小计|总计|幅度|比例|比率|百分比|绝对数|相对数|率)?(?:（[^（）]*）|%|％)?$/;

interface Line {
  printed: Amount;
  figures: Amount[];
}

/** The lines of each column of changes, one column a list. */
function columnsOf(amounts: readonly Amount[], measure: 'rate' | 'adjustment'): Line[][] {
  const printed = amounts.filter((amount) => amount.measure === measure && comparesYears(amount));
  if (printed.length === 0) return [];
  const rows = new Map<string, Amount[]>();
  for (const amount of amounts) {
    // 住院率 | 14.2 | 13.8 | -0.4 under years: the difference of two rates, and none of what else a rate may be of.
    const isFigure =
      amount.measure === 'rate' && measure === 'adjustment' && !OF_RATE.test(closedUp(amount.column_label));
    if ((amount.measure === 'rate' && !isFigure) || amount.measure === 'adjustment') continue;
    entry(rows, lineOf(amount), () => []).push(amount);
  }
  const columns = new Map<string, Line[]>();
  for (const amount of printed) {
    const figures = rows.get(lineOf(amount)) ?? [];
    if (figures.length < 2 || amount.value === null) continue;
    const key = `${amount.source.value?.grid}|${normalised(amount.column_label)}`;
    const lines = columns.get(key);
    if (lines === undefined) columns.set(key, [{ printed: amount, figures }]);
    else lines.push({ printed: amount, figures });
  }
  return [...columns.values()];
}

function comparesYears({ column_label: label }: Amount): boolean {
  return OF_CHANGE.test(closedUp(label)) && !OF_ADJUSTMENT.test(closedUp(label));
}

function lineOf(amount: Amount): string {
  const { item, parent, source } = amount;
  return `${source.value?.grid}|${source.value?.row}|${nameColumn(amount)}|${item}|${parent ?? ''}`;
}

/** Every two columns of which one is of an earlier year, with the lines that have both. */
function pairsOf(lines: readonly Line[], nameOf: (figure: Amount) => string = headOf): Change[][] {
  const pairs = new Map<string, Change[]>();
  for (const { printed, figures } of lines) {
    for (const current of figures) {
      for (const previous of figures) {
        if (
          ofKind(previous) !== ofKind(current) ||
          (ofKind(current) === 'rate' && printed.unit !== current.unit)
        )
          continue;
        if (
          !isEarlier(previous, current) &&
          !isOfPlan({ previous, current }) &&
          !isOpening(previous, current)
        )
          continue;
        const key = `${nameOf(current)}|${nameOf(previous)}`;
        const pair = pairs.get(key);
        const change = { printed, current, previous };
        if (pair === undefined) pairs.set(key, [change]);
        else pair.push(change);
      }
    }
  }
  return [...pairs.values()];
}

const headOf = ({ column_label: label }: Amount): string => normalised(label);
const rowOf = ({ source }: Amount): string => String(source.value?.row);

/** Counts and rates are compared among themselves. */
const ofKind = ({ measure }: Amount): 'count' | 'rate' | 'money' =>
  measure === 'count' || measure === 'rate' ? measure : 'money';

/** A head that says of what its figures are rates. */
const OF_RATE = /[率%‰]|比[重例]|占|幅|进度/;

const PLANNED: ReadonlySet<Amount['measure']> = new Set(['initial_budget', 'annual_budget', 'budget']);
const DONE: ReadonlySet<Amount['measure']> = new Set(['final', 'executed']);

/** 年初预算数 | 决算数 | 增减额 | 增减率: two figures of one year. */
function isOfPlan({ previous, current }: Pick<Change, 'previous' | 'current'>): boolean {
  if (previous.value === null || current.value === null || previous.year !== current.year) return false;
  return PLANNED.has(previous.measure) && DONE.has(current.measure);
}

/** 年初数 | 年末数 | 增减额: what stood at both ends of the year. */
function isOpening(previous: Amount, current: Amount): boolean {
  const [first, last] = [previous, current].map(({ column_label: head }) =>
    normalised(head?.split(' / ').at(-1)),
  );
  if (previous.value === null || current.value === null || previous.measure !== current.measure) return false;
  return (
    /^(?:本?年|期)初(?:余额|数|额|数量|价值|账面)*$/.test(first ?? '') &&
    /^(?:本?年|期)末(?:余额|数|额|数量|价值|账面)*$/.test(last ?? '')
  );
}

function isEarlier(previous: Amount, current: Amount): boolean {
  if (previous.value === null || current.value === null) return false;
  if (previous.year !== null && current.year !== null) return previous.year < current.year;
  return previous.measure === 'prior' && current.measure !== 'prior';
}
