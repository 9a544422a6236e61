import { expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Subjects with subtotals, below which rows tell for what each is spent. Every name and figure is invented. */
const form = (last: string) =>
  read(
    '2032年项目支出明细表',
    '单位：元',
    grid(`
      | 科目编码 | < | < | 功能科目名称 | 部门经济科目 | < | 总计 | 一般公共预算 | 政府性基金预算 |
      | 类 | 款 | 项 | ^ | 编码 | 名称 | ^ | ^ | ^ |
      | | | | 合计 | | | 8650 | 6650 | 2000 |
      | 214 | | | 交通运输支出 | | | 6650 | 6650 | |
      | 214 | 01 | | 公路水路运输 | | | 6650 | 6650 | |
      | 214 | 01 | 06 | 公路养护 | 30213 | 维修（护）费 | 3600 | 3600 | |
      | 214 | 01 | 06 | 公路养护 | 30227 | 委托业务费 | ${last} | 1050 | |
      | 214 | 01 | 12 | 公路运输管理 | 30299 | 其他支出 | 2000 | 2000 | |
      | 212 | | | 城乡社区支出 | | | 2000 | | 2000 |
      | 212 | 08 | | 土地出让支出 | | | 2000 | | 2000 |
      | 212 | 08 | 04 | 农村基础设施建设支出 | 31005 | 基础设施建设 | 2000 | | 2000 |
    `),
  );

test('the subjects below those that are told in detail are parts of the sum, and the details of their subject', () => {
  const readout = form('1050');
  const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
  expect([...parents]).toEqual([
    ['合计', null],
    ['交通运输支出', '合计'],
    ['公路水路运输', '交通运输支出'],
    ['维修（护）费', '公路水路运输'],
    ['委托业务费', '公路水路运输'],
    ['其他支出', '公路水路运输'],
    ['城乡社区支出', '合计'],
    ['土地出让支出', '城乡社区支出'],
    ['基础设施建设', '土地出让支出'],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('a slip in a detail is told', () => {
  expect(errorsIn(form('1500'))).not.toEqual([]);
});
