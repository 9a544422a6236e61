import type { Filing, Indicator, Quantity } from '../../../schemas/index.ts';
import { divideDown, divideUp, type Exact, exact, halfUnit, ONE, placesOf } from '../facts/exact.ts';
import { isCountedWhole, moneySize, unitSize } from '../facts/units.ts';
import { keptWith } from '../remembered.ts';
import { fewerIsBetter, plainUnit, pointsWrong } from './direction.ts';

/** Which way is better: `more` ≥, `less` ≤, `hit` the value itself. */
export type Direction = 'more' | 'less';

/** What became of a quantitative target. Values are scaled to one base unit. */
export interface Achievement {
  row: Indicator;
  target: Quantity;
  actual: Quantity;
  direction: Direction;
  /** The form prints a sign, and one that makes sense, so that the direction is not ours. */
  signed: boolean;
  met: boolean;
  /** Target and actual in the same unit. */
  wanted: Exact;
  reached: Exact;
  /** Half of the last places printed of both, in that unit. */
  slack: { wanted: Exact; reached: Exact };
}

/** A form that is filled in during the year: 绩效运行监控表（1-7月）. */
export const isOfPartOfYear = ({ title }: Filing): boolean => PART_OF_YEAR.test(title ?? '');

const PART_OF_YEAR = /监控|监测|上半年|半年度?[）)]|(?<!\d)1月?\s*[-—–~至]\s*(?!12)\d{1,2}月/;

/** What became of each indicator of a form, in its order; worked out once for all rules. */
export const achievementsOf = keptWith((indicators: readonly Indicator[]): readonly (Achievement | null)[] =>
  indicators.map(achievementOf),
);

/** How an indicator did; null where target or actual is no plain number or their units do not compare. */
export function achievementOf(row: Indicator): Achievement | null {
  const { target, actual } = row;
  if (target === null || actual === null) return null;
  if (target.kind !== 'number' || actual.kind !== 'number') return null;
  if (target.value === null || actual.value === null) return null;
  const sizes = commonUnit(target, actual);
  if (sizes === null) return null;
  const wanted = exact(target.value) * sizes.target;
  const reached = exact(actual.value) * sizes.actual;
  const signed = target.op !== null && target.op !== '=' && !pointsWrong(row);
  const direction = directionOf(row, target);
  const met = direction === 'more' ? reached >= wanted : reached <= wanted;
  const strictly = target.op === '>' || target.op === '<';
  return {
    row,
    target,
    actual,
    direction,
    signed,
    met: met && !(strictly && wanted === reached),
    wanted,
    reached,
    slack: {
      wanted: slackOf(target) * sizes.target,
      reached: slackOf(actual) * sizes.actual,
    },
  };
}

/** 24部 stands for no other number of them; 24公里 may be 23.6. */
function slackOf({ raw, unit }: Quantity): Exact {
  return isCountedWhole(plainUnit(unit)) ? 0n : halfUnit(placesOf(raw));
}

function directionOf(row: Indicator, target: Quantity): Direction {
  if (target.op === '>=' || target.op === '>') return 'more';
  if (target.op === '<=' || target.op === '<') return 'less';
  const told = toldDirection(row.category);
  if (told !== null) return told;
  // 元/亩 is money too.
  const money = moneySize(target.unit?.split(/[/每]/)[0] ?? null) !== null;
  const isCost = /成本/.test(`${row.level1 ?? ''}${row.level2 ?? ''}`) && money;
  return isCost || fewerIsBetter(row.level3 ?? row.level2 ?? '') ? 'less' : 'more';
}

/** 正向, 反向指标, 逐步降低 in a column of directions; null where it says none. */
export function toldDirection(category: string | null): Direction | null {
  if (category === null) return null;
  if (/反向|负向|逆向|逐[步年](?:降低|下降|减少)|越[小低少]越[好优]/.test(category)) return 'less';
  return /正向|逐[步年](?:提高|提升|上升|增加|增长)|越[大高多]越[好优]/.test(category) ? 'more' : null;
}

/** How far a target was fulfilled: no more than 1, with bounds over what the print can stand for. */
export interface Degree {
  low: Exact;
  high: Exact;
  exact: Exact;
}

/** B/A, or A/B where less is better; null where the divisor is zero or negative, so that nothing is in proportion: ≥0%, and −2% was reached. */
export function degreeOf({ direction, reached, slack, wanted }: Achievement): Degree | null {
  return direction === 'more'
    ? degree(reached, slack.reached, wanted, slack.wanted)
    : degree(wanted, slack.wanted, reached, slack.reached);
}

function degree(top: Exact, topSlack: Exact, bottom: Exact, bottomSlack: Exact): Degree | null {
  if (bottom <= 0n) return null;
  const cap = (value: Exact): Exact => (value > ONE ? ONE : value < 0n ? 0n : value);
  const narrow = bottom - bottomSlack <= 0n ? bottom : bottom - bottomSlack;
  return {
    low: cap(divideDown((top - topSlack) * ONE, bottom + bottomSlack)),
    high: cap(divideUp((top + topSlack) * ONE, narrow)),
    exact: cap(divideDown(top * ONE, bottom)),
  };
}

/** Sizes that bring two quantities to one unit; null where they measure different things or it cannot be told. */
function commonUnit(a: Quantity, b: Quantity): { target: bigint; actual: bigint } | null {
  const left = plainUnit(a.unit);
  const right = plainUnit(b.unit);
  if (left === right) return { target: 1n, actual: 1n };
  if (left === null || right === null) {
    const known = left ?? right;
    // 0.95 beside 95 % is a fraction, 100 beside 100 % is not.
    const bare = left === null ? a.value : b.value;
    if (known === '%' && Math.abs(bare ?? 0) <= 1 && bare !== 0) return null;
    return known === '%' ? { target: 1n, actual: 1n } : null;
  }
  const bothMoney = moneySize(left) !== null && moneySize(right) !== null;
  const bothCounts = left.replace(/^[亿万千]/, '') === right.replace(/^[亿万千]/, '');
  if (!bothMoney && !bothCounts) return null;
  return { target: unitSize(left), actual: unitSize(right) };
}

/** Words that give no reason: 无, 无偏差, /. */
const NO_REASON = /^[\s/／—–\-.。…]*(?:无|无偏差|没有|不涉及|已完成|完成)?[\s。]*$/;

/** Whether the row says why it fell short or was cut. */
export function givesReason(row: Indicator): boolean {
  return [row.deviation, row.remark].some((text) => text !== null && !NO_REASON.test(text));
}
