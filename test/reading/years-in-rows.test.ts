import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Years that name rows or heads, and what the figures beside them are; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const said = (readout: Readout, rules: RegExp): string[] =>
  reconcile(readout)
    .findings.filter(({ rule }) => rules.test(rule))
    .map(({ rule, message }) => `${rule} ${message.zh}`);

describe('rows of years', () => {
  const costs = (total: string): Readout =>
    read(
      '2032年财政支出项目成本效益分析表',
      '单位：万元',
      grid(`
 | 年份 | 财政投入 | 运营成本 | < | 服务人次（万人次） |
 | ^ | ^ | 人工 | 维护 | ^ |
 | 2030年 | 640.00 | 360.00 | 280.00 | 410.00 |
 | 2031年 | 680.00 | 380.00 | 300.00 | 425.00 |
 | 2032年 | 720.00 | 400.00 | 320.00 | 500.00 |
 | 合计 | 2040.00 | ${total} | 900.00 | 1335.00 |`),
    );

  test('the heads name the figures, counts too, and each row says its year', () => {
    expect(counted(costs('1140.00')).slice(0, 4)).toEqual([
      'budget 财政投入 budget 2030 640 万元',
      'budget 人工 budget 2030 360 万元 of=运营成本',
      'budget 维护 budget 2030 280 万元 of=运营成本',
      'budget 服务人次 count 2030 410 万人次',
    ]);
    expect(counted(costs('1140.00')).at(-1)).toBe('budget 维护 total_budget ∅ 900 万元 of=运营成本');
  });

  test('the total below adds up the years above', () => {
    expect(said(costs('1140.00'), /SUM/)).toEqual([]);
    expect(said(costs('1240.00'), /SUM/)).toEqual([
      'SUM-05 “人工”的合计应等于各年之和：1240 ≠ 360 + 380 + 400 = 1140，相差 100万元（允许误差 ±0.02）',
    ]);
  });

  test('a bare 合计 beside nothing but years is theirs where half of the rows say so', () => {
    const plan = (head: string, own: string) =>
      read(
        '项目分年度资金安排表',
        '单位：万元',
        grid(`
 | 年度 | 2031年 | 2032年 | 2033年 | ${head} |
 | 财政拨款 | 30 | 40 | 40 | 110 |
 | 自筹资金 | 20 | 20 | 20 | ${own} |`),
      );
    expect(said(plan('合计', '60'), /SUM/)).toEqual([]);
    expect(said(plan('合计', '70'), /SUM/)).toEqual([
      'SUM-05 “自筹资金”一行的合计应等于各年之和：70 ≠ 20 + 20 + 20 = 60，相差 10万元（允许误差 ±2）',
    ]);
    // What was put in before, or is to come, has no column.
    expect(said(plan('总投资', '70'), /SUM/)).toEqual([]);
  });

  test('beside stages of the budget a year names its row and is its year', () => {
    const readout = read(
      '近三年预算执行情况表',
      '单位：万元',
      grid(`
 | 年度 | 预算数 | 执行数 | 执行率 |
 | 2030年 | 380.00 | 372.40 | 98.00% |
 | 2031年 | 400.00 | 400.00 | 100.00% |`),
    );
    expect(counted(readout).slice(0, 3)).toEqual([
      'budget 2030年 budget 2030 380 万元',
      'budget 2030年 executed 2030 372.4 万元',
      'budget 2030年 rate 2030 98 %',
    ]);
  });
});

test('资金总额 | 2031年 | 2032年: the years are of the whole beside them', () => {
  const readout = read(
    '2032年专项资金绩效目标表',
    grid(`
 | 资金总额（万元） | 2031年 | 2032年 |
 | 12000 | 5500 | 6500 |
 | 一级指标 | 三级指标 | 指标值 |
 | 产出 | 选育新品种数量 | 14个 |`),
  );
  expect(counted(readout)).toEqual([
    'funding 资金总额 total_budget ∅ 12000 万元',
    'funding 资金总额 current 2031 5500 万元',
    'funding 资金总额 current 2032 6500 万元',
  ]);
});

