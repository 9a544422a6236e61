import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** What an investment costs and who pays for it, in tables of their own; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const measured = ({ amounts }: Readout): string[] =>
  amounts.map(({ item, measure, value }) => `${item} ${measure} ${value}`);

describe('sources of an investment', () => {
  const bonds = (whole: string) =>
    read(
      '新增地方政府专项债券项目绩效目标表',
      '（2031年度）',
      grid(`
 | 项目名称 | 城南水厂扩建 | < | < | < | < |
 | 项目总投资（万元） | ${whole} | < | < | 建设期限 | 2年 |
 | 资金来源（万元） | 合计 | 项目资本金 | 专项债券 | 银行贷款 | 其他 |
 | ^ | 32,000.00 | 7,000.00 | 20,000.00 | 5,000.00 | 0.00 |
 | 其中：2031年计划 | 12,500.00 | 3,500.00 | 8,000.00 | 1,000.00 | — |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 新增供水规模 | < | 4万吨 | |`),
    );

  test('are those of the whole where no year is said, and what adds them up is the whole once more', () => {
    const readout = bonds('32,000.00');
    expect(counted(readout).slice(0, 3)).toEqual([
      'funding 项目总投资 total_budget ∅ 32000 万元',
      'funding 合计 total_budget ∅ 32000 万元 of=项目总投资',
      'funding 项目资本金 total_budget ∅ 7000 万元',
    ]);
    expect(counted(readout)).toContain('funding 专项债券 budget 2031 8000 万元');
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(bonds('35,000.00'))).toEqual(['SUM-01']);
  });

  test('that make up less than a project costs may be those of its year', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      '（2031年度）',
      grid(`
 | 项目名称 | 南桥新建 | < | < | < | < |
 | 总投资（万元） | 26,500.00 | < | < | 建设期限 | 2年 |
 | 其中：资金来源 | 省级补助 | 市级财政 | 县级财政 | 其他资金 | 合计 |
 | 金额（万元） | 4,500.00 | 3,000.00 | 1,000.00 | 0.00 | 8,500.00 |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 新建桥梁 | < | 1座 | |`),
    );
    expect(measured(readout)).toContain('合计 current 8500');
    expect(errorsIn(readout)).toEqual([]);
  });

  test('总投资 beside heads of sources, and 本年投资 below it under the same heads', () => {
    const readout = read(
      '基础设施建设项目绩效目标表',
      '单位：万元　　　2031年',
      grid(`
 | 项目名称 | 东路改造 | < | < | < | < |
 | 总投资 | 合计 | 财政资金 | 社会资本 | 银行贷款 | 其他 |
 | ^ | 4,860.00 | 2,900.00 | 460.00 | 1,500.00 | 0.00 |
 | 本年投资 | 2,430.00 | 1,450.00 | 230.00 | 750.00 | 0.00 |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 改造里程 | < | ≥12公里 | |`),
    );
    expect(measured(readout).filter((each) => /合计|银行/.test(each))).toEqual([
      '合计 total_budget 4860',
      '银行贷款 total_budget 1500',
      '合计 current 2430',
      '银行贷款 current 750',
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });
});

test('合计 alone below its heads adds up no columns', () => {
  const readout = read(
    '部门预算支出总表',
    '单位：万元',
    grid(`
 | 项目 | 合计 | 基本支出 | 项目支出 |
 | 合计 | 1200 | 1000 | 200 |`),
  );
  expect(readout.amounts).toHaveLength(3);
  expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('the label beside a cell says the unit of the table that stands in it', () => {
  const outer = grid(`
 | 项目名称 | 设备更新 |
 | 实施单位 | 海岬市中心卫生院 |
 | 资金情况（万元） | |
 | 年度目标 | 更新设备36台 |`);
  const inner = grid(`
 | 年度资金总额 | 268.00 |
 | 其中：中央补助 | 160.00 |
 | 县级配套 | 108.00 |`);
  const readout = read('项目支出绩效目标申报表', '（2031年度）', outer, {
    ...inner,
    inside: { block: 2, row: 2, column: 1 },
  });
  expect(readout.filings.map((each) => each.money_unit)).toEqual(['万元']);
  expect(readout.amounts.map(({ unit, value }) => `${value} ${unit}`)).toEqual([
    '268 万元',
    '160 万元',
    '108 万元',
  ]);
});

test('rows below the one row of figures go on where a cell of theirs is crossed out', () => {
  const readout = read(
    '国有资本经营预算支出项目绩效自评表',
    '（2031年度）　单位：万元',
    grid(`
 | 项目名称 | 社会化管理补助 | < | < | < | < | < |
 | 预算执行 | 年初预算 | 追加（减）预算 | 调整预算 | 实际支出 | 执行率 | 得分 |
 | ^ | 460.00 | -20.00 | 440.00 | 426.80 | 97.00% | 9.70 |
 | 其中：中央 | 300.00 | 0.00 | 300.00 | 294.00 | 98.00% | — |
 | 地方 | 160.00 | -20.00 | 140.00 | 132.80 | 94.86% | — |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 移交人数 | ≥2600人 | 2612人 | 90 | 90 |`),
  );
  expect(measured(readout)).toEqual([
    '预算执行 initial_budget 460',
    '预算执行 adjustment -20',
    '预算执行 annual_budget 440',
    '预算执行 executed 426.8',
    '预算执行 rate 97',
    '中央 initial_budget 300',
    '中央 adjustment 0',
    '中央 annual_budget 300',
    '中央 executed 294',
    '中央 rate 98',
    '地方 initial_budget 160',
    '地方 adjustment -20',
    '地方 annual_budget 140',
    '地方 executed 132.8',
    '地方 rate 94.86',
  ]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
