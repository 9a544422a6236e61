import { describe, expect, it } from 'vitest';
import { WGT_03 } from '../../../src/reconcile/rules/wgt-03.ts';
import { check, indicator } from '../records.ts';

const split = (points: Record<string, number>) =>
  check(
    { indicators: Object.entries(points).map(([level1, weight]) => indicator({ level1, weight })) },
    WGT_03,
  );

describe('WGT-03, the split of the points', () => {
  it('passes with a split of the framework', () => {
    expect(split({ 产出指标: 50, 效益指标: 30, 满意度指标: 10 }).findings).toEqual([]);
    expect(split({ 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 }).findings).toEqual([]);
  });
  it('notes another one', () => {
    const { findings } = split({ 产出指标: 40, 效益指标: 30, 满意度指标: 20 });
    expect(findings).toMatchObject([{ severity: 'info', kind: 'weight_sum' }]);
    expect(findings[0]?.message.zh).toContain('产出 40、效益 30、满意度 20');
  });
  it('is on the edge: a total that is off is told by its own rule', () => {
    expect(split({ 产出指标: 40, 效益指标: 30, 满意度指标: 15 }).findings).toEqual([]);
  });
  it('cannot tell with levels of the unit’s own', () => {
    expect(split({ 管理效率: 50, 效益指标: 40 })).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
  });
});
