import { describe, expect, it } from 'vitest';
import { readSum } from '../../../src/reconcile/figures/formula.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_12 } from '../../../src/reconcile/rules/sum-12.ts';
import { amount, at, check, figuresOf } from '../records.ts';

/** A column of three items in D2 to D4 and its total in D5. */
const column = (total: number, formula?: string, place = 3) =>
  [210, 35.5, 4.25]
    .map((value, i) =>
      amount({ item: `项${i}`, value, fund: `${place}`, source: { value: at(i + 1, place) } }),
    )
    .concat(
      amount({
        item: '合计',
        value: total,
        fund: `${place}`,
        source: { value: at(4, place) },
        ...(formula === undefined ? {} : { formula }),
      }),
    );

describe('SUM-12, formulas of a workbook', () => {
  it('passes where the formula gives what is stored', () => {
    const { findings, coverage } = check({ amounts: column(249.75, 'SUM(D2:D4)') }, SUM_01, SUM_12);
    expect(findings).toEqual([]);
    expect(coverage.map(({ rule }) => rule)).toContain('SUM-12');
  });

  it('tells of a range that leaves out a row, as one finding', () => {
    const { findings } = check({ amounts: column(245.5, 'SUM(D2:D3)') }, SUM_01, SUM_12);
    expect(findings).toMatchObject([{ rule: 'SUM-12', kind: 'sum', severity: 'error', expected: 249.75 }]);
    expect(figuresOf(findings[0])).toEqual([245.5, 210, 35.5, 4.25]);
    expect(findings[0]?.related[0]?.zh).toContain('D5 =SUM(D2:D3) 漏了 D4 项2');
  });

  it('tells of a stored value that was not computed again', () => {
    const { findings } = check({ amounts: column(240, 'D2+D3+D4') }, SUM_01, SUM_12);
    expect(findings).toMatchObject([{ rule: 'SUM-12', actual: 240, expected: 249.75 }]);
    expect(findings[0]?.related[0]?.zh).toContain('未重新计算');
  });

  it('computes formulas that are no sum of their table', () => {
    const rows = [
      amount({ item: '甲', value: 10.25, source: { value: at(1, 3) } }),
      amount({ item: '乙', value: 4.25, source: { value: at(1, 4) }, measure: 'executed' }),
      amount({ item: '差', value: 7.25, source: { value: at(1, 5) }, measure: 'balance', formula: 'D2-E2' }),
    ];
    const { findings } = check({ amounts: rows }, SUM_12);
    expect(findings).toMatchObject([{ severity: 'error', expected: 6, actual: 7.25, difference: 1.25 }]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({
      change: { from: '7.25', to: '6.00' },
      suggested: true,
    });
  });

  it('is on the edge with what rounding of the print leaves', () => {
    const rows = [
      amount({ item: '甲', value: 1.25, source: { value: at(1, 3) } }),
      amount({ item: '乙', value: 1.25, source: { value: at(1, 4) }, measure: 'executed' }),
      amount({ item: '和', value: 2.51, source: { value: at(1, 5) }, measure: 'balance', formula: 'D2+E2' }),
    ];
    expect(check({ amounts: rows }, SUM_12).findings).toEqual([]);
  });

  it('notes a total that was typed in among totals with formulas', () => {
    const amounts = [
      ...column(249.75, 'SUM(D2:D4)', 3),
      ...column(249.75, 'SUM(E2:E4)', 4),
      ...column(249.75, undefined, 5),
    ];
    const { findings } = check({ amounts }, SUM_12);
    expect(findings).toMatchObject([{ severity: 'info', verdict: 'explained' }]);
    expect(findings[0]?.evidence[0]?.source.ref).toBe('F5');
  });

  it('cannot tell of other functions and of cells that hold no figure', () => {
    const reasons = (formula: string) =>
      check({ amounts: [amount({ item: '甲', value: 10, formula })] }, SUM_12).coverage[0]?.reasons;
    expect(reasons('IF(A1>0,1,2)')).toEqual({ 'the formula is more than a sum of cells': 1 });
    expect(reasons('SUM(X1:X3)')).toEqual({ 'the formula names cells that hold no figure': 1 });
  });
});

describe('a formula that adds', () => {
  const signed = (formula: string) => readSum(formula)?.cells.map(({ ref, sign }) => `${sign}${ref}`);
  it('names its cells with their signs', () => {
    expect(signed('SUM($B$3:C4)')).toEqual(['1B3', '1C3', '1B4', '1C4']);
    expect(signed('=B3-(C4-D5)+SUM(E1,-F1)')).toEqual(['1B3', '-1C4', '1D5', '1E1', '-1F1']);
    expect(signed('Z9+AA10')).toEqual(['1Z9', '1AA10']);
    expect(readSum('B3+10')?.constant).toBe(100_000_000_000n);
  });
  it('is nothing else', () => {
    for (const other of [
      'B3*2',
      'SUM(B3',
      'ROUND(B3,2)',
      'Sheet2!B3',
      '10',
      'SUM(A1:ZZ99999)',
      'B3 C4',
      'C4:E4+C8:E8',
      'SUM(B3)+(C4:C5)',
      '',
    ])
      expect(readSum(other)).toBeNull();
  });
});
