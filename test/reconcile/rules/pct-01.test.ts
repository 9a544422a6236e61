import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { PCT_01 } from '../../../src/reconcile/rules/pct-01.ts';
import { PCT_03 } from '../../../src/reconcile/rules/pct-03.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { amount, check, figuresOf, under } from '../records.ts';

const column = (...rows: [string, number | null, number | null][]) =>
  rows.map(([item, value, share]) => amount({ item, value, share }));

describe('PCT-01, a share is its part over the total', () => {
  it('passes where the share is the rounded quotient', () => {
    const { findings } = check(
      { amounts: column(['甲', 1, 33.3], ['乙', 2, 66.7], ['合计', 3, 100]) },
      PCT_01,
    );
    expect(findings).toEqual([]);
  });

  it('fails with share, part and total as evidence', () => {
    const amounts = column(['甲', 960.5, 96.0], ['乙', 0.06, 0.5], ['丙', 40, 4], ['合计', 1000.56, 100]);
    const { findings } = check({ amounts }, PCT_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ kind: 'share', severity: 'error', actual: 0.5 });
    expect(figuresOf(findings[0])).toEqual([0.5, 0.06, 1000.56]);
  });

  it('takes shares that make up that of their line for shares of what it is of, where a wrong total lets none fit', () => {
    const [total, basic, projects, staff, goods] = column(
      ['合计', 2000, 100],
      ['基本支出', 600.8, 60.08],
      ['项目支出', 399.2, 39.92],
      ['人员经费', 512.4, 51.24],
      ['公用经费', 88.4, 8.84],
    ) as [Amount, Amount, Amount, Amount, Amount];
    under(total, [basic, projects]);
    under(basic, [staff, goods]);
    const { findings } = check({ amounts: [basic, staff, goods, projects, total] }, SUM_01, PCT_01);
    expect(findings.map(({ rule }) => rule)).toEqual(['SUM-01']);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { from: '2000', to: '1000' } });
  });

  it('comes to an end where records given are parts of each other', () => {
    const [one, two] = column(['甲', 30, 30], ['乙', 100, 50]) as [Amount, Amount];
    under(one, [two]);
    under(two, [one]);
    expect(check({ amounts: [one, two] }, PCT_01).findings.length).toBeGreaterThan(0);
  });

  it('is on the edge where only truncation explains it: a note under a code of its own', () => {
    const amounts = column(['甲', 799.9, 79.9], ['乙', 200.1, 20], ['合计', 1000, 100]);
    const exactTies = check({ amounts }, PCT_01, PCT_03).findings;
    expect(exactTies).toMatchObject([{ rule: 'PCT-03', severity: 'info', verdict: 'explained' }]);
  });

  it('does not call truncated what half-up shares of the same column refute', () => {
    const amounts = column(['甲', 19.8, 1.9], ['乙', 16.8, 1.7], ['丙', 963.4, 96.3], ['合计', 1000, 100]);
    const { findings } = check({ amounts }, PCT_01, PCT_03);
    expect(findings.map(({ verdict, severity }) => [verdict, severity])).toEqual([['improbable', 'warning']]);
  });

  it('takes a last share that closes the column for plugged, one in the middle for a slip', () => {
    const last = column(['甲', 357.58, 97.27], ['乙', 10, 2.73], ['合计', 367.58, 100]);
    expect(check({ amounts: last }, PCT_01, PCT_03).findings.map(({ severity }) => severity)).toEqual([
      'info',
      'info',
    ]);
    const middle = column(
      ['甲', 120.39, 1.7],
      ['乙', 0.06, 0.1],
      ['丙', 6841.32, 98.2],
      ['合计', 6961.77, 100],
    );
    const { findings } = check({ amounts: middle }, PCT_01, PCT_03);
    expect(findings.filter(({ severity }) => severity === 'error').map(figuresOf)).toEqual([
      [0.1, 0.06, 6961.77],
    ]);
  });

  it('cannot tell over a total of 0 or a column that is a rate over something else', () => {
    const zero = check({ amounts: column(['甲', 0, 0], ['合计', 0, 100]) }, PCT_01);
    expect(zero.coverage[0]).toMatchObject({ reasons: { 'total is zero': 1 } });
    const executed = column(['甲', 1, 100], ['乙', 2, 100], ['丙', 3, 100], ['合计', 6, 100]);
    const { findings, coverage } = check({ amounts: executed }, PCT_01);
    expect(findings).toEqual([]);
    expect(coverage[0]?.reasons).toEqual({ 'column is no share of the total': 3 });
  });

  it('takes shares of a list without a total for those of what it comes to, where most of them say so', () => {
    const list = (...rows: [string, number, number][]) =>
      check(
        { amounts: rows.map(([item, value, share]) => amount({ item, value, share, section: 'budget' })) },
        PCT_01,
      );
    const told = list(['甲', 120, 60], ['乙', 50, 25], ['丙', 30, 51]);
    expect(told.findings).toMatchObject([{ severity: 'warning', expected: 15, actual: 51, difference: 36 }]);
    expect(figuresOf(told.findings[0])).toEqual([51, 120, 50, 30]);
    expect(told.coverage[0]).toMatchObject({ consistent: 2, violated: 1 });
    expect(list(['甲', 120, 60], ['乙', 50, 25], ['丙', 30, 15]).findings).toEqual([]);
    // Cut off at their last place, and of a sum that has one more row.
    expect(list(['甲', 121, 60], ['乙', 49, 24], ['丙', 30, 15]).findings).toEqual([]);
    expect(list(['甲', 120, 60], ['乙', 50, 25], ['丙', 20, 10])).toMatchObject({
      findings: [],
      coverage: [{ reasons: { 'total is missing': 3 } }],
    });
    // Two are too few, and so are those of two in four.
    expect(list(['甲', 120, 60], ['乙', 80, 51]).findings).toEqual([]);
    expect(list(['甲', 100, 50], ['乙', 50, 25], ['丙', 30, 51], ['丁', 20, 70]).findings).toEqual([]);
  });
});
