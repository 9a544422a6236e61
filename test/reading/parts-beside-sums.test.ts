import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Sums with their parts on the same row; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const indicators = `
 | 一级指标 | 三级指标 | 指标值 | < | < | < |
 | 产出指标 | 统计报表数 | ≥120份 | < | < | < |
 | 效益指标 | 数据质量合格率 | ≥98% | < | < | < |`;

describe('lists below 其中 that nothing printed ends', () => {
  const drawn = (basic: number) =>
    read(
      '2025年乡镇预算支出明细表',
      '单位：万元',
      grid(`
 | 科目 | 合计 | 镇本级 | 各村 | 基本支出 | 项目支出 |
 | 总计 | 1860 | 1310 | 550 | ${basic} | 940 |
 | 一般公共服务支出 | 640 | 580 | 60 | 560 | 80 |
 | 其中：人大事务 | 40 | 40 | 0 | 30 | 10 |
 | 政府办公厅事务 | 520 | 470 | 50 | 480 | 40 |
 | 农林水支出 | 820 | 420 | 400 | 240 | 580 |
 | 其中：农业农村 | 500 | 260 | 240 | 150 | 350 |
 | 水利 | 200 | 100 | 100 | 60 | 140 |
 | 城乡社区支出 | 400 | 310 | 90 | 120 | 280 |`),
    );

  test('end where the others make up the total, which its columns part twice', () => {
    const readout = drawn(920);
    const parents = readout.amounts
      .filter(({ column_label: head }) => head === '合计')
      .map(({ parent }) => parent);
    const [first, second] = ['一般公共服务支出', '农林水支出'];
    expect(parents).toEqual([null, '总计', first, first, '总计', second, second, '总计']);
    expect(wrong(readout)).toEqual([]);
  });

  test('end there too where one column holds a slip, and the slip is found', () => {
    const { findings } = reconcile(drawn(902));
    expect(findings.map(({ rule }) => rule)).toEqual(['SUM-01']);
    expect(findings[0]?.hypotheses[0]?.change).toMatchObject({ from: '902', to: '920' });
  });
});

