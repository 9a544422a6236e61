import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** Scores that stand a row each beside money; every name and figure is invented. */
const messages = (...given: Parameters<typeof read>) =>
  read(...given).warnings.map(({ code, message }) => `${code} ${/\d+(?= 个)/.exec(message.zh)?.[0]}`);

describe('scores of projects and units in lists', () => {
  test.each([
    ['项目名称', '自评得分'],
    ['部门名称', '得分'],
  ])('those beside the money under %s | %s are of each project or unit', (name, score) => {
    const list = grid(`
 | 序号 | ${name} | 全年预算数 | 全年执行数 | 执行率 | ${score} | 自评等级 |
 | 1 | 技能培训处 | 120.00 | 108.00 | 90% | 94.5 | 优 |
 | 2 | 就业服务处 | 80.00 | 80.00 | 100% | 98 | 优 |
 | 3 | 劳动监察处 | 40.00 | 30.00 | 75% | — | — |
 | 合计 | < | 240.00 | 218.00 | 90.83% | 96.25 | |`);
    const { indicators, warnings } = read('2031年度绩效自评汇总表（单位：万元）', list);
    expect(warnings).toEqual([]);
    expect(indicators.map((row) => [row.level3, row.scope, row.score, row.weight, row.target])).toEqual([
      [score, '技能培训处', 94.5, null, null],
      [score, '就业服务处', 98, null, null],
    ]);
  });

  const parts = (total: string) =>
    read(
      '2031年项目支出绩效评价得分汇总',
      grid(`
 | 序号 | 项目名称 | 预算数（万元） | 评价得分 | < | < | < | 总分 |
 | ^ | ^ | ^ | 决策（15分） | 执行（25） | 产出（30） | 效益（30） | ^ |
 | 1 | 小流域治理 | 120 | 14 | 23 | 28 | 27 | 92 |
 | 2 | 水库加固 | 240 | 13 | 22.5 | 26 | 25.5 | 87 |
 | 3 | 渠道维修 | 80 | 15 | 24 | 29 | 28 | ${total} |`),
    );
  test('have what their parts got under heads with their points, and 得分汇总 is a title', () => {
    const { filings, indicators, warnings } = parts('96');
    expect(warnings).toEqual([]);
    expect(filings[0]).toMatchObject({
      title: '2031年项目支出绩效评价得分汇总',
      form_type: 'project_self_evaluation',
    });
    expect(indicators).toHaveLength(3);
    expect(indicators[1]).toMatchObject({ level3: '总分', scope: '水库加固', score: 87 });
    expect(indicators[1]?.other_scores).toEqual([
      { label: '决策（15分）', value: 13 },
      { label: '执行（25）', value: 22.5 },
      { label: '产出（30）', value: 26 },
      { label: '效益（30）', value: 25.5 },
    ]);
    expect(parts('96').amounts.map(({ value }) => value)).toEqual([120, 240, 80]);
    expect(errorsIn(parts('96'))).toEqual([]);
  });
  const named = (total: string, given = '88.7') =>
    read(
      '2031年财政重点绩效评价结果汇总表（单位：万元）',
      grid(`
 | 序号 | 项目名称 | 预算数 | 执行数 | 评价得分 | < | < | < | < | 评价等级 |
 | ^ | ^ | ^ | ^ | 决策 | 过程 | 产出 | 效益 | ${total} | ^ |
 | 1 | 校园安防升级 | 860.00 | 817.00 | 18.00 | 17.50 | 27.00 | 26.20 | ${given} | 良 |
 | 2 | 高标准农田建设 | 5200.00 | 4992.00 | 19.00 | 18.00 | 28.50 | 27.00 | 92.50 | 优 |
 | 3 | 居家养老服务 | 430.00 | 387.00 | 15.00 | 14.00 | 24.00 | 22.50 | 75.50 | 中 |
 | 平均 | < | | | 17.33 | 16.50 | 26.50 | 25.23 | 85.57 | |`),
    );
  test.each(['总分', '合计'])('whose heads say no points below 评价得分 are parts of its %s', (total) => {
    const { amounts, indicators, warnings } = named(total);
    expect(warnings).toEqual([]);
    expect(amounts.map(({ value }) => value)).toEqual([860, 817, 5200, 4992, 430, 387]);
    expect(indicators[0]).toMatchObject({ scope: '校园安防升级', score: 88.7 });
    expect(indicators[0]?.other_scores).toEqual([
      { label: '决策', value: 18 },
      { label: '过程', value: 17.5 },
      { label: '产出', value: 27 },
      { label: '效益', value: 26.2 },
    ]);
    expect(errorsIn(named(total))).toEqual([]);
    expect(reconcile(named(total, '89.7')).findings.map(({ rule }) => rule)).toContain('SCR-14');
  });
  test('without money too', () => {
    const { amounts, indicators, warnings } = read(
      '2031年项目支出绩效评价得分汇总',
      grid(`
 | 序号 | 项目名称 | 决策（15分） | 过程（25分） | 产出（30分） | 效益（30分） | 总分 |
 | 1 | 小流域治理 | 14 | 23 | 28 | 27 | 92 |
 | 2 | 水库加固 | 13 | 22.5 | 26 | 25.5 | 87 |`),
    );
    expect(indicators.map(({ other_scores, scope, score }) => [scope, score, other_scores?.length])).toEqual([
      ['小流域治理', 92, 4],
      ['水库加固', 87, 4],
    ]);
    expect([amounts, warnings]).toEqual([[], []]);
  });

  test('and add these up', () => {
    expect(errorsIn(parts('69'))).toEqual(['SCR-14']);
  });

  test('the score of the execution is none of a list', () => {
    const funds = grid(`
 | 项目名称 | 智慧停车 | < | < | < | < |
 | 项目资金（万元） | 全年预算数 | 全年执行数 | 分值（10分） | 执行率 | 得分 |
 | 年度资金总额 | 280.00 | 266.00 | 10 | 95% | 9.5 |
 | 其中：财政拨款 | 280.00 | 266.00 | - | 95% | - |
 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 备注 |
 | 泊位数 | 2000个 | 2030个 | 90 | 90 | |`);
    expect(messages('2031年度项目支出绩效自评表', funds)).toEqual([]);
  });
});

