import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** What the parts of an evaluation got, with the parts side by side; every figure is invented. */
const points = (head: string, got: string, total = '86.35') =>
  read(
    '表3-1 绩效评价得分情况表',
    grid(`
 | ${head} | 决策 | 过程 | 产出 | 效益 | 合计 |
 | 分值 | 20 | 20 | 35 | 25 | 100 |
 | 得分 | ${got} | 18.50 | 31.20 | 19.65 | ${total} |
 | 得分率 | 85.00% | 92.50% | 89.14% | 78.60% | 86.35% |`),
  );
const rules = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('points below the parts of an evaluation', () => {
  test.each(['指标', '一级指标', '评价指标', '项目', '', '评价内容'])(
    'are points and no targets: %s',
    (head) => {
      const readout = points(head, '17.00');
      expect(readout.filings[0]?.total_score).toBe(86.35);
      expect(readout.amounts).toEqual([]);
      expect(
        readout.indicators.map(({ level1, level3, target, weight, score }) => [
          level3 ?? level1,
          target,
          weight,
          score,
        ]),
      ).toEqual([
        ['决策', null, 20, 17],
        ['过程', null, 20, 18.5],
        ['产出', null, 35, 31.2],
        ['效益', null, 25, 19.65],
      ]);
      expect(rules(readout)).toEqual([]);
    },
  );

  test('make up the total', () => {
    expect(rules(points('指标', '19.00'))).toContain('SCR-02');
  });

  test.each(['（', '('])('stand in the heads of the parts too: %s', (open) => {
    const close = open === '(' ? ')' : '）';
    const of = (name: string, points: number) => `${name}${open}${points}${open === '(' ? '' : '分'}${close}`;
    const heads = [of('决策', 16), of('过程', 24), of('产出', 30), of('效益', 30), of('合计', 100)].join(
      ' | ',
    );
    const inHeads = (got: string, rates: string) =>
      read('表2 绩效评价得分情况表', grid(` | 指标 | ${heads} |\n | 得分 | ${got} |${rates}`));
    const got = '13.50 | 19.60 | 26.50 | 26.00 | 85.60';
    for (const rates of ['', '\n | 得分率 | 84.38% | 81.67% | 88.33% | 86.67% | 85.60% |']) {
      const readout = inHeads(got, rates);
      expect(readout.filings[0]?.total_score).toBe(85.6);
      expect(readout.indicators.map(({ level1, weight, score }) => [level1, weight, score])).toEqual([
        ['决策', 16, 13.5],
        ['过程', 24, 19.6],
        ['产出', 30, 26.5],
        ['效益', 30, 26],
      ]);
      expect(rules(readout)).toEqual([]);
    }
    expect(rules(inHeads('13.50 | 19.60 | 28.50 | 26.00 | 85.60', ''))).toContain('SCR-02');
    const slipped = inHeads(got, '\n | 得分率 | 86.38% | 81.67% | 88.33% | 86.67% | 85.60% |');
    const { findings } = reconcile(slipped);
    expect(findings.find(({ rule }) => rule === 'SCR-13')?.message.zh).toContain('“决策”得分率');
  });
});
