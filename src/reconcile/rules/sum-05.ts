import type { Amount } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { isInOtherUnit } from '../sums/column-units.ts';
import { givenSums } from '../sums/given-sums.ts';
import {
  isOfAllPlaces,
  isTotal,
  isTotalColumn,
  labelOf,
  lastHead,
  leavesOf,
  type Placed,
  pathOf,
  rowsOf,
  startsWith,
} from '../sums/headed-columns.ts';
import { ofWhichLines, type PartedLine } from '../sums/of-which-columns.ts';
import { plannedYears } from '../sums/planned-years.ts';
import { quarterSums } from '../sums/quarter-sums.ts';
import { runningMonths } from '../sums/running-months.ts';
import { sumEdit } from '../sums/sums.ts';
import { yearSums } from '../sums/year-sums.ts';

/** A row total is the sum of the row's columns: 合计 = 基本支出 + 项目支出, 小计 = 购置 + 运行. */
export const SUM_05: FilingRule = {
  id: 'SUM-05',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '行合计不等于该行各列之和', en: 'Row total differs from the sum of its columns' },
  explanation: {
    zh: '表头有合计、小计列时，每行的合计应等于同一表头下各列之和，某列之后的“其中”列不重复计入；各列分两组各自相加的，逐组核对；一组列以首列为该组数额的，以多数行成立为准；四行以上无一成立的，不作判断；预算安排与“其中：财政拨款”“其他资金”并列的、总投资与分年度各列并列的、全市与市本级、县区各列并列的，以多数行成立为准核对；应下达数与已下达、本次下达（清算、收回）并列的，多数行成立才核对；只填了其中一列的行，填得更全的多数行成立才核对；四个季度与全年执行数并列的，全年应等于各季度之和（各季度为累计数的除外）；分年计划列全各年（某年及以前至某年及以后）的，各年之和应等于同表所列同名总额；逐月列示当月数和累计数的，累计数应为上月累计数与当月数之和。与列合计一起构成双向核对。',
    en: 'Where the header has a total column, every row total is the sum of the columns it heads, without a column that is 其中 of the one before it, or of each group of them where they part it twice; the first column of a group stands for it where most rows say so, and where no row of four and more closes nothing is said; of 预算安排 | 其中：财政拨款 | 其他资金 and of 总投资 beside the columns of years, of 全市 beside 市本级 | 县区 it is checked where most rows close so. So is what is due to a place beside what it was given and what it gets now or has taken back. A row that fills one of the columns alone is checked where most of the fuller rows close. Four quarters beside what was spent in the year add up to it, unless each is told up to its end; years from “and before” to “and after” add up to the sum that the form prints under their name; of rows of months what is told up to each is that of the month before and its own. With the column totals it makes a two-way check.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '某行合计 100，基本支出 100，项目支出 80',
    en: 'a row total of 100 over basic 100 and projects 80',
  },
  check,
};

/** 面向中小企业预留资金 before 合计 | 一般公共预算 | 单位自筹: some of the sum, whoever pays it. */
const reserved = /^(?:其中[:：]?)?(?:面向|预留).*(?:中小|小微)企业/;

function check(context: FilingContext): Outcome[] {
  const amounts = context.amounts.filter((amount) => !reserved.test(lastHead(amount)));
  return [
    ...totalColumns(amounts.length < context.amounts.length ? { ...context, amounts } : context),
    ...ofWhichColumns(context),
    ...yearSums(context),
    ...plannedYears(context),
    ...quarterSums(context),
    ...runningMonths(context),
    ...givenSums(context),
  ];
}

function totalColumns(context: FilingContext): Outcome[] {
  if (!context.amounts.some((amount) => isTotalColumn(labelOf(amount) ?? ''))) return [];
  const tables = tablesOf(rowsOf(context.amounts));
  const lacking = [...tables.values()].some((lines) => !mostClose(context, lines));
  const wide = lacking ? tablesOf(rowsOf(context.amounts, false)) : new Map<string, Line[]>();
  const lone = [...loneLines(context, tables).values()]
    .filter((lines) => mostLoneClose(context, lines))
    .flat();
  const sums = [...tables].flatMap(([key, narrow]) => {
    const all = mostClose(context, narrow) ? undefined : wide.get(key);
    // 上年结转 is another stage of the money than 本年预算, and part of 合计 where most rows say so.
    const lines = byFirsts(context, all !== undefined && mostClose(context, all) ? all : narrow);
    if (!addsUpPlaces(context, lines)) return [];
    const runs = runsOf(context, lines);
    if (sumsNothing(context, lines, runs)) return [];
    return lines.flatMap((line) => runs(line).map((readings) => rowSum(context, line.total, readings)));
  });
  return [...sums, ...lone.map(({ total, readings }) => rowSum(context, total, readings))];
}

