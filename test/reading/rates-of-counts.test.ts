import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** A list of what was asked for and what was granted; every name and figure is invented. */
const granted = () =>
  read(
    '表1 专项资金支持情况',
    grid(`
 | 支持方向 | 申报数（个） | 支持数（个） | 支持率 | 补助资金（万元） |
 | 设备更新 | 40 | 26 | 65.00% | 1300 |
 | 贷款贴息 | 25 | 21 | 84.00% | 525 |
 | 合计 | 65 | 47 | 72.31% | 1825 |`),
    '表2 指标得分情况',
    grid(`
 | 指标 | 决策（16分） | 过程（24分） | 产出（30分） | 效益（30分） | 合计（100分） |
 | 得分 | 13.50 | 19.60 | 26.50 | 26.00 | 85.60 |`),
  );

test('how many of those that asked were granted is no rate of execution', () => {
  const readout = granted();
  expect(readout.filings.map(({ execution_rate: rate }) => rate)).toEqual(readout.filings.map(() => null));
  expect(reconcile(readout).findings.filter(({ rule }) => rule === 'SCR-09')).toEqual([]);
});

test('申报数（个） counts, although 申报数 alone is a sum', () => {
  expect(counted(granted()).filter((amount) => / 40 | 26 /.test(amount))).toEqual([
    'funding 设备更新 count ∅ 40 个 of=合计',
    'funding 设备更新 count ∅ 26 个 of=合计',
  ]);
});