describe('points of the tasks of a department', () => {
  const form = (score: string, points = '分值') =>
    read(
      '2031年度部门整体支出绩效自评表（单位：万元）',
      grid(`
 | 主要任务 | 任务名称 | 预算数 | 执行数 | ${points} | 得分 |
 | ^ | 储备粮轮换 | 4200.00 | 4116.00 | 10 | 9.8 |
 | ^ | 物资采购 | 800.00 | 800.00 | 10 | 10 |
 | ^ | 合计 | 5000.00 | 4916.00 | 20 | 19.8 |
 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 数量指标 | 轮换数量 | 12万吨 | 12万吨 | 50 | 50 |
 | 社会效益 | 响应时间 | ≤24小时 | 20小时 | 30 | 30 |
 | 总分 | < | < | < | 100 | ${score} |`),
    );
  const errors = (score: string) =>
    reconcile(form(score)).findings.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));

  test('are part of its total', () => {
    const [first, second] = form('99.8').indicators;
    expect(first).toMatchObject({ level1: '主要任务', level3: '储备粮轮换', weight: 10, score: 9.8 });
    expect(second).toMatchObject({ level1: '主要任务', level3: '物资采购', weight: 10, score: 10 });
    expect(form('99.8').indicators).toHaveLength(4);
    expect(form('99.8').warnings).toEqual([]);
    expect(errors('99.8')).toEqual([]);
  });

  test('a total that leaves them out is wrong', () => {
    expect(errors('98.8')).toEqual(['SCR-02']);
  });

  test('are told where they have no points that they could have', () => {
    expect(form('99.8', '备注').indicators).toHaveLength(2);
    expect(form('99.8', '备注').warnings.map(({ code }) => code)).toEqual(['scores_left_out']);
  });
});