/**
 * 合计 | 一般公共预算 | 政府性基金 with only one of them filled: all of the row, where the rows that fill more of these columns close. By
 * the column of totals.
 */
function loneLines(
  context: FilingContext,
  tables: ReadonlyMap<string, readonly Line[]>,
): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  const closing = new Map(
    [...tables]
      .filter(([, lines]) => mostClose(context, lines))
      .map(([key, lines]) => [key, new Set(lines.flatMap(({ readings }) => readings.flat().map(columnOf)))]),
  );
  if (closing.size === 0) return found;
  for (const row of rowsOf(context.amounts, true, 2)) {
    if (row.length > 2) continue;
    const [first, second] = row.map(({ amount }) => amount);
    for (const [total, part] of [[first!, second!] as const, [second!, first!] as const]) {
      const key = keyOf(total);
      if (closing.get(key)?.has(columnOf(part)))
        entry(found, key, () => []).push({ total, readings: [[part]] });
    }
  }
  return found;
}

/** Whether most lines that say something close. */
function mostClose(context: FilingContext, lines: readonly Line[]): boolean {
  const told = lines.filter(({ total }) => total.value !== null && total.value !== 0);
  const closing = told.filter(({ readings, total }) =>
    readings.some((parts) => closesOn(context, total, parts)),
  );
  return closing.length > 1 && closing.length * 2 > told.length;
}

/** Whether most lines that fill one column alone close, or one of two: the fuller ones bear it out. */
function mostLoneClose(context: FilingContext, lines: readonly Line[]): boolean {
  const isOne =
    lines.length === 2 && lines.some(({ readings, total }) => closesOn(context, total, readings[0] ?? []));
  return isOne || mostClose(context, lines);
}

/** The lines below each column of totals, by its table and place. */
function tablesOf(rows: readonly (readonly Placed[])[]): Map<string, Line[]> {
  const tables = new Map<string, Line[]>();
  for (const row of rows) {
    for (const total of row) {
      const { amount, path } = total;
      const head = path.at(-1) ?? '';
      if (!isTotal(head) && !isOfAllPlaces(head)) continue;
      const prefix = path.slice(0, -1);
      const under = row.filter((other) => other !== total && startsWith(other.path, prefix));
      if (under.length < 2) continue;
      const readings = leavesOf(under, prefix.length);
      entry(tables, keyOf(amount), () => []).push({ total: amount, readings });
    }
  }
  return tables;
}

/** The table and the column that a total stands in. */
const keyOf = ({ source: { value } }: Amount): string => `${value?.grid}|${value?.column}`;

/** Whether a column adds up those beside it: 全市 | 市本级 | 县区 does where most lines say so, as not all of its places need stand there. */
function addsUpPlaces(context: FilingContext, lines: readonly Line[]): boolean {
  if (!lines.some(({ total }) => isOfAllPlaces(lastHead(total)))) return true;
  const closing = lines.filter(({ readings, total }) =>
    readings.some((parts) => closesOn(context, total, parts)),
  );
  return closing.length > 1 && closing.length * 2 > lines.length;
}

function ofWhichColumns(context: FilingContext): Outcome[] {
  if (!context.amounts.some((amount) => isOfWhich(amount))) return [];
  const closes = ({ parts, total }: PartedLine): boolean => closesOn(context, total, parts);
  const lines = ofWhichLines(rowsOf(context.amounts), isTotal, closes);
  return lines.map(({ parts, total }) => rowSum(context, total, [parts]));
}

/** Fewest rows that tell that a column adds up none of those beside it. */
const FEWEST_OPEN = 4;

/** Whether no row of several closes: so many slips are none, and 合计 is of something else. */
function sumsNothing(
  context: FilingContext,
  lines: readonly Line[],
  runs: (line: Line) => readonly Line['readings'][],
): boolean {
  const told = lines.filter(({ total }) => total.value !== null && total.value !== 0);
  const closes = (line: Line): boolean =>
    runs(line).some((readings) => readings.some((parts) => closesOn(context, line.total, parts)));
  return told.length >= FEWEST_OPEN && !told.some(closes) && !isInOtherUnit(told);
}

