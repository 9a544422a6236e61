import { describe, expect, it } from 'vitest';
import { PCT_04 } from '../../../src/reconcile/rules/pct-04.ts';
import { amount, check, figuresOf } from '../records.ts';

const of = (share: number | null) => ({ amounts: [amount({ item: '甲', value: 1, share })] });

describe('PCT-04, a share lies between 0 and 100', () => {
  it('passes inside and on both edges', () => {
    for (const share of [0, 55.5, 100]) expect(check(of(share), PCT_04).findings).toEqual([]);
  });
  it('fails above 100 and below 0', () => {
    const { findings } = check(of(982), PCT_04);
    expect(findings).toMatchObject([{ kind: 'share', severity: 'error', equation: '982 > 100' }]);
    expect(figuresOf(findings[0])).toEqual([982]);
    expect(check(of(-3), PCT_04).findings).toHaveLength(1);
  });
  it('passes a total that adds up shares as they were rounded, and no other above 100', () => {
    const shares = (total: number): Parameters<typeof check>[0] => ({
      amounts: [
        amount({ amount_id: 'w', item: '合计', value: 3, share: total }),
        amount({ amount_id: 'a', item: '甲', value: 1, share: 66.68, parent_id: 'w' }),
        amount({ amount_id: 'b', item: '乙', value: 2, share: 33.33, parent_id: 'w' }),
      ],
    });
    expect(check(shares(100.01), PCT_04).findings).toEqual([]);
    expect(check(shares(100.02), PCT_04).findings).toHaveLength(1);
  });
  it('says nothing where no share is printed', () => {
    expect(check(of(null), PCT_04)).toEqual({ findings: [], coverage: [] });
  });
});
