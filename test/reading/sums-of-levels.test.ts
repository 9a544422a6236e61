import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

const title = '2031年项目支出绩效评价指标评分表';

/** Three first levels, each with a row behind it that adds it up. */
const scored = (sums: readonly [string, string, string], marks = 27, total = '总计') =>
  read(
    title,
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分 |
 | 决策 | 项目立项 | 立项依据充分性 | 8 | 充分得满分 | 8 |
 | ^ | 绩效目标 | 目标合理性 | 12 | 合理得满分 | 11 |
 | ${sums[0]} | < | < | 20 | | 19 |
 | 过程 | 资金管理 | 预算执行率 | 15 | 按比例 | 14 |
 | ^ | 组织实施 | 制度健全性 | 15 | 健全得满分 | 13 |
 | ${sums[1]} | < | < | 30 | | ${marks} |
 | 产出 | 产出数量 | 改造小区数 | 30 | 按比例 | 30 |
 | ^ | 产出质量 | 验收合格率 | 20 | 按比例 | 18 |
 | ${sums[2]} | < | < | 50 | | 48 |
 | ${total} | < | < | 100 | | 94 |`),
  );

describe('rows that add up the points of a level', () => {
  it.each([
    [['小计', '小计', '小计']],
    [['（一）小计', '（二）小计', '（三）小计']],
    [['合计', '合计', '合计']],
    [['一级指标合计', '一级指标合计', '一级指标合计']],
    [['决策小计', '过程小计', '产出小计']],
    [['决策指标得分合计', '过程指标得分合计', '产出指标得分合计']],
    [['本项小计', '本项小计', '本项小计']],
  ] as const)('tell the level its points where they stand below it: %s', (sums) => {
    const readout = scored(sums);
    expect(readout.filings).toMatchObject([{ total_score: 94 }]);
    expect(
      readout.indicators.map((row) => [row.level1, row.level1_weight, row.level1_score, row.level3]),
    ).toEqual([
      ['决策', 20, 19, '立项依据充分性'],
      ['决策', 20, 19, '目标合理性'],
      ['过程', 30, 27, '预算执行率'],
      ['过程', 30, 27, '制度健全性'],
      ['产出', 50, 48, '改造小区数'],
      ['产出', 50, 48, '验收合格率'],
    ]);
    expect(readout.warnings).toEqual([]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(reconcile(scored(sums, 28)).findings.map(({ rule }) => rule)).toEqual(['SCR-15']);
  });

  it('are told from the total of them all, whatever that is called', () => {
    const readout = scored(['合计', '合计', '合计'], 27, '合计');
    expect(readout.filings).toMatchObject([{ total_score: 94 }]);
    expect(readout.indicators.map((row) => row.level1_score)).toEqual([19, 19, 27, 27, 48, 48]);
  });

  it('are of the second level where each of these has one, and of the first behind them', () => {
    const readout = read(
      title,
      grid(`
 | 一级指标 | < | 二级指标 | < | 三级指标 | < | 扣分原因 | 得分 | 得分率 |
 | 名称 | 权重 | 名称 | 权重 | 名称 | 权重 | ^ | ^ | ^ |
 | 决策 | 40% | 目标设定 | 20% | 目标合理性 | 8% | | 8 | 100% |
 | ^ | ^ | ^ | ^ | 指标明确性 | 12% | 未量化 | 9 | 75% |
 | ^ | ^ | 小计 | < | < | 20% | | 17 | 85% |
 | ^ | ^ | 预算编制 | 20% | 编制科学性 | 20% | | 19 | 95% |
 | ^ | ^ | 小计 | < | < | 20% | | 19 | 95% |
 | 一级指标合计 | < | < | < | < | 40% | | 36 | 90% |
 | 产出 | 60% | 职责履行 | 60% | 新增学位 | 30% | 少建一校 | 24 | 80% |
 | ^ | ^ | ^ | ^ | 巩固率 | 30% | | 30 | 100% |
 | ^ | ^ | 小计 | < | < | 60% | | 54 | 90% |
 | 一级指标合计 | < | < | < | < | 60% | | 54 | 90% |
 | 总计 | < | < | < | < | 100% | | 90 | 90% |`),
    );
    expect(readout.indicators.map((row) => [row.level3, row.level1_score, row.level2_score])).toEqual([
      ['目标合理性', 36, 17],
      ['指标明确性', 36, 17],
      ['编制科学性', 36, 19],
      ['新增学位', 54, undefined],
      ['巩固率', 54, undefined],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('add up nothing where a form of several levels ends, and an indicator so named keeps its value', () => {
    const readout = read(
      '2031年项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 产出 | 数量 | 培训 | ≥30期 | 31期 | 40 | 40 |
 | ^ | ^ | 数量合计 | ≥900人 | 930人 | 30 | 30 |
 | 效益 | 社会效益 | 就业率 | ≥80% | 81% | 30 | 29 |
 | 合计 | < | < | < | < | 100 | 99 |`),
    );
    expect(readout.indicators.map(({ level3 }) => level3)).toEqual(['培训', '数量合计', '就业率']);
    expect(readout.filings).toMatchObject([{ total_score: 99 }]);
  });
});
