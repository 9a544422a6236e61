import type { Message } from '../../../schemas/index.ts';
import { type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, figureOf, sized } from '../set/compare.ts';
import type { SetAmount, SetFigure } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';
import { amountOf, indicatorsByKey, yearPairs } from '../set/years.ts';

/** A figure ten, a hundred or ten thousand times that of last year has slipped a unit. */
export const YOY_03: SetRule = {
  id: 'YOY-03',
  scope: 'set',
  kind: 'prior',
  title: { zh: '与上年相差整十倍、万倍', en: 'Ten, a hundred or ten thousand times last year' },
  explanation: {
    zh: '同一项目的同一数与上年相比恰为 10、100、1000 或 10000 倍左右，多为单位或小数点之误（元与万元）。',
    en: 'A figure that is about 10, 100, 1 000 or 10 000 times that of last year is more often a slip of the unit (元, 万元) or the decimal point than growth.',
  },
  tolerance: 'T4',
  severity: 'warning',
  parameters: {
    band: {
      value: 0.05,
      unit: 'share of the power',
      reason: 'budgets of one item move by some per cent a year',
    },
    factor: { value: 10, unit: 'ratio', reason: 'the least slip of a decimal point' },
  },
  example: { zh: '上年 56.2 万元，本年 562000 万元', en: '56.2 万元 last year, 562 000 万元 this year' },
  check: ({ index }) =>
    yearPairs(index).flatMap(({ current, last, evaluated }) => {
      if (evaluated) return [];
      const outcomes: Outcome[] = [];
      const judge = (name: string, now: SetFigure, then: SetFigure): void => {
        if (!comparable(now.unit, then.unit) || now.unit === '%') return;
        const power = powerBetween(now, then);
        if (power === null) {
          outcomes.push(passed(current.filingId));
          return;
        }
        outcomes.push(
          report(current, {
            verdict: 'improbable',
            message: {
              zh: `“${name}”${shown(now)}，约为上年 ${shown(then)} 的${timesIn(power).zh}`,
              en: `“${name}” is ${shown(now)}, about ${timesIn(power).en} the ${shown(then)} of last year`,
            },
            evidence: [
              cell(index, current, 'current', name, now),
              cell(index, last, 'last year', name, then),
            ],
            operands: ['factor', name, power],
            actual: now.value,
          }),
        );
      };
      for (const amount of current.amounts) {
        if (amount.year !== current.year || amount.measure === 'rate' || isLeftOver(amount)) continue;
        const before = amountOf(
          last,
          (other) => other.key === amount.key && other.measure === amount.measure && other.year === last.year,
        );
        if (before !== null) judge(amount.item, amount, before);
      }
      const rows = indicatorsByKey(last);
      for (const row of indicatorsByKey(current).values()) {
        const now = figureOf(row.target);
        const then = figureOf(rows.get(row.key)?.target ?? null);
        if (now !== null && then !== null) judge(row.name, now, then);
      }
      return outcomes;
    }),
};

/** What happens to be left follows no plan. */
const isLeftOver = ({ item, fund, measure }: SetAmount): boolean =>
  measure === 'balance' || /结转|结余/.test(`${item}${fund ?? ''}`);

const POWERS = [1, 2, 3, 4, 8];
const TIMES: Readonly<Record<number, string>> = { 1: '十', 2: '百', 3: '千', 4: '万', 8: '亿' };

/** 10^4 and 10^-1 in words: 一万倍, 十分之一. */
function timesIn(power: string): Message {
  const exponent = Number(power.slice('10^'.length));
  const size = TIMES[Math.abs(exponent)] ?? power;
  const figure = 10 ** Math.abs(exponent);
  if (exponent < 0) return { zh: `${size}分之一`, en: `a part in ${figure} of` };
  return { zh: `${size === '十' ? '' : '一'}${size}倍`, en: `${figure} times` };
}

/** `10^4` where one figure is about that many times the other. */
function powerBetween(now: SetFigure, then: SetFigure): string | null {
  const a = sized(now).value;
  const b = sized(then).value;
  if (a <= 0n || b <= 0n || a === b) return null;
  const [small, large] = a < b ? [a, b] : [b, a];
  const { band, factor } = YOY_03.parameters;
  const permille = BigInt(Math.round(band!.value * 1000));
  for (const power of POWERS) {
    const scaled = small * BigInt(factor!.value) ** BigInt(power);
    const off = large > scaled ? large - scaled : scaled - large;
    if (off * 1000n <= scaled * permille) return a < b ? `10^-${power}` : `10^${power}`;
  }
  return null;
}