describe('a row of sources, what was spent and its rate', () => {
  const spent = (rate: string): Readout =>
    read(
      '2031年度专项资金绩效自评表',
      grid(`
 | 资金名称 | 数字乡村专项 | < | < | < | < | < | < |
 | 资金安排（万元） | 中央 | 省 | 市 | 县 | 合计 | 实际支出 | 支出进度 |
 | ^ | 300 | 200 | 100 | 60 | 660 | 633.6 | ${rate} |
 | 指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 年度目标值 | 实际完成值 | 分值 | 自评得分 |
 | ^ | 产出（50分） | 数量 | 示范点数 | 22个 | 22个 | 50 | 50 |
 | ^ | 效益（50分） | 社会 | 线上办理率 | ≥70% | 72% | 50 | 50 |
 | 合计 | < | < | < | < | < | 100 | 100 |`),
    );

  test('the rate is held against what adds up the sources', () => {
    expect(said(spent('96%'), /PCT/)).toEqual([]);
    expect(said(spent('99%'), /PCT/)).toMatchObject([
      expect.stringContaining('633.6 ÷ 660 × 100 = 96% ≠ 99%'),
    ]);
  });

  test('of several sources that nothing adds up none is taken', () => {
    const readout = read(
      '2031年度专项资金绩效自评表',
      grid(`
 | 资金安排（万元） | 中央 | 省 | 实际支出 | 支出进度 |
 | ^ | 300 | 200 | 480 | 96% |
 | 一级指标 | 三级指标 | 年度目标值 | 实际完成值 | 得分 |
 | 产出 | 示范点数 | 22个 | 22个 | 50 |`),
    );
    expect(said(readout, /PCT/)).toEqual([]);
  });

  test('指标完成情况 down beside the rows is no head of values', () => {
    expect(told(spent('96%'))).toEqual([
      'evaluation 产出/数量/示范点数 =22个 50',
      'evaluation 效益/社会/线上办理率 >=70% 50',
    ]);
  });
});

test('sources below a project that has one year are of that year, though its sum stands left', () => {
  const readout = read(
    '项目支出绩效目标申报表（2032年）',
    '单位：万元',
    grid(`
 | 项目资金 | 项目总金额 | 186 | 本年度资金 | 186 |
 | ^ | 财政拨款 | 150 | 事业收入 | 36 |`),
  );
  expect(counted(readout).slice(2)).toEqual([
    'funding 财政拨款 current 2032 150 万元 of=本年度资金',
    'funding 事业收入 current 2032 36 万元 of=本年度资金',
  ]);
  expect(said(readout, /SUM/)).toEqual([]);
});

test('1.1 ranks below 1, whatever the sums say, and heads of an allocation lose 其中：', () => {
  const readout = read(
    '2032年移民后期扶持资金分配表',
    '单位：万元',
    grid(`
 | 序号 | 市县 | 应下达资金 | 已提前下达 | 本次下达 | 其中：直补资金 | 移民人数（人） |
 | 1 | 平川市 | 2760 | 1930 | 830 | 240 | 13800 |
 | 1.1 | 平川市本级 | 860 | 600 | 260 | 60 | 4300 |
 | 1.2 | 河口县 | 1900 | 1330 | 580 | 180 | 9500 |
 | 2 | 南川市 | 740 | 520 | 220 | 70 | 3700 |
 | 2.1 | 南川市本级 | 740 | 520 | 220 | 70 | 3700 |
 | 合计 | < | 3500 | 2450 | 1050 | 310 | 17500 |`),
  );
  const of = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
  expect([...of]).toEqual([
    ['平川市', '合计'],
    ['平川市本级', '平川市'],
    ['河口县', '平川市'],
    ['南川市', '合计'],
    ['南川市本级', '南川市'],
    ['合计', null],
  ]);
  expect([...new Set(readout.amounts.map(({ project }) => project))]).toEqual([null, '直补资金']);
});

describe('rows of stages and columns of worth', () => {
  const funds = (total: string): Readout =>
    read(
      '2031年度专项债券项目资金绩效自评表',
      grid(`
 | 资金情况（万元） | 指标 | 债券资金 | 财政预算资金 | 合计 |
 | ^ | 计划数 | 25000 | 8000 | 33000 |
 | ^ | 到位数 | 25000 | 7600 | 32600 |
 | ^ | 支出数 | 24250 | 7600 | ${total} |
 | 一级指标 | 三级指标 | 目标值 | 完成值 |
 | 产出 | 管廊长度 | 12.6公里 | 12.6公里 |`),
    );

  test('到位数 names a stage too, and 财政预算资金 is a source beside it', () => {
    expect(counted(funds('31850')).slice(3)).toEqual([
      'funding 债券资金 arrived 2031 25000 万元',
      'funding 财政预算资金 arrived 2031 7600 万元',
      'funding 合计 arrived 2031 32600 万元',
      'funding 债券资金 executed 2031 24250 万元',
      'funding 财政预算资金 executed 2031 7600 万元',
      'funding 合计 executed 2031 31850 万元',
    ]);
    expect(said(funds('31850'), /SUM/)).toEqual([]);
    expect(said(funds('31580'), /SUM/)).toHaveLength(1);
  });

  test('房屋（平方米） before 账面原值 | 累计折旧 is worth money, and shares are added up as they were rounded', () => {
    const assets = (net: string): Readout =>
      read(
        '国有资产占有使用情况表（2031年）',
        '单位：万元',
        grid(`
 | 资产类别 | 数量 | 账面原值 | 累计折旧 | 账面净值 | 占比 |
 | 房屋（平方米） | 28600 | 6864.60 | 1716.00 | 5148.60 | 57.21% |
 | 车辆（辆） | 16 | 384.00 | 230.40 | 153.60 | 1.71% |
 | 设备（台/套） | 1900 | 6499.40 | 2801.60 | 3697.80 | 41.09% |
 | 合计 | — | 13748.00 | 4748.00 | ${net} | 100.01% |`),
      );
    expect(counted(assets('9000.00')).slice(3, 6)).toEqual([
      'budget 车辆（辆） budget 2031 384 万元 of=合计',
      'budget 车辆（辆） budget 2031 230.4 万元 of=合计',
      'budget 车辆（辆） budget 2031 153.6 万元 share=1.71 of=合计',
    ]);
    expect(said(assets('9000.00'), /./)).toEqual([]);
    expect(said(assets('9100.00'), /SUM/)).toHaveLength(1);
  });

  test('计量单位 | 成本定额 are heads, and nobody is called 成本定额', () => {
    const { filings } = read(
      '单位成本绩效目标表（2032年）',
      grid(`
 | 成本指标 | 计量单位 | 成本定额 | 行业标准 |
 | 机械清扫 | 元/万平方米 | 85 | 90 |`),
    );
    expect(filings[0]?.organisation ?? null).toBeNull();
  });
});

