import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Notes between rows, groups above heads, codes in a column of their own, sums at the head; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const named = ({ indicators }: Readout): string[] =>
  indicators.map(
    ({ level1, level1_weight, level2, level3, weight }) =>
      `${level1}${level1_weight ?? ''}/${level2}/${level3} ${weight ?? '∅'}`,
  );
const money = ({ amounts }: Readout): string[] =>
  amounts.map(({ item, measure, parent, value }) => `${parent ?? '∅'}/${item} ${measure} ${value}`);

describe('rows of indicators', () => {
  const scored = (last: number): Readout =>
    read(
      '2032年部门整体支出绩效自评表',
      grid(`
 | 一级 | 二级 | 三级 | 目标 | 完成 | 权重 | 得分 |
 | 产出 | 数量 | 新修村道 | 6公里 | 6.2公里 | 30 | 30 |
 | ^ | 时效 | 拨付及时率 | 100% | 96% | 20 | 19.2 |
 | （成本指标由财政所统一填报） | < | < | < | < | < | < |
 | 产出 | 成本 | 经费控制率 | ≤100% | 88% | 20 | 20 |
 | 效益 | 社会 | 受益群众 | ≥1.2万人 | 1.25万人 | 30 | ${last} |
 | 总分 | < | < | < | < | 100 | 99.2 |`),
    );

  test('go on below a note across the table', () => {
    const readout = scored(30);
    expect(named(readout)).toEqual([
      '产出/数量/新修村道 30',
      '产出/时效/拨付及时率 20',
      '产出/成本/经费控制率 20',
      '效益/社会/受益群众 30',
    ]);
    expect(readout.amounts).toEqual([]);
    expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: 99.2 });
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(scored(29))).not.toEqual([]);
  });

  test('are of the group that stands above their head', () => {
    const readout = read(
      '政府购买服务绩效评价评分表',
      grid(`
 | 一、决策（20分） | < | < | < | < |
 | 序号 | 评价内容 | 满分 | 评分标准 | 得分 |
 | 1 | 立项规范性 | 8 | 缺一项扣2分 | 8 |
 | 2 | 目标合理性 | 12 | 未量化扣2分 | 10 |
 | 二、过程（80分） | < | < | < | < |
 | 1 | 合同管理 | 50 | 要素不全扣5分 | 50 |
 | 2 | 履约考核 | 30 | 缺一月扣1分 | 29 |
 | 合计 | < | 100 | | 97 |`),
    );
    expect(named(readout)).toEqual([
      '决策20/null/立项规范性 8',
      '决策20/null/目标合理性 12',
      '过程80/null/合同管理 50',
      '过程80/null/履约考核 30',
    ]);
  });

  test('are of the group whose code stands in front of it', () => {
    const readout = read(
      '2032年度项目支出绩效自评表',
      grid(`
 | A | 一、产出指标（60分） | < | < | < | < |
 | 代码 | 指标名称 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | A1 | 改造面积 | 1200平方米 | 1200平方米 | 60 | 60 |
 | B | 二、效益指标（40分） | < | < | < | < |
 | B1 | 接诊患者 | 8000人次 | 8412人次 | 40 | 40 |`),
    );
    expect(named(readout)).toEqual(['产出指标60/null/改造面积 60', '效益指标40/null/接诊患者 40']);
  });

  test('are of the codes that theirs go on from, in a column of its own', () => {
    const readout = read(
      '专项资金绩效自评指标得分表',
      grid(`
 | 指标代码 | 指标名称 | 指标解释 | 标准分 | 自评分 |
 | A | 投入 | | | |
 | A1 | 项目立项 | | | |
 | A101 | 立项依据 | 是否符合规划 | 40 | 40 |
 | B | 产出 | | | |
 | B1 | 产出数量 | | | |
 | B101 | 完成率 | 完成与计划之比 | 60 | 58 |
 | 合计 | < | < | 100 | 98 |`),
    );
    expect(named(readout)).toEqual(['投入/项目立项/立项依据 40', '产出/产出数量/完成率 60']);
  });
});

