import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Counties with values of their own, and what they reached. Every name and figure is invented. */
describe('what places reached', () => {
  const valuesOf = (drawing: string) =>
    read('2031年度转移支付区域绩效目标自评表', grid(drawing)).indicators.map(
      ({ actual, level3, scope, target }) => [level3, scope, target?.value, actual?.value],
    );

  test('stands behind what was reached altogether, and is no target', () => {
    const drawing = `
 | 二级指标 | 三级指标 | 指标值 | 全省完成值 | 东岭市 | 西渡市 |
 | 数量指标 | 防控面积 | ≥80万亩 | 90万亩 | 48万亩 | 42万亩 |
 | 质量指标 | 处置率 | ≥90% | 93% | 94% | 92% |`;
    expect(valuesOf(drawing)).toEqual([
      ['防控面积', undefined, 80, 90],
      ['防控面积', '东岭市', undefined, 48],
      ['防控面积', '西渡市', undefined, 42],
      ['处置率', undefined, 90, 93],
      ['处置率', '东岭市', undefined, 94],
      ['处置率', '西渡市', undefined, 92],
    ]);
    const { findings } = reconcile(read('2031年度转移支付区域绩效目标自评表', grid(drawing)));
    expect(findings.map(({ rule }) => rule)).not.toContain('IND-02');
  });

  test('stands below their names again', () => {
    expect(
      valuesOf(`
 | 二级指标 | 三级指标 | 年度指标值 | < | 实际完成值 | < |
 | ^ | ^ | 青禾县 | 松谷县 | 青禾县 | 松谷县 |
 | 数量指标 | 改厕户数 | ≥4500户 | ≥3500户 | 4600户 | 3600户 |`),
    ).toEqual([
      ['改厕户数', '青禾县', 4500, 4600],
      ['改厕户数', '松谷县', 3500, 3600],
    ]);
  });

  test('stands beside what each aimed at', () => {
    expect(
      valuesOf(`
 | 二级指标 | 三级指标 | 全市 | < | 青禾县 | < |
 | ^ | ^ | 目标值 | 完成值 | 目标值 | 完成值 |
 | 数量指标 | 改厕户数 | ≥8000户 | 8200户 | ≥4500户 | 4600户 |`),
    ).toEqual([
      ['改厕户数', '全市', 8000, 8200],
      ['改厕户数', '青禾县', 4500, 4600],
    ]);
  });
});
