import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Forms in the manner of the provinces' templates; every name and figure is invented. */
describe('money tables of the provinces', () => {
  test('budget and final figures of the three public expenses side by side', () => {
    const readout = read(
      '“三公”经费支出决算表',
      '金额单位：万元',
      grid(`
 | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 |
 | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ |
 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
 | 12.5 | 0 | 9.5 | 0 | 9.5 | 3 | 10.2 | 0 | 8.2 | 0 | 8.2 | 2 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'budget_table',
      title: '“三公”经费支出决算表',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([]);
    expect(counted(readout)).toEqual([
      'budget 合计 budget ∅ 12.5 万元 of=预算数',
      'budget 因公出国（境）费 budget ∅ 0 万元 of=预算数',
      'budget 小计 budget ∅ 9.5 万元 of=公务用车购置及运行费',
      'budget 公务用车购置费 budget ∅ 0 万元 of=公务用车购置及运行费',
      'budget 公务用车运行费 budget ∅ 9.5 万元 of=公务用车购置及运行费',
      'budget 公务接待费 budget ∅ 3 万元 of=预算数',
      'budget 合计 final ∅ 10.2 万元 of=决算数',
      'budget 因公出国（境）费 final ∅ 0 万元 of=决算数',
      'budget 小计 final ∅ 8.2 万元 of=公务用车购置及运行费',
      'budget 公务用车购置费 final ∅ 0 万元 of=公务用车购置及运行费',
      'budget 公务用车运行费 final ∅ 8.2 万元 of=公务用车购置及运行费',
      'budget 公务接待费 final ∅ 2 万元 of=决算数',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
  });

  test('income and spending with numbered lines', () => {
    const readout = read(
      '收入支出决算总表',
      '部门：某局    公开01表    单位：万元',
      grid(`
 | 收入 | < | < | 支出 | < | < |
 | 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
 | 栏次 | | 1 | 栏次 | | 2 |
 | 一、一般公共预算财政拨款收入 | 1 | 800.5 | 一、一般公共服务支出 | 32 | 700 |
 | 二、政府性基金预算财政拨款收入 | 2 | | 八、社会保障和就业支出 | 39 | 60.5 |
 | 八、其他收入 | 8 | 10 | | 40 | |
 | 本年收入合计 | 27 | 810.5 | 本年支出合计 | 58 | 760.5 |
 | 年初结转和结余 | 29 | 5 | 年末结转和结余 | 60 | 55 |
 | 总计 | 31 | 815.5 | 总计 | 62 | 815.5 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'budget_table',
      title: '收入支出决算总表',
      organisation: '某局',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([]);
    expect(counted(readout)).toEqual([
      'budget 一般公共预算财政拨款收入 final ∅ 800.5 万元 of=本年收入合计',
      'budget 一般公共服务支出 final ∅ 700 万元 of=本年支出合计',
      'budget 社会保障和就业支出 final ∅ 60.5 万元 of=本年支出合计',
      'budget 其他收入 final ∅ 10 万元 of=本年收入合计',
      'budget 本年收入合计 final ∅ 810.5 万元 of=总计',
      'budget 本年支出合计 final ∅ 760.5 万元 of=总计',
      'budget 年初结转和结余 final ∅ 5 万元 of=总计',
      'budget 年末结转和结余 final ∅ 55 万元 of=总计',
      'budget 总计 final ∅ 815.5 万元',
      'budget 总计 final ∅ 815.5 万元',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
  });

  test('spending by classes, sections and items', () => {
    const readout = read(
      '一般公共预算财政拨款支出决算表',
      '公开05表  金额单位：万元',
      grid(`
 | 项目 | < | < | < | 本年支出 | < | < |
 | 支出功能分类科目编码 | < | < | 科目名称 | 小计 | 基本支出 | 项目支出 |
 | 类 | 款 | 项 | 栏次 | 1 | 2 | 3 |
 | ^ | ^ | ^ | 合计 | 700 | 500 | 200 |
 | 201 | < | < | 一般公共服务支出 | 700 | 500 | 200 |
 | 20103 | < | < | 政府办公厅（室）及相关机构事务 | 700 | 500 | 200 |
 | 2010301 | < | < | 行政运行 | 500 | 500 | |
 | 2010302 | < | < | 一般行政管理事务 | 200 | | 200 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'budget_table',
      title: '一般公共预算财政拨款支出决算表',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([]);
    expect(counted(readout)).toEqual([
      'budget 合计 final ∅ 700 万元',
      'budget 合计 final ∅ 500 万元',
      'budget 合计 final ∅ 200 万元',
      'budget 一般公共服务支出 final ∅ 700 万元 code=201 of=合计',
      'budget 一般公共服务支出 final ∅ 500 万元 code=201 of=合计',
      'budget 一般公共服务支出 final ∅ 200 万元 code=201 of=合计',
      'budget 政府办公厅（室）及相关机构事务 final ∅ 700 万元 code=20103 of=一般公共服务支出',
      'budget 政府办公厅（室）及相关机构事务 final ∅ 500 万元 code=20103 of=一般公共服务支出',
      'budget 政府办公厅（室）及相关机构事务 final ∅ 200 万元 code=20103 of=一般公共服务支出',
      'budget 行政运行 final ∅ 500 万元 code=2010301 of=政府办公厅（室）及相关机构事务',
      'budget 行政运行 final ∅ 500 万元 code=2010301 of=政府办公厅（室）及相关机构事务',
      'budget 一般行政管理事务 final ∅ 200 万元 code=2010302 of=政府办公厅（室）及相关机构事务',
      'budget 一般行政管理事务 final ∅ 200 万元 code=2010302 of=政府办公厅（室）及相关机构事务',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
  });

  test('funds of a department in parts', () => {
    const readout = read(
      '部门整体绩效自评表',
      '（2022年度）',
      grid(`
 | 年度绩效目标 | < | < | 实际完成情况 | < | < | < |
 | 办好事 | < | < | 办好了 | < | < | < |
 | 当年预算执行情况 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分 |
 | 资金总额 | 500.5 | 480 | 470.4 | 98% | 20 | 19.6 |
 | 其中：基本支出 | 300.5 | 300 | 300 | 100% | | |
 | 项目支出 | 200 | 180 | 170.4 | 94.67% | | |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标（40分） | 数量指标 | 发布信息 | ≥100条 | 120条 | 40 | 40 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_self_evaluation',
      title: '部门整体绩效自评表',
      year: 2022,
      execution_weight: 20,
      execution_score: 19.6,
      execution_rate: 98,
    });
    expect(told(readout)).toEqual(['evaluation 产出指标/数量指标/发布信息 >=100条 40']);
    expect(counted(readout)).toEqual([
      'funding 资金总额 initial_budget 2022 500.5 ∅',
      'funding 资金总额 annual_budget 2022 480 ∅',
      'funding 资金总额 executed 2022 470.4 ∅',
      'funding 资金总额 rate 2022 98 %',
      'funding 基本支出 initial_budget 2022 300.5 ∅ of=资金总额',
      'funding 基本支出 annual_budget 2022 300 ∅ of=资金总额',
      'funding 基本支出 executed 2022 300 ∅ of=资金总额',
      'funding 基本支出 rate 2022 100 % of=资金总额',
      'funding 项目支出 initial_budget 2022 200 ∅ of=资金总额',
      'funding 项目支出 annual_budget 2022 180 ∅ of=资金总额',
      'funding 项目支出 executed 2022 170.4 ∅ of=资金总额',
      'funding 项目支出 rate 2022 94.67 % of=资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'goal 办好事',
      'achievement 办好了',
    ]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([['120条', 40]]);
  });
});