describe('funds', () => {
  const indicators = `
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | < |
 | 产出指标 | 数量指标 | 服务人次 | ≥9000人次 | < | < |`;

  test('whose sum prints its unit are money in the first row too', () => {
    const readout = read(
      '2031年度运行经费绩效目标表',
      grid(`
 | 合计（万元） | 126.50 | 其中：中央转移支付 | 60.00 | 县级配套 | 66.50 |${indicators}`),
    );
    expect(money(readout)).toEqual([
      '∅/合计 current 126.5',
      '合计/中央转移支付 current 60',
      '合计/县级配套 current 66.5',
    ]);
  });

  test('that stand across over one row of amounts name the figures', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      grid(`
 | 资金来源 | 小计 | 一般公共预算 | 政府性基金 | 事业收入 | 其他收入 |
 | 金额（万元） | 245.00 | 200.00 | 0.00 | 30.00 | 15.00 |${indicators}`),
    );
    expect(readout.amounts.map(({ item, unit, value }) => `${item} ${value}${unit}`)).toEqual([
      '小计 245万元',
      '一般公共预算 200万元',
      '政府性基金 0万元',
      '事业收入 30万元',
      '其他收入 15万元',
    ]);
  });

  test('of a bond stand in pairs below its name', () => {
    const readout = read(
      '专项债券项目绩效目标申报表',
      grid(`
 | 债券名称 | 2032年洛川市专项债券（四期） | < | 债券期限 | 15年 | < |
 | 项目总投资（万元） | 12,600.00 | < | 拟发行债券（万元） | 9,000.00 | < |
 | 其中：资本金 | 3,600.00 | < | 已发行债券 | 2,500.00 | < |
 | 预期收益（万元） | 15,300.00 | < | 本息覆盖倍数 | 1.28 | < |${indicators}`),
    );
    expect(money(readout)).toEqual([
      '∅/项目总投资 total_budget 12600',
      '∅/拟发行债券 current 9000',
      '项目总投资/资本金 total_budget 3600',
      '∅/已发行债券 current 2500',
      '∅/预期收益 current 15300',
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('before and after a change, with words behind them', () => {
    const readout = read(
      '绩效目标调整申请表',
      grid(`
 | 预算（万元） | 调整前 | 320.00 | 调整后 | 290.00 | 调减30.00 |${indicators}`),
    );
    expect(money(readout)).toEqual(['∅/预算 initial_budget 320', '∅/预算 annual_budget 290']);
  });

  test('that are expected to be left are no money of the year', () => {
    const readout = read(
      '项目支出绩效运行监控表',
      grid(`
 | 资金 | 年初预算数 | 1-9月执行数 | 全年预计执行数 | 预计结余 |
 | 资金总额 | 960 | 672 | 930 | 30 |
 | 中央补助 | 640 | 480 | 630 | 10 |`),
    );
    expect(readout.amounts.map(({ measure }) => measure).slice(0, 4)).toEqual([
      'initial_budget',
      'executed',
      'current',
      'balance',
    ]);
  });
});

describe('a sum with its parts beside and below it', () => {
  const budget = (projects: string): Readout =>
    read(
      '部门预算绩效目标表',
      grid(`
 | 部门名称 | 滨河区审计局 | 部门编码 | 210 | 年度 | 2033 |
 | 部门整体支出（万元） | < | < | < | < | < |
 | 总额 | 1,120.00 | 人员经费 | 820.00 | 公用经费 | 90.00 |
 | 项目经费 | ${projects} | 结转资金 | 0.00 | 其中：政府采购 | 35.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 单位 | 权重 |
 | 产出指标 | 数量指标 | 审计项目数 | 18 | 个 | 100 |`),
    );

  test('a detail behind other parts is no part of its own', () => {
    const readout = budget('210.00');
    expect(money(readout)).toContain('总额/项目经费 current 210');
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(budget('240.00'))).toContain('SUM-01');
  });

  test('the head of the points runs down to the row of the sum', () => {
    const readout = read(
      '2032年预算绩效目标自评情况表（单位：元）',
      grid(`
 | 资金来源 | 年初预算 | 追加 | 调整后 | 实际支出 | 执行率 | 得分（10分） |
 | 上级补助 | 1,200,000 | 50,000 | 1,250,000 | 1,250,000 | 100% | ^ |
 | 镇级财力 | 300,000 | -20,000 | 280,000 | 252,000 | 90% | ^ |
 | 合计 | 1,500,000 | 30,000 | 1,530,000 | 1,502,000 | 98.17% | 9.82 |`),
    );
    expect(money(readout).filter((line) => line.includes('executed'))).toEqual([
      '合计/上级补助 executed 1250000',
      '合计/镇级财力 executed 252000',
      '∅/合计 executed 1502000',
    ]);
    expect(money(readout)).not.toContain('∅/合计 current 9.82');
  });

  test('numbers in the first column are no money, whatever their head says', () => {
    const readout = read(
      '项目预算绩效评审表',
      grid(`
 | 评审明细 | 分项内容 | 申报数 | 评审数 | 核减数 |
 | 1 | 服务器及存储 | 120.00 | 105.00 | 15.00 |
 | 2 | 数字资源采购 | 98.00 | 86.50 | 11.50 |
 | 3 | 系统开发 | 50.00 | 40.00 | 10.00 |
 | 合计 | < | 268.00 | 231.50 | 36.50 |`),
    );
    expect(new Set(readout.amounts.map(({ item }) => item))).toEqual(
      new Set(['服务器及存储', '数字资源采购', '系统开发', '合计']),
    );
    expect(errorsIn(readout)).toEqual([]);
  });

  test('what differs from what was foreseen is a change', () => {
    const readout = read(
      '专项债券项目绩效运行监控表',
      grid(`
 | 收益情况 | 预算数 | 实际数 | 差异 |
 | 通行费收入 | 1.20 | 1.05 | -0.15 |
 | 服务区收入 | 0.30 | 0.32 | 0.02 |`),
    );
    expect(readout.amounts.filter(({ measure }) => measure === 'adjustment')).toHaveLength(2);
  });
});

describe('lines of a budget', () => {
  const budget = (carried: number): Readout =>
    read(
      '2032年度国有资本经营预算收支表',
      grid(`
 | 项目 | 2031年执行数 | 2032年预算数 |
 | 一、利润收入 | 420 | 450 |
 | 二、股利、股息收入 | 80 | 100 |
 | 本年收入合计 | 500 | 550 |
 | 转移性收入 | 16 | 18 |
 | 上年结转 | 12 | ${carried} |
 | 收入总计 | 528 | 596 |`),
    );

  test('that do not make up the one above are lines of the total', () => {
    const readout = budget(28);
    expect(money(readout)).toContain('收入总计/上年结转 budget 28');
    expect(errorsIn(readout)).toEqual([]);
    // The year before still closes: one slip is one finding.
    expect(errorsIn(budget(23))).toEqual(['SUM-01']);
    expect(money(budget(23))).toContain('收入总计/上年结转 budget 23');
  });
});

describe('basic data', () => {
  test('what is counted makes up no sum of money, and what came in need not be what was spent', () => {
    const readout = read(
      '2032年度部门基本数据表',
      grid(`
 | 项目 | 单位 | 2031年 | 2032年 | 增减 |
 | 一、年末编制人数 | 人 | 68 | 68 | 0 |
 | 二、年末实有人数 | 人 | 62 | 65 | 3 |
 | 三、收入总额 | 万元 | 1,850.00 | 1,961.00 | 111.00 |
 | 四、支出总额 | 万元 | 1,820.00 | 1,947.40 | 127.40 |`),
    );
    expect(errorsIn(readout)).toEqual([]);
  });
});

describe('execution and scores', () => {
  const scored = (score: string): Readout =>
    read(
      '2032年度项目绩效自评打分表',
      grid(`
 | 总分 | < | < | < | < | 100 | 99.5 |
 | 预算安排及执行（10分） | 预算数 | 88.00万元 | 执行数 | 83.60万元 | 执行率95% | ${score} |
 | 一级指标 | 二级指标 | 三级指标 | 年初目标 | 年末完成 | 分值 | 得分 |
 | 产出 | 数量 | 改造房间 | 40间 | 40间 | 60 | 60 |
 | 效益 | 社会 | 受益老人 | 76人 | 76人 | 30 | 30 |`),
    );

  test('the points of the execution stand last in its row', () => {
    const readout = scored('9.5分');
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      execution_weight: 10,
      execution_score: 9.5,
      total_weight: 100,
      total_score: 99.5,
    });
    expect(readout.indicators.map(({ actual }) => actual?.value)).toEqual([40, 76]);
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(scored('8.5分'))).toContain('SCR-02');
  });

  test('the label of the score says the points', () => {
    const readout = read(
      '2032年度项目支出绩效自评表',
      grid(`
 | 预算数： | 356.00 | 执行数： | 338.20 | 执行率（%）： | 95.00 |
 | 其中：财政拨款 | 300.00 | 其中：财政拨款 | 282.20 | 执行率得分（10分） | 9.5 |
 | 一级指标 | 二级指标 | 年初指标值 | 全年完成值 | 分值 | 得分 |
 | 产出指标 | 建成小区 | 28个 | 28个 | 90 | 90 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.5 });
  });

  test('a framework with its scores is titled so', () => {
    const { filings } = read(
      '学生资助项目绩效评价指标体系及得分',
      grid(`
 | 一级指标 | 分值 | 三级指标 | 分值 | 评价标准 | 得分 |
 | 决策 | 40 | 立项依据 | 40 | 依据充分得满分 | 40 |
 | 产出 | 60 | 资助人数 | 60 | 按完成率 | 58 |`),
    );
    expect(filings[0]).toMatchObject({
      form_type: 'scoring_framework',
      title: '学生资助项目绩效评价指标体系及得分',
    });
  });
});
