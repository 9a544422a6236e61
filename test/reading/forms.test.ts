import { describe, expect, test } from 'vitest';
import { grid, line, read, told } from './drawing.ts';

const indicators = (name: string) => `
  | 一级指标 | 二级指标 | 三级指标 | 指标值 |
  | 产出指标 | 数量指标 | ${name} | 3次 |`;

describe('where a form starts', () => {
  test('each sheet with a title of its own is a filing', () => {
    const { filings } = read(
      '项目支出绩效目标表',
      grid(`| 项目名称 | 甲 | < | < |${indicators('甲次')}`, { sheet: '1' }),
      '项目支出绩效目标表',
      grid(`| 项目名称 | 乙 | < | < |${indicators('乙次')}`, { sheet: '2' }),
    );
    expect(filings.map((filing) => [filing.title, filing.project, filing.grids])).toEqual([
      ['项目支出绩效目标表', '甲', [0]],
      ['项目支出绩效目标表', '乙', [1]],
    ]);
  });

  test('forms one below the other in one grid, with and without titles', () => {
    const titled = read(
      grid(`
        | 项目支出绩效目标表 | < | < | < |
        | （2024年度） | < | < | < |
        | 项目名称 | 路灯维护 | < | < |${indicators('盏数')}
        | 项目支出绩效目标表 | < | < | < |
        | （2023年度） | < | < | < |
        | 项目名称 | 绿化养护 | < | < |${indicators('面积')}
      `),
    );
    expect(titled.filings.map((filing) => [filing.project, filing.year])).toEqual([
      ['路灯维护', 2024],
      ['绿化养护', 2023],
    ]);
    const bare = read(
      '2024年度项目支出绩效目标表',
      grid(`
        | 项目名称 | 路灯维护 | < | < |${indicators('盏数')}
        | 项目名称 | 绿化养护 | < | < |${indicators('面积')}
      `),
    );
    expect(bare.filings.map((filing) => [filing.title, filing.project])).toEqual([
      ['2024年度项目支出绩效目标表', '路灯维护'],
      ['2024年度项目支出绩效目标表', '绿化养护'],
    ]);
  });

  test('a table with many projects, their names in a merged first column, is one filing a project', () => {
    const readout = read(
      '2024年度项目支出绩效目标表',
      grid(`
        | 单位：万元 | < | < | < | < | < | < | < |
        | 单位名称 | 项目名称 | 预算金额 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
        | 云溪县文化馆 | 村级书屋 | 12.5 | 建好书屋 | 产出指标 | 数量指标 | 书屋数量 | ≥8个 |
        | ^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 读者增长 | 明显 |
        | ^ | 送戏下乡 | 20 | 演出 | 产出指标 | 数量指标 | 演出场次 | ≥100场 |
      `),
    );
    expect(
      readout.filings.map(({ project, organisation, year, money_unit }) => [
        project,
        organisation,
        year,
        money_unit,
      ]),
    ).toEqual([
      ['村级书屋', '云溪县文化馆', 2024, '万元'],
      ['送戏下乡', '云溪县文化馆', 2024, '万元'],
    ]);
    expect(readout.indicators.map((each) => [each.filing_id.slice(-2), each.level3])).toEqual([
      ['f0', '书屋数量'],
      ['f0', '读者增长'],
      ['f1', '演出场次'],
    ]);
    expect(readout.amounts.map((each) => [each.item, each.value, each.project])).toEqual([
      ['预算金额', 12.5, '村级书屋'],
      ['预算金额', 20, '送戏下乡'],
    ]);
  });

  test('one form over several grids: sections, a second sheet without a title, a repeated head after a page', () => {
    const readout = read(
      '部门整体绩效目标申报表',
      '单位：万元',
      grid('| 部门（单位）名称 | 云溪县残联 | < | < |\n| 年度目标 | 服务残疾人 | < | < |', { sheet: '一' }),
      grid(indicators('服务人次'), { sheet: '二' }),
      grid(indicators('康复人次'), { sheet: '二' }),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({ form_type: 'department_targets', grids: [0, 1, 2] });
    expect(readout.indicators.map((each) => each.level3)).toEqual(['服务人次', '康复人次']);
  });

  test('a grid of the same width without a head goes on with the table before it', () => {
    const readout = read(
      '项目支出绩效自评表',
      grid(
        '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 |\n| 产出指标 | 数量指标 | 甲 | 3次 | 3次 |',
      ),
      grid(
        '| 效益指标 | 社会效益指标 | 乙 | 提高 | 提高 |\n| 满意度指标 | 服务对象满意度指标 | 丙 | ≥90% | 95% |',
      ),
    );
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/甲 =3次 ∅',
      'evaluation 效益指标/社会效益指标/乙 提高 ∅',
      'evaluation 满意度指标/服务对象满意度指标/丙 >=90% ∅',
    ]);
  });

  test('a heading inside a form starts nothing new', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
      | 项目名称 | 校舍维修 | < | < |
      | 绩效项目指标表 | < | < | < |${indicators('校舍')}
    `),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.indicators).toHaveLength(1);
  });

  test('a report in prose is no filing, and its sentences are texts with their figures', () => {
    const readout = read('一、基本情况', '2023年基本支出416.14万元。');
    expect(readout.filings).toEqual([]);
    expect(readout.texts.map((text) => [text.filing_id, text.role])).toEqual([
      [null, 'prose'],
      [null, 'prose'],
    ]);
    expect(readout.texts[1]?.figures[0]).toMatchObject({ value: 416.14, unit: '万元', year: 2023 });
  });

  test('a grid with unknown labels is kept, unknown, with a warning', () => {
    const readout = read('通讯录', grid('| 姓名 | 住址 |\n| 甲某 | 东街 |'));
    expect(readout.filings[0]).toMatchObject({ form_type: 'unknown', grids: [0] });
    expect(readout.warnings.map((warning) => warning.code)).toEqual(['unknown_form']);
  });
});

describe('the title', () => {
  test.each([
    ['附件2：部门整体支出绩效目标申报表', '部门整体支出绩效目标申报表'],
    ['2020年一般公共预算收入执行情况表单位：万元', '2020年一般公共预算收入执行情况表'],
    ['2022年度项目支出绩效自评表 公开14表', '2022年度项目支出绩效自评表'],
    ['部门整体支出绩效评价共性指标框架（参考）', '部门整体支出绩效评价共性指标框架（参考）'],
  ])('%s', (printed, title) => {
    expect(read(line(printed, 'heading'), grid(indicators('甲'))).filings[0]?.title).toBe(title);
  });

  test('the line nearest to the grid, not a table number and not a table of contents', () => {
    const { filings } = read(
      '2022年部门决算公开表格',
      '收入支出决算总表',
      '公开01表',
      '金额单位：万元',
      grid('| 项目 | 决算数 |\n| 一、财政拨款收入 | 15 |\n| 收入总计 | 15 |'),
    );
    expect(filings[0]).toMatchObject({
      title: '收入支出决算总表',
      form_type: 'budget_table',
      year: 2022,
      money_unit: '万元',
    });
  });
});

describe('the family', () => {
  test.each([
    ['项目支出目标申报表', 'project_targets'],
    ['部门（单位）整体支出绩效目标申报表', 'department_targets'],
    ['部门预算项目支出绩效自评表', 'project_self_evaluation'],
    ['部门整体绩效自评表', 'department_self_evaluation'],
    ['预算支出绩效评价共性指标体系框架（参考）', 'scoring_framework'],
    ['转移支付区域（项目）绩效目标自评表', 'project_self_evaluation'],
  ])('%s is %s', (title, family) => {
    expect(read(title, grid(indicators('甲'))).filings[0]?.form_type).toBe(family);
  });

  test.each([
    ['“三公”经费支出情况统计表', 'budget_table'],
    ['2024年省级专项资金分配表', 'allocation_table'],
    ['部门整体支出绩效评价基础数据表', 'base_data'],
  ])('%s is %s', (title, family) => {
    expect(read(title, grid('| 项目 | 预算数 |\n| 合计 | 15 |')).filings[0]?.form_type).toBe(family);
  });

  test('without a title the labels decide', () => {
    const evaluation = grid(
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 |\n| 产出指标 | 数量指标 | 甲 | 1 | 1 | 5 |',
    );
    const framework = grid(
      '| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 自评分 |\n| 投入 | 目标设定 | 合理性 | 合理计5分 | 5 |',
    );
    expect(read(evaluation).filings[0]?.form_type).toBe('project_self_evaluation');
    expect(read(framework).filings[0]?.form_type).toBe('scoring_framework');
    expect(read(grid(indicators('甲'))).filings[0]?.form_type).toBe('project_targets');
  });
});

test.each([
  ['部门名称', '水务局', 'department_self_evaluation'],
  ['项目名称', '河道整治', 'project_self_evaluation'],
])('部门预算绩效监控表 is of the department where it names no project: %s', (label, name, type) => {
  const readout = read(
    '2031年部门预算绩效监控表',
    grid(`
 | ${label} | ${name} | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-9月完成值 |
 | 产出指标 | 数量指标 | 整治河道 | 20公里 | 15公里 |`),
  );
  expect(readout.filings[0]?.form_type).toBe(type);
});
