import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** What a notice allots, and the lists and targets behind it; every name and figure is invented. */
describe('notices with a list of what they allot', () => {
  const notice = (sum: string): string[] =>
    reconcile(
      read(
        '清川县财政局关于下达省级乡村振兴试点示范资金的通知',
        `经研究，现下达省级乡村振兴试点示范资金${sum}万元（分配明细详见附件1），请加强资金管理。`,
        '附件1：',
        '省级乡村振兴试点示范专项资金分配表',
        '单位：万元 2034年',
        grid(`
 | 村名 | 金额 | 备注 |
 | 林坪村 | 50 | |
 | 石下村 | 110 | |
 | 鲜水村 | 89.424 | |
 | 合 计 | 249.424 | |`),
      ),
    ).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  test('name its total', () => {
    expect(notice('249.424')).toEqual([]);
    expect(notice('294.424')).toEqual(['NAR-01 warning']);
  });

  test('are not held to it where the sum is one of another size', () => {
    expect(notice('1860')).toEqual([]);
  });

  test('what a project consists of names no row beside its own name', () => {
    const { amounts } = read(
      '2034年补助项目资金分配表',
      grid(`
 | 序号 | 镇、村 | 项目名称 | 项目内容 | 资金投入（万元） | 补助金额（万元） |
 | 1 | 彭坪村 | 道路改造 | 全长约550米，宽2.40米。 | 40 | 10 |
 | 2 | 石下村 | 水渠修复 | 修复水渠1.2公里。 | 30 | 8 |
 | 合计 | | | | 70 | 18 |`),
    );
    expect(amounts.map(({ item, project, value }) => [item, project, value])).toEqual([
      ['彭坪村', '道路改造', 40],
      ['彭坪村', '道路改造', 10],
      ['石下村', '水渠修复', 30],
      ['石下村', '水渠修复', 8],
      ['合计', null, 70],
      ['合计', null, 18],
    ]);
  });
});

describe('a sum of money that says what it is made of', () => {
  test('needs no unit', () => {
    const { amounts } = read(
      '绩效目标申报表',
      '（2033年度）',
      grid(`
 | 项目名称 | 高标准农田 | < | < |
 | 资金情况（万元） | 资金来源 | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额： | 854 | 800 |
 | ^ | 其中：财政拨款 | 654（中央500、省级154） | 600，其中：中央500，省级100 |
 | ^ | 其他资金 | 0.02亿 | 200.⏎00 |`),
    );
    expect(amounts.map(({ item, value, unit }) => [item, value, unit])).toEqual([
      ['年度资金总额', 854, '万元'],
      ['年度资金总额', 800, '万元'],
      ['财政拨款', 654, '万元'],
      ['财政拨款', 600, '万元'],
      ['其他资金', 0.02, '亿元'],
      ['其他资金', 200, '万元'],
    ]);
  });

  test('is read without its explanation', () => {
    const { amounts } = read(
      '绩效目标申报表',
      '（2033年度）',
      grid(`
 | 项目名称 | 高标准农田 | < |
 | 资金情况（万元） | 年度资金总额： | 854万元（农田建设400万元，示范建设295万元，畅通工程159万元） |
 | ^ | 其中：财政拨款 | 854万元（农田建设400万元，示范建设295万元，畅通工程159万元） |
 | ^ | 其他资金 | |`),
    );
    expect(amounts.map(({ item, parent, raw, value }) => [item, parent, raw, value])).toEqual([
      ['年度资金总额', null, '854万元', 854],
      ['财政拨款', '年度资金总额', '854万元', 854],
    ]);
  });
});
