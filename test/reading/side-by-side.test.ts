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

describe('letters, opinions and lone units', () => {
  test('a letter whose lines are merged across a sheet is prose, and no form of its own', () => {
    const letter = grid(
      `
 | 关于下达2031年就业补助资金的通知 | < |
 | 各县人力资源和社会保障局：根据《就业补助资金管理办法》，现下达你县2031年就业补助资金，请按规定使用。 | < |
 | 附件：1.2031年就业补助资金分配表 | < |
 | 2031年3月1日 | < |`,
      { sheet: '表1' },
    );
    const table = grid(
      `
 | 地区 | 本次下达 |
 | 青石县 | 2,100 |
 | 白沙县 | 1,720 |
 | 合计 | 3,820 |`,
      { sheet: '表1' },
    );
    const readout = read(letter, '2031年就业补助资金分配表', '单位：万元', table);
    expect(readout.filings.map(({ form_type, title }) => [form_type, title])).toEqual([
      ['allocation_table', '2031年就业补助资金分配表'],
    ]);
    expect(readout.texts.some(({ text }) => text.includes('现下达你县'))).toBe(true);
    expect(readout.warnings).toEqual([]);
  });

  test('审定值 is what is aimed at, 申报值 what was; an opinion on goals is a form', () => {
    const readout = read(
      '财政专项资金绩效目标审核意见书',
      grid(`
 | 项目名称 | 冷链物流补助 | < | < | < |
 | 申报金额（万元） | 420.00 | 审减金额（万元） | 40.00 | < |
 | 指标名称 | 申报值 | 审定值 | 单位 | 调整理由 |
 | 新增冷库容量 | ≥1.2 | ≥1.5 | 万立方米 | 结合批复 |
 | 补助企业数 | ≥8 | ≥8 | 家 | |`),
    );
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_targets',
      title: '财政专项资金绩效目标审核意见书',
    });
    expect(told(readout)).toEqual([
      'annual ∅/∅/新增冷库容量 >=1.5万立方米 ∅',
      'annual ∅/∅/补助企业数 >=8家 ∅',
    ]);
    expect(readout.indicators[0]?.remark).toBe('申报值：≥1.2；调整理由：结合批复');
  });

  test('a unit alone below its head is no name, and a seal in front of a label no part of it', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | （公章）单位名称：栖凤县融媒体中心 | < | 单位：元 | < |
 | 项目名称 | 新媒体平台运维 | < | < |
 | 资金投入 | 预算数 | 执行数 | 执行率 |
 | （元） | 680,000.00 | 659,600.00 | 97.00% |
 | 指标名称 | 指标类型 | 权重 | 自评分 |
 | 短视频发布数 | 数量指标 | 90 | 90 |
 | 预算执行率 | 预算执行 | 10 | 9.7 |`),
    );
    expect(counted(readout)[0]).toBe('funding 资金投入 budget 2031 680000 元');
    expect(readout.filings[0]).toMatchObject({
      organisation: '栖凤县融媒体中心',
      execution_weight: 10,
      execution_score: 9.7,
    });
    expect(readout.indicators.map(({ level3 }) => level3)).toEqual(['短视频发布数']);
  });

  test('压减 is taken off a budget', () => {
    const readout = read(
      '2032年项目支出事前绩效评估情况汇总表',
      grid(`
 | 项目名称 | 申请预算（万元） | 建议预算（万元） | 压减（万元） |
 | 非遗传习馆 | 860 | 820 | 40 |
 | 健身中心 | 1,420 | 1,200 | 220 |`),
    );
    expect(readout.amounts.map(({ measure }) => measure).slice(0, 3)).toEqual([
      'current',
      'current',
      'adjustment',
    ]);
  });
});
