import { describe, expect, it } from 'vitest';
import { WGT_06 } from '../../../src/reconcile/rules/wgt-06.ts';
import { check, figuresOf, indicator } from '../records.ts';

const rows = (...weights: (number | null)[]) =>
  check({ indicators: weights.map((weight, i) => indicator({ level3: `指标${i}`, weight })) }, WGT_06);

describe('WGT-06, no indicator decides alone', () => {
  it('passes', () => {
    expect(rows(30, 30, 20, 20).findings).toEqual([]);
  });
  it('warns of one that does', () => {
    const { findings } = rows(60, 20, 20);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'weight_sum', actual: 60 }]);
    expect(findings[0]?.message.zh).toContain('60%');
    expect(figuresOf(findings[0])).toEqual([60]);
  });
  it('is on the edge at 40%', () => {
    expect(rows(40, 30, 30).findings).toEqual([]);
    expect(rows(41, 30, 29).findings).toHaveLength(1);
  });
  it('leaves a cell of points that several rows share alone', () => {
    expect(rows(50, null, 25, 25).findings).toEqual([]);
  });
  it('leaves the points of whole levels alone', () => {
    const levels = (
      [
        ['投入', 15],
        ['过程', 55],
        ['产出', 30],
      ] as const
    ).map(([level3, weight]) => indicator({ level1: null, level2: null, level3, weight }));
    expect(check({ indicators: levels }, WGT_06).findings).toEqual([]);
  });
  it('cannot tell of two indicators', () => {
    expect(rows(60, 40)).toEqual({ findings: [], coverage: [] });
  });
});
