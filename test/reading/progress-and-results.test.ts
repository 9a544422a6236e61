import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Monitoring tables, results of evaluations and headings within a form; every name and figure is invented. */
describe('progress', () => {
  const monitored = read(
    '绩效运行监控情况表（部门整体支出）',
    '填报单位：玉林河管理处 监控时点：2032年6月30日 单位：万元',
    grid(`
 | 预算科目 | 年初预算 | 调整预算 | 累计支出 | 支出进度 | 序时进度 | 差距 |
 | 人员经费 | 862.00 | 880.00 | 436.50 | 49.60% | 50.00% | -0.40% |
 | 项目经费 | 540.00 | 612.00 | 214.20 | 35.00% | 50.00% | -15.00% |
 | 合计 | 1402.00 | 1492.00 | 650.70 | 43.61% | 50.00% | -6.39% |`),
  );

  test('of time and what is between the two are no rates of execution', () => {
    expect(counted(monitored).filter((line) => line.includes(' rate '))).toEqual([
      'funding 人员经费 rate 2032 49.6 % of=合计',
      'funding 项目经费 rate 2032 35 % of=合计',
      'funding 合计 rate 2032 43.61 %',
    ]);
    expect(errorsIn(monitored)).toEqual([]);
    expect(monitored.warnings.map(({ message }) => message.zh)).toEqual([
      '绩效运行监控情况表（部门整体支出）“序时进度、差距”列的 6 个数没有记入（不是资金，也不是资金的某个阶段）',
    ]);
  });

  test('a caption ends where the next one begins, and the whole of an office is no project', () => {
    expect(monitored.filings[0]).toMatchObject({
      organisation: '玉林河管理处',
      form_type: 'department_self_evaluation',
    });
  });
});

test('a heading that says what follows is no title of another form', () => {
  const form = (heading: string) =>
    read(
      '2032年度项目支出绩效自评表',
      '（项目单位：泽州区城市供热服务中心）',
      grid(`
 | 项目名称 | 供热管网改造 | < | < | < | < |
 | 资金来源 | 年初预算 | 调整预算 | 实际支出 | 分值 | 得分 |
 | 区级财政 | 350.00 | 320.00 | 297.60 | | |
 | 企业自筹 | 150.00 | 180.00 | 176.40 | | |
 | 合计 | 500.00 | 500.00 | 474.00 | 10 | 9.48 |
 | ${heading} | < | < | < | < | < |
 | 指标 | 单位 | 目标值 | 完成值 | 分值 | 得分 |
 | 改造一级管网 | 公里 | 12.6 | 12.6 | 60 | 60 |
 | 用户满意度 | % | 85 | 88.6 | 30 | 30 |
 | 总分 | < | < | < | 100 | 99.48 |`),
    );
  expect(
    form('绩效目标完成情况').filings.map(({ organisation, total_score }) => [organisation, total_score]),
  ).toEqual([['泽州区城市供热服务中心', 99.48]]);
  expect(errorsIn(form('二、绩效指标完成情况'))).toEqual([]);
  expect(form('2032年度项目绩效自评表').filings).toHaveLength(2);
});

describe('points', () => {
  const evaluated = (process: string) =>
    read(
      '财政重点项目绩效评价指标体系及评分结果',
      grid(`
 | 序号 | 指标名称 | 分值 | 计算方法 | 实际情况 | 得分 |
 | A | 决策 | 15 | | | 15 |
 | A1 | 立项依据充分性 | 15 | 依据充分得15分 | 有批复 | 15 |
 | B | 过程 | ${process} | | | 23.5 |
 | B1 | 资金到位率 | 10 | 到位率×10分 | 100% | 10 |
 | B2 | 预算执行率 | 10 | 执行率×10分 | 85% | 8.5 |
 | B3 | 合同管理 | 5 | 规范得5分 | 规范 | 5 |
 | C | 产出 | 60 | | | 60 |
 | C1 | 清淤土方量 | 60 | 完成率×60分 | 48.6万立方米 | 60 |
 | 合计 | | 100 | | | 98.5 |`),
    );

  test('of a level go to its row of execution too, where the levels add up without it', () => {
    expect(errorsIn(evaluated('25'))).toEqual([]);
    expect(reconcile(evaluated('26')).findings.map(({ rule }) => rule)).toContain('WGT-02');
    expect(reconcile(evaluated('35')).findings.map(({ rule }) => rule)).toContain('WGT-02');
  });

  test('are given by what 计算方法 says', () => {
    expect(evaluated('25').indicators[0]).toMatchObject({
      scoring_rule: '依据充分得15分',
      description: null,
    });
  });

  test('and the score may stand in one cell, the score first', () => {
    const { indicators } = read(
      '数字档案馆建设绩效自评表',
      grid(`
 | 指标 | 目标 | 完成 | 得分（满分） |
 | 数字化加工页数 | 120万页 | 126万页 | 25（30） |
 | 利用者满意度 | ≥95% | 97% | 70（70） |`),
    );
    expect(indicators.map(({ score, weight }) => [score, weight])).toEqual([
      [25, 30],
      [70, 70],
    ]);
  });

  test('that others gave are no money in a list of projects', () => {
    const readout = read(
      '2032年度绩效自评结果汇总表',
      '单位：昌河区卫生健康局（万元）',
      grid(`
 | 项目名称 | 预算数 | 执行数 | 执行率 | 自评分 | 复核分 |
 | 基本公共卫生服务 | 2680.00 | 2680.00 | 100.00% | 98.6 | 96.0 |
 | 村卫生室补助 | 186.00 | 172.05 | 92.50% | 91.2 | 88.5 |
 | 合计 | 2866.00 | 2852.05 | 99.51% | | |`),
    );
    expect(counted(readout).filter((line) => /96|88\.5/.test(line))).toEqual([]);
    expect(readout.filings[0]).toMatchObject({ organisation: '昌河区卫生健康局', money_unit: '万元' });
  });
});