describe('a list that counts people beside its money', () => {
  const funds = (count: string, total: string): Readout =>
    read(
      '社会保险基金2032年预算绩效目标表',
      '单位：万元',
      grid(`
 | 险种名称 | ${count} | 基金收入 | < | < |
 | ^ | ^ | 小计 | 保费收入 | 财政补助 |
 | 企业养老 | 126000 | 98600 | 76400 | 22200 |
 | 居民医保 | 684000 | 61560 | 27360 | 34200 |
 | 合计 | — | ${total} | 103760 | 56400 |
 | 绩效指标 | 指标名称 | 指标值 | < | < |
 | 产出指标 | 参保扩面完成率 | ≥98% | < | < |`),
    );

  test('each column is added up by itself', () => {
    for (const count of ['参保人数', '备注']) {
      expect(said(funds(count, '160160'), /SUM/)).toEqual([]);
      expect(said(funds(count, '160610'), /SUM-04/)).toMatchObject([
        expect.stringContaining('160610 ≠ 98600 + 61560 = 160160'),
      ]);
    }
  });

  test('its rows are parts of its total', () => {
    expect(counted(funds('参保人数', '160160'))).toContain(
      'projects 企业养老 current 2032 98600 万元 of=合计',
    );
  });
});

test('a name and its figures merged down over two tasks are one row', () => {
  const funds = (total: string): Readout =>
    read(
      '2031年专项资金使用情况表',
      '单位：万元',
      grid(`
 | 县区 | 下达资金 | 支出资金 | 任务名称 | 完成率 |
 | 盘龙溪区 | 260 | 247 | 改造管网 | 100% |
 | ^ | ^ | ^ | 新建泵站 | 100% |
 | 云台岭县 | 340 | 306 | 改造管网 | 87.5% |
 | ^ | ^ | ^ | 新建泵站 | 100% |
 | 合计 | ${total} | 553 | 改造管网 | 92% |
 | ^ | ^ | ^ | 新建泵站 | 100% |`),
    );
  expect(funds('600').amounts.find(({ item }) => item === '合计')?.parent).toBeNull();
  expect(said(funds('600'), /SUM/)).toEqual([]);
  expect(said(funds('610'), /SUM/)).toMatchObject([expect.stringContaining('610 ≠ 260 + 340 = 600')]);
});

test('节约 is left of a budget, and 超支 no stage of it', () => {
  const readout = read(
    '2032年项目支出预算执行情况表',
    '单位：万元',
    grid(`
 | 项目名称 | 预算数 | 执行数 | 节约 | 超支 |
 | 物业管理 | 120.00 | 114.00 | 6.00 | |
 | 会议培训 | 30.00 | 31.20 | | 1.20 |
 | 合计 | 150.00 | 145.20 | 6.00 | 1.20 |`),
  );
  expect(readout.amounts.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
    'budget 120',
    'executed 114',
    'balance 6',
    'budget 30',
    'executed 31.2',
    'budget 150',
    'executed 145.2',
    'balance 6',
  ]);
  expect(said(readout, /./)).toEqual([]);
});

test('政策目标 ends the table of money above it, and 项目法人 is who carries the project out', () => {
  const readout = read(
    '绩效目标申报表（2032年度）',
    grid(`
 | 政策名称 | 就业见习补贴 | < | 项目法人 | 琅琊岛县人社局 |
 | 资金需求（万元） | 三年合计 | 2031年 | 2032年 | 2033年 |
 | 财政拨款 | 900 | 280 | 300 | 320 |
 | 合计 | 900 | 280 | 300 | 320 |
 | 政策目标 | 三年支持见习岗位2400个，留用率不低于50% | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 三年目标值 | 2032年目标值 |
 | 产出指标 | 数量指标 | 见习岗位数 | 2400个 | 800个 |`),
  );
  expect(readout.filings[0]?.organisation).toBe('琅琊岛县人社局');
  expect(readout.amounts).toHaveLength(8);
  expect(readout.texts.map(({ text }) => text)).toContain('三年支持见习岗位2400个，留用率不低于50%');
});
