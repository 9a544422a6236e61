import type { Amount } from '../../../schemas/index.ts';
import { isMost } from '../edits/most-rows.ts';
import { placesOf } from '../facts/exact.ts';
import { unitSize } from '../facts/units.ts';
import { entry } from '../remembered.ts';
import { isExecutionRate } from '../rules/execution-rate.ts';
import { PER_HEAD } from './amount-columns.ts';

/** A row or a column of a table: its figures by where they stand along it. */
export interface Line {
  name: string;
  cells: ReadonlyMap<number, Amount>;
}

/** A line of rates, and the two lines that most of it is the quotient of. */
export interface Quotient {
  target: Line;
  of: Line;
  over: Line;
  /** How many of its cells say so beyond chance. */
  witnesses: number;
}

/** Most rows or columns of a table that are tried with each other. */
const MOST_LINES = 60;
/** Fewest cells that bear witness. */
const FEWEST = 2;
/** Cells after which a pair of lines that most of them do not fit is given up: tables may have many thousand rows. */
const ENOUGH = 30;

/**
 * The lines of rates and means per head that are quotients of two others, by rows and by columns of each table; of rates of execution beside
 * what was spent those that hold one which their own line leaves untold.
 */
export function quotientLines(amounts: readonly Amount[], untold: ReadonlySet<Amount>): Quotient[] {
  if (!amounts.some((amount) => mayBeTarget(amount))) return [];
  const spent = new Set(amounts.filter(({ measure }) => DONE.has(measure)).map(rowOf));
  const open = new Set([...untold].flatMap((rate) => [rowOf(rate), columnOf(rate)]));
  const isOpen = (amount: Amount): boolean => open.has(columnOf(amount)) || open.has(rowOf(amount));
  const isTarget = (amount: Amount): boolean =>
    mayBeTarget(amount) && (!(isExecutionRate(amount) && spent.has(rowOf(amount))) || isOpen(amount));
  const grids = new Map<number, Amount[]>();
  for (const amount of amounts) {
    const { value } = amount.source;
    if (amount.value === null || value?.grid == null) continue;
    entry(grids, value.grid, (): Amount[] => []).push(amount);
  }
  return [...grids.values()].flatMap((cells) => [
    ...quotientsAmong(linesOf(cells, 'column', 'row', lastHead), isTarget),
    ...quotientsAmong(
      linesOf(cells, 'row', 'column', ({ item }) => item),
      isTarget,
    ),
  ]);
}

const lastHead = ({ column_label: head, item }: Amount): string => head?.split(' / ').at(-1) ?? item;

function linesOf(
  cells: readonly Amount[],
  by: 'row' | 'column',
  along: 'row' | 'column',
  nameOf: (amount: Amount) => string,
): Line[] {
  const lines = new Map<number, { name: string; cells: Map<number, Amount> }>();
  for (const amount of cells) {
    const { [along]: at, [by]: line } = amount.source.value ?? {};
    if (at == null || line == null) continue;
    entry(lines, line, () => ({ name: nameOf(amount), cells: new Map<number, Amount>() })).cells.set(
      at,
      amount,
    );
  }
  return lines.size > MOST_LINES ? [] : [...lines.values()];
}

function quotientsAmong(lines: readonly Line[], isTarget: (amount: Amount) => boolean): Quotient[] {
  const targets = lines.filter(({ cells }) => cells.size > FEWEST && [...cells.values()].every(isTarget));
  const others = lines.filter(({ cells }) => cells.size > FEWEST && ![...cells.values()].some(isTarget));
  return targets.flatMap((target) => {
    const found = bestOf(target, others);
    return found === null ? [] : [found];
  });
}

/** The pair of lines with which most cells close; null where too few do, or another pair closes as many. */
function bestOf(target: Line, others: readonly Line[]): Quotient | null {
  let best: (Quotient & { closing: number }) | null = null;
  let rivals = 0;
  for (const of of others)
    for (const over of others) {
      if (of === over) continue;
      const { closing, tried, witnesses } = tryPair(target, of, over);
      if (witnesses < FEWEST || !isMost(closing, tried)) continue;
      if (best !== null && closing === best.closing) rivals++;
      if (best !== null && closing <= best.closing) continue;
      best = { target, of, over, witnesses, closing };
      rivals = 0;
    }
  return best === null || rivals > 0 ? null : best;
}

