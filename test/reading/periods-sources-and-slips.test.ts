import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Sums of two years, sources below 其中, sides of a budget, heads that are numbered wrong; every name and figure is invented. */
describe('sums and what they are made of', () => {
  test('资金总额 | 上年度 | … | 本年度 | …: each has the sources below it, of its own year', () => {
    const form = (last: string) =>
      read(
        '2031年度部门业务费绩效目标表',
        grid(`
 | 项目名称 | 森林防火专项 | < | < | < |
 | 资金总额（万元） | 上年度 | 412.00 | 本年度 | 436.00 |
 | ^ | 其中：财政拨款 | 400.00 | 其中：财政拨款 | 420.00 |
 | ^ | 其他资金 | 12.00 | 其他资金 | ${last} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 新建防火林带 | ≥45公里 | |`),
      );
    expect(form('16.00').warnings).toEqual([]);
    expect(counted(form('16.00'))).toEqual([
      'funding 上年度资金总额 prior 2030 412 万元',
      'funding 本年度资金总额 current 2031 436 万元',
      'funding 财政拨款 prior 2030 400 万元 of=上年度资金总额',
      'funding 财政拨款 current 2031 420 万元 of=本年度资金总额',
      'funding 其他资金 prior 2030 12 万元 of=上年度资金总额',
      'funding 其他资金 current 2031 16 万元 of=本年度资金总额',
    ]);
    expect(errorsIn(form('16.00'))).toEqual([]);
    expect(errorsIn(form('61.00'))).toEqual(['SUM-01']);
  });

  test('资金来源 below 总投资 | 其中：已到位 lists the sources of the whole', () => {
    const form = (bonds: string) =>
      read(
        '2031年度专项债券项目绩效目标表',
        grid(`
 | 项目名称 | 冷链物流园 | < | < | < |
 | 项目总投资（万元） | 4860.00 | < | 其中：已到位资金 | 2230.00 |
 | 资金来源（万元） | 项目资本金 | 1460.00 | 专项债券 | ${bonds} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 冷库容积 | 2万立方米 | |`),
      );
    expect(errorsIn(form('3400.00'))).toEqual([]);
    expect(errorsIn(form('4300.00'))).toEqual(['SUM-01']);
  });

  test('收入预算 above 支出预算合计 is none of its parts', () => {
    const form = (project: string) =>
      read(
        '2031年度部门整体支出绩效自评表',
        grid(`
 | 部门名称 | 松谷县体育局 | < | < | < |
 | 部门预算（万元） | | 年初预算 | 调整后预算 | 决算支出 |
 | ^ | 收入预算 | 3200.00 | 3350.00 | 3283.00 |
 | ^ | 支出预算合计 | 3200.00 | 3350.00 | 3283.00 |
 | ^ | 基本支出 | 1850.00 | 1900.00 | 1895.00 |
 | ^ | 项目支出 | ${project} | 1450.00 | 1388.00 |`),
      );
    expect(counted(form('1350.00')).filter((line) => line.includes(' of='))).toHaveLength(6);
    expect(errorsIn(form('1350.00'))).toEqual([]);
    expect(errorsIn(form('1530.00'))).toEqual(['SUM-01']);
  });
});

