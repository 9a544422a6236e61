import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

test('总计 at the head is made of 本级收入合计 and 转移性收入合计, each over its own lines; every figure is invented', () => {
  const { amounts } = read(
    '2032年青禾镇一般公共预算收支决算表',
    '单位：万元',
    grid(`
 | 收入 | 预算数 | 决算数 |
 | 总计 | 300.00 | 340.00 |
 | 本级收入合计 | 40.00 | 60.00 |
 | 一、税收收入 | 30.00 | 45.00 |
 | 二、非税收入 | 10.00 | 15.00 |
 | 转移性收入合计 | 260.00 | 280.00 |
 | 一、上级补助收入 | 200.00 | 210.00 |
 | 二、上年结转 | 60.00 | 70.00 |`),
  );
  const final = amounts.filter(({ value }) => [340, 60, 45, 280, 210, 70].includes(value ?? 0));
  const parents = new Map(final.map(({ item, parent }) => [item, parent]));
  expect([...parents]).toEqual([
    ['总计', null],
    ['本级收入合计', '总计'],
    ['税收收入', '本级收入合计'],
    ['转移性收入合计', '总计'],
    ['上级补助收入', '转移性收入合计'],
    ['上年结转', '转移性收入合计'],
  ]);
});
