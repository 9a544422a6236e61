import { describe, expect, it } from 'vitest';
import { WGT_01 } from '../../../src/reconcile/rules/wgt-01.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const weights = (...points: (number | null)[]) => points.map((weight) => indicator({ weight }));

describe('WGT-01, weights make the base of the form', () => {
  it('passes on 100, on 90 without a place for the execution rate, on 90 + 10 with it', () => {
    expect(check({ indicators: weights(50, 40, 10) }, WGT_01).findings).toEqual([]);
    expect(check({ indicators: weights(50, 30, 10) }, WGT_01).findings).toEqual([]);
    const filings = [filing({ execution_weight: 10, has_execution_weight_field: true })];
    expect(check({ filings, indicators: weights(50, 30, 10) }, WGT_01).findings).toEqual([]);
  });

  it('fails with every weight, and points to the blank field', () => {
    const filings = [filing({ has_execution_weight_field: true })];
    const { findings } = check({ filings, indicators: weights(20, 20, 10, 30, 10) }, WGT_01);
    expect(findings).toMatchObject([{ kind: 'weight_sum', severity: 'error', expected: 100, actual: 90 }]);
    expect(figuresOf(findings[0])).toEqual([20, 20, 10, 30, 10]);
    expect(findings[0]?.message.zh).toContain('预算执行率权重未填');
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { to: '10' }, suggested: false });
  });

  it('takes a printed total that is a base for right sooner than a part', () => {
    const filings = [filing({ total_weight: 100 })];
    const { findings } = check({ filings, indicators: weights(15, 15, 30, 35, 15) }, WGT_01);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ change: { from: '30', to: '20' } });
  });

  it('leaves them out where only their rate is printed', () => {
    const told = (total: number, rate: number | null) =>
      check(
        { filings: [filing({ total_weight: total, execution_rate: rate })], indicators: weights(50, 30, 10) },
        WGT_01,
      ).findings.length;
    expect([told(100, 90), told(98, 90), told(100, null)]).toEqual([0, 1, 1]);
  });
  it('leaves the points of the execution out of a printed total where only their score is printed', () => {
    const of = (total: number) =>
      check(
        { filings: [filing({ total_weight: total, execution_score: 9 })], indicators: weights(50, 30, 10) },
        WGT_01,
      );
    expect(of(100).findings).toEqual([]);
    expect(of(98).findings).toHaveLength(1);
  });

  it('counts them in where the printed score does', () => {
    const of = (first: number, score: number) => {
      const [a, b, c] = [50, 30, 10].map((score, i) => indicator({ weight: i === 0 ? first : score, score }));
      const form = filing({
        total_weight: 100,
        total_score: score,
        execution_weight: 10,
        execution_score: 9,
      });
      return check({ filings: [form], indicators: [a!, b!, c!] }, WGT_01).findings.length;
    };
    expect([of(50, 99), of(60, 99), of(60, 90)]).toEqual([0, 1, 0]);
  });

  it('knows from a sibling of the same template that the form has the field', () => {
    const filings = [
      filing(),
      filing({ filing_id: 'f1', execution_weight: 10, has_execution_weight_field: true }),
    ];
    const indicators = [
      ...weights(50, 30, 10),
      ...weights(50, 30, 10).map((row) => ({ ...row, filing_id: 'f1' })),
    ];
    const { findings } = check({ filings, indicators }, WGT_01);
    expect(findings.map(({ filing_id: id }) => id)).toEqual(['f0']);
  });

  it('is on the edge with half points: exact, never rounded', () => {
    expect(check({ indicators: weights(49.5, 40.5, 10) }, WGT_01).findings).toEqual([]);
    expect(check({ indicators: weights(49.5, 40.4, 10) }, WGT_01).findings).toHaveLength(1);
  });

  it('checks a printed total as printed, with or without the execution rate', () => {
    const printed = (total: number) => [filing({ total_weight: total, execution_weight: 10 })];
    expect(check({ filings: printed(100), indicators: weights(50, 30, 10) }, WGT_01).findings).toEqual([]);
    expect(check({ filings: printed(90), indicators: weights(50, 30, 10) }, WGT_01).findings).toEqual([]);
    const { findings } = check({ filings: printed(100), indicators: weights(50, 30, 5) }, WGT_01);
    expect(figuresOf(findings[0])).toEqual([100, 50, 30, 5, 10]);
  });

  it('proposes no value where 100 and 90 would both be right', () => {
    const { findings } = check({ indicators: weights(50, 30, 40) }, WGT_01);
    expect(findings[0]?.hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });

  it('cannot tell where most weights are blank', () => {
    const { coverage } = check({ indicators: weights(50, null, null, null) }, WGT_01);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'most weights are blank': 1 } });
  });
  it('counts the execution in where the total score does', () => {
    const of = (points: number, score: number) =>
      check(
        {
          filings: [
            filing({ execution_score: 9, execution_weight: 10, total_score: score, total_weight: points }),
          ],
          indicators: [60, 40].map((weight) => indicator({ score: weight - 5, weight })),
        },
        WGT_01,
      ).findings.length;
    expect([of(100, 99), of(110, 99), of(100, 90)]).toEqual([1, 0, 0]);
  });
});
