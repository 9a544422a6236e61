import { describe, expect, it } from 'vitest';
import { IND_04 } from '../../../src/reconcile/rules/ind-04.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (level3: string, value: number, unit: string, op: '>=' | '<=', fields = {}) =>
  indicator({ level3, target: quantity(value, unit, op), ...fields });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, IND_04);
const cost = { level2: '成本指标' };

describe('IND-04, a sign that points the right way', () => {
  it('passes', () => {
    const right = [
      row('参训人数', 300, '人', '>='),
      row('有效投诉率', 2, '%', '<='),
      row('总成本', 30, '万元', '<=', cost),
      row('减少直接损失', 2000, '万元', '>='),
      row('治理水土流失面积', 38, '平方公里', '>='),
      row('盘活土地闲置面积', 300, '亩', '>='),
    ];
    expect(of(...right).findings).toEqual([]);
  });
  it('warns of capped heads, wanted complaints and least costs, once a form', () => {
    const { findings } = of(
      row('就读人数', 1260, '人', '<='),
      row('有效投诉率', 2, '%', '>='),
      row('总成本', 30, '万元', '>=', cost),
    );
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure', actual: 1260 }]);
    expect(figuresOf(findings[0])).toEqual([1260, 2, 30]);
  });
  it('warns of capped satisfaction and quality', () => {
    const told = (name: string) => of(row(name, 90, '%', '<=')).findings.length;
    expect(['居民满意度', '设备验收合格率（%）', '不合格率', '居民不满意率', '失业率'].map(told)).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });
  it('is on the edge: some heads are rightly capped, and answers to complaints are wanted', () => {
    const capped = [
      row('因公出国人数', 3, '人', '<='),
      row('在职人员控制人数', 40, '人', '<='),
      row('投诉办结率', 95, '%', '>='),
      row('故障响应及时率', 95, '%', '>='),
      row('办理天数', 20, '天', '<='),
    ];
    expect(of(...capped).findings).toEqual([]);
  });
  it('cannot tell without a sign', () => {
    expect(
      check({ indicators: [indicator({ level3: '就读人数', target: quantity(3, '人') })] }, IND_04),
    ).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
