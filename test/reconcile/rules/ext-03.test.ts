import { describe, expect, it } from 'vitest';
import { EXT_03 } from '../../../src/reconcile/rules/ext-03.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_06 } from '../../../src/reconcile/rules/sum-06.ts';
import { amount, at, check, under } from '../records.ts';

/** Two columns of one table; null where a cell is blank. */
const table = (rows: [string, number | null, number | null][], confidence = 1) => ({
  amounts: rows.flatMap(([item, ...values], row) =>
    values.flatMap((value, column) => {
      const fund = `资金${column}`;
      const source = { value: at(row, column + 3) };
      return value === null ? [] : [amount({ item, value, section: 'budget', fund, source, confidence })];
    }),
  ),
});

describe('EXT-03, two figures in one cell', () => {
  it('passes where both columns close', () => {
    const { findings } = check(
      table([
        ['甲', 2100, 17],
        ['乙', 345, 68],
        ['合计', 2445, 85],
      ]),
      SUM_01,
      EXT_03,
    );
    expect(findings).toEqual([]);
  });
  it('is told once where the halves mend both columns', () => {
    const { findings } = check(
      table(
        [
          ['甲', 210017, null],
          ['乙', 345, 68],
          ['丙', 91, 24],
          ['合计', 2536, 109],
        ],
        0.9,
      ),
      SUM_01,
      EXT_03,
    );
    expect(findings).toMatchObject([
      { rule: 'EXT-03', kind: 'sum', severity: 'error', origin: 'extraction' },
    ]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({
      change: { from: '210017', to: '2100' },
      suggested: true,
    });
    expect(findings[0]?.related).toHaveLength(1);
  });
  it('is told where two rows of a column stand in one cell', () => {
    const { findings } = check(
      table([
        ['甲', 210017, null],
        ['乙', 345, null],
        ['合计', 2462, null],
      ]),
      SUM_01,
      EXT_03,
    );
    expect(findings).toMatchObject([{ rule: 'EXT-03', origin: 'undetermined' }]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { to: '2100 | 17' }, suggested: false });
  });
  it('is on the edge: halves that mend nothing are a plain sum', () => {
    const { findings } = check(
      table([
        ['甲', 210017, null],
        ['乙', 345, 68],
        ['合计', 2999, 68],
      ]),
      SUM_01,
      EXT_03,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['SUM-01']);
  });
  it('says nothing by itself', () => {
    expect(
      check(
        table([
          ['甲', 210017, null],
          ['合计', 2100, 17],
        ]),
        EXT_03,
      ),
    ).toEqual({ findings: [], coverage: [] });
  });
  it('is not told of a bound, which every smaller figure keeps', () => {
    const parts = [250.25, 800.5].map((value, c) =>
      amount({ item: `补贴${c}`, label: `其中：补贴${c}`, value, section: 'budget' }),
    );
    const whole = amount({ item: '收入', value: 860.5, section: 'budget' });
    const { findings } = check({ amounts: under(whole, parts) }, SUM_06, EXT_03);
    expect(findings.map(({ rule }) => rule)).toEqual(['SUM-06']);
  });
});
