import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read, told } from './drawing.ts';

/** Rows that number the columns, and what the row of a total says of them all; every name and figure is invented. */
describe('rows that number the columns', () => {
  test.each([
    ['**', '1=2+3+6', '2', '3=4+5', '4', '5', '6'],
    ['栏次', 'A', 'B', 'C=D+E', 'D', 'E', 'F'],
    ['甲', '(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
  ])('%s | %s is no answer to the heads above, and no figure', (name, ...numbers) => {
    const readout = read(
      '一般公共预算“三公”经费支出预算表',
      grid(`
 | 单位编码 | 单位名称 | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 |
 | ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ |
 | ${name} | ${name} | ${numbers.join(' | ')} |
 | | 合计 | 486.00 | 0.00 | 412.00 | 180.00 | 232.00 | 74.00 |
 | 205001 | 望江县交通运输局（本级） | 346.00 | 0.00 | 282.00 | 180.00 | 102.00 | 64.00 |
 | 205002 | 望江县公路管理站 | 140.00 | 0.00 | 130.00 | 0.00 | 130.00 | 10.00 |`),
    );
    expect(readout.filings[0]?.organisation).not.toBe('“三公”经费合计');
    expect(readout.amounts).toHaveLength(18);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('栏次 in the column of names numbers the columns too, two numbers in one cell among them', () => {
  const readout = read(
    '2031年支出预算总表',
    '单位：万元',
    grid(`
 | 科目编码 | 科目名称 | 总计 | 小计 | 一般公共预算 | 政府性基金 | 单位资金 |
 | | 栏次 | 1 2 | | 3 | 4 | 5 |
 | | 合计 | 200 | 150 | 100 | 50 | 50 |
 | 213 | 农林水支出 | 200 | 150 | 100 | 50 | 50 |`),
  );
  expect(readout.amounts.map(({ item }) => item)).not.toContain('栏次');
  expect(readout.amounts).toHaveLength(10);
  expect(reconcile(readout).findings).toEqual([]);
});

describe('points beside a list', () => {
  const evaluation = (road: string, total: string) =>
    read(
      '2031年度部门整体支出绩效自评表',
      grid(`
 | 年度主要任务 | 任务名称 | 主要内容 | 预算数 | 执行数 | 执行率 | 分值 | 得分 |
 | ^ | 道路养护 | 日常养护 | 820.50 | 804.09 | 98.00% | ${road} |
 | ^ | 桥梁检测 | 定期检测 | 1,240.00 | 1,240.00 | 100.00% | — | — |
 | ^ | 金额合计 | < | 2,060.50 | 2,044.09 | 99.20% | ${total} |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 养护里程 | ≥80公里 | 86公里 | 50 | 50 |
 | ^ | 效益指标 | 社会效益指标 | 平安出行 | 有效保障 | 有效保障 | 40 | 36 |
 | 总分 | < | < | < | < | < | 100 | 95.92 |`),
    );

  test('where the total alone has them they are those of the execution', () => {
    const readout = evaluation('— | —', '10 | 9.92');
    const form = { execution_weight: 10, execution_score: 9.92, execution_rate: 99.2, total_score: 95.92 };
    expect(readout.filings[0]).toMatchObject(form);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('where a task has its own they are of the tasks', () => {
    const { filings } = evaluation('10 | 9.8', '20 | 19.8');
    expect(filings[0]).toMatchObject({ execution_weight: null, execution_score: null });
  });
});

test('绩效目标 over columns of levels is no level itself', () => {
  const readout = read(
    '政府购买服务项目绩效目标及预算明细表',
    grid(`
 | 序号 | 项目名称 | 服务内容 | 金额（万元） | 绩效目标 | < |
 | ^ | ^ | ^ | ^ | 数量指标 | 满意度指标 |
 | 1 | 居家养老上门服务 | 助餐 | 102.00 | 服务老人≥2000人 | ≥90% |
 | 2 | 困境儿童关爱 | 入户走访 | 36.00 | 服务儿童≥160人 | ≥92% |`),
  );
  expect(told(readout).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    '∅/数量指标/服务老人 >=2000人',
    '满意度指标/∅/满意度指标 >=90%',
    '∅/数量指标/服务儿童 >=160人',
    '满意度指标/∅/满意度指标 >=92%',
  ]);
});

test('任务量（个） over 计划 | 完成 counts tasks, and 支出资金 is what was spent', () => {
  const readout = read(
    '2033年度市级财政专项资金绩效自评表',
    grid(`
 | 序号 | 县（市、区） | 下达资金（万元） | 支出资金（万元） | 支出进度 | 任务量（个） | < | 完成率 |
 | ^ | ^ | ^ | ^ | ^ | 计划 | 完成 | ^ |
 | 1 | 东城区 | 1,200.00 | 1,140.00 | 95.0% | 4 | 4 | 100% |
 | 2 | 南山县 | 600.00 | 480.00 | 80.0% | 3 | 2 | 66.7% |
 | 合计 | | 1,800.00 | 1,620.00 | 90.0% | 7 | 6 | 85.7% |`),
  );
  expect(readout.indicators).toEqual([]);
  expect(readout.amounts.slice(0, 6).map(({ measure, value, unit }) => [measure, value, unit])).toEqual([
    ['current', 1200, '万元'],
    ['executed', 1140, '万元'],
    ['rate', 95, '%'],
    ['count', 4, '个'],
    ['count', 4, '个'],
    ['rate', 100, '%'],
  ]);
});

test('a budget parted by its sources and by its uses is two sums', () => {
  const budget = (fund: string) =>
    reconcile(
      read(
        '部门整体绩效目标表',
        '（2034年） 单位：万元',
        grid(`
 | 部门名称 | < | 兰溪岭区城市管理局 | < | < | < |
 | 年度部门预算 | 总额 | 8,640.00 | < | < | < |
 | ^ | 1.按资金来源 | 一般公共预算 | 8,140.00 | 政府性基金 | ${fund} |
 | ^ | 2.按支出结构 | 基本支出 | 3,240.00 | 项目支出 | 5,400.00 |`),
      ),
    ).findings.filter(({ severity }) => severity === 'error');
  expect(budget('500.00')).toEqual([]);
  expect(budget('600.00')).toMatchObject([{ rule: 'SUM-01', expected: 8740, actual: 8640 }]);
});

test('资金名称 over funds is no list of projects', () => {
  const readout = read(
    '项目支出绩效自评表（2032年度）',
    grid(`
 | 项目名称 | 图书馆免费开放补助 | < | < | < | < | < | < |
 | 项目资金（万元） | 资金名称 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | ^ | 年度资金总额 | 260.00 | 280.00 | 266.00 | 10 | 95.00% | 9.5 |
 | ^ | 其中：当年财政拨款 | 240.00 | 260.00 | 246.00 | — | 94.62% | — |
 | ^ | 上年结转资金 | 20.00 | 20.00 | 20.00 | — | 100.00% | — |`),
  );
  expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.5 });
  expect(new Set(readout.amounts.map(({ section }) => section))).toEqual(new Set(['funding']));
  expect(readout.indicators).toEqual([]);
});

test('what was saved is below zero, and a label without a field ends the one before it', () => {
  const readout = read(
    '2031年度项目支出情况表',
    '项目名称：农村饮水安全巩固提升 评价机构：正信会计师事务所 填报日期：2032年3月1日',
    grid(`
 | 序号 | 支出内容 | 预算金额（元） | 实际支出（元） | 超支（+）/节约（-） |
 | 1 | 管网铺设 | 2,400.00 | 2,352.00 | -48.00 |
 | 2 | 净水设备 | 500.00 | 460.00 | -40.00 |
 | 合计 | | 2,900.00 | 2,812.00 | -88.00 |`),
  );
  expect(readout.filings[0]).toMatchObject({ project: '农村饮水安全巩固提升', filed_on: '2032-03-01' });
  expect(readout.amounts.map(({ measure }) => measure)).not.toContain('adjustment');
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a label that no list knows ends the name of an office before it', () => {
  const { filings } = read(
    '2031年政府购买服务项目绩效评价打分表',
    '购买主体：东河区民政局 承接主体：东河区慈爱社会工作服务中心',
    grid(`
 | 项目名称 | 困境儿童关爱保护服务 | < | < |
 | 评价指标 | 目标值 | 满分 | 得分 |
 | 入户走访人次 | 960人次 | 60 | 60 |
 | 开展小组活动 | 24场 | 40 | 38 |`),
  );
  expect(filings[0]?.organisation).toBe('东河区民政局');
});

test('a third level names the indicator where its fourth is empty', () => {
  const readout = read(
    '项目支出绩效评价指标体系',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 四级指标 | 标准分 | 评分标准 | 得分 |
 | 决策 | 项目立项 | 立项依据充分性 | — | 40 | 符合国家政策得40分，否则0分 | 40 |
 | 产出 | 产出数量 | 道路长度 | 主干道 | 30 | 完成率×30 | 30 |
 | ^ | ^ | ^ | 支路 | 30 | 完成率×30 | 27 |
 | 合计 | < | < | < | 100 | | 97 |`),
  );
  expect(readout.indicators.map(({ level3, description }) => [level3, description])).toEqual([
    ['立项依据充分性', null],
    ['主干道', '道路长度'],
    ['支路', '道路长度'],
  ]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('上级补助收入 below 本年收入合计 is a line beside it, and has no parts', () => {
  const readout = read(
    '政府性基金预算收支决算表',
    '编制单位：芦溪岭市财政局 2031年度 金额单位：万元',
    grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 决算数 | 项目 | 决算数 |
 | 一、国有土地使用权出让收入 | 38,640 | 一、城乡社区支出 | 34,310 |
 | 二、污水处理费收入 | 1,710 | 二、农林水支出 | 1,140 |
 | 本年收入合计 | 40,350 | 本年支出合计 | 35,450 |
 | 上级补助收入 | 620 | 上解上级支出 | 0 |
 | 上年结余 | 1,500 | 调出资金 | 4,000 |
 | 地方政府专项债务收入 | 8,000 | 年终结余 | 11,020 |
 | 收入总计 | 50,470 | 支出总计 | 50,470 |`),
  );
  const whole = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
  expect(whole.get('上年结余')).toBe('收入总计');
  expect(whole.get('地方政府专项债务收入')).toBe('收入总计');
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('columns that are no sums of the row', () => {
  test('a price and a rate of what was saved', () => {
    const readout = read(
      '2031年度政府采购情况及绩效表',
      '编报单位：岚岭县卫生健康局 单位：元',
      grid(`
 | 采购项目名称 | 数量 | 单位 | 预算单价 | 预算金额 | 节约额 | 节约率 |
 | 彩色超声诊断仪 | 2 | 台 | 980,000.00 | 1,960,000.00 | 148,000.00 | 7.55% |
 | 救护车 | 3 | 辆 | 360,000.00 | 1,080,000.00 | 36,000.00 | 3.33% |
 | 合计 | | | — | 3,040,000.00 | 184,000.00 | 6.05% |`),
    );
    expect(readout.filings[0]).toMatchObject({ organisation: '岚岭县卫生健康局', execution_rate: null });
    expect(readout.amounts.slice(0, 3).map(({ measure, value }) => [measure, value])).toEqual([
      ['budget', 1960000],
      ['balance', 148000],
      ['rate', 7.55],
    ]);
  });

  test('how many goals were reached', () => {
    const readout = read(
      '2032年部门项目支出绩效运行监控汇总表（1-7月）',
      '单位：万元',
      grid(`
 | 序号 | 单位名称 | 项目名称 | 年初预算 | 1-7月执行数 | 绩效目标完成情况 | < | < |
 | ^ | ^ | ^ | ^ | ^ | 指标总数 | 已完成 | 进行中 |
 | 1 | 县第一中学 | 实验室建设 | 320.00 | 224.00 | 8 | 5 | 3 |
 | 2 | 县职业学校 | 实训基地 | 560.00 | 240.00 | 10 | 2 | 8 |
 | | 合计 | | 880.00 | 464.00 | 18 | 7 | 11 |`),
    );
    expect(readout.amounts.map(({ value }) => value)).toEqual([320, 224, 560, 240, 880, 464]);
  });
});

test('the whole of a department parted by kinds of spending and by sources in columns is two sums', () => {
  const readout = read(
    '部门整体支出绩效目标批复表（2032年度）',
    grid(`
 | 单位名称 | 沧源区残疾人联合会 | < | < | < | < |
 | 部门预算（万元） | 合计 | 按支出类别分 | < | 按资金来源分 | < |
 | ^ | ^ | 基本支出 | 项目支出 | 财政拨款 | 其他资金 |
 | ^ | 680.00 | 260.00 | 420.00 | 650.00 | 30.00 |`),
  );
  expect(readout.amounts).toHaveLength(5);
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
