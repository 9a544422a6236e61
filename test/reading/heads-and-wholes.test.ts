import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Heads, lists and pairs of forms from elsewhere; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('lists whose wholes only their figures tell', () => {
  const balance = (own: string): ReturnType<typeof read> =>
    read(
      '2024年度一般公共预算收支决算平衡表',
      '单位：万元',
      grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 决算数 | 项目 | 决算数 |
 | 本级收入合计 | ${own} | 本级支出合计 | 120,000 |
 | 转移性收入 | 95,000 | 转移性支出 | 25,000 |
 | 上级补助收入 | 70,000 | 上解上级支出 | 8,000 |
 | 返还性收入 | 5,000 | 体制上解支出 | 6,000 |
 | 一般性转移支付收入 | 50,000 | 专项上解支出 | 2,000 |
 | 专项转移支付收入 | 15,000 | 债务还本支出 | 9,000 |
 | 上年结余收入 | 6,000 | 安排预算稳定调节基金 | 3,000 |
 | 调入资金 | 0 | 年终结余 | 5,000 |
 | 债务转贷收入 | 19,000 | 其中：结转下年支出 | 5,000 |
 | 收入总计 | 145,000 | 支出总计 | 145,000 |`),
    );

  test('a line is the whole of those below it where that adds up in one way only', () => {
    const readout = balance('50,000');
    const of = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
    expect(of.get('本级收入合计')).toBe('收入总计');
    expect(of.get('转移性收入')).toBe('收入总计');
    expect(of.get('上级补助收入')).toBe('转移性收入');
    expect(of.get('专项转移支付收入')).toBe('上级补助收入');
    expect(of.get('债务转贷收入')).toBe('转移性收入');
    expect(of.get('专项上解支出')).toBe('上解上级支出');
    expect(of.get('年终结余')).toBe('转移性支出');
    expect(of.get('结转下年支出')).toBe('年终结余');
    expect(wrong(readout)).toEqual([]);
  });

  test('where nothing adds up, a total far from the lines below it is none of theirs', () => {
    const readout = balance('51,000');
    const parents = readout.amounts
      .filter(({ item }) => /本级收入|转移性收入/.test(item))
      .map((each) => each.parent);
    expect(parents).toEqual([null, null]);
    expect(wrong(readout)).toEqual([]);
  });

  test('a flat list whose total is off by a slip stays flat', () => {
    const readout = read(
      '2024年支出预算表',
      '单位：万元',
      grid(`
 | 项目 | 预算数 |
 | 办公费 | 41.30 |
 | 差旅费 | 27.15 |
 | 会议费 | 12.06 |
 | 培训费 | 8.00 |
 | 合计 | 88.15 |`),
    );
    expect(readout.amounts.slice(0, 4).every(({ parent }) => parent === '合计')).toBe(true);
    expect(wrong(readout)).toEqual(['SUM-01']);
  });
});

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

describe('summaries', () => {
  test('the score of a project is no money of it', () => {
    const readout = read(
      '2024年项目绩效自评汇总情况',
      '单位：万元',
      grid(`
 | 项目名称 | 预算数 | 执行数 | 执行率 | 总分 | 等级 |
 | 学前教育资助 | 120.00 | 118.80 | 99% | 98.9 | 优 |
 | 校舍安全改造 | 800.00 | 640.00 | 80% | 86 | 良 |`),
    );
    expect(readout.filings[0]?.title).toBe('2024年项目绩效自评汇总情况');
    expect(readout.amounts.map(({ value }) => value)).toEqual([120, 118.8, 99, 800, 640, 80]);
  });

  test('增减 over 金额 and % is a sum and a rate', () => {
    const readout = read(
      '2024年“三公”经费支出情况统计表',
      '单位：万元',
      grid(`
 | 项目 | 2023年决算数 | 2024年决算数 | 比上年增减 | < |
 | ^ | ^ | ^ | 金额 | % |
 | 合计 | 50.00 | 42.00 | -8.00 | -16.00 |
 | 1.公务接待费 | 15.00 | 10.00 | -5.00 | -33.33 |
 | 2.公务用车费 | 35.00 | 32.00 | -3.00 | -8.57 |`),
    );
    expect(readout.amounts.slice(2, 4).map(({ measure, unit }) => [measure, unit])).toEqual([
      ['adjustment', '万元'],
      ['rate', '%'],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('what came in and went out in a year balances only with what is carried over', () => {
    const form = (name: string): ReturnType<typeof read> =>
      read(
        '2024年度决算分析表',
        '单位：万元',
        grid(`
 | 指标 | 2023年 | 2024年 |
 | 一、收入${name} | 3,200.00 | 3,520.00 |
 | 二、支出${name} | 3,190.00 | 3,500.00 |`),
      );
    expect(wrong(form('合计'))).toEqual([]);
    expect(wrong(form('总计'))).toContain('SUM-09');
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
});

describe('lists of data and plans of projects', () => {
  test('数据名称 and 数值 head a list; its rows say their units and stages', () => {
    const readout = read(
      '部门预算绩效管理基础数据采集表',
      '填报单位：白沙县财政局    数据年度：2024年',
      grid(`
 | 序号 | 数据名称 | 单位 | 数值 | 备注 |
 | 一 | 人员情况 | | | |
 | 1 | 编制人数 | 人 | 58 | |
 | 二 | 预算情况 | | | |
 | 2 | 年初预算数 | 万元 | 1,520.00 | |
 | 3 | 决算数 | 万元 | 1,590.80 | |
 | 4 | 预算执行率 | % | 97.00 | |
 | 5 | 办公用房面积 | 平方米 | 1,850 | |`),
    );
    expect(counted(readout)).toEqual([
      'base_data 编制人数 count 2024 58 人',
      'base_data 年初预算数 initial_budget 2024 1520 万元',
      'base_data 决算数 final 2024 1590.8 万元',
      'base_data 预算执行率 rate 2024 97 %',
      'base_data 办公用房面积 count 2024 1850 平方米',
    ]);
  });

  test('where the rows name projects the heads are sources of funds', () => {
    const readout = read(
      '2025年衔接资金项目计划表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 建设地点 | 总投资 | 资金构成 | < | 绩效目标 |
 | ^ | ^ | ^ | ^ | 衔接资金 | 村集体投入 | ^ |
 | | 合计 | | 330 | 300 | 30 | |
 | 1 | 产业路建设 | 东山镇 | 330 | 300 | 30 | 方便700户出行 |`),
    );
    expect(readout.amounts.map(({ project, fund }) => [project, fund])).toEqual([
      [null, null],
      [null, '衔接资金'],
      [null, null],
      ['产业路建设', null],
      ['产业路建设', '衔接资金'],
      ['产业路建设', null],
    ]);
  });
});

