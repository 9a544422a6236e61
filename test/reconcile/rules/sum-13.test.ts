import { describe, expect, it } from 'vitest';
import { SUM_13 } from '../../../src/reconcile/rules/sum-13.ts';
import { amount, check, under } from '../records.ts';

const split = (total: number, rows: [number, number][]) => ({
  amounts: under(
    amount({ item: '合计', value: total }),
    rows.map(([value, share], i) => amount({ item: `项${i}`, value, share })),
  ),
});

describe('SUM-13, rounding left in one row', () => {
  it('says nothing where every part is its rounded share', () => {
    const { findings } = check(
      split(1000, [
        [250, 25],
        [250, 25],
        [500, 50],
      ]),
      SUM_13,
    );
    expect(findings).toEqual([]);
  });
  it('notes the row that takes the rest', () => {
    const { findings } = check(
      split(1001, [
        [333, 33.3],
        [333, 33.3],
        [335, 33.4],
      ]),
      SUM_13,
    );
    expect(findings).toMatchObject([
      { severity: 'info', verdict: 'explained', actual: 335, expected: 334, difference: 1 },
    ]);
    expect(findings[0]?.evidence.map(({ value }) => value)).toEqual([335, 1001, 333, 333]);
  });
  it('is on the edge: rounding that leaves nothing over, and rounding that leaves several units', () => {
    const eighths = (total: number, eighth: number) =>
      check(
        split(total, [
          [eighth, 12.5],
          [eighth, 12.5],
          [eighth, 12.5],
          [eighth, 12.5],
          [total - 4 * eighth, 50],
        ]),
        SUM_13,
      ).findings.map(({ difference }) => difference);
    expect(eighths(1000, 125)).toEqual([]);
    expect(eighths(1004, 126)).toEqual([-2]);
  });
  it('cannot tell without shares, or where they do not make a hundred', () => {
    expect(
      check(
        split(1001, [
          [333, 33],
          [333, 33],
          [335, 33],
        ]),
        SUM_13,
      ),
    ).toEqual({ findings: [], coverage: [] });
  });
});
