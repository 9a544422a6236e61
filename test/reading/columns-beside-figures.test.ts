import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read, told } from './drawing.ts';

const rulesOf = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout).findings.map((finding) => finding.rule);

/** Layouts in which columns of one kind stand beside or below those of another; every name and figure is invented. */
describe('columns beside those of another kind', () => {
  const selfEvaluation = (total: string) =>
    read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 文化惠民演出 | < | < | < | < | < | < | < |
 | 绩效指标 | 年度指标值 | < | < | < | < | 实际完成值 | 分值 | 得分 |
 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | ^ | ^ | ^ |
 | ^ | 产出指标 | 数量指标 | 演出场次 | ≥ | 120场 | 126场 | 60 | 59.8 |
 | ^ | 满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥ | 90% | 93% | 40 | 40 |
 | 其他需要说明的事项 | 无 | < | < | < | < | < | < | < |
 ${total}`),
    );

  test('the levels stand below 年度指标值, right of a label that runs down', () => {
    const readout = selfEvaluation('| 总分 | 100 | < | < | < | < | < | 100 | 99.8（自评等级：优） |');
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/演出场次 >=120场 60',
      'evaluation 满意度指标/服务对象满意度指标/观众满意度 >=90% 40',
    ]);
    expect(readout.indicators.map(({ score, weight }) => [weight, score])).toEqual([
      [60, 59.8],
      [40, 40],
    ]);
  });

  test('the total below 其他需要说明的事项 is read by its columns, with its grade', () => {
    const readout = selfEvaluation('| 总分 | 100 | < | < | < | < | < | 100 | 99.8（自评等级：优） |');
    expect(readout.filings[0]).toMatchObject({ total_score: 99.8, total_weight: 100 });
    expect(rulesOf(readout)).not.toContain('SCR-02');
    const graded = selfEvaluation('| 自评总分及等级 | < | < | < | < | < | < | < | 99.8分，优 |');
    expect(graded.filings[0]?.total_score).toBe(99.8);
  });

  test('short texts of goals over the head of the indicators are no head of money', () => {
    const readout = read(
      '2024年度部门整体绩效自评表',
      grid(`
 | 部门资金（万元） | 年初预算数 | < | 全年（调整）预算数 | < | 全年执行数 | < | 执行率 |
 | ^ | 12,480.66 | < | 15,236.40 | < | 14,626.94 | < | 96.00% |
 | 年初整体绩效目标 | < | < | 全年（调整）整体绩效目标 | < | < | 目标实际完成情况 | < |
 | 粮食播种面积48万亩 | < | < | 粮食播种面积48.2万亩 | < | < | 播种面积48.3万亩 | < |
 | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重（分） | 指标得分（分） |
 | 粮食播种面积 | 万亩 | ≥ | 48 | 48.2 | 48.3 | 60 | 60 |
 | 高标准农田 | 亩 | ≥ | 22000 | 25000 | 24800 | 40 | 39.68 |`),
    );
    expect(told(readout)).toEqual([
      'evaluation ∅/∅/粮食播种面积 >=48.2万亩 60',
      'evaluation ∅/∅/高标准农田 >=25000亩 40',
    ]);
    expect(readout.amounts.map((each) => each.value)).toEqual([12480.66, 15236.4, 14626.94, 96]);
  });

  test('indicators with their grades beside the budgets of activities', () => {
    const readout = read(
      '职责活动绩效目标表',
      '部门：松湖区司法局 单位：万元',
      grid(`
 | 职责活动 | 年度预算数 | 内容描述 | 绩效目标 | 绩效指标 | 评价标准 | < | < | < |
 | ^ | ^ | ^ | ^ | ^ | 优 | 良 | 中 | 差 |
 | 一、法治宣传 | 42.00 | | | | | | | |
 | 1、普法教育 | 26.00 | 开展六进 | 提高法律素质 | 普法活动场次 | ≥60次 | ≥50次 | ≥40次 | <40次 |
 | ^ | ^ | ^ | ^ | 普法覆盖率 | ≥95% | ≥90% | ≥80% | <80% |
 | 2、法治文化阵地 | 16.00 | 建设公园 | 覆盖到乡 | 阵地数量 | ≥8个 | ≥6个 | ≥5个 | <5个 |`),
    );
    expect(told(readout)).toEqual([
      'annual ∅/∅/普法活动场次 >=60次 ∅',
      'annual ∅/∅/普法覆盖率 >=95% ∅',
      'annual ∅/∅/阵地数量 >=8个 ∅',
    ]);
    expect(readout.indicators.map(({ scope }) => scope)).toEqual(['普法教育', '普法教育', '法治文化阵地']);
    expect(readout.indicators[0]?.scoring_rule).toBe('优：≥60次；良：≥50次；中：≥40次；差：<40次');
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['法治宣传', 42],
      ['普法教育', 26],
      ['法治文化阵地', 16],
    ]);
  });
});
