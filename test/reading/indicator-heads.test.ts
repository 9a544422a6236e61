import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read, told } from './drawing.ts';

/** Heads of indicator tables from elsewhere; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('heads of indicator tables', () => {
  test('one of two lines, each of which no line on the page kept in its cell, is one', () => {
    const { indicators } = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 预期指标值 | < | < | 实际完成 | 自评分 |
 | ^ | ^ | ^ | ^ | 符号 | 指标值 | 度量单位 | 值（B） | ^ |
 | 产出指标 | 数量指标 | 巡查河道次数 | 50 | >= | 48 | 次 | 50 | 50 |
 | 效益指标 | 社会效益指标 | 受益人口 | 50 | >= | 300 | 人 | 320 | 50 |`),
    );
    expect(indicators.map(({ actual }) => actual?.value)).toEqual([50, 320]);
  });

  test('values before the levels', () => {
    const readout = read(
      '2025年部门预算项目绩效目标情况表',
      grid(`
 | 项目名称 | 年度目标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位 | 一级指标 | 二级指标 | 三级指标 | 权重 |
 | 基本公共卫生服务 | 提供14类服务。 | ≥ | 14 | 类 | 产出指标 | 数量指标 | 服务项目类别 | 60 |
 | ^ | ^ | ≥ | 85 | % | 满意度指标 | 服务对象满意度指标 | 居民满意度 | 30 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/服务项目类别 >=14类 60',
      'annual 满意度指标/服务对象满意度指标/居民满意度 >=85% 30',
    ]);
  });

  test('what stands right of the operators is bounded by them; 项目 left of indicators names projects', () => {
    const readout = read(
      '2025年度部门项目绩效目标表',
      '单位：万元',
      grid(`
 | 预算单位 | 项目 | 金额 | 一级指标 | 二级指标 | 三级指标 | 符号 | 批复情况 | 单位 | 分值 |
 | 县教育局 | 学前教育资助 | 120.00 | 产出指标 | 数量指标 | 资助人数 | ≥ | 1000 | 人 | 90 |
 | ^ | 校舍安全改造 | 800.00 | 产出指标 | 数量指标 | 改造校舍 | = | 6 | 所 | 90 |`),
    );
    expect(readout.filings.map(({ project }) => project)).toEqual(['学前教育资助', '校舍安全改造']);
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/资助人数 >=1000人 90',
      'annual 产出指标/数量指标/改造校舍 =6所 90',
    ]);
  });

  test('a first level in a row of its own above its indicators', () => {
    const readout = read(
      '2024年部门整体支出绩效评价指标表',
      '被评价单位：云溪市园林局',
      grid(`
 | 序号 | 指标 | 分值 | 目标值 | 实际值 | 得分 |
 | 一 | 投入指标 | 40 | | | 39 |
 | 1 | 预算调整率 | 40 | ≤5% | 5.6% | 39 |
 | 二 | 产出指标 | 60 | | | 58 |
 | 2 | 新增绿地 | 30 | 20公顷 | 21公顷 | 30 |
 | 3 | 树木补植 | 30 | 5000株 | 4600株 | 28 |
 | | 合计 | 100 | | | 97 |`),
    );
    expect(readout.filings[0]?.form_type).toBe('department_self_evaluation');
    expect(readout.indicators.map((each) => [each.level1, each.level1_weight, each.level3])).toEqual([
      ['投入指标', 40, '预算调整率'],
      ['产出指标', 60, '新增绿地'],
      ['产出指标', 60, '树木补植'],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('half a year beside the year; heads that name years', () => {
    const half = read(
      '2024年度项目绩效运行监控表',
      '金额单位：万元',
      grid(`
 | 项目名称 | 环卫保洁服务 | < | < | < | < | < |
 | 资金 | 预算数 | 3,600 | 上半年执行 | 1,764 | 执行率 | 49% |
 | 绩效指标 | 指标名称 | 年度目标 | 上半年目标 | 上半年完成 | 偏差 | 预计全年能否完成 |
 | 产出数量 | 保洁面积 | 860万㎡ | 860万㎡ | 861万㎡ | 0 | 能 |
 | 产出成本 | 保洁成本 | ≤4.2元/㎡ | ≤4.2元/㎡ | 4.1元/㎡ | -0.1 | 能 |`),
    );
    expect(half.indicators.map(({ target, actual }) => [target?.value, actual?.value, target?.unit])).toEqual(
      [
        [860, 861, '万㎡'],
        [4.2, 4.1, '元/㎡'],
      ],
    );
    expect(half.amounts.map(({ measure, value }) => [measure, value])).toEqual([
      ['budget', 3600],
      ['executed', 1764],
      ['rate', 49],
    ]);
    const years = read(
      '2025年重点项目支出绩效目标表',
      grid(`
 | 项目名称 | 智慧停车 | < | < | < |
 | 指标类别 | 指标 | 2024年实际 | 2025年目标 | 评分权重 |
 | 产出 | 新增泊位 | 1800个 | 3000个 | 60 |
 | 效益 | 周转率提升 | 12% | ≥15% | 40 |`),
    );
    expect(years.indicators.map(({ prior, target }) => [prior[0]?.value, target?.value])).toEqual([
      [1800, 3000],
      [12, 15],
    ]);
  });

  test('grades as the only values, under kinds of indicators', () => {
    const readout = read(
      '2025年度财政支出项目绩效目标申报表',
      grid(`
 | 项目名称 | 非遗保护 | < | < | < | < |
 | 绩效指标 | 指标类型 | 指标名称 | 绩效标准 | < | < |
 | ^ | ^ | ^ | 优 | 良 | 差 |
 | ^ | 产出指标 | 展演场次 | ≥12场 | 10-11场 | ＜10场 |
 | ^ | 效果指标 | 观众满意率 | ≥90% | 80%-89% | ＜80% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/∅/展演场次 >=12场 ∅',
      'annual 效果指标/∅/观众满意率 >=90% ∅',
    ]);
    expect(readout.indicators[0]?.scoring_rule).toBe('优：≥12场；良：10-11场；差：＜10场');
  });

  test('what a second judge gave is kept beside the score; a table of standards is a scoring table', () => {
    const readout = read(
      '部门整体支出绩效评价评分表',
      grid(`
 | 评价指标 | < | < | 分值 | 评价标准 | 自评 | < | 复核 | < |
 | 一级指标 | 二级指标 | 三级指标 | ^ | ^ | 完成情况 | 得分 | 扣分 | 得分 |
 | 投入 | 目标设定 | 目标合理性 | 40 | 合理得40分 | 合理 | 40 | 0 | 40 |
 | 效果 | 履职效益 | 公众满意度 | 60 | ≥90%得60分 | 92% | 60 | 5 | 55 |
 | 总分 | < | < | 100 | | | 100 | 5 | 95 |`),
    );
    expect(readout.filings[0]).toMatchObject({ form_type: 'scoring_framework', total_score: 100 });
    expect(readout.indicators.map(({ score, remark }) => [score, remark])).toEqual([
      [40, '扣分：0；复核得分：40'],
      [60, '扣分：5；复核得分：55'],
    ]);
  });

  test('rows without a head may print the units behind the values', () => {
    const readout = read(
      '2025年绩效目标公开表',
      grid(`
 | 单位：青石县融媒体中心 | < | < | 项目：村村响维护 | < |
 | 产出 | 数量 | 维护行政村数 | 186 | 个 |
 | ^ | ^ | 播出时长 | ≥1000 | 小时 |
 | ^ | 质量 | 设备完好率 | ≥95 | % |`),
    );
    expect(readout.filings[0]).toMatchObject({ organisation: '青石县融媒体中心', project: '村村响维护' });
    expect(told(readout).map((each) => each.split(' ')[2])).toEqual(['=186个', '>=1000小时', '>=95%']);
  });

  test('a list of projects without money lacks none', () => {
    const readout = read(
      '2025年度项目支出绩效目标表',
      grid(`
 | 单位名称 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 县水务局 | 防汛物资储备 | 产出指标 | 数量指标 | 储备物资种类 | ≥12类 |
 | ^ | 河道清淤 | 产出指标 | 数量指标 | 清淤长度 | ≥15公里 |`),
    );
    expect(readout.filings).toHaveLength(2);
    expect(wrong(readout)).toEqual([]);
    const one = (...unit: string[]) =>
      read(
        '2025年度项目支出绩效目标表',
        ...unit,
        grid(`
 | 项目名称 | 防汛物资储备 | < | 单位名称 | 县水务局 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < |
 | 产出指标 | 数量指标 | 储备物资种类 | ≥12类 | < |`),
      );
    expect(wrong(one())).toEqual([]);
    expect(wrong(one('单位：万元'))).toEqual(['STR-11']);
  });

  test('the last row of many projects adds up their money and no points', () => {
    const readout = read(
      '2025年度项目支出绩效目标批复表',
      '单位：万元',
      grid(`
 | 单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 县水务局 | 防汛物资储备 | 60 | 产出指标 | 数量指标 | 储备物资种类 | ≥12类 |
 | ^ | 河道清淤 | 240 | 产出指标 | 数量指标 | 清淤长度 | ≥15公里 |
 | 合计 | < | 300 | | | | |`),
    );
    expect(readout.filings.map((each) => [each.project, each.total_score])).toEqual([
      ['防汛物资储备', null],
      ['河道清淤', null],
      [null, null],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('points in the head of a level are those of its names', () => {
    const readout = read(
      '2024年项目支出绩效目标自评表',
      grid(`
 | 项目名称 | 养老服务设施建设 | < | < | 自评得分：98 | < |
 | 一级指标 | 二级指标及分值 | 三级指标 | 年初指标值 | 实际完成值 | 得分 |
 | 产出指标 | 数量指标（50分） | 新增床位数 | 80张 | 76张 | 48 |
 | 满意度指标 | 服务对象满意度指标（50分） | 老人满意度 | ≥90% | 93% | 50 |`),
    );
    expect(readout.indicators.map((each) => [each.level2, each.level2_weight, each.score])).toEqual([
      ['数量指标', 50, 48],
      ['服务对象满意度指标', 50, 50],
    ]);
  });

  test('indicators in columns beside money are no money', () => {
    const readout = read(
      '2025年省对下转移支付绩效目标分解表',
      '金额单位：万元',
      grid(`
 | 序号 | 市县 | 补助金额 | 产出指标 | < | 满意度指标 |
 | ^ | ^ | ^ | 新建高标准农田（亩） | 项目验收合格率 | 群众满意度 |
 | 1 | 青石县 | 1,200.00 | ≥8000 | 100% | ≥90% |
 | 2 | 白水县 | 900.00 | ≥6000 | 100% | ≥90% |
 | | 合计 | 2,100.00 | ≥14000 | 100% | ≥90% |`),
    );
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['青石县', 1200],
      ['白水县', 900],
      ['合计', 2100],
    ]);
    expect(readout.indicators).toHaveLength(6);
    expect(readout.indicators[2]).toMatchObject({ level1: '满意度指标', target: { op: '>=', value: 90 } });
  });

  test('a table on its side whose names stand behind 指标', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 安全生产检查 | 预算数 | 120万元 | 执行数 | 114万元 |
 | 指标 | 检查家次 | 隐患整改率 | 专家满意度 | 企业满意度 | 合计 |
 | 目标值 | 600 | 98% | 90% | 90% | |
 | 完成值 | 612 | 97% | 92% | 95% | |
 | 分值 | 50 | 30 | 10 | 10 | 100 |
 | 得分 | 50 | 29 | 10 | 10 | 99 |`),
    );
    expect(readout.indicators.map(({ level3, score, weight }) => [level3, weight, score])).toEqual([
      ['检查家次', 50, 50],
      ['隐患整改率', 30, 29],
      ['专家满意度', 10, 10],
      ['企业满意度', 10, 10],
    ]);
    expect(readout.filings[0]?.total_score).toBe(99);
    expect(readout.amounts.map(({ value }) => value)).toEqual([120, 114]);
  });

  test('of two heads that say 指标 the left one groups the right one', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 办学条件改善 | < | < | < | < |
 | 指标体系 | 指标 | 目标值 | 完成值 | 权重 | 得分 |
 | 数量 | 新建教室 | 12间 | 12间 | 50 | 50 |
 | ^ | 购置设备 | 150台 | 160台 | 50 | 50 |`),
    );
    expect(readout.indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['数量', '新建教室'],
      ['数量', '购置设备'],
    ]);
  });

  test('考核内容 left of 考核指标 is its level', () => {
    const readout = read(
      '2024年度预算绩效管理工作考核评分表',
      grid(`
 | 考核内容 | 考核指标 | 标准分 | 评分标准 | 自评分 |
 | 绩效目标管理（40分） | 目标申报率 | 20 | 每少1个扣1分 | 20 |
 | ^ | 目标质量 | 20 | 不合格每个扣2分 | 18 |
 | 结果应用（60分） | 公开率 | 60 | 未公开不得分 | 60 |`),
    );
    expect(readout.indicators.map((row) => [row.level1, row.level1_weight, row.level3, row.score])).toEqual([
      ['绩效目标管理', 40, '目标申报率', 20],
      ['绩效目标管理', 40, '目标质量', 18],
      ['结果应用', 60, '公开率', 60],
    ]);
  });

  test('years beside 总目标: the own year is the target of the year, 总目标 that of the whole', () => {
    const readout = read(
      '2025年项目支出绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | 农村饮水提升 | < | < | < |
 | 总投资 | 4500 | < | < | < |
 | 指标 | 单位 | 2024年 | 2025年 | 总目标 |
 | 新建管网 | 公里 | 40 | 55 | 140 |
 | 水质达标率 | % | 95 | 96 | 98 |`),
    );
    expect(
      readout.indicators.map((row) => [row.section, row.level3, row.target?.value, row.target?.unit]),
    ).toEqual([
      ['long_term', '新建管网', 140, '公里'],
      ['annual', '新建管网', 55, '公里'],
      ['long_term', '水质达标率', 98, '%'],
      ['annual', '水质达标率', 96, '%'],
    ]);
    expect(readout.amounts.map(({ value }) => value)).toEqual([4500]);
  });

  test('一 over 1 and 2 in a column of ordinals names their level, and its points are theirs', () => {
    const readout = read(
      '2024年度财政支出项目绩效自评打分表',
      grid(`
 | 项目名称 | 冬春救助 | < | < | < |
 | 序号 | 评价内容 | 评分细则 | 满分 | 自评分 |
 | 一 | 项目决策 | < | 40 | 37 |
 | 1 | 立项规范 | 程序完备得满分 | 20 | 20 |
 | 2 | 目标明确 | 指标量化得满分 | 20 | 17 |
 | 二 | 项目绩效 | < | 60 | 58 |
 | 3 | 救助人数 | 按完成率计分 | 30 | 29 |
 | 4 | 群众满意度 | 90%以上得满分 | 30 | 29 |
 | 自评得分合计 | < | < | 100 | 95 |`),
    );
    expect(readout.indicators.map((row) => [row.level1, row.level1_weight, row.level3, row.score])).toEqual([
      ['项目决策', 40, '立项规范', 20],
      ['项目决策', 40, '目标明确', 17],
      ['项目绩效', 60, '救助人数', 29],
      ['项目绩效', 60, '群众满意度', 29],
    ]);
    expect(readout.filings[0]?.total_score).toBe(95);
    expect(wrong(readout)).toEqual([]);
  });

  test('indicators and values beside 年度目标 are one set, and those below a first level alone need no head', () => {
    const folded = read(
      '2025年预算绩效目标表（部门整体）',
      grid(`
 | 部门名称 | 云台县司法局 | < | < |
 | 年度目标 | 办理法律援助案件300件。 | < | < |
 | 指标 | 指标值 | 指标 | 指标值 |
 | 法律援助案件 | ≥300件 | 调解成功率 | ≥96% |
 | 普法活动 | ≥60场 | 群众满意度 | ≥90% |`),
    );
    expect(folded.filings[0]?.form_type).toBe('department_targets');
    expect(new Set(folded.indicators.map(({ section }) => section))).toEqual(new Set(['annual']));
    const headless = read(
      '2025年度专项资金绩效目标表',
      grid(`
 | 专项资金名称 | 科技创新券 | < | < | < |
 | 绩效指标 | 产出指标 | 支持企业家数 | 80 | 家 |
 | ^ | ^ | 兑付及时率 | 100 | % |
 | ^ | 效益指标 | 带动研发投入 | 2500 | 万元 |
 | ^ | 满意度指标 | 企业满意度 | 95 | % |`),
    );
    expect(told(headless)).toEqual([
      'annual 产出指标/∅/支持企业家数 =80家 ∅',
      'annual 产出指标/∅/兑付及时率 =100% ∅',
      'annual 效益指标/∅/带动研发投入 =2500万元 ∅',
      'annual 满意度指标/∅/企业满意度 =95% ∅',
    ]);
  });

  test('indicators written behind 绩效指标（产出）, each in a cell of its own', () => {
    const { indicators } = read(
      '2025年部门整体支出绩效目标申报表',
      grid(`
 | 部门名称 | 云台县应急局 | < | < |
 | 绩效指标（产出） | 数量：检查企业≥260家 | 质量：隐患整改率≥95% | 时效：按季度完成 |
 | 绩效指标（满意度） | 企业满意度≥90% | < | < |`),
    );
    expect(indicators.map((row) => [row.level1, row.level2, row.level3, row.target?.value])).toEqual([
      ['产出', '数量', '检查企业', 260],
      ['产出', '质量', '隐患整改率', 95],
      ['产出', '时效', '按季度完成', undefined],
      ['满意度', null, '企业满意度', 90],
    ]);
  });

  test('the score of the execution alone is no place for its points', () => {
    const readout = read(
      '2024年项目支出绩效自评表',
      '单位：万元',
      grid(`
 | 项目名称 | 农村供水维修 | < | < | < |
 | 资金执行 | 下达数 | 支出数 | 执行率 | 得分 |
 | ^ | 186.5 | 182.77 | 98% | 9.8 |
 | 一级指标 | 三级指标 | 目标值 | 权重 | 得分 |
 | 产出 | 维修工程处数 | 42处 | 60 | 60 |
 | 满意度 | 用水户满意度 | ≥90% | 30 | 30 |
 | 自评得分合计 | < | < | < | 99.8 |`),
    );
    expect(readout.indicators).toHaveLength(2);
    expect(wrong(readout)).toEqual([]);
  });
});
