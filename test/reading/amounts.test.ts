import { describe, expect, test } from 'vitest';
import { counted, grid, read } from './drawing.ts';

test.each(['单 位：万元', '单位： 万 元', '金额单位为：万元'])(
  'a caption spread by blanks says the unit: %s',
  (caption) => {
    const { filings } = read(
      '部门收支预算表',
      caption,
      grid(`
      | 收入 | 预算数 | 支出 | 预算数 |
      | 财政拨款 | 80 | 基本支出 | 60 |
      | 其他收入 | 20 | 项目支出 | 40 |
      | 合计 | 100 | 合计 | 100 |
    `),
    );
    expect(filings.map(({ money_unit }) => money_unit)).toEqual(['万元']);
  },
);

describe('funds', () => {
  test('a total and its sources under initial budget, budget and execution; the total prints points, rate and score', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2022年度）',
      grid(`
        | 项目名称 | < | 河道清淤 | < | < | < | < |
        | 项目资金⏎（万元） | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |
        | ^ | 年度资金总额： | 80 | 90 | 81 | 10 | 90% | 9 |
        | ^ | 其中：当年财政拨款 | 80 | 80 | 71 | — | | — |
        | ^ | 上年结转资金 | | 10 | 10 | — | | — |
        | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 备注 |
        | 产出指标 | 数量指标 | 清淤长度 | 3公里 | 3公里 | 50 | 50 | |
      `),
    );
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2022 80 万元',
      'funding 年度资金总额 annual_budget 2022 90 万元',
      'funding 年度资金总额 executed 2022 81 万元',
      'funding 年度资金总额 rate 2022 90 %',
      'funding 当年财政拨款 initial_budget 2022 80 万元 of=年度资金总额',
      'funding 当年财政拨款 annual_budget 2022 80 万元 of=年度资金总额',
      'funding 当年财政拨款 executed 2022 71 万元 of=年度资金总额',
      'funding 上年结转资金 annual_budget 2022 10 万元 of=年度资金总额',
      'funding 上年结转资金 executed 2022 10 万元 of=年度资金总额',
    ]);
    expect(readout.amounts[5]?.parent_id).toBe(readout.amounts[1]?.amount_id);
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_rate: 90,
      execution_score: 9,
      has_execution_weight_field: true,
      money_unit: '万元',
    });
  });

  test('labels and figures side by side, below one another, and in one cell', () => {
    const beside = read(
      '项目支出绩效目标表',
      '（2023年）',
      grid(`
      | 项目名称 | 补助 | < | < | < | < |
      | 项目资金（万元） | 年度预算总额： | 52 | 其中：财政拨款 | 50.00 | 其他资金： | 2.00 |
    `),
    );
    expect(counted(beside)).toEqual([
      'funding 年度预算总额 current 2023 52 万元',
      'funding 财政拨款 current 2023 50 万元 of=年度预算总额',
      'funding 其他资金 current 2023 2 万元 of=年度预算总额',
    ]);
    const columns = read(
      '项目支出绩效目标表（2020年度）',
      grid(`
      | 项目资金 | 资金总额 | 300万元 | 当年资金总额: | 100万元 |
      | ^ | 其中:财政拨款 | 280万元 | 其中:当年财政拨款 | 90万元 |
      | ^ | 其他资金 | 20万元 | 当年其他资金 | 10万元 |
    `),
    );
    expect(counted(columns)).toEqual([
      'funding 资金总额 total_budget ∅ 300 万元',
      'funding 当年资金总额 current 2020 100 万元',
      'funding 财政拨款 total_budget ∅ 280 万元 of=资金总额',
      'funding 当年财政拨款 current 2020 90 万元 of=当年资金总额',
      'funding 其他资金 total_budget ∅ 20 万元 of=资金总额',
      'funding 当年其他资金 current 2020 10 万元 of=当年资金总额',
    ]);
    const inline = read(
      '年度绩效目标表',
      grid(`
      | 单位信息：203001-云溪县社保局 | 预算项目：51000021T000000012345-业务经费 | 项目总额：2.00 万元 |
      | 主管部门：203-云溪县人社局 | 预算执行率权重：10 | 其中：财政资金：2.00 万元 |
      | 年度目标：办好业务 | 项目经办人： | 银行贷款：0.00 万元 |
    `),
    );
    expect(counted(inline)).toEqual([
      'funding 项目总额 total_budget ∅ 2 万元',
      'funding 财政资金 total_budget ∅ 2 万元 of=项目总额',
      'funding 银行贷款 total_budget ∅ 0 万元 of=项目总额',
    ]);
    expect(inline.filings[0]).toMatchObject({
      organisation: '203001-云溪县社保局',
      organisation_code: '203001',
      supervisor: '203-云溪县人社局',
      project: '业务经费',
      project_code: '51000021T000000012345',
      execution_weight: 10,
      money_unit: '万元',
    });
  });

  test('arranged, arrived and executed stand beside one another, each with its own names', () => {
    const readout = read(
      '2023年度预算项目绩效自评表',
      '单位：万元',
      grid(`
      | 预算安排情况（调整后） | < | 资金到位情况 | < | 资金执行情况 | < | 预算执行进度（%） |
      | 预算数： | 50 | 到位数： | 50 | 执行数： | 45 | 90 |
      | 其中：财政资金 | 40 | 其中：财政资金 | 40 | 其中：财政资金 | 36 | ^ |
      | 其他 | 10 | 其他 | 10 | 其他 | 9 | ^ |
    `),
    );
    expect(counted(readout)).toEqual([
      'funding 预算数 annual_budget 2023 50 万元',
      'funding 到位数 arrived 2023 50 万元',
      'funding 执行数 executed 2023 45 万元',
      'funding 执行数 rate 2023 90 %',
      'funding 财政资金 annual_budget 2023 40 万元 of=预算数',
      'funding 财政资金 arrived 2023 40 万元 of=到位数',
      'funding 财政资金 executed 2023 36 万元 of=执行数',
      'funding 其他 annual_budget 2023 10 万元 of=预算数',
      'funding 其他 arrived 2023 10 万元 of=到位数',
      'funding 其他 executed 2023 9 万元 of=执行数',
    ]);
    expect(readout.filings[0]).toMatchObject({
      execution_rate: 90,
      execution_weight: null,
      has_execution_weight_field: false,
    });
  });

  test('stages without a row name are of the label beside them', () => {
    const readout = read(
      '2023年度部门整体绩效自评表',
      grid(`
      | 部门预算执行情况 | 年初预算数（万元） | 全年（调整）预算数（A） | 全年执行数（B） | 执行率（B/A，%） | 执行率权重 | 执行率得分 |
      | ^ | 100 | 120 | 118 | 98.33 | 10 | 9.83 |
    `),
    );
    expect(counted(readout)).toEqual([
      'funding 部门预算执行情况 initial_budget 2023 100 万元',
      'funding 部门预算执行情况 annual_budget 2023 120 万元',
      'funding 部门预算执行情况 executed 2023 118 万元',
      'funding 部门预算执行情况 rate 2023 98.33 %',
    ]);
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.83,
      execution_rate: 98.33,
    });
  });
});

