import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Forms of adjustments, costs, funds and bonds; every name and figure is invented. */
describe('figures before and after', () => {
  test('调整前 and 调整后 behind a name that is a stage itself', () => {
    const readout = read(
      '项目绩效目标调整申请表（2031年度）',
      grid(`
 | 项目名称 | 老旧小区电梯加装补贴 | < | < | < | < |
 | 预算金额（万元） | 调整前 | 600 | < | 调整后 | 480 |
 | 一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 | 调整理由 |
 | 产出指标 | 数量指标 | 加装电梯台数 | ≥30台 | ≥24台 | 协商未果 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 预算金额 initial_budget 2031 600 万元',
      'funding 预算金额 annual_budget 2031 480 万元',
    ]);
    expect(told(readout)).toEqual(['annual 产出指标/数量指标/加装电梯台数 >=24台 ∅']);
  });

  test('what was reached by the middle of the year is the actual, what a check takes off an adjustment', () => {
    const watched = read(
      '项目支出绩效运行监控表（2031年）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度目标值 | 1-6月实际值 |
 | 产出指标 | 数量指标 | 铺设管网 | ≥20公里 | 11公里 |`),
    );
    expect(watched.indicators[0]?.actual).toMatchObject({ value: 11, unit: '公里' });
    const checked = read(
      '项目预算评审结果表（2031年）单位：万元',
      grid(`
 | 项目名称 | 申报预算 | 核定预算 | 核减金额 |
 | 智慧校园 | 520.00 | 468.00 | 52.00 |
 | 老年食堂 | 180.00 | 171.00 | 9.00 |`),
    );
    expect(checked.amounts.map(({ measure }) => measure)).toEqual([
      'budget',
      'budget',
      'adjustment',
      'budget',
      'budget',
      'adjustment',
    ]);
  });
});

