import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** A list of costs whose sums stand under 总价; names and figures are invented. */
test('总价 is what a line of a list of costs comes to', () => {
  const { amounts } = read(
    '表1 成本核算分析表',
    grid(`
 | 实施内容 | 费用明细 | 单价（元） | 数量 | 计量单位 | 总价（万元） |
 | 人工清扫 | 清扫工工资 | 45,000.00 | 320 | 人 | 1,440.00 |
 | ^ | 社会保险费 | 8,437.50 | 320 | 人 | 270.00 |
 | 机械作业 | 洒水车作业 | 228,000.00 | 18 | 台 | 410.40 |
 | 合计 | < | < | < | < | 2,120.40 |`),
  );
  expect(amounts.map(({ item, unit, value }) => [item, value, unit])).toEqual([
    ['清扫工工资', 1440, '万元'],
    ['社会保险费', 270, '万元'],
    ['洒水车作业', 410.4, '万元'],
    ['合计', 2120.4, '万元'],
  ]);
});
