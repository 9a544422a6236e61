import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read, told } from './drawing.ts';

const rulesOf = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout).findings.map((finding) => finding.rule);

/** Sums whose parts stand beside them, below them or under a label that runs down; every name and figure is invented. */
describe('sums and what belongs to them', () => {
  test('sources two on a row add up to 合计 at the end', () => {
    const sources = (total: string) =>
      read(
        '2025年度上级转移支付预算项目绩效目标表',
        grid(`
 | 项目名称 | 动物防疫补助 | < | < | < |
 | 资金来源 | 中央财政 | 126.00万元 | 自治区财政 | 54.00万元 |
 | ^ | 县级配套 | 18.00万元 | 合计 | ${total}万元 |
 | 年度绩效目标 | 应免尽免 | < | < | < |`),
      );
    const readout = sources('198.00');
    expect(readout.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
      ['中央财政', '合计', 126],
      ['自治区财政', '合计', 54],
      ['县级配套', '合计', 18],
      ['合计', null, 198],
    ]);
    expect(rulesOf(readout)).not.toContain('SUM-01');
    expect(rulesOf(sources('189.00'))).toContain('SUM-01');
  });

  test('years in pairs beside and below the sum of them', () => {
    const readout = read(
      '2025年政策绩效目标申报表',
      grid(`
 | 政策名称 | 企业稳岗返还 | < | < | < |
 | 政策资金（万元） | 资金总额 | 900 | 2024年 | 320 |
 | ^ | 2025年 | 300 | 2026年 | 280 |
 | 政策目标 | 稳定就业岗位 | < | < | < |`),
    );
    expect(readout.amounts.map(({ measure, value, year }) => [measure, year, value])).toEqual([
      ['total_budget', null, 900],
      ['current', 2024, 320],
      ['current', 2025, 300],
      ['current', 2026, 280],
    ]);
    expect(rulesOf(readout)).not.toContain('SUM-01');
  });

  test('基本支出总额 | 项目支出总额 are sums of their own, and the one row of execution prints points', () => {
    const readout = read(
      '2024年度整体绩效自评表',
      grid(`
 | 单位名称 | 枣阳湖区住建局 | < | < | < | < | < |
 | 基本支出总额 | 1,286.40 | < | < | 项目支出总额 | 3,420.00 | < |
 | 预算执行情况（万元）（20分） | | 预算数（A） | < | 执行数（B） | 执行率（B/A） | 得分（20分*执行率） |
 | ^ | 部门整体支出总额 | 4,706.40 | < | 4,518.14 | 96.00% | 19.2 |`),
    );
    expect(readout.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
      ['基本支出总额', null, 1286.4],
      ['项目支出总额', null, 3420],
      ['部门整体支出总额', null, 4706.4],
      ['部门整体支出总额', null, 4518.14],
      ['部门整体支出总额', null, 96],
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 20, execution_score: 19.2 });
    expect(rulesOf(readout)).not.toContain('SUM-01');
  });

  test('金额 under 增减变化情况 is the difference, and may be below zero', () => {
    const readout = read(
      '2025年“三公”经费支出预算表',
      '单位：万元',
      grid(`
 | 科目名称 | 2024年 | 2025年 | 增减变化情况 | < |
 | ^ | ^ | ^ | 金额 | % |
 | 公务接待费 | 14.00 | 12.60 | -1.40 | -10.00 |
 | 公务用车运行维护费 | 8.00 | 7.60 | -0.40 | -5.00 |`),
    );
    expect(readout.amounts.slice(0, 4).map(({ measure, unit, value }) => [measure, value, unit])).toEqual([
      ['budget', 14, '万元'],
      ['budget', 12.6, '万元'],
      ['adjustment', -1.4, '万元'],
      ['rate', -10, '%'],
    ]);
    expect(rulesOf(readout)).not.toContain('UNI-08');
  });

  test('收入预算 and 支出预算 down beside 合计 and its parts, indicators beside 分解目标', () => {
    const readout = read(
      '部门（单位）整体支出绩效目标申报表',
      '填报单位：丹水街道办事处 2025年',
      grid(`
 | 年度收支预算（万元） | 收入预算 | 合计 | 3,120.00 | < |
 | ^ | ^ | 财政拨款 | 2,980.00 | < |
 | ^ | ^ | 其他收入 | 140.00 | < |
 | ^ | 支出预算 | 合计 | 3,120.00 | < |
 | ^ | ^ | 基本支出 | 1,640.00 | < |
 | ^ | ^ | 项目支出 | 1,480.00 | < |
 | 年度目标 | 建设宜居街道 | < | < | < |
 | 分解目标 | 产出 | 数量 | 网格巡查次数 | ≥12000次 |
 | ^ | ^ | 质量 | 事件办结率 | ≥98% |
 | ^ | 效益 | 社会效益 | 信访下降率 | ≥10% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出/数量/网格巡查次数 >=12000次 ∅',
      'annual 产出/质量/事件办结率 >=98% ∅',
      'annual 效益/社会效益/信访下降率 >=10% ∅',
    ]);
    expect(
      readout.amounts.map(({ item, measure, section, year }) => `${section} ${item} ${measure} ${year}`),
    ).toEqual([
      'income 合计 current 2025',
      'income 财政拨款 current 2025',
      'income 其他收入 current 2025',
      'expenditure 合计 current 2025',
      'expenditure 基本支出 current 2025',
      'expenditure 项目支出 current 2025',
    ]);
  });

  test('columns of words between the projects and their years of money', () => {
    const readout = read(
      '2025年重点支出项目情况表',
      '编制单位：榆林坡县水利局 单位：万元',
      grid(`
 | 项目名称 | 实施依据 | 实施内容 | 实施期限 | 2025年预算 | 2026年计划 | 三年合计 |
 | 小型水库维修 | 水建管〔2023〕45号 | 维修12座 | 2025-2027年 | 360 | 320 | 680 |
 | 灌区节水改造 | 水农〔2024〕8号 | 衬砌渠道46公里 | 2025-2026年 | 820 | 640 | 1,460 |`),
    );
    expect(readout.filings[0]?.project).toBe(null);
    expect(readout.amounts.map(({ item, value, year }) => [item, year, value]).slice(0, 2)).toEqual([
      ['小型水库维修', 2025, 360],
      ['小型水库维修', 2026, 320],
    ]);
    expect(readout.amounts).toHaveLength(6);
  });

  test('年度部门预算 with its uses beside and below; 计划 | 实际', () => {
    const readout = read(
      '2025年部门预算绩效目标批复表（部门整体）',
      '单位：万元',
      grid(`
 | 部门名称 | 广济镇人民政府 | 部门代码 | 701 |
 | 年度部门预算 | 2,680.00 | 其中：基本支出 | 1,120.00 |
 | | | 项目支出 | 1,560.00 |`),
    );
    expect(readout.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
      ['年度部门预算', null, 2680],
      ['基本支出', '年度部门预算', 1120],
      ['项目支出', '年度部门预算', 1560],
    ]);
    const compared = read(
      '2024年度项目绩效自评表',
      grid(`
 | 指标 | < | 计划 | 实际 | 得分/满分 |
 | 数量 | 救助人次 | 1.2万人次 | 1.23万人次 | 60/60 |
 | 满意度 | 群众满意度 | ≥90% | 93% | 40/40 |`),
    );
    expect(compared.indicators.map(({ actual, target }) => [target?.value, actual?.value])).toEqual([
      [1.2, 1.23],
      [90, 93],
    ]);
  });

  test('各县市小计 below 全州合计 at the head is part of it, and its own rows follow', () => {
    const shared = (share: string) =>
      read(
        '财政预算资金分配方案',
        '单位：万元',
        grid(`
 | 地区 | 2025年分配数 |
 | 全州合计 | 2,580.00 |
 | 州本级 | 320.00 |
 | 各县市小计 | 2,260.00 |
 | 金沙县 | ${share} |
 | 白水县 | 1,340.00 |`),
      );
    const readout = shared('920.00');
    expect(readout.amounts.map(({ item, parent }) => [item, parent])).toEqual([
      ['全州合计', null],
      ['州本级', '全州合计'],
      ['各县市小计', '全州合计'],
      ['金沙县', '各县市小计'],
      ['白水县', '各县市小计'],
    ]);
    expect(rulesOf(readout)).not.toContain('SUM-01');
    expect(rulesOf(shared('902.00'))).toContain('SUM-01');
  });

  test('年度预算收入 and its sources on one row; a title without 表', () => {
    const readout = read(
      '2024年度单位整体支出绩效目标完成情况表',
      '单位：万元',
      grid(`
 | 年度预算收入 | 1,860.00 | 财政拨款 | 720.00 | 医疗收入 | 1,140.00 |
 | 年度预算支出 | 1,860.00 | 基本支出 | 1,420.00 | 项目支出 | 440.00 |
 | 目标 | 指标 | 单位 | 计划数 | 实际数 | 完成率 |
 | 提升服务 | 门急诊人次 | 人次 | 42,000 | 43,680 | 104% |`),
    );
    expect(readout.amounts.map(({ item, parent, section }) => [section, item, parent])).toEqual([
      ['income', '年度预算收入', null],
      ['income', '财政拨款', '年度预算收入'],
      ['income', '医疗收入', '年度预算收入'],
      ['expenditure', '年度预算支出', null],
      ['expenditure', '基本支出', '年度预算支出'],
      ['expenditure', '项目支出', '年度预算支出'],
    ]);
    const listed = read(
      '2025年部门预算项目绩效目标（公开）',
      grid(`
 | 项目名称 | 项目金额（元） | 产出指标 | 效益指标 |
 | 不动产登记 | 1,560,000 | 办证≥12000本 | 差错率≤1‰ |
 | 矿山监测 | 480,000 | 监测矿山16座 | 修复面积≥120亩 |`),
    );
    expect(listed.filings[0]).toMatchObject({
      title: '2025年部门预算项目绩效目标（公开）',
      form_type: 'project_targets',
    });
  });
});

describe('totals of funds, each with its parts right of it', () => {
  test('the parts of a later total are none of the last part of the one before', () => {
    const readout = read(
      '项目支出绩效目标申报表（2032年度）',
      grid(`
 | 项目名称 | 智慧急救调度平台 | 主管部门 | 安岭市卫健委 |
 | 项目资金总额（万元） | 1260 | 其中：市级财政 | 1000 |
 | ^ | ^ | 区级财政 | 200 |
 | ^ | ^ | 其他 | 60 |
 | 年度资金总额（万元） | 480 | 其中：市级财政 | 380 |
 | ^ | ^ | 区级财政 | 80 |
 | ^ | ^ | 其他 | 20 |`),
    );
    expect(readout.amounts.map(({ item, measure, parent, value }) => [item, parent, measure, value])).toEqual(
      [
        ['项目资金总额', null, 'total_budget', 1260],
        ['市级财政', '项目资金总额', 'total_budget', 1000],
        ['区级财政', '项目资金总额', 'total_budget', 200],
        ['其他', '项目资金总额', 'total_budget', 60],
        ['年度资金总额', null, 'current', 480],
        ['市级财政', '年度资金总额', 'current', 380],
        ['区级财政', '年度资金总额', 'current', 80],
        ['其他', '年度资金总额', 'current', 20],
      ],
    );
  });

  test('what comes in, goes out and is left stands beside a label that prints the unit', () => {
    const readout = read(
      '社会保险基金预算绩效目标表（2032年度）',
      grid(`
 | 险种名称 | 城乡居民基本养老保险基金 | < | 经办机构 | 梅岭市社保中心 |
 | 基金情况（万元） | 本年收入 | 156,300 | 本年支出 | 128,450 |
 | ^ | 其中：财政补贴收入 | 98,200 | 其中：养老金支出 | 127,900 |
 | ^ | 个人缴费收入 | 58,100 | 其他支出 | 550 |
 | ^ | 上年结余 | 386,200 | 年末滚存结余 | 414,050 |`),
    );
    const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
    expect(Object.fromEntries(parents)).toEqual({
      本年收入: null,
      本年支出: null,
      财政补贴收入: '本年收入',
      养老金支出: '本年支出',
      个人缴费收入: '本年收入',
      其他支出: '本年支出',
      上年结余: null,
      年末滚存结余: null,
    });
    expect(readout.amounts.every(({ unit }) => unit === '万元')).toBe(true);
    expect(readout.filings[0]).toMatchObject({
      project: '城乡居民基本养老保险基金',
      organisation: '梅岭市社保中心',
    });
  });
});

test('a fourth level with strokes alone leaves the names and their points to the third', () => {
  const readout = read(
    '绩效评价指标评分表',
    grid(`
 | 一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重 | 四级指标 | 权重 | 指标标准值 | 实际值 | 得分 |
 | A决策 | 15 | A1项目立项 | 8 | A11立项依据 | 8 | — | — | 充分 | 充分 | 8 |
 | ^ | ^ | A2绩效目标 | 7 | A21目标合理性 | 7 | — | — | 合理 | 较合理 | 6 |
 | C产出 | 85 | C1产出数量 | 85 | C11培训场次 | 85 | — | — | 60场 | 58场 | 80 |
 | 合计 | 100 | < | 100 | < | 100 | < | < | < | < | 94 |`),
  );
  expect(readout.indicators.map(({ level3, score, weight }) => [level3, weight, score])).toEqual([
    ['A11立项依据', 8, 8],
    ['A21目标合理性', 7, 6],
    ['C11培训场次', 85, 80],
  ]);
  expect(readout.indicators[2]?.target).toMatchObject({ value: 60, unit: '场' });
});

test('收入预算 | 支出预算 over names and figures are the two sides of an office', () => {
  const readout = read(
    '北固市本级2031年度部门整体支出绩效目标',
    grid(`
 | 填报单位 | 北固市残疾人联合会 | < | < | < |
 | 年度预算（万元） | 收入预算 | < | 支出预算 | < |
 | ^ | 财政拨款 | 1,480 | 人员类 | 700 |
 | ^ | 其他收入 | 20 | 特定目标类 | 800 |
 | ^ | 合计 | 1,500 | 合计 | 1,500 |
 | 指标 | 一级指标 | 二级指标 | 三级指标 | 目标值 |
 | ^ | 履职效能 | 康复服务 | 康复救助 | 320人次 |`),
  );
  expect(readout.filings[0]?.title).toBe('北固市本级2031年度部门整体支出绩效目标');
  const sides = readout.amounts.map(({ section, item, measure }) => `${section} ${item} ${measure}`);
  expect(new Set(sides)).toEqual(
    new Set([
      'income 财政拨款 current',
      'income 其他收入 current',
      'income 合计 current',
      'expenditure 人员类 current',
      'expenditure 特定目标类 current',
      'expenditure 合计 current',
    ]),
  );
});

test('指标得分（10分） behind the rate of the funds is the score of the execution', () => {
  const readout = read(
    '项目支出绩效自评表',
    grid(`
 | 项目资金（万元） | | 调整预算数（B） | 实际执行数（C） | 执行率（C/B） | 指标得分（10分） |
 | ^ | 总额 | 655 | 648.5 | 99.01% | 9.9 |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 得分/分值 |
 | 产出指标 | 数量指标 | 抽检批次 | ≥6500批次 | 6620批次 | 90/90 |
 | 总分 | < | < | < | < | 99.9 |`),
  );
  expect(readout.filings[0]).toMatchObject({ execution_score: 9.9, total_score: 99.9 });
  expect(rulesOf(readout)).not.toContain('SCR-02');
});
