import { describe, expect, it } from 'vitest';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_02 } from '../../../src/reconcile/rules/sum-02.ts';
import { SUM_03 } from '../../../src/reconcile/rules/sum-03.ts';
import { SUM_10 } from '../../../src/reconcile/rules/sum-10.ts';
import { SUM_11 } from '../../../src/reconcile/rules/sum-11.ts';
import { amount, check, figuresOf, under } from '../records.ts';

const rows = (...cells: [string, number | null][]) =>
  cells.map(([item, value]) => amount({ item, value, section: 'base_data' }));

describe.each([
  { rule: SUM_02, whole: '支出总额', a: '基本支出', b: '项目支出' },
  { rule: SUM_03, whole: '基本支出', a: '人员经费', b: '公用经费' },
  { rule: SUM_10, whole: '公务用车购置及运行费', a: '公务用车购置', b: '公务用车运行维护费' },
])('$rule.id, a whole that the profile knows by name', ({ rule, whole, a, b }) => {
  it('passes', () => {
    expect(check({ amounts: rows([whole, 30.5], [a, 10.5], [b, 20]) }, rule).findings).toEqual([]);
  });
  it('fails with whole and parts as evidence', () => {
    const { findings } = check({ amounts: rows([whole, 39.5], [a, 10.5], [b, 20]) }, rule);
    expect(findings).toMatchObject([{ rule: rule.id, kind: 'sum', severity: 'error', expected: 30.5 }]);
    expect(figuresOf(findings[0])).toEqual([39.5, 10.5, 20]);
  });
  it('is on the edge: the rounding of three figures', () => {
    expect(check({ amounts: rows([whole, 30.51], [a, 10.5], [b, 20]) }, rule).findings).toEqual([]);
    expect(check({ amounts: rows([whole, 30.52], [a, 10.5], [b, 20]) }, rule).findings).toHaveLength(1);
  });
  it('cannot tell with one part only', () => {
    const { findings, coverage } = check({ amounts: rows([whole, 30], [a, 10]) }, rule);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ rule: rule.id, reasons: { 'a part is not printed': 1 } });
  });
});

describe('SUM-11, a total of 0 or a blank one over parts', () => {
  const cars = (value: number | null) => {
    const whole = amount({ item: '公务用车费', value, section: 'base_data' });
    const parts = [
      amount({ item: '公务用车运行维护费', value: 32.5, section: 'base_data' }),
      amount({ item: '公务用车购置', value: 0, section: 'base_data' }),
    ];
    return under(whole, parts);
  };
  it('tells a 0 under its own code, once, with the sum that belongs there', () => {
    const { findings } = check({ amounts: cars(0) }, SUM_01, SUM_10, SUM_11);
    expect(findings).toMatchObject([
      { rule: 'SUM-11', kind: 'sum', severity: 'error', expected: 32.5, actual: 0 },
    ]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H14', change: { from: '0', to: '32.5' } });
  });
  it('tells a blank', () => {
    const { findings } = check({ amounts: cars(null) }, SUM_11);
    expect(findings).toMatchObject([{ rule: 'SUM-11', severity: 'warning', expected: 32.5 }]);
    expect(figuresOf(findings[0])).toEqual([null, 32.5]);
  });
  it('passes where the parts are blank too, and where the sum stands', () => {
    const blank = under(amount({ item: '公务用车费', value: null }), [
      amount({ item: '公务用车购置', value: null }),
    ]);
    expect(check({ amounts: blank }, SUM_11).findings).toEqual([]);
    expect(check({ amounts: cars(32.5) }, SUM_01, SUM_10, SUM_11).findings).toEqual([]);
  });
  it('is on the edge: parts of 0 fill in nothing', () => {
    const [whole, ...parts] = cars(null);
    const zero = parts.map((part) => ({ ...part, value: 0, raw: '0' }));
    expect(check({ amounts: [whole!, ...zero] }, SUM_11).findings).toEqual([]);
  });
  it('cannot tell where what is there was not read, or where the parts may not be all', () => {
    const [whole, ...parts] = cars(null);
    expect(check({ amounts: [{ ...whole!, raw: '涉密' }, ...parts] }, SUM_11).findings).toEqual([]);
    const some = under(amount({ item: '办公设备', value: null, section: 'base_data' }), [
      amount({ item: '打印机', label: '其中：打印机', value: 3.5, section: 'base_data' }),
    ]);
    expect(check({ amounts: some }, SUM_11).findings).toEqual([]);
  });
});
