import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

test.each(['县（区）', '市县', '县（市、区）', '乡镇'])(
  'scores in a list of %s are those of its places',
  (head) => {
    const readout = read(
      '2031年转移支付资金绩效评价得分汇总表',
      '单位：万元',
      grid(`
 | ${head} | 资金安排情况 | < | 指标得分 | < | 综合得分 | 排名 |
 | ^ | 下达资金 | 支出资金 | 决策（40分） | 产出（60分） | ^ | ^ |
 | 东河区 | 1,200.00 | 1,140.00 | 38 | 55.5 | 93.5 | 1 |
 | 西岭县 | 860.00 | 748.20 | 36 | 52 | 88 | 2 |
 | 南浦县 | 640.00 | 512.00 | 34 | 49 | 83 | 3 |
 | 合计/平均 | 2,700.00 | 2,400.20 | 36 | 52.17 | 88.17 | |`),
    );
    expect(
      readout.indicators.map(({ scope, score, other_scores: parts }) => [
        scope,
        score,
        parts?.map(({ value }) => value),
      ]),
    ).toEqual([
      ['东河区', 93.5, [38, 55.5]],
      ['西岭县', 88, [36, 52]],
      ['南浦县', 83, [34, 49]],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  },
);
