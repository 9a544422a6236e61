import { describe, expect, test } from 'vitest';
import { inlinePairs } from '../../src/reading/fields/inline-pairs.ts';
import type { Readout } from '../../src/reading/index.ts';
import { grid, read } from './drawing.ts';

const table = `
  | 一级指标 | 二级指标 | 三级指标 | 指标值 |
  | 产出指标 | 数量指标 | 甲 | 3次 |`;
const first = (readout: Readout) => readout.filings[0];

describe('fields', () => {
  test('the organisation is never its supervisor, and the implementer only where no other is named', () => {
    const both = read(
      '项目支出绩效目标表',
      grid(`| 主管部门 | 云溪市教育局 | 实施单位 | 云溪一中 |${table}`),
    );
    expect(first(both)).toMatchObject({ organisation: '云溪一中', supervisor: '云溪市教育局' });
    const coded = read(
      '项目支出绩效目标表',
      grid(`| 预算单位编码及名称 | 112001-云溪图书馆 | 实施单位 | 云溪分馆 |${table}`),
    );
    expect(first(coded)).toMatchObject({ organisation: '112001-云溪图书馆', organisation_code: '112001' });
    const bracketed = read(
      '项目支出绩效目标表',
      grid(`| 主管部门及编码 | [015001]云溪区教育局 | 项目名称 | 校舍 |${table}`),
    );
    expect(first(bracketed)).toMatchObject({
      organisation: null,
      supervisor: '[015001]云溪区教育局',
      project: '校舍',
    });
  });

  test.each([
    ['| 中央主管部门 | 国土养护总署 | 地方主管部门 | 云溪县水务局 |', '国土养护总署'],
    ['| 中央主管部门 | | 地方主管部门 | 云溪县水务局 |', '云溪县水务局'],
    ['| 地方主管部门 | 云溪县水务局 | 实施单位 | 云溪水文站 |', '云溪县水务局'],
    ['| 市县主管部门 | 云溪县水务局 | 实施单位 | 云溪水文站 |', '云溪县水务局'],
  ])('the first supervisor that is named is that of the form: %s', (row, supervisor) => {
    const readout = read('转移支付项目绩效自评表', grid(`| 专项名称 | 河道整治 | < | < |\n${row}${table}`));
    expect(first(readout)).toMatchObject({ supervisor, coverage: 1 });
  });

  test('单位 is a unit of money or an organisation, as its value says', () => {
    expect(
      first(read('“三公”经费支出表', '单位：万元', grid('| 项目 | 预算数 |\n| 合计 | 3 |'))),
    ).toMatchObject({ money_unit: '万元', organisation: null });
    expect(
      first(read('“三公”经费支出表', '单位：云溪县水文站', grid('| 项目 | 预算数 |\n| 合计 | 3 |'))),
    ).toMatchObject({ money_unit: null, organisation: '云溪县水文站' });
  });

  test('people and phones go together', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(
        `| 项目负责人及联系电话 | 李某 0000-1234567 | 填报人 | 王某 |\n| 联系电话 | 13000000000 | < | < |${table}`,
      ),
    );
    expect(first(readout)?.contacts).toEqual([
      { role: '项目负责人及联系电话', name: '李某', phone: '0000-1234567' },
      { role: '填报人', name: '王某', phone: '13000000000' },
    ]);
  });

  test('a project keeps a year and a document number in its name, a code in front is split off', () => {
    const named = read(
      '项目支出绩效目标表',
      grid(`| 项目名称 | 2022年-云财企[2022]38号补助资金 | < | < |${table}`),
    );
    expect(first(named)).toMatchObject({ project: '2022年-云财企[2022]38号补助资金', project_code: null });
  });

  test('every field has the cell it was read from', () => {
    const readout = read('项目支出绩效目标表', grid(`| 项目名称 | 校舍维修 | 预算年度 | 2023 |${table}`));
    expect(first(readout)?.source).toMatchObject({
      project: { row: 0, column: 1 },
      year: { row: 0, column: 3 },
      title: { block: 0 },
    });
    expect(readout.indicators[0]?.source).toMatchObject({
      level3: { row: 2, column: 2 },
      target: { row: 2, column: 3 },
    });
  });
});

