import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read, told } from './drawing.ts';

/** Forms that judge goals, and names beside values under the heads of levels. Every name and figure is invented. */
test('审核内容 over two columns of names holds two levels, and the form is one of scores', () => {
  const { filings, indicators } = read(
    '预算项目绩效目标审核表',
    grid(`
 | 项目名称 | 数字方志馆 | < | < | < |
 | 审核内容 | < | 审核要点 | 分值 | 得分 |
 | 一、立项必要性（40分） | 明确相关性 | 目的明确 | 20 | 19 |
 | ^ | 必要可行性 | 不重复交叉 | 20 | 18 |
 | 二、投入经济性（60分） | 预算科学性 | 明细清晰 | 60 | 57.5 |
 | 总分 | < | < | 100 | 94.5 |`),
  );
  expect(filings[0]?.form_type).toBe('scoring_framework');
  expect(indicators.map((row) => [row.level1, row.level1_weight, row.level2, row.level3])).toEqual([
    ['一、立项必要性', 40, '明确相关性', '目的明确'],
    ['一、立项必要性', 40, '必要可行性', '不重复交叉'],
    ['二、投入经济性', 60, '预算科学性', '明细清晰'],
  ]);
});

test('评估内容 | 分值 | 评估要点 | 分值: each has its own points', () => {
  const readout = read(
    '事前绩效评估评分表',
    grid(`
 | 评估内容 | 分值 | 评估要点 | 分值 | 得分 |
 | 立项必要性 | 40 | 依据充分 | 25 | 24 |
 | ^ | ^ | 需求迫切 | 15 | 13 |
 | 投入经济性 | 60 | 标准合理 | 60 | 55 |
 | 合计 | 100 | | 100 | 92 |`),
  );
  expect(readout.indicators.map((row) => [row.level1, row.level1_weight, row.level3, row.weight])).toEqual([
    ['立项必要性', 40, '依据充分', 25],
    ['立项必要性', 40, '需求迫切', 15],
    ['投入经济性', 60, '标准合理', 60],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('三级指标 | 指标值 below each level beside the money of projects are names and their values', () => {
  const readout = read(
    '2031年部门预算项目绩效目标表',
    grid(`
 | 单位编码（项目编码） | 项目单位（项目名称） | 资金总额 | 政府预算资金 | 单位资金 | 绩效目标 | < | < | < |
 | ^ | ^ | ^ | ^ | ^ | 产出指标 | < | 满意度指标 | < |
 | ^ | ^ | ^ | ^ | ^ | 三级指标 | 指标值 | 三级指标 | 指标值 |
 | 309001 | 白鹭县林业站 | 486 | 466 | 20 | | | | |
 | 3090011 | 古树保护 | 126 | 126 | 0 | 保护古树 | ≥315株 | 群众满意度 | ≥90% |
 | 3090012 | 造林补助 | 360 | 340 | 20 | 造林面积 | ≥6000亩 | 林农满意度 | ≥92% |`),
  );
  expect(told(readout)).toEqual([
    'annual 产出指标/∅/保护古树 >=315株 ∅',
    'annual 满意度指标/∅/群众满意度 >=90% ∅',
    'annual 产出指标/∅/造林面积 >=6000亩 ∅',
    'annual 满意度指标/∅/林农满意度 >=92% ∅',
  ]);
  expect(readout.amounts.filter(({ fund }) => fund === '政府预算资金').map(({ value }) => value)).toEqual([
    466, 126, 340,
  ]);
  expect(readout.warnings).toEqual([]);
});

test('绩效目标内容 beside 时效目标 and 数量目标 names what is aimed at', () => {
  const readout = read(
    '绩效目标评审申报表',
    grid(`
 | 项目年度绩效目标 | 一级指标 | 二级指标 | 绩效目标内容 |
 | ^ | 投入 | 时效目标 | 周期12个月 |
 | ^ | 产出 | 数量目标 | 更换灯具1200盏 |`),
  );
  expect(told(readout)).toEqual([
    'annual 投入/时效目标/周期12个月 ∅ ∅',
    'annual 产出/数量目标/更换灯具1200盏 ∅ ∅',
  ]);
});

test('其他资金 at the foot of the sources is one of them, whatever the others add up to', () => {
  const form = (other: string) =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额 | 86.00 | 86.00 | 79.12 |
 | ^ | 其中：当年财政拨款 | 80.00 | 80.00 | 73.12 |
 | ^ | 上年结转资金 | 6.00 | 6.00 | 6.00 |
 | ^ | 其他资金 | ${other} | 0.00 | 0.00 |`),
    );
  expect(form('1.00').amounts.at(-1)?.parent).toBe('年度资金总额');
  expect(errorsIn(form('0.00'))).toEqual([]);
  expect(errorsIn(form('1.00'))).toEqual(['SUM-01']);
});

test('财政拨款 merged down beside 小计 and its kinds is the line itself, in one list with 其他资金 and 合计', () => {
  const form = (other: string) =>
    read(
      '2031年度部门整体绩效目标申报表',
      '单位：万元',
      grid(`
 | 部门名称 | 苏淮市体育局 | < | < | < | < |
 | 收入 | < | < | 支出 | < | < |
 | 项目 | < | 金额 | 项目 | < | 金额 |
 | 财政拨款 | 小计 | 1860.00 | 基本支出 | 小计 | 1020.00 |
 | ^ | 一般公共预算 | 1660.00 | ^ | 人员经费 | 880.00 |
 | ^ | 政府性基金 | 200.00 | ^ | 公用经费 | 140.00 |
 | 其他资金 | < | ${other} | 项目支出 | < | 900.00 |
 | 合计 | < | 1920.00 | 合计 | < | 1920.00 |`),
    );
  const { amounts } = form('60.00');
  expect(amounts.map(({ item, parent, value }) => [parent, item, value])).toEqual([
    ['合计', '财政拨款', 1860],
    ['合计', '基本支出', 1020],
    ['财政拨款', '一般公共预算', 1660],
    ['基本支出', '人员经费', 880],
    ['财政拨款', '政府性基金', 200],
    ['基本支出', '公用经费', 140],
    ['合计', '其他资金', 60],
    ['合计', '项目支出', 900],
    [null, '合计', 1920],
    [null, '合计', 1920],
  ]);
  expect(errorsIn(form('60.00'))).toEqual([]);
  expect(errorsIn(form('80.00'))).toEqual(['SUM-01']);
});

test('政策总资金 is what a policy costs in all its years', () => {
  const { amounts } = read(
    '财政政策绩效目标申报表',
    grid(`
 | 政策名称 | 首台套奖补政策 | < | < |
 | 政策资金（万元） | 政策总资金 | 6000.00 | < |
 | ^ | 年度资金 | 2000.00 | < |
 | ^ | 其中：市级资金 | 1400.00 | < |
 | ^ | 区县资金 | 600.00 | < |
 | 政策总目标 | 提升创新能力 | < | < |`),
  );
  expect(amounts.map(({ item, measure, parent }) => [item, measure, parent])).toEqual([
    ['政策总资金', 'total_budget', null],
    ['年度资金', 'current', null],
    ['市级资金', 'current', '年度资金'],
    ['区县资金', 'current', '年度资金'],
  ]);
});

test('合计 below 扣分 is the sum of what was taken off', () => {
  const form = (sum: string) =>
    read(
      '绩效评价得分表',
      grid(`
 | 评价内容 | 评价指标 | 标准分 | 扣分 | 得分 | 扣分原因 |
 | 项目决策 | 立项规范 | 20 | | 20 | |
 | ^ | 目标明确 | 20 | 1.5 | 18.5 | 不够细化 |
 | 项目产出 | 任务完成 | 60 | 6 | 54 | 完成率90% |
 | 合计 | < | 100 | ${sum} | 92.5 | |`),
    );
  expect(form('7.5').filings[0]?.other_totals).toEqual([{ of: 'deducted', label: '扣分', value: 7.5 }]);
  expect(errorsIn(form('7.5'))).toEqual([]);
  expect(errorsIn(form('8.5'))).toEqual(['SCR-14']);
});

test('完成进度 in figures is the rate of completion', () => {
  const { indicators } = read(
    '项目绩效监控表（2031年1-8月）',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-8月完成值 | 完成进度 |
 | 产出指标 | 数量指标 | 改造公厕 | ≥40座 | 25座 | 62.50% |
 | 满意度指标 | 满意度指标 | 市民满意度 | ≥85% | 88% | 正常 |`),
  );
  expect(indicators.map(({ completion_rate, remark }) => [completion_rate, remark])).toEqual([
    [62.5, '完成进度：62.50%'],
    [undefined, '完成进度：正常'],
  ]);
});

test('a name that stands where figures stood above is no row of their columns', () => {
  const { amounts, warnings } = read(
    '2031年度财政支出绩效目标申报表',
    '单位：万元',
    grid(`
 | 项目名称 | 营养改善 | < | < | < |
 | 资金来源 | 合计 | 中央资金 | 省级资金 | 州县资金 |
 | ^ | 860.00 | 516.00 | 258.00 | 86.00 |
 | 资金用途 | 食材采购 | < | < | 774.00 |
 | ^ | 人员劳务 | < | < | 86.00 |
 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | ^ | 产出指标 | 数量指标 | 受益学生 | ≥8600人 |`),
  );
  expect(amounts.map(({ value }) => value)).toEqual([860, 516, 258, 86]);
  expect(warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});

test('审核项目 groups 审核内容', () => {
  const { indicators } = read(
    '绩效目标审核表',
    grid(`
 | 审核项目 | 审核内容 | 分值 | 审核得分 | 审核意见 |
 | 完整性审核（40分） | 规范完整性 | 20 | 20 | 完整 |
 | ^ | 明确清晰性 | 20 | 18 | 部分不清 |
 | 可行性审核（60分） | 实现可能性 | 60 | 55 | 可实现 |
 | 总分 | < | 100 | 93 | |`),
  );
  expect(indicators.map((row) => [row.level1, row.level1_weight, row.level3, row.weight])).toEqual([
    ['完整性审核', 40, '规范完整性', 20],
    ['完整性审核', 40, '明确清晰性', 20],
    ['可行性审核', 60, '实现可能性', 60],
  ]);
});

test('rows that each end in a total of their own are budgets and final accounts', () => {
  const form = (total: string) =>
    read(
      '2031年度部门整体支出绩效自评表',
      '单位：万元',
      grid(`
 | 部门名称 | 贵岭县市场监督管理局 | < | < | < | < | < |
 | 部门预算资金 | 基本支出 | 1260.40 | 项目支出 | 480.60 | 合计 | 1741.00 |
 | 部门决算资金 | 基本支出 | 1255.20 | 项目支出 | 462.80 | 合计 | ${total} |
 | 年度目标 | 做好监管 | < | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 |
 | ^ | 产出指标 | 数量指标 | 检查户次 | ≥26次 | 27次 | 100 |`),
    );
  expect(form('1718.00').amounts.map((row) => [row.parent, row.item, row.measure, row.value])).toEqual([
    ['合计', '基本支出', 'current', 1260.4],
    ['合计', '项目支出', 'current', 480.6],
    [null, '合计', 'current', 1741],
    ['合计', '基本支出', 'final', 1255.2],
    ['合计', '项目支出', 'final', 462.8],
    [null, '合计', 'final', 1718],
  ]);
  expect(errorsIn(form('1718.00'))).toEqual([]);
  expect(errorsIn(form('1818.00'))).not.toEqual([]);
});

test('预算支出总额 beside its sources is the sum of a project’s funds', () => {
  const form = (total: string) =>
    read(
      '2031年度项目支出绩效目标表',
      grid(`
 | 项目名称 | 耕地占补平衡 | < | < | < |
 | 资金情况（万元） | 预算支出总额 | 财政拨款 | 专户资金 | 单位资金 |
 | ^ | ${total} | 400.00 | 0.00 | 20.00 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
 | ^ | 产出指标 | 数量指标 | 新增耕地 | ≥800亩 |`),
    );
  expect([...new Set(form('420.00').amounts.map(({ section }) => section))]).toEqual(['funding']);
  expect(reconcile(form('420.00')).findings.filter(({ rule }) => rule === 'STR-11')).toEqual([]);
  expect(errorsIn(form('420.00'))).toEqual([]);
  expect(errorsIn(form('520.00'))).toEqual(['SUM-01']);
});

test('below a list of projects 合计 has its sources under their heads', () => {
  const form = (source: string) =>
    read(
      '2031年项目绩效目标汇总表',
      '单位：万元',
      grid(`
 | 项目名称 | 资金总额 | 其中 | < | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | ^ | ^ | 财政拨款 | 其他资金 | ^ | ^ | ^ | ^ |
 | 非遗传承 | 60.00 | 60.00 | 0.00 | 产出指标 | 数量指标 | 扶持传承人 | ≥20人 |
 | 厕所改造 | 150.00 | 120.00 | 30.00 | 产出指标 | 数量指标 | 改造厕所 | 12座 |
 | 合计 | 210.00 | ${source} | 30.00 | | | | |`),
    );
  expect(
    form('180.00')
      .amounts.slice(-3)
      .map((row) => [row.parent, row.item, row.measure, row.value]),
  ).toEqual([
    [null, '合计', 'current', 210],
    ['合计', '财政拨款', 'current', 180],
    ['合计', '其他资金', 'current', 30],
  ]);
  expect(errorsIn(form('180.00'))).toEqual([]);
  expect(errorsIn(form('280.00'))).toEqual(['SUM-01']);
});

test('预决算差异率 is the change from the budget to the account', () => {
  const form = (rate: string) =>
    read(
      '部门整体支出绩效评价基础数据表（2031年度）',
      '填报单位：绥芬县科技局　单位：万元',
      grid(`
 | 项目 | 2030年决算数 | 2031年预算数 | 2031年决算数 | 预决算差异率 |
 | 一、收入合计 | 860.00 | 902.00 | 893.00 | ${rate} |
 | 1.财政拨款 | 840.00 | 880.00 | 872.00 | -0.91% |
 | 2.其他收入 | 20.00 | 22.00 | 21.00 | -4.55% |`),
    );
  expect(errorsIn(form('-1.00%'))).toEqual([]);
  expect(errorsIn(form('-2.00%'))).toEqual(['PCT-09']);
});

test('调整前金额 and 调整后金额 are the funds before and after', () => {
  const { amounts, filings } = read(
    '项目绩效目标调整申请表（2031年度）',
    grid(`
 | 项目名称 | 数字乡村 | < | < | < |
 | 资金情况（万元） | 调整前金额 | 320.00 | 调整后金额 | 280.00 |
 | 绩效指标 | 一级指标 | 三级指标 | 调整前指标值 | 调整后指标值 |
 | ^ | 产出指标 | 建设数字化村 | ≥32个 | ≥28个 |`),
  );
  expect(amounts.map(({ measure, value }) => [measure, value])).toEqual([
    ['initial_budget', 320],
    ['annual_budget', 280],
  ]);
  expect(filings[0]?.money_unit).toBe('万元');
});
