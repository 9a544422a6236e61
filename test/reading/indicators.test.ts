import { describe, expect, test } from 'vitest';
import { grid, read, told } from './drawing.ts';

describe('levels', () => {
  test('merged levels fill down, points in their names stand apart, and vertical labels are words', () => {
    const readout = read(
      '2022年度项目支出绩效自评表',
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
        | 产⏎出⏎指⏎标⏎(50分) | 数量指标 | 指标1：修渠长度 | ≥3公里 | 3.2公里 | 30 | 30 |
        | ^ | ^ | 指标2： | | | | |
        | ^ | 质量指标 | 合格率 | 100% | 98% | 20 | 18 |
        | 满意度指标【10】 | 服务对象满意度指标 | …… | | | | |
        | 总分 | < | < | < | < | 50 | 48 |
      `),
    );
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/修渠长度 >=3公里 30',
      'evaluation 产出指标/质量指标/合格率 =100% 20',
    ]);
    expect(readout.indicators.map((each) => [each.level1_weight, each.score])).toEqual([
      [50, 30],
      [50, 18],
    ]);
    expect(readout.filings[0]).toMatchObject({ total_weight: 50, total_score: 48 });
  });

  test('unmerged blanks of the upper levels are filled from above, and a new first level starts a new second', () => {
    const readout = read(
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 |
        | 产出指标 | 数量指标 | 培训人次 | ≥300人次 |
        | | | 教材册数 | 300册 |
        | 效益指标 | | 就业率 | ≥80% |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/培训人次 >=300人次 ∅',
      'annual 产出指标/数量指标/教材册数 =300册 ∅',
      'annual 效益指标//就业率 >=80% ∅',
    ]);
  });

  test('a row with a value and no name keeps its place; a row without both is a placeholder', () => {
    const readout = read(
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
        | 产出指标 | 时效指标 | | =100% | 10 |
        | ^ | 成本指标 | 无 | 无 | 10 |
        | ^ | 数量指标 | 事故数 | 0 | 10 |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/时效指标/ =100% 10',
      'annual 产出指标/数量指标/事故数 =0 10',
    ]);
  });

  test('a head over three columns without heads of their own holds the levels', () => {
    const readout = read(
      grid(`
        | 绩效指标 | < | < | 指标值 | 权重 |
        | 产出指标 | 数量指标 | 植树株数 | ≥5000株 | 40 |
        | 效益指标 | 生态效益指标 | 绿化率 | ≥35% | 30 |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/植树株数 >=5000株 40',
      'annual 效益指标/生态效益指标/绿化率 >=35% 30',
    ]);
  });

  test('a form with names alone has no levels above them', () => {
    const readout = read(
      '2023年度部门整体绩效自评表',
      grid(`
        | 绩效指标 | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重 |
        | ^ | 低保覆盖率 | % | ≥ | 95 | 96 | 97 | 40 |
        | ^ | 投诉次数 | 次 | ≤ | 5 | | 3 | 50 |
      `),
    );
    expect(told(readout)).toEqual(['evaluation ∅/∅/低保覆盖率 >=96% 40', 'evaluation ∅/∅/投诉次数 <=5次 50']);
    expect(readout.indicators[1]?.actual).toMatchObject({ value: 3, unit: '次' });
  });

  test('points in columns of their own behind every level', () => {
    const { indicators, filings } = read(
      '2023年项目绩效评价评分表',
      grid(`
        | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 指标解释 | 评价标准 | 得分 | 扣分原因 |
        | 决策 | 20 | 项目立项 | 10 | 立项依据充分性 | 6 | 有无依据 | 有依据得6分 | 6 | |
        | ^ | ^ | ^ | ^ | 立项程序规范性 | 4 | 是否合规 | 合规得4分 | 3 | 缺纪要 |
      `),
    );
    expect(filings[0]?.form_type).toBe('scoring_framework');
    expect(indicators[1]).toMatchObject({
      level1: '决策',
      level1_weight: 20,
      level2_weight: 10,
      weight: 4,
      score: 3,
      description: '是否合规',
      scoring_rule: '合规得4分',
      deviation: '缺纪要',
    });
  });
});

