import { expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

const drawing = (first: string, last: string): string => `
  | ${first} | 类别 | 资金总额 | 财政拨款 | 单位资金 |
  | 白石区文旅局 | | 2␣640␣000 | 2␣400␣000 | 240␣000 |
  | 白石区文旅局本级 | | 1␣440␣000 | 1␣200␣000 | 240␣000 |
  | 节庆活动 | 特定目标类 | 840␣000 | 600␣000 | ${last} |
  | 文物巡查 | 特定目标类 | 600␣000 | 600␣000 | — |`;

test('a kind behind the names of rows names none; the sum of sources is of their year; blanks part thousands in the whole table', () => {
  for (const first of ['单位/项目', '项目名称', '单位名称']) {
    const lines = counted(read('2032年部门项目支出预算表', '单位：元', grid(drawing(first, '240␣000'))));
    expect(lines.slice(0, 3)).toEqual([
      'budget 白石区文旅局 budget 2032 2640000 元',
      'budget 白石区文旅局 budget 2032 2400000 元 fund=财政拨款',
      'budget 白石区文旅局 budget 2032 240000 元 fund=单位资金',
    ]);
    expect(lines).toHaveLength(11);
  }
});

test('where no figure says that blanks part thousands, 240 000 is no figure and no sum is wrong for it', () => {
  const readout = read(
    '2032年部门项目支出预算表',
    '单位：元',
    grid(`
    | 项目名称 | 合计 | 财政拨款 | 单位资金 |
    | 节庆活动 | 840000 | 600000 | 240␣000 |
    | 文物巡查 | 600000 | 600000 | |
    | 合计 | 1440000 | 1200000 | 240␣000 |`),
  );
  expect(readout.amounts.filter(({ raw }) => raw.includes(' ')).map(({ value }) => value)).toEqual([
    null,
    null,
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('项目支出 stands beside 基本支出, not below what that is made of', () => {
  const readout = read(
    '2031年支出情况表',
    '单位：万元',
    grid(`
    | 项目 | 预算数 | 决算数 | 决算与预算差异 |
    | 基本支出 | 64.00 | 54.00 | (10.00) |
    | 其中：人员经费 | 44.00 | 41.80 | (2.20) |
    | 公用经费 | 20.00 | 12.20 | (7.80) |
    | 项目支出 | 50.00 | 52.00 | 2.00 |`),
  );
  expect(counted(readout).filter((line) => !/budget 20|final/.test(line))).toEqual([
    'budget 基本支出 adjustment 2031 -10 万元',
    'budget 人员经费 adjustment 2031 -2.2 万元 of=基本支出',
    'budget 公用经费 adjustment 2031 -7.8 万元 of=基本支出',
    'budget 项目支出 adjustment 2031 2 万元',
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('a figure with signs that nobody knows, or words that stand for one, is no figure, and no sum is wrong for it', () => {
  for (const odd of ['240△', '240?', '240/', '见附表', '待核定', '涉密', '***', '\ufffd\ufffd\ufffd']) {
    const readout = read(
      '2032年部门项目支出预算表',
      '单位：万元',
      grid(`
    | 项目名称 | 合计 | 财政拨款 | 单位资金 |
    | 节庆活动 | 840 | 600 | ${odd} |
    | 文物巡查 | 600 | 600 | |
    | 合计 | 1440 | 1200 | 240 |`),
    );
    expect(readout.amounts.find(({ raw }) => raw === odd)?.value, odd).toBeNull();
    expect(errorsIn(readout)).toEqual([]);
  }
});
