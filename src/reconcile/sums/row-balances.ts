import type { Amount } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { edited, type FilingContext, notEvaluated, type Outcome } from '../rule.ts';
import { type Balance, type BalanceTable, balanceTables, FUND, type Side } from './balances.ts';
import { sumEdit } from './sums.ts';

/** An equation between the sides of a balance; `signs` tells what heads beyond the sides do in it. */
interface Formula {
  left: Side;
  plus: readonly Side[];
  minus: readonly Side[];
  signs: ReadonlyMap<string, 1 | -1>;
}

/** Heads beyond the sides that are tried in a balance; each more triples the readings. */
const OTHERS_TRIED = 4;
const TAKES_OFF = /分配|收回|缴|上解|调出|核销|交回|返还|转出|划出|冲减|归还/;
const ADDS = /弥补|使用|调入|转入|划入|预算|下达|到位|安排|拨入|补助|追加/;

/**
 * Rows that print what was carried over, came in, went out and is left. Which columns beyond these take part, and with which sign,
 * the table itself tells: the reading under which most of its rows close. Where none does and such columns have figures, nothing is said.
 */
export function rowBalances(context: FilingContext): Outcome[] {
  return balanceTables(context.amounts).flatMap((table) => [
    ...byFormula(context, table, readingsOf(table)),
    ...byFormula(context, table, [NET]),
    ...byFormula(context, table, [WITH_NET]),
  ]);
}

const plain = (left: Side, plus: readonly Side[], minus: readonly Side[]): Formula => ({
  left,
  plus,
  minus,
  signs: new Map(),
});

const BASE = plain('closing', ['opening', 'income'], ['spending']);
const NET = plain('net', ['income'], ['spending']);
const WITH_NET = plain('closing', ['opening', 'net'], []);

/** 年末 = 年初 + 收入 − 支出, first as it stands, then with the other columns of the table. */
function readingsOf(table: BalanceTable): Formula[] {
  const names = othersOf(table);
  if (names.length > OTHERS_TRIED) return [BASE];
  let readings: Formula['signs'][] = [new Map()];
  for (const name of names) {
    const signs = TAKES_OFF.test(name)
      ? ([-1] as const)
      : ADDS.test(name)
        ? ([1] as const)
        : ([1, -1] as const);
    readings = readings.flatMap((reading) => [
      reading,
      ...signs.map((sign) => new Map([...reading, [name, sign]])),
    ]);
  }
  return readings.toSorted((a, b) => a.size - b.size).map((signs) => ({ ...BASE, signs }));
}

/** Heads beyond the sides under which a figure other than 0 stands. */
function othersOf(table: BalanceTable): string[] {
  const used = table.lines.flatMap(({ others }) => [...others].filter(([, { value }]) => value !== 0));
  return [...new Set(used.map(([name]) => name))];
}

interface Line {
  edit: LinearEdit;
  balance: Balance;
  closes: boolean;
  exactly: boolean;
  /** Something came in or went out: a row that only carries over fits every reading. */
  moves: boolean;
}

function byFormula(context: FilingContext, table: BalanceTable, formulas: readonly Formula[]): Outcome[] {
  const readings = formulas
    .filter((formula) => isPrinted(formula, table))
    .map((formula) => ({ formula, lines: linesOf(context, table, formula) }));
  const [bare] = readings;
  if (bare === undefined) return [];
  const best = readings.reduce((a, b) => (fitsBetter(b.lines, a.lines) ? b : a));
  if (closing(best.lines) > 0 && closing(best.lines) * 2 >= best.lines.filter(({ moves }) => moves).length) {
    return best.lines.map((line) => told(context, line, best.formula));
  }
  const whole = sidesOf(bare.formula).every((side) => table.lines.every(({ sides }) => side in sides));
  if (table.by === 'row') return bare.lines.map((line) => borneOut(context, table, line));
  if (othersOf(table).length > 0 || !whole)
    return bare.lines.map(() => notEvaluated(context.filing.filing_id, UNTOLD));
  return bare.lines.map(({ edit }) => edited({ ...edit, severity: 'warning' }));
}

const FORMULAS: readonly Formula[] = [BASE, NET, WITH_NET];
const FEWEST_OF_ALL = 5;

/** 社会保险基金: what it takes in and does not pay out it keeps, and nothing else takes part. */
export const INSURANCE = /(?:保险|社保|养老|医保|医疗|工伤|失业|生育).*基金/;

/**
 * A column that prints all five, where another of the three equations between them closes: nothing else takes part in them. Of an insurance
 * fund four are all.
 */
