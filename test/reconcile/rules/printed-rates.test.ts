import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { RAT_13 } from '../../../src/reconcile/rules/rat-13.ts';
import { RAT_14 } from '../../../src/reconcile/rules/rat-14.ts';
import { SCR_13 } from '../../../src/reconcile/rules/scr-13.ts';
import { amount, at, check, figuresOf, indicator, quantity } from '../records.ts';

const scored = (weight: number, score: number, rate: string) =>
  indicator({ weight, score, score_rate: Number.parseFloat(rate), score_rate_raw: rate });

describe('SCR-13, 得分率 is 得分 ÷ 分值', () => {
  const others = [scored(5, 4, '80%'), scored(4, 3, '75%')];

  it('passes', () => {
    expect(check({ indicators: others }, SCR_13)).toMatchObject({
      findings: [],
      coverage: [{ consistent: 2 }],
    });
  });
  it('tells the rate that differs', () => {
    const { findings } = check({ indicators: [...others, scored(10, 9.8, '89%')] }, SCR_13);
    expect(findings).toMatchObject([{ severity: 'error', expected: 98, actual: 89 }]);
    expect(figuresOf(findings[0])).toEqual([89, 9.8, 10]);
  });
  it('is on the edge of the places printed', () => {
    expect(check({ indicators: [...others, scored(3, 2, '66.7%')] }, SCR_13).findings).toEqual([]);
    expect(check({ indicators: [...others, scored(3, 2, '66.6%')] }, SCR_13).findings).toHaveLength(1);
  });
  it('only warns where no more than half of the rows bear it out', () => {
    const indicators = [...others, scored(5, 4, '96%'), scored(4, 3, '91%')];
    const { findings } = check({ indicators }, SCR_13);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const most = [...indicators, scored(10, 9, '90%'), scored(10, 7, '70%')];
    expect(check({ indicators: most }, SCR_13).findings.map(({ severity }) => severity)).toEqual([
      'error',
      'error',
    ]);
  });
  it('says nothing of a row without its score or its points', () => {
    const bare = { score_rate: 80, score_rate_raw: '80%' };
    const indicators = [indicator({ ...bare, weight: 5 }), indicator({ ...bare, score: 4 })];
    expect(check({ indicators }, SCR_13).coverage).toEqual([]);
    expect(check({ indicators: [...others, ...indicators] }, SCR_13).coverage).toMatchObject([
      { consistent: 2 },
    ]);
  });
  it('cannot tell where most rates are something else', () => {
    const indicators = [scored(5, 4, '96%'), scored(4, 3, '91%'), scored(5, 5, '100%')];
    expect(check({ indicators }, SCR_13)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 3 }] });
  });
});

const completed = (target: number, actual: number, rate: string, op: '>=' | '<=' = '>=') =>
  indicator({
    target: quantity(target, '公里', op),
    actual: quantity(actual, '公里'),
    completion_rate: Number.parseFloat(rate),
    completion_rate_raw: rate,
  });

describe('RAT-13, 完成率 is 完成值 ÷ 目标值', () => {
  const others = [completed(480, 456, '95.00%'), completed(50, 50, '100%')];

  it('passes, capped at 100% or turned round where less is better too', () => {
    const indicators = [...others, completed(40, 44, '100%'), completed(75, 69, '108.70%', '<=')];
    expect(check({ indicators }, RAT_13)).toMatchObject({ findings: [], coverage: [{ consistent: 4 }] });
  });
  it('is not turned round where more is better', () => {
    expect(check({ indicators: [...others, completed(40, 32, '125%')] }, RAT_13).findings).toHaveLength(1);
  });
  it('tells the rate that differs', () => {
    const { findings } = check({ indicators: [...others, completed(36, 34, '84.44%')] }, RAT_13);
    expect(findings).toMatchObject([{ severity: 'error', actual: 84.44 }]);
    expect(figuresOf(findings[0])).toEqual([84.44, 34, 36]);
  });
  it('is on the edge of the places printed', () => {
    expect(check({ indicators: [...others, completed(36, 34, '94.44%')] }, RAT_13).findings).toEqual([]);
    expect(check({ indicators: [...others, completed(36, 34, '94.46%')] }, RAT_13).findings).toHaveLength(1);
  });
  it('takes a target for what it says, and a result for what was rounded', () => {
    const served = (rate: string) => ({
      ...completed(2, 1.1, rate),
      target: quantity(2, '万人次', '>='),
      actual: quantity(1.1, '万人次'),
    });
    expect(check({ indicators: [...others, served('53%')] }, RAT_13).findings).toEqual([]);
    const { findings } = check({ indicators: [...others, served('65%')] }, RAT_13);
    expect(findings).toMatchObject([{ severity: 'error', expected: 55, actual: 65 }]);
  });
  it('only warns where no more than half of the rows bear it out', () => {
    const half = [...others, completed(48, 46, '90%'), completed(50, 40, '70%')];
    const { findings } = check({ indicators: half }, RAT_13);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const most = [...half, completed(40, 44, '100%'), completed(75, 69, '108.70%', '<=')];
    expect(check({ indicators: most }, RAT_13).findings.map(({ severity }) => severity)).toEqual([
      'error',
      'error',
    ]);
  });
  it('cannot tell where most rates are counted in another way', () => {
    const indicators = [completed(48, 46, '90%'), completed(50, 40, '70%'), completed(50, 50, '100%')];
    expect(check({ indicators }, RAT_13)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 3 }] });
  });
});

