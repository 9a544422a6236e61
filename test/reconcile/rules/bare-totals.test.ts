import { expect, test } from 'vitest';
import { reconcile } from '../../../src/reconcile/index.ts';
import { grid, read } from '../../reading/drawing.ts';

const UNIT = '填报单位：某局    单位：万元';
const said = (title: string, drawing: string) =>
  reconcile(read(title, UNIT, grid(drawing))).findings.filter(({ severity }) => severity !== 'info');
const TITLE = '2031年度收入支出决算总表';
const accounts = (left: string, total: string): string => `
  | 收入 | 决算数 | 支出 | 决算数 |
  | 一、一般公共预算财政拨款收入 | 500.00 | 一、一般公共服务支出 | 420.00 |
  | 二、事业收入 | 20.00 | 二、社会保障和就业支出 | 60.00 |
  | 本年收入合计 | 520.00 | 本年支出合计 | 480.00 |
  | 年初结转和结余 | 30.00 | 年末结转和结余 | ${left} |
  | 总计 | 550.00 | 总计 | ${total} |`;

test('the bare totals of both sides of an account are equal', () => {
  expect(said(TITLE, accounts('70.00', '550.00'))).toEqual([]);
  expect(said(TITLE, accounts('60.00', '540.00'))).toMatchObject([
    { rule: 'SUM-09', severity: 'error', difference: 10 },
  ]);
});

test('the other side bears a total out whose own lines do not', () => {
  const [finding, ...more] = said(TITLE, accounts('60.00', '550.00'));
  expect(more).toEqual([]);
  expect(finding?.hypotheses[0]).toMatchObject({ change: { from: '60.00', to: '70.00' }, suggested: true });
});

test('of several kinds of money what all of them come to is the other side', () => {
  const drawing = (all: string, fund: string): string => `
    | 收入 |  | 支出 |  |  |  |
    | 项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 |
    | 一、一般公共预算财政拨款 | 500.00 | 一、一般公共服务支出 | 440.00 | 440.00 | |
    | 二、政府性基金预算财政拨款 | 40.00 | 二、城乡社区支出 | ${fund} | | ${fund} |
    | 本年收入合计 | 540.00 | 本年支出合计 | ${all} | 440.00 | ${fund} |
    | 总计 | 540.00 | 总计 | ${all} | 440.00 | ${fund} |`;
  const rules = (all: string, fund: string) => said(TITLE, drawing(all, fund)).map(({ rule }) => rule);
  expect(rules('480.00', '40.00')).toEqual(['SUM-09']);
  expect(rules('540.00', '100.00')).toEqual([]);
});

test('two totals of one side, as of two lists of projects, are no balance', () => {
  expect(
    said(
      '2031年度项目支出表',
      `
  | 项目支出 | 决算数 | 基本支出 | 决算数 |
  | 道路养护支出 | 50.00 | 人员支出 | 42.00 |
  | 图书采购支出 | 20.00 | 公用支出 | 6.00 |
  | 总计 | 70.00 | 总计 | 48.00 |`,
    ),
  ).toEqual([]);
});
