import { describe, expect, it } from 'vitest';
import { SUM_17 } from '../../../src/reconcile/rules/sum-17.ts';
import { amount, at, check } from '../records.ts';

/** Rows of three columns, 3=1-2. */
const table = (rows: readonly (readonly (number | null)[])[], formula = '1-2') =>
  rows.flatMap((values, row) =>
    values.flatMap((value, column) =>
      value === null
        ? []
        : amount({
            item: `第${row}项`,
            measure: 'budget',
            value,
            raw: value.toFixed(2),
            section: 'budget',
            column_number: String(column + 1),
            ...(column === 2 ? { column_formula: formula } : {}),
            source: { value: at(row, column) },
          }),
    ),
  );
const KEPT = [
  [9.25, 2.25, 7],
  [8.5, 1.25, 7.25],
  [6, 3.5, 2.5],
] as const;

describe('SUM-17, the formula of a column', () => {
  it('passes', () => expect(check({ amounts: table(KEPT) }, SUM_17).findings).toEqual([]));
  it('tells the row that does not keep it', () => {
    const { findings } = check({ amounts: table([...KEPT, [7.25, 2, 5.75]]) }, SUM_17);
    expect(findings).toMatchObject([{ severity: 'error', expected: 5.25, actual: 5.75 }]);
  });
  it('warns where a cell is blank', () => {
    const { findings } = check({ amounts: table([...KEPT, [7.25, null, 5.25]]) }, SUM_17);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 7.25 }]);
    expect(check({ amounts: table([...KEPT, [7.25, null, 7.25]]) }, SUM_17).findings).toEqual([]);
  });
  it('cannot tell where most rows do not keep it, or where it multiplies', () => {
    expect(check({ amounts: table(KEPT, '1+2') }, SUM_17).coverage[0]).toMatchObject({ not_evaluated: 3 });
    expect(check({ amounts: table(KEPT, '1×2') }, SUM_17).findings).toEqual([]);
  });
});