function borneOut(context: FilingContext, table: BalanceTable, { edit, balance }: Line): Outcome {
  const isWhole = Object.keys(balance.sides).length === FEWEST_OF_ALL;
  const lines = FORMULAS.flatMap((formula) => linesOf(context, { ...table, lines: [balance] }, formula));
  const ofFund =
    INSURANCE.test(context.filing.title ?? '') && FUND.every((side) => balance.sides[side]?.length === 1);
  return ofFund || (isWhole && lines.some(({ closes }) => closes))
    ? edited({ ...edit, severity: 'warning' })
    : notEvaluated(context.filing.filing_id, UNTOLD);
}

const UNTOLD = 'what else takes part cannot be told';
const sidesOf = ({ left, plus, minus }: Formula): Side[] => [left, ...plus, ...minus];
/** More rows close; of as many, more to the last digit. */
function fitsBetter(lines: readonly Line[], than: readonly Line[]): boolean {
  const more = closing(lines) - closing(than);
  const exact = (some: readonly Line[]): number => some.filter(({ exactly }) => exactly).length;
  return more > 0 || (more === 0 && exact(lines) > exact(than));
}

const closing = (lines: readonly Line[]): number =>
  lines.filter(({ closes, moves }) => closes && moves).length;

/** 本年预算 may stand for 本年收入; what is carried over stands in the table itself, and something comes in or goes out. */
function isPrinted(formula: Formula, table: BalanceTable): boolean {
  const has = (side: Side): boolean => table.lines.some(({ sides }) => side in sides);
  const moves = sidesOf(formula).some((side) => (side === 'income' || side === 'spending') && has(side));
  if (formula.left === 'closing' && !formula.plus.includes('net')) {
    return has('opening') && (moves || formula.signs.size > 0);
  }
  return sidesOf(formula).every(has);
}

/** A row that leaves a side blank, or has a figure in a column that the reading leaves out, is at most a warning. */
function told(context: FilingContext, { edit, balance, closes }: Line, formula: Formula): Outcome {
  if (closes) return edited(edit);
  const left = [...balance.others].some(([name, { value }]) => value !== 0 && !formula.signs.has(name));
  if (left) return notEvaluated(context.filing.filing_id, UNTOLD);
  const filled = sidesOf(formula).every((side) => side in balance.sides);
  return edited(filled ? edit : { ...edit, severity: 'warning' });
}

/** The equation of every row that says more than zeros. */
function linesOf(context: FilingContext, table: BalanceTable, formula: Formula): Line[] {
  return table.lines.flatMap((balance): Line[] => {
    const figuresOf = (sides: readonly Side[], sign: 1 | -1): Amount[] => [
      ...sides.flatMap((side) => balance.sides[side] ?? []),
      ...[...balance.others].filter(([name]) => formula.signs.get(name) === sign).map(([, other]) => other),
    ];
    const [total] = balance.sides[formula.left] ?? [];
    const plus = figuresOf(formula.plus, 1);
    const minus = figuresOf(formula.minus, -1);
    if (total === undefined || [total, ...plus, ...minus].every(({ value }) => value === 0)) return [];
    const edit = sumEdit(context, total, plus, {
      rule: 'SUM-09',
      relation: '=',
      says: saysBalance(table.by, balance.name, total, plus, minus),
      less: minus,
    });
    if (edit === null) return [];
    const of = evaluate(edit);
    const moves = [...plus, ...minus].some(
      (figure) => figure.value !== 0 && !balance.sides.opening?.includes(figure),
    );
    return [{ edit, balance, closes: of?.within === true, exactly: of?.exactly === true, moves }];
  });
}

function saysBalance(
  by: BalanceTable['by'],
  name: string,
  total: Amount,
  plus: readonly Amount[],
  minus: readonly Amount[],
): LinearEdit['says'] {
  const nameOf = (amount: Amount): string => (by === 'row' ? amount.item : headOf(amount));
  const sum = [plus.map(nameOf).join(' + '), ...minus.map(nameOf)].join(' − ');
  const zh = `${sum}应等于${nameOf(total)}`;
  const en = `${sum} should be ${nameOf(total)}`;
  if (name === '') return { zh, en };
  return by === 'row'
    ? { zh: `“${name.replaceAll(' / ', '')}”一列：${zh}`, en: `column “${name}”: ${en}` }
    : { zh: `“${name}”一行：${zh}`, en: `row “${name}”: ${en}` };
}

const headOf = ({ column_label: label }: Amount): string => (label ?? '').replaceAll(' / ', '');