test('a sum of money names no row', () => {
  const readout = read(
    '部门整体支出绩效目标批复表',
    grid(`
 | 预算部门 | 峡江县林业局 | < | < | < |
 | 部门预算（万元） | 总额 | 按支出结构划分 | < | < |
 | ^ | 2,468.30 | 人员支出 | 公用支出 | 项目支出 |
 | ^ | ^ | 1,126.80 | 141.50 | 1,200.00 |
 | ^ | ^ | 按资金来源划分 | < | < |
 | ^ | ^ | 当年财政拨款 | 上年结转 | 其他资金 |
 | ^ | ^ | 2,320.00 | 98.30 | 50.00 |
 | 一级指标 | 二级指标 | 指标名称 | 指标值 | 单位 |
 | 产出指标 | 数量指标 | 造林面积 | ≥2.4 | 万亩 |`),
  );
  expect(counted(readout).filter((line) => /^\S+ [\d,.]+ /.test(line))).toEqual([]);
});

describe('promises and prices', () => {
  const findings = (goal: string, price: string) =>
    reconcile(
      read(
        '2032年项目支出绩效目标表',
        grid(`
 | 项目名称 | 残疾儿童康复 | < | < | < |
 | 年度资金总额（万元） | 216.00 | < | < | < |
 | 总体目标 | ${goal} | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 接受康复训练儿童 | 110人 | |
 | 成本指标 | 经济成本 | 人均年补助 | ${price} | |`),
      ),
    ).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

  test('of three years are none of the year', () => {
    expect(findings('三年完成接受康复训练儿童330人。', '≤1.97万元')).not.toContain('NAR-05');
    expect(findings('完成接受康复训练儿童330人。', '≤1.97万元')).toContain('NAR-05');
  });

  test('a cap is the price rounded up, a price that is none was rounded to the nearest', () => {
    expect(findings('康复训练。', '≤1.97万元')).not.toContain('UCQ-01');
    expect(findings('康复训练。', '≤1.98万元')).toContain('UCQ-01');
    expect(findings('康复训练。', '≤1.95万元')).toContain('UCQ-01');
  });
});

describe('lines across a sheet', () => {
  const sheet = (first: string, second: string) =>
    read(
      grid(
        `
 | ${first} | < | < | < |
 | ${second} | < | < | < |
 | 项目 | 预算数 | 项目 | 预算数 |
 | 一、一般公共预算拨款 | 318.46 | 一、农林水支出 | 306.28 |
 | 二、其他收入 | 40.00 | 二、住房保障支出 | 52.18 |
 | 收入总计 | 358.46 | 支出总计 | 358.46 |`,
        { sheet: '表1' },
      ),
    ).filings[0]!;

  test('the nearer of two titles is that of the form', () => {
    expect(sheet('2032年部门预算公开表', '收入支出预算总表').title).toBe('收入支出预算总表');
    expect(sheet('收入支出预算总表', '（2032年度）')).toMatchObject({
      title: '收入支出预算总表',
      year: 2032,
    });
  });

  test('wide blanks between captions and brackets around them hide nothing', () => {
    const wide = `2032年度${'　'.repeat(40)}金额单位：万元`;
    expect(sheet('收入支出预算总表', wide)).toMatchObject({ year: 2032, money_unit: '万元' });
    expect(sheet('收入支出预算总表', '（项目单位：泽州区供热中心）').organisation).toBe('泽州区供热中心');
  });
});