describe('the year', () => {
  const amounts =
    '| 资金情况 | 总体 | 当年金额 | 近两年收支金额 | < |\n| ^ | ^ | ^ | 2019年 | 2020年 |\n| ^ | 合计 | 5 | 4 | 3 |';
  test.each([
    ['printed in the title', ['2022年度项目支出绩效自评表'], table, 2022],
    ['printed in a caption', ['项目支出绩效目标表', '（2023年）'], table, 2023],
    ['printed across the grid', ['项目支出绩效目标表'], `| （2025年度） | < | < | < |${table}`, 2025],
    [
      'after the last of the two years before',
      ['部门整体绩效目标申报表', '填报日期：2021年1月28日'],
      amounts,
      2021,
    ],
    [
      'by the date of a target form filed in autumn',
      ['项目支出绩效目标表', '填报日期：2023年11月20日'],
      table,
      2024,
    ],
    [
      'by the date of a self-evaluation filed in spring',
      ['项目支出绩效自评表', '填报日期：2023年3月20日'],
      table,
      2022,
    ],
    [
      'in a caption, not by the day on which a system printed the form',
      ['本页由系统打印 打印时间：2024-03-05 10:26:31', '项目支出绩效自评表', '（2022年度）'],
      table,
      2022,
    ],
    [
      'in a caption, not by the day that stands in the head of the page',
      ['水利局 11/30/2026', '项目支出绩效自评表', '（2022年度）'],
      table,
      2022,
    ],
    ['not by the day in the head of the page alone', ['水利局 2026/3/5', '项目支出绩效自评表'], table, null],
    ['by the day up to which figures are', ['截至2024-06-30', '项目支出绩效自评表'], table, 2024],
    ['not by the day of the report', ['报告日期：2024年3月5日', '项目支出绩效自评表'], table, null],
    ['not by that day alone', ['打印日期：2024年3月5日', '项目支出绩效自评表'], table, null],
    [
      'not by the end of a long-term goal',
      ['项目支出绩效目标表'],
      `| 长期目标（截止2026年） | 建成 | < | < |${table}`,
      null,
    ],
  ])('%s', (_, titles, drawing, year) => {
    expect(first(read(...titles, grid(drawing)))?.year).toBe(year);
  });

  test('of the other forms of the document, where they agree, and the record says so', () => {
    const { filings } = read(
      '2020年度项目支出绩效自评表',
      grid(`| 实施单位 | 云溪县中心 | < | < |${table}`),
      '评价指标体系框架',
      grid(table),
    );
    expect(filings[1]).toMatchObject({
      year: 2020,
      organisation: '云溪县中心',
      inferred: ['organisation', 'year'],
    });
  });

  test('with the code of the unit that it takes', () => {
    const { filings } = read(
      '2020年度项目支出绩效自评表',
      grid(`| 实施单位 | 203001-云溪县中心 | < | < |${table}`),
      '评价指标体系框架',
      grid(table),
    );
    expect(filings[1]).toMatchObject({ organisation: '203001-云溪县中心', organisation_code: '203001' });
  });
});

describe('the unit of money', () => {
  test.each([
    ['from a label', '| 项目资金（元） | 年度资金总额： | 500 | < |', '元'],
    ['from the figures themselves', '| 项目资金 | 年度资金总额： | 500万元 | < |', '万元'],
    ['never assumed', '| 项目资金 | 年度资金总额： | 500 | < |', null],
  ])('%s', (_, drawing, unit) => {
    const readout = read('项目支出绩效目标表（2021年度）', grid(drawing + table));
    expect(first(readout)?.money_unit).toBe(unit);
    expect(readout.amounts[0]).toMatchObject({
      value: 500,
      unit,
      base_value: unit === null ? null : unit === '元' ? 500 : 5_000_000,
    });
  });
});

