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

  test('a stage beside each row, a year below the name of a town and codes of subjects are what they are', () => {
    const three = read(
      '三公经费支出情况表',
      '单位：万元',
      grid(`
 | 单位 | 年度 | 合计 | 公务接待费 | 公务用车运行费 |
 | 局本级 | 2024年预算 | 38.0 | 8.0 | 30.0 |
 | ^ | 2024年决算 | 34.6 | 5.2 | 29.4 |
 | 执法队 | 2024年预算 | 26.0 | 2.0 | 24.0 |
 | ^ | 2024年决算 | 23.1 | 0.8 | 22.3 |
 | 合计 | 2024年预算 | 64.0 | 10.0 | 54.0 |
 | ^ | 2024年决算 | 57.7 | 6.0 | 51.7 |`),
    );
    expect(counted(three).filter((line) => line.includes('执法队'))[0]).toMatch(
      /budget 2024 26 万元 of=合计/,
    );
    expect(counted(three).filter((line) => line.includes('执法队'))[3]).toMatch(
      /final 2024 23.1 万元 of=合计/,
    );
    const towns = read(
      '2025年专项资金分配表',
      '单位：万元',
      grid(`
 | 区域 | 南岭区 | 北湖县 | 东坪县 | 合计 |
 | 补助金额 | 2000 | 1800 | 1200 | 5000 |`),
    );
    expect(towns.amounts.map(({ value }) => value)).toEqual([2000, 1800, 1200, 5000]);
    const subjects = read(
      '2025年项目支出预算明细表',
      '单位：万元',
      grid(`
 | 部门/项目 | 支出功能科目 | 合计 | 一般公共预算 | 单位资金 |
 | 合计 | | 980.00 | 920.00 | 60.00 |
 | 教育局 | | 980.00 | 920.00 | 60.00 |
 | 校舍维修 | 2050202 | 620.00 | 620.00 | 0.00 |
 | 营养改善 | 2050299 | 360.00 | 300.00 | 60.00 |`),
    );
    expect(counted(subjects)).toContain('budget 营养改善 budget 2025 360 万元 code=2050299 of=教育局');
    for (const readout of [three, towns, subjects])
      expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a group of heads without a total is part of the total beside it, once or not at all', () => {
    const drawn = (head: string, below: string, row: string) =>
      read(
        '2025年部门整体支出绩效目标表',
        '单位：万元',
        grid(`
 | 部门名称 | 某文化馆 | < | < | < | < |
 | 部门整体支出 | ${head} |
 | ^ | ${below} |
 | ^ | ${row} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | < |
 | 产出指标 | 数量指标 | 演出场次 | ≥60场 | < | < |`),
      );
    const kinds = drawn(
      '合计 | 人员类 | 运转类 | 特定目标类 | <',
      '^ | ^ | ^ | 本级 | 转移支付',
      '860 | 520 | 90 | 210 | 40',
    );
    expect(reconcile(kinds).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const slip = drawn(
      '合计 | 人员类 | 运转类 | 特定目标类 | <',
      '^ | ^ | ^ | 本级 | 转移支付',
      '860 | 502 | 90 | 210 | 40',
    );
    expect(reconcile(slip).findings.filter(({ rule }) => rule === 'SUM-01')).toHaveLength(1);
    const twice = drawn(
      '合计 | 基本支出 | 项目支出 | 资金来源 | <',
      '^ | ^ | ^ | 财政拨款 | 单位资金',
      '860 | 610 | 250 | 800 | 60',
    );
    expect(reconcile(twice).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('资金来源 beside a project in every row names no part of it', () => {
    const readout = read(
      '2025年重点项目支出预算情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 资金来源 | 2024年预算 | 2025年预算 |
 | 森林防火 | 财政 | 200 | 220 |
 | 湿地保护 | 财政 | 110 | 99 |
 | 合计 | | 310 | 319 |`),
    );
    expect(counted(readout)).toContain('budget 湿地保护 budget 2025 99 万元 of=合计');
    const parted = read(
      '2025年重点项目支出预算情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 资金来源 | 2024年预算 | 2025年预算 |
 | 森林防火 | 财政拨款 | 200 | 220 |
 | ^ | 自筹资金 | 20 | 30 |
 | 湿地保护 | 财政拨款 | 110 | 99 |
 | ^ | 自筹资金 | 10 | 9 |`),
    );
    expect(parted.amounts.map(({ item, project }) => `${project}/${item}`)).toContain('湿地保护/自筹资金');
  });

  test('支出 beside 到位 and 结余 is what was spent', () => {
    const readout = read(
      '2024年度绩效自评报告附表',
      grid(`
 | 项目名称 | 营养改善 | < | < | < | < |
 | 资金（万元） | 预算 | 到位 | 支出 | 结余 | 支出率 |
 | 合计 | 820 | 820 | 804 | 16 | 98.05% |
 | 中央 | 500 | 500 | 500 | 0 | 100% |
 | 县级 | 320 | 320 | 304 | 16 | 95% |`),
    );
    expect(counted(readout)).toContain('funding 县级 executed 2024 304 万元 of=合计');
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

describe('numbered lines of final accounts', () => {
  test('统计数 heads money and counts, which add up in their own units', () => {
    const readout = read(
      '2024年度机构运行信息决算表',
      '单位：元',
      grid(`
 | 项目 | 行次 | 统计数 | 项目 | 行次 | 统计数 |
 | 一、“三公”经费支出 | 1 | — | 二、机关运行经费 | 7 | 1,250,000.00 |
 | （一）支出合计 | 2 | 156,000.00 | 三、相关统计数 | 8 | — |
 | 1．公务用车购置及运行维护费 | 3 | 120,000.00 | 1．会议次数（次） | 9 | 12 |
 | 2．公务接待费 | 4 | 36,000.00 | 2．培训人次（人次） | 10 | 300 |
 | （二）相关统计数 | 5 | — | 四、国有资产占用情况 | 11 | — |
 | 1．国内公务接待批次（个） | 6 | 45 | 1．车辆数合计（辆） | 12 | 6 |`),
    );
    expect(counted(readout)).toContain('budget 支出合计 final 2024 156000 元 of=“三公”经费支出');
    expect(counted(readout)).toContain('budget 车辆数合计（辆） count 2024 6 辆 of=国有资产占用情况');
    expect(readout.amounts).toHaveLength(8);
    expect(wrong(readout)).toEqual([]);
  });

  test('统计数 beside 预算数 is what the year came to', () => {
    const readout = read(
      '机构运行信息表（2032年度）',
      '金额单位：万元',
      grid(`
 | 项目 | 行次 | 预算数 | 统计数 | 项目 | 行次 | 统计数 |
 | 一、“三公”经费支出 | 1 | — | — | 二、机关运行经费 | 5 | — |
 | （一）支出合计 | 2 | 33.00 | 29.25 | （一）行政单位 | 6 | 168.30 |
 | 1．公务用车购置及运行维护费 | 3 | 25.00 | 23.15 | 三、车辆数合计（辆） | 7 | 6 |
 | 2．公务接待费 | 4 | 8.00 | 6.10 | | 8 | |`),
    );
    const measures = readout.amounts.map(({ item, measure, value }) => `${item} ${measure} ${value}`);
    expect(measures).toContain('支出合计 budget 33');
    expect(measures).toContain('支出合计 final 29.25');
    expect(measures).toContain('行政单位 final 168.3');
    expect(measures).toContain('车辆数合计（辆） count 6');
  });

  test('a line across the table above its heads tells the unit', () => {
    const readout = read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 水文监测 | < | < |
 | 资金使用情况（单位：万元） | < | < | < |
 | 年初预算 | 调整后预算 | 实际执行 | 执行率 |
 | 850.00 | 900.00 | 873.00 | 97.00% |`),
    );
    expect(readout.filings[0]?.money_unit).toBe('万元');
    expect(readout.amounts.map(({ unit }) => unit)).toEqual(['万元', '万元', '万元', '%']);
  });
});

describe('tables of a budget that is made public', () => {
  test('what came over from last year is money of this year', () => {
    const readout = read(
      '2025年收入预算总表',
      '金额单位：元',
      grid(`
 | 部门名称 | 合计 | 本年收入 | < | < | 上年结转结余 |
 | ^ | ^ | 小计 | 一般公共预算 | 事业收入 | ^ |
 | 合计 | 26,800 | 26,000 | 25,200 | 800 | 800 |
 | 水文局本级 | 18,000 | 17,500 | 17,100 | 400 | 500 |
 | 水文站 | 8,800 | 8,500 | 8,100 | 400 | 300 |`),
    );
    expect(new Set(readout.amounts.map(({ year }) => year))).toEqual(new Set([2025]));
    expect(wrong(readout)).toEqual([]);
  });

  test('the codes of offices rank them', () => {
    const form = (library: string): ReturnType<typeof read> =>
      read(
        '2025年部门收入总表',
        '单位：万元',
        grid(`
 | 部门（单位）代码 | 部门（单位）名称 | 合计 | 一般公共预算 | 事业收入 |
 | 合计 | < | 950.00 | 940.00 | 10.00 |
 | 210 | 嘉禾县文旅局 | 950.00 | 940.00 | 10.00 |
 | 210001 | 嘉禾县文旅局本级 | 600.00 | 600.00 | |
 | 210002 | 嘉禾县图书馆 | ${library} | 340.00 | 10.00 |`),
      );
    expect(form('350.00').amounts.every(({ code }) => code === null)).toBe(true);
    expect(wrong(form('350.00'))).toEqual([]);
    expect(wrong(form('530.00'))).not.toEqual([]);
  });

  test('a kind of projects in a row of its own is the sum of those below it', () => {
    const form = (first: string): ReturnType<typeof read> =>
      read(
        '2025年项目支出表',
        '单位：万元',
        grid(`
 | 类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | 单位资金 |
 | 合计 | | | 1,080.00 | 1,040.00 | 40.00 |
 | 特定目标类 | | | 880.00 | 860.00 | 20.00 |
 | | 站房维修 | 局本级 | ${first} | 80.00 | |
 | | 测报设备 | 水文站 | 800.00 | 780.00 | 20.00 |
 | 其他运转类 | | | 200.00 | 180.00 | 20.00 |
 | | 办公保障 | 局本级 | 200.00 | 180.00 | 20.00 |`),
      );
    const parents = form('80.00').amounts.filter(({ column_label }) => column_label === '合计');
    expect(parents.map(({ item, parent, project }) => [item, parent, project])).toEqual([
      ['合计', null, null],
      ['特定目标类', '合计', null],
      ['站房维修', '特定目标类', '站房维修'],
      ['测报设备', '特定目标类', '测报设备'],
      ['其他运转类', '合计', null],
      ['办公保障', '其他运转类', '办公保障'],
    ]);
    expect(wrong(form('80.00'))).toEqual([]);
    expect(wrong(form('90.00'))).not.toEqual([]);
  });

  test('of an area and its value the second is money', () => {
    const readout = read(
      '国有资产使用情况表',
      '单位：万元、平方米',
      grid(`
 | 项目 | 资产总额 | 房屋（平方米） | < |
 | ^ | ^ | 面积 | 价值 |
 | 合计 | 5,600.00 | 12,000.00 | 3,600.00 |`),
    );
    expect(readout.amounts.map(({ measure, unit, value }) => [measure, value, unit])).toEqual([
      ['budget', 5600, '万元'],
      ['budget', 3600, '万元'],
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
