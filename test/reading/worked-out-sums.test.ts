import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Lists whose sums are worked out from columns beside them. Every name and figure is invented. */
const listOf = (drawing: string, unit = '单位：万元') =>
  read('2031年度项目支出测算明细表', unit, grid(drawing));

const factorsOf = (records: ReturnType<typeof listOf>) =>
  records.amounts.flatMap(({ factors = [], item, source, value }) =>
    factors.length === 0
      ? []
      : [
          [
            item,
            value,
            ...factors.map(({ label, unit, value: of }, i) => [
              label,
              of,
              unit,
              source[`factor${i}`]?.column,
            ]),
          ],
        ],
  );

describe('counts and prices beside a sum', () => {
  const table = (sum: string) =>
    listOf(`
 | 序号 | 支出内容 | 测算标准（元/人·天） | 人数 | 天数 | 金额 | 备注 |
 | 1 | 护林员培训 | 450 | 120 | 5 | ${sum} | - |
 | 2 | 外出考察 | 600 | 40 | 3 | 7.20 | - |
 | 3 | 宣传资料 | - | - | - | 3.50 | 按合同 |`);

  test('are its factors, whatever their order, where the row prints all of them', () => {
    expect(factorsOf(table('27.00'))).toEqual([
      [
        '护林员培训',
        27,
        ['测算标准（元/人·天）', 450, '元/人·天', 2],
        ['人数', 120, null, 3],
        ['天数', 5, null, 4],
      ],
      [
        '外出考察',
        7.2,
        ['测算标准（元/人·天）', 600, '元/人·天', 2],
        ['人数', 40, null, 3],
        ['天数', 3, null, 4],
      ],
    ]);
    expect(table('27.00').warnings).toEqual([]);
  });
  test('are checked', () => {
    expect(errorsIn(table('27.00'))).toEqual([]);
    expect(errorsIn(table('28.00'))).toEqual(['UCQ-05']);
  });
});

test('a column of units says what is counted', () => {
  const list = listOf(`
 | 工程内容 | 单位 | 工程量 | 综合单价（元） | 投资额 | 其他费 |
 | 沥青路面 | 平方米 | 36500 | 128.6 | 469.39 | 39.39 |
 | 路缘石 | 米 | 8200 | 96 | 78.72 | 8.72 |`);
  expect(factorsOf(list)).toMatchObject([
    ['沥青路面', 469.39, ['工程量', 36500, '平方米', 2], ['综合单价（元）', 128.6, '元', 3]],
    ['路缘石', 78.72, ['工程量', 8200, '米', 2], ['综合单价（元）', 96, '元', 3]],
  ]);
});

test('a price that nothing counts, and a count that has no price, are told as before', () => {
  const list = listOf(`
 | 项目名称 | 定额标准 | 床位数 | 金额 |
 | 南坡卫生院 | 1.2 | 420 | 480.00 |
 | 北坡卫生院 | 1.2 | 180 | 210.00 |`);
  expect(factorsOf(list)).toEqual([]);
  expect(list.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});

test('a size whose unit was not read is no money', () => {
  const list = listOf(`
 | 资产名称 | 建筑面积（m） | 账面原值 |
 | 办公楼 | 3600 | 1260.00 |
 | 仓库 | 820 | 96.50 |`);
  expect(list.amounts.map(({ value }) => value)).toEqual([1260, 96.5]);
  expect(list.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});
