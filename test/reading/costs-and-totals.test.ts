import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Tables of costs, prices, assets and scores as offices file them. Every name and figure is invented. */
const parents = (readout: ReturnType<typeof read>): string[] =>
  readout.amounts.map(
    ({ item, parent, value }) => `${item} ${value}${parent === null ? '' : ` of ${parent}`}`,
  );
const factors = (readout: ReturnType<typeof read>): (string | number[])[] =>
  readout.amounts.flatMap((amount) => (amount.factors ? [amount.factors.map(({ value }) => value)] : []));

describe('totals', () => {
  test('固定资产折旧 below 其中 is a cost like those above it', () => {
    const form = (other: number) =>
      read(
        '县中医院2031年收支预算表',
        '单位：万元',
        grid(`
 | 项目 | 预算数 |
 | 一、医疗费用 | 100 |
 | ␣␣其中：人员费用 | 60 |
 | ␣␣␣␣␣␣␣␣药品费 | 25 |
 | ␣␣␣␣␣␣␣␣固定资产折旧 | 10 |
 | ␣␣␣␣␣␣␣␣其他 | ${other} |
 | 二、管理费用 | 20 |
 | 费用合计 | 120 |`),
      );
    expect(parents(form(5))).toContain('固定资产折旧 10 of 医疗费用');
    expect(errorsIn(form(5))).toEqual([]);
  });

  const twice = (income: number, total = 130) =>
    read(
      '2032年收支预算总表',
      '单位：万元',
      grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 金额 | 项目 | 金额 |
 | 总计 | ${total} | 总计 | 130 |
 | 一、财政拨款 | ${income} | 一、工资福利支出 | 90 |
 | 二、事业收入 | 40 | 二、商品和服务支出 | 25 |
 | 本年收入合计 | 120 | 本年支出合计 | 115 |
 | 上年结转 | 10 | 结转下年 | 15 |
 | 收入总计 | 130 | 支出总计 | 130 |`),
    );
  test('总计 at the head is the total at the foot once more', () => {
    expect(errorsIn(twice(80))).toEqual([]);
    expect(parents(twice(80))).toContain('财政拨款 80 of 本年收入合计');
    expect(errorsIn(twice(70))).toEqual(['SUM-01']);
  });

  test('小计 in a cell that runs out under the label of its group closes the group', () => {
    const form = (sum: number) =>
      read(
        '2032年货物采购清单',
        grid(`
 | 序号 | 品目类别 | 货物名称 | 单位 | 数量 | 单价（元） | 金额（元） |
 | 1 | 办公设备 | 计算机 | 台 | 20 | 4800 | 96000 |
 | 2 | ^ | 打印机 | 台 | 6 | 1850 | 11100 |
 | 小计 | < | < |  | 26 | / | ${sum} |
 | 3 | 家具 | 办公桌 | 张 | 20 | 960 | 19200 |
 | 4 | ^ | 文件柜 | 组 | 15 | 720 | 10800 |
 | 小计 | < | < |  | 35 | / | 30000 |
 | 合计 | < | < |  |  | / | 137100 |`),
      );
    expect(errorsIn(form(107100))).toEqual([]);
    expect(errorsIn(form(107400))).toEqual(['SUM-01']);
  });

  test('类别 down beside 培训班名称 groups them', () => {
    const readout = read(
      '2032年培训费测算表',
      grid(`
 | 类别 | 培训班名称 | 人数 | 天数 | 标准（元/人·天） | 金额（元） |
 | 业务培训 | 财务培训班 | 60 | 3 | 450 | 81000 |
 | ^ | 绩效培训班 | 45 | 2 | 450 | 40500 |
 | ^ | 小计 | 105 |  |  | 121500 |
 | 技能培训 | 巡查培训班 | 80 | 2 | 380 | 60800 |
 | ^ | 检测培训班 | 30 | 5 | 380 | 57000 |
 | ^ | 小计 | 110 |  |  | 117800 |
 | 合计 | < | 215 |  |  | 239300 |`),
    );
    expect(errorsIn(readout)).toEqual([]);
    expect(parents(readout)).toContain('检测培训班 57000 of 小计');
  });

  test('概算总投资 is the total of what is to be built', () => {
    const form = (interest: number) =>
      read(
        '冷库建设项目总概算表',
        '单位：万元',
        grid(`
 | 序号 | 工程或费用名称 | 建筑工程费 | 其他费用 | 合计 | 占总投资比例（%） |
 | 一 | 工程费用 | 180 |  | 180 | 83.33 |
 | 1 | 厂房 | 100 |  | 100 | 46.30 |
 | 2 | 道路 | 80 |  | 80 | 37.04 |
 | 二 | 预备费（5%） |  | 9 | 9 | 4.17 |
 | 三 | 建设期利息 |  | ${interest} | 27 | 12.50 |
 |  | 概算总投资 | 180 | 36 | 216 | 100.00 |`),
      );
    expect(errorsIn(form(27))).toEqual([]);
    expect(errorsIn(form(24))).not.toEqual([]);
  });
});

describe('factors', () => {
  test('are those that the row of numbers says', () => {
    const form = (head: string, numbers: string) =>
      read(
        '2032年差旅费测算表',
        '单位：元',
        grid(`
 | 事由 | 人数 | 天数 | 城市间交通费 | < | 住宿费 | < | 合计（元） |
 | ^ | ^ | ^ | 标准（元/人） | 金额（元） | ${head} | 金额（元） | ^ |
 ${numbers}
 | 汇报工作 | 3 | 2 | 420 | 1260 | 380 | 2280 | 3540 |
 | 外出学习 | 6 | 5 | 1350 | 8100 | 420 | 12600 | 20700 |
 | 参加会议 | 2 | 3 | 560 | 1120 | 380 | 2280 | 3400 |`),
      );
    const all = [
      [3, 420],
      [3, 2, 380],
      [6, 1350],
      [6, 5, 420],
      [2, 560],
      [2, 3, 380],
    ];
    const numbered = form('标准（元/人·天）', '| 栏次 | 1 | 2 | 3 | 4=1×3 | 5 | 6=1×2×5 | 7=4+6 |');
    expect(factors(numbered)).toEqual(all);
    expect(errorsIn(numbered)).toEqual([]);
    // Without it the figures say which of the counts stand for which price.
    expect(factors(form('标准（元/人·天）', ''))).toEqual(all);
  });

  test('万人 at 元 each and 万页 at a price of 万页', () => {
    const insured = read(
      '2032年医保筹资测算表',
      grid(`
 | 统筹区 | 参保人数（万人） | 人均标准（元） | 筹资金额（万元） |
 | 松坪县 | 30.5 | 400 | 12200 |
 | 石岭县 | 21.25 | 400 | 8500 |`),
    );
    expect(factors(insured)).toEqual([
      [30.5, 400],
      [21.25, 400],
    ]);
    expect(errorsIn(insured)).toEqual([]);
    const services = read(
      '2032年政府购买服务预算表',
      '单位：万元',
      grid(`
 | 购买服务项目 | 计量单位 | 数量 | 单价 | 预算金额 |
 | 社区矫正 | 人 | 120 | 0.35 | 42.00 |
 | 水质检测 | 批次 | 48 | 0.60 | 28.80 |
 | 档案数字化 | 万页 | 25 | 1.80 | 45.00 |`),
    );
    expect(errorsIn(services)).toEqual([]);
  });

  test('每户补助 is what one gets, and counts nothing', () => {
    const readout = read(
      '2032年取暖补助测算表',
      '单位：元',
      grid(`
 | 乡镇 | 户数 | 每户补助 | 补助金额 |
 | 松坪镇 | 120 | 350 | 42000 |
 | 石岭乡 | 86 | 350 | 30100 |`),
    );
    expect(readout.amounts.map((amount) => amount.factors?.map(({ role }) => role))).toEqual([
      ['count', 'price'],
      ['count', 'price'],
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('每册印张 is no project, and 元/平方米 a price', () => {
    const printed = read(
      '2032年印刷费测算表',
      grid(`
 | 印刷品名称 | 印数（册） | 每册印张 | 单价（元/印张） | 金额（元） |
 | 年鉴 | 500 | 28 | 0.45 | 6300.00 |
 | 手册 | 6000 | 4 | 0.38 | 9120.00 |`),
    );
    expect(factors(printed)).toEqual([
      [500, 28, 0.45],
      [6000, 4, 0.38],
    ]);
    expect(printed.amounts.every(({ project }) => project === null)).toBe(true);
    const built = read(
      '校舍造价表',
      grid(`
 | 单体工程 | 建筑面积（平方米） | 单方造价（元/平方米） | 工程造价（万元） |
 | 教学楼 | 5300 | 2400 | 1272.00 |
 | 食堂 | 980 | 2000 | 196.00 |`),
    );
    expect(factors(built)).toEqual([
      [5300, 2400],
      [980, 2000],
    ]);
    expect(built.filings[0]?.money_unit).toBe('万元');
  });
});

test('期初数 over 数量 | 原值 beside 平方米: things are counted, and what they are worth is money', () => {
  const readout = read(
    '行政事业单位资产变动表',
    '金额单位：万元',
    grid(`
 | 项目 | 计量单位 | 期初数 | < | 期末数 | < |
 | ^ | ^ | 数量 | 原值 | 数量 | 原值 |
 | 合计 | — | — | 300.00 | — | 320.00 |
 | 一、房屋 | 平方米 | 2400 | 240.00 | 2400 | 240.00 |
 | 二、车辆 | 辆 | 4 | 60.00 | 5 | 80.00 |`),
  );
  expect(
    readout.amounts.map(({ measure, unit, value }) => `${value}${unit}${measure === 'count' ? ' #' : ''}`),
  ).toEqual([
    '300万元',
    '320万元',
    '2400平方米 #',
    '240万元',
    '2400平方米 #',
    '240万元',
    '4辆 #',
    '60万元',
    '5辆 #',
    '80万元',
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('自评得分 | 复核得分 | 差异 of a list of offices', () => {
  const form = (difference: string) =>
    read(
      '2031年度部门整体绩效自评复核情况表',
      grid(`
 | 单位 | 资金（万元） | 自评得分 | 复核得分 | 差异 |
 | 水务局 | 324.62 | 97.1 | 94.6 | -2.5 |
 | 林业局 | 809.68 | 94.3 | 89.3 | -5.0 |
 | 教育局 | 517.13 | 96.3 | 95.7 | -0.6 |
 | 档案馆 | 400.68 | 86.6 | 83.0 | ${difference} |`),
    );
  const readout = form('-3.6');
  expect(readout.indicators.map(({ level3, scope, score }) => `${scope} ${level3} ${score}`)).toEqual([
    '水务局 自评得分 97.1',
    '林业局 自评得分 94.3',
    '教育局 自评得分 96.3',
    '档案馆 自评得分 86.6',
  ]);
  expect(readout.indicators[0]?.other_scores).toEqual([
    { label: '复核得分', value: 94.6 },
    { label: '差异', value: -2.5 },
  ]);
  expect(errorsIn(readout)).toEqual([]);
  expect(errorsIn(form('-6.6'))).toEqual(['SCR-14']);
});

test('当月支出 | 累计支出 of months in rows', () => {
  const form = (third: string) =>
    read(
      '2031年部门支出分月执行情况表',
      '单位：万元',
      grid(`
 | 月份 | 当月支出 | 累计支出 | 上年当月 | 上年累计 |
 | 1月 | 70.25 | 70.25 | 61.00 | 61.00 |
 | 2月 | 80.50 | 150.75 | 70.00 | 131.00 |
 | 3月 | ${third} | 241.00 | 88.00 | 219.00 |
 | 4月 | 60.00 | 301.00 | 50.00 | 269.00 |`),
    );
  expect(errorsIn(form('90.25'))).toEqual([]);
  expect(errorsIn(form('93.25'))).toEqual(['SUM-05']);
});

test('增减数 of a rate is the difference of its years', () => {
  const form = (change: string) =>
    read(
      '医疗保障主要数据情况表',
      grid(`
 | 指标名称 | 计量单位 | 2030年 | 2031年 | 增减数 |
 | 参保人数 | 万人 | 32.45 | 33.10 | 0.65 |
 | 基金收入 | 亿元 | 8.62 | 9.05 | 0.43 |
 | 住院率 | % | 14.2 | 13.8 | -0.4 |
 | 投诉率 | ‰ | 0.85 | 0.62 | ${change} |`),
    );
  expect(errorsIn(form('-0.23'))).toEqual([]);
  expect(errorsIn(form('-0.53'))).toEqual(['SUM-14']);
});

describe('贷款金额 | 年利率 | 计息月数 | 应付利息', () => {
  const form = (interest: string) =>
    read(
      '2031年贷款贴息资金审核表',
      grid(`
 | 企业名称 | 贷款金额（万元） | 年利率（%） | 计息月数 | 应付利息（元） |
 | 茶业公司 | 380 | 3.45 | 12 | 131100.00 |
 | 果蔬合作社 | 500 | 3.85 | 12 | 192500.00 |
 | 养殖公司 | 260 | 4.20 | 12 | 109200.00 |
 | 木业公司 | 130 | 3.85 | 9 | ${interest} |`),
    );
  test('the time is a factor too, and the rate no quotient of the sums', () => {
    expect(factors(form('37537.50'))[3]).toEqual([130, 3.85, 9]);
    expect(errorsIn(form('37537.50'))).toEqual([]);
    expect(errorsIn(form('37837.50'))).toEqual(['UCQ-05']);
  });
});

test('what is estimated is planned, what came in until September was done', () => {
  const heads = ['测算经费', '预计支出', '估算金额', '2031年1-9月完成数', '前三季度完成数', '全年预计执行数'];
  const readout = read(
    '2032年项目支出测算表',
    '单位：万元',
    grid(`
 | 项目 | ${heads.join(' | ')} |
 | 办公费 | 1.00 | 2.00 | 3.00 | 4.00 | 5.00 | 6.00 |
 | 印刷费 | 1.00 | 2.00 | 3.00 | 4.00 | 5.00 | 6.00 |`),
  );
  expect(readout.amounts.slice(0, 6).map(({ measure, project }) => [measure, project])).toEqual([
    ['budget', null],
    ['budget', null],
    ['budget', null],
    ['executed', null],
    ['executed', null],
    ['current', null],
  ]);
});
