import { describe, expect, it } from 'vitest';
import { SUM_06 } from '../../../src/reconcile/rules/sum-06.ts';
import { amount, at, check, figuresOf, under } from '../records.ts';

const form = (whole: number | null, a: number | null, b: number | null) =>
  under(amount({ item: '公用支出额', value: whole, section: 'base_data' }), [
    amount({ item: '办公费', label: '其中：办公费', value: a, section: 'base_data' }),
    amount({ item: '差旅费', value: b, section: 'base_data' }),
  ]);

describe('SUM-06, parts under 其中 stay below their whole', () => {
  it('passes below and at the whole', () => {
    expect(check({ amounts: form(80, 30, 20) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: form(80, 60, 20) }, SUM_06).findings).toEqual([]);
  });
  it('fails above it', () => {
    const { findings } = check({ amounts: form(80, 60, 30) }, SUM_06);
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', expected: 90, actual: 80 }]);
    expect(figuresOf(findings[0])).toEqual([80, 60, 30]);
    expect(findings[0]?.message.zh).toContain('80 < 60 + 30 = 90');
  });
  it('is on the edge within the rounding of the column', () => {
    expect(check({ amounts: form(80.5, 60.21, 20.3) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: form(80.5, 60.23, 20.3) }, SUM_06).findings).toHaveLength(1);
  });
  it('names first the values with which the parts are all of the whole', () => {
    const { findings } = check({ amounts: form(39.32, 27.08, 42.24) }, SUM_06);
    const changes = findings[0]?.hypotheses.map(({ change: { from, to } }) => [from, to]);
    expect(changes?.slice(0, 2)).toEqual([
      ['39.32', '69.32'],
      ['42.24', '12.24'],
    ]);
    // A bound is kept by many values: the cell may be named, none is proposed.
    expect(findings[0]?.hypotheses.map(({ suggested }) => suggested)).not.toContain(true);
  });
  const inYears = (...columns: (readonly [number, number, number])[]) =>
    columns.flatMap(([whole, a, b], column) =>
      form(whole, a, b).map((each, row) => ({
        ...each,
        amount_id: `${each.amount_id}-${column}`,
        parent_id: each.parent_id === null ? null : `${each.parent_id}-${column}`,
        column_label: `${2030 + column}年`,
        source: { value: at(row, column + 1) },
      })),
    );
  it('warns where the parts are all of it in most columns and less in another', () => {
    const { findings } = check({ amounts: inYears([80, 60, 20], [84, 62, 22], [92, 61, 21]) }, SUM_06);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 82, actual: 92 }]);
    expect(figuresOf(findings[0])).toEqual([92, 61, 21]);
  });
  it('leaves what falls short alone where it is all in one column or in half of them', () => {
    expect(check({ amounts: inYears([80, 60, 20], [92, 61, 21]) }, SUM_06).findings).toEqual([]);
    const halved = inYears([80, 60, 20], [84, 62, 22], [92, 61, 21], [95, 61, 22]);
    expect(check({ amounts: halved }, SUM_06).findings).toEqual([]);
  });
  it('holds the funds of the year below those of all years', () => {
    const told = (year: number) =>
      check(
        {
          amounts: [
            amount({
              item: '实施周期金额',
              measure: 'total_budget',
              role: 'total',
              section: 'funding',
              value: 120,
            }),
            amount({ item: '金额', measure: 'current', role: 'total', section: 'funding', value: year }),
          ],
        },
        SUM_06,
      ).findings.map(({ actual, expected }) => [actual, expected]);
    expect([told(77), told(120), told(770)]).toEqual([[], [], [[120, 770]]]);
  });
  const inColumns = (...lines: (readonly [number, number])[]) =>
    lines.flatMap((line, row) =>
      line.map((value, column) =>
        amount({
          item: `项目${row}`,
          column_label: column === 0 ? '2030年预算数' : '其中：财政拨款',
          fund: column === 0 ? null : '财政拨款',
          value,
          section: 'budget',
          source: { value: at(row, column + 1) },
        }),
      ),
    );
  it('holds a column of 其中 below the one before it where most rows are', () => {
    const { findings } = check({ amounts: inColumns([90, 86], [26, 30], [52, 52]) }, SUM_06);
    expect(findings).toMatchObject([{ severity: 'error', actual: 26, expected: 30 }]);
    expect(check({ amounts: inColumns([90, 86], [26, 26], [52, 40]) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: inColumns([90, 96], [26, 30], [52, 40]) }, SUM_06).findings).toEqual([]);
    expect(check({ amounts: inColumns([90, 96]) }, SUM_06).findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('cannot tell without figures', () => {
    expect(check({ amounts: form(80, null, null) }, SUM_06).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
