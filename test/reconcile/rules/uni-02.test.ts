import { describe, expect, it } from 'vitest';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { UNI_02 } from '../../../src/reconcile/rules/uni-02.ts';
import { amount, check } from '../records.ts';

const column = (...values: number[]) =>
  values.map((value, i) => amount({ item: `项${i}`, value })).concat(amount({ item: '合计', value: 6352 }));

describe('UNI-02, a figure in another unit', () => {
  it('passes where all are in one', () => {
    expect(check({ amounts: column(4217, 1783, 352) }, SUM_01, UNI_02).findings).toEqual([]);
  });
  it('is told where a power of ten alone closes the sum', () => {
    const { findings } = check({ amounts: column(4217, 17830000, 352) }, SUM_01, UNI_02);
    expect(findings).toMatchObject([{ rule: 'UNI-02', kind: 'sum', severity: 'error' }]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({
      generator: 'H5',
      change: { from: '17830000', to: '1783' },
      suggested: true,
    });
  });
  it('is on the edge: another difference is a plain sum', () => {
    expect(check({ amounts: column(4217, 17890000, 352) }, SUM_01, UNI_02).findings[0]?.rule).toBe('SUM-01');
  });
  it('says nothing by itself', () => {
    expect(check({ amounts: column(4217, 17830000, 352) }, UNI_02)).toEqual({ findings: [], coverage: [] });
  });
});