describe('texts', () => {
  test('goals, what came of them, tasks, functions and notes, but no empty ones', () => {
    const { texts } = read(
      '2022年度项目支出绩效自评表',
      grid(`
        | 部门职能概述 | 管理档案 | < | < | < |
        | 年度总体目标 | 预期目标 | < | 实际完成情况 | < |
        | ^ | 收好档案 | < | 已经收好 | < |
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 |
        | 产出指标 | 数量指标 | 卷数 | 3卷 | 3卷 |
        | 其他需要说明事项 | 无 | < | < | < |
      `),
      '备注：',
      '1、按实填写。',
    );
    expect(texts.map((text) => [text.role, text.label, text.text])).toEqual([
      ['function', '部门职能概述', '管理档案'],
      ['goal', '预期目标', '收好档案'],
      ['achievement', '实际完成情况', '已经收好'],
      ['note', null, '备注：'],
      ['note', null, '1、按实填写。'],
    ]);
  });

  test('a goal that is only numbered is empty', () => {
    const { texts } = read(
      '部门整体支出绩效目标申报表',
      grid(`| 长期目标 | 目标1：⏎目标2：⏎…… | 年度目标 | 目标1：扩面 |${table}`),
    );
    expect(texts.filter((text) => text.role === 'goal').map((text) => text.text)).toEqual(['目标1：扩面']);
  });
});

describe('pairs in one text', () => {
  test.each([
    [
      '填报日期：2023年11月20日    单位：万元    单位领导审签（公章）：',
      [
        ['填报日期', '2023年11月20日'],
        ['单位', '万元'],
        ['单位领导审签（公章）', ''],
      ],
    ],
    ['其中：财政资金：2.00 万元', [['财政资金', '2.00 万元']]],
    ['年度目标：办好三件事：修路、架桥、通水', [['年度目标', '办好三件事：修路、架桥、通水']]],
    ['今天的天气：晴', []],
    [
      '填报单位：云溪市水文局单位：万元',
      [
        ['填报单位', '云溪市水文局'],
        ['单位', '万元'],
      ],
    ],
    [
      '单位名称：云溪市防汛中心年度：2024金额单位：万元',
      [
        ['单位名称', '云溪市防汛中心'],
        ['年度', '2024'],
        ['金额单位', '万元'],
      ],
    ],
    [
      '填报人：周小舟联系电话：0310-5550123填报日期：2024年3月1日',
      [
        ['填报人', '周小舟'],
        ['联系电话', '0310-5550123'],
        ['填报日期', '2024年3月1日'],
      ],
    ],
    [
      '填报单位：云溪市殡葬管理所 统计年度：2025年',
      [
        ['填报单位', '云溪市殡葬管理所'],
        ['统计年度', '2025年'],
      ],
    ],
    ['填报单位：云溪市殡葬管理所 核算年度：2025年', [['填报单位', '云溪市殡葬管理所']]],
    ['项目名称：云溪县数据单位：万元工程', [['项目名称', '云溪县数据单位：万元工程']]],
  ])('%s', (text, pairs) => {
    expect(inlinePairs(text).map((pair) => [pair.label, pair.value])).toEqual(pairs);
  });
});

test.each([
  ['食品安全抽检 350200-2031-0016', '食品安全抽检', '350200-2031-0016'],
  ['食品安全抽检350200-2031-0016', '食品安全抽检', '350200-2031-0016'],
  ['食品安全抽检（35020023T000000123）', '食品安全抽检', '35020023T000000123'],
  ['35020023T000000123 食品安全抽检', '食品安全抽检', '35020023T000000123'],
  ['5G基站电费补贴 2031', '5G基站电费补贴 2031', null],
  ['国道G318-2031年度养护', '国道G318-2031年度养护', null],
])('%s is %s with the code %s', (name, project, code) => {
  const readout = read(
    '项目支出绩效目标表',
    grid(` | 项目名称及编码 | ${name} | < | < |\n${table.slice(1)}`),
  );
  expect(first(readout)).toMatchObject({ project, project_code: code });
});
