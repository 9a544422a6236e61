import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Sums that head their lines, sources beside their parts, offices over their subjects; every name and figure is invented. */
const parents = (readout: ReturnType<typeof read>): Record<string, string | null> =>
  Object.fromEntries(readout.amounts.map(({ item, parent }) => [item, parent]));

const told = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('sums that head their lines', () => {
  const revenue = (vat: string) =>
    read(
      '2031年北滩区一般公共预算收入执行情况表',
      '单位：万元',
      grid(`
 | 项目 | 2030年完成数 | 2031年 | < | < |
 | ^ | ^ | 预算数 | 完成数 | 占预算% |
 | 一般公共预算收入 | 20830 | 21700 | 21544 | 99.28 |
 | 税收收入小计 | 17025 | 17800 | 17654 | 99.18 |
 | 增值税 | 13820 | 14500 | ${vat} | 98.23 |
 | 企业所得税 | 3205 | 3300 | 3411 | 103.36 |
 | 非税收入小计 | 3805 | 3900 | 3890 | 99.74 |
 | 专项收入 | 1640 | 1700 | 1685 | 99.12 |
 | 罚没收入 | 2165 | 2200 | 2205 | 100.23 |`),
    );

  test('税收收入小计 between lines takes those that make it up, and is part of the first line', () => {
    expect(told(revenue('14243'))).toEqual([]);
    expect(parents(revenue('14243'))).toEqual({
      一般公共预算收入: null,
      税收收入小计: '一般公共预算收入',
      增值税: '税收收入小计',
      企业所得税: '税收收入小计',
      非税收入小计: '一般公共预算收入',
      专项收入: '非税收入小计',
      罚没收入: '非税收入小计',
    });
    expect(told(revenue('14543'))).toContain('SUM-01');
  });

  test('one sum between lines gives back what it took from above', () => {
    const readout = read(
      '2031年专户收支情况表',
      '单位：万元',
      grid(`
 | 项目 | 预算数 | 完成数 |
 | 上年结余 | 512.40 | 498.70 |
 | 支出小计 | 318.20 | 305.60 |
 | 设备购置 | 118.00 | 109.30 |
 | 场地维修 | 200.20 | 196.30 |`),
    );
    expect(parents(readout)).toEqual({
      上年结余: null,
      支出小计: null,
      设备购置: '支出小计',
      场地维修: '支出小计',
    });
    expect(told(readout)).toEqual([]);
  });

  test('全市 over 市本级, 所辖县区 and their names', () => {
    const readout = read(
      '2031年地方政府债务限额余额情况表',
      '单位：亿元',
      grid(`
 | 地区 | 2031年债务限额 | < | < |
 | ^ | 合计 | 一般债务 | 专项债务 |
 | 全市 | 198.60 | 76.85 | 121.75 |
 | 市本级 | 121.25 | 41.40 | 79.85 |
 | 所辖县区 | 77.35 | 35.45 | 41.90 |
 | 东滩区 | 36.61 | 17.15 | 19.46 |
 | 西滩区 | 40.74 | 18.30 | 22.44 |`),
    );
    expect(parents(readout)).toEqual({
      全市: null,
      市本级: '全市',
      所辖县区: '全市',
      东滩区: '所辖县区',
      西滩区: '所辖县区',
    });
  });

  test('一、市县合计 over its only city, which is made up by its counties', () => {
    const readout = read(
      '2031年农田建设补助资金安排表',
      '单位：万元',
      grid(`
 | 地区 | 资金总额 | 其中 | < | 功能科目 |
 | ^ | ^ | 中央资金 | 省级资金 | ^ |
 | 一、市县合计 | 3840.00 | 3200.00 | 640.00 | 2130153 |
 | 北坡市 | 3840.00 | 3200.00 | 640.00 | 2130153 |
 | 北坡市本级 | 1440.00 | 1200.00 | 240.00 | 2130153 |
 | 东汊县 | 2400.00 | 2000.00 | 400.00 | 2130153 |
 | 二、省直部门 | 480.00 | 400.00 | 80.00 | 2130153 |
 | 总计 | 4320.00 | 3600.00 | 720.00 | |`),
    );
    expect(told(readout)).toEqual([]);
    expect(parents(readout)).toMatchObject({ 北坡市: '市县合计', 东汊县: '北坡市', 市县合计: '总计' });
  });

  test('三公经费小计 with cars behind 其中, and 机关运行经费 below', () => {
    const readout = read(
      '“三公”经费和机关运行经费预算表',
      '单位：万元',
      grid(`
 | 项目 | 2030年预算数 | 2031年预算数 |
 | “三公”经费小计 | 30.90 | 45.60 |
 | 1、公务接待费 | 8.40 | 7.60 |
 | 2、公务用车购置及运行维护费 | 22.50 | 38.00 |
 | 其中：公务用车购置费 | 0.00 | 18.00 |
 | 公务用车运行维护费 | 22.50 | 20.00 |
 | 机关运行经费 | 186.30 | 179.50 |
 | 会议费 | 6.00 | 5.00 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(parents(readout)).toMatchObject({ 机关运行经费: null, 会议费: null });
  });
});

describe('what heads names and columns', () => {
  test('财政拨款 merged down beside 小计 | 中央 | 省级 is a source of 年度资金总额', () => {
    const form = (total: string) =>
      read(
        '项目支出绩效自评表',
        '（2031年度）',
        grid(`
 | 项目名称 | 幸福院改造 | < | < | < |
 | 项目资金（万元） | < | 预算数 | 到位数 | 执行数 |
 | 年度资金总额 | < | ${total} | 470.00 | 454.40 |
 | 财政拨款 | 小计 | 420.00 | 420.00 | 404.40 |
 | ^ | 中央 | 300.00 | 300.00 | 288.00 |
 | ^ | 省级 | 120.00 | 120.00 | 116.40 |
 | 自筹资金 | < | 60.00 | 50.00 | 50.00 |`),
      );
    expect(parents(form('480.00'))).toEqual({
      年度资金总额: null,
      财政拨款: '年度资金总额',
      中央: '财政拨款',
      省级: '财政拨款',
      自筹资金: '年度资金总额',
    });
    expect(told(form('480.00'))).toEqual([]);
    expect(told(form('490.00'))).toEqual(['SUM-01']);
  });

  test('an office with its code over subjects with theirs', () => {
    const readout = read(
      '2031年部门支出总体情况表',
      '单位：万元',
      grid(`
 | 科目编码 | < | < | 单位代码 | 单位（科目名称） | 总计 | 基本支出 | 项目支出 |
 | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ |
 | | | | | 合计 | 1340.60 | 1154.60 | 186.00 |
 | | | | 115 | 洛水市粮食局 | 1340.60 | 1154.60 | 186.00 |
 | 201 | 38 | 01 | 115001 | 行政运行 | 1056.00 | 1056.00 | 0.00 |
 | 201 | 38 | 16 | 115001 | 粮食监管 | 186.00 | 0.00 | 186.00 |
 | 208 | 05 | 05 | 115001 | 养老保险缴费支出 | 98.60 | 98.60 | 0.00 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(parents(readout)).toMatchObject({
      洛水市粮食局: '合计',
      行政运行: '洛水市粮食局',
      养老保险缴费支出: '洛水市粮食局',
    });
  });

  test('增减变化情况 over each kind of expense: changes, and no budget', () => {
    const readout = read(
      '“三公”经费及会议费支出预算表',
      '单位：万元',
      grid(`
 | 单位名称 | 2030年 | < | < | 2031年 | < | < | 增减变化情况 | < | < |
 | ^ | 合计 | “三公”经费 | 会议费 | 合计 | “三公”经费 | 会议费 | 合计 | “三公”经费 | 会议费 |
 | 岭安市水务站 | 19.80 | 15.80 | 4.00 | 18.30 | 14.70 | 3.60 | -1.50 | -1.10 | -0.40 |
 | 岭安市水政所 | 8.00 | 7.50 | 0.50 | 7.90 | 7.40 | 0.50 | -0.10 | -0.10 | 0.00 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(readout.amounts.filter(({ measure }) => measure === 'adjustment')).toHaveLength(6);
  });

  test('增减情况 over 人员经费 | 公用经费 beside sums of both: nobody says what they changed from', () => {
    const readout = read(
      '2031年经费增减情况表',
      '单位：万元',
      grid(`
 | 单位名称 | 经费合计 | < | 增减情况 | < |
 | ^ | 2030年 | 2031年 | 人员经费 | 公用经费 |
 | 县粮食站 | 180.00 | 190.00 | 12.00 | -2.00 |
 | 县棉花站 | 96.00 | 93.50 | -1.50 | -1.00 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(readout.amounts.filter(({ measure }) => measure === 'adjustment')).toHaveLength(4);
  });

  test('a bond keeps the year of its name, and what is paid of it is of the year of the head', () => {
    const readout = read(
      '2031年地方政府债券还本付息预算表',
      '单位：万元',
      grid(`
 | 债券名称 | 债券类型 | 债券余额 | 2031年应还本付息 | < | < |
 | ^ | ^ | ^ | 合计 | 债券本金 | 债券利息 |
 | 2024年一般债券（三期） | 一般债券 | 6000.00 | 2205.20 | 2000.00 | 205.20 |
 | 2026年专项债券（七期） | 专项债券 | 12000.00 | 408.00 | 0.00 | 408.00 |
 | 合计 | | 18000.00 | 2613.20 | 2000.00 | 613.20 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(counted(readout).slice(0, 4)).toEqual([
      'budget 2024年一般债券（三期） balance 2031 6000 万元 of=合计',
      'budget 2024年一般债券（三期） budget 2031 2205.2 万元 of=合计',
      'budget 2024年一般债券（三期） budget 2031 2000 万元 of=合计',
      'budget 2024年一般债券（三期） budget 2031 205.2 万元 of=合计',
    ]);
  });

  test('2031年度 beside who files the form, 单位：万元 behind it', () => {
    const year = (said: string) =>
      read(
        '项目支出表',
        grid(`
 | 部门：桦坡市体育馆 | < | ${said}  单位：万元 |
 | 项目名称 | 合计 | 一般公共预算 |
 | 场馆维护 | 120.00 | 120.00 |`),
      ).filings[0]?.year;
    expect(year('2031年度')).toBe(2031);
    expect(year('截至2030年12月31日')).toBe(2030);
  });
});

describe('lists of other offices', () => {
  test('an office with one project is a sum too, beside one with two; a line said twice is none', () => {
    const list = (name: string) =>
      read(
        '2031年部门项目支出预算表',
        '单位：万元',
        grid(`
 | 项目名称 | 项目周期 | 2031年预算安排数 | < | < |
 | ^ | ^ | 小计 | 一般公共预算 | 其他资金 |
 | 合计 | | 1386.00 | 970.00 | 416.00 |
 | 越水市水利站本级 | | 1320.00 | 920.00 | 400.00 |
 | 河道整治 | 2031-2033 | 1200.00 | 800.00 | 400.00 |
 | 防汛物资 | 2031 | 120.00 | 120.00 | 0.00 |
 | ${name} | | 66.00 | 50.00 | 16.00 |
 | 水文监测 | 2031 | 66.00 | 50.00 | 16.00 |`),
      );
    expect(told(list('越水市水文站'))).toEqual([]);
    expect(parents(list('越水市水文站'))).toMatchObject({
      河道整治: '越水市水利站本级',
      水文监测: '越水市水文站',
    });
    expect(told(list('水文监测'))).toContain('SUM-01');
  });

  test('变动预算数 is the budget as it was changed, and 为上年决算数的% a rate of this year', () => {
    const readout = read(
      '2031年一般公共预算支出决算表',
      '单位：万元',
      grid(`
 | 科目名称 | 年初预算数 | 变动预算数 | 决算数 | 决算数为上年决算数的% |
 | 教育支出 | 40200 | 42816 | 42650 | 106.40 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(counted(readout).map((each) => each.split(' ').slice(2, 5).join(' '))).toEqual([
      'initial_budget 2031 40200',
      'annual_budget 2031 42816',
      'final 2031 42650',
      'rate 2031 106.4',
    ]);
  });

  test('决算数为变动预算数的%, 预算数为上年执行数的%: rates of two columns, told where one of them differs', () => {
    const final = (rate: string) =>
      read(
        '2031年支出决算表',
        '单位：万元',
        grid(`
 | 科目名称 | 变动预算数 | 决算数 | 决算数为变动预算数的% |
 | 教育支出 | 42816 | 42650 | 99.61 |
 | 公安支出 | 12960 | 12630 | ${rate} |
 | 司法支出 | 900 | 888 | 98.67 |
 | 卫生支出 | 8712 | 8690 | 99.75 |`),
      );
    expect(told(final('97.45'))).toEqual([]);
    expect(told(final('94.75'))).toEqual(['RAT-14']);
    const plan = (rate: string) =>
      read(
        '2032年收入预算表',
        '单位：万元',
        grid(`
 | 收入项目 | 2031年执行数 | 2032年预算数 | 预算数为上年执行数的% |
 | 利润收入 | 1006.40 | 1050.00 | 104.33 |
 | 股利收入 | 240.00 | 260.00 | ${rate} |
 | 清算收入 | 36.00 | 42.00 | 116.67 |
 | 其他收入 | 126.40 | 130.00 | 102.85 |`),
      );
    expect(told(plan('108.33'))).toEqual([]);
    expect(told(plan('118.33'))).toEqual(['RAT-14']);
  });

  test('项目 | 全市 | 市本级 | 县区: what each level has of a line', () => {
    const debt = (raised: string) =>
      read(
        '2031年政府专项债务余额情况表',
        '单位：亿元',
        grid(`
 | 项目 | 全市 | 市本级 | 县区 |
 | 一、2030年末专项债务余额 | 224.95 | 128.40 | 96.55 |
 | 二、2031年举借专项债务 | ${raised} | 28.80 | 21.20 |
 | 三、2031年偿还专项债务本金 | 12.30 | 8.10 | 4.20 |`),
      );
    const readout = debt('50.00');
    expect(readout.amounts).toHaveLength(9);
    expect(told(readout)).toEqual([]);
    expect(told(debt('51.00'))).toEqual(['SUM-05']);
  });

  test('已下达 over 市本级 | 县区 before 已支出 is what was given, and not what was spent', () => {
    const readout = read(
      '2031年专项资金执行情况表',
      '单位：万元',
      grid(`
 | 专项资金名称 | 2031年预算 | 已下达 | < | 已支出 | 支出进度 |
 | ^ | ^ | 市本级 | 县区 | ^ | ^ |
 | 产业发展专项 | 2400.00 | 1500.00 | 800.00 | 2180.00 | 90.83% |
 | 文化旅游专项 | 800.00 | 300.00 | 460.00 | 700.00 | 87.50% |`),
    );
    expect(readout.amounts.slice(0, 5).map(({ measure }) => measure)).toEqual([
      'budget',
      'arrived',
      'arrived',
      'executed',
      'rate',
    ]);
    expect(told(readout)).toEqual([]);
  });

  test('codes of nine digits below one of seven, and 一、 below 年初财政拨款结转和结余', () => {
    const income = read(
      '2031年国有资本经营预算收入表',
      '单位：万元',
      grid(`
 | 科目编码 | 收入项目 | 2031年预算数 |
 | 1030601 | 一、利润收入 | 1050.00 |
 | 103060134 | 农林牧渔企业利润收入 | 130.00 |
 | 103060198 | 其他企业利润收入 | 920.00 |
 | | 本年收入合计 | 1050.00 |`),
    );
    expect(told(income)).toEqual([]);
    expect(parents(income)).toMatchObject({ 农林牧渔企业利润收入: '利润收入', 利润收入: '本年收入合计' });
    const carried = read(
      '财政拨款收入决算表',
      '单位：万元',
      grid(`
 | 项目 | 金额 |
 | 一、政府性基金 | 300.00 |
 | 本年收入合计 | 300.00 |
 | 年初财政拨款结转和结余 | 20.00 |
 | 一、一般公共预算财政拨款 | 18.00 |
 | 二、政府性基金预算财政拨款 | 2.00 |
 | 总计 | 320.00 |`),
    );
    expect(told(carried)).toEqual([]);
    expect(parents(carried)).toMatchObject({
      一般公共预算财政拨款: '年初财政拨款结转和结余',
      政府性基金预算财政拨款: '年初财政拨款结转和结余',
    });
  });

  test('收入小计 below 收入合计 is no second side of the balance', () => {
    const fund = (closing: string) =>
      read(
        '2031年工伤保险基金预算表',
        '单位：万元',
        grid(`
 | 项目 | 2031年预算数 | 调整预算数 | 执行数 |
 | 一、期初余额 | 694.10 | 694.10 | 690.00 |
 | 二、收入合计 | 733.80 | 733.80 | 378.50 |
 | （一）收入小计 | 730.80 | 730.80 | 376.50 |
 | （二）上级补助收入 | 3.00 | 3.00 | 2.00 |
 | 三、支出合计 | 895.90 | 895.90 | 441.60 |
 | 四、本期收支结余 | -162.10 | -162.10 | -63.10 |
 | 五、期末余额 | ${closing} | 532.00 | 626.90 |`),
      );
    expect(told(fund('532.00'))).toEqual([]);
    expect(told(fund('552.00'))).toEqual(['SUM-09']);
  });
});

describe('columns beside a sum', () => {
  const due = (sub: string, now: string) =>
    read(
      '2032年补助经费预算的分配表',
      '单位：万元',
      grid(`
 | 单位 | 应拨补助资金 | 其中： | < | 已提前下达资金 | 此次下达资金 |
 | ^ | ^ | 抚恤补助 | 医疗补助 | ^ | ^ |
 | 全自治区 | 1022.00 | 850.00 | 172.00 | 780.00 | 242.00 |
 | 巴泉市 | 454.00 | 380.00 | 74.00 | 330.00 | 124.00 |
 | 市本级 | 150.00 | 120.00 | 30.00 | 110.00 | 40.00 |
 | 临泽旗 | 304.00 | ${sub} | 44.00 | 220.00 | ${now} |
 | 锡山盟 | 496.00 | 410.00 | 86.00 | 400.00 | 96.00 |
 | 自治区本级 | 72.00 | 60.00 | 12.00 | 50.00 | 22.00 |`),
    );

  test('应拨 | 已提前下达 | 此次下达 and 其中 over its parts: told where a row differs', () => {
    expect(told(due('260.00', '84.00'))).toEqual([]);
    expect(told(due('290.00', '84.00'))).toEqual(['SUM-01']);
    const parted = (part: string, now: string) =>
      read(
        '2032年补助资金分配表',
        '单位：万元',
        grid(`
 | 单位 | 应拨补助资金 | 其中 | < | 已提前下达资金 | 此次下达资金 |
 | ^ | ^ | 抚恤补助 | 医疗补助 | ^ | ^ |
 | 临泽旗 | 304.00 | 260.00 | 44.00 | 220.00 | 84.00 |
 | 锡山旗 | 496.00 | ${part} | 86.00 | 400.00 | ${now} |
 | 巴泉旗 | 72.00 | 60.00 | 12.00 | 50.00 | 22.00 |`),
      );
    expect(told(parted('410.00', '96.00'))).toEqual([]);
    expect(told(parted('440.00', '96.00'))).toEqual(['SUM-05']);
    expect(told(parted('410.00', '69.00'))).toEqual(['SUM-05']);
  });

  test('a slip in one column leaves the list as the others say that it is', () => {
    expect(parents(due('290.00', '84.00'))).toEqual(parents(due('260.00', '84.00')));
    expect(parents(due('290.00', '84.00'))).toMatchObject({ 临泽旗: '巴泉市', 锡山盟: '全自治区' });
  });

  test('货物 | 工程 | 服务 | 面向中小企业预留: the last is no more of the sum', () => {
    const bought = (goods: string) =>
      read(
        '2032年政府采购预算汇总表',
        '单位：万元',
        grid(`
 | 单位名称 | 合计 | 货物类 | 工程类 | 服务类 | 面向中小企业预留 |
 | 云岫学院 | 680.00 | 280.00 | 300.00 | 100.00 | 272.00 |
 | 云岫医院 | 916.00 | ${goods} | 180.00 | 96.00 | 366.40 |
 | 云岫剧院 | 40.00 | 24.00 | 0.00 | 16.00 | 16.00 |`),
      );
    expect(told(bought('640.00'))).toEqual([]);
    expect(told(bought('670.00'))).toEqual(['SUM-05']);
  });

  test('支出进度 behind 累计支出 over 合计 | 基本支出 | 项目支出 is of their sum', () => {
    const spent = (rate: string) =>
      read(
        '2031年部门预算执行情况表',
        '单位：万元',
        grid(`
 | 单位名称 | 年初预算 | 预算调整 | 调整后预算 | 累计支出 | < | < | 支出进度（%） |
 | ^ | ^ | ^ | ^ | 合计 | 基本支出 | 项目支出 | ^ |
 | 县粮食局 | 580.00 | 12.00 | 592.00 | 561.80 | 411.60 | 150.20 | ${rate} |
 | 县供销社 | 800.00 | -20.00 | 780.00 | 762.30 | 548.00 | 214.30 | 97.73 |`),
      );
    expect(told(spent('94.90'))).toEqual([]);
    expect(told(spent('49.90'))).toEqual(['PCT-05']);
  });

  test('上级资金 merged down beside 中央 | 省级 | 小计: the sum behind its parts is the source', () => {
    const form = (sum: string) =>
      read(
        '2031年度项目支出绩效自评表',
        grid(`
 | 项目名称 | 公路养护 | < | < | < |
 | 预算执行情况（万元） | 资金性质 | < | 全年预算 | 全年支出 |
 | ^ | 总额 | < | 470.00 | 450.90 |
 | ^ | 上级资金 | 中央 | 230.00 | 226.40 |
 | ^ | ^ | 省级 | 120.00 | 118.00 |
 | ^ | ^ | 小计 | ${sum} | 344.40 |
 | ^ | 本级资金 | 一般公共预算 | 80.00 | 66.50 |
 | ^ | ^ | 政府性基金 | 40.00 | 40.00 |`),
      );
    expect(told(form('350.00'))).toEqual([]);
    expect(told(form('380.00'))).toContain('SUM-01');
    expect(parents(form('350.00'))).toEqual({
      总额: null,
      上级资金: '总额',
      中央: '上级资金',
      省级: '上级资金',
      一般公共预算: '本级资金',
      政府性基金: '本级资金',
    });
  });
});

describe('sources of one rank', () => {
  test('其中 below a source of the same rank parts it, and 其他资金 behind is none; the unit stands over the heads', () => {
    const form = (own: string) =>
      read(
        '预算项目支出绩效自评表',
        '（2031年度）',
        grid(`
 | 项目名称 | 医疗能力提升 | < | < | < |
 | 资金来源 | 项目资金（万元） | < | < | < |
 | ^ | 预算安排 | < | 资金到位 | 实际支出 |
 | ^ | 年初预算 | 调整后预算 | ^ | ^ |
 | 合计 | 320.00 | 330.00 | 326.00 | 304.60 |
 | 上级财政资金 | 180.00 | 200.00 | 200.00 | 188.00 |
 | 本级财政资金 | 120.00 | ${own} | 110.00 | 100.60 |
 | 其中：一般公共预算 | 90.00 | 80.00 | 80.00 | 76.00 |
 | 政府性基金 | 30.00 | 30.00 | 30.00 | 24.60 |
 | 其他资金 | 20.00 | 20.00 | 16.00 | 16.00 |`),
      );
    expect(form('110.00').filings[0]?.money_unit).toBe('万元');
    expect(told(form('110.00'))).toEqual([]);
    expect(told(form('140.00'))).toContain('SUM-01');
    for (const own of ['110.00', '140.00'])
      expect(parents(form(own))).toEqual({
        合计: null,
        上级财政资金: '合计',
        本级财政资金: '合计',
        一般公共预算: '本级财政资金',
        政府性基金: '本级财政资金',
        其他资金: '合计',
      });
  });

  test('tables one below another: 其中 that closes in one tells nothing of the next, where it parts a part', () => {
    const readout = read(
      '2031年度部门收支情况表',
      '单位：万元',
      grid(`
 | 机构名称 | 收入合计 | 其中： | < | < |
 | ^ | ^ | 上年结转 | 公共财政拨款 | 其他收入 |
 | 局机关及二级机构汇总 | 668.20 | 8.20 | 640.00 | 20.00 |
 | 局机关 | 500.20 | 8.20 | 480.00 | 12.00 |
 | 指挥中心 | 168.00 | 0.00 | 160.00 | 8.00 |
 | 机构名称 | 支出合计 | 其中： | < | < |
 | ^ | ^ | 基本支出 | 其中：人员支出 | 项目支出 |
 | 局机关及二级机构汇总 | 650.00 | 450.00 | 380.00 | 200.00 |
 | 局机关 | 490.00 | 340.00 | 290.00 | 150.00 |
 | 指挥中心 | 160.00 | 110.00 | 90.00 | 50.00 |
 | 机构名称 | 三公经费合计 | 其中： | < | < |
 | ^ | ^ | 公务接待费 | 公务用车运维费 | 因公出国费 |
 | 局机关及二级机构汇总 | 12.60 | 4.60 | 8.00 | 0.00 |
 | 局机关 | 9.10 | 3.10 | 6.00 | 0.00 |
 | 指挥中心 | 3.50 | 1.50 | 2.00 | 0.00 |`),
    );
    expect(told(readout)).toEqual([]);
  });

  test('财政拨款 and 其他资金 beside their uses, above 合计 at the foot', () => {
    const form = (project: string) =>
      read(
        '部门整体支出绩效自评表',
        '（2031年度）',
        grid(`
 | 部门名称 | 梁水县粮食局 | < | < | < |
 | 部门预算（万元） | 资金来源 | < | 预算数 | 执行数 |
 | ^ | 财政拨款 | 基本支出 | 620.00 | 618.20 |
 | ^ | ^ | 项目支出 | 1480.00 | 1402.60 |
 | ^ | 其他资金 | 基本支出 | 10.00 | 8.00 |
 | ^ | ^ | 项目支出 | ${project} | 52.40 |
 | ^ | 合计 | < | 2170.00 | 2081.20 |`),
      );
    expect(told(form('60.00'))).toEqual([]);
    expect(told(form('90.00'))).toEqual(['SUM-01']);
    expect(
      form('60.00').amounts.flatMap(({ measure, parent }) => (measure === 'budget' ? [parent] : [])),
    ).toEqual(['财政拨款', '财政拨款', '其他资金', '其他资金', null]);
  });

  test('项目名称 | 债券性质 | 债券金额: the project names the row, and not the kind of its bond', () => {
    const readout = read(
      '2031年政府债券资金使用情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 债券性质 | 债券金额 | 累计支出 | 支出进度 |
 | 污水处理厂 | 专项债券 | 8000.00 | 7360.00 | 92.00% |
 | 县道改造 | 一般债券 | 3000.00 | 2850.00 | 95.00% |`),
    );
    expect([...new Set(readout.amounts.map(({ item }) => item))]).toEqual(['污水处理厂', '县道改造']);
  });
});
