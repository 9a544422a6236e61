import { describe, expect, it } from 'vitest';
import { SUM_05 } from '../../../src/reconcile/rules/sum-05.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const HEADS = ['2029年及以前年度', '2030年', '2031年', '2032年及以后年度'];

const whole = (item: string, value: number) =>
  amount({
    item,
    value,
    section: 'funding',
    measure: 'total_budget',
    unit: '亿元',
    source: { value: at(1, 1) },
  });
const plan = (item: string, values: number[], heads = HEADS, row = 5) =>
  values.map((value, c) =>
    amount({
      item,
      value,
      section: 'budget',
      measure: 'budget',
      unit: '亿元',
      column_label: heads[c]!,
      year: 2029 + c,
      source: { value: at(row, c + 1) },
    }),
  );
const told = (...amounts: ReturnType<typeof plan>[]) => check({ amounts: amounts.flat() }, SUM_05).findings;

describe('SUM-05, years of a plan and the sum of their name', () => {
  it('passes where the years are the sum', () => {
    expect(told([whole('专项债券融资', 25.3)], plan('专项债券融资', [2.16, 4.5, 12.4, 6.24]))).toEqual([]);
  });
  it('fails where they are not, and another row of the plan is', () => {
    const findings = told(
      [whole('专项债券融资', 25.3), whole('其他债务融资', 12.9)],
      plan('专项债券融资', [2.16, 4.5, 12.4, 6.24]),
      plan('其他债务融资', [3, 4.1, 3.5, 2.5], HEADS, 6),
    );
    expect(findings).toMatchObject([{ severity: 'error', expected: 13.1, actual: 12.9 }]);
    expect(figuresOf(findings[0])).toEqual([12.9, 3, 4.1, 3.5, 2.5]);
  });
  it('warns where no row of the plan is its sum', () => {
    const findings = told([whole('专项债券融资', 25.3)], plan('专项债券融资', [2.16, 4.5, 12.4, 6.74]));
    expect(findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('says nothing of years that may not be all, of another name, or of two sums', () => {
    const open = ['2029年及以前年度', '2030年', '2031年', '2032年'];
    const years = [2.16, 4.5, 12.4, 6.74];
    expect(told([whole('专项债券融资', 25.3)], plan('专项债券融资', years, open))).toEqual([]);
    expect(told([whole('债券融资', 25.3)], plan('专项债券融资', years))).toEqual([]);
    const two = [whole('专项债券融资', 25.3), whole('专项债券融资', 26)];
    expect(told(two, plan('专项债券融资', years))).toEqual([]);
  });
});
