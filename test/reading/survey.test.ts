import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Questions with how many gave each answer. Every name and figure is invented. */
const rulesIn = (readout: ReturnType<typeof read>) =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('a table of answers', () => {
  const drawn = (count = '72', rate = '84.00%') =>
    read(
      '农村客运满意度调查统计表',
      grid(`
 | 序号 | 问题 | 非常满意 | 满意 | 一般 | 不满意 | 满意度 |
 | 1 | 对候车环境是否满意 | 96 | ${count} | 24 | 8 | ${rate} |
 | 2 | 对准点率是否满意 | 110 | 64 | 20 | 6 | 87.00% |
 | 3 | 对票价是否满意 | 88 | 70 | 32 | 10 | 79.00% |
 | 平均 | < | 98 | 68.7 | 25.3 | 8 | 83.33% |`),
    );

  test('gives how many gave each, and the rate of the satisfied', () => {
    const { amounts, filings, warnings } = drawn();
    expect(filings[0]?.form_type).toBe('base_data');
    expect(warnings).toEqual([]);
    expect(
      amounts
        .slice(0, 5)
        .map(({ item, measure, parent, unit, value }) => [parent, item, measure, value, unit]),
    ).toEqual([
      ['对候车环境是否满意', '非常满意', 'count', 96, '人'],
      ['对候车环境是否满意', '满意', 'count', 72, '人'],
      ['对候车环境是否满意', '一般', 'count', 24, '人'],
      ['对候车环境是否满意', '不满意', 'count', 8, '人'],
      [null, '对候车环境是否满意', 'rate', 84, '%'],
    ]);
    expect(rulesIn(drawn())).toEqual([]);
  });

  test('is held against its rates by the way in which most of them were worked out', () => {
    expect(rulesIn(drawn('42'))).toEqual(['RAT-16']);
    expect(rulesIn(drawn('72', '87.00%'))).toEqual(['RAT-16']);
  });

  test('has shares beside its counts, and how many answered', () => {
    const shared = (share = '30.0%', total = '200') =>
      read(
        '群众满意度问卷调查结果汇总表',
        grid(`
 | 问题 | 非常满意 | < | 满意 | < | 不满意 | < | 合计 |
 | ^ | 份数 | 占比 | 份数 | 占比 | 份数 | 占比 | ^ |
 | 对道路是否满意 | 120 | 60.0% | 60 | ${share} | 20 | 10.0% | ${total} |
 | 对施工是否满意 | 90 | 45.0% | 80 | 40.0% | 30 | 15.0% | 200 |`),
      );
    expect(
      shared()
        .amounts.slice(0, 4)
        .map(({ item, share, unit, value }) => [item, value, unit, share]),
    ).toEqual([
      ['非常满意', 120, '份', 60],
      ['满意', 60, '份', 30],
      ['不满意', 20, '份', 10],
      ['对道路是否满意', 200, '份', null],
    ]);
    expect(rulesIn(shared())).toEqual([]);
    expect(rulesIn(shared('33.0%'))).not.toEqual([]);
    expect(rulesIn(shared('30.0%', '230'))).not.toEqual([]);
  });
});
