import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** Tables that print what was spent twice, or changes from a named year; every name and figure is invented. */
describe('columns of what was spent and of changes', () => {
  const progress = (rate: string) =>
    read(
      '2031年12月部门预算支出执行进度表',
      '单位：万元',
      grid(`
 | 科目 | 年初预算 | 追加 | 全年预算 | 本月支出 | 累计支出 | 支出进度% | 预算结余 |
 | 一、基本支出 | 860.00 | 24.00 | 884.00 | 81.20 | 879.60 | 99.50 | 4.40 |
 | 二、项目支出 | 520.00 | 110.00 | 630.00 | 92.00 | 585.90 | ${rate} | 44.10 |
 | 合计 | 1,380.00 | 134.00 | 1,514.00 | 173.20 | 1,465.50 | 96.80 | 48.50 |`),
    );

  test('本月支出 | 累计支出 | 支出进度: the rate is of what was spent up to the day', () => {
    expect(errorsIn(progress('93.00'))).toEqual([]);
    expect(errorsIn(progress('90.00'))).toEqual(['PCT-05']);
  });

  test('2032年比2031年增减 beside its rate is a sum', () => {
    const readout = read(
      '收费和罚没收入征收计划表',
      '单位：万元',
      grid(`
 | 收入项目 | 2031年预计完成 | 2032年征收计划 | 2032年比2031年增减 | 增减幅度 |
 | 一、行政事业性收费 | 920.00 | 980.00 | 60.00 | 6.52% |
 | 二、罚没收入 | 110.00 | 100.00 | -10.00 | -9.09% |
 | 合计 | 1,030.00 | 1,080.00 | 50.00 | 4.85% |`),
    );
    const changes = readout.amounts.filter(({ column_label: label }) => label === '2032年比2031年增减');
    expect(changes.map(({ measure, unit }) => `${measure} ${unit}`)).toEqual(
      Array(3).fill('adjustment 万元'),
    );
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
