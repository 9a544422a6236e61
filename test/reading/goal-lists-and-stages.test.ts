import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Lists of goals inside one form, values named in a cell, stages with a bare rate; every name and figure is invented. */
describe('values named in the cell of an indicator', () => {
  test('指标1：… 目标值：… under 三级指标 where no column gives the values', () => {
    const readout = read(
      '项目支出绩效目标申报表（2032年度）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 |
 | 产出指标 | 数量指标 | 指标1：改造泵站数量 目标值：12座 |
 | ^ | ^ | 指标2：更换水泵；目标值：≥30台 |
 | 效益指标 | 社会效益指标 | 指标1：受益面积，指标值：≥3.2万亩 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/改造泵站数量 =12座 ∅',
      'annual 产出指标/数量指标/更换水泵 >=30台 ∅',
      'annual 效益指标/社会效益指标/受益面积 >=3.2万亩 ∅',
    ]);
  });

  test('完成值：… behind the target is what came of it', () => {
    const [indicator] = read(
      '项目支出绩效自评表（2032年度）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 指标1：改造泵站 目标值：12座 完成值：11座 | 50 | 45 |`),
    ).indicators;
    expect([indicator?.level3, indicator?.target?.value, indicator?.actual?.value]).toEqual([
      '改造泵站',
      12,
      11,
    ]);
  });

  test('several in one cell beside their first level', () => {
    const readout = read(
      '2032年度项目绩效目标表',
      grid(`
 | 项目名称 | 社区食堂建设 |
 | 产出指标 | 指标1：建成食堂数量，目标值：13个；指标2：验收合格率，目标值：≥95% |
 | 效益指标 | 指标1：日均服务老人，目标值：≥1500人次 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/∅/建成食堂数量 =13个 ∅',
      'annual 产出指标/∅/验收合格率 >=95% ∅',
      'annual 效益指标/∅/日均服务老人 >=1500人次 ∅',
    ]);
  });
});

describe('评分说明', () => {
  const rows = (left: string, right: string): ReturnType<typeof read> =>
    read(
      '项目支出绩效自评表（2032年度）',
      grid(`
 | 三级指标 | 指标值 | 完成值 | 分值 | ${left} | ${right} |
 | 维护灯杆数 | ≥3200基 | 3100基 | 40 | ${left === '得分' ? '38 | 缺100基' : '按比例计分 | 38'} |`),
    );

  test('right of the score it says how that came about', () => {
    const [indicator] = rows('得分', '评分说明').indicators;
    expect([indicator?.scoring_rule, indicator?.remark]).toEqual([null, '评分说明：缺100基']);
    expect([indicator?.target?.value, indicator?.target?.unit]).toEqual([3200, '基']);
  });

  test('left of the score it is the rule', () => {
    const [indicator] = rows('评分说明', '得分').indicators;
    expect([indicator?.scoring_rule, indicator?.remark]).toEqual(['按比例计分', null]);
  });
});

test('评价标准 that says how points are given is the rule, and one that says what is meant a description', () => {
  const said = (first: string, second: string): (string | null | undefined)[] => {
    const [indicator] = read(
      '项目支出绩效自评表（2032年度）',
      grid(`
 | 一级指标 | 三级指标 | 分值 | 评价标准 | 实际完成值 | 得分 |
 | 过程 | 管理制度 | 50 | ${first} | 健全 | 50 |
 | 产出 | 完成率 | 50 | ${second} | 100% | 50 |`),
    ).indicators;
    return [indicator?.description, indicator?.scoring_rule];
  };
  expect(said('健全得50分，每缺一项扣5分', '完成率×50')).toEqual([null, '健全得50分，每缺一项扣5分']);
  expect(said('制度是否健全', '完成数与计划数之比')).toEqual(['制度是否健全', null]);
});

describe('长期绩效目标表 and 年度绩效目标表 across one form', () => {
  const readout = read(
    '2032年部门预算项目绩效目标申报表',
    '单位：万元',
    grid(`
 | 项目名称 | 非遗保护经费 | < | < | < | < |
 | 支出项目类别 | 其他运转类 | < | < | < | < |
 | 起始年度 | 2030 | < | 终止年度 | 2034 | < |
 | 项目总预算 | 1250 | < | 项目当年预算 | 260 | < |
 | 长期绩效目标表 | < | < | < | < | < |
 | 目标名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 绩效标准 |
 | 长期绩效目标 | 产出指标 | 数量指标 | 传习所数量 | ≥40个 | 计划标准 |
 | ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥80% | 行业标准 |
 | 年度绩效目标表 | < | < | < | < | < |
 | 目标名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 绩效标准 |
 | 年度绩效目标 | 产出指标 | 数量指标 | 补助传承人数 | 60人 | 计划标准 |`),
  );

  test('are lists of one form, each of its own term', () => {
    expect(readout.filings).toHaveLength(1);
    expect(told(readout)).toEqual([
      'long_term 产出指标/数量指标/传习所数量 >=40个 ∅',
      'long_term 效益指标/社会效益指标/知晓率 >=80% ∅',
      'annual 产出指标/数量指标/补助传承人数 =60人 ∅',
    ]);
  });

  test('支出项目类别 | 其他运转类 heads no figures, and a year is no money', () => {
    expect(counted(readout)).toEqual([
      'funding 项目总预算 total_budget ∅ 1250 万元',
      'funding 项目当年预算 current 2032 260 万元',
    ]);
  });
});

describe('sums and stages in pairs', () => {
  const sources = (total: string): ReturnType<typeof read> =>
    read(
      '2031年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 石屏乡人民政府 | < | < | < |
 | 整体支出规模（万元） | 资金来源 | < | 资金结构 | < |
 | ^ | 公共财政拨款 | 1560.00 | 基本支出 | 920.00 |
 | ^ | 其他资金 | 40.00 | 项目支出 | 680.00 |
 | ^ | 合计 | ${total} | 合计 | 1600.00 |`),
    );

  test('合计 below each of two lists adds up its own', () => {
    expect(counted(sources('1600.00'))).toEqual([
      'funding 公共财政拨款 current 2031 1560 万元 of=合计',
      'funding 基本支出 current 2031 920 万元 of=合计',
      'funding 其他资金 current 2031 40 万元 of=合计',
      'funding 项目支出 current 2031 680 万元 of=合计',
      'funding 合计 current 2031 1600 万元',
      'funding 合计 current 2031 1600 万元',
    ]);
    const sums = (total: string): string[] =>
      reconcile(sources(total))
        .findings.filter(({ rule }) => rule.startsWith('SUM'))
        .map(({ message }) => message.zh);
    expect(sums('1600.00')).toEqual([]);
    expect(sums('1650.00')).toMatchObject([expect.stringContaining('1650 ≠ 1560 + 40 = 1600')]);
  });

  test('预算 | 180 | 执行 | 171 | 95%: the rate has no word of its own', () => {
    const readout = read(
      '2031年度绩效自评表',
      grid(`
 | 项目名称 | 道路照明维护 | < | < | < | < |
 | 资金（万元） | 预算 | 180 | 执行 | 171 | 95% |
 | 指标 | 目标 | 完成 | 分值 | 得分 | 备注 |
 | 亮灯率 | ≥98% | 98.6% | 100 | 100 | |`),
    );
    expect(counted(readout)).toEqual([
      'funding 资金 budget 2031 180 万元',
      'funding 资金 executed 2031 171 万元',
      'funding 资金 rate 2031 95 %',
    ]);
  });

  test('其中：一般公共预算：1588.00 in one cell below the heads of figures is a field, and no name without a figure', () => {
    const readout = read(
      '部门整体支出绩效自评表（2031年度）',
      grid(`
 | 年度预算申请（万元） | 资金 | 年初预算数 | 全年执行数 | 执行率 |
 | ^ | 年度资金总额 | 1588.00 | 1556.24 | 98.00% |
 | ^ | 按收入性质分： | < | 按支出性质分： | < |
 | ^ | 其中：一般公共预算：1588.00 | < | 其中：基本支出：988.00 | < |
 | ^ | 政府性基金拨款： | < | 项目支出：600.00 | < |
 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 |
 | 产出指标 | 举办促消费活动 | ≥24场 | 26场 | 100 |`),
    );
    expect(counted(readout).slice(3)).toEqual([
      'funding 一般公共预算 current 2031 1588 万元',
      'funding 基本支出 current 2031 988 万元',
      'funding 项目支出 current 2031 600 万元',
    ]);
    expect(told(readout)).toHaveLength(1);
  });

  test('服务月数 is no money, and bonds go on in the unit of the sums above them', () => {
    const readout = read(
      '2032年专项债券项目绩效目标表',
      grid(`
 | 项目总投资（万元） | 48000 | 其中：专项债券资金 | 30000 |
 | 资本金 | 18000 | 已发行专项债券 | 12000 |
 | 本年拟发行专项债券 | 10000 | 债券期限 | 20年 |
 | 购买内容 | 服务对象（人） | 服务月数 | 预算金额（万元） |
 | 生活照料 | 120 | 12 | 115.20 |
 | 合计 | < | < | 115.20 |`),
    );
    expect(counted(readout).filter((line) => / (?:18000|12000|10000|12|20) /.test(line))).toEqual([
      'funding 资本金 total_budget ∅ 18000 万元 of=项目总投资',
      'funding 已发行专项债券 current 2032 12000 万元',
      'funding 本年拟发行专项债券 current 2032 10000 万元',
    ]);
  });

  test('其中：车购税补助：500.00 is a part of the sum before it, whatever its name', () => {
    const readout = read(
      '2032年度预算项目绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称：公路安防 | < | < |
 | 资金总额：680.00 | 其中：车购税补助：500.00 | 县级配套：180.00 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2032 680 万元',
      'funding 车购税补助 current 2032 500 万元 of=资金总额',
      'funding 县级配套 current 2032 180 万元 of=资金总额',
    ]);
  });

  test('资金使用单位 is who files only where no other is named', () => {
    const filed = (row: string): string | null | undefined =>
      read('2032年度项目支出绩效目标表', grid(`| 项目名称 | 河道疏浚 |\n | 资金使用单位 | 各乡镇 |\n${row}`))
        .filings[0]?.organisation;
    expect(filed('| 预算单位 | 青陂县水务局 |')).toBe('青陂县水务局');
    expect(filed('| 年度资金总额 | 30万元 |')).toBe('各乡镇');
  });
});

test('a half that begins with 三级指标 stands beside both levels of the half before it', () => {
  const readout = read(
    '省本级部门项目支出绩效目标申报表（2032年）',
    grid(`
 | 总体目标 | 实施期目标（2032年—2034年） | < | 年度目标 | < | < |
 | ^ | 建成12个监测点 | < | 建成4个监测点 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 建成监测点 | 12个 | 建成监测点 | 4个 |
 | ^ | 质量指标 | 验收合格率 | 100% | 验收合格率 | ≥98% |`),
  );
  expect(told(readout)).toEqual([
    'long_term 产出指标/数量指标/建成监测点 =12个 ∅',
    'annual 产出指标/数量指标/建成监测点 =4个 ∅',
    'long_term 产出指标/质量指标/验收合格率 =100% ∅',
    'annual 产出指标/质量指标/验收合格率 >=98% ∅',
  ]);
});
