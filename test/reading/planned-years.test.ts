import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Plans of several years, marked sums and points that others gave; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const errors = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message.zh}`);
const planned = ({ indicators }: Readout): string[] =>
  indicators.map(
    ({ level3, target, prior, remark }) => `${level3} ${target?.raw ?? '∅'} ${prior.length} ${remark ?? '∅'}`,
  );

describe('years to come', () => {
  test('指标值 over several years: the form’s own is the target, later ones are no values before', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      '申报单位：海岬市交通运输局　　2032年度　　单位：万元',
      grid(`
 | 项目名称 | 农村公路提质 | < | 项目期限 | 3年 | < | < |
 | 资金总额 | 4500 | < | 其中：2032年 | 1500 | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | < |
 | ^ | ^ | ^ | ^ | 2032年 | 2033年 | 2034年 |
 | ^ | 产出指标 | 数量指标 | 改造里程 | 120公里 | 130公里 | 140公里 |
 | ^ | 效益指标 | 社会效益指标 | 受益村数 | 46个 | 50个 | 52个 |`),
    );
    expect(planned(readout)).toEqual([
      '改造里程 120公里 0 2033年：130公里；2034年：140公里',
      '受益村数 46个 0 2033年：50个；2034年：52个',
    ]);
    expect(counted(readout)).toEqual([
      'funding 资金总额 total_budget ∅ 4500 万元',
      'funding 2032年 current 2032 1500 万元 of=资金总额',
    ]);
    expect(errors(readout)).toEqual([]);
  });

  test.each([
    ['年度目标（2032年）', '指标值', 2032],
    ['2032年度绩效目标', '指标值', 2032],
    ['年度目标（2032年）', '2033年指标值', 2033],
    ['年度目标', '2033年指标值', 2033],
    ['年度目标', '2033年完成值', null],
    ['年度目标（2032年-2034年）', '指标值', null],
    ['年度目标', '指标值', null],
  ])(
    'the only year a form prints, in the label of its goal or its values, is its own: %s, %s',
    (goal, head, year) => {
      const readout = read(
        '项目支出绩效目标申报表',
        grid(`
 | 项目名称 | 农村公路提质 | < | < |
 | ${goal} | 改造农村公路120公里 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | ${head} |
 | 产出指标 | 数量指标 | 改造里程 | 120公里 |`),
      );
      expect(readout.filings[0]?.year).toBe(year);
      expect(readout.indicators.map(({ target }) => target?.value ?? null)).toEqual([
        head.endsWith('完成值') ? null : 120,
      ]);
    },
  );

  test('goals of two years are those of a plan, and say no year of the form', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      grid(`
 | 项目名称 | 农村公路提质 | < | < |
 | 绩效目标 | 年度目标（2032年） | 改造120公里 | < |
 | ^ | 年度目标（2033年） | 改造130公里 | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造里程 | 120公里 |`),
    );
    expect(readout.filings[0]?.year).toBeNull();
  });

  test('a form that prints no year is of the first that it plans for, and its rows of years go on below', () => {
    const readout = read(
      '财政专项资金绩效目标申报表',
      grid(`
 | 专项资金名称 | 数字乡村试点 | < | < | < | < |
 | 申报部门 | 海岬市农业农村局 | < | < | 资金规模（万元） | 1500 |
 | 分年度资金安排 | 2032年 | 500 | 2033年 | 480 | < |
 | ^ | 2034年 | 520 | 合计 | 1500 | < |
 | 绩效指标 | 指标内容 | 2032年 | 2033年 | 2034年 | 备注 |
 | 数量 | 建成试点镇个数 | 2个 | 3个 | 1个 | |
 | 质量 | 平台运行达标率 | ≥95% | ≥96% | ≥97% | |`),
    );
    expect(readout.filings[0]?.year).toBe(2032);
    expect(planned(readout)[0]).toBe('建成试点镇个数 2个 0 2033年：3个；2034年：1个');
    expect(counted(readout).slice(1, 4)).toEqual([
      'funding 2032年 current 2032 500 万元 of=资金规模',
      'funding 2033年 current 2033 480 万元 of=资金规模',
      'funding 2034年 current 2034 520 万元 of=资金规模',
    ]);
    expect(errors(readout)).toEqual([]);
  });

  test('指标类型 | 指标 | 2032年 | 2033年 holds indicators; without the kinds it is a table of figures', () => {
    const rows = (kinds: boolean): string => `
 | ${kinds ? '指标类型' : '分组'} | 指标 | 2032年 | 2033年 | 2034年 | 三年合计 |
 | 产出 | 惠及企业数（户） | 2600 | 2800 | 3000 | 8400 |
 | 效果 | 稳定岗位数（个） | 52000 | 55000 | 58000 | — |`;
    const named = `
 | 政策名称 | 稳岗返还补贴 | < | < | 政策期限 | 3年（2032-2034） |
 | 资金需求总额 | 9600万元 | < | < | 其中：2032年 | 3200万元 |`;
    const readout = read('政策绩效目标申报表', grid(named + rows(true)));
    expect(planned(readout)[0]).toBe('惠及企业数（户） 2600 0 2033年：2800；2034年：3000；三年合计：8400');
    expect(readout.filings[0]?.year).toBe(2032);
    expect(counted(readout)[0]).toBe('funding 资金需求总额 total_budget ∅ 9600 万元');
    expect(read('政策基础数据表', grid(rows(false))).indicators).toEqual([]);
  });
});

test('目标内容 | 2032年 | 2033年 over names and values is a list of indicators', () => {
  const goals = (value: string): Readout =>
    read(
      '专项资金绩效目标申报表',
      grid(`
 | 专项名称 | 中小企业发展专项 | < |
 | 目标内容 | 2032年 | 2033年 |
 | 支持企业户数 | ${value} | 85户 |
 | 新增就业 | 600人 | 650人 |
 | 企业满意度 | ≥90% | ≥92% |`),
    );
  expect(planned(goals('80户'))).toEqual([
    '支持企业户数 80户 0 2033年：85户',
    '新增就业 600人 0 2033年：650人',
    '企业满意度 ≥90% 0 2033年：≥92%',
  ]);
  expect(goals('持续推进').indicators).toEqual([]);
});

describe('marked sums over lines without marks', () => {
  const table = (income: string): Readout =>
    read(
      '预算收支执行情况表',
      '编报单位：海岬区文化馆 2031年1-12月　单位：元',
      grid(`
 | 科目 | 年初预算 | 调整预算 | 本年累计数 | 上年同期累计 |
 | 一、收入合计 | 5200000 | 5480000 | 5480000 | 5010000 |
 | 财政拨款 | 4800000 | 5080000 | ${income} | 4630000 |
 | 事业收入 | 400000 | 400000 | 400000 | 380000 |
 | 二、支出合计 | 5200000 | 5480000 | 5371500 | 4985000 |
 | 工资福利支出 | 2900000 | 2960000 | 2958000 | 2810000 |
 | 商品和服务支出 | 2300000 | 2520000 | 2413500 | 2175000 |`),
    );

  test('the lines are parts of the sum above them, and what was carried over explains the rest', () => {
    const readout = table('5080000');
    expect(told(readout)).toEqual([]);
    expect(counted(readout).filter((each) => / initial_budget /.test(each))).toEqual([
      'budget 收入合计 initial_budget 2031 5200000 元',
      'budget 财政拨款 initial_budget 2031 4800000 元 of=收入合计',
      'budget 事业收入 initial_budget 2031 400000 元 of=收入合计',
      'budget 支出合计 initial_budget 2031 5200000 元',
      'budget 工资福利支出 initial_budget 2031 2900000 元 of=支出合计',
      'budget 商品和服务支出 initial_budget 2031 2300000 元 of=支出合计',
    ]);
    expect(readout.filings[0]?.organisation).toBe('海岬区文化馆');
    expect(reconcile(readout).findings.filter(({ rule }) => /^SUM/.test(rule))).toEqual([]);
  });

  test('a part that is off is told', () => {
    expect(errors(table('5070000'))).toHaveLength(1);
  });
});

describe('columns of money that say more', () => {
  test('预算 | 目标 under each year: the goals are no names of the sums behind them', () => {
    const readout = read(
      '项目支出滚动预算绩效目标表',
      '单位：万元',
      grid(`
 | 项目 | 2031年 | < | 2032年 | < | 合计 |
 | ^ | 预算 | 目标 | 预算 | 目标 | ^ |
 | 中小河流治理 | 620 | 治理6公里 | 680 | 治理7公里 | 1300 |
 | 水库除险加固 | 300 | 加固3座 | 360 | 加固4座 | 660 |
 | 合计 | 920 | | 1040 | | 1960 |`),
    );
    expect([...new Set(readout.amounts.map(({ item }) => item))]).toEqual([
      '中小河流治理',
      '水库除险加固',
      '合计',
    ]);
    expect(errors(readout)).toEqual([]);
  });

  test('年初数 beside 年末数 is no first budget', () => {
    const measures = (last: string): (string | null)[] =>
      read(
        '部门基础数据表',
        '单位：万元',
        grid(`
 | 资产情况 | 年初数 | 本年增加 | 本年减少 | ${last} |
 | 资产总额 | 2156.8 | 320.5 | 86.2 | 2391.1 |`),
      ).amounts.map(({ measure }) => measure);
    expect(measures('年末数')[0]).toBe('budget');
    expect(measures('全年执行数')[0]).toBe('initial_budget');
  });

  test('收入合计 and 支出合计 of a social insurance need not be alike', () => {
    const sums = (title: string): string[] =>
      reconcile(
        read(
          title,
          '单位：万元',
          grid(`
 | 收入 | 预算数 | 支出 | 预算数 |
 | 个人缴费收入 | 26800 | 基本待遇支出 | 78600 |
 | 财政补贴收入 | 52600 | 大病保险支出 | 3900 |
 | 收入合计 | 79400 | 支出合计 | 82500 |`),
        ),
      ).findings.flatMap(({ rule }) => (/^SUM/.test(rule) ? [rule] : []));
    expect(sums('2031年城乡居民基本医疗保险基金预算表')).toEqual([]);
    expect(sums('2031年部门预算收支表')).toEqual(['SUM-09']);
  });
});

describe('points given by others', () => {
  const form = (head: string): Readout =>
    read(
      '2031年度部门整体支出绩效评价表',
      head,
      grid(`
 | 评价内容 | 评价指标 | 标准分 | 评分办法 | 自评得分 | 复核得分 |
 | 预算执行 | 预算完成率 | 40 | 完成率×40 | 39 | 38 |
 | 职责履行 | 义务教育巩固率 | 60 | ≥99%得满分 | 60 | 58 |
 | 合计 | < | 100 | | 99 | 96 |`),
    );

  test('评价得分 over the form is what the reviewers gave; the sum of the own scores stands below them', () => {
    const readout = form('评价得分：96分　评价等级：优');
    expect(readout.filings[0]?.total_score).toBe(99);
    expect(errors(readout)).toEqual([]);
  });

  test('自评得分 over the form is the sum of the own scores', () => {
    expect(form('自评得分：97分').filings[0]?.total_score).toBe(97);
  });
});

describe('values in pairs of columns', () => {
  test('计划 and 完成 over 数值 | 单位: the second is what was reached', () => {
    const readout = read(
      '项目支出绩效自评打分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 计划 | < | 完成 | < | 权重 | 得分 |
 | ^ | ^ | ^ | 数值 | 单位 | 数值 | 单位 | ^ | ^ |
 | 产出 | 数量 | 购置课桌椅 | 3200 | 套 | 3360 | 套 | 60 | 60 |
 | 效益 | 社会效益 | 大班额比例 | ≤2 | % | 1.6 | % | 40 | 40 |`),
    );
    expect(
      readout.indicators.map(({ actual, target }) => [
        target?.value,
        target?.unit,
        actual?.value,
        actual?.unit,
      ]),
    ).toEqual([
      [3200, '套', 3360, '套'],
      [2, '%', 1.6, '%'],
    ]);
  });

  test('指标1 | 指标值1 | 指标2 | 指标值2: each value is of the name before it, and none is money', () => {
    const readout = read(
      '2032年县级预算重点项目绩效目标表',
      grid(`
 | 项目名称 | 预算数（万元） | 指标1 | 指标值1 | 指标2 | 指标值2 |
 | 城区供水管网改造 | 1260 | 改造长度 | ≥18公里 | 漏损率 | ≤9% |
 | 中心敬老院扩建 | 860 | 新增床位 | ≥120张 | 工程合格率 | 100% |
 | 合计 | 2120 | | | | |`),
    );
    expect(counted(readout)).toHaveLength(3);
    expect(readout.indicators.map(({ level3, scope, target }) => [scope, level3, target?.raw])).toEqual([
      ['城区供水管网改造', '改造长度', '≥18公里'],
      ['城区供水管网改造', '漏损率', '≤9%'],
      ['中心敬老院扩建', '新增床位', '≥120张'],
      ['中心敬老院扩建', '工程合格率', '100%'],
    ]);
  });
});