describe('codes, stages and sides of money tables', () => {
  test('a row that prints its last code alone goes on with those above it', () => {
    const readout = read(
      '2025年支出预算分类汇总表',
      '单位：万元',
      grid(`
 | 类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出 |
 | | | | 合计 | 300.00 | 180.00 | 120.00 |
 | 208 | | | 社会保障和就业支出 | 100.00 | 100.00 | |
 | | 05 | | 行政事业单位养老支出 | 100.00 | 100.00 | |
 | | | 05 | 基本养老保险缴费支出 | 70.00 | 70.00 | |
 | | | 06 | 职业年金缴费支出 | 30.00 | 30.00 | |
 | 213 | | | 农林水支出 | 200.00 | 80.00 | 120.00 |
 | | 03 | | 水利 | 200.00 | 80.00 | 120.00 |
 | | | 01 | 行政运行 | 80.00 | 80.00 | |
 | | | 06 | 水利工程运行与维护 | 120.00 | | 120.00 |`),
    );
    const codes = readout.amounts
      .filter(({ column_label }) => column_label === '合计')
      .map(({ code }) => code);
    expect(codes).toEqual([null, '208', '20805', '2080505', '2080506', '213', '21303', '2130301', '2130306']);
    expect(wrong(readout)).toEqual([]);
  });

  test('其中 beside rows of their own under the heads of the row above is part of it', () => {
    const form = (basic: string): ReturnType<typeof read> =>
      read(
        '2024年部门整体支出绩效自评表',
        grid(`
 | 部门名称 | 青城市水务局 | < | < | < | < |
 | 整体支出规模（万元） | < | 年初预算 | 实际支出 | 权重 | 得分 |
 | ^ | < | 4,500.00 | 4,500.00 | 10 | 10.00 |
 | 其中： | 基本支出 | 1,500.00 | ${basic} | — | — |
 | ^ | 项目支出 | 3,000.00 | 3,000.00 | — | — |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 权重 | 得分 |
 | 履职产出 | 数量 | 新建管网 | 30km | 90 | 90 |`),
      );
    expect(counted(form('1,500.00')).slice(2)).toEqual([
      'funding 基本支出 initial_budget 2024 1500 万元 of=整体支出规模',
      'funding 基本支出 executed 2024 1500 万元 of=整体支出规模',
      'funding 项目支出 initial_budget 2024 3000 万元 of=整体支出规模',
      'funding 项目支出 executed 2024 3000 万元 of=整体支出规模',
    ]);
    expect(wrong(form('1,500.00'))).toEqual([]);
    expect(wrong(form('1,400.00'))).not.toEqual([]);
  });

  test('a period of time is no head of money; points may be told in per cent', () => {
    const readout = read(
      '2025年度项目支出绩效目标表',
      '单位：元',
      grid(`
 | 项目名称 | 医院改革 | < | < | < | < |
 | 部门（单位） | 岚皋县卫生健康局 | < | < | 实施期 | 2025-2025 |
 | 项目总金额 | 2,400,000 | 其中：财政资金 | 2,000,000 | 单位自筹 | 400,000 |
 | 指标 | 一级 | 二级 | 三级 | 目标值 | 权重% |
 | ^ | 产出指标 | 数量指标 | 参与改革医院 | 2家 | 60 |
 | ^ | 满意度指标 | 服务对象满意度 | 患者满意度 | ≥90% | 40 |`),
    );
    expect(readout.filings[0]?.organisation).toBe('岚皋县卫生健康局');
    expect(counted(readout)).toEqual([
      'funding 项目总金额 current 2025 2400000 元',
      'funding 财政资金 current 2025 2000000 元 of=项目总金额',
      'funding 单位自筹 current 2025 400000 元 of=项目总金额',
    ]);
    expect(readout.indicators.map(({ weight }) => weight)).toEqual([60, 40]);
  });

  test('goals and tasks beside figures are texts', () => {
    const readout = read(
      '2025年项目支出绩效目标汇总表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 资金 | 总体目标 | 产出指标 | < | 满意度指标 |
 | ^ | ^ | ^ | ^ | 数量指标 | 质量指标 | 服务对象满意度 |
 | 1 | 审计信息化 | 60 | 建设审计数据平台1个 | 建设平台1个 | 验收合格率100% | ≥90% |
 | 2 | 投资审计外聘 | 120 | 完成投资审计20项 | 审计项目20项 | 报告合格率≥98% | ≥95% |`),
    );
    expect(readout.texts.map(({ role, text }) => [role, text])).toEqual([
      ['goal', '建设审计数据平台1个'],
      ['goal', '完成投资审计20项'],
    ]);
  });
});
