import { describe, expect, it } from 'vitest';
import { SUM_17 } from '../../../src/reconcile/rules/sum-17.ts';
import { amount, at, check } from '../records.ts';

/** Rows of three columns, 3=1-2. */
const table = (rows: readonly (readonly (number | null)[])[], formula = '1-2') =>
  rows.flatMap((values, row) =>
    values.flatMap((value, column) =>
      value === null
        ? []
        : amount({
            item: `第${row}项`,
            measure: 'budget',
            value,
            raw: value.toFixed(2),
            section: 'budget',
            column_number: String(column + 1),
            ...(column === 2 ? { column_formula: formula } : {}),
            source: { value: at(row, column) },
          }),
    ),
  );
const KEPT = [
  [9.25, 2.25, 7],
  [8.5, 1.25, 7.25],
  [6, 3.5, 2.5],
] as const;

describe('SUM-17, the formula of a column', () => {
  it('passes', () => expect(check({ amounts: table(KEPT) }, SUM_17).findings).toEqual([]));
  it('tells the row that does not keep it', () => {
    const { findings } = check({ amounts: table([...KEPT, [7.25, 2, 5.75]]) }, SUM_17);
    expect(findings).toMatchObject([{ severity: 'error', expected: 5.25, actual: 5.75 }]);
  });
  it('warns where a cell is blank', () => {
    const { findings } = check({ amounts: table([...KEPT, [7.25, null, 5.25]]) }, SUM_17);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 7.25 }]);
    expect(check({ amounts: table([...KEPT, [7.25, null, 7.25]]) }, SUM_17).findings).toEqual([]);
  });
  it('cannot tell where most rows do not keep it, or what it does not read', () => {
    expect(check({ amounts: table(KEPT, '1+2') }, SUM_17).coverage[0]).toMatchObject({ not_evaluated: 3 });
    expect(check({ amounts: table(KEPT, '1×2') }, SUM_17).coverage[0]).toMatchObject({ not_evaluated: 3 });
    expect(check({ amounts: table(KEPT, '1×2+1') }, SUM_17).findings).toEqual([]);
  });
  it('is on the edge of what rounding leaves where the columns are rounded', () => {
    const told = (last: number) =>
      check(
        { amounts: table([[9.24, 2.26, 6.99], [8.53, 1.27, 7.27], [6.12, 3.55, 2.56], last_(last)]) },
        SUM_17,
      );
    function last_(value: number): number[] {
      return [7.25, 2, value];
    }
    expect(told(5.26).findings).toEqual([]);
    expect(told(5.27).findings).toHaveLength(1);
  });
});

describe('SUM-17, products and quotients', () => {
  const rates = (rows: readonly (readonly number[])[], formula: string) =>
    table(rows, formula).map((each) =>
      each.column_number === '3' ? { ...each, measure: 'rate' as const, unit: '%' } : each,
    );
  const told = (amounts: ReturnType<typeof table>) =>
    check({ amounts }, SUM_17).findings.map(({ actual, expected, severity }) => ({
      actual,
      expected: Number(expected?.toFixed(2)),
      severity,
    }));

  it('holds a rate to the figures that it is of', () => {
    const kept = [
      [200, 150, 75],
      [80, 20, 25],
      [30, 20, 66.67],
    ];
    expect(told(rates(kept, '2÷1×100%'))).toEqual([]);
    expect(told(rates([...kept, [50, 20, 45]], '2/1'))).toEqual([
      { actual: 45, expected: 40, severity: 'error' },
    ]);
    const grown = kept.map(([before = 0, after = 0, rate = 0]) => [before, after, rate - 100]);
    expect(told(rates(grown, '(2-1)÷1*100'))).toEqual([]);
    expect(told(rates([...grown, [50, 20, -40]], '(2-1)/1'))).toEqual([
      { actual: -40, expected: -60, severity: 'error' },
    ]);
  });

  it('holds a sum to the share of another', () => {
    const kept = [
      [200, 60, 120],
      [81.55, 70, 57.09],
      [30, 50, 15],
    ];
    const shared = (rows: readonly (readonly number[])[]) =>
      table(rows, '1×2').map((each) =>
        each.column_number === '2' ? { ...each, measure: 'rate' as const, unit: '%' } : each,
      );
    expect(told(shared(kept))).toEqual([]);
    expect(told(shared([...kept, [50, 60, 36]]))).toEqual([{ actual: 36, expected: 30, severity: 'error' }]);
  });

  it('leaves a sum whose rate is a mean, and rates that are shares of one', () => {
    const kept = [
      [200, 60, 120],
      [100, 20, 20],
      [30, 50, 15],
    ];
    const amounts = table([...kept, [330, 43.33, 155]]).map((each, at) => ({
      ...each,
      ...(each.column_number === '2' ? { measure: 'rate' as const, unit: '%' } : {}),
      ...(each.column_number === '3' ? { column_formula: '1×2' } : {}),
      ...(at >= 9 ? { role: 'total' as const } : {}),
    }));
    expect(told(amounts)).toEqual([]);
    const parts = [
      [200, 150, 0.75],
      [80, 20, 0.25],
      [30, 12, 40],
    ];
    expect(told(rates(parts, '2÷1'))).toEqual([]);
  });

  it('holds a sum to a share that the formula prints', () => {
    const kept = [
      [200, 0, 10],
      [81.55, 0, 4.08],
      [30, 0, 1.5],
    ];
    expect(told(table(kept, '1×5%'))).toEqual([]);
    expect(told(table([...kept, [50, 0, 2.8]], '1×5%'))).toEqual([
      { actual: 2.8, expected: 2.5, severity: 'error' },
    ]);
  });

  it('names the figures of a row by their columns', () => {
    const amounts = table([...KEPT, [7.25, 2, 5.75]]).map((each) => ({
      ...each,
      column_label: ['预算数', '执行数', '年末 / 结余'][Number(each.column_number) - 1] as string,
    }));
    const [finding] = check({ amounts }, SUM_17).findings;
    expect(finding?.evidence.map(({ text }) => text)).toEqual([
      '第3项（2031年）·年末·结余 5.75',
      '第3项（2031年）·预算数 7.25',
      '第3项（2031年）·执行数 2.00',
    ]);
  });
});
