import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Forms that say a value for the whole term beside that of the year; every name and figure is invented. */
describe('values of several terms', () => {
  test('one record a term that has a value, points with the year', () => {
    const readout = read(
      '2025年转移支付整体绩效目标表',
      grid(`
 | 转移支付名称 | 湖库水质提升补助资金 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 年度指标值 | 分值 |
 | 产出指标 | 数量指标 | 治理湖库数量（个） | ≥6 | ≥2 | 50 |
 | 效益指标 | 生态效益 | 生态系统质量 | 持续改善 | —— | 30 |
 | 满意度指标 | 服务对象满意度 | 群众满意度 | —— | ≥90% | 20 |`),
    );
    expect(told(readout)).toEqual([
      'long_term 产出指标/数量指标/治理湖库数量（个） >=6 ∅',
      'annual 产出指标/数量指标/治理湖库数量（个） >=2 50',
      'annual 效益指标/生态效益/生态系统质量 持续改善 30',
      'annual 满意度指标/服务对象满意度/群众满意度 >=90% 20',
    ]);
  });

  test('of the years behind the whole term the form’s own is the annual target', () => {
    const readout = read(
      '项目支出绩效目标表（2025年度）',
      grid(`
 | 项目名称 | 数字档案馆建设 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 三年指标值 | 年度指标值 | < |
 | ^ | ^ | ^ | ^ | 2025年 | 2026年 |
 | 产出指标 | 数量指标 | 数字化档案数量 | ≥60万页 | ≥20万页 | ≥25万页 |
 | 效益指标 | 社会效益指标 | 查档时间 | 缩短 | 缩短 | 缩短 |`),
    );
    expect(told(readout).slice(0, 2)).toEqual([
      'long_term 产出指标/数量指标/数字化档案数量 >=60万页 ∅',
      'annual 产出指标/数量指标/数字化档案数量 >=20万页 ∅',
    ]);
    expect(readout.indicators[0]?.prior).toEqual([]);
    expect(readout.indicators[1]).toMatchObject({ prior: [], remark: '2026年：≥25万页' });
  });

  test.each(['政策期', '规划周期', '实施期'])(
    'money, goals and values of the %s beside those of the year',
    (term) => {
      const readout = read(
        '2025年度政策绩效目标申报表',
        grid(`
 | 政策名称 | 毕业生就业补贴 | < | < | < | < |
 | 政策资金（万元） | ${term}资金总额 | 9,000.00 | 本年度资金总额 | 3,000.00 | < |
 | ^ | 其中：财政拨款 | 8,000.00 | 其中：财政拨款 | 2,600.00 | < |
 | ^ | 其他资金 | 1,000.00 | 其他资金 | 400.00 | < |
 | 总体目标 | ${term}目标 | < | 本年度目标 | < | < |
 | ^ | 补贴3万名毕业生 | < | 补贴1万名毕业生 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | ${term}指标值 | 本年度指标值 | 权重 |
 | 产出指标 | 数量指标 | 补贴人数 | ≥30000人 | ≥10000人 | 60 |
 | 效益指标 | 社会效益指标 | 留存就业率 | ≥70% | ≥68% | 40 |`),
      );
      expect(told(readout)).toEqual([
        'long_term 产出指标/数量指标/补贴人数 >=30000人 ∅',
        'annual 产出指标/数量指标/补贴人数 >=10000人 60',
        'long_term 效益指标/社会效益指标/留存就业率 >=70% ∅',
        'annual 效益指标/社会效益指标/留存就业率 >=68% 40',
      ]);
      expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
        ['total_budget', 9000],
        ['current', 3000],
        ['total_budget', 8000],
        ['current', 2600],
        ['total_budget', 1000],
        ['current', 400],
      ]);
      expect(readout.texts.map(({ text }) => text)).toEqual(['补贴3万名毕业生', '补贴1万名毕业生']);
      expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('costs are those of the year, and money is of the year that its label names', () => {
    const readout = read(
      '项目中期绩效目标表',
      grid(`
 | 项目名称 | 城区雨污分流改造（单位：万元） | < | < | < |
 | 三年总预算 | 9,000 | < | 2025年预算 | 3,000 |
 | 2026年预算 | 3,200 | < | 2027年预算 | 2,800 |
 | 一级指标 | 二级指标 | 三级指标 | 中期目标值 | 2025年目标值 |
 | 产出指标 | 数量指标 | 改造管网长度 | 45公里 | 15公里 |
 | ^ | 成本指标 | 每公里造价 | 200万元 | 200万元 |`),
    );
    expect(readout.filings[0]?.year).toBe(2025);
    expect(counted(readout)).toEqual([
      'funding 三年总预算 total_budget ∅ 9000 ∅',
      'funding 预算 current 2025 3000 ∅',
      'funding 预算 current 2026 3200 ∅',
      'funding 预算 current 2027 2800 ∅',
    ]);
    const costs = reconcile(readout).findings.filter(({ rule }) => rule.startsWith('UCQ'));
    expect(costs).toEqual([]);
  });
});

