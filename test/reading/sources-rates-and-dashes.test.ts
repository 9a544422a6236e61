import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, line, read, told } from './drawing.ts';

/** Self-evaluations of transfers, health centres and land works as they are published. Every name and figure is invented. */
const transfer = (lottery: string, local: string, other: string) =>
  read(
    '救助补助资金转移支付项目绩效目标自评表',
    line('（2031年度）'),
    grid(`
 | 转移支付（项目）名称 | 救助补助资金 | < | < | < |
 | 资金投入情况（万元） | | 全年预算数（A） | 全年执行数（B） | 预算执行率 |
 | ^ | 年度资金总额： | 360 | 342 | 95% |
 | ^ | 其中：中央财政资金 | 80 | 76 | 95% |
 | ^ | 彩票公益金用于救助 | ${lottery} | ${lottery} | 100% |
 | ^ | 地方资金 | ${local} | 266 | 95% |
 | ^ | 其他资金 | ${other} | | |`),
  );

test('money of a government goes on in the list that one before it began, past a fund between them', () => {
  const parents = transfer('0', '280', '').amounts.map(({ item, parent }) => `${parent} > ${item}`);
  expect(parents).toContain('年度资金总额 > 地方资金');
  expect(errorsIn(transfer('0', '280', ''))).toEqual([]);
  expect(errorsIn(transfer('0', '208', ''))).toEqual(['PCT-05']);
});

const funds = (spent: string, rate: string, head = '执行率（B/A）') =>
  read(
    '项目支出绩效自评表',
    line('（2031年度）'),
    grid(`
 | 项目名称 | 新型主体扶持 | < | < | < |
 | 预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | ${head} | 得分（20分*执行率） |
 | ^ | 年度财政资金总额 | 650 | ${spent} | ${rate} | 2.9 |`),
  );
const rateOf = (form: ReturnType<typeof funds>) =>
  form.amounts.flatMap(({ base_value, measure, unit, value }) =>
    measure === 'rate' ? [[value, unit, base_value]] : [],
  );

test('a rate of execution without a sign is a share of one where its row says so', () => {
  for (const rate of ['0.14', '0.1446', '0.1']) {
    const form = funds('94', rate);
    expect(rateOf(form)).toEqual([[Number(rate), null, Number(rate)]]);
    expect(errorsIn(form)).toEqual([]);
  }
  expect(rateOf(funds('650', '1'))).toEqual([[1, null, 1]]);
  expect(errorsIn(funds('94', '0.41'))).toContain('PCT-05');
  expect(rateOf(funds('94', '14.46'))).toEqual([[14.46, '%', 0.1446]]);
  // Half of one per cent was spent.
  expect(rateOf(funds('3.25', '0.5'))).toEqual([[0.5, '%', 0.005]]);
  expect(rateOf(funds('94', '0.14', '执行率（%）'))).toEqual([[0.14, '%', 0.0014]]);
});

test('分解目标 over 管理指标 and 产出指标 is the first level, and 自评权重 its points', () => {
  const form = read(
    '青桥卫生院整体支出绩效自评表',
    line('（2031年度）'),
    grid(`
 | 评价部门名称 | 青禾县青桥卫生院 | < | < | < | < | < | < |
 | 整体支出规模 | | 全年预算数 | < | 全年执行数 | < | 执行率 | < |
 | ^ | 资金来源：（1）财政拨款 | 215.30 | < | 222.21 | < | 103.21% | < |
 | ^ | （2）其他资金 | | < | | < | | < |
 | ^ | 资金结构：（1）基本支出 | 215.30 | < | 222.21 | < | 103.21% | < |
 | ^ | （2）项目支出 | | < | | < | | < |
 | 分解目标 | 自评权重 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 分值 | 得分 |
 | 管理指标 | 30 | 预算管理 | 完整率 | 100% | 100% | 30 | 30 |
 | 产出指标 | 70 | 数量指标 | 门诊人次 | 372人次 | 372人次 | 40 | 40 |
 | ^ | ^ | 质量指标 | 诊断准确率 | 95% | 97% | 30 | 30 |
 | 合计 | 100 | | | | | 100 | 100 |`),
  );
  expect(form.indicators.map(({ level1, level1_weight }) => [level1, level1_weight])).toEqual([
    ['管理指标', 30],
    ['产出指标', 70],
    ['产出指标', 70],
  ]);
  expect(form.filings[0]!.organisation).toBe('青禾县青桥卫生院');
  expect(form.amounts.map(({ item, parent }) => `${parent ?? ''} ${item}`)).not.toContain(
    '财政拨款 基本支出',
  );
  expect(new Set(form.amounts.map(({ item }) => item))).toEqual(new Set(['财政拨款', '基本支出']));
});

