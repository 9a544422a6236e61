import { describe, expect, it } from 'vitest';
import { PCT_01 } from '../../../src/reconcile/rules/pct-01.ts';
import { PCT_02 } from '../../../src/reconcile/rules/pct-02.ts';
import { SCR_01 } from '../../../src/reconcile/rules/scr-01.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_09 } from '../../../src/reconcile/rules/sum-09.ts';
import { WGT_01 } from '../../../src/reconcile/rules/wgt-01.ts';
import { WGT_02 } from '../../../src/reconcile/rules/wgt-02.ts';
import { amount, at, check, filing, indicator, under } from '../records.ts';

const column = (...rows: [string, number, number?, string?][]) =>
  rows.map(([item, value, share, raw]) =>
    amount({ item, value, ...(share === undefined ? {} : { share }), ...(raw === undefined ? {} : { raw }) }),
  );
const first = (given: Parameters<typeof check>[0], ...rules: Parameters<typeof check>[1][]) => {
  const { findings } = check(given, ...rules);
  expect(findings).toHaveLength(1);
  return findings[0]!;
};
const shares = (...rows: [string, number, number][]) => column(...rows);

describe('the smallest change', () => {
  it('H1: two digits transposed, with the share as a witness', () => {
    const amounts = shares(
      ['甲', 8624.31, 57],
      ['乙', 6485.2, 40.3],
      ['丙', 400, 2.6],
      ['合计', 15129.51, 100],
    );
    const swapped = shares(
      ['甲', 8624.31, 57.1],
      ['乙', 6845.2, 42.9],
      ['丙', 0, 0],
      ['合计', 15109.51, 100],
    );
    expect(amounts).toHaveLength(4);
    const { hypotheses } = first({ amounts: swapped }, SUM_01, PCT_01, PCT_02);
    expect(hypotheses[0]).toMatchObject({
      generator: 'H1',
      change: { from: '6845.2', to: '6485.2' },
      suggested: true,
    });
  });

  it('names what a change would break, and does not propose it', () => {
    const amounts = shares(['甲', 50, 50], ['乙', 30, 30], ['丙', 20, 20], ['合计', 160, 100]);
    const { hypotheses, related } = first({ amounts }, SUM_01, PCT_01);
    expect(hypotheses[0]).toMatchObject({ change: { from: '160', to: '100' } });
    expect(hypotheses[0]?.breaks).toEqual([]);
    expect(related).toHaveLength(3);
  });

  it('H2 and H3: of two cells that one digit would mend, neither is proposed', () => {
    const { hypotheses } = first({ amounts: column(['甲', 13.5], ['乙', 21.5], ['合计', 38]) }, SUM_01);
    expect(hypotheses.length).toBeGreaterThan(1);
    expect(hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });

  it('H2: digits that look alike are taken for one another in pictures only', () => {
    const amounts = (confidence: number) =>
      column(['甲', 6120.5], ['乙', 518.24], ['合计', 8638.74]).map((each) => ({ ...each, confidence }));
    const generators = (confidence: number) =>
      first({ amounts: amounts(confidence) }, SUM_01).hypotheses.map(({ generator }) => generator);
    expect(generators(0.9)).toContain('H2');
    expect(generators(1)).not.toContain('H2');
    expect(generators(1)).toContain('H3');
  });

  it('H4: a digit dropped', () => {
    const { hypotheses } = first(
      { amounts: column(['甲', 9021.37], ['乙', 518.24], ['合计', 939.61]) },
      SUM_01,
    );
    expect(hypotheses[0]).toMatchObject({ generator: 'H4', change: { to: '9539.61' } });
  });

  it('H4: a digit too many, of two', () => {
    const { hypotheses } = first({ amounts: column(['甲', 2], ['乙', 13], ['合计', 5]) }, SUM_01);
    expect(hypotheses).toContainEqual(
      expect.objectContaining({ generator: 'H4', change: expect.objectContaining({ from: '13', to: '3' }) }),
    );
  });

  it('H5 and H7: a slip of unit, a slip of the decimal point', () => {
    const unit = first({ amounts: column(['甲', 9021.37], ['乙', 5182400], ['合计', 9539.61]) }, SUM_01);
    expect(unit.hypotheses[0]).toMatchObject({ generator: 'H5', change: { to: '518.24' }, suggested: true });
    const point = first({ amounts: column(['甲', 9021.37], ['乙', 5182.4], ['合计', 9539.61]) }, SUM_01);
    expect(point.hypotheses[0]).toMatchObject({ generator: 'H7', change: { to: '518.24' } });
  });

  it('H8: a sign', () => {
    const { hypotheses } = first(
      { amounts: column(['甲', 9021.37], ['乙', -518.24], ['合计', 9539.61]) },
      SUM_01,
    );
    expect(hypotheses[0]).toMatchObject({ generator: 'H8', change: { to: '518.24' } });
  });

  it('H9: two cells swapped, over two sums that share no cell', () => {
    const level = (name: string, weights: number[], points: number) =>
      weights.map((weight) =>
        indicator({ level1: name, level1_weight: points, level2: name, weight, score: Math.min(weight, 5) }),
      );
    const indicators = [...level('甲', [25, 18, 17], 50), ...level('乙', [10, 23, 17], 50)].slice(0, 6);
    const swapped = [...level('甲', [25, 10, 8], 50), ...level('乙', [17, 23, 17], 50)];
    expect(indicators).toHaveLength(6);
    swapped.forEach((row, i) => {
      row.source.weight = { ...row.source.weight!, row: 20 + i };
    });
    const finding = first({ indicators: swapped }, WGT_01, WGT_02, SCR_01);
    expect(finding.hypotheses[0]?.generator).toBe('H9');
    expect(finding.related.length).toBeGreaterThan(0);
  });

  it('H10: a missing row is listed and never proposed', () => {
    const { hypotheses } = first(
      { amounts: column(['甲', 9021.37], ['乙', 518.24], ['合计', 12345.61]) },
      SUM_01,
    );
    const missing = hypotheses.find(({ generator }) => generator === 'H10');
    expect(missing).toMatchObject({ change: { from: '', to: '2806' }, suggested: false });
  });

  it('lists what the equation gives for the total, however many parts one slip would mend', () => {
    const parts = [14.01, 12.01, 12.01, 12.01, 15.01, 15.01, 14.01, 6.01].map((raw, i): [string, number] => [
      `项${i}`,
      Number(raw),
    ]);
    const finding = first({ amounts: column(...parts, ['合计', 98.08]) }, SUM_01);
    const [total] = finding.evidence;
    const last = finding.hypotheses.at(-1);
    expect(finding.hypotheses).toHaveLength(6);
    expect(finding.hypotheses.some(({ suggested }) => suggested)).toBe(false);
    expect(last?.change).toEqual({ source: total?.source, from: '98.08', to: '100.08' });
    expect(last?.reason.zh).toContain('按等式重新计算');
  });

  it('H11 and H15: a part twice or left out, in sums that rounding has moved by their last digit', () => {
    // The true total is 36780.24, a cent more than its parts add up to.
    const of = (total: number) =>
      first({ amounts: column(['甲', 36715.04], ['乙', 20.18], ['丙', 45.01], ['合计', total]) }, SUM_01);
    const fix = (total: number, generator: string) =>
      of(total).hypotheses.find((each) => each.generator === generator)?.change.to;
    expect(fix(36825.25, 'H11')).toBe('36780.24');
    expect(fix(36735.23, 'H15')).toBe('36780.24');
    // A part that is no more than the room that rounding leaves explains nothing.
    const small = first(
      { amounts: column(['甲', 36715.04], ['乙', 20.18], ['丙', 0.01], ['合计', 36735.28]) },
      SUM_01,
    );
    expect(small.hypotheses.some(({ generator }) => generator === 'H11')).toBe(false);
  });

  it('H14 and H15: a total that was not filled in, one that leaves a part out', () => {
    const parts = [
      amount({ item: '甲', value: 9021.37 }),
      amount({ item: '乙', value: 518.24 }),
      amount({ item: '丙', value: 33.5 }),
    ];
    const unfilled = first(
      { amounts: under(amount({ item: '资金总额', value: 0, section: 'funding' }), parts) },
      SUM_01,
    );
    expect(unfilled.hypotheses[0]).toMatchObject({ generator: 'H14', change: { to: '9573.11' } });
    const short = first(
      { amounts: under(amount({ item: '资金总额', value: 9054.87, section: 'funding' }), parts) },
      SUM_01,
    );
    expect(short.hypotheses[0]).toMatchObject({ generator: 'H15', change: { to: '9573.11' } });
  });

  it('H16: a share of another total of the form', () => {
    const spent = [
      amount({ item: '丙', value: 60, share: 75, section: 'expenditure' }),
      amount({ item: '丁', value: 20, share: 25, section: 'expenditure' }),
      amount({ item: '支出合计', value: 80, share: 100, section: 'expenditure' }),
    ];
    const income = (share: number) => shares(['甲', 50, share], ['乙', 150, 75], ['合计', 200, 100]);
    const generators = (share: number) =>
      first({ amounts: [...income(share), ...spent] }, PCT_01).hypotheses.map(({ generator }) => generator);
    expect(generators(62.5)[0]).toBe('H16');
    expect(generators(64.5)).not.toContain('H16');
  });

  it('H17: last year copied into this year', () => {
    const year = (value: number, of: number) =>
      amount({ item: '甲', value, year: of, measure: of === 2031 ? 'current' : 'prior' });
    const amounts = [
      year(7310.25, 2031),
      amount({ item: '乙', value: 500 }),
      amount({ item: '合计', value: 9521.37 }),
      year(7310.25, 2030),
      amount({ item: '乙', value: 11, year: 2030, measure: 'prior' }),
      amount({ item: '合计', value: 7321.25, year: 2030, measure: 'prior' }),
    ];
    const { hypotheses } = first({ amounts }, SUM_01);
    expect(hypotheses[0]).toMatchObject({ generator: 'H17', change: { from: '7310.25', to: '9021.37' } });
  });

  it('H17: another column of the same year is no other year', () => {
    const rows: [string, number, number][] = [
      ['津贴补贴', 252.18, 0],
      ['住房公积金', 88.6, 0],
      ['工资福利支出', 651.08, 1],
    ];
    const amounts = ['合计', '人员经费'].flatMap((column_label, n) =>
      rows.map(([item, value, total], r) =>
        amount({
          item,
          value: n === 1 && total === 1 ? 340.78 : value,
          section: 'budget',
          column_label,
          role: total === 1 ? 'total' : 'item',
          source: { value: at(r, n) },
        }),
      ),
    );
    const { hypotheses } = first({ amounts }, SUM_01);
    expect(hypotheses.map(({ generator }) => generator)).not.toContain('H17');
  });

  it('H18: a fraction for a percentage', () => {
    const amounts = shares(['甲', 523.4, 0.523], ['乙', 476.6, 47.7], ['合计', 1000, 100]);
    const finding = first({ amounts }, PCT_01, PCT_02);
    expect(finding.hypotheses[0]).toMatchObject({ generator: 'H18', change: { to: '52.3' } });
  });

  it('two slips of one form are two findings', () => {
    const amounts = [
      ...column(['甲', 9021.37], ['乙', 518.24], ['收入合计', 9593.61]),
      ...['丙', '丁', '支出合计'].map((item, i) =>
        amount({ item, value: [8000, 539.61, 9539.61][i]!, section: 'expenditure' }),
      ),
    ];
    const { findings } = check({ amounts }, SUM_01, SUM_09);
    expect(findings).toHaveLength(2);
  });

  it('believes less in a cell that was read with doubt', () => {
    const amounts = column(['甲', 13.5], ['乙', 21.5], ['合计', 38]);
    const doubtful = amounts.map((one) => (one.item === '乙' ? { ...one, confidence: 0.4 } : one));
    const finding = first({ amounts: doubtful, filings: [filing()] }, SUM_01);
    expect(finding.origin).toBe('undetermined');
    expect(finding.hypotheses[0]?.change.from).toBe('21.5');
  });
  it('proposes neither of two cells that the same slip would make the same figure', () => {
    const cells: [string, number][] = [
      ['甲', 5714],
      ['乙', 5714],
      ['丙', 8020],
      ['合计', 21248],
    ];
    const amounts = cells.map(([item, value]) => amount({ item, value }));
    const { findings } = check({ amounts }, SUM_01);
    const hypotheses = findings[0]?.hypotheses ?? [];
    expect(hypotheses.slice(0, 2).map(({ change }) => [change.from, change.to])).toEqual([
      ['5714', '7514'],
      ['5714', '7514'],
    ]);
    expect(hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });
});
