import { describe, expect, it } from 'vitest';
import { RAT_11 } from '../../../src/reconcile/rules/rat-11.ts';
import { RAT_12 } from '../../../src/reconcile/rules/rat-12.ts';
import { amount, check, figuresOf } from '../records.ts';
import { compare, filed } from '../set/filings.ts';

describe('RAT-11, staff within posts', () => {
  const staff = (posts: number | null, people: number) =>
    check(
      {
        amounts: [
          amount({ item: '编制数', value: posts, unit: '人', section: 'staff', measure: 'count' }),
          amount({ item: '实际在职人数', value: people, unit: '人', section: 'staff', measure: 'count' }),
        ],
      },
      RAT_11,
    );

  it('passes up to the edge, fails above it, cannot tell without posts', () => {
    expect(staff(30, 29).coverage[0]).toMatchObject({ consistent: 1 });
    expect(staff(30, 30).findings).toEqual([]);
    const [finding] = staff(30, 31).findings;
    expect(finding).toMatchObject({ severity: 'warning', expected: 30, actual: 31, difference: 1 });
    expect(figuresOf(finding)).toEqual([31, 30]);
    expect(staff(null, 31).coverage[0]?.reasons).toEqual({ 'operand missing': 1 });
  });
});

describe('RAT-12, 三公 budget against that of the year before', () => {
  const form = (name: string, year: number, value: number, more: [number, number][] = []) =>
    filed(name, { year, form_type: 'budget_table', title: '三公经费表' }, [
      { item: '三公经费', value, section: 'budget', measure: 'budget' },
      ...more.map(([of, prior]) => ({
        item: '三公经费',
        value: prior,
        section: 'budget' as const,
        measure: 'budget' as const,
        year: of,
      })),
    ]);

  it('passes at the edge, notes a rise within one form and over two, cannot tell without the year before', () => {
    expect(compare([form('a', 2031, 8.2, [[2030, 8.2]])], RAT_12).findings).toEqual([]);
    expect(figuresOf(compare([form('a', 2031, 9.5, [[2030, 8.2]])], RAT_12).findings[0])).toEqual([9.5, 8.2]);
    const [finding] = compare([form('b', 2030, 8.2), form('a', 2031, 9.5)], RAT_12).findings;
    expect(finding).toMatchObject({ severity: 'info', expected: 8.2, actual: 9.5, difference: 1.3 });
    expect(compare([form('a', 2031, 9.5)], RAT_12).coverage).toEqual([]);
  });
});
