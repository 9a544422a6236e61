import { describe, expect, it } from 'vitest';
import { RAT_15 } from '../../../src/reconcile/rules/rat-15.ts';
import { amount, check, figuresOf } from '../records.ts';

const size = (approved: number, built: number, rate: number) => [
  amount({ item: '批复规模', measure: 'count', value: approved, unit: '㎡' }),
  amount({ item: '实际规模', measure: 'count', value: built, unit: '㎡' }),
  amount({ item: '规模控制率', measure: 'rate', value: rate, raw: `${rate}%`, unit: '%' }),
];
const cost = (rate: number) => [
  amount({ item: '预算投资', measure: 'budget', value: 1920, raw: '1,920.00' }),
  amount({ item: '实际投资', measure: 'executed', value: 1882, raw: '1,882.00' }),
  amount({ item: '投资概算控制率', measure: 'rate', value: rate, raw: `${rate}%`, unit: '%' }),
];

describe('RAT-15, new buildings', () => {
  it('passes', () => {
    expect(check({ amounts: [...size(4800, 4752, 99), ...cost(98.02)] }, RAT_15).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = check({ amounts: [...size(4800, 4752, 96), ...cost(98.02)] }, RAT_15);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 96 }]);
    expect(figuresOf(findings[0])).toEqual([96, 4752, 4800]);
  });
  it('is on the edge of the last place', () => {
    expect(check({ amounts: cost(98.03) }, RAT_15).findings).toHaveLength(1);
    expect(check({ amounts: cost(98) }, RAT_15).findings).toHaveLength(0);
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: size(4800, 4752, 96).slice(1) }, RAT_15);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
