import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Balances of funds and of final accounts; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${rule} ${severity}`);

describe('funds of social insurance', () => {
  const drawn = (left: string): ReturnType<typeof read> =>
    read(
      '2024年社会保险基金收支决算表',
      '单位：万元',
      grid(`
 | 项目 | 企业职工基本养老保险基金 | 城乡居民基本养老保险基金 |
 | 一、收入 | 5,200.00 | 860.00 |
 | 其中：1.保险费收入 | 4,100.00 | 250.00 |
 | 2.财政补贴收入 | 900.00 | 600.00 |
 | 二、支出 | 4,800.00 | 720.00 |
 | 三、本年收支结余 | 400.00 | 140.00 |
 | 四、上年结余 | 3,100.00 | 1,200.00 |
 | 五、年末滚存结余 | ${left} | 1,340.00 |`),
    );

  test('are heads of columns', () => {
    const readout = drawn('3,500.00');
    expect(readout.amounts).toHaveLength(14);
    expect(counted(readout)).toContain(
      'budget 财政补贴收入 final 2024 600 万元 fund=城乡居民基本养老保险基金 of=收入',
    );
    expect(wrong(readout)).toEqual([]);
  });
  test('balance down their columns', () => {
    const { findings } = reconcile(drawn('5,300.00'));
    const [finding] = findings.filter(({ rule }) => rule === 'SUM-09');
    expect(finding).toMatchObject({ severity: 'error', actual: 5300, expected: 3500 });
    expect(finding?.hypotheses[0]?.change).toMatchObject({ from: '5,300.00', to: '3500.00' });
  });
});

describe('final accounts whose rows carry over', () => {
  const drawn = (spent: string): ReturnType<typeof read> =>
    read(
      '政府性基金预算财政拨款收入支出决算表',
      '部门：某住建局 金额单位：万元',
      grid(`
 | 项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余 |
 | 功能分类科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ |
 | 合计 | < | 12.00 | 300.50 | 290.20 | 0.00 | 290.20 | 22.30 |
 | 212 | 城乡社区支出 | 12.00 | 280.50 | ${spent} | 0.00 | 270.20 | 22.30 |
 | 229 | 其他支出 | | 20.00 | 20.00 | 0.00 | 20.00 | |`),
    );

  test('close', () => expect(wrong(drawn('270.20'))).toEqual([]));
  test('do not close where a figure is wrong, and the figure is named', () => {
    const { findings } = reconcile(drawn('207.20'));
    const changes = findings.flatMap(({ hypotheses }) => hypotheses.slice(0, 1));
    expect(changes.map(({ change }) => [change.from, change.to])).toContainEqual(['207.20', '270.20']);
  });
});

test('both sides below each other, each with what comes in and goes out beside its total', () => {
  const readout = read(
    '2025年乡镇财政预算平衡表',
    '单位：万元',
    grid(`
 | 预算项目 | 上年执行数 | 本年预算数 |
 | 一、税收收入 | 820 | 900 |
 | 增值税 | 600 | 660 |
 | 企业所得税 | 220 | 240 |
 | 二、非税收入 | 160 | 150 |
 | 收入合计 | 980 | 1050 |
 | 三、上级补助收入 | 620 | 650 |
 | 收入总计 | 1600 | 1700 |
 | 四、一般公共服务支出 | 700 | 720 |
 | 五、农林水支出 | 560 | 600 |
 | 支出合计 | 1260 | 1320 |
 | 上解支出 | 340 | 380 |
 | 支出总计 | 1600 | 1700 |`),
  );
  expect(readout.amounts.every(({ project }) => project === null)).toBe(true);
  expect(readout.amounts.filter(({ item }) => item === '收入总计').map(({ parent }) => parent)).toEqual([
    null,
    null,
  ]);
  expect(reconcile(readout).findings).toEqual([]);
});

test('of two halves with one name on a row each has its own rate', () => {
  const drawn = (rate: string) =>
    reconcile(
      read(
        '2024年医院收入支出预算执行情况表',
        '单位：元',
        grid(`
 | 项目 | 调整预算 | 实际执行 | 执行率 | 项目 | 调整预算 | 实际执行 | 执行率 |
 | 医疗收入 | 43,500,000 | 43,120,000 | 99.13% | 医疗支出 | 45,500,000 | 45,160,000 | 99.25% |
 | 合计 | 43,500,000 | 43,120,000 | 99.13% | 合计 | 45,500,000 | 45,160,000 | ${rate} |`),
      ),
    ).findings;
  expect(drawn('99.25%')).toEqual([]);
  expect(drawn('99.52%').map(({ rule, actual }) => [rule, actual])).toEqual([['PCT-05', 99.52]]);
});

describe('合计 at the foot, and behind it 其中', () => {
  const drawn = (city: number, total: number) =>
    read(
      '2025年专项资金安排表',
      '单位：万元',
      grid(`
 | 县区 | 项目名称 | 中央资金 | 省级资金 |
 | 南岭区 | 粮库改造 | 500 | 300 |
 | 北湖县 | 粮库改造 | 350 | 200 |
 | 合计 | < | 850 | ${total} |
 | 其中：市本级 | < | ${city} | 100 |
 | 县区 | < | 650 | 400 |`),
    );
  const rules = (city: number, total: number): string[] =>
    reconcile(drawn(city, total)).findings.map(({ rule }) => rule);

  test('is some of it told once more, and no project', () => {
    const [first] = drawn(200, 500).amounts.filter(({ item }) => item === '市本级');
    expect(first).toMatchObject({ parent: '合计', project: null });
    expect(rules(200, 500)).toEqual([]);
  });
  test('stays within it', () => {
    expect(rules(2000, 500)).toEqual(['SUM-06']);
    expect(rules(200, 550)).toEqual(['SUM-01']);
  });
});

test('合计 under its sources, and below it who gives each: two lists of one sum', () => {
  const drawn = (county: string) =>
    reconcile(
      read(
        '2033年部门项目绩效目标汇总申报表',
        '金额单位：万元',
        grid(`
 | 序号 | 项目名称 | 资金来源 | < | < | 绩效目标 | 一级指标 | 三级指标 | 指标值 |
 | ^ | ^ | 小计 | 财政拨款 | 其他 | ^ | ^ | ^ | ^ |
 | 1 | 增雨 | 180.00 | 150.00 | 30.00 | 增雨20次 | 产出指标 | 作业次数 | ≥20次 |
 | 2 | 雷达 | 90.00 | 90.00 | 0.00 | 全年可用 | 产出指标 | 可用率 | ≥99% |
 | 合计 | < | 270.00 | 240.00 | 30.00 | | | | |
 | 其中：省级 | < | 100.00 | 100.00 | 0.00 | | | | |
 | 县级 | < | ${county} | 140.00 | 30.00 | | | | |`),
      ),
    ).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));
  expect(drawn('170.00')).toEqual([]);
  expect(drawn('190.00')).not.toEqual([]);
});

test('what was spent against the budget and the points for it are no money', () => {
  const readout = read(
    '2024年度项目自评得分汇总表',
    '单位：万元',
    grid(`
 | 项目名称 | 预算（万元） | 支出（万元） | 执行率 | 支出与预算比（%） | 产出得分（50） | 效益得分（30） |
 | 延时开放 | 36.00 | 35.10 | 97.50% | 97.50 | 50 | 28 |
 | 文物修复 | 58.00 | 46.40 | 80.00% | 80.00 | 46 | 27 |`),
  );
  expect(readout.amounts.map(({ item, measure, value, unit }) => [item, measure, value, unit])).toEqual([
    ['延时开放', 'current', 36, '万元'],
    ['延时开放', 'executed', 35.1, '万元'],
    ['延时开放', 'rate', 97.5, '%'],
    ['延时开放', 'rate', 97.5, '%'],
    ['文物修复', 'current', 58, '万元'],
    ['文物修复', 'executed', 46.4, '万元'],
    ['文物修复', 'rate', 80, '%'],
    ['文物修复', 'rate', 80, '%'],
  ]);
});

test('lists of what was planned and what arrived side by side, each below its own sum', () => {
  for (const planned of ['计划投资额(万元)', '计划用款额度(万元)', '某款额(万元)']) {
    const { amounts } = read(
      '服务项目绩效自评表',
      grid(`
 | ${planned} | 570 | 实际到位资金(万元) | 398.88 | 实际使用情况(万元) | 395.86 |
 | 其中:中央财政 | 0 | 其中:中央财政 | 0 | | |
 | 省财政 | 570 | 省财政 | 398.88 | | |
 | 市县财政 | 0 | 市县财政 | 0 | | |`),
    );
    const parts = amounts.filter(({ role }) => role === 'part');
    expect(parts.filter(({ parent }) => parent === '实际使用情况')).toEqual([]);
    expect(parts.filter(({ parent }) => parent === '实际到位资金').map(({ value }) => value)).toEqual([
      0, 398.88, 0,
    ]);
  }
});

describe('what an office earns below 自有资金', () => {
  const funds = (...rows: string[]) =>
    read(
      '2031年财政支出项目绩效目标申报表',
      grid(`
 | 项目资金申请(万元) | 资金总额： | 120 |
 | ^ | 财政拨款： | 100 |
 ${rows.map((row) => `| ^ | ${row} |`).join('\n ')}`),
    ).amounts.map(({ item, parent, value }) => `${item} ${value} < ${parent}`);

  test('is a part of it where the sums say so, and 其他 behind it of the total', () => {
    expect(funds('自有资金： | 15', '事业收入： | 10', '经营性收入： | 5', '其他： | 5').slice(2)).toEqual([
      '自有资金 15 < 资金总额',
      '事业收入 10 < 自有资金',
      '经营性收入 5 < 自有资金',
      '其他 5 < 资金总额',
    ]);
    expect(funds('自有资金： | 20', '事业收入： | 20').at(-1)).toBe('事业收入 20 < 自有资金');
  });

  test('stands beside it where they say that', () => {
    expect(funds('自有资金： | 15', '事业收入： | 5').at(-1)).toBe('事业收入 5 < 资金总额');
  });
});
