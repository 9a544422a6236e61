import { describe, expect, test } from 'vitest';
import { grid, read, told } from './drawing.ts';

describe('sections and goals', () => {
  test('two halves side by side share their first level', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
        | 总体目标 | 中期目标 | < | 年度目标 | < | < | < |
        | ^ | 三年清淤 | < | 清淤十公里 | < | < | < |
        | 一级指标 | 二级指标(长期) | 三级指标(长期) | 指标值(长期) | 二级指标(年度) | 三级指标(年度) | 指标值(年度) |
        | 产出指标 | 数量指标 | 清淤长度 | 30公里 | 数量指标 | 清淤长度 | 10公里 |
        | 效益指标 | 社会效益指标 | | | 社会效益指标 | 受益人口 | ≥2万人 |
      `),
    );
    expect(told(readout)).toEqual([
      'long_term 产出指标/数量指标/清淤长度 =30公里 ∅',
      'annual 产出指标/数量指标/清淤长度 =10公里 ∅',
      'annual 效益指标/社会效益指标/受益人口 >=2万人 ∅',
    ]);
    expect(
      readout.texts.filter((text) => text.role === 'goal').map((text) => [text.label, text.text]),
    ).toEqual([
      ['中期目标', '三年清淤'],
      ['年度目标', '清淤十公里'],
    ]);
  });

  test('a line of the table of contents is no title of the grid below it', () => {
    const units = grid(`
      | 序号 | 单位名称 | 单位性质 |
      | 1 | 云溪县档案馆 | 行政单位 |
      | 2 | 云溪县档案服务中心 | 事业单位 |
    `);
    for (const leader of ['\t', '……', '.....']) {
      const readout = read('云溪县档案馆2031年部门预算', '目 录', `2031年部门预算表${leader}11`, units);
      expect(readout.filings.map(({ title }) => title)).not.toContain(`2031年部门预算表${leader}11`);
      expect(readout.texts.map(({ text }) => text)).toContain(`2031年部门预算表${leader}11`);
    }
  });

  test('halves without words: the left one is long-term', () => {
    const readout = read(
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 |
        | 产出指标 | 数量指标 | 新建水窖 | 90口 | 数量指标 | 新建水窖 | 30口 |
      `),
    );
    expect(readout.indicators.map((each) => each.section)).toEqual(['long_term', 'annual']);
  });

  test('side labels give the section, and goals head their tables where there are several', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      grid(`
        | 长期目标 | 建成示范县 | < | < | < |
        | 长期目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
        | ^ | 产出指标 | 数量指标 | 示范点 | 20个 |
        | 年度目标1： | 扩大覆盖面 | < | < | < |
        | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
        | ^ | 产出指标 | 数量指标 | 新增参保 | 500人 |
        | 年度目标2： | 完善体系 | < | < | < |
        | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
        | ^ | 产出指标 | 质量指标 | 准确率 | 100% |
      `),
    );
    expect(readout.indicators.map((each) => [each.section, each.goal])).toEqual([
      ['long_term', null],
      ['annual', '扩大覆盖面'],
      ['annual', '完善体系'],
    ]);
  });

  test('the row of budget execution among the indicators is no indicator', () => {
    const readout = read(
      '2022年度部门整体支出绩效自评表',
      grid(`
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 |
        | 预算执行率（10分） | | | | 99.92% | 10 | 9.99 |
        | 产出指标 | 数量指标 | 归档卷数 | 3000卷 | 3100卷 | 90 | 90 |
        | 合计 | < | < | < | < | 100 | 99.99 |
      `),
    );
    expect(told(readout)).toEqual(['evaluation 产出指标/数量指标/归档卷数 =3000卷 90']);
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.99,
      execution_rate: 99.92,
      has_execution_weight_field: true,
      total_score: 99.99,
    });
  });

  test('a table that lies on its side is read like any other', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
        | 一级指标 | 产出指标 | < | 效益指标 |
        | 二级指标 | 数量指标 | 质量指标 | 社会效益指标 |
        | 三级指标 | 灌溉面积 | 设施完好率 | 农户受益 |
        | 指标值 | ≥500亩 | ≥95% | 明显 |
        | 分值 | 40 | 30 | 20 |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/灌溉面积 >=500亩 40',
      'annual 产出指标/质量指标/设施完好率 >=95% 30',
      'annual 效益指标/社会效益指标/农户受益 明显 20',
    ]);
  });

  test('levels in brackets and running text in one cell', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
        | 项目名称 | 通村公路 |
        | 绩效指标 | 【产出指标-数量指标】新建公路(≥**公里)>=12;维修桥梁(≥**座)>=2⏎【满意度指标-服务对象满意度】村民满意度：≥90% |
      `),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/新建公路 >=12公里 ∅',
      'annual 产出指标/数量指标/维修桥梁 >=2座 ∅',
      'annual 满意度指标/服务对象满意度/村民满意度 >=90% ∅',
    ]);
  });

  test('goals in a column of their own, each beside its indicators', () => {
    const { indicators } = read(
      '部门整体支出绩效目标申报表',
      grid(`
      | 目标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
      | 年度目标1：扩大覆盖面 | 产出指标 | 数量指标 | 参保人数 | 500人 |
      | ^ | ^ | 质量指标 | 准确率 | 100% |
      | 年度目标2：完善体系 | 产出指标 | 质量指标 | 风险管控 | 达标 |
    `),
    );
    expect(indicators.map((each) => [each.goal, each.level3])).toEqual([
      ['扩大覆盖面', '参保人数'],
      ['扩大覆盖面', '准确率'],
      ['完善体系', '风险管控'],
    ]);
  });
});