/** 申报 | 核减 | 核减率 in a row. */
function reviewed(row: number, asked: number, cut: number, rate: string): Amount[] {
  const item = `展厅${row}`;
  const of = (column: number, fields: Partial<Amount>): Amount =>
    amount({ item, value: 0, section: 'projects', source: { value: at(row, column) }, ...fields });
  return [
    of(1, { value: asked, raw: asked.toFixed(2), column_label: '申报金额' }),
    of(2, { value: cut, raw: cut.toFixed(2), column_label: '核减金额', measure: 'adjustment' }),
    of(3, { value: Number.parseFloat(rate), raw: rate, unit: '%', measure: 'rate', column_label: '核减率' }),
  ];
}

describe('RAT-14, a line of rates is the quotient of two others', () => {
  const rows = (last: string): Amount[] => [
    ...reviewed(1, 260, 24, '9.23%'),
    ...reviewed(2, 148.5, 9.3, '6.26%'),
    ...reviewed(3, 75.2, 8.4, '11.17%'),
    ...reviewed(4, 90, 12.6, last),
  ];

  it('passes', () => {
    expect(check({ amounts: rows('14.00%') }, RAT_14)).toMatchObject({
      findings: [],
      coverage: [{ consistent: 4 }],
    });
  });
  it('tells the cell that differs from all the others', () => {
    const { findings } = check({ amounts: rows('41.00%') }, RAT_14);
    expect(findings).toMatchObject([{ severity: 'error', expected: 14, actual: 41 }]);
    expect(figuresOf(findings[0])).toEqual([41, 12.6, 90]);
  });
  it('is on the edge of what the figures leave open', () => {
    expect(check({ amounts: rows('14.01%') }, RAT_14).findings).toEqual([]);
    expect(check({ amounts: rows('14.03%') }, RAT_14).findings).toHaveLength(1);
  });
  it('only warns on the word of two, and cannot tell on that of one', () => {
    const amounts = rows('41.00%');
    expect(check({ amounts: amounts.slice(3) }, RAT_14).findings).toMatchObject([{ severity: 'warning' }]);
    expect(check({ amounts: amounts.slice(6) }, RAT_14).coverage).toEqual([]);
  });
  it('only warns of the rate of a total, and takes 100% for more', () => {
    const amounts = [...rows('14.00%'), ...reviewed(5, 20, 21, '100%')];
    expect(check({ amounts }, RAT_14).findings).toEqual([]);
    const total = reviewed(6, 573.7, 54.3, '10.17%').map((one) => ({ ...one, role: 'total' as const }));
    expect(check({ amounts: [...amounts, ...total] }, RAT_14).findings).toMatchObject([
      { severity: 'warning' },
    ]);
  });
  it('finds means per head in rows of years', () => {
    const years = [
      [2029, 1140, 420, 27142.86],
      [2030, 1323, 465, 28451.61],
      [2031, 1485, 510, 29171.65],
    ] as const;
    const amounts = years.flatMap(([year, spent, homes, mean]) => {
      const of = (row: number, fields: Partial<Amount> & { item: string; value: number }): Amount =>
        amount({ section: 'base_data', year, source: { value: at(row, year) }, ...fields });
      return [
        of(1, { item: '支出资金', value: spent, raw: `${spent}.00` }),
        of(2, { item: '改造户数', value: homes, unit: '户', measure: 'count' }),
        of(3, { item: '户均成本', value: mean, unit: '元' }),
      ];
    });
    const { findings } = check({ amounts }, RAT_14);
    expect(findings).toHaveLength(1);
    expect(figuresOf(findings[0])).toEqual([1485, 29171.65, 510]);
  });
});
