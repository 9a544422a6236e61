import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Names that stand beside what groups them, and rows of execution with an aim of their own; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const findings = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('names beside what groups them', () => {
  const budget = (people: string) =>
    read(
      '部门整体支出绩效目标表',
      '（2032年度）',
      grid(`
 | 部门名称 | 海岬市教育局 | < | < |
 | 年度预算（万元） | 支出类别 | 明细 | 金额 |
 | ^ | 资金总额 | < | 1,864.00 |
 | ^ | 基本支出 | 人员经费 | ${people} |
 | ^ | 基本支出 | 公用经费 | 114.00 |
 | ^ | 项目支出 | 本级专项 | 520.00 |
 | ^ | 项目支出 | 上级转移支付 | 110.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改建学校 | 6所 |`),
    );

  test('支出类别 | 明细: the detail names the row where what groups it is said again on the next', () => {
    const readout = budget('1,120.00');
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2032 1864 万元',
      'funding 人员经费 current 2032 1120 万元 of=基本支出',
      'funding 公用经费 current 2032 114 万元 of=基本支出',
      'funding 本级专项 current 2032 520 万元 of=项目支出',
      'funding 上级转移支付 current 2032 110 万元 of=项目支出',
    ]);
    expect(findings(readout)).toEqual([]);
    expect(findings(budget('1,150.00'))).toEqual(['error SUM-01']);
  });

  test('截至2031年底累计安排 beside the years of a plan is none of them', () => {
    const readout = read(
      '中期财政规划项目支出表',
      '单位：万元',
      grid(`
 | 项目名称 | 项目总投资 | 截至2031年底累计安排 | 2032年预算 | 2033年规划 |
 | 桥梁加固 | 960.00 | 360.00 | 400.00 | 200.00 |
 | 站房迁建 | 2,900.00 | 0.00 | 1,200.00 | 1,700.00 |
 | 合计 | 3,860.00 | 360.00 | 1,600.00 | 1,900.00 |`),
    );
    expect(readout.filings[0]?.year).toBe(2032);
  });
});

describe('labels with figures of their own', () => {
  test('其他资金：220.00 beside 208.60: the second figure is none of the label', () => {
    const readout = read(
      '单位整体支出绩效自评表',
      '（2031年度）',
      grid(`
 | 单位名称 | 海岬市疾控中心 | < | < | < |
 | 年度预算申请（万元） | 资金总额：1,860.00 | < | 执行数：1,804.20 | 执行率：97% |
 | ^ | 其中：财政拨款：1,640.00 | < | 1,595.60 | < |
 | ^ | 其他资金：220.00 | < | 208.60 | < |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 |
 | 产出指标 | 数量指标 | 接种剂次 | ≥12万剂次 | 12.8万剂次 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2031 1860 万元',
      'funding 执行数 executed 2031 1804.2 万元',
      'funding 财政拨款 current 2031 1640 万元 of=资金总额',
      'funding 其他资金 current 2031 220 万元 of=资金总额',
    ]);
    expect(findings(readout)).toEqual([]);
  });

  test('a rate behind two sums of a row is theirs', () => {
    const form = (rate: string) =>
      read(
        '项目支出绩效自评表',
        '2031年度',
        grid(`
 | 项目名称 | 物资储备 | < | 实施单位 | 海岬市储备中心 | < |
 | 预算资金（万元） | 520.00 | 实际支出（万元） | 499.20 | 执行率 | 96% |
 | 其中：市级财政 | 400.00 | 其中：市级财政 | 384.00 | 执行率 | ${rate} |
 | 上级资金 | 120.00 | 上级资金 | 115.20 | 执行率 | 96% |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 得分 |
 | 产出指标（90分） | 数量指标 | 储备物资数量 | ≥4.2万件 | 4.25万件 | 90 |
 | 预算执行（10分） | 执行率 | 预算执行率 | 100% | 96% | 9.6 |
 | 总分 | < | < | < | < | 99.6 |`),
      );
    const readout = form('96%');
    expect(counted(readout).filter((each) => each.includes(' rate '))).toEqual([
      'funding 预算资金 rate 2031 96 %',
      'funding 市级财政 rate 2031 96 % of=预算资金',
      'funding 上级资金 rate 2031 96 % of=预算资金',
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.6 });
    expect(findings(readout).filter((each) => !each.includes('WGT'))).toEqual([]);
    expect(findings(form('99%'))).toContain('error PCT-05');
  });

  test('what was paid of a contract and what is left of it are stages of its sum', () => {
    const readout = read(
      '项目资金使用明细表',
      '2031年度　单位：万元',
      grid(`
 | 序号 | 合同名称 | 合同金额 | 已付金额 | 未付金额 | 付款比例 |
 | 1 | 机房改造 | 86.00 | 81.70 | 4.30 | 95% |
 | 2 | 设备采购 | 142.00 | 142.00 | 0.00 | 100% |
 | 合计 | < | 228.00 | 223.70 | 4.30 | 98.11% |`),
    );
    expect(readout.amounts.slice(0, 4).map(({ measure }) => measure)).toEqual([
      'budget',
      'executed',
      'balance',
      'rate',
    ]);
    expect(findings(readout)).toEqual([]);
  });
});

test('实施期目标 promises more than its year: no indicator of the year answers for it', () => {
  const readout = read(
    '项目支出绩效目标申报表',
    '（2031年度）',
    grid(`
 | 项目名称 | < | 救护培训 | < | < |
 | 总体目标 | 实施期目标 | < | 年度目标 | < |
 | ^ | 三年培训救护员3600人 | < | 培训救护员1200人 | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | ^ | 产出指标 | 数量指标 | 培训救护员 | ≥1200人 |`),
  );
  expect(findings(readout).filter((each) => each.includes('NAR'))).toEqual([]);
});

describe('rows of execution', () => {
  const evaluated = (rate: string, score: string) =>
    read(
      '财政政策绩效自评表',
      '（2031年度）',
      grid(`
 | 政策名称 | < | 就业补贴 | < | < | < | < |
 | 实施单位 | < | 海岬市就业局 | < | < | < | < |
 | 政策资金（万元） | | 年初预算 | 全年预算（A） | 实际执行（B） | 执行率（B/A） | 备注 |
 | ^ | 资金总额 | 260.00 | 250.00 | 240.00 | 96.00% | |
 | ^ | 其中：市级财政 | 260.00 | 250.00 | 240.00 | 96.00% | |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 补贴人数 | ≥850人 | 863人 | 50 | 50 |
 | 效益指标 | 社会效益指标 | 去向落实率 | ≥85% | 87% | 40 | 40 |
 | 执行率 | < | < | ≥95% | ${rate} | 10 | ${score} |
 | 合计 | < | < | < | < | 100 | ${90 + Number(score)} |`),
    );

  test('执行率 merged across the levels is no indicator; from its aim on all points are given', () => {
    const readout = evaluated('96%', '10');
    expect(told(readout)).toHaveLength(2);
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 10,
      execution_target: 95,
    });
    expect(findings(readout).filter((each) => !each.includes('WGT-06'))).toEqual([]);
    expect(findings(evaluated('96%', '8'))).toContain('warning SCR-03');
  });

  test('the rate that the row states is held against the funds above, whose rates stay with them', () => {
    expect(findings(evaluated('99%', '10'))).toContain('warning PCT-05');
  });
});
