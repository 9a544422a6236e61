import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** A form of funds over key indicators, and one of a bond; every name and figure is invented. */
test('关键指标 below a list of funds heads indicators, sorted by 建设任务', () => {
  const readout = read(
    '高校“双一流”建设专项资金绩效自评表（2031年度）',
    grid(`
 | 学校名称 | 岭东大学 | < | 所属主管部门 | 岭东省教育厅 | < | < | < |
 | 建设周期总投入（万元） | 45000 | < | 本年度投入（万元） | 11000 | < | < | < |
 | 资金来源 | < | 预算数 | 到位数 | 支出数 | 到位率 | 支出率 | 结余 |
 | 中央财政专项 | < | 6000 | 6000 | 5820 | 100% | 97.00% | 180 |
 | 省级财政专项 | < | 5000 | 5000 | 4750 | 100% | 95.00% | 250 |
 | 合计 | < | 11000 | 11000 | 10570 | 100% | 96.09% | 430 |
 | 建设任务 | 关键指标 | 基期值（2029年） | 2031年目标值 | 2031年实现值 | 完成率 | 分值 | 得分 |
 | 人才培养 | 国家级一流课程（门） | 18 | 24 | 25 | 104.17% | 40 | 40 |
 | ^ | 研究生论文（篇） | 420 | 520 | 507 | 97.50% | 20 | 19.5 |
 | 科学研究 | 到账科研经费（亿元） | 3.20 | 4.00 | 3.80 | 95.00% | 40 | 38 |
 | 合计 | < | < | < | < | < | 100 | 97.5 |`),
  );
  expect(readout.filings[0]).toMatchObject({ money_unit: '万元', total_score: 97.5, year: 2031 });
  expect(readout.amounts.slice(0, 2).map(({ item, measure, value }) => [item, measure, value])).toEqual([
    ['建设周期总投入', 'total_budget', 45_000],
    ['本年度投入', 'current', 11_000],
  ]);
  expect(readout.amounts).toHaveLength(20);
  expect(
    readout.indicators.map(({ actual, level1, level3, prior, score, target }) => [
      level1,
      level3,
      prior[0]?.value,
      target?.value,
      actual?.value,
      score,
    ]),
  ).toEqual([
    ['人才培养', '国家级一流课程（门）', 18, 24, 25, 40],
    ['人才培养', '研究生论文（篇）', 420, 520, 507, 19.5],
    ['科学研究', '到账科研经费（亿元）', 3.2, 4, 3.8, 38],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('money of a bond beside a label that prints the unit of all of it', () => {
  const form = (multiple: string) =>
    read(
      '2032年专项债券项目资金绩效目标表',
      grid(`
 | 项目名称 | 停车场建设项目 | < | < | < |
 | 债券资金（万元） | 债券发行总额 | 12000 | 债券期限 | 15年 |
 | 收益情况（万元） | 项目总收益 | 25200 | 债券本息总额 | 18000 |
 | ^ | 融资本息覆盖倍数 | ${multiple} | 还本方式 | 到期一次还本 |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 |
 | 产出指标 | 数量指标 | 新建停车位 | < | ≥800个 |`),
    );
  const readout = form('1.40');
  expect(readout.amounts.map(({ item, unit, value }) => [item, value, unit])).toEqual([
    ['债券发行总额', 12_000, '万元'],
    ['项目总收益', 25_200, '万元'],
    ['债券本息总额', 18_000, '万元'],
    ['融资本息覆盖倍数', 1.4, '倍'],
  ]);
  expect(readout.warnings).toEqual([]);
  expect(errorsIn(readout)).toEqual([]);
  expect(reconcile(form('1.04')).findings.map(({ rule }) => rule)).toContain('RAT-17');
});