describe('values', () => {
  test('operator and unit stand in columns of their own, under two rows of heads', () => {
    const readout = read(
      '项目支出绩效自评表',
      grid(`
        | 绩效指标 | < | < | 年度指标值 | < | < | 实际完成值 | 分值 | 得分 |
        | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ |
        | 产出指标 | 数量指标 | 受助学生 | ≧ | 735 | 人次 | 735 | 10 | 10 |
        | 效益指标 | 社会效益指标 | 家庭负担 | 定性 | 减轻 | | 减轻 | 10 | 9 |
      `),
    );
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/受助学生 >=735人次 10',
      'evaluation 效益指标/社会效益指标/家庭负担 减轻 10',
    ]);
    expect(readout.indicators[0]?.actual).toMatchObject({ value: 735, unit: '人次' });
    expect(readout.indicators[1]).toMatchObject({ category: '定性', actual: { kind: 'text', unit: null } });
  });

  test('a sign column that prints sign and value, and a unit column that prints the answer in words', () => {
    const readout = read(
      '2023年度预算项目绩效自评表',
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 预期指标值 | < | 单项指标实际完成值 | 自评得分 | < | < |
        | ^ | ^ | ^ | ^ | 符号 | 单位（文字描述） | ^ | 单项指标得分 | 权重占比（%） | 单项指标折算得分 |
        | 产出指标 | 质量指标 | 覆盖率 | 享受人数占应享受人数的比例 | >= 98 | %(百分比) | 100% | 25 | 25 | 6.25 |
        | 效果指标 | 社会效益指标 | 社会稳定 | 稳定程度 | 文字描述 | 持续稳定 | 持续稳定 | 30 | 30 | 9 |
      `),
    );
    expect(told(readout)).toEqual([
      'evaluation 产出指标/质量指标/覆盖率 >=98%(百分比) 25',
      'evaluation 效果指标/社会效益指标/社会稳定 持续稳定 30',
    ]);
    expect(readout.indicators[0]).toMatchObject({ score: 25, converted_score: 6.25 });
  });

  test('a sign column that prints sign and value beside units whose head was lost in part', () => {
    const readout = read(
      '2023年度预算项目绩效自评表',
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 预期指标值 | < | 单项指标实际完成值 | 自评得分 |
        | ^ | ^ | ^ | ^ | 符号 | 单位（文字描 | ^ | ^ |
        | 产出指标 | 质量指标 | 覆盖率 | 享受人数占应享受人数的比例 | >= 98 | %(百分比) | 100% | 25 |
        | 产出指标 | 时效指标 | 及时率 | 按时办结的比例 | >=99 | %(百分比) | 100% | 25 |
      `),
    );
    expect(readout.indicators.map(({ target, category }) => [target?.op, target?.value, category])).toEqual([
      ['>=', 98, null],
      ['>=', 99, null],
    ]);
  });

  test('of two value columns the current year counts, and earlier years get their years', () => {
    const readout = read(
      '2024年度部门整体绩效目标申报表',
      grid(`
        | 年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | < | 指标值确定依据 |
        | ^ | ^ | ^ | ^ | 近两年指标值 | < | 预期当年实现值 | ^ |
        | ^ | ^ | ^ | ^ | 前年 | 上年 | ^ | ^ |
        | ^ | 履职效能 | 核心业务产出1：修路 | 修路里程 | 20公里 | 25公里 | ≥30公里 | 计划标准 |
      `),
    );
    expect(told(readout)).toEqual(['annual 履职效能/核心业务产出1：修路/修路里程 >=30公里 ∅']);
    expect(readout.indicators[0]?.prior.map((each) => [each.year, each.value])).toEqual([
      [2022, 20],
      [2023, 25],
    ]);
    expect(readout.indicators[0]?.basis).toBe('计划标准');
  });

  test('本年 before the general columns, and points shared by two indicators belong to the first', () => {
    const readout = read(
      '年度绩效目标表',
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 本年指标值 | 度量单位 | 权重（%） | 本年权重（%） |
        | 产出指标 | 数量指标 | 巡河次数 | ≥ | 90 | 30 | 次 | 10 | 20 |
        | 产出指标 | 数量指标 | 清淤方量 | ≥ | 900 | 300 | 立方米 | 10 | ^ |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/巡河次数 >=30次 20',
      'annual 产出指标/数量指标/清淤方量 >=300立方米 ∅',
    ]);
  });

  test('grades with values of their own: the columns are kept as the rule', () => {
    const { indicators } = read(
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 优 | 良 | 中 | 差 |
        | 产出指标 | 数量指标 | 出诊次数 | 1000次 | ≥1000 | ≥900 | ≥800 | <800 |
      `),
    );
    expect(indicators[0]?.scoring_rule).toBe('优：≥1000；良：≥900；中：≥800；差：<800');
  });

  test('what no role explains is kept as a remark and lowers nothing else', () => {
    const { indicators, filings } = read(
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 牵头股室 | 备注 |
        | 产出指标 | 数量指标 | 出诊次数 | 1000次 | 医政股 | 含义诊 |
      `),
    );
    expect(indicators[0]?.remark).toBe('含义诊；牵头股室：医政股');
    expect(filings[0]?.coverage).toBeGreaterThan(0.8);
  });
});
