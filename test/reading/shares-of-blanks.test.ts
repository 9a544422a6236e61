import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Shares beside cells of amounts that are left blank; every name and figure is invented. */
const table = (rows: string): ReturnType<typeof read> =>
  read(
    '2031年部门支出预算表',
    '单位：万元',
    grid(`
 | 项目 | 2030年预算数 | 占比（%） | 2031年预算数 | 占比（%） |
${rows}`),
  );

const shares = ({ amounts }: ReturnType<typeof read>): unknown[] =>
  amounts.map(({ item, year, value, share, blank_parts }) => [item, year, value, share, blank_parts]);

test('a share whose amount is blank is kept, on a figure without a value, and the cell stays a blank part of its sum', () => {
  const readout = table(`
 | 基本支出 |  | 60 | 55 | 55 |
 | 项目支出 | 40 | 40 | 45 | 45 |
 | 合计 | 100 | 100 | 100 | 100 |`);
  expect(shares(readout)).toEqual([
    ['基本支出', 2030, null, 60, undefined],
    ['基本支出', 2031, 55, 55, undefined],
    ['项目支出', 2030, 40, 40, undefined],
    ['项目支出', 2031, 45, 45, undefined],
    ['合计', 2030, 100, 100, ['基本支出']],
    ['合计', 2031, 100, 100, undefined],
  ]);
  expect(readout.amounts[0]?.source).toMatchObject({ share: { row: 1, column: 2 } });
  const { findings } = reconcile(readout);
  expect(findings.map(({ rule, actual, expected }) => [rule, actual, expected])).toEqual([
    ['SUM-01', 100, 40],
  ]);
});

test('a row whose amount and share are both blank gives no record, nor does a share that is a sign or nought', () => {
  const readout = table(`
 | 基本支出 | 100 | 100 | 55 | 55 |
 | 项目支出 |  | — | 45 | 45 |
 | 经营支出 |  |  |  |  |
 | 其他支出 |  | 0.00 |  | 0% |
 | 合计 | 100 | 100 | 100 | 100 |`);
  expect(shares(readout).slice(0, 4)).toEqual([
    ['基本支出', 2030, 100, 100, undefined],
    ['基本支出', 2031, 55, 55, undefined],
    ['项目支出', 2031, 45, 45, undefined],
    ['合计', 2030, 100, 100, ['项目支出', '经营支出', '其他支出']],
  ]);
  expect(reconcile(readout).findings).toEqual([]);
});
