import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Forms in the manner of the provinces' templates; every name and figure is invented. */
describe('performance forms of the provinces', () => {
  test('two rows of heads, operator and unit apart', () => {
    const readout = read(
      '部门整体支出绩效自评情况表（2022年度）',
      grid(`
 | 绩效指标 | < | < | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 偏差原因分析及改进措施 |
 | 一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ | ^ |
 | 产出指标 | 数量指标 | 举办培训班 | >= | 5 | 期 | 6 | 无 |
 | ^ | 质量指标 | 验收合格率 | = | 100 | % | 100 | |
 | 满意度指标 | 服务对象满意度指标等 | 群众满意度 | >= | 90 | % | 92 | |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_self_evaluation',
      title: '部门整体支出绩效自评情况表（2022年度）',
      year: 2022,
    });
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/举办培训班 >=5期 ∅',
      'evaluation 产出指标/质量指标/验收合格率 =100% ∅',
      'evaluation 满意度指标/服务对象满意度指标等/群众满意度 >=90% ∅',
    ]);
    expect(counted(readout)).toEqual([]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([
      ['6', null],
      ['100', null],
      ['92', null],
    ]);
  });

  test('arranged, arrived, executed, the row of budget execution among the indicators', () => {
    const readout = read(
      '预算项目绩效自评表',
      '（2022年度）    单位：万元',
      grid(`
 | 一、基本情况 | 项目名称 | 水毁修复 | < | 实施（主管）单位 | 县水利局 | < |
 | 二、预算执行情况 | 预算安排情况（调整后） | < | 资金到位情况 | < | 资金执行情况 | < |
 | ^ | 预算数： | 60 | 到位数： | 60 | 执行数： | 54 |
 | ^ | 其中：财政资金 | 60 | 其中：财政资金 | 60 | 其中：财政资金 | 54 |
 | ^ | 其他 | 0 | 其他 | 0 | 其他 | 0 |
 | 三、目标完成情况 | 年度预期目标 | < | 具体完成情况 | < | 总体完成率 | < |
 | ^ | 修复堤防2公里 | < | 已修复 | < | 100% | < |
 | 四、年度绩效指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成值 | 自评得分 |
 | ^ | 产出指标（50） | 数量指标 | 修复堤防长度 | ≥2公里 | 2公里 | 50 |
 | ^ | 预算执行率（10） | 预算执行率 | 预算执行率 | 100% | 90% | 9 |
 | 自评总分 | < | < | < | < | < | 59 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '预算项目绩效自评表',
      organisation: '县水利局',
      year: 2022,
      project: '水毁修复',
      money_unit: '万元',
      execution_weight: 10,
      execution_score: 9,
      execution_rate: 90,
      total_score: 59,
    });
    expect(told(readout)).toEqual(['evaluation 产出指标/数量指标/修复堤防长度 >=2公里 ∅']);
    expect(counted(readout)).toEqual([
      'funding 预算数 annual_budget 2022 60 万元',
      'funding 到位数 arrived 2022 60 万元',
      'funding 执行数 executed 2022 54 万元',
      'funding 财政资金 annual_budget 2022 60 万元 of=预算数',
      'funding 财政资金 arrived 2022 60 万元 of=到位数',
      'funding 财政资金 executed 2022 54 万元 of=执行数',
      'funding 其他 annual_budget 2022 0 万元 of=预算数',
      'funding 其他 arrived 2022 0 万元 of=到位数',
      'funding 其他 executed 2022 0 万元 of=执行数',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'goal 修复堤防2公里',
      'achievement 已修复',
      'other 100%',
    ]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([['2公里', 50]]);
  });

  test('funds of the whole term beside those of the year', () => {
    const readout = read(
      '项目支出绩效目标表',
      '2023年度',
      grid(`
 | 项目名称 | 草原生态补助 | < | < | < | < |
 | 主管部门及代码 | 120-旗林草局 | < | 实施单位 | 旗草原站 | < |
 | 项目属性 | 新增项目 | < | 项目期 | 1年 | < |
 | 项目资金（万元） | 中期资金总额： | 300 | 年度资金总额： | 100 | < |
 | ^ | 其中：中央资金 | 240 | 其中：中央资金 | 80 | < |
 | ^ | 自治区资金 | 60 | 自治区资金 | 20 | < |
 | ^ | 盟市资金 | | 盟市资金 | | < |
 | 总体目标 | 中期目标（2023年—2025年） | < | 年度目标 | < | < |
 | ^ | 目标1：改良草场 | < | 目标1：改良一片 | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | ^ | 产出指标 | 数量指标 | 补助户数 | 120户 | |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_targets',
      title: '项目支出绩效目标表',
      organisation: '旗草原站',
      year: 2023,
      project: '草原生态补助',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual(['annual 产出指标/数量指标/补助户数 =120户 ∅']);
    expect(counted(readout)).toEqual([
      'funding 中期资金总额 total_budget ∅ 300 万元',
      'funding 年度资金总额 current 2023 100 万元',
      'funding 中央资金 total_budget ∅ 240 万元 of=中期资金总额',
      'funding 中央资金 current 2023 80 万元 of=年度资金总额',
      'funding 自治区资金 total_budget ∅ 60 万元 of=中期资金总额',
      'funding 自治区资金 current 2023 20 万元 of=年度资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'other 新增项目',
      'goal 目标1：改良草场',
      'goal 目标1：改良一片',
    ]);
  });

  test('central and local funds of a transfer', () => {
    const readout = read(
      '中央对地方转移支付区域绩效目标表',
      '（2023年度）',
      grid(`
 | 转移支付（项目）名称 | 农村危房改造补助 | < | < |
 | 中央主管部门 | 住建部 | < | < |
 | 省级财政部门 | 省财政厅 | 省级主管部门 | 省住建厅 |
 | 资金情况（万元） | 年度金额： | < | 500 |
 | ^ | 其中：中央财政资金 | < | 400 |
 | ^ | 地方资金 | < | 100 |
 | 年度目标 | 改造危房200户 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造户数 | ≥200户 |
 | ^ | 成本指标 | 户均补助 | ≤2.5万元/户 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_targets',
      title: '中央对地方转移支付区域绩效目标表',
      year: 2023,
      project: '农村危房改造补助',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/改造户数 >=200户 ∅',
      'annual 产出指标/成本指标/户均补助 <=2.5万元/户 ∅',
    ]);
    expect(counted(readout)).toEqual([
      'funding 年度金额 current 2023 500 万元',
      'funding 中央财政资金 current 2023 400 万元 of=年度金额',
      'funding 地方资金 current 2023 100 万元 of=年度金额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'other 省财政厅',
      'goal 改造危房200户',
    ]);
  });

  test('monitoring in the course of the year', () => {
    const readout = read(
      '2023年度项目支出绩效运行监控表',
      grid(`
 | 项目名称 | 智慧社区 | < | < | < | < | < | < | < |
 | 主管部门及代码 | 101 民政局 | < | < | < | 实施单位 | 社区中心 | < | < |
 | 项目资金（万元） | < | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 全年预计执行数 | < | < | < |
 | 年度资金总额： | < | 200 | 90 | 45% | 200 | < | < | < |
 | 其中：本年一般公共预算拨款 | < | 200 | 90 | 45% | 200 | < | < | < |
 | 其他资金 | < | 0 | 0 | | 0 | < | < | < |
 | 年度总体目标 | 建成智慧社区平台 | < | < | < | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 偏差原因分析 | 完成目标可能性 | 备注 |
 | 产出指标 | 数量指标 | 建设平台数 | 1个 | 0 | 1个 | 招标中 | 确定能 | |
 | ^ | 时效指标 | 按期完成率 | ≥95% | 50% | 95% | | 有可能 | |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '2023年度项目支出绩效运行监控表',
      organisation: '社区中心',
      year: 2023,
      project: '智慧社区',
      money_unit: '万元',
      execution_rate: 45,
    });
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/建设平台数 =1个 ∅',
      'evaluation 产出指标/时效指标/按期完成率 >=95% ∅',
    ]);
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2023 200 万元',
      'funding 年度资金总额 executed 2023 90 万元',
      'funding 年度资金总额 rate 2023 45 %',
      'funding 年度资金总额 current 2023 200 万元',
      'funding 本年一般公共预算拨款 initial_budget 2023 200 万元 of=年度资金总额',
      'funding 本年一般公共预算拨款 executed 2023 90 万元 of=年度资金总额',
      'funding 本年一般公共预算拨款 rate 2023 45 % of=年度资金总额',
      'funding 本年一般公共预算拨款 current 2023 200 万元 of=年度资金总额',
      'funding 其他资金 initial_budget 2023 0 万元 of=年度资金总额',
      'funding 其他资金 executed 2023 0 万元 of=年度资金总额',
      'funding 其他资金 current 2023 0 万元 of=年度资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual(['goal 建成智慧社区平台']);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([
      ['0', null],
      ['50%', null],
    ]);
  });
});
