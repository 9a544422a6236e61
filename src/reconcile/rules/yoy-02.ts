import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, isSame, sized } from '../set/compare.ts';
import type { SetAmount } from '../set/digest.ts';
import { asIn, cell, report, shown } from '../set/say.ts';
import { amountOf, yearPairs } from '../set/years.ts';

/** What was carried over at the end of last year is what this year opens with. */
export const YOY_02: SetRule = {
  id: 'YOY-02',
  scope: 'set',
  kind: 'prior',
  title: { zh: '年初结转与上年末结转不符', en: 'Opening balance differs from last closing balance' },
  explanation: {
    zh: '本年的上年结转（年初结转和结余）应等于同一单位上年表的年末结转和结余。',
    en: 'The balance carried over into a year is the closing balance of the same unit’s form of the year before.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '年初结转 12.40，上年末结转 14.20', en: 'opening 12.40, last closing 14.20' },
  check: ({ index }) =>
    yearPairs(index).flatMap(({ current, last, evaluated }): Outcome[] => {
      if (evaluated) return [];
      const opening = amountOf(current, (amount) => isOf(amount, OPENING, current.year));
      const closing = amountOf(last, (amount) => isOf(amount, CLOSING, last.year));
      if (opening === null || closing === null) return [];
      if (!comparable(opening.unit, closing.unit)) return [notEvaluated(current.filingId, 'units differ')];
      const now = sized(opening);
      const then = sized(closing);
      if (isSame(now, then)) return [passed(current.filingId)];
      return [
        report(current, {
          verdict: 'impossible',
          message: {
            zh: `${opening.item} ${shown(opening)}，${last.year} 年表${closing.item}为 ${shown(closing)}`,
            en: `${opening.item} is ${shown(opening)}, ${closing.item} of ${last.year} is ${shown(closing)}`,
          },
          evidence: [
            cell(index, current, 'opening', opening.item, opening),
            cell(index, last, 'closing', closing.item, closing),
          ],
          operands: ['opening', opening.key, String(last.year)],
          expected: inUnitOf(then.value, opening),
          actual: opening.value,
          difference: inUnitOf(now.value - then.value, opening),
          tolerance: inUnitOf(now.half + then.half, opening),
          hypotheses: asIn(current, opening, then.value, { zh: '与上年末一致', en: 'as last year closed' }),
        }),
      ];
    }),
};

const OPENING = /^(?:上年|年初|上年度)(?:财政拨款)?(?:结转(?:和?结余)?|结余)(?:资金)?$/;
const CLOSING = /^(?:年末|结转下年|年终)(?:财政拨款)?(?:结转)?(?:和?结余)?(?:资金|支出)?$/;
const FINAL: ReadonlySet<SetAmount['measure']> = new Set([
  'final',
  'executed',
  'balance',
  'current',
  'budget',
]);

function isOf(amount: SetAmount, name: RegExp, year: number | null): boolean {
  return (
    amount.fund === null &&
    amount.year === year &&
    FINAL.has(amount.measure) &&
    name.test(amount.item.replace(/\s/g, ''))
  );
}
