import { describe, expect, it } from 'vitest';
import { SUM_04 } from '../../../src/reconcile/rules/sum-04.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const form = (spending: number | null, projects: number[], total?: number) => [
  amount({ item: '项目支出', value: spending, section: 'expenditure' }),
  ...projects.map((value, i) =>
    amount({ item: `项目${i}`, value, section: 'projects', project: `项目${i}` }),
  ),
  ...(total === undefined ? [] : [amount({ item: '合计', value: total, section: 'projects' })]),
];

describe('SUM-04, project spending against the open list of projects', () => {
  it('passes where the list is complete', () => {
    expect(check({ amounts: form(100, [60, 40]) }, SUM_04).findings).toEqual([]);
  });
  it('warns with both sums, and lists the missing row without proposing it', () => {
    const { findings } = check({ amounts: form(120, [60, 40]) }, SUM_04);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 100, actual: 120 }]);
    expect(figuresOf(findings[0])).toEqual([120, 60, 40]);
    const missing = findings[0]?.hypotheses.find(({ generator }) => generator === 'H10');
    expect(missing).toMatchObject({ change: { from: '', to: '20' }, suggested: false });
  });
  it('is on the edge at the rounding of the list', () => {
    expect(check({ amounts: form(100.01, [60.5, 39.5]) }, SUM_04).findings).toEqual([]);
  });
  it('is an error against a total that the list prints itself', () => {
    const { findings } = check({ amounts: form(120, [60, 40], 120) }, SUM_04);
    expect(findings).toMatchObject([{ severity: 'error' }]);
  });
  it('cannot tell where project spending is not printed', () => {
    expect(check({ amounts: form(null, [60, 40]) }, SUM_04).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
  it('cannot tell of figures without a unit beside others in ten thousands', () => {
    const units = (one: string | null, other: string | null) => [
      amount({ item: '项目支出', value: 1080, section: 'expenditure', unit: one }),
      ...['甲', '乙'].map((item) =>
        amount({ item, value: 540, section: 'projects', project: item, unit: other }),
      ),
    ];
    for (const [one, other] of [
      ['万元', null],
      [null, '万元'],
    ] as const) {
      const { coverage, findings } = check({ amounts: units(one, other) }, SUM_04);
      expect(findings).toEqual([]);
      expect(coverage[0]).toMatchObject({ not_evaluated: 1 });
    }
    expect(check({ amounts: units(null, null) }, SUM_04).coverage[0]).toMatchObject({ consistent: 1 });
    expect(check({ amounts: units('元', '万元') }, SUM_04).findings).toHaveLength(1);
  });
  it('adds up the column of the total where several columns are of one measure', () => {
    const place = (row: number, column: number) => ({ source: { value: at(row, column) } });
    const list = (total: number) => [
      amount({ item: '养老', value: 60, section: 'projects', project: '养老', ...place(1, 1) }),
      amount({ item: '养老', value: 45, section: 'projects', project: '养老', ...place(1, 2) }),
      amount({ item: '医保', value: 40, section: 'projects', project: '医保', ...place(2, 1) }),
      amount({ item: '医保', value: 25, section: 'projects', project: '医保', ...place(2, 2) }),
      amount({ item: '合计', value: total, section: 'projects', ...place(3, 1) }),
    ];
    expect(check({ amounts: list(100) }, SUM_04).findings).toEqual([]);
    expect(figuresOf(check({ amounts: list(110) }, SUM_04).findings[0])).toEqual([110, 60, 40]);
  });
});
