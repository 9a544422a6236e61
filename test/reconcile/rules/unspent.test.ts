import { expect, test } from 'vitest';
import { reconcile } from '../../../src/reconcile/index.ts';
import { grid, read } from '../../reading/drawing.ts';

const UNIT = '填报单位：某局    单位：万元';
const said = (title: string, drawing: string): string[] =>
  reconcile(read(title, UNIT, grid(drawing)))
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, message }) => `${rule} ${severity} ${message.en}`);

const rows = (water: string, total: string): string => `
  | 项目名称 | 预算数 | 决算数 | 结余 |
  | 道路养护 | 60.00 | 54.00 | 6.00 |
  | 图书采购 | 44.00 | 41.80 | 2.20 |
  | 水渠疏浚 | 50.00 | 40.00 | ${water} |
  | 合计 | 154.00 | 135.80 | ${total} |`;
const TITLE = '2031年项目支出情况表';

test('what is left of a budget is what was not spent of it', () => {
  expect(said(TITLE, rows('10.00', '18.20'))).toEqual([]);
  // Both equations name one cell: told once.
  const [wrong, ...more] = said(TITLE, rows('20.00', '18.20'));
  expect(wrong).toMatch(/^SUM-\d\d error row “水渠疏浚”.*: 20 ≠ 50 − 40/);
  expect(more).toEqual([]);
  expect(said(TITLE, rows('20.00', '28.20')).map((line) => line.slice(0, 14))).toEqual([
    'SUM-09 warning',
    'SUM-09 warning',
  ]);
});

test('nothing is left where more was spent; a row with money of another kind is left open', () => {
  const drawing = (carried: string, left: string): string => `
    | 项目名称 | 上年结转 | 预算数 | 执行数 | 结余 |
    | 道路养护 | | 60.00 | 54.00 | 6.00 |
    | 图书采购 | | 44.00 | 41.80 | 2.20 |
    | 路灯改造 | | 30.00 | 31.50 | 0.00 |
    | 水渠疏浚 | ${carried} | 50.00 | 40.00 | ${left} |`;
  expect(said(TITLE, drawing('', '10.00'))).toEqual([]);
  expect(said(TITLE, drawing('5.00', '15.00'))).toEqual([]);
  expect(said(TITLE, drawing('5.00', '13.00'))).toEqual([]);
  expect(said(TITLE, drawing('', '13.00'))[0]).toMatch(/^SUM-09 error row “水渠疏浚”/);
});

test('which budget is meant the rows tell; of rows that none explains nothing is said', () => {
  const drawing = (last: string): string => `
    | 项目 | 年初预算数 | 调整预算数 | 决算数 | 结余 |
    | 基本支出 | 60.00 | 64.00 | 54.00 | 10.00 |
    | 其中：人员经费 | 44.00 | 44.00 | 41.80 | 2.20 |
    | 公用经费 | 16.00 | 20.00 | 12.20 | 7.80 |
    | 项目支出 | 50.00 | 55.00 | 40.00 | ${last} |`;
  const title = '部门整体支出绩效评价基础数据表';
  expect(said(title, drawing('15.00'))).toEqual([]);
  expect(said(title, drawing('51.00'))[0]).toMatch(/^SUM-09 error row “项目支出”/);
  const unlike = drawing('1.00').replace('7.80', '5.50').replace('2.20', '4.50');
  expect(said(title, unlike)).toEqual([]);
});

test('a head that says 决算/预算 is the rate of what was spent, whatever stands above it', () => {
  const drawing = (rate: string): string => `
    | 经费控制情况 | 2030年决算数 | 2031年 | < | 控制率（%） |
    | ^ | ^ | 预算数 | 决算数 | 决算/预算 |
    | 三公经费 | 6.20 | 6.00 | 5.40 | ${rate} |
    | 公用经费 | 42.60 | 44.00 | 41.80 | 95.00 |`;
  expect(said('部门整体支出绩效评价基础数据表', drawing('90.00'))).toEqual([]);
  expect(said('部门整体支出绩效评价基础数据表', drawing('80.00'))[0]).toMatch(/^PCT-05 error/);
});

test('a rate of control is what most of its column are', () => {
  const drawing = (rate: string): string => `
    | 项目 | 2030年决算数 | 2031年预算数 | 2031年决算数 | 控制率 |
    | 三公经费 | 6.20 | 6.10 | 5.40 | 88.52% |
    | 1.公务接待费 | 2.20 | 2.10 | 1.40 | ${rate} |
    | 2.公车运行维护费 | 4.00 | 4.00 | 4.00 | 100% |
    | 公用经费 | 42.60 | 44.00 | 41.70 | 94.77% |
    | 会议费 | 3.60 | 3.50 | 3.10 | 88.57% |`;
  expect(said('部门整体支出绩效评价基础数据表', drawing('66.67%'))).toEqual([]);
  expect(said('部门整体支出绩效评价基础数据表', drawing('76.67%'))[0]).toMatch(/^RAT-14/);
});