/** 自然村 over 实际安排 | 计划安排 | 奖励数: the first of a group is all of it where most rows say so, and do not as they stand. */
function byFirsts(context: FilingContext, lines: Line[]): Line[] {
  if (mostClose(context, lines)) return lines;
  const plain = ({ readings }: Line): readonly Amount[] => readings.at(-1) ?? [];
  const groupOf = ({ total }: Line, part: Amount): string =>
    pathOf(labelOf(part) ?? '')[pathOf(labelOf(total) ?? '').length - 1] ?? '';
  const first = new Map<string, number>();
  for (const line of lines)
    for (const part of plain(line)) {
      const group = groupOf(line, part);
      first.set(group, Math.min(columnOf(part), first.get(group) ?? Number.POSITIVE_INFINITY));
    }
  const firsts = lines.map((line) => {
    const parts = plain(line).filter((part) => first.get(groupOf(line, part)) === columnOf(part));
    return { total: line.total, readings: [parts] };
  });
  return mostClose(context, firsts) ? firsts : lines;
}

/** A row's total, and the figures that may add up to it. */
interface Line {
  total: Amount;
  readings: readonly (readonly Amount[])[];
}

/**
 * 合计 over 镇本级 | 各村 | 基本支出 | 项目支出 is parted twice: where most rows do not add up as they stand, and most do in every one of
 * several runs of columns, each run is a sum of its own.
 */
function runsOf(
  context: FilingContext,
  lines: readonly Line[],
): (line: Line) => readonly (readonly (readonly Amount[])[])[] {
  const whole = ({ readings }: Line): Line['readings'][] => [readings];
  if (!lines.some(({ readings: [parts = []] }) => parts.length >= FEWEST_PARTS || parts.some(isOfWhich)))
    return whole;
  const told = lines.filter(({ total }) => total.value !== null && total.value !== 0);
  const most = (closes: (line: Line) => boolean): boolean => told.filter(closes).length * 2 > told.length;
  if (most(({ total, readings }) => readings.some((parts) => closesOn(context, total, parts)))) return whole;
  const partsOf = ({ readings }: Line): readonly Amount[] => readings[0] ?? [];
  const columns = [...new Set(told.flatMap((line) => partsOf(line).map(columnOf)))].sort((a, b) => a - b);
  const runs: (readonly number[])[] = [];
  let run: number[] = [];
  for (const column of columns) {
    run.push(column);
    if (!most((line) => closesOn(context, line.total, within(partsOf(line), run)))) continue;
    runs.push(run);
    run = [];
  }
  // 货物 | 工程 | 服务 | 面向中小企业预留: what stands behind columns that close in most rows is no more of the sum.
  const isAside = run.length > 0 && runs.length > 0 && told.length > 1;
  // 其中：财政拨款 | 教育专户 need not be all of it.
  if ((run.length > 0 && !isAside) || (runs.length < 2 && !isAside))
    return told.some(({ readings }) => readings.some((parts) => parts.some(isOfWhich))) ? () => [] : whole;
  return (line) => runs.map((columns) => [within(partsOf(line), columns)]);
}

/** Fewest columns that two groups of them make. */
const FEWEST_PARTS = 3;

const isOfWhich = (part: Amount): boolean =>
  pathOf(labelOf(part) ?? '')
    .slice(-2)
    .some((head) => head.startsWith('其中'));
const columnOf = ({ source }: Amount): number => source.value?.column ?? -1;
const within = (parts: readonly Amount[], columns: readonly number[]): Amount[] =>
  parts.filter((part) => columns.includes(columnOf(part)));

function closesOn(context: FilingContext, total: Amount, parts: readonly Amount[]): boolean {
  const edit = sumEdit(context, total, parts, { rule: 'SUM-05', relation: '=' });
  return edit !== null && evaluate(edit)?.within === true;
}

function rowSum(context: FilingContext, total: Amount, readings: Line['readings']): Outcome {
  const says = {
    zh: `“${total.item}”一行的合计应等于各列之和`,
    en: `the total of row “${total.item}” should be the sum of its columns`,
  };
  const settings = { rule: 'SUM-05', relation: '=', says } as const;
  const edits = readings
    .map((parts) => sumEdit(context, total, parts, settings))
    .filter((edit) => edit !== null);
  const closing = edits.find((edit) => evaluate(edit)?.within === true) ?? edits[0];
  return closing === undefined
    ? notEvaluated(context.filing.filing_id, 'no figures to add up')
    : edited(closing);
}
