import { describe, expect, it } from 'vitest';
import { PCT_01 } from '../../../src/reconcile/rules/pct-01.ts';
import { PCT_02 } from '../../../src/reconcile/rules/pct-02.ts';
import { PCT_03 } from '../../../src/reconcile/rules/pct-03.ts';
import { amount, check, figuresOf } from '../records.ts';

const column = (...rows: [string, number | null, number | null][]) =>
  rows.map(([item, value, share]) => amount({ item, value, share }));

describe('PCT-02, the shares of one whole make 100', () => {
  it('passes on 100, and on what rounding leaves', () => {
    expect(
      check({ amounts: column(['甲', 1, 50], ['乙', 1, 50], ['合计', 2, 100]) }, PCT_02).findings,
    ).toEqual([]);
    const thirds = column(['甲', 1, 33.3], ['乙', 1, 33.3], ['丙', 1, 33.3], ['合计', 3, 100]);
    expect(check({ amounts: thirds }, PCT_02).findings).toEqual([]);
  });

  it('fails with the shares and the printed 100', () => {
    const { findings } = check({ amounts: column(['甲', 6, 60], ['乙', 4, 30], ['合计', 10, 100]) }, PCT_02);
    expect(findings).toMatchObject([{ kind: 'share_sum', severity: 'error', expected: 90, actual: 100 }]);
    expect(figuresOf(findings[0])).toEqual([100, 60, 30]);
  });

  it('is on the edge where truncation leaves the rest: a note', () => {
    const amounts = column(['甲', 6951.77, 99.8], ['乙', 10, 0.1], ['合计', 6961.77, 100]);
    const { findings } = check({ amounts }, PCT_01, PCT_02, PCT_03);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['PCT-03', 'info'],
      ['PCT-02', 'info'],
    ]);
  });

  it('cannot tell where a share is not printed', () => {
    const { coverage } = check(
      { amounts: column(['甲', 6, 60], ['乙', 2, 20], ['丙', 2, null], ['合计', 10, 100]) },
      PCT_02,
    );
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'a share is not printed': 1 } });
  });
  it('passes shares that make a hundred beside others that were cut', () => {
    const shares = [
      amount({ item: '甲', value: 868.9, share: 86.8 }),
      amount({ item: '乙', value: 131.1, share: 13.2 }),
      amount({ item: '合计', value: 1000, share: 100 }),
    ];
    const cut = check({ amounts: shares }, PCT_01, PCT_02).findings.filter(({ rule }) => rule === 'PCT-02');
    expect(cut).toEqual([]);
  });
});