describe('what a sum is of', () => {
  const errors = (title: string, drawing: string) => errorsIn(read(title, '单位：万元', grid(drawing)));

  test('sources below the sums of two years are those of this year', () => {
    const form = (first: string) =>
      errors(
        '2032年专项资金绩效目标申报表',
        `
 | 项目名称 | 文旅融合 | < | < | < |
 | 资金总额 | 1500 | < | 上年度资金总额 | 1380 |
 | 资金构成 | 1.财政拨款 | ${first} | 2.事业收入 | 300 |`,
      );
    expect(form('1200')).toEqual([]);
    expect(form('1300')).toHaveLength(1);
  });

  test('one source and its figure in the cell beside 资金来源 is one of them', () => {
    const form = (rest: string) =>
      errors(
        '2032年公益金项目绩效目标表',
        `
 | 项目名称 | 互助养老点 | 本年度预算 | 1,500.00 |
 | 资金来源 | 公益金：1,200.00 | 自筹：${rest} | 其他：0.00 |`,
      );
    expect(form('300.00')).toEqual([]);
    expect(form('200.00')).toHaveLength(1);
  });

  test('shares of parts may be of the whole above their own', () => {
    const form = (share: string) =>
      errors(
        '2032年整体支出绩效目标申报表',
        `
 | 资金情况 | 类型 | 金额（万元） | 占比 |
 | ^ | 基本支出 | 612.40 | 51.03% |
 | ^ | 其中：人员经费 | 548.20 | ${share} |
 | ^ | 公用经费 | 64.20 | 5.35% |
 | ^ | 项目支出 | 587.60 | 48.97% |
 | ^ | 合计 | 1,200.00 | 100.00% |`,
      );
    expect(form('45.68%')).toEqual([]);
    expect(form('48.65%')).not.toEqual([]);
  });

  test('net assets are what is left, forecasts need not balance', () => {
    const rules = (drawing: string) =>
      reconcile(read('2032年收支及资产情况表', '单位：万元', grid(drawing))).findings.flatMap(
        ({ rule, severity }) => (severity === 'info' ? [] : [rule]),
      );
    expect(
      rules(`
 | 项目 | 期初数 | 期末数 |
 | 一、资产合计 | 820.50 | 912.80 |
 | 二、负债合计 | 186.00 | 152.40 |
 | 三、净资产合计 | 634.50 | 760.40 |`),
    ).toEqual([]);
    const balance = (head: string) =>
      rules(`
 | 科目 | ${head} | 2033年预算 |
 | 收入合计 | 4310.00 | 4480.00 |
 | 支出合计 | 4295.00 | 4480.00 |`);
    expect(balance('2032年预计执行')).toEqual([]);
    expect(balance('2032年预算')).toEqual(['SUM-09']);
  });
});

describe('groups with their points', () => {
  test('across the columns of values, and a row of execution numbered as they are', () => {
    const readout = read(
      '2032年度政府性基金项目绩效自评表',
      grid(`
 | 指标内容 | 指标值 | 实际值 | 权重 | 得分 |
 | （一）产出指标 | < | < | 50 | 49 |
 | 数量：完成收储面积 | 320亩 | 326亩 | 35 | 35 |
 | 时效：按期交付率 | 100% | 93.3% | 15 | 14 |
 | （二）效益指标 | < | < | 40 | 40 |
 | 经济：土地出让收入 | ≥9600万元 | 10240万元 | 40 | 40 |
 | （三）预算执行率 | 100% | 98% | 10 | 9.8 |
 | 总分 | < | < | 100 | 98.8 |`),
    );
    expect(readout.indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['产出指标', '完成收储面积'],
      ['产出指标', '按期交付率'],
      ['效益指标', '经济：土地出让收入'],
    ]);
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.8,
      total_score: 98.8,
    });
    expect(errorsIn(readout)).toEqual([]);
  });

  test('观测点 beside a level names the indicators', () => {
    const { indicators } = read(
      '双一流建设项目绩效自评表',
      grid(`
 | 一级指标 | 观测点 | 目标值 | 完成值 | 分值 | 得分 |
 | 人才培养 | 博士生授予数 | 60人 | 63人 | 40 | 40 |
 | 科学研究 | 国家级项目立项 | 35项 | 38项 | 60 | 60 |`),
    );
    expect(indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['人才培养', '博士生授予数'],
      ['科学研究', '国家级项目立项'],
    ]);
  });
});

test('a rate of completion may be of the aim of half a year', () => {
  const rules = (head: string) =>
    reconcile(
      read(
        '2032年1-6月项目绩效监控表',
        grid(`
 | 绩效指标 | 年度目标值 | ${head} | 实际完成值 | 完成比例 |
 | 河道保洁长度 | 186公里 | 186公里 | 186公里 | 100% |
 | 堤防维护长度 | 42公里 | 20公里 | 18公里 | 90% |
 | 群众投诉办结率 | 100% | 100% | 100% | 100% |`),
      ),
    ).findings.map(({ rule }) => rule);
  expect(rules('上半年目标值')).not.toContain('RAT-13');
  expect(rules('备注')).toContain('RAT-13');
});
