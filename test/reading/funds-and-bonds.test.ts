import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Balances of funds, bonds of several years and lists of places with their sum; every name and figure is invented. */
const loud = (...given: Parameters<typeof read>) =>
  reconcile(read(...given)).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

describe('a fund in pairs of labels and figures', () => {
  const fund = (closing: string, paid = '3200.00') =>
    [
      '2031年青禾县社会保险基金预算绩效目标表',
      '单位：万元',
      grid(`
 | 险种 | 城乡居民基本医疗保险 | < | < |
 | 上年结余 | 1250.00 | 本年收入 | 8600.00 |
 | 其中：个人缴费 | ${paid} | 财政补助 | 5400.00 |
 | 本年支出 | 8350.00 | 年末滚存结余 | ${closing} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 参保人数 | ≥8.5万人 |`),
    ] as const;

  test('all four sides are read, and who pays in is part of what comes in', () => {
    expect(counted(read(...fund('1500.00')))).toEqual([
      'funding 上年结余 prior 2030 1250 万元',
      'funding 本年收入 current 2031 8600 万元',
      'funding 个人缴费 current 2031 3200 万元 of=本年收入',
      'funding 财政补助 current 2031 5400 万元 of=本年收入',
      'funding 本年支出 current 2031 8350 万元',
      'funding 年末滚存结余 balance 2031 1500 万元',
    ]);
  });
  test('balances; interest that is not printed is no fault of the rest', () => {
    expect(loud(...fund('1500.00'))).toEqual([]);
    expect(loud(...fund('1500.00', '3190.00'))).toEqual([]);
    expect(loud(...fund('1600.00'))).toEqual(['SUM-09']);
  });
});

describe('发行情况 of several years over their 合计', () => {
  const bonds = (total: string) =>
    loud(
      '专项债券项目资金使用及绩效情况表',
      '项目单位：云岭市城投公司　　2031年度　　单位：万元',
      grid(`
 | 项目名称 | 污水处理厂扩建 | < | < |
 | 债券发行情况 | 发行年份 | 发行额 | 利率 |
 | ^ | 2029年 | 8000.00 | 3.21% |
 | ^ | 2030年 | 6000.00 | 3.05% |
 | ^ | 合计 | ${total} | |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
 | 产出指标 | 数量指标 | 处理能力 | 3万吨/日 |`),
    );
  test('one column alone is told where it does not add up', () => {
    expect(bonds('14000.00')).toEqual([]);
    expect(bonds('15000.00')).toEqual(['SUM-05']);
  });
});

describe('360户 in the row of 合计', () => {
  const places = (households: string, money = '1120.00') =>
    errorsOf(
      '转移支付区域绩效自评汇总表',
      '2031年度　　单位：万元',
      grid(`
 | 地区 | 下达资金 | 执行资金 | 产出指标 | < | 效益指标 |
 | ^ | ^ | ^ | 改造户数 | 验收合格率 | 群众满意度 |
 | 青禾县 | 320.00 | 312.00 | 160户 | 100% | 95% |
 | 白河县 | 240.00 | 235.00 | 120户 | 100% | 93% |
 | 云台县 | 560.00 | 540.00 | 80户 | 98% | 96% |
 | 合计 | ${money} | 1087.00 | ${households} | 99.5% | 94.7% |`),
    );
  const errorsOf = (...given: Parameters<typeof read>) => {
    const readout = read(...given);
    const whole = readout.indicators.filter(({ scope }) => scope === undefined);
    expect(whole.map(({ level3, target }) => [level3, target?.unit])).toEqual([['改造户数', '户']]);
    return loud(...given).filter((rule) => rule.startsWith('SUM'));
  };
  test('is what all places reach, and their sum where the money beside it is', () => {
    expect(places('360户')).toEqual([]);
    expect(places('350户')).toEqual(['SUM-15']);
  });
});

