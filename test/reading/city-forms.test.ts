import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Forms in the manner of the provinces' templates; every name and figure is invented. */
describe('targets and self-evaluations of cities', () => {
  test('decimals with six places, a merged column of points', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2023年度）',
      grid(`
 | 项目名称 | 图书馆空调更新 | < | < | < | < | < | < | < | < |
 | 主管部门 | 文旅局 | < | < | < | 实施单位 | 区图书馆 | < | < | < |
 | 项目负责人 | 王某 | < | < | < | 联系电话 | 88880000 | < | < | < |
 | 项目资金⏎（万元） | | | 年初⏎预算数 | 全年⏎预算数 | 全年⏎执行数 | 分值 | < | 执行率 | 得分 |
 | ^ | 年度资金总额 | < | 96.000000 | 90.500000 | 90.500000 | 10 | < | 100.00% | 10.00 |
 | ^ | 其中：当年财政拨款 | < | 96.000000 | 90.500000 | 90.500000 | — | < | | — |
 | ^ | 上年结转资金 | < | | | | — | < | | — |
 | ^ | 其他资金 | < | | | | — | < | | — |
 | 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < | < |
 | ^ | 更新空调设备 | < | < | < | 已更新 | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | < |
 | ^ | 产出指标 | 数量指标 | 更新设备数量 | ＝12台 | 12台 | 15.00 | 15.00 | | < |
 | ^ | ^ | 质量指标 | 设备验收合格率 | ＝100% | 100% | 15.00 | 15.00 | | < |
 | ^ | 成本指标 | 经济成本指标 | 设备采购成本 | ≤90.5万元 | 90.5万元 | 20.00 | 20.00 | | < |
 | ^ | 效益指标 | 社会效益指标 | 改善阅读环境 | 优良中低差 | 优 | 20.00 | 18.00 | 资料不足 | < |
 | ^ | 满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥95% | 96% | 10.00 | 10.00 | | < |
 | 总分 | < | < | < | < | < | 100.00 | 98.00 | | < |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '项目支出绩效自评表',
      organisation: '区图书馆',
      year: 2023,
      project: '图书馆空调更新',
      money_unit: '万元',
      execution_weight: 10,
      execution_score: 10,
      execution_rate: 100,
      total_weight: 100,
      total_score: 98,
    });
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/更新设备数量 =12台 15',
      'evaluation 产出指标/质量指标/设备验收合格率 =100% 15',
      'evaluation 成本指标/经济成本指标/设备采购成本 <=90.5万元 20',
      'evaluation 效益指标/社会效益指标/改善阅读环境 优良中低差 20',
      'evaluation 满意度指标/服务对象满意度指标/读者满意度 >=95% 10',
    ]);
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2023 96 万元',
      'funding 年度资金总额 annual_budget 2023 90.5 万元',
      'funding 年度资金总额 executed 2023 90.5 万元',
      'funding 年度资金总额 rate 2023 100 %',
      'funding 当年财政拨款 initial_budget 2023 96 万元 of=年度资金总额',
      'funding 当年财政拨款 annual_budget 2023 90.5 万元 of=年度资金总额',
      'funding 当年财政拨款 executed 2023 90.5 万元 of=年度资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'goal 更新空调设备',
      'achievement 已更新',
    ]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([
      ['12台', 15],
      ['100%', 15],
      ['90.5万元', 20],
      ['优', 18],
      ['96%', 10],
    ]);
  });

  test('pairs with colons, earlier budgets of the same project', () => {
    const readout = read(
      '项目绩效目标申报表',
      '（2023年度）',
      grid(`
 | 申报单位名称：区绿化所 | < | < | < | < |
 | 项目名称： | 绿地养护 | < | 项目类别： | 经常性项目 |
 | 计划开始日期： | 2023-01-01 | < | 计划完成日期： | 2023-12-31 |
 | 项目总预算（元）： | 1,200,000 | < | 项目当年预算（元）： | 1,200,000 |
 | 同名项目上年预算额（元）： | 1,100,000 | < | 同名项目上年预算执行数（元）： | 1,050,000 |
 | 项目概况： | 养护绿地 | < | < | < |
 | 项目总目标： | 保持绿地完好 | < | < | < |
 | 年度绩效目标： | 养护达标 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标目标值 | < |
 | 产出目标 | 数量 | 养护面积 | ≥20万平方米 | < |
 | ^ | 质量 | 养护达标率 | =100% | < |
 | 效果目标 | 社会效益 | 绿地完好率 | ≥98% | < |
 | 影响力目标 | 满意度 | 市民满意度 | ≥85% | < |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_targets',
      title: '项目绩效目标申报表',
      organisation: '区绿化所',
      year: 2023,
      project: '绿地养护',
      money_unit: '元',
    });
    expect(told(readout)).toEqual([
      'annual 产出目标/数量/养护面积 >=20万平方米 ∅',
      'annual 产出目标/质量/养护达标率 =100% ∅',
      'annual 效果目标/社会效益/绿地完好率 >=98% ∅',
      'annual 影响力目标/满意度/市民满意度 >=85% ∅',
    ]);
    expect(counted(readout)).toEqual([
      'funding 项目总预算 total_budget ∅ 1200000 元',
      'funding 项目当年预算 current 2023 1200000 元',
      'funding 同名项目上年预算额 prior 2022 1100000 元',
      'funding 同名项目上年预算执行数 prior 2022 1050000 元',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'other 经常性项目',
      'other 养护绿地',
      'goal 保持绿地完好',
      'goal 养护达标',
    ]);
  });

  test('values of the whole term beside those of the year', () => {
    const readout = read(
      '省级专项资金绩效目标表',
      grid(`
 | 项目名称 | 农田建设 | < | < | < | < | < |
 | 主管部门 | 农业厅 | < | 资金金额（万元） | 实施周期金额 | 300 | < |
 | ^ | ^ | ^ | ^ | 2023年度金额 | 100 | < |
 | 绩效目标 | 实施周期目标 | < | < | 年度目标 | < | < |
 | ^ | 三年建成3万亩 | < | < | 建成1万亩 | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 实施周期指标值 | 年度指标值 | 评（扣）分标准 |
 | ^ | 产出指标 | 数量指标 | 高标准农田 | 3万亩 | 1万亩 | 按比例 |
 | ^ | 效益指标 | 经济效益指标 | 亩均增收 | ≥100元 | ≥30元 | 按比例 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_targets',
      title: '省级专项资金绩效目标表',
      project: '农田建设',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([
      'long_term 产出指标/数量指标/高标准农田 =3万亩 ∅',
      'annual 产出指标/数量指标/高标准农田 =1万亩 ∅',
      'long_term 效益指标/经济效益指标/亩均增收 >=100元 ∅',
      'annual 效益指标/经济效益指标/亩均增收 >=30元 ∅',
    ]);
    expect(counted(readout)).toEqual([
      'funding 实施周期金额 total_budget ∅ 300 万元',
      'funding 金额 current 2023 100 万元',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'goal 三年建成3万亩',
      'goal 建成1万亩',
    ]);
  });

  test('indicators without levels', () => {
    const readout = read(
      '部门整体绩效自评表',
      grid(`
 | 部门（单位）名称 | 区林业局 | < | < | < | < | < |
 | 当年整体绩效目标 | 造林护林 | < | < | < | < | < |
 | 绩效指标 | 计量单位 | 指标性质 | 指标值 | 指标权重（分） | 全年完成值 | 得分 |
 | 营造林面积 | 万亩 | ≥ | 5 | 30 | 5.2 | 30 |
 | 森林火灾受害率 | ‰ | ≤ | 0.3 | 30 | 0.1 | 30 |
 | 群众满意度 | % | ≥ | 90 | 30 | 93 | 30 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_self_evaluation',
      title: '部门整体绩效自评表',
      organisation: '区林业局',
    });
    expect(told(readout)).toEqual([
      'evaluation ∅/∅/营造林面积 >=5万亩 30',
      'evaluation ∅/∅/森林火灾受害率 <=0.3‰ 30',
      'evaluation ∅/∅/群众满意度 >=90% 30',
    ]);
    expect(counted(readout)).toEqual([]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual(['goal 造林护林']);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([
      ['5.2', 30],
      ['0.1', 30],
      ['93', 30],
    ]);
  });
});
