import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Layouts of offices' own templates; every name and figure is invented. */
describe('what is no head of money', () => {
  test('when the parts of a project begin and end', () => {
    const { amounts } = read(
      '项目绩效目标表',
      '（2033年度）',
      grid(`
 | 项目名称 | 镇区道路 | < | < |
 | 项目总投资（万元） | 640 | < | < |
 | 项目实施进度计划 | 项目实施内容 | 开始时间 | 完成时间 |
 | ^ | 1、总体规划 | 2031 | 2032 |
 | ^ | 2、路面改造 | 2033 | 2033 |`),
    );
    expect(amounts.map(({ item, value }) => [item, value])).toEqual([['项目总投资', 640]]);
  });

  test('an office and whether a project is a lasting one, over sums with their labels', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2033年度）',
      grid(`
 | 项目名称 | 健身设施更新 | 预算单位 | 浦岸区体育局 |
 | 具体实施处室（单位） | 群体科 | 是否为经常性项目 | 是 |
 | 当年预算数（元） | 2,400,000 | 上年预算数（元） | 2,100,000 |
 | 预算执行数（元） | 2,352,000 | 预算执行率（%） | 98.00 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 当年预算数 current 2033 2400000 元',
      'funding 上年预算数 prior 2032 2100000 元',
      'funding 预算执行数 executed 2033 2352000 元',
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_rate: 98 });
  });
});

describe('heads of indicators', () => {
  test('what is expected to be reached is aimed at, and 总目标绩效指标 are of the long term', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      '（2033年度）',
      grid(`
 | 项目名称 | 河道治理 | < | < | < |
 | 总目标绩效指标 | 一级指标 | 二级指标 | 绩效标准 | 当年预期实现值 |
 | ^ | 产出指标 | 治理河道长度 | 行业标准 | ≥32公里 |
 | 本年度绩效指标 | 一级指标 | 二级指标 | 绩效标准 | 当年预期实现值 |
 | ^ | 产出指标 | 治理河道长度 | 行业标准 | ≥18公里 |`),
    );
    expect(readout.filings[0]?.form_type).toBe('project_targets');
    expect(readout.indicators.map(({ section, target, actual }) => [section, target?.raw, actual])).toEqual([
      ['long_term', '≥32公里', null],
      ['annual', '≥18公里', null],
    ]);
  });

  test('points and score beside their labels in the last row', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2033年度）',
      grid(`
 | 项目名称 | 饮水安全 | < | < | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 改建工程 | >= | 14处 | 14处 | 60 | 60 |
 | 效益指标 | 社会效益指标 | 受益人口 | >= | 3万人 | 3万人 | 40 | 38.5 |
 | 总分 | < | 100 | < | 总得分 | 98.5 | 自评等级 | 优 |`),
    );
    expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: 98.5 });
    expect(told(readout)).toHaveLength(2);
  });
});

describe('sums and their sources', () => {
  test('lines a column further right are part of the last one that is not', () => {
    const { amounts } = read(
      '财政支出项目绩效目标申报表',
      '（2033年度）',
      grid(`
 | 项目名称 | 农田建设 | < | < |
 | 项目资金申请（万元） | 资金总额： | 860 | |
 | ^ | 财政拨款： | 700 | |
 | ^ | 自有资金： | 160 | |
 | ^ | | 事业收入： | 100 |
 | ^ | | 经营性收入： | 60 |
 | ^ | 其他： | 0 | |`),
    );
    expect(amounts.map(({ item, parent }) => [item, parent])).toEqual([
      ['资金总额', null],
      ['财政拨款', '资金总额'],
      ['自有资金', '资金总额'],
      ['事业收入', '自有资金'],
      ['经营性收入', '自有资金'],
      ['其他', '资金总额'],
    ]);
  });

  test('units over 三公经费合计 and its kinds', () => {
    const readout = read(
      '部门整体支出绩效评价自评报告',
      '二、2033年度收支情况（单位：万元）',
      grid(`
 | 机构名称 | 三公经费合计 | 其中： | < | < | < |
 | ^ | ^ | 公务接待费 | 公务用车运维费 | 公务用车购置费 | 因公出国费 |
 | 局机关及二级机构汇总 | 12.6 | 4.6 | 8 | 0 | 0 |
 | 1、局机关 | 9.1 | 3.1 | 6 | 0 | 0 |
 | 2、指挥中心 | 3.5 | 1.5 | 2 | 0 | 0 |`),
    );
    expect(readout.amounts).toHaveLength(15);
    expect(readout.filings[0]?.organisation ?? null).not.toBe('三公经费合计');
  });

  const funds = (first: string, sum: string, spent: string): string[] => {
    const table = read(
      '项目支出绩效自评表',
      '（2033年度）',
      grid(`
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额 | ${first} | ${sum} | ${spent} |
 | ^ | 其中：当年财政拨款 | 90 | 89.97 | 89.97 |
 | ^ | 上年结转资金 | | | |
 | ^ | 其他资金 | | | |`),
    );
    return reconcile(table)
      .findings.filter(({ kind }) => kind === 'sum')
      .map(({ rule, severity }) => `${rule} ${severity}`);
  };

  test('the only source is all of its sum where the other columns say so', () => {
    expect(funds('90', '89.97', '89.97')).toEqual([]);
    expect(funds('93', '89.97', '89.97')).toEqual(['SUM-01 warning']);
    expect(funds('90', '89.97', '82.97')).toContain('SUM-01 warning');
  });

  test('and may be some of it where another column says that too', () => {
    expect(funds('100', '120', '89.97')).toEqual([]);
  });
});

describe('rates of execution', () => {
  const tasks = (...rates: [string, string, string]): string[] => {
    const { findings } = reconcile(
      read(
        '部门整体支出绩效自评情况表',
        '（2033年度）',
        grid(`
 | 任务名称 | 批复金额（万元） | < | 实际支出金额（万元） | 预算执行率 |
 | ^ | 其中：财政拨款 | 其他资金 | ^ | ^ |
 | 学位扩增 | 860.00 | 140.00 | 950.00 | ${rates[0]} |
 | 教师培训 | 45.00 | 5.00 | 40.00 | ${rates[1]} |
 | 营养改善 | 1,440.00 | 60.00 | 1,425.00 | ${rates[2]} |`),
      ),
    );
    return findings.filter(({ rule }) => rule === 'PCT-05').map(({ severity }) => severity);
  };

  test('are of the sources together where the other lines say so', () => {
    expect(tasks('95.00%', '80.00%', '95.00%')).toEqual([]);
    expect(tasks('91.00%', '80.00%', '95.00%')).toEqual(['warning']);
    expect(tasks('91.00%', '88.89%', '95.00%')).toEqual([]);
  });

  test('on the line of what was spent are held against it', () => {
    const rate = (spent: string): string[] =>
      reconcile(
        read(
          '项目支出绩效自评表',
          '（2033年度）',
          grid(`
 | 项目名称 | 健身设施更新 | 预算单位 | 浦岸区体育局 |
 | 当年预算数（元） | 2,400,000 | 上年预算数（元） | 2,100,000 |
 | 预算执行数（元） | ${spent} | 预算执行率（%） | 98.00 |`),
        ),
      ).findings.map(({ rule }) => rule);
    expect(rate('2,352,000')).toEqual([]);
    expect(rate('2,152,000')).toEqual(['PCT-05']);
  });

  test('are judged in the line of what is left from last year as well', () => {
    const { findings } = reconcile(
      read(
        '项目支出绩效自评表',
        '（2033年度）',
        grid(`
 | 项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 |
 | ^ | 年度资金总额 | 520.60 | 468.54 | 90.00% |
 | ^ | 其中：当年财政拨款 | 400.60 | 348.54 | 87.00% |
 | ^ | 上年结转资金 | 120.00 | 120.00 | 103.00% |`),
      ),
    );
    expect(findings.filter(({ rule }) => rule === 'PCT-05')).toHaveLength(1);
  });
});
