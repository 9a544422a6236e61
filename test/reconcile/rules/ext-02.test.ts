import { describe, expect, it } from 'vitest';
import { EXT_02 } from '../../../src/reconcile/rules/ext-02.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_05 } from '../../../src/reconcile/rules/sum-05.ts';
import { SUM_11 } from '../../../src/reconcile/rules/sum-11.ts';
import { amount, at, check } from '../records.ts';

const HEADS = ['合计', '基本支出', '项目支出'];
/** Rows of three columns: total, basic, projects. */
const table = (rows: [string, number[]][], confidence = 1) => ({
  amounts: rows.flatMap(([item, values], row) =>
    values.map((value, column) =>
      amount({
        item,
        value,
        section: 'budget',
        fund: HEADS[column]!,
        column_label: HEADS[column]!,
        source: { value: at(row, column + 3) },
        confidence,
      }),
    ),
  ),
});
/** Rows of up to four columns with blank cells, recognised from a picture. */
const wide = (rows: [string, (number | null)[]][]) => ({
  amounts: rows.flatMap(([item, values], row) =>
    values.flatMap((value, column) => {
      const head = [...HEADS, '经营支出'][column]!;
      const place = { fund: head, column_label: head, source: { value: at(row, column + 3) } };
      return value === null ? [] : [amount({ item, value, section: 'budget', ...place, confidence: 0.9 })];
    }),
  ),
});
const sums = [SUM_01, SUM_05, SUM_11, EXT_02];
const good: [string, number[]][] = [
  ['农业', [317, 204, 113]],
  ['林业', [528, 391, 137]],
  ['水利', [246, 159, 87]],
  ['合计', [1091, 754, 337]],
];
const shifted = good.map(([item, values]): [string, number[]] => [
  item,
  item === '林业' ? [0, 528, 391] : values,
]);

describe('EXT-02, a row one column off', () => {
  it('does not move a row by losing the figure at its end, nor a nought to a nought', () => {
    const { findings } = check(
      table([
        ['甲', [0, 0, 3]],
        ['乙', [9, 4, 5]],
      ]),
      SUM_05,
      EXT_02,
    );
    expect(findings).toMatchObject([{ rule: 'SUM-05', expected: 3, actual: 0 }]);
    const { hypotheses } = findings[0]!;
    expect(hypotheses.map(({ generator }) => generator)).not.toContain('H12');
  });
  it('passes where rows and columns close', () => {
    expect(check(table(good), SUM_01, SUM_05, EXT_02).findings).toEqual([]);
  });
  it('is told where the sums of the row and of the columns break together', () => {
    const { findings } = check(
      wide([
        ['农业', [317, 204, 113, 0]],
        ['林业', [0, 528, 391, 137]],
        ['水利', [246, 159, 87, 0]],
        ['合计', [1091, 754, 337, 0]],
      ]),
      ...sums,
    );
    expect(findings).toMatchObject([
      { rule: 'EXT-02', kind: 'sum', severity: 'error', origin: 'extraction' },
    ]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H12', suggested: true });
  });
  it('is told once where the first cell is blank and only the columns break', () => {
    const { findings } = check(
      wide([
        ['农业', [317, 204, 113, null]],
        ['林业', [null, 528, 391, 137]],
        ['水利', [246, 159, 87, null]],
        ['合计', [1091, 754, 337, 0]],
      ]),
      ...sums,
    );
    expect(findings).toMatchObject([{ rule: 'EXT-02', origin: 'extraction' }]);
    expect(findings[0]?.related).toHaveLength(3);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H12', suggested: false });
  });
  it('is told where the last figure fell off the table', () => {
    const { findings } = check(
      wide(shifted.map(([item, values]) => [item, item === '林业' ? [null, 528, 391] : values])),
      ...sums,
    );
    expect(findings).toMatchObject([{ rule: 'EXT-02' }]);
  });
  it('is no cause where another figure of the column is wrong as well', () => {
    const { findings } = check(
      wide([
        ['农业', [317, 204, 113, null]],
        ['林业', [null, 528, 391, 137]],
        ['水利', [246, 951, 87, null]],
        ['合计', [1091, 754, 337, null]],
      ]),
      ...sums,
    );
    expect(findings.map(({ rule }) => rule)).not.toContain('EXT-02');
  });
  it('says nothing by itself', () => {
    expect(check(table(shifted), EXT_02)).toEqual({ findings: [], coverage: [] });
  });
  it('is no other slip: one wrong cell is told by its sums', () => {
    const wrong = good.map(([item, [total, ...rest]]): [string, number[]] => [
      item,
      item === '林业' ? [582, ...rest] : [total!, ...rest],
    ]);
    const { findings } = check(table(wrong), SUM_01, SUM_05, EXT_02);
    expect(findings.map(({ rule }) => rule)).not.toContain('EXT-02');
    expect(findings.length).toBeGreaterThan(0);
  });
  it('is on the edge: one column that the row moved would mend is told as its own slip', () => {
    const { findings } = check(
      wide([
        ['农业', [317, 204, 113, null]],
        ['林业', [528, null, 391, null]],
        ['水利', [246, 159, 87, null]],
        ['合计', [1091, 754, 200, null]],
      ]),
      ...sums,
    );
    expect(findings.map(({ rule }) => rule)).not.toContain('EXT-02');
    expect(findings.length).toBeGreaterThan(0);
  });
});
