import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** What is paid by results: a base times a coefficient. Every name and figure is invented. */
describe.each([
  ['years', '年度', ['2030年', '2031年', '2032年']],
  ['plants', '项目', ['柳溪厂', '东渠厂', '北桥厂']],
])('a coefficient of results beside sums of %s', (_, head, [first, second, third]) => {
  const paid = (coefficient: string, sum = '1056.40') =>
    read(
      '污水处理项目政府付费计算表',
      '单位：万元',
      grid(`
        | ${head} | 可用性服务费 | 绩效考核得分 | 绩效系数 | 应付服务费 |
        | ${first} | 1100.00 | 92 | 1.00 | 1100.00 |
        | ${second} | 1112.00 | 88 | ${coefficient} | ${sum} |
        | ${third} | 1124.00 | 83 | 0.90 | 1011.60 |
      `),
    );

  test('the base and it make up what is owed', () => {
    const readout = paid('0.95');
    expect(readout.amounts.flatMap(({ factors }) => factors?.map(({ value }) => value) ?? [])).toEqual([
      1100, 1, 1112, 0.95, 1124, 0.9,
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('a slip in either is told', () => {
    expect(errorsIn(paid('0.85')).join()).toContain('UCQ-05');
    expect(errorsIn(paid('0.95', '1065.40')).join()).toContain('UCQ-05');
  });
});

test('a coefficient of 1 in every row says of no sum that another is made of it', () => {
  const { amounts } = read(
    '项目付费表',
    '单位：万元',
    grid(`
      | 项目 | 预算数 | 绩效系数 | 支付数 |
      | 柳溪厂 | 100.00 | 1.00 | 100.00 |
      | 东渠厂 | 200.00 | 1.00 | 200.00 |
    `),
  );
  expect(amounts.some(({ factors }) => factors !== undefined)).toBe(false);
});
