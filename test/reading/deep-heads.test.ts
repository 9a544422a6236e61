import { describe, expect, test } from 'vitest';
import { withoutDeepHeads } from '../../src/reading/table/deep-heads.ts';
import { errorsIn, grid, read } from './drawing.ts';

describe('a head of codes that is merged with the blanks below it', () => {
  test('is no label beside the numbers of the columns and the sum', () => {
    const readout = read(
      '2031年一般公共预算支出表',
      '单位：万元',
      grid(`
      | 科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
      | ^ | 栏次 | 1 | 2 | 3 |
      | ^ | 合计 | 900.00 | 600.00 | 300.00 |
      | 205 | 教育支出 | 900.00 | 600.00 | 300.00 |
      | 20502 | 普通教育 | 900.00 | 600.00 | 300.00 |
      | 2050202 | 小学教育 | 500.00 | 400.00 | 100.00 |
      | 2050203 | 初中教育 | 400.00 | 200.00 | 200.00 |`),
    );
    const codes = readout.amounts.map(({ code, item, value }) => [code, item, value].join(' '));
    expect(codes).toHaveLength(15);
    expect(codes).toContain(' 合计 900');
    expect(codes).toContain('2050203 初中教育 400');
    expect(errorsIn(readout)).toEqual([]);
  });

  test('stays as deep as it is where names follow below it, or nothing but heads stands beside it', () => {
    const side = grid(`
      | 项 | 上年 | 本年 |
      | ^ | 3 | 4 |
      | 合计 | 3 | 4 |`);
    expect(withoutDeepHeads(side)).toBe(side);
    const heads = grid(`
      | 科目编码 | 科目名称 | 支出 | < |
      | ^ | ^ | 基本 | 项目 |
      | 205 | 教育支出 | 3 | 4 |`);
    expect(withoutDeepHeads(heads)).toBe(heads);
  });
});
