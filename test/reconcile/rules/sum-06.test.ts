import { describe, expect, it } from 'vitest';
import { SUM_06 } from '../../../src/reconcile/rules/sum-06.ts';
import { amount, check, figuresOf, under } from '../records.ts';

const form = (whole: number | null, a: number | null, b: number | null) =>
  under(amount({ item: '公用支出额', value: whole, section: 'base_data' }), [
    amount({ item: '办公费', label: '其中：办公费', value: a, section: 'base_data' }),
    amount({ item: '差旅费', value: b, section: 'base_data' }),
  ]);

describe('SUM-06, parts under 其中 stay below their whole', () => {
  it('passes below and at the whole', () => {
    expect(check({ amounts: form(80, 30, 20) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: form(80, 60, 20) }, SUM_06).findings).toEqual([]);
  });
  it('fails above it', () => {
    const { findings } = check({ amounts: form(80, 60, 30) }, SUM_06);
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', expected: 90, actual: 80 }]);
    expect(figuresOf(findings[0])).toEqual([80, 60, 30]);
    expect(findings[0]?.message.zh).toContain('80 < 60 + 30 = 90');
  });
  it('is on the edge within the rounding of the column', () => {
    expect(check({ amounts: form(80.5, 60.21, 20.3) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: form(80.5, 60.23, 20.3) }, SUM_06).findings).toHaveLength(1);
  });
  it('cannot tell without figures', () => {
    expect(check({ amounts: form(80, null, null) }, SUM_06).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
