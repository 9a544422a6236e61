import { type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, sized } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { amountOf, yearPairs } from '../set/years.ts';

/** The budget of the three public expenses (三公) is not to grow. */
export const RAT_12: SetRule = {
  id: 'RAT-12',
  scope: 'set',
  kind: 'ratio',
  title: { zh: '“三公”经费预算比上年增加', en: '三公 budget up on last year' },
  explanation: {
    zh: '“三公”经费变动率 =（本年预算 − 上年预算）÷ 上年预算，应不大于 0；预算与预算比较，取同一张表的两年或前后两年的表。',
    en: 'The change of the 三公 budget, budget against budget, is to stay at or below zero; both years stand in one form or in the forms of two years.',
  },
  tolerance: 'T0',
  severity: 'info',
  parameters: {},
  example: { zh: '上年预算 8.2，本年预算 9.5', en: '8.2 last year, 9.5 this year' },
  check: ({ index }) => {
    const within = index.filings.flatMap((filing) => compare(index, filing, filing, filing.year));
    const across = yearPairs(index).flatMap(({ current, last, evaluated }) =>
      evaluated ? [] : compare(index, current, last, current.year),
    );
    return [...within, ...across];
  },
};

const THREE = /^“?三公”?(?:经费)?(?:合计|支出|预算)?$/;
const PLANNED: ReadonlySet<SetAmount['measure']> = new Set(['budget', 'current', 'initial_budget']);

function budgetOf(filing: FilingDigest, year: number | null): SetAmount | null {
  return amountOf(
    filing,
    ({ item, measure, year: own, fund }) =>
      own === year &&
      fund === null &&
      PLANNED.has(measure) &&
      item.includes('公') &&
      THREE.test(item.replace(/\s/g, '')),
  );
}

function compare(
  index: SetIndex,
  filing: FilingDigest,
  before: FilingDigest,
  year: number | null,
): Outcome[] {
  if (year === null) return [];
  const now = budgetOf(filing, year);
  const then = budgetOf(before, year - 1);
  if (now === null || then === null || !comparable(now.unit, then.unit)) return [];
  const a = sized(now);
  const b = sized(then);
  if (a.value <= b.value) return [passed(filing.filingId)];
  return [
    report(filing, {
      verdict: 'explained',
      severity: 'info',
      message: {
        zh: `“三公”经费预算 ${shown(now)}，上年 ${shown(then)}`,
        en: `a 三公 budget of ${shown(now)}, ${shown(then)} last year`,
      },
      evidence: [
        cell(index, filing, 'current', now.item, now),
        cell(index, before, 'last year', then.item, then),
      ],
      operands: ['三公', String(year)],
      expected: inUnitOf(b.value, now),
      actual: now.value,
      difference: inUnitOf(a.value - b.value, now),
      tolerance: 0,
    }),
  ];
}