describe('heads that say how they are worked out', () => {
  test.each([
    ['全年预算数(3)=(1)+(2)', '执行数(4)', '执行率(5)=(4)/(3)'],
    ['全年预算数③', '执行数④', '执行率⑤=④/③'],
    ['全年预算数（A）', '执行数（B）', '执行率C=B/A'],
    ['全年预算数（3=1+2）', '执行数（4）', '执行率（%）（5=4/3×100%）'],
  ])('%s | %s | %s', (budget, executed, rate) => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 桐江市司法局 | < | < | < |
 | 年度预算（万元） | 预算构成 | ${budget} | ${executed} | ${rate} |
 | ^ | 年度资金总额 | 1,900.00 | 1,843.00 | 97.00% |
 | ^ | 基本支出 | 1,260.00 | 1,240.00 | 98.41% |
 | ^ | 项目支出 | 640.00 | 603.00 | 94.22% |`),
    );
    expect(readout.amounts.slice(0, 3).map((each) => each.measure)).toEqual([
      'annual_budget',
      'executed',
      'rate',
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('an office, the year and the unit of money without the gaps between them, as a scan gives them', () => {
  const readout = read(
    '政府采购预算表',
    '单位名称：澄湖市气象局2025年度金额单位：万元',
    grid(`
 | 序号 | 采购项目名称 | 采购预算金额 |
 | 1 | 自动气象站更新 | 102 |
 | 合计 | < | 102 |`),
  );
  expect(readout.filings[0]).toMatchObject({ organisation: '澄湖市气象局', year: 2025, money_unit: '万元' });
});

test('a column of units stays one beside a unit that a scan spoilt', () => {
  const readout = read(
    '单位基本情况及业务数据表',
    grid(`
 | 序号 | 项目 | 单位 | 2022年实际 | 2023年实际 |
 | 1 | 编制人数 | 人 | 86 | 88 |
 | 2 | 造林面积 | 亩 | 12,000 | 11,500 |
 | 3 | 火灾受害率 | %o0o | 0.12 | 0.08 |`),
  );
  expect(readout.amounts.slice(0, 2).map((each) => each.unit)).toEqual(['人', '人']);
});

test('projects one below the other, with more columns that say what each is than heads of indicators', () => {
  const readout = read(
    '2025年部门预算项目支出绩效目标表',
    '单位：万元',
    grid(`
 | 单位编码 | 单位名称 | 项目编码 | 项目名称 | 项目金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 301001 | 丹霞县妇幼保健院 | 25T001 | 免费孕检 | 45.00 | 免费孕检。 | 产出指标 | 数量指标 | 孕检夫妇 | ≥2500对 |
 | ^ | ^ | ^ | ^ | ^ | ^ | 效益指标 | 社会效益 | 出生缺陷发生率 | 降低 |
 | 301002 | 丹霞县疾控中心 | 25T002 | 疫苗冷链 | 60.00 | 维护设备。 | 产出指标 | 数量指标 | 维护设备 | ≥32套 |`),
  );
  expect(readout.filings.map(({ organisation, project }) => [organisation, project])).toEqual([
    ['丹霞县妇幼保健院', '免费孕检'],
    ['丹霞县疾控中心', '疫苗冷链'],
  ]);
  expect(told(readout)).toEqual([
    'annual 产出指标/数量指标/孕检夫妇 >=2500对 ∅',
    'annual 效益指标/社会效益/出生缺陷发生率 降低 ∅',
    'annual 产出指标/数量指标/维护设备 >=32套 ∅',
  ]);
  expect(readout.amounts.map(({ value, unit }) => [value, unit])).toEqual([
    [45, '万元'],
    [60, '万元'],
  ]);
});

test('stages as rows under 资金总额 and its sources', () => {
  const readout = read(
    '2024年度省级专项资金绩效自评表',
    grid(`
 | 专项名称 | 中医药发展专项 | < | < | < |
 | 资金安排（万元） |  | 资金总额 | 省级 | 市县 |
 | ^ | 预算数 | 420 | 300 | 120 |
 | ^ | 执行数 | 399 | 285 | 114 |
 | ^ | 执行率 | 95% | 95% | 95% |`),
  );
  expect(readout.amounts.map(({ item, measure, value }) => [item, measure, value]).slice(0, 6)).toEqual([
    ['资金总额', 'budget', 420],
    ['省级', 'budget', 300],
    ['市县', 'budget', 120],
    ['资金总额', 'executed', 399],
    ['省级', 'executed', 285],
    ['市县', 'executed', 114],
  ]);
});

test('two lists of one total side by side, each line with its figure in the cell', () => {
  const readout = read(
    '2024年部门整体支出绩效自评表',
    grid(`
 | 部门 | 芦溪县水利局 | < | < |
 | 年度预算申请（万元） | 资金总额：1250 | < | < |
 | 按收入性质分： | < | 按支出性质分： | < |
 | 其中： 一般公共预算：1200 | < | 其中： 基本支出：750 | < |
 | 政府性基金拨款：30 | < | 项目支出：500 | < |
 | 纳入专户管理的非税收入拨款：20 | < | < | < |`),
  );
  expect(readout.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
    ['资金总额', null, 1250],
    ['一般公共预算', '资金总额', 1200],
    ['基本支出', '资金总额', 750],
    ['政府性基金拨款', '资金总额', 30],
    ['项目支出', '资金总额', 500],
    ['纳入专户管理的非税收入拨款', '资金总额', 20],
  ]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('stages of the budget as pairs of one row', () => {
  const readout = read(
    '2024年度部门整体绩效自评表',
    grid(`
 | 单位名称 | 芦溪县水利局 | < | < | < | < | < |
 | 部门预算执行情况（万元） | 年初预算 | 1,200.00 | 全年预算 | 1,250.00 | 全年执行 | 1,225.00 |`),
  );
  expect(readout.amounts.map(({ measure, value, unit }) => [measure, value, unit])).toEqual([
    ['initial_budget', 1200, '万元'],
    ['annual_budget', 1250, '万元'],
    ['executed', 1225, '万元'],
  ]);
});

describe('lists of names and values without the heads of columns', () => {
  test('numbered, once or twice on a row, with levels or without', () => {
    const numbered = read(
      '2025年项目绩效目标申报表',
      grid(`
 | 项目名称 | 校园安防 | < | < | < | < |
 | 指标1 | 安装摄像头 | 320个 | 指标2 | 安防覆盖率 | 100% |
 | 指标3 | 完工时间 | 8月底前 | 指标4 | 师生满意度 | ≥95% |`),
    );
    expect(told(numbered)).toEqual([
      'annual ∅/∅/安装摄像头 =320个 ∅',
      'annual ∅/∅/安防覆盖率 =100% ∅',
      'annual ∅/∅/完工时间 <=8月底前 ∅',
      'annual ∅/∅/师生满意度 >=95% ∅',
    ]);
    const levelled = read(
      '2025年项目绩效目标申报表',
      grid(`
 | 项目名称 | 校园安防 | < | < |
 | 产出指标 | 指标1 | 安装摄像头 | 320个 |
 | ^ | 指标2 | 安防覆盖率 | 100% |
 | 效益指标 | 指标1 | 案件下降率 | ≥20% |`),
    );
    expect(told(levelled)).toEqual([
      'annual 产出指标/∅/安装摄像头 =320个 ∅',
      'annual 产出指标/∅/安防覆盖率 =100% ∅',
      'annual 效益指标/∅/案件下降率 >=20% ∅',
    ]);
  });

  test('side by side below the terms that they are of', () => {
    const readout = read(
      '2025年项目支出绩效目标申报表',
      grid(`
 | 项目名称 | 数字乡村平台 | < | < |
 | 实施期指标 | < | 年度指标 | < |
 | 覆盖村数 | 186个 | 覆盖村数 | 110个 |
 | 培训人员 | 600人次 | 培训人员 | 360人次 |
 | 群众满意度 | ≥90% | 群众满意度 | ≥85% |`),
    );
    expect(told(readout)).toEqual([
      'long_term ∅/∅/覆盖村数 =186个 ∅',
      'annual ∅/∅/覆盖村数 =110个 ∅',
      'long_term ∅/∅/培训人员 =600人次 ∅',
      'annual ∅/∅/培训人员 =360人次 ∅',
      'long_term ∅/∅/群众满意度 >=90% ∅',
      'annual ∅/∅/群众满意度 >=85% ∅',
    ]);
  });

  test('the levels under a head 指标, the names under another', () => {
    const readout = read(
      '2025年项目绩效目标表',
      grid(`
 | 项目名称 | 社区食堂 | < |
 | 指标 | 内容 | 指标值 |
 | 产出指标 | 新建食堂 | 6个 |
 | ^ | 供餐人次 | ≥12万人次 |
 | 效益指标 | 惠及老人 | ≥4000人 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/∅/新建食堂 =6个 ∅',
      'annual 产出指标/∅/供餐人次 >=12万人次 ∅',
      'annual 效益指标/∅/惠及老人 >=4000人 ∅',
    ]);
  });

  test('names that are no sources of funds are projects, and who pays stands over their figures', () => {
    const readout = read(
      '2025年资金安排及绩效表',
      '单位：万元',
      grid(`
 | 项目 | 资金安排 | < | < | 绩效目标 |
 | ^ | 合计 | 中央 | 县级 | ^ |
 | 农村公路养护 | 400 | 320 | 80 | 养护公路86公里 |
 | 危桥改造 | 260 | 220 | 40 | 改造危桥3座 |
 | 合计 | 660 | 540 | 120 | |`),
    );
    expect(counted(readout)).toContain('projects 危桥改造 current 2025 220 万元 fund=中央 of=合计');
    expect(readout.amounts[0]?.project).toBe('农村公路养护');
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('numbered heads of names and values beside the money of each project', () => {
    const readout = read(
      '2025年部门重点项目绩效目标公开表',
      '单位：万元',
      grid(`
 | 项目名称 | 年度预算 | 一般公共预算 | 总体目标 | 指标1 | 指标值 | 指标2 | 指标值 |
 | 河道整治 | 820 | 820 | 整治12公里 | 整治长度 | 12公里 | 验收合格率 | 100% |
 | 水库除险 | 460 | 460 | 除险5座 | 除险座数 | 5座 | 按期完工率 | 98% |
 | 合计 | 1280 | 1280 | | | | | |`),
    );
    expect(readout.indicators.map(({ level3, scope, target }) => [scope, level3, target?.value])).toEqual([
      ['河道整治', '整治长度', 12],
      ['河道整治', '验收合格率', 100],
      ['水库除险', '除险座数', 5],
      ['水库除险', '按期完工率', 98],
    ]);
    expect(readout.amounts.every(({ measure }) => measure === 'current')).toBe(true);
  });
});

test('a year beside the whole term is that of the target, though the form says no year', () => {
  const readout = read(
    '转移支付绩效目标表',
    grid(`
 | 项目名称 | 农村公路养护补助 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 2031年指标值 |
 | 产出指标 | 数量指标 | 养护里程 | 3.6万公里 | 1.2万公里 |`),
  );
  expect(told(readout)).toEqual([
    'long_term 产出指标/数量指标/养护里程 =3.6万公里 ∅',
    'annual 产出指标/数量指标/养护里程 =1.2万公里 ∅',
  ]);
});
