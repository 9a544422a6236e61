import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { RAT_16 } from '../../../src/reconcile/rules/rat-16.ts';
import { amount, at, check, figuresOf } from '../records.ts';

/** A question of a survey: how many gave each answer, and the rate printed. */
function question(row: number, item: string, counts: readonly number[], rate: number | null): Amount[] {
  const answers = ['非常满意', '满意', '一般', '不满意'];
  const cell = (column: number, fields: Partial<Amount> & Pick<Amount, 'item' | 'value'>): Amount =>
    amount({ section: 'base_data', source: { value: at(row, column) }, ...fields });
  return [
    ...counts.map((value, k) =>
      cell(k + 1, { item: answers[k] ?? '', parent: item, measure: 'count', unit: '人', value }),
    ),
    cell(6, { item, measure: 'rate', unit: '%', value: rate, column_label: '满意度' }),
  ];
}

describe('RAT-16, satisfaction by answers', () => {
  const right = [...question(1, '甲', [96, 72, 24, 8], 84), ...question(2, '乙', [110, 64, 20, 6], 87)];

  it('passes in the way that the form has: the two best answers, or points for each', () => {
    expect(check({ amounts: right }, RAT_16).findings).toEqual([]);
    const pointed = [...question(1, '甲', [50, 30, 10, 10], 80), ...question(2, '乙', [60, 20, 10, 10], 82)];
    expect(check({ amounts: pointed }, RAT_16).findings).toEqual([]);
  });
  it('fails where one differs from the others', () => {
    const { findings } = check({ amounts: [...right, ...question(3, '丙', [88, 70, 32, 10], 97)] }, RAT_16);
    expect(findings).toMatchObject([{ severity: 'error', kind: 'ratio', actual: 97, expected: 79 }]);
    expect(figuresOf(findings[0])).toEqual([97, 88, 70, 32, 10]);
  });
  it('is on the edge of the last place, rounded or cut off', () => {
    const of = (rate: number) =>
      check({ amounts: [...right, ...question(3, '丙', [100, 66, 100, 31], rate)] }, RAT_16).findings;
    expect(of(55.89)).toEqual([]);
    expect(of(55.9)).toEqual([]);
    expect(of(55.87)).toHaveLength(1);
  });
  it('cannot tell where most rates are worked out in a way of their own, or none is printed', () => {
    const odd = [...question(1, '甲', [96, 72, 24, 8], 91), ...question(2, '乙', [110, 64, 20, 6], 90)];
    expect(check({ amounts: odd }, RAT_16).findings).toEqual([]);
    expect(check({ amounts: question(1, '甲', [96, 72, 24, 8], null) }, RAT_16).findings).toEqual([]);
  });
});
