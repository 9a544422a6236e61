import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

const table = (title: string, drawing: string) => read(title, grid(drawing));

describe('a caption that says that people are counted', () => {
  it('makes counts of figures whose heads say nothing', () => {
    const got = table(
      '2032年人员情况表',
      `
 | 单位：人 | < | < | < |
 | 科室 | 一季度 | 二季度 | 合计 |
 | 办公室 | 12 | 13 | 25 |
 | 业务科 | 20 | 21 | 41 |`,
    );
    expect(new Set(got.amounts.map(({ measure, unit }) => `${measure} ${unit}`))).toEqual(
      new Set(['count 人']),
    );
  });
});

describe('占比 under a formula of two columns', () => {
  it('is a rate of its row, and no share of the sum', () => {
    const got = table(
      '2032年补助资金分配表',
      `
 | 单位：元 | < | < | < |
 | 乡镇 | 补助金额 | 县级承担 | 占比 |
 | 栏次 | 1 | 2 | 3=2÷1 |
 | 柳河镇 | 6000.00 | 1800.00 | 30.00% |
 | 桐岭镇 | 4000.00 | 1200.00 | 30.00% |
 | 合计 | 10000.00 | 3000.00 | 30.00% |`,
    );
    expect(got.amounts.filter(({ measure }) => measure === 'rate').map(({ value }) => value)).toEqual([
      30, 30, 30,
    ]);
    expect(errorsIn(got)).toEqual([]);
  });
});

describe('其中：授予中小企业 below the last kind of purchases', () => {
  it('is part of all purchases', () => {
    const got = table(
      '2032年机构运行信息表',
      `
 | 单位：万元 | < |
 | 项目 | 统计数 |
 | 一、政府采购支出合计 | 259.20 |
 | （一）政府采购货物支出 | 82.45 |
 | （二）政府采购工程支出 | 140.00 |
 | （三）政府采购服务支出 | 36.75 |
 | 其中：授予中小企业合同金额 | 198.60 |
 | 其中：授予小微企业合同金额 | 120.30 |
 | 二、设备（台，套） | 3 |`,
    );
    expect(got.amounts.find(({ item }) => item === '授予中小企业合同金额')?.parent).toBe('政府采购支出合计');
    expect(got.amounts.at(-1)).toMatchObject({ measure: 'count', unit: '台' });
    expect(errorsIn(got)).toEqual([]);
  });
});

describe('notes in rows of their own below a table', () => {
  it('go on as a list', () => {
    const got = table(
      '2032年支出表',
      `
 | 单位：万元 | < | < |
 | 项目 | 预算数 | 决算数 |
 | 办公费 | 12.00 | 11.00 |
 | 印刷费 | 3.00 | 2.50 |
 | 合计 | 15.00 | 13.50 |
 | 注：1.本表反映支出情况。 | < | < |
 | 2.尾差不作调整。 | < | < |`,
    );
    expect(got.texts.filter(({ role }) => role === 'note').map(({ text }) => text)).toEqual([
      '1.本表反映支出情况。',
      '2.尾差不作调整。',
    ]);
  });
});

describe('two slips of one sum', () => {
  it('are both told where another equation names one of them', () => {
    const got = table(
      '2032年收支预算总表',
      `
 | 单位：万元 | < | < | < |
 | 收入 | < | 支出 | < |
 | 项目 | 预算数 | 项目 | 预算数 |
 | 一、税收收入 | 19855.00 | 一、教育支出 | 20000.00 |
 | 二、非税收入 | 566.00 | 二、农林水支出 | 4000.00 |
 | 本年收入合计 | 20421.00 | 本年支出合计 | 24000.00 |
 | 上级补助收入 | 893.00 | 上解支出 | 500.00 |
 | 上年结余收入 | 3619.00 | 年终结余 | 463.00 |
 | 收入总计 | 22963.00 | 支出总计 | 24963.00 |`,
    );
    const changes = reconcile(got).findings.map(({ hypotheses: [first] }) => first?.change);
    expect(changes.map((change) => `${change?.from} ${change?.to}`).sort()).toEqual([
      '22963.00 24963.00',
      '3619.00 3649.00',
    ]);
  });
});
