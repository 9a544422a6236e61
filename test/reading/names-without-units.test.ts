import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Names with the unit behind them; every name and figure is invented. */
test('a traditional unit is no part of the name of a sum', () => {
  const { amounts } = read(
    '項目支出績效目標表',
    grid(`
 | 項目名稱 | 濱河步道 | < |
 | 項目資金（萬元） | 年度資金總額（萬元） | 86.50 |
 | ^ | 其中：財政撥款（萬元） | 80.00 |
 | ^ | 其他資金（萬元） | 6.50 |`),
  );
  expect(amounts.map(({ item, unit, value }) => [item, value, unit])).toEqual([
    ['年度資金總額', 86.5, '万元'],
    ['財政撥款', 80, '万元'],
    ['其他資金', 6.5, '万元'],
  ]);
});
