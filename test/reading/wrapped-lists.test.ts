import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Lists that go on at the top of the columns beside them; every name and figure is invented. */
describe('a list in several runs of columns', () => {
  const form = (drawing: string) => read('2031年护林补助资金分配表', '单位：万元', grid(drawing));
  const places = (readout: ReturnType<typeof form>) =>
    Object.fromEntries(readout.amounts.map(({ item, parent }) => [item, parent]));
  const errors = (readout: ReturnType<typeof form>) =>
    reconcile(readout).findings.filter(({ severity }) => severity === 'error');

  test('is read down one run and on at the head of the next: parts of a subtotal stand in both', () => {
    const readout = form(`
 | 单位 | 金额 | 单位 | 金额 |
 | 全省合计 | 366 | 白塔县 | 70 |
 | 云山市小计 | 141 | 石门市小计 | 78 |
 | 南湖区 | 87 | 石门市 | 31 |
 | 北岭县 | 54 | 其中：市本级 | 9 |
 | 东川市小计 | 147 | 青云区 | 22 |
 | 东川市 | 77 | 红岩县 | 47 |`);
    expect(places(readout)).toMatchObject({
      白塔县: '东川市小计',
      北岭县: '云山市小计',
      石门市小计: '全省合计',
      青云区: '石门市',
      红岩县: '石门市小计',
    });
    expect(errors(readout)).toEqual([]);
    expect(readout.amounts[0]?.source.value).toMatchObject({ row: 1, column: 1 });
  });

  test('is one where a run stands on a page of its own, and none where a page end parts the rows', () => {
    const drawn = grid(`
 | 单位 | 金额 | 单位 | 金额 |
 | 云山市小计 | 141 | 白塔县 | 70 |
 | 南湖区 | 87 | 石门市小计 | 78 |
 | 北岭县 | 54 | 青云区 | 31 |
 | 东川市小计 | 147 | 红岩县 | 47 |
 | 东川市 | 77 | | |`);
    const [part] = drawn.parts;
    const over = (...parts: [number, number][]) => ({
      ...drawn,
      parts: parts.map(([firstRow, endRow], at) => ({ ...part!, page: at + 1, firstRow, endRow })),
    });
    const beside = read('2031年护林补助资金分配表', '单位：万元', over([0, 6], [0, 6]));
    expect(places(beside)).toMatchObject({ 白塔县: '东川市小计', 红岩县: '石门市小计' });
    expect(errors(beside)).toEqual([]);
    const below = read('2031年护林补助资金分配表', '单位：万元', over([0, 3], [3, 6]));
    expect(places(below).白塔县).not.toBe('东川市小计');
  });

  test('ends in a sum at the foot of a run, whichever it is', () => {
    const readout = form(`
 | 乡镇 | 金额 | 乡镇 | 金额 |
 | 东川镇 | 12 | 石门镇 | 8 |
 | 西山镇 | 10 | 莲花乡 | 7 |
 | 合计 | 43 | 白塔乡 | 6 |`);
    expect(places(readout)).toMatchObject({ 石门镇: '合计', 东川镇: '合计', 白塔乡: '合计' });
    expect(errors(readout)).toEqual([]);
  });

  test('is no list of two sides with a sum each', () => {
    const readout = form(`
 | 项目 | 金额 | 项目 | 金额 |
 | 财政拨款 | 500 | 工资福利支出 | 420 |
 | 事业收入 | 60 | 商品和服务支出 | 140 |
 | 收入总计 | 560 | 支出总计 | 560 |`);
    expect(places(readout)).toMatchObject({ 工资福利支出: '支出总计', 财政拨款: '收入总计' });
    expect(errors(readout)).toEqual([]);
  });
});
