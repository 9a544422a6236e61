import { describe, expect, it } from 'vitest';
import { WGT_04 } from '../../../src/reconcile/rules/wgt-04.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const rows = (...weights: number[]) => weights.map((weight) => indicator({ weight }));
const evaluation = (fields = {}) => [filing({ form_type: 'project_self_evaluation', ...fields })];
const own = evaluation({ execution_weight: 10, has_execution_weight_field: true });

describe('WGT-04, the points of the execution rate', () => {
  it('passes with a field of its own', () => {
    expect(check({ filings: own, indicators: rows(50, 30, 10) }, WGT_04).findings).toEqual([]);
  });
  it('warns where the rate counts twice', () => {
    const twice = [...rows(50, 30), indicator({ level3: '预算执行率', weight: 10 })];
    const { findings } = check({ filings: own, indicators: twice }, WGT_04);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'weight_sum' }]);
    expect(figuresOf(findings[0])).toEqual([10, 10]);
  });
  it('notes an evaluation of 90 without a place for it', () => {
    const { findings } = check({ filings: evaluation(), indicators: rows(50, 30, 10) }, WGT_04);
    expect(findings).toMatchObject([{ severity: 'info', expected: 100, actual: 90 }]);
  });
  it('is on the edge at 100, which has the points inside', () => {
    expect(check({ filings: evaluation(), indicators: rows(60, 30, 10) }, WGT_04).findings).toEqual([]);
  });
  it('says nothing of target forms, which may leave them out', () => {
    expect(check({ indicators: rows(50, 30, 10) }, WGT_04)).toEqual({ findings: [], coverage: [] });
  });
  it('warns of a printed total of 110: a hundred in the indicators and the ten beside them', () => {
    const of = (total: number, last: number) =>
      check(
        {
          filings: evaluation({
            execution_weight: 10,
            has_execution_weight_field: true,
            total_weight: total,
          }),
          indicators: rows(60, 30, last),
        },
        WGT_04,
      ).findings;
    expect(of(110, 10)).toMatchObject([{ severity: 'warning', expected: 100, actual: 110 }]);
    expect(of(100, 0)).toEqual([]);
  });
  it('cannot tell of a single indicator', () => {
    const filings = [filing({ form_type: 'project_self_evaluation' })];
    expect(check({ filings, indicators: [indicator({ weight: 90 })] }, WGT_04).findings).toEqual([]);
  });
});
