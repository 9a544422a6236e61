import { describe, expect, it } from 'vitest';
import { IND_03 } from '../../../src/reconcile/rules/ind-03.ts';
import { check, indicator, quantity, words } from '../records.ts';

const row = (actual: string | number) =>
  indicator({
    level3: '巡护里程',
    target: quantity(1200, '公里', '>='),
    actual: typeof actual === 'number' ? quantity(actual, '公里') : words(actual),
  });
const of = (...actuals: (string | number)[]) => check({ indicators: actuals.map(row) }, IND_03);

describe('IND-03, a number is answered with a number', () => {
  it('passes', () => {
    expect(of(1260).findings).toEqual([]);
  });
  it('warns once of all words', () => {
    const { findings } = of('完成', '已达标', 1300);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.evidence.map(({ text }) => text)).toEqual([
      '巡护里程 ≥1200公里',
      '完成',
      '巡护里程 ≥1200公里',
      '已达标',
    ]);
  });
  it('is on the edge: words with a figure in them, and a blank, are no words', () => {
    expect(of('完成1260公里', '一千二百公里', '').findings).toEqual([]);
  });
  it('says nothing of targets in words or without a column of results', () => {
    const indicators = [
      indicator({ target: words('良好'), actual: words('良好') }),
      indicator({ actual: null }),
    ];
    expect(check({ indicators }, IND_03)).toEqual({ findings: [], coverage: [] });
  });
});