describe('其中 on the row of its sum', () => {
  test('belongs to whatever sum stands in front of it, and not to the row above', () => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      '金额单位：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年初预算数 | 1200 | 其中：项目支出 | 340 | 基本支出 | 860 |
 | 全年支出数 | 1180 | 其中：项目支出 | 330 | 基本支出 | 850 |
 | 年末结转结余 | 20 | 其中：项目支出结转 | 10 | 基本支出结转 | 10 | ${indicators}`),
    );
    expect(counted(readout)).toEqual([
      'funding 年初预算数 initial_budget 2024 1200 万元',
      'funding 项目支出 initial_budget 2024 340 万元 of=年初预算数',
      'funding 基本支出 initial_budget 2024 860 万元 of=年初预算数',
      'funding 全年支出数 executed 2024 1180 万元',
      'funding 项目支出 executed 2024 330 万元 of=全年支出数',
      'funding 基本支出 executed 2024 850 万元 of=全年支出数',
      'funding 年末结转结余 balance 2024 20 万元',
      'funding 项目支出结转 balance 2024 10 万元 of=年末结转结余',
      'funding 基本支出结转 balance 2024 10 万元 of=年末结转结余',
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('counts heads where its whole does', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2025年度） 金额：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年度预算总额 | 1,260.00 | 其中：基本支出 | 900.00 | < | < |
 | | | 项目支出 | 360.00 | < | < |
 | 在职人员编制数 | 40 | 其中：行政编制 | 28 | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('staff 行政编制 count 2025 28 人');
    expect(counted(readout)).toContain('funding 项目支出 current 2025 360 万元 of=年度预算总额');
    expect(wrong(readout)).toEqual([]);
  });

  test('may name what no list of sources has', () => {
    const readout = read(
      '2025年专项债券项目资金绩效目标表',
      grid(`
 | 项目名称 | 新院区 | < | < | < | < |
 | 项目总投资（万元） | 32000 | 其中：资本金 | 12000 | < | < |
 | 专项债券融资 | 20000 | 债券期限 | 20年 | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('funding 资本金 total_budget ∅ 12000 万元 of=项目总投资');
    expect(wrong(readout)).toEqual([]);
  });

  test('may say when, beside sources that say from where', () => {
    const readout = read(
      '2025年度项目绩效目标申报表',
      grid(`
 | 项目名称 | 智慧社区 | < | < | < | < |
 | 资金总额（万元） | 300 | 其中：本年度 | 120 | < | < |
 | 资金来源 | 财政拨款 | 300 | < | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('funding 本年度 current 2025 120 万元 of=资金总额');
    expect(wrong(readout)).toEqual([]);
  });
});

describe('what a project is parted into', () => {
  test('its parts stand left of their indicators, each with its money', () => {
    const readout = read(
      '2025年专项资金绩效目标表',
      '单位：万元',
      grid(`
 | 专项名称 | 产业发展资金 | < | < | < | < |
 | 子项目 | 金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 企业技改 | 1600 | 产出指标 | 数量指标 | 技改企业 | ≥32家 |
 | ^ | ^ | 效益指标 | 经济效益 | 新增产值 | ≥2亿元 |
 | 人才引进 | 1000 | 产出指标 | 数量指标 | 引进人才 | ≥60人 |`),
    );
    expect(readout.indicators.map(({ level3, scope }) => [level3, scope])).toEqual([
      ['技改企业', '企业技改'],
      ['新增产值', '企业技改'],
      ['引进人才', '人才引进'],
    ]);
    expect(counted(readout)).toEqual([
      'funding 企业技改 current 2025 1600 万元',
      'funding 人才引进 current 2025 1000 万元',
    ]);
  });

  test('one part that stands left of its indicators leaves the money to the project', () => {
    const readout = read(
      '2025年专项资金绩效目标表',
      '单位：万元',
      grid(`
 | 专项名称 | 产业发展资金 | < | < | < | < |
 | 子项目 | 金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 企业技改 | 1600 | 产出指标 | 数量指标 | 技改企业 | ≥32家 |
 | ^ | ^ | 效益指标 | 经济效益 | 新增产值 | ≥2亿元 |`),
    );
    expect(readout.indicators.map(({ scope }) => scope)).toEqual(['企业技改', '企业技改']);
    expect(counted(readout)).toEqual(['funding 金额 current 2025 1600 万元']);
  });

  test('a row of parts below two sums belongs to the one that it makes up, and a cap keeps a budget', () => {
    const readout = read(
      '2025年基本建设项目绩效目标申报表',
      grid(`
 | 项目名称 | 档案馆新馆 | < | < | < |
 | 项目单位 | 某档案馆 | < | < | < |
 | 累计完成投资 | 4,860万元 | < | 本年申请资金 | 2,600万元 |
 | 其中：中央预算内投资 | 1,000万元 | < | 地方财政资金 | 1,600万元 |
 | 一级指标 | 二级指标 | 三级指标 | 总目标 | 2025年目标 |
 | 产出指标 | 数量指标 | 完成建筑面积 | 12600平方米 | 6000平方米 |
 | 成本指标 | 经济成本指标 | 单位造价 | ≤7800元/平方米 | ≤7800元/平方米 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 累计完成投资 executed 2025 4860 万元',
      'funding 本年申请资金 current 2025 2600 万元',
      'funding 中央预算内投资 current 2025 1000 万元 of=本年申请资金',
      'funding 地方财政资金 current 2025 1600 万元 of=本年申请资金',
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('比上年增减 is a sum where its figures are the differences, and 人口因素 is no project', () => {
    const readout = read(
      '2025年乡镇转移支付分配表',
      '单位：万元',
      grid(`
 | 乡镇 | 基数补助 | 因素补助 | < | 合计 | 上年数 | 比上年增减 |
 | ^ | ^ | 人口因素 | 村级因素 | ^ | ^ | ^ |
 | 柳河镇 | 120 | 64 | 36 | 220 | 208 | 12 |
 | 榆树乡 | 90 | 42 | 24 | 156 | 160 | -4 |
 | 合计 | 210 | 106 | 60 | 376 | 368 | 8 |`),
    );
    expect(counted(readout)).toContain('budget 榆树乡 adjustment 2025 -4 万元 of=合计');
    expect(readout.amounts.every(({ project }) => project === null)).toBe(true);
    expect(wrong(readout)).toEqual([]);
  });
});

test('rows under heads of their own are no parts of the one row above their heads', () => {
  const form = read(
    '2031年项目资金情况表',
    '单位：万元',
    grid(`
 | 资金来源 | 预算数 | 执行数 |
 | 财政拨款 | 120 | 110 |
 | 支出内容 | 预算数 | 执行数 |
 | 路面 | 70 | 65 |
 | 绿化 | 50 | 45 |`),
  );
  expect(form.amounts.map(({ parent_id }) => parent_id)).toEqual(form.amounts.map(() => null));
  expect(form.amounts).toHaveLength(6);
});
