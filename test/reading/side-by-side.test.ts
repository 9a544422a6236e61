import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Forms beside one another, and what lists say beside their projects; every name and figure is invented. */
describe('two forms side by side', () => {
  const form = (label = '项目名称', between = '') =>
    read(
      grid(`
 | 2031年部门预算项目支出绩效自评表 | < | < | < | < | < | < | < | < |
 | 项目名称 | 湿地巡护 | < | < | ${between} | ${label} | 古树保护 | < | < |
 | 实施单位 | 湿地中心 | < | < | | 实施单位 | 林业站 | < | < |
 | 指标 | 目标值 | 分值 | 得分 | | 指标 | 目标值 | 分值 | 得分 |
 | 巡护里程 | ≥3600公里 | 60 | 60 | | 挂牌古树 | ≥210株 | 70 | 70 |
 | 监测点位 | 18个 | 40 | 38 | | 复壮救护 | ≥12株 | 30 | 29 |
 | 总分 | | 100 | 98 | | 总分 | | 100 | 99 |`),
    );

  test('are two filings under the title across both', () => {
    const readout = form();
    expect(
      readout.filings.map(({ organisation, project, title, total_score }) => [
        title,
        organisation,
        project,
        total_score,
      ]),
    ).toEqual([
      ['2031年部门预算项目支出绩效自评表', '湿地中心', '湿地巡护', 98],
      ['2031年部门预算项目支出绩效自评表', '林业站', '古树保护', 99],
    ]);
    expect(readout.indicators.map(({ filing_id, level3 }) => [filing_id.at(-1), level3])).toEqual([
      ['0', '巡护里程'],
      ['0', '监测点位'],
      ['1', '挂牌古树'],
      ['1', '复壮救护'],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('are one where the right side names something else, or a column between them says something', () => {
    expect(form('项目负责人').filings).toHaveLength(1);
    expect(form('项目名称', '备注').filings).toHaveLength(1);
  });
});

describe('what stands beside the projects of a list', () => {
  test('the rate of execution is that of the project, and the row that adds up keeps the stages', () => {
    const readout = read(
      '2031年度项目支出绩效自评表（汇总）',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 全年预算数 | 全年执行数 | 执行率 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 1 | 河道保洁 | 360 | 349.2 | 97% | 保洁长度 | ≥128公里 | 128公里 | 100 | 100 |
 | 2 | 动物防疫 | 145 | 137.75 | 95% | 免疫牲畜 | ≥18万头 | 18万头 | 100 | 100 |
 | 合计 | < | 505 | 486.95 | 96.43% | | | | | |`),
    );
    expect(readout.filings.map(({ execution_rate }) => execution_rate)).toEqual([97, 95, 96.43]);
    expect(counted(readout).slice(-2)).toEqual([
      'funding 合计 annual_budget 2031 505 万元',
      'funding 合计 executed 2031 486.95 万元',
    ]);
  });

  test('indicators that 绩效指标 writes out without levels are of their project', () => {
    const list = (head: string) =>
      read(
        '2031年部门预算项目明细表',
        '单位：元',
        grid(`
 | 项目名称 | 合计 | 一般公共预算 | 政府性基金 | ${head} |
 | 城管平台运维 | 1,860,000 | 1,860,000 | 0 | 可用率≥99%；响应≤2小时 |
 | 城区保洁 | 36,000,000 | 26,000,000 | 10,000,000 | 机扫率≥92% |`),
      );
    expect(list('绩效指标').indicators.map(({ level3, scope }) => [scope, level3])).toEqual([
      ['城管平台运维', '可用率'],
      ['城管平台运维', '响应'],
      ['城区保洁', '机扫率'],
    ]);
    expect(list('备注').indicators).toEqual([]);
  });
});

describe('heads and captions', () => {
  test('a value of half a year beside that of the year is a remark', () => {
    const readout = read(
      '2031年项目支出绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 半年指标值 | 全年指标值 |
 | 产出指标 | 数量指标 | 救助人次 | ≥320人次 | ≥650人次 |
 | 效益指标 | 社会效益指标 | 救助对象满意度 | ≥90% | |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/救助人次 >=650人次 ∅',
      'annual 效益指标/社会效益指标/救助对象满意度 >=90% ∅',
    ]);
    expect(readout.indicators.map(({ remark }) => remark)).toEqual(['半年指标值：≥320人次', null]);
  });

  test('a numbered label beside the rows of an assessment is no level, and its only names are the items', () => {
    const form = (side: string) =>
      read(
        '事前绩效评估报告表',
        grid(`
 | 项目名称 | 智慧养老平台 | < | < | < |
 | ${side} | 评估项目 | 分值 | 得分 | 评估意见 |
 | ^ | 立项必要性 | 20 | 18 | 符合规划 |
 | ^ | 投入经济性 | 20 | 15 | 单价偏高 |
 | ^ | 目标合理性 | 20 | 17 | |
 | ^ | 方案可行性 | 20 | 18 | |
 | ^ | 筹资合规性 | 20 | 20 | |
 | ^ | 合计 | 100 | 88 | |
 | 三、评估结论 | 部分支持 | < | < | < |`),
      );
    const readout = form('二、评估内容');
    expect(readout.indicators.map(({ level1, level3, score }) => [level1, level3, score])).toEqual([
      [null, '立项必要性', 18],
      [null, '投入经济性', 15],
      [null, '目标合理性', 17],
      [null, '方案可行性', 18],
      [null, '筹资合规性', 20],
    ]);
    expect(readout.filings[0]).toMatchObject({ total_score: 88, project: '智慧养老平台' });
  });

  test('the year in brackets stands beside who files the form too', () => {
    const year = (said: string) =>
      read(
        '部门整体绩效自评表',
        grid(`
 | 部门名称：海岬县审计局 | < | < | ${said} |
 | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
 | 产出指标 | 审计项目 | ≥36个 | 36个 |`),
      ).filings[0]?.year;
    expect(year('（2031年度）')).toBe(2031);
    expect(year('成立于2031年')).toBeNull();
  });

  test('政策资金总额 is the whole of a policy, with its years beside 其中', () => {
    const readout = read(
      '2032年财政支出政策绩效目标申报表',
      '单位：万元',
      grid(`
 | 政策名称 | 外贸稳增长政策 | < | < | < |
 | 政策资金总额 | 9,600 | 其中： | 2031年 | 3,000 |
 | ^ | ^ | ^ | 2032年 | 3,200 |
 | ^ | ^ | ^ | 2033年 | 3,400 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 政策资金总额 total_budget ∅ 9600 万元',
      'funding 2031年 current 2031 3000 万元 of=政策资金总额',
      'funding 2032年 current 2032 3200 万元 of=政策资金总额',
      'funding 2033年 current 2033 3400 万元 of=政策资金总额',
    ]);
  });
});
