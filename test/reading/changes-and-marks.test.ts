import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Forms that tell twice, before and after a change, and lines that their marks rank; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const items = (readout: ReturnType<typeof read>): (string | number | null)[][] =>
  readout.amounts.map(({ item, parent, value }) => [item, parent, value]);

describe('调整前 | 调整后 side by side', () => {
  const changed = (after = '调整后'): ReturnType<typeof read> =>
    read(
      '项目支出绩效目标调整申请表（2032年度）',
      '单位：万元',
      grid(`
 | 项目名称 | 山洪灾害防治 | < | < | < | 主管部门 | 西岭县水利局 | < |
 | 调整事项 | 调整前 | < | < | ${after} | < | < | 调整原因 |
 | 项目资金 | 资金总额 | 350 | < | 资金总额 | 280 | < | 压减预算 |
 | ^ | 其中：财政拨款 | 300 | < | 其中：财政拨款 | 280 | < | ^ |
 | ^ | 其他资金 | 50 | < | 其他资金 | 0 | < | ^ |
 | 绩效目标 | 建设监测站点45个 | < | < | 建设监测站点36个 | < | < | 资金减少 |
 | 绩效指标 | 三级指标 | 指标值 | 权重 | 三级指标 | 指标值 | 权重 | |
 | ^ | 监测站点数量 | 45个 | 60 | 监测站点数量 | 36个 | 60 | |
 | ^ | 群众满意度 | ≥90% | 40 | 群众满意度 | ≥90% | 40 | |`),
    );

  test('the indicators are those after it, and what stood there before is a remark', () => {
    const readout = changed();
    expect(readout.indicators.map(({ level3, target, weight }) => [level3, target?.value, weight])).toEqual([
      ['监测站点数量', 36, 60],
      ['群众满意度', 90, 40],
    ]);
    expect(readout.indicators[0]?.remark).toBe('调整前三级指标：监测站点数量；调整前指标值：45个');
    expect(wrong(readout)).toEqual([]);
  });

  test('the funds of both have their names and parts', () => {
    const { amounts } = changed();
    expect(amounts.map(({ item, measure, value }) => [item, measure, value])).toEqual([
      ['资金总额', 'initial_budget', 350],
      ['资金总额', 'annual_budget', 280],
      ['财政拨款', 'initial_budget', 300],
      ['财政拨款', 'annual_budget', 280],
      ['其他资金', 'initial_budget', 50],
      ['其他资金', 'annual_budget', 0],
    ]);
  });

  test('the goal is the one after it', () => {
    const goals = changed().texts.map(({ label, role, text }) => [role, label, text]);
    expect(goals).toContainEqual(['goal', '绩效目标', '建设监测站点36个']);
    expect(goals).toContainEqual(['other', '绩效目标（调整前）', '建设监测站点45个']);
  });

  test('halves under other heads are both kept', () => {
    expect(changed('变动内容').indicators).toHaveLength(4);
  });
});

test('（1） below 2. is part of that line, whatever its name', () => {
  const readout = read(
    '部门整体支出绩效目标表（2032年度）',
    grid(`
 | 部门名称 | 金沙区司法局 | < | < |
 | 年度预算 | 总额（万元） | 1,956.30 | < |
 | ^ | 1.基本支出 | 1,420.30 | < |
 | ^ | （1）人员经费 | 1,260.00 | < |
 | ^ | （2）公用经费 | 160.30 | < |
 | ^ | 2.项目支出 | 536.00 | < |
 | ^ | （1）法律援助 | 336.00 | < |
 | ^ | （2）普法宣传 | 200.00 | < |
 | 重点工作任务 | 任务 | 预期成果 | 完成时限 |
 | ^ | 法律援助 | 办理法律援助案件≥800件 | 2032年12月 |
 | ^ | 社区矫正 | 社区矫正对象再犯罪率≤0.2% | 2032年12月 |
 | 绩效指标 | 指标类别 | 指标名称 | 指标值 |
 | ^ | 产出数量 | 法律援助案件办结数 | ≥800件 |
 | ^ | 满意度 | 受援人满意度 | ≥95% |`),
  );
  expect(items(readout)).toEqual([
    ['总额', null, 1956.3],
    ['基本支出', '总额', 1420.3],
    ['人员经费', '基本支出', 1260],
    ['公用经费', '基本支出', 160.3],
    ['项目支出', '总额', 536],
    ['法律援助', '项目支出', 336],
    ['普法宣传', '项目支出', 200],
  ]);
  const tasks = readout.texts.filter(({ role }) => role === 'task').map(({ text }) => text);
  expect(tasks).toEqual(['法律援助：办理法律援助案件≥800件', '社区矫正：社区矫正对象再犯罪率≤0.2%']);
});

