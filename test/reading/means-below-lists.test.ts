import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** A row 平均 below the scores of projects; every name and figure is invented. */
const told = (whole: string, parts = '17.33 | 16.50 | 26.50 | 25.23') => {
  const readout = read(
    '2031年财政重点绩效评价结果汇总表（单位：万元）',
    grid(`
 | 序号 | 项目名称 | 预算安排 | 评价得分 | < | < | < | < |
 | ^ | ^ | ^ | 决策 | 过程 | 产出 | 效益 | 总分 |
 | 1 | 校园安防升级 | 860.00 | 18.00 | 17.50 | 27.00 | 26.20 | 88.70 |
 | 2 | 高标准农田建设 | 5200.00 | 19.00 | 18.00 | 28.50 | 27.00 | 92.50 |
 | 3 | 居家养老服务 | 430.00 | 15.00 | 14.00 | 24.00 | 22.50 | 75.50 |
 | 平均 | < | | ${parts} | ${whole} |`),
  );
  return reconcile(readout)
    .findings.filter(({ rule }) => rule === 'SCR-14')
    .map(({ actual, severity }) => [severity, actual]);
};

const one = (mean: string) => {
  const readout = read(
    '2031年部门绩效自评汇总表（单位：万元）',
    grid(`
 | 序号 | 项目名称 | 预算数 | 自评得分 |
 | 1 | 技能培训 | 120.00 | 94.5 |
 | 2 | 就业服务 | 80.00 | 98 |
 | 平均分 | < | | ${mean} |`),
  );
  return reconcile(readout)
    .findings.filter(({ rule }) => rule === 'SCR-14')
    .map(({ actual, severity }) => [severity, actual]);
};

describe('a row of means below a list of scores', () => {
  test('is the mean of the rows above, rounded', () => {
    expect(told('85.57')).toEqual([]);
    expect(told('87.57')).toEqual([['error', 87.57]]);
    expect(told('85.57', '17.33 | 16.50 | 26.50 | 23.25')).toEqual([['error', 23.25]]);
  });

  test('is no such row where most columns differ', () => {
    expect(told('85.57', '18.33 | 17.50 | 27.50 | 25.63')).toEqual([]);
  });

  test('of one column alone is a warning', () => {
    expect(one('96.25')).toEqual([]);
    expect(one('86.25')).toEqual([['warning', 86.25]]);
  });
});
