import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Labels and their figures, units and names of money; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('labels and their figures', () => {
  test('one item and its stages in front of their figures', () => {
    const readout = read(
      '2024年度整体支出绩效自评表',
      grid(`
 | 部门职能 | 负责全县公路建设养护。 | < | < | < | < |
 | 年度收支情况（万元） | 收入 | 预算数 | 3,200 | 决算数 | 3,150 |
 | ^ | 支出 | 预算数 | 3,200 | 决算数 | 3,120 |
 | ^ | 其中：基本支出 | 预算数 | 1,000 | 决算数 | 980 |
 | ^ | 项目支出 | 预算数 | 2,200 | 决算数 | 2,140 |
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 完成情况 | 得分 |
 | 产出 | 数量 | 养护县道里程 | 100 | 210公里 | 100 |`),
    );
    expect(counted(readout)).toEqual([
      'income 收入 budget 2024 3200 万元',
      'income 收入 final 2024 3150 万元',
      'expenditure 支出 budget 2024 3200 万元',
      'expenditure 支出 final 2024 3120 万元',
      'expenditure 基本支出 budget 2024 1000 万元 of=支出',
      'expenditure 基本支出 final 2024 980 万元 of=支出',
      'expenditure 项目支出 budget 2024 2200 万元 of=支出',
      'expenditure 项目支出 final 2024 2140 万元 of=支出',
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('whoever gives it, a name with a figure behind a source of funds is a source', () => {
    const readout = read(
      '财政专项扶持资金项目绩效自评表',
      grid(`
 | 项目名称 | 茶产业提升 | < | < | 资金单位 | 万元 |
 | 实际支出 | 320 | 其中：省级 | 190 | 对口支援 | 130 |
 | 评价指标 | < | 指标值 | 实际值 | 分值 | 得分 |
 | 新建茶园面积 | < | 800亩 | 820亩 | 100 | 100 |`),
    );
    expect(counted(readout).map((each) => each.replace(/ \S* (?=\d)/, ' '))).toEqual([
      'funding 实际支出 executed 320 万元',
      'funding 省级 executed 190 万元 of=实际支出',
      'funding 对口支援 executed 130 万元 of=实际支出',
    ]);
  });

  test('persons and sums in the heads of an allocation are no projects', () => {
    const readout = read(
      '奖补资金分配表',
      '金额单位：元',
      grid(`
 | 乡镇 | 村数 | 农业人口（人） | 应补金额 | 已拨金额 | 本次下达 |
 | 东山镇 | 12 | 15,000 | 300,000 | 100,000 | 200,000 |
 | 合计 | 12 | 15,000 | 300,000 | 100,000 | 200,000 |`),
    );
    expect(readout.amounts.every(({ project }) => project === null)).toBe(true);
    expect(readout.amounts[0]).toMatchObject({ item: '东山镇', measure: 'count', value: 15000, unit: '人' });
    expect(readout.amounts[1]).toMatchObject({ measure: 'budget', value: 300000, unit: '元' });
  });

  test('most cells of a row being heads, the one that nobody knows is a head too', () => {
    const readout = read(
      '2025年度新增资产配置预算表',
      '单位：万元',
      grid(`
 | 单位名称 | 存放位置 | 资产名称 | 数量 | 单价 | 金额 | 备注 |
 | 县水务局 | 一楼机房 | 台式计算机 | 20 | 0.50 | 10.00 | 更新 |
 | ^ | 野外站点 | 水位监测仪 | 12 | 2.00 | 24.00 | 新增 |
 | 合计 | < | < | 32 | | 34.00 | |`),
    );
    expect(readout.filings[0]?.organisation).toBeNull();
    expect(readout.amounts.map(({ value }) => value)).toEqual([10, 24, 34]);
  });

  test('a goal that begins with 目标1 is the whole answer; what is said of each point is told with it', () => {
    const readout = read(
      '2025年度转移支付绩效目标自评表',
      grid(`
 | 项目名称 | 乡村振兴补助 | < | < |
 | 年度履职目标 | 目标1：建成项目20个；目标2：受益3000户。 | < | < |
 | 资金管理情况 | | 情况说明 | 存在问题和改进措施 |
 | ^ | 分配科学性 | 按因素法分配 | 无 |
 | ^ | 执行准确性 | 部分跨年 | 加快进度 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 支持项目数 | ≥20个 |`),
    );
    expect(readout.texts.map(({ role, label, text }) => [role, label, text])).toEqual([
      ['task', '年度履职目标', '目标1：建成项目20个；目标2：受益3000户。'],
      ['explanation', '分配科学性', '按因素法分配'],
      ['explanation', '执行准确性', '部分跨年'],
      ['explanation', '执行准确性：存在问题和改进措施', '加快进度'],
    ]);
  });
});

describe('units and names of money', () => {
  test('what one costs has a unit of its own, and parts have that of their sum', () => {
    const readout = read(
      '2025年度项目支出绩效目标申报表',
      grid(`
 | 项目名称 | 松材线虫病防治 | < | < | < |
 | 项目资金总额（万元） | 260 | < | 其中：当年申请 | 260 |
 | 资金构成 | 中央 100 | 省级 80 | 市级 30 | 县级 50 |
 | 支出内容 | 数量 | 单价（元） | 金额 | 备注 |
 | 清理病死木 | 9000株 | 200 | 180 | |
 | 打孔注药 | 5000株 | 160 | 80 | |
 | 合计 | | | 260 | |`),
    );
    expect(readout.filings[0]?.money_unit).toBe('万元');
    expect(readout.amounts.every(({ unit }) => unit === '万元')).toBe(true);
    expect(wrong(readout)).toEqual([]);
  });

  test('资金名称 heads projects, what is spent is no source, and the score of one is not that of the form', () => {
    const readout = read(
      '2024年度财政专项资金绩效自评汇总表',
      '单位：万元',
      grid(`
 | 资金名称 | 资金来源 | < | < | 使用情况 | < | 绩效 | < |
 | ^ | 合计 | 中央 | 省级 | 已支出 | 结余 | 自评分 | 等次 |
 | 林业生态保护 | 500 | 300 | 200 | 480 | 20 | 95 | 优 |
 | 森林防火 | 200 | 100 | 100 | 200 | 0 | 98 | 优 |
 | 合计 | 700 | 400 | 300 | 680 | 20 | | |`),
    );
    expect(readout.filings[0]?.execution_score).toBeNull();
    expect(readout.amounts[0]).toMatchObject({ section: 'projects', project: '林业生态保护', value: 500 });
    expect(readout.amounts.map(({ measure }) => measure).slice(3, 5)).toEqual(['executed', 'balance']);
    expect(wrong(readout)).toEqual([]);
  });

  test('labels with their figures behind them, alone in a cell or several', () => {
    const money = (...rows: string[]): (string | number | null)[][] =>
      read('2025年度项目支出绩效目标申报表', '金额单位：万元', grid(rows.join('\n'))).amounts.map(
        ({ item, measure, value }) => [item, measure, value],
      );
    expect(
      money(
        '| 项目名称 | 退役军人优抚 | < | < |',
        '| 预算执行 | 年初预算 1,860.50万元 | 调整预算 1,932.40万元 | 决算支出 1,901.80万元 |',
      ),
    ).toEqual([
      ['年初预算', 'initial_budget', 1860.5],
      ['调整预算', 'annual_budget', 1932.4],
      ['决算支出', 'final', 1901.8],
    ]);
    expect(
      money('| 项目名称 | 退役军人优抚 |', '| 本年度资金 | 480 |', '| 资金来源 | 中央300；省级120；市级60 |'),
    ).toEqual([
      ['本年度资金', 'current', 480],
      ['中央', 'current', 300],
      ['省级', 'current', 120],
      ['市级', 'current', 60],
    ]);
  });

  test('points of the execution beside its rate, all with their labels in one cell', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称：森林防火 | < | < | 项目负责人：刘海 | < |
 | 预算安排：200 | 实际到位：200 | 实际支出：196 | 执行率：98% | 得分：9.8 |
 | 指标名称 | 目标值 | 完成值 | 分值 | 得分 |
 | 防火隔离带长度 | 30公里 | 31公里 | 90 | 90 |
 | 自评总分：99.8分 | < | < | < | < |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_score: 9.8, total_score: 99.8 });
    expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
      ['current', 200],
      ['arrived', 200],
      ['executed', 196],
    ]);
  });

  test('the budget that pays heads a source, and two sums side by side make up none of each other', () => {
    const readout = read(
      '2025年预算项目绩效目标表',
      '单位：元',
      grid(`
 | 项目名称 | 公共绿地养护 | < | < |
 | 同名项目上年预算额 | 12500000 | 同名项目上年预算执行数 | 12436000 |
 | 项目资金 | 资金来源 | 合计 | 一般公共预算 |
 | ^ | 金额 | 930 | 930 |`),
    );
    expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
      ['prior', 12500000],
      ['prior', 12436000],
      ['current', 930],
      ['current', 930],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('其中 below a marked line is part of it up to the next mark, whatever the uses of funds are called', () => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      '单位：万元',
      grid(`
 | 年度预算执行情况 |  | 年初预算数 | 全年执行数 |
 | ^ | 资金总额 | 1500 | 1490 |
 | ^ | 一、基本支出 | 1000 | 995 |
 | ^ | 其中：人员经费 | 850 | 850 |
 | ^ | 公用经费 | 150 | 145 |
 | ^ | 二、项目支出 | 500 | 495 |`),
    );
    expect(
      readout.amounts.filter(({ measure }) => measure === 'executed').map((a) => [a.parent, a.item]),
    ).toEqual([
      [null, '资金总额'],
      ['资金总额', '基本支出'],
      ['基本支出', '人员经费'],
      ['基本支出', '公用经费'],
      ['资金总额', '项目支出'],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('an examination of targets awards points to its questions', () => {
    const readout = read(
      '2025年度项目绩效目标审核表',
      grid(`
 | 项目名称 | 校车补助 | < | 审核金额 | 300万元 |
 | 审核内容 | 审核要点 | 分值 | 审核得分 | 审核意见 |
 | 完整性 | 规范完整 | 60 | 55 | 内容较完整 |
 | 可行性 | 条件充分 | 40 | 40 | |
 | 合计 | < | 100 | 95 | |`),
    );
    expect(readout.indicators.map((row) => [row.level1, row.level3, row.weight, row.score])).toEqual([
      ['完整性', '规范完整', 60, 55],
      ['可行性', '条件充分', 40, 40],
    ]);
    expect(readout.amounts[0]).toMatchObject({ item: '审核金额', value: 300 });
    expect(readout.filings[0]?.total_score).toBe(95);
  });

  test('the score of the execution stands in a row of its own, its points in the label beside', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      '单位：万元',
      grid(`
 | 项目名称 | 妇女儿童关爱 | < | < | < |
 | 预算执行情况（10分） | 预算数： | 45 | 执行数： 44.1 | 得分：9.8 |
 | ^ | 其中：财政拨款 | 45 | 其他资金 0 | 执行率：98% |
 | 一级指标 | 三级指标 | 年初指标值 | 全年实际完成值 | 得分 |
 | 产出指标（50分） | 关爱活动场次 | 24场 | 26场 | 50 |
 | 效益指标（40分） | 受益妇女儿童 | ≥3000人 | 3260人 | 38 |
 | 总分 | < | < | < | 97.8 |`),
    );
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.8,
      total_score: 97.8,
    });
    expect(wrong(readout)).toEqual([]);
  });

  test('the fund block of an asset of the whole city, and what was carried over as a source', () => {
    const whole = read(
      '2025年转移支付绩效目标分解表',
      '单位：万元',
      grid(`
 | 专项名称 | 基本药物制度 | < | < | < |
 | 资金金额 | 全市 | 1200 | 其中：中央 | 800 |`),
    );
    expect(whole.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
      ['全市', null, 1200],
      ['中央', '全市', 800],
    ]);
    const carried = read(
      '2025年项目支出预算表',
      '单位：万元',
      grid(`
 | 项目名称 | 合计 | 本年拨款 | < | 财政拨款结转结余 | < |
 | ^ | ^ | 一般公共预算 | 政府性基金预算 | 一般公共预算 | 政府性基金预算 |
 | 防汛抗旱 | 395 | 300 | 60 | 35 | |
 | 水质监测 | 35 | 35 | | | |
 | 合计 | 430 | 335 | 60 | 35 | |`),
    );
    expect(new Set(carried.amounts.map(({ measure }) => measure)).size).toBe(1);
    expect(wrong(carried)).toEqual([]);
  });

  test('what groups the rows left of their names is none of them', () => {
    const { amounts } = read(
      '2024年度财政支出绩效评价基础数据表',
      grid(`
 | 类别 | 指标 | 单位 | 2023年 | 2024年 | 数据来源 |
 | 机构人员 | 编制人数 | 人 | 46 | 48 | 编办 |
 | ^ | 实有人数 | 人 | 45 | 47 | 人事科 |
 | 收支情况 | 年初预算 | 万元 | 865.2 | 901.4 | 财务科 |
 | ^ | 决算支出 | 万元 | 858.9 | 896.7 | 财务科 |`),
    );
    expect(
      amounts.filter(({ year }) => year === 2024).map(({ item, value, unit }) => [item, value, unit]),
    ).toEqual([
      ['编制人数', 48, '人'],
      ['实有人数', 47, '人'],
      ['年初预算', 901.4, '万元'],
      ['决算支出', 896.7, '万元'],
    ]);
  });

  test('本年度预算（元） is the sum of the year; who files a summary stands in its rows', () => {
    const form = read(
      '2025年度项目支出绩效目标表',
      grid(`
 | 项目名称： | 公厕管护 | 预算单位： | 云台县城管局 |
 | 本年度预算（元）： | 2,460,000.00 | 资金性质： | 一般公共预算 |`),
    );
    expect(form.amounts).toMatchObject([
      { item: '本年度预算', measure: 'current', value: 2460000, unit: '元' },
    ]);
    const summary = read(
      '云台县2024年部门预算绩效运行监控汇总表',
      '单位：万元',
      grid(`
 | 序号 | 部门 | 年初预算 | 1-6月支出 |
 | 1 | 县教育局 | 3600 | 1944 |
 | 2 | 县水务局 | 860 | 301 |
 | 合计 | < | 4460 | 2245 |`),
    );
    expect(summary.amounts).toHaveLength(6);
    expect(wrong(summary)).toEqual([]);
  });

  test('what each year has of the whole stands in one row', () => {
    const readout = read(
      '2025年项目预算绩效目标申报表',
      grid(`
 | 项目名称 | 档案数字化 | < | 项目周期 | 3年 |
 | 项目总预算（万元） | 300 | < | 2025年预算 | 100 |
 | 分年度预算 | 2025年 | 100 | 2026年 | 120 |
 | 年度预算安排 | 2027年：80 | < | 2028年 | 0 |`),
    );
    const years = readout.amounts.filter(({ parent }) => parent === '项目总预算');
    expect(years.map((a) => [a.item, a.year, a.value])).toEqual([
      ['2025年', 2025, 100],
      ['2026年', 2026, 120],
      ['2027年', 2027, 80],
      ['2028年', 2028, 0],
    ]);
  });

  const shared = (total: string, share: string) =>
    read(
      '2025年部门整体绩效目标表',
      grid(`
 | 部门名称 | 云溪县司法局 | < | < |
 | 预算资金（万元） | 一般公共预算 | 960 | ${share} |
 | ^ | 其他资金 | 100 | 占比9.43% |
 | ^ | 合计 | ${total} | 100% |`),
    );
  test('a total below its sources is one of funds, with their shares', () => {
    const readout = shared('1060', '占比90.57%');
    expect(readout.amounts.map((a) => [a.parent, a.item, a.value, a.share])).toEqual([
      ['合计', '一般公共预算', 960, 90.57],
      ['合计', '其他资金', 100, 9.43],
      [null, '合计', 1060, 100],
    ]);
    expect(wrong(readout)).not.toContain('SUM-01');
    expect(wrong(shared('1260', '占比90.57%'))).toContain('SUM-01');
    expect(wrong(shared('1060', '占比70.57%'))).toContain('PCT-01');
  });

  test('what stands before, after and in between an adjustment is checked', () => {
    const adjusted = (after: number) =>
      read(
        '项目支出绩效目标调整表',
        '单位：万元',
        grid(`
 | 项目名称 | 道路养护 | < | < |
 | 预算调整 | 调整前 | 调整后 | 调整数 |
 | 资金总额 | 200 | ${after} | 60 |
 | 其中：财政拨款 | 200 | ${after} | 60 |`),
      );
    expect(
      adjusted(260)
        .amounts.slice(0, 3)
        .map(({ measure }) => measure),
    ).toEqual(['initial_budget', 'annual_budget', 'adjustment']);
    expect(wrong(adjusted(260))).not.toContain('SUM-08');
    expect(wrong(adjusted(280))).toContain('SUM-08');
  });

  test('a stage of money that prints its unit is a sum, whatever its name says before it', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 全民健身 | 自评等级 | 优 |
 | 预算安排（万元） | 120 | 实际支出（万元） | 117 |
 | 资金结余（万元） | 3 | 同名项日上年预算额（万元） | 118 |`),
    );
    expect(readout.amounts.map(({ item, measure, value }) => [item, measure, value])).toEqual([
      ['预算安排', 'current', 120],
      ['实际支出', 'executed', 117],
      ['资金结余', 'balance', 3],
      ['同名项日上年预算额', 'prior', 118],
    ]);
    expect(wrong(readout)).toEqual([]);
  });
});

test('已投入 beside the budget of a project is what was spent of it', () => {
  const readout = read(
    '2031年度项目绩效目标表',
    grid(`
 | 项目名称 | 示例学科建设 | < | < | < | < | < |
 | 项目经费预算（万元） | 总预算 | 600 | 本年预算 | 240 | 已投入 | 180 |
 | 一级指标 | 二级指标 | 三级指标 | < | < | 指标值 | < |
 | 产出指标 | 数量指标 | 发表论文 | < | < | ≥20篇 | < |`),
  );
  expect(readout.amounts.map(({ item, measure, value }) => [item, measure, value])).toContainEqual([
    '已投入',
    'executed',
    180,
  ]);
});
