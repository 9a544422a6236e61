import { describe, expect, it } from 'vitest';
import { PCT_01 } from '../../../src/reconcile/rules/pct-01.ts';
import { PCT_02 } from '../../../src/reconcile/rules/pct-02.ts';
import { RAT_01 } from '../../../src/reconcile/rules/rat-01.ts';
import { SCR_01 } from '../../../src/reconcile/rules/scr-01.ts';
import { SCR_02 } from '../../../src/reconcile/rules/scr-02.ts';
import { SCR_03 } from '../../../src/reconcile/rules/scr-03.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_05 } from '../../../src/reconcile/rules/sum-05.ts';
import { UNI_08 } from '../../../src/reconcile/rules/uni-08.ts';
import { WGT_01 } from '../../../src/reconcile/rules/wgt-01.ts';
import { WGT_02 } from '../../../src/reconcile/rules/wgt-02.ts';
import { amount, at, check, filing, indicator } from '../records.ts';

const shares = (...rows: [string, number, number][]) =>
  rows.map(([item, value, share]) => amount({ item, value, share }));

/** A table of places by projects, a column of totals last; null is a blank cell. */
const table = (rows: readonly (readonly (number | null)[])[]) => {
  const width = rows[0]!.length;
  return rows.flatMap((values, r) =>
    values.flatMap((value, c) =>
      value === null
        ? []
        : [
            amount({
              amount_id: `${r}.${c}`,
              item: r === rows.length - 1 ? '合计' : `第${r}村`,
              value,
              section: 'budget',
              measure: 'budget',
              column_label: c === width - 1 ? '合计' : `项目${c}`,
              source: { value: at(r, c) },
            }),
          ],
    ),
  );
};

describe('what stands beside a slip', () => {
  it('a plugged share is no error for the slip of another share', () => {
    const amounts = shares(
      ['甲', 2847.21, 40.8],
      ['乙', 2057.52, 29.4],
      ['丙', 2085.27, 0.298],
      ['合计', 6990, 100],
    );
    const { findings } = check({ amounts }, PCT_01, PCT_02);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.hypotheses[0]).toMatchObject({ change: { from: '0.298%', to: '29.8' } });
  });

  it('a rate that fits as cut alone is named and not proposed, where no other is cut', () => {
    const amounts = shares(
      ['甲', 2.6, 0.27],
      ['乙', 1.54, 0.52],
      ['丙', 32.49, 10.99],
      ['丁', 259, 87.61],
      ['合计', 295.63, 100],
    );
    const { findings } = check({ amounts }, PCT_01, PCT_02);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { from: '0.27%' }, suggested: false });
  });

  it('shares of two rows that changed places are one slip in a column that cuts', () => {
    const amounts = shares(['甲', 53.792, 46.2], ['乙', 46.208, 53.7], ['合计', 100, 100]);
    const { findings } = check({ amounts }, PCT_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H9', suggested: false });
  });

  it('a sign that a figure hardly has is wrong before a digit of another is', () => {
    const amounts = [
      amount({ item: '甲', value: 39439 }),
      amount({ item: '乙', value: -10 }),
      amount({ item: '合计', value: 39449 }),
    ];
    const { findings } = check({ amounts }, SUM_01, UNI_08);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H8', change: { from: '-10', to: '10' } });
    expect(findings[0]?.related).toContainEqual(expect.objectContaining({ zh: '“乙”为负：-10万元' }));
  });

  it('the score that the execution rate gives is the wrong one of a total that does not add up', () => {
    const { findings } = check(
      {
        filings: [
          filing({
            execution_weight: 10,
            execution_score: 8.4,
            execution_rate: 89,
            total_score: 94.9,
            has_execution_weight_field: true,
          }),
        ],
        indicators: [indicator({ weight: 50, score: 48 }), indicator({ weight: 40, score: 38 })],
        amounts: [
          amount({ item: '年度资金总额', value: 1000, section: 'funding', measure: 'annual_budget' }),
          amount({ item: '年度资金总额', value: 890, section: 'funding', measure: 'executed' }),
        ],
      },
      SCR_02,
      SCR_03,
      RAT_01,
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { from: '8.4', to: '8.9' }, suggested: true });
    expect(findings[0]?.related).toHaveLength(1);
  });

  it('what a change leaves to rounding is no second slip', () => {
    const rows = [
      [597.83, null, 323.12, null, 920.95],
      [502.64, 490.33, 409.44, 186.43, 1588.84],
      [175.2, 701.35, null, 706.66, 1583.21],
      [712.28, 637.03, 255.32, 856.94, 2459.78],
      [37.58, 838.99, 730.33, 694.2, 2301.1],
      [303.62, 903.67, 260.08, null, 1467.37],
      [2329.16, 3571.37, 1976.49, 2444.23, 10321.25],
    ];
    const { findings } = check({ amounts: table(rows) }, SUM_01, SUM_05);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.hypotheses[0]).toMatchObject({ change: { from: '255.32', to: '253.52' } });
    const others = findings.filter((finding) => finding !== errors[0]);
    expect(others.flatMap(({ hypotheses }) => hypotheses).some(({ suggested }) => suggested)).toBe(false);
  });

  it('a row that fills one column alone closes before a column of totals on its right', () => {
    const rows = [
      [902.31, 735.43, 1637.74],
      [null, 151.96, 151.96],
      [576.09, 850.09, 1426.18],
      [749.69, null, 489.93],
      [489.93, 235.95, 985.64],
      [null, 825.02, 825.02],
      [2718.02, 2798.45, 5516.47],
    ];
    const { findings } = check({ amounts: table(rows) }, SUM_01, SUM_05);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H9', suggested: true });
  });

  it('a bound says which cell is wrong, and proposes no value for it', () => {
    const { findings } = check({ indicators: [indicator({ weight: 4, score: 9 })] }, SCR_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });

  it('a change is proposed only where what else is blamed bears it out', () => {
    // 乙 30 was typed as 36, and the total 100 as 10: 106 is what closes the levels alone.
    const level = (level1: string, whole: number, ...weights: number[]) =>
      weights.map((weight) => indicator({ level1, level1_weight: whole, weight }));
    const { findings } = check(
      {
        filings: [filing({ total_weight: 10 })],
        indicators: [
          ...level('产出指标', 60, 10, 20, 30),
          ...level('效益指标', 36, 19, 2, 9),
          ...level('满意度指标', 10, 10),
        ],
      },
      WGT_01,
      WGT_02,
    );
    const proposed = findings.flatMap(({ hypotheses }) => hypotheses.filter(({ suggested }) => suggested));
    expect(proposed.map(({ change }) => change.to)).not.toContain('106');
    const cells = findings.flatMap(({ evidence }) => evidence.map(({ value }) => value));
    expect(cells).toEqual(expect.arrayContaining([10, 36]));
  });
});
