import { describe, expect, it } from 'vitest';
import { RAT_01 } from '../../../src/reconcile/rules/rat-01.ts';
import { amount, check, figuresOf } from '../records.ts';

const staff = (posts: number | null, inPost: number | null, rate: number, raw = `${rate}%`) => [
  amount({ item: '编制数', value: posts, section: 'staff', measure: 'count', unit: '人' }),
  amount({ item: '实际在职人数', value: inPost, section: 'staff', measure: 'count', unit: '人' }),
  amount({ item: '控制率', value: rate, raw, section: 'staff', measure: 'rate', unit: '%' }),
];

describe('RAT-01, the staff control rate', () => {
  it('passes', () => {
    expect(check({ amounts: staff(40, 31, 77.5) }, RAT_01).findings).toEqual([]);
  });
  it('fails with rate and head-counts', () => {
    const { findings } = check({ amounts: staff(40, 31, 100) }, RAT_01);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'error', expected: 77.5, actual: 100 }]);
    expect(figuresOf(findings[0])).toEqual([100, 31, 40]);
  });
  it('is on the edge of the printed precision', () => {
    expect(check({ amounts: staff(37, 31, 84) }, RAT_01).findings).toEqual([]);
    expect(check({ amounts: staff(37, 31, 85) }, RAT_01).findings).toHaveLength(1);
  });
  it('cannot tell without the posts', () => {
    expect(check({ amounts: staff(null, 31, 84) }, RAT_01).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