describe('department forms', () => {
  test('income and expenditure with shares and two earlier years, and the list of projects', () => {
    const readout = read(
      '部门整体绩效目标申报表',
      '填报日期：2023年11月20日    单位：万元',
      grid(`
      | 部门总体资金情况 | 总体资金情况 | < | 当年金额 | 占比 | 近两年收支金额 | < |
      | ^ | ^ | ^ | ^ | ^ | 2022年 | 2023年 |
      | ^ | 收入构成 | 财政拨款 | 90 | 90% | 70 | 80 |
      | ^ | ^ | 单位资金 | 10 | 10% | 0 | 5 |
      | ^ | ^ | 合计 | 100 | 100% | 70 | 85 |
      | 项目支出情况 | 项目名称 | < | 项目类型 | 项目总预算 | 项目本年度预算 | 项目主要支出方向和用途 |
      | ^ | 防汛 | < | 常年性项目 | 60 | 20 | 物资 |
      | ^ | …… | < | | | | |
    `),
    );
    expect(counted(readout)).toEqual([
      'income 财政拨款 current 2024 90 万元 share=90 of=合计',
      'income 财政拨款 prior 2022 70 万元 of=合计',
      'income 财政拨款 prior 2023 80 万元 of=合计',
      'income 单位资金 current 2024 10 万元 share=10 of=合计',
      'income 单位资金 prior 2022 0 万元 of=合计',
      'income 单位资金 prior 2023 5 万元 of=合计',
      'income 合计 current 2024 100 万元 share=100',
      'income 合计 prior 2022 70 万元',
      'income 合计 prior 2023 85 万元',
      'projects 防汛 total_budget ∅ 60 万元',
      'projects 防汛 current 2024 20 万元',
    ]);
    expect(readout.filings[0]).toMatchObject({ year: 2024, inferred: ['year'], filed_on: '2023-11-20' });
  });

  test('staff and controlled spending, with parts under 其中 and marks', () => {
    const readout = read(
      '部门整体支出绩效评价基础数据表',
      grid(`
      | 财政供养人员情况 | 编制数 | 2022年实际在职人数 | 控制率 |
      | ^ | 40 | 38 | 95% |
      | 经费控制情况 | 2021年决算数 | 2022年预算数 | 2022年决算数 |
      | 三公经费 | 5.2万元 | 5万元 | 4.1万元 |
      | 1、公务用车购置和维护经费 | 3万元 | 3万元 | |
      | 其中：公车购置 | 0 | | |
      | 2、出国经费 | — — | | |
      | 项目支出： | | 66万元 | |
      | 1、业务工作专项 | | 56万元 | |
      | … … | | | |
      | 公用经费 | | 48万元 | |
      | 其中：办公经费 | | 20万元 | |
      | 水费、电费 | | 6万元 | |
      | 政府采购金额 | — — | 12万元 | |
    `),
    );
    expect(counted(readout)).toEqual([
      'staff 编制数 count 2022 40 人',
      'staff 实际在职人数 count 2022 38 人',
      'staff 控制率 rate 2022 95 %',
      'base_data 三公经费 final 2021 5.2 万元',
      'base_data 三公经费 budget 2022 5 万元',
      'base_data 三公经费 final 2022 4.1 万元',
      'base_data 公务用车购置和维护经费 final 2021 3 万元 of=三公经费',
      'base_data 公务用车购置和维护经费 budget 2022 3 万元 of=三公经费',
      'base_data 公车购置 final 2021 0 万元 of=公务用车购置和维护经费',
      'base_data 项目支出 budget 2022 66 万元',
      'base_data 业务工作专项 budget 2022 56 万元 of=项目支出',
      'base_data 公用经费 budget 2022 48 万元',
      'base_data 办公经费 budget 2022 20 万元 of=公用经费',
      'base_data 水费、电费 budget 2022 6 万元 of=公用经费',
      'base_data 政府采购金额 budget 2022 12 万元',
    ]);
  });

  test('the yearly tasks with their money are projects', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2020年度）',
      grid(`
      | 年度⏎主要⏎任务 | 任务名称 | 主要内容 | 预算金额（万元） | < |
      | ^ | ^ | ^ | 总额 | 财政拨款 |
      | ^ | 任务1：科普宣传 | 办好科普周 | 30 | 20 |
      | ^ | …… | | | |
      | ^ | 金额合计 | < | 30 | 20 |
    `),
    );
    expect(counted(readout)).toEqual([
      'projects 科普宣传 current 2020 30 万元 of=金额合计',
      'projects 科普宣传 current 2020 20 万元 fund=财政拨款 of=金额合计',
      'projects 金额合计 current 2020 30 万元',
      'projects 金额合计 current 2020 20 万元 fund=财政拨款',
    ]);
  });

  test('tasks with what came of them and their money are projects, a goal with a rate of completion is no money', () => {
    const readout = read(
      '2023年部门整体支出绩效自评表',
      grid(`
      | 年度主要任务完成情况 | 任务名称 | 完成情况 | 预算数（万元） | 执行数（万元） |
      | ^ | 人口调查 | 已完成 | 30 | 29 |
      | 年度预期目标 | 具体完成情况 | 总体完成率 | < | < |
      | 调查五百户 | 调查了五百户 | 100% | < | < |
    `),
    );
    expect(counted(readout)).toEqual([
      'projects 人口调查 current 2023 30 万元',
      'projects 人口调查 executed 2023 29 万元',
    ]);
  });
});
