import { describe, expect, it } from 'vitest';
import { SUM_09 } from '../../../src/reconcile/rules/sum-09.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const sides = (income: number | null, spending: number | null, kind = '总计') => [
  amount({ item: `收入${kind}`, value: income, section: 'budget', measure: 'budget' }),
  amount({ item: `支出${kind}`, value: spending, section: 'budget', measure: 'budget' }),
];

describe('SUM-09, both sides of a balance are equal', () => {
  it('passes', () => {
    expect(check({ amounts: sides(4125.49, 4125.49) }, SUM_09).findings).toEqual([]);
  });
  it('fails for 总计, warns for 合计', () => {
    const { findings } = check({ amounts: sides(4125.49, 4143.91) }, SUM_09);
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', difference: -18.42 }]);
    expect(figuresOf(findings[0])).toEqual([4125.49, 4143.91]);
    expect(check({ amounts: sides(4125.49, 4143.91, '合计') }, SUM_09).findings[0]?.severity).toBe('warning');
  });
  it('is on the edge at one unit in the last place', () => {
    expect(check({ amounts: sides(4125.49, 4125.5) }, SUM_09).findings).toEqual([]);
  });
  it('cannot tell with a blank side', () => {
    expect(check({ amounts: sides(4125.49, null) }, SUM_09).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});

describe('SUM-09, what was carried over, came in and went out makes what is left, row by row', () => {
  const heads = ['年初结转和结余', '本年收入', '本年支出', '年末结转和结余'];
  const table = (rows: readonly (readonly (number | null)[])[], labels: readonly string[] = heads) =>
    rows.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const place = { column_label: labels[c]!, source: { value: at(r, c) } };
        const record = { item: `项目${r}`, section: 'budget', measure: 'final', value, ...place } as const;
        return value === null ? [] : [amount(record)];
      }),
    );

  it('passes, with a side left blank too', () => {
    const amounts = table([
      [25.4, 580, 566.1, 39.3],
      [null, 60, 60, null],
    ]);
    expect(check({ amounts }, SUM_09).findings).toEqual([]);
  });
  it('fails in the row that does not close and names its figures', () => {
    const amounts = table([
      [25.4, 580, 566.1, 39.3],
      [12, 300.5, 290.2, 32.3],
    ]);
    const { findings } = check({ amounts }, SUM_09);
    expect(findings).toMatchObject([{ rule: 'SUM-09', severity: 'error', difference: 10, actual: 32.3 }]);
    expect(figuresOf(findings[0])).toEqual([32.3, 12, 300.5, 290.2]);
    expect(findings[0]?.message.zh).toContain('年初结转和结余 + 本年收入 − 本年支出应等于年末结转和结余');
  });
  it('is on the edge where rows of 万元 were rounded', () => {
    const amounts = table([
      [25.4, 580, 566.1, 39.4],
      [12.3, 300.5, 290.2, 22.7],
    ]);
    expect(check({ amounts }, SUM_09).findings).toEqual([]);
  });
  it('warns where no row closes and nothing else can take part', () => {
    const { findings } = check({ amounts: table([[3.5, 20.5, 21, 5.5]]) }, SUM_09);
    expect(findings).toMatchObject([{ severity: 'warning', difference: 2.5 }]);
  });
  it('counts the other columns with which most rows close', () => {
    const more = [...heads.slice(0, 3), '收回财政', '年末结转和结余'];
    const rows = [
      [10, 50, 48, 2, 10],
      [6, 40, 36, 0, 10],
      [5, 20, 18, 4, 3],
    ];
    expect(check({ amounts: table(rows, more) }, SUM_09).findings).toEqual([]);
    rows[2]![4] = 30;
    expect(check({ amounts: table(rows, more) }, SUM_09).findings).toMatchObject([{ severity: 'error' }]);
  });
  it('cannot tell what else takes part where no row closes', () => {
    const more = [...heads.slice(0, 3), '其他变动', '年末结转和结余'];
    const { findings, coverage } = check({ amounts: table([[10, 50, 48, 3, 20]], more) }, SUM_09);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
  it('holds for basic and for project spending where every side parts them', () => {
    const parted = heads.flatMap((head) => ['合计', '基本支出', '项目支出'].map((use) => `${head} / ${use}`));
    const rows = [
      [12.5, 2.5, 10, 300, 200, 100, 305, 201, 104, 7.5, 1.5, 6],
      [5, 1, 4, 80, 50, 30, 82, 51, 31, 3, 3, 3],
    ];
    const { findings } = check({ amounts: table(rows, parted) }, SUM_09);
    expect(findings).toMatchObject([{ actual: 3, expected: 0, severity: 'error' }]);
  });
  it('holds down a column whose rows name the sides', () => {
    const rows = ['基金收入', '基金支出', '本年收支结余', '上年结余', '年末滚存结余'];
    const column = (values: readonly number[], c: number) =>
      values.map((value, r) => {
        const place = { column_label: `基金${c}`, fund: `基金${c}`, source: { value: at(r, c) } };
        return amount({ item: rows[r]!, section: 'budget', measure: 'final', value, ...place });
      });
    const amounts = [
      ...column([520.5, 480, 40.5, 310, 350.5], 1),
      ...column([86.5, 72, 14.5, 120, 143.5], 2),
    ];
    const { findings } = check({ amounts }, SUM_09);
    expect(findings).toMatchObject([{ actual: 143.5, expected: 134.5, severity: 'error' }]);
  });
});
