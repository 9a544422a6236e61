import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

test.each([
  '项目编码',
  '项目代码（15位）',
  '合同编号',
  '品目编码',
  '统一社会信用代码',
  '联系电话',
  '银行账号',
])('%s beside sums is no money', (head) => {
  const readout = read(
    '2031年项目支出预算明细表',
    '单位名称：青禾县农业农村局　单位：万元',
    grid(`
 | 项目分类 | ${head} | 项目名称 | 合计 | 本年拨款 | 上年结转 |
 | 特定目标类 | 532001310000001 | 农田管护 | 180.00 | 160.00 | 20.00 |
 | 特定目标类 | 532001310000002 | 动物防疫 | 95.00 | 95.00 | 0.00 |
 | 其他运转类 | 532001310000003 | 办公楼运维 | 38.00 | 38.00 | 0.00 |
 | 合计 | < | < | 313.00 | 293.00 | 20.00 |`),
  );
  expect(readout.amounts.map(({ value }) => value)).toEqual([
    180, 160, 20, 95, 95, 0, 38, 38, 0, 313, 293, 20,
  ]);
  expect(readout.warnings).toEqual([]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('机关运行经费 and 政府采购预算总额 behind the three public expenses are part of none of them', () => {
  const readout = read(
    '2031年“三公”经费、机关运行经费和政府采购情况表',
    '单位：青禾市财政局　金额单位：万元',
    grid(`
 | 项目 | 2030年预算 | 2031年预算 |
 | “三公”经费合计 | 68.00 | 61.20 |
 | 1.公务接待费 | 18.00 | 13.20 |
 | 2.公务用车购置及运行费 | 50.00 | 48.00 |
 | （1）公务用车购置费 | 0.00 | 0.00 |
 | （2）公务用车运行费 | 50.00 | 48.00 |
 | 机关运行经费 | 320.00 | 336.00 |
 | 政府采购预算总额 | 410.00 | 451.00 |
 | 其中：货物类 | 240.00 | 246.00 |
 | 服务类 | 170.00 | 205.00 |`),
  );
  const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent ?? null]));
  expect([...parents].slice(5)).toEqual([
    ['机关运行经费', null],
    ['政府采购预算总额', null],
    ['货物类', '政府采购预算总额'],
    ['服务类', '政府采购预算总额'],
  ]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