describe('lists of costs and funds', () => {
  test('成本项目 names the rows of a list with counts and prices', () => {
    const readout = read(
      '成本绩效分析表（2031年）单位：万元',
      grid(`
 | 成本项目 | 数量 | 单位 | 单价（元） | 金额（万元） | 测算依据 |
 | 保洁人员工资 | 60 | 人 | 48000 | 288.00 | 工资标准 |
 | 水电费 | 42 | 座 | 12000 | 50.40 | 近三年平均 |
 | 合计 | < | < | < | 338.40 | |`),
    );
    expect(counted(readout)).toEqual([
      'budget 保洁人员工资 budget 2031 288 万元 of=合计',
      'budget 水电费 budget 2031 50.4 万元 of=合计',
      'budget 合计 budget 2031 338.4 万元',
    ]);
  });

  test('a round sum that could be a year is a part of what comes in', () => {
    const readout = read(
      '社会保险基金绩效目标表（2031年度）',
      grid(`
 | 基金名称 | 居民基本养老保险基金 | < | < | < |
 | 基金收支（万元） | 本年收入 | 9600 | 本年支出 | 8800 |
 | ^ | 其中：个人缴费收入 | 2000 | 其中：基础养老金支出 | 8000 |
 | ^ | 财政补贴收入 | 7600 | 个人账户养老金支出 | 800 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 质量指标 | 发放准确率 | 100% | |`),
    );
    expect(counted(readout)).toEqual([
      'funding 本年收入 current 2031 9600 万元',
      'funding 本年支出 current 2031 8800 万元',
      'funding 个人缴费收入 current 2031 2000 万元 of=本年收入',
      'funding 基础养老金支出 current 2031 8000 万元 of=本年支出',
      'funding 财政补贴收入 current 2031 7600 万元 of=本年收入',
      'funding 个人账户养老金支出 current 2031 800 万元 of=本年支出',
    ]);
  });

  test('bonds to be issued are a sum beside the investment, and their term is none', () => {
    const readout = read(
      '专项债券项目绩效目标表（2031年度）',
      grid(`
 | 项目名称 | 第二水厂建设 | < | < |
 | 项目总投资（万元） | 32000 | 拟发行专项债券（万元） | 20000 |
 | 其中：资本金（万元） | 12000 | 债券期限 | 20年 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 日供水能力 | ≥5万立方米 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 项目总投资 total_budget ∅ 32000 万元',
      'funding 拟发行专项债券 current 2031 20000 万元',
      'funding 资本金 total_budget ∅ 12000 万元 of=项目总投资',
    ]);
    const list = read(
      '债券资金安排表 单位：亿元',
      grid(`
 | 债券名称 | 项目名称 | 项目总投资 | 发行金额 | 期限（年） |
 | 31某债05 | 管廊 | 12.50 | 3.20 | 15 |
 | 31某债06 | 医院迁建 | 8.00 | 2.00 | 20 |`),
    );
    expect(list.amounts.map(({ value }) => value)).toEqual([12.5, 3.2, 8, 2]);
  });

  test('what is counted below a sum of money is no part of it', () => {
    const readout = read(
      '2031年度三公经费决算情况表 单位：万元',
      grid(`
 | 项目 | 年初预算数 | 决算数 |
 | 合计 | 9.00 | 6.90 |
 | 1.因公出国（境）费用 | 5.00 | 3.20 |
 | 2.公务接待费 | 4.00 | 3.70 |
 | 因公出国（境）团组数（个） | | 1 |
 | 公务用车保有量（辆） | | 2 |`),
    );
    const sums = reconcile(readout);
    expect(readout.amounts).toHaveLength(8);
    expect(sums.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('a form within a report', () => {
  test('is of the office that the title of the report names', () => {
    const readout = read(
      '松源市财政局2031年度部门整体支出绩效自评报告',
      '自评得分汇总',
      grid(`
 | 序号 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 1 | 投入 | 预算配置 | 在职人员控制率 | 40 | 40 |
 | 2 | 产出 | 职责履行 | 重点工作完成率 | 60 | 58 |`),
    );
    expect(readout.filings[0]).toMatchObject({
      title: '自评得分汇总',
      form_type: 'department_self_evaluation',
      organisation: '松源市财政局',
      inferred: ['organisation'],
    });
    const others = read(
      '松源市2031年度部门整体支出绩效自评报告',
      grid(`
 | 序号 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 1 | 投入 | 预算配置 | 在职人员控制率 | 40 | 40 |
 | 2 | 产出 | 职责履行 | 重点工作完成率 | 60 | 58 |`),
    );
    expect(others.filings[0]?.organisation).toBeNull();
  });
});

describe('labels whose answers head columns elsewhere', () => {
  test('项目类别 is answered by 特定目标类, and the funds of both terms follow', () => {
    const readout = read(
      '项目支出绩效目标表（2031年度）',
      grid(`
 | 项目名称 | < | 河道保洁 | 项目类别 | 特定目标类 |
 | 项目资金（万元） | 实施期资金总额 | 900 | 年度资金总额 | 300 |
 | ^ | 其中：财政拨款 | 900 | 其中：财政拨款 | 300 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | ^ | 产出指标 | 数量指标 | 保洁河道长度 | ≥30公里 |`),
    );
    expect(readout.filings[0]?.project).toBe('河道保洁');
    expect(counted(readout)).toEqual([
      'funding 实施期资金总额 total_budget ∅ 900 万元',
      'funding 年度资金总额 current 2031 300 万元',
      'funding 财政拨款 total_budget ∅ 900 万元 of=实施期资金总额',
      'funding 财政拨款 current 2031 300 万元 of=年度资金总额',
    ]);
  });

  test('合计 beside what comes in and what goes out adds up money and no points', () => {
    const readout = read(
      '部门整体支出绩效目标申报表（2031年度）单位：万元',
      grid(`
 | 部门名称 | 海岚市交警支队 | < | < | < | < |
 | 年度收入预算 | 合计 | 5600 | 年度支出预算 | 合计 | 5600 |
 | ^ | 一般公共预算 | 5200 | ^ | 基本支出 | 3600 |
 | ^ | 其他收入 | 400 | ^ | 项目支出 | 2000 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 单位 | 备注 |
 | 履职效能 | 重点任务 | 查处交通违法 | ≥50 | 万起 | |`),
    );
    expect(counted(readout)).toEqual([
      'income 合计 current 2031 5600 万元',
      'expenditure 合计 current 2031 5600 万元',
      'income 一般公共预算 current 2031 5200 万元 of=合计',
      'expenditure 基本支出 current 2031 3600 万元 of=合计',
      'income 其他收入 current 2031 400 万元 of=合计',
      'expenditure 项目支出 current 2031 2000 万元 of=合计',
    ]);
  });
});

test('areas that share a sum by sources are no projects', () => {
  const readout = read(
    '2031年水利发展资金绩效目标分解表 单位：万元',
    grid(`
 | 序号 | 地区 | 资金合计 | 中央资金 | 省级资金 |
 | 1 | 东沟县 | 1500 | 1000 | 500 |
 | 2 | 西岭县 | 1200 | 800 | 400 |
 | | 合计 | 2700 | 1800 | 900 |`),
  );
  expect(readout.amounts).toHaveLength(9);
  expect(readout.amounts.map(({ project }) => project)).toEqual(Array(9).fill(null));
});