test('words under a head that nobody knows name the rows beside a column of units; a second 其中 is of the line above it', () => {
  const readout = read(
    '2031年度行政事业单位基本情况表',
    grid(`
 | 一、编制及人员情况 | 单位 | 数量 | 二、资产情况 | 单位 | 数量 |
 | 编制人数合计 | 人 | 46 | 房屋建筑面积 | 平方米 | 2,680 |
 | 其中：行政编制 | 人 | 22 | 其中：办公用房 | 平方米 | 2,100 |
 | 事业编制 | 人 | 24 | 公务用车保有量 | 辆 | 3 |
 | 年末实有人数 | 人 | 43 | 固定资产原值 | 万元 | 865.4 |
 | 其中：在职人员 | 人 | 41 | 其中：通用设备 | 万元 | 236.8 |
 | 离休人员 | 人 | 2 | 专用设备台数 | 台 | 1 |`),
  );
  const of = new Map(readout.amounts.map(({ item, parent, unit, value }) => [item, [parent, value, unit]]));
  expect(of.get('事业编制')).toEqual(['编制人数合计', 24, '人']);
  expect(of.get('年末实有人数')).toEqual([null, 43, '人']);
  expect(of.get('在职人员')).toEqual(['年末实有人数', 41, '人']);
  expect(of.get('离休人员')).toEqual(['年末实有人数', 2, '人']);
  expect(of.get('办公用房')).toEqual(['房屋建筑面积', 2100, '平方米']);
  expect(of.get('通用设备')).toEqual(['固定资产原值', 236.8, '万元']);
  expect(wrong(readout)).toEqual([]);
});

test('heads under 绩效指标 with a value in every row are the names of indicators', () => {
  const readout = read(
    '城镇老旧小区改造绩效目标批复表',
    '金额单位：万元',
    grid(`
 | 市县 | 补助资金 | < | < | 绩效指标 | < | < |
 | ^ | 合计 | 中央 | 省级 | 改造户数（户） | 竣工率（%） | 居民满意度（%） |
 | 合计 | 7,120 | 4,984 | 2,136 | 14,240 | ≥80 | ≥90 |
 | 江城市 | 4,100 | 2,870 | 1,230 | 8,200 | ≥80 | ≥90 |
 | 海安县 | 3,020 | 2,114 | 906 | 6,040 | ≥85 | ≥90 |`),
  );
  expect(
    readout.indicators.map(({ level3, scope, target }) => [scope, level3, target?.value, target?.unit]),
  ).toEqual([
    [undefined, '改造户数', 14240, '户'],
    ['江城市', '改造户数', 8200, '户'],
    ['江城市', '竣工率', 80, '%'],
    ['江城市', '居民满意度', 90, '%'],
    ['海安县', '改造户数', 6040, '户'],
    ['海安县', '竣工率', 85, '%'],
    ['海安县', '居民满意度', 90, '%'],
  ]);
  expect(readout.amounts.filter(({ measure }) => measure === 'rate')).toEqual([]);
});

test('指标 over two columns of their own, left of 指标名称, holds both levels above the names', () => {
  const readout = read(
    '项目支出绩效自评表',
    grid(`
 | 项目名称 | 职业技能培训 | < | < | < | < | < |
 | 指标 | < | 指标名称 | 目标值 | 实际值 | 权重 | 得分 |
 | 产出 | 数量 | 培训人数 | ≥1000人 | 1050人 | 70 | 70 |
 | 效益 | 社会 | 就业率 | ≥60% | 62% | 30 | 30 |`),
  );
  expect(readout.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
    ['产出', '数量', '培训人数'],
    ['效益', '社会', '就业率'],
  ]);
});

describe('bare figures under 比上年增减', () => {
  const spent = (rate: string): ReturnType<typeof read> =>
    read(
      '2031年度“三公”经费及会议费、培训费支出表',
      '金额单位：元',
      grid(`
 | 项目 | 年初预算数 | 决算数 | 比上年增减 | 完成预算的% |
 | 一、“三公”经费合计 | 230,000 | 186,420.50 | -12,300 | ${rate} |
 | 1.公务用车运行维护费 | 150,000 | 138,200.50 | -6,800 | 92.13% |
 | 2.公务接待费 | 80,000 | 48,220 | -5,500 | 60.28% |
 | 二、培训费 | 90,000 | 87,650 | -1,200 | 97.39% |
 | 公务用车保有量（辆） | — | 4 | 0 | — |
 | 国内公务接待批次（批） | — | 62 | -5 | — |`),
    );

  test('are sums where they are too large for rates and another column prints its signs', () => {
    const readout = spent('81.05%');
    const changes = readout.amounts.filter(({ measure }) => measure === 'adjustment');
    expect(changes.map(({ unit, value }) => [value, unit])).toEqual([
      [-12300, '元'],
      [-6800, '元'],
      [-5500, '元'],
      [-1200, '元'],
      [0, '辆'],
      [-5, '批'],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('what is counted below sums of money is no part of them', () => {
    const parents = new Map(spent('81.05%').amounts.map(({ item, parent }) => [item, parent]));
    expect(parents.get('公务用车保有量（辆）')).toBeNull();
    expect(parents.get('国内公务接待批次（批）')).toBeNull();
    expect(parents.get('公务接待费')).toBe('“三公”经费合计');
  });
});

test('a list of projects with indicators in columns lacks no name, and asks a unit cost of its own project', () => {
  const readout = read(
    '2032年县级部门预算项目支出绩效目标公开表',
    '单位：万元',
    grid(`
 | 单位 | 项目 | 年度资金总额 | < | 产出指标 | < | 满意度指标 |
 | ^ | ^ | 合计 | 财政拨款 | 数量指标 | 成本指标 | ^ |
 | 县水利局 | 小型水库维护 | 120 | 120 | 维护水库≥36座 | 每座≤3.4万元 | 群众满意度≥90% |
 | 县水利局 | 农村供水 | 86.4 | 86.4 | 改造管网≥18公里 | 每公里≤4.8万元 | 用水户满意度≥92% |`),
  );
  expect(new Set(readout.indicators.map(({ scope }) => scope))).toEqual(
    new Set(['小型水库维护', '农村供水']),
  );
  expect(wrong(readout)).toEqual([]);
});
