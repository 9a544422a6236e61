import { expect, it } from 'vitest';
import { PCT_01 } from '../../../src/reconcile/rules/pct-01.ts';
import { PCT_03 } from '../../../src/reconcile/rules/pct-03.ts';
import { amount, check, figuresOf } from '../records.ts';

const shares = (a: number, b: number) => [
  amount({ item: '甲', value: 868.9, share: a }),
  amount({ item: '乙', value: 131.1, share: b }),
  amount({ item: '合计', value: 1000, share: 100 }),
];

it('PCT-03 notes a truncated share with its cells, stays silent on rounded ones, and checks nothing by itself', () => {
  const { findings } = check({ amounts: shares(86.8, 13.1) }, PCT_01, PCT_03);
  expect(findings).toMatchObject([{ rule: 'PCT-03', kind: 'share', severity: 'info' }]);
  expect(figuresOf(findings[0])).toEqual([86.8, 868.9, 1000]);
  expect(check({ amounts: shares(86.9, 13.1) }, PCT_01, PCT_03).findings).toEqual([]);
  expect(check({ amounts: shares(86.8, 13.1) }, PCT_03)).toEqual({ findings: [], coverage: [] });
});

it('PCT-03 is on the edge of half a unit: what rounds down is cut and rounded alike, a unit off is no cut', () => {
  const [part, ...others] = shares(86.8, 13.1);
  const of = (value: number) =>
    check({ amounts: [{ ...part!, value, raw: String(value) }, ...others] }, PCT_01, PCT_03).findings.map(
      ({ rule }) => rule,
    );
  expect(of(868.4)).toEqual([]);
  expect(of(868.6)).toEqual(['PCT-03']);
  expect(of(869.6)).toEqual(['PCT-01']);
});