describe('forms of departments and of their money', () => {
  test('其中 behind a source is some of it where the others make up the total', () => {
    const readout = read(
      '国有资本经营预算支出绩效目标表',
      '2031年度　　单位：万元',
      grid(`
 | 项目名称 | 国有企业改革成本支出 | < | < | < |
 | 项目资金 | 年度资金总额 | 420.00 | < | < |
 | ^ | 其中：国有资本经营预算 | 380.00 | 其中：上年结转 | 30.00 |
 | ^ | 企业自筹 | 40.00 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 完成改制企业 | 3户 | |`),
    );
    expect(counted(readout)).toContain('funding 上年结转 current 2031 30 万元 of=国有资本经营预算');
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  const quarters = (total: string) =>
    read(
      '项目支出绩效季度监控表',
      '2031年度　　单位：万元',
      grid(`
 | 项目名称 | 城区绿道维护 | < | < | < |
 | 项目单位 | 园林管理所 | < | < | < |
 | 季度执行情况 | 年度预算 | 一季度 | 二季度 | 合计 |
 | ^ | 320.00 | 60.00 | 85.00 | ${total} |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 |
 | 产出指标 | 数量指标 | 维护里程 | ≥68公里 | 68.5公里 |`),
    );
  test('what was paid in the quarters adds up without the budget in front of it', () => {
    expect(counted(quarters('145.00'))).toEqual([
      'funding 年度预算 current 2031 320 万元',
      'funding 季度执行情况 executed 2031 60 万元',
      'funding 季度执行情况 executed 2031 85 万元',
      'funding 合计 executed 2031 145 万元',
    ]);
    const rules = (total: string) =>
      reconcile(quarters(total)).findings.flatMap(({ rule, severity }) =>
        severity === 'error' ? [rule] : [],
      );
    expect(rules('145.00')).toEqual([]);
    expect(rules('155.00')).toEqual(['SUM-01']);
  });

  test('加分项（5分） is beside the hundred, and nothing is deducted from it', () => {
    const form = (taken: string) =>
      loud(
        '预算绩效管理工作考核评分表',
        '被考核单位：福泉县交通运输局　　考核年度：2031年',
        grid(`
 | 考核项目 | 考核内容 | 标准分 | 扣分标准 | 扣分 | 实得分 |
 | 目标管理（60分） | 申报及时性 | 40 | 逾期1天扣1分 | 2 | 38 |
 | ^ | 目标质量 | 20 | 退回一次扣2分 | ${taken} | 16 |
 | 结果应用（40分） | 问题整改 | 40 | 一项未整改扣2分 | 2 | 38 |
 | 加分项（5分） | 创新做法 | 5 | 省级推广加5分 | 0 | 0 |
 | 总分 | < | 100 | < | 8 | 92 |`),
      );
    expect(form('4')).toEqual([]);
    expect(form('5')).toContain('SCR-12');
  });

  test('分值/得分 holds both: 10/9.8', () => {
    const { filings } = read(
      '部门整体绩效自评表',
      grid(`
 | 部门名称 | 市场监督管理局 | < | < | 年度 | 2031 | < |
 | 部门预算资金（万元） | 资金来源 | 年初预算 | 全年预算 | 实际支出 | 执行率 | 分值/得分 |
 | ^ | 合计 | 1260.00 | 1305.00 | 1278.90 | 98.00% | 10/9.8 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 抽检批次 | 1800批次 | 1862批次 | 90 |
 | 自评总分 | < | < | < | < | < | 99.8 |`),
    );
    expect(filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.8 });
  });

  test('比预算增减 is a sum; who came and went is counted; 受益户数 is told', () => {
    const changes = read(
      '2031年度“三公”经费支出决算表',
      '单位：万元',
      grid(`
 | 项目 | 预算数 | 决算数 | 比预算增减 | 比上年增减% |
 | 合计 | 18.60 | 16.42 | -2.18 | -7.75 |
 | 公务用车运行维护费 | 15.00 | 13.90 | -1.10 | -4.79 |
 | 公务接待费 | 3.60 | 2.52 | -1.08 | -21.25 |`),
    );
    expect(
      changes.amounts.filter(({ measure }) => measure === 'adjustment').map(({ value }) => value),
    ).toEqual([-2.18, -1.1, -1.08]);
    const people = read(
      '单位人员基本情况表',
      '2031年　　填报单位：特殊教育学校',
      grid(`
 | 项目 | 核定编制数 | 年初实有数 | 本年增加 | 本年减少 | 年末实有数 |
 | 专任教师 | 86 | 82 | 7 | 4 | 85 |
 | 工勤人员 | 8 | 8 | 0 | 1 | 7 |`),
    );
    expect(new Set(people.amounts.map(({ measure, unit }) => `${measure} ${unit}`))).toEqual(
      new Set(['count 人']),
    );
    const list = read(
      '2031年乡村振兴衔接资金项目安排表',
      '单位：万元',
      grid(`
 | 乡镇 | 项目名称 | 总投资 | 衔接资金 | 受益户数 |
 | 柳溪镇 | 茶园提升 | 180.00 | 150.00 | 126户 |
 | 石桥乡 | 饮水工程 | 240.00 | 240.00 | 318户 |`),
    );
    expect(list.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
  });

  test('奖惩 may take off', () => {
    expect(
      loud(
        '2031年补助资金分配表',
        '单位：万元',
        grid(`
 | 县（区） | 人口因素 | 绩效奖惩 | 分配金额 |
 | 龙山区 | 62.00 | 5.00 | 67.00 |
 | 清水县 | 88.00 | -3.00 | 85.00 |`),
      ),
    ).toEqual([]);
  });
});
