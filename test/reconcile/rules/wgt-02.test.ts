import { describe, expect, it } from 'vitest';
import { WGT_02 } from '../../../src/reconcile/rules/wgt-02.ts';
import { check, figuresOf, indicator } from '../records.ts';

const level = (
  level2: string,
  level2_weight: number | null,
  level1_weight: number | null,
  ...weights: (number | null)[]
) => weights.map((weight) => indicator({ level1: '过程', level1_weight, level2, level2_weight, weight }));

describe('WGT-02, points of a level are those below it', () => {
  it('passes', () => {
    const indicators = [...level('资金', 10, 20, 4, 6), ...level('组织', 10, 20, 5, 5)];
    expect(check({ indicators }, WGT_02).findings).toEqual([]);
  });
  it('fails with the level and what is below it', () => {
    const indicators = [...level('资金', 10, 20, 3, 3, 1), ...level('组织', 10, 20, 5, 5)];
    const { findings } = check({ indicators }, WGT_02);
    expect(findings).toMatchObject([{ kind: 'weight_sum', severity: 'error', expected: 7, actual: 10 }]);
    expect(figuresOf(findings[0])).toEqual([10, 3, 3, 1]);
  });
  it('collapses a level that is wrong above and below into one finding', () => {
    const indicators = [...level('效益', 10, 30, 20, 10)];
    const { findings } = check({ indicators }, WGT_02);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ actual: 10, expected: 30 });
    expect(findings[0]?.related).toHaveLength(1);
    expect(findings[0]?.hypotheses[0]?.change).toMatchObject({ from: '10', to: '30' });
  });
  it('is on the edge: half a point counts', () => {
    expect(check({ indicators: level('资金', 10, null, 4.5, 5) }, WGT_02).findings).toHaveLength(1);
  });
  it('cannot tell without points below', () => {
    expect(check({ indicators: level('资金', 10, null, null) }, WGT_02).coverage[0]).toMatchObject({
      not_evaluated: 1,
    });
  });
});
