import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/reconcile/index.ts';
import { grid, read } from '../../reading/drawing.ts';

const errors = (...blocks: Parameters<typeof read>): string[] =>
  reconcile(read(...blocks))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ actual, expected, rule }) => `${rule} ${actual} ${expected}`);

describe('a total that a table links to its rows', () => {
  const list = (first: string, total = '1,100') =>
    errors(
      '2024年度重点项目支出执行监控表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 预算数 | 1-7月支出数 | 支出进度 |
 | 1 | 环境监测专项 | ${first} | 374 | 55% |
 | 2 | 执法能力建设 | 420 | 168 | 40% |
 | 合计 | < | ${total} | 542 | 49.27% |`),
    );
  it('is the sum of the projects above it (SUM-04)', () => {
    expect(list('680')).toEqual([]);
    expect(list('680', '1,200')).toContain('SUM-04 1200 1100');
  });
  it('is told from the rate where one project is off', () => {
    expect(list('860').length).toBeGreaterThan(0);
  });

  const department = (allocation: string) =>
    errors(
      '2025年部门整体支出绩效目标申报表',
      grid(`
 | 单位名称 | 清源市生态环境局 | < | < |
 | 年度预算申请（万元） | 资金总额 | 4,860.00 | < |
 | ^ | 按收入性质分 | < | 按支出性质分 |
 | ^ | 上年结转：160.00 | < | 基本支出：2,860.00 |
 | ^ | 公共财政拨款：${allocation} | < | 项目支出：2,000.00 |
 | ^ | 其他资金：100.00 | < | |`),
    );
  const inColumns = (whole: string, fund: string, projects: string) =>
    errors(
      '2025年部门整体支出绩效目标申报表',
      grid(`
 | 单位名称 | 清源市生态环境局 | < | < | < | < |
 | 年度预算申请 | 资金总额（万元） | 按收入性质分 | < | 按支出性质分 | < |
 | ^ | ^ | 其中： | < | 其中： | < |
 | ^ | ${whole} | 一般公共预算 | ${fund} | 基本支出 | 386.40 |
 | ^ | ^ | 政府性基金拨款 | 0.00 | 项目支出 | ${projects} |
 | ^ | ^ | 其他资金 | 100.00 |  |  |
 | 三级指标 | 指标值 | < | < | < | < |
 | 执法次数 | ≥12次 | < | < | < | < |`),
    );
  it('is made up by its sources and by its kinds of spending in columns of their own (SUM-01)', () => {
    expect(inColumns('1186.40', '1086.40', '800.00')).toEqual([]);
    expect(inColumns('1186.40', '1068.40', '800.00')).toEqual(['SUM-01 1186.4 1168.4']);
    expect(inColumns('1186.40', '1086.40', '900.00')).toEqual(['SUM-01 1186.4 1286.4']);
    expect(inColumns('1168.40', '1086.40', '800.00')[0]).toMatch('SUM-01 1168.4 1186.4');
  });
  it('is made up by the sources in the column beside basic and project spending (SUM-01)', () => {
    expect(department('4,600.00')).toEqual([]);
    expect(department('4,200.00')).toEqual(['SUM-01 4860 4460']);
  });
});
