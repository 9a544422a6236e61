import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** What a project earns and what its bond costs, a row each; every name and figure is invented. */
const balance = (rows: string) =>
  read('2032年专项债券项目收益与融资平衡表', '单位：万元', grid(` | 项目 | 金额 |${rows}`));

const errors = (readout: ReturnType<typeof read>) =>
  reconcile(readout).findings.filter(({ severity }) => severity === 'error');

test('本息合计 adds up no yield that stands above it', () => {
  const readout = balance(`
 | 预期总收益 | 25200 |
 | 应付本息合计 | 18000 |
 | 本息覆盖倍数 | 1.40 |`);
  expect(counted(readout)).toEqual([
    'budget 预期总收益 budget 2032 25200 万元',
    'budget 应付本息合计 budget 2032 18000 万元',
    'budget 本息覆盖倍数 count 2032 1.4 倍',
  ]);
  expect(errors(readout)).toEqual([]);
});

test('本息合计 below its two parts adds them up', () => {
  const sum = (total: number) =>
    errors(
      balance(`
 | 债券本金 | 12000 |
 | 债券利息 | 6000 |
 | 本息合计 | ${total} |`),
    ).map(({ rule }) => rule);
  expect(sum(18000)).toEqual([]);
  expect(sum(18900)).toEqual(['SUM-01']);
});