test('—— under 三级指标 leaves the second level as what the row is about', () => {
  const form = read(
    '水田后期管护绩效评价表',
    grid(`
 | 基本指标 | < | < | 分值 | 评价标准 | 乡镇自验 | 区县考评 |
 | 一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ |
 | 种植情况（60分） | 种植面积（40分） | —— | 40 | 达到90%得满分。 | 40 | 38 |
 | ^ | 生长情况（20分） | —— | 20 | 长势良好。 | 20 | 18 |
 | 管护（40分） | 设施管护（40分） | 道路田坎 | 25 | 无倒塌。 | 25 | 24 |
 | ^ | ^ | 灌排沟渠 | 15 | 畅通。 | 15 | 15 |
 | 合计 | < | < | 100 | | 100 | 95 |`),
  );
  expect(form.indicators.map(({ level2, level3, score, weight }) => [level2, level3, weight, score])).toEqual(
    [
      ['种植面积', '种植面积', 40, 40],
      ['生长情况', '生长情况', 20, 20],
      ['设施管护', '道路田坎', 25, 25],
      ['设施管护', '灌排沟渠', 15, 15],
    ],
  );
  expect(form.indicators.map(({ other_scores }) => other_scores?.[0]?.value)).toEqual([38, 18, 24, 15]);
  expect(form.filings[0]!.total_score).toBe(100);
  expect(errorsIn(form)).toEqual([]);
});

test('a dash beside a level of every template names nothing', () => {
  const form = read(
    '2031年项目支出绩效目标表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 养护里程 | 86公里 |
 | ^ | 质量指标 | — | — |
 | ^ | 时效指标 | 完成时间 | 12月底前 |`),
  );
  expect(told(form)).toHaveLength(2);
});

test('a cover without colons, a score without one, two fields in a cell, and the nearer of two projects', () => {
  const form = read(
    '种薯推广项目绩效目标自评表',
    line('（2031年度）                 项目总得分99分'),
    grid(`
 | 一级项目名称 | 农业专项 | 二级项目名称 | 种薯补贴 |
 | 实施单位/项目负责人 | 青禾县农技中心/杨立 | 主管部门 | 农业农村局 |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
 | 产出指标 | 数量指标 | 发放种薯 | ≥550万粒 |`),
  );
  const { organisation, project, total_score } = form.filings[0]!;
  expect([organisation, project, total_score]).toEqual(['青禾县农技中心', '种薯补贴', 99]);
  expect(form.filings[0]!.contacts.map(({ name }) => name)).toEqual(['杨立']);
  const report = read(
    line('青禾县财政支出政策绩效评价报告'),
    line('项目名称 2031年文化活动专项'),
    line('项目单位 青禾县文化和旅游局'),
    grid(`
 | 计划安排资金（万元） | 1088.00 | 实际到位资金（万元） | 1020.02 |
 | 实际支出（万元） | 1020.02 | < | < |
 | 支出内容（经济科目） | < | 计划支出数（万元） | 实际支出数（万元） |
 | 文化活动 | < | 588.00 | 540.02 |
 | 广播补助 | < | 500.00 | 480.00 |
 | 支出合计 | < | 1088.00 | 1020.02 |`),
  );
  expect([report.filings[0]!.project, report.filings[0]!.organisation]).toEqual([
    '2031年文化活动专项',
    '青禾县文化和旅游局',
  ]);
  const planned = report.amounts.filter(({ item, value }) => item === '文化活动' && value === 588);
  expect(planned.map(({ measure }) => measure)).toEqual(['budget']);
  expect(counted(report).length).toBeGreaterThan(0);
});

test('one source with a figure beside blank rows of the others is all of the funds, however far off', () => {
  const warned = (given: string, other: string, name = '其他资金') =>
    reconcile(
      read(
        '项目支出绩效目标申报表',
        line('（2031年度）'),
        grid(`
 | 项目名称 | 档案整理 | < |
 | 资金情况（万元） | 年度资金总额： | 72 |
 | ^ | 其中：财政拨款 | ${given} |
 | ^ | ${name} | ${other} |
 | 一级指标 | 二级指标 | 指标值 |`),
      ),
    ).findings.filter(({ rule, severity }) => rule === 'SUM-01' && severity !== 'info');
  expect(warned('72', '')).toEqual([]);
  expect(warned('27', '')).toMatchObject([{ severity: 'warning', difference: 45 }]);
  // Who else may have paid has no row.
  expect(warned('27', '', '上年结转')).toEqual([]);
});