function tryPair(target: Line, of: Line, over: Line): { closing: number; tried: number; witnesses: number } {
  let closing = 0;
  let tried = 0;
  let witnesses = 0;
  for (const [at, rate] of target.cells) {
    const [top, bottom] = [of.cells.get(at), over.cells.get(at)];
    if (top === undefined || bottom === undefined) continue;
    tried++;
    const isKept = kept(rate, top, bottom);
    if (isKept) closing++;
    if (isKept) witnesses += weightOf(rate);
    if (tried >= ENOUGH && !isMost(closing, tried)) break;
  }
  return { closing, tried, witnesses };
}

/** A rate of three digits is no chance, two of two digits are as little; 0 and 100% say nothing. */
function weightOf({ raw, value }: Amount): number {
  const digits = raw.replace(/^[^\d]*0*\.?0*/, '').replace(/\D/g, '').length;
  if (value === 0 || value === 100 || digits < 2) return 0;
  return digits > 2 ? 1 : 0.5;
}

/** 100% of what is more than all. */
export function isCapped(rate: Amount, top: Amount, bottom: Amount): boolean {
  const worth = ({ unit, value }: Amount): number => (value ?? 0) * Number(unitSize(unit));
  return rate.unit === '%' && rate.value === 100 && worth(bottom) > 0 && worth(top) > worth(bottom);
}

/**
 * Whether a rate is the quotient of two figures, as exactly as the three are printed. It says which lines belong together; whether a
 * rate is right is worked out exactly.
 */
function kept(rate: Amount, top: Amount, bottom: Amount): boolean {
  const a = (top.value ?? 0) * Number(unitSize(top.unit));
  const b = (bottom.value ?? 0) * Number(unitSize(bottom.unit));
  if (b === 0) return a === 0 && rate.value === 0;
  const scale = rate.unit === '%' ? 100 : 1 / Number(unitSize(rate.unit));
  const quotient = (a / b) * scale;
  if (isCapped(rate, top, bottom)) return true;
  const open = Math.abs(quotient) * (share(top) + share(bottom));
  return Math.abs(quotient - (rate.value ?? 0)) <= 0.5 * 10 ** -placesOf(rate.raw) * (1 + 1e-9) + open;
}

/** Half a unit in the last place of a figure, as a part of it: what its print leaves open. Persons are whole. */
function share({ raw, unit, value }: Amount): number {
  const whole = unit !== null && !/元|%/.test(unit) && placesOf(raw) === 0;
  return whole || value === null || value === 0 ? 0 : (0.5 * 10 ** -placesOf(raw)) / Math.abs(value);
}

const DONE: ReadonlySet<Amount['measure']> = new Set(['executed', 'final']);
const rowOf = ({ source: { value } }: Amount): string => `${value?.grid}|${value?.row}`;
const columnOf = ({ source: { value } }: Amount): string => `${value?.grid}||${value?.column}`;

/** Rates and means that no other rule works out; what was spent of a budget is another rule's where its row says what was spent. */
function mayBeTarget(amount: Amount): boolean {
  const { column_label: head, item, measure } = amount;
  const label = `${head ?? ''}${item}`;
  // 三公经费 in a column of 控制率 is what the rate is of; a row of 三公经费控制率 has a rule of its own.
  if (measure === 'rate') return !ofOthers.test(head ?? '') && !(ofOthers.test(item) || ownRules.test(item));
  return amount.unit !== null && /元/.test(amount.unit) && PER_HEAD.test(label);
}

const ofOthers = /增(?:减|长|幅)|降幅|变动(?!预算)|变化|同比|[比较]上年|预计/;
const ownRules = /控制率|三公.*率/;
