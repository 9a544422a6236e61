import { expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Blank columns between figures, and sums of groups. Every name and figure is invented. */
const amountsOf = (title: string, drawn: string) =>
  read(title, grid(drawn)).amounts.map(({ item, value }) => `${item} ${value}`);

test('columns in which nothing stands between those of figures are none', () => {
  const plain = amountsOf(
    '2031年部门支出预算表（单位：万元）',
    `
 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
 | 201 | 公共服务 | 12.50 | 10.00 | 2.50 |
 | 213 | 农林水 | 7.25 | 3.25 | 4.00 |
 |  | 合计 | 19.75 | 13.25 | 6.50 |`,
  );
  expect(plain).toHaveLength(9);
  const spaced = `
 | 科目编码 |  | 科目名称 |  | 合计 |  | 基本支出 |  | 项目支出 |
 | 201 |  | 公共服务 |  | 12.50 |  | 10.00 |  | 2.50 |
 | 213 |  | 农林水 |  | 7.25 |  | 3.25 |  | 4.00 |
 |  |  | 合计 |  | 19.75 |  | 13.25 |  | 6.50 |`;
  expect(amountsOf('2031年部门支出预算表（单位：万元）', spaced)).toEqual(plain);
  const merged = `
 | 科目编码 | 科目名称 | 支出 | < | < | < | < | < |
 | ^ | ^ | 合计 |  | 基本支出 |  | 项目支出 |  |
 | 201 | 公共服务 | 12.50 |  | 10.00 |  | 2.50 |  |
 | 213 | 农林水 | 7.25 |  | 3.25 |  | 4.00 |  |
 |  | 合计 | 19.75 |  | 13.25 |  | 6.50 |  |`;
  expect(amountsOf('2031年部门支出预算表（单位：万元）', merged)).toEqual(plain);
});

test('blank columns between lists side by side stay', () => {
  const lists = `
 | 收入项目 | 预算数 |  | 支出项目 | 预算数 |  |
 | 财政拨款 | 12.50 |  | 农林水 | 15.00 |  |
 | 其他收入 | 7.25 |  | 公共服务 | 4.75 |  |
 | 收入总计 | 19.75 |  | 支出总计 | 19.75 |  |`;
  const found = amountsOf('2031年部门收支预算总表（单位：万元）', lists);
  expect(found).toContain('农林水 15');
  expect(found).toContain('财政拨款 12.5');
});

const towns = (sum: string, first = '15.75') => `
 | 乡镇 | 项目 | 合计 | 中央 | 省级 |
 | 甲镇 | 渠道 | 10.50 | 8.00 | 2.50 |
 | 甲镇 | 泵站 | 5.25 | 5.00 | 0.25 |
 | 甲镇${sum} |  | ${first} | 13.00 | 2.75 |
 | 乙镇 | 渠道 | 7.50 | 7.00 | 0.50 |
 | 乙镇 | 泵站 | 2.00 | 1.00 | 1.00 |
 | 乙镇${sum} |  | 9.50 | 8.00 | 1.50 |
 | 总计 |  | 25.25 | 21.00 | 4.25 |`;

test.each(['小计', ' 汇总'])('甲镇%s adds up all lines that bear the name of its group', (sum) => {
  const errors = (first?: string) =>
    errorsIn(read('2031年水利资金分配表（单位：万元）', grid(towns(sum, first))));
  expect(errors()).toEqual([]);
  expect(errors('16.75')).not.toEqual([]);
});