describe('rows that number the columns, with a slip', () => {
  test.each(['1 | 2 | 3 | 4=5+6+7 | 5 | 6 | 8', '1 | 2 | 3 | 4 | 5 | 5 | 6'])(
    '%s is no line of the list',
    (numbers) => {
      const readout = read(
        '2031年项目支出预算明细表',
        '单位：万元',
        grid(`
 | 科目编码 | 科目名称 | 项目名称 | 合计 | 财政拨款 | < | 其他资金 |
 | ^ | ^ | ^ | ^ | 本年 | 上年结转 | ^ |
 | ${numbers} |
 | 2080101 | 行政运行 | 窗口服务 | 120.00 | 100.00 | 20.00 | 0.00 |
 | 2080109 | 社保经办 | 档案整理 | 86.00 | 80.00 | 0.00 | 6.00 |
 | 合计 | < | < | 206.00 | 180.00 | 20.00 | 6.00 |`),
      );
      expect(readout.amounts).toHaveLength(12);
      expect(errorsIn(readout)).toEqual([]);
    },
  );

  test('and no project of a list of goals', () => {
    const readout = read(
      '2031年项目支出绩效目标表',
      '单位：万元',
      grid(`
 | 单位名称 | 项目名称 | 年度预算金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 1 | 2 | 3 | 4 | 4 | 5 | 6 |
 | 松谷县气象局 | 人工增雨 | 480.00 | 产出指标 | 数量指标 | 作业次数 | ≥260次 |
 | ^ | 预警发布 | 126.50 | 产出指标 | 数量指标 | 发布预警 | ≥1200条 |
 | 合计 | < | 606.50 | | | | |`),
    );
    expect(readout.filings.map(({ project }) => project)).toEqual(['人工增雨', '预警发布', null]);
    expect(errorsIn(readout)).toEqual([]);
  });
});

describe('points', () => {
  const table = (weight: string) =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | < | 二级指标 | 分值 | 得分 | 偏差原因 |
 | 名称 | 权重 | ^ | ^ | ^ | ^ |
 | 产出 | ${weight} | 新增图书 | 30 | 30 | |
 | ^ | ^ | 验收合格率 | 30 | 30 | |
 | 效益 | 40 | 读者人次 | 40 | 34.7 | 闭馆 |
 | 总分 | < | 总分值 | 100 | 总得分 | 94.70（自评等级：优） |`),
    );

  test('总分 | 总分值 | 100 | 总得分 | 94.70（自评等级：优）: the label nearest to the figure says what it is', () => {
    expect(table('60').filings[0]).toMatchObject({ total_weight: 100, total_score: 94.7 });
    expect(errorsIn(table('60'))).toEqual([]);
  });

  test('of a level in a column of their own: a finding points at them', () => {
    const [found] = reconcile(table('50')).findings.filter(({ rule }) => rule === 'WGT-02');
    expect(found?.evidence[0]?.source).toMatchObject({ row: 2, column: 1 });
  });
});

test('资金构成 below 合同金额 | 已支付金额 is of the contract, and 支付比例 is its rate', () => {
  const form = (other: string) =>
    read(
      '2031年度政府购买服务项目绩效自评表',
      grid(`
 | 项目名称 | 困境儿童关爱服务 | < | < | < | < |
 | 合同金额（元） | 386000.00 | 已支付金额（元） | 347400.00 | 支付比例 | 90% |
 | 资金构成 | 区级财政 | 286000.00 | 福彩公益金 | ${other} | |`),
    );
  expect(form('100000.00').warnings).toEqual([]);
  expect(form('100000.00').filings[0]?.execution_rate).toBe(90);
  expect(errorsIn(form('100000.00'))).toEqual([]);
  expect(errorsIn(form('110000.00'))).toEqual(['SUM-01']);
});

test('预算执行率得分 below the side label of the indicators has its points; 计划完成 is what was aimed at', () => {
  const form = (score: string) =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 黑土地保护利用 | < | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 计划完成 | 实际完成 | 分值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 保护性耕作面积 | 32万亩 | 33.6万亩 | 50 | 50 |
 | ^ | 效益指标 | 生态效益指标 | 秸秆还田率 | 65% | 66% | 40 | 39.5 |
 | 预算执行率得分 | < | < | < | < | < | 10 | ${score} |
 | 总分 | < | < | < | < | < | 100 | 99.1 |`),
    );
  expect(form('9.6').filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.6 });
  expect(form('9.6').indicators.map(({ target }) => target?.raw)).toEqual(['32万亩', '65%']);
  expect(errorsIn(form('9.6'))).toEqual([]);
  expect(errorsIn(form('6.9'))).toEqual(['SCR-02']);
});
