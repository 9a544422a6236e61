import { describe, expect, it } from 'vitest';
import { PCT_02 } from '../../src/reconcile/rules/pct-02.ts';
import { SUM_01 } from '../../src/reconcile/rules/sum-01.ts';
import { SUM_05 } from '../../src/reconcile/rules/sum-05.ts';
import { amount, at, check } from './records.ts';

/** Columns of four parts and a total; `off` cents are added to the total of a column. */
const table = (offs: number[]) =>
  offs.flatMap((off, c) =>
    [111, 222, 333, 444, 1110 + off].map((cents, r) =>
      amount({
        item: r < 4 ? `项${r}` : '合计',
        value: (cents + (r === 4 ? 4 : 1)) / 100,
        year: 2000 + c,
        source: { value: at(r, c) },
      }),
    ),
  );

const verdicts = (offs: number[]) =>
  check({ amounts: table(offs) }, SUM_01, SUM_05).findings.map(({ verdict, severity }) => [
    verdict,
    severity,
  ]);

describe('the rounding regime of a table', () => {
  it('lets a unit pass where other sums of the table show rounding', () => {
    expect(verdicts([1, -1, 1, 0])).toEqual([]);
  });
  it('notes it where the few other sums close exactly', () => {
    expect(verdicts([1, 0, 0])).toEqual([['explained', 'info']]);
  });
  it('warns where all of many other sums close exactly', () => {
    expect(verdicts([1, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual([['improbable', 'warning']]);
  });
  it('is an error where no rounding reaches', () => {
    expect(verdicts([9, 0, 0])).toEqual([['impossible', 'error']]);
  });
  it('explains what truncated parts leave, in a table that shows it elsewhere', () => {
    expect(verdicts([3, 2, 1])).toEqual([['explained', 'info']]);
    expect(verdicts([-3, 2, 1])).toEqual([['impossible', 'error']]);
  });
  it('takes no shares that make a hundred for sums of money that close', () => {
    const shares = Array.from({ length: 8 }, (_, c) =>
      [25, 25, 25, 25, 100].map((share, r) =>
        amount({
          item: r < 4 ? `项${r}` : '合计',
          value: null,
          share,
          year: 2020 + c,
          source: { value: at(r, 20 + c), share: at(r, 40 + c) },
        }),
      ),
    ).flat();
    const { findings } = check({ amounts: [...table([1]), ...shares] }, SUM_01, SUM_05, PCT_02);
    expect(findings.filter(({ rule }) => rule.startsWith('SUM'))).toEqual([]);
  });
});
