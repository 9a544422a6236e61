import { describe, expect, it } from 'vitest';
import { WGT_07 } from '../../../src/reconcile/rules/wgt-07.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const filings = (project = '苗圃改造') => [
  filing({ form_type: 'project_targets', project: '苗圃改造' }),
  filing({ filing_id: 'f1', ordinal: 1, form_type: 'project_self_evaluation', project }),
];
const rows = (before: number | null, after: number | null) => [
  indicator({ level3: '育苗面积', weight: before }),
  indicator({ filing_id: 'f1', level3: '育苗面积', section: 'evaluation', weight: after }),
];

describe('WGT-07, one weight in plan and evaluation', () => {
  it('passes', () => {
    const { coverage, findings } = check({ filings: filings(), indicators: rows(10, 10) }, WGT_07);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
  });
  it('fails with both cells', () => {
    const { findings } = check({ filings: filings(), indicators: rows(10, 15) }, WGT_07);
    expect(findings).toMatchObject([
      { severity: 'error', kind: 'cross_table', filing_id: 'f1', expected: 10, actual: 15, difference: 5 },
    ]);
    expect(figuresOf(findings[0])).toEqual([15, 10]);
  });
  it('is on the edge with the project spelled otherwise, and apart with another project', () => {
    expect(check({ filings: filings('苗圃 改造'), indicators: rows(10, 15) }, WGT_07).findings).toHaveLength(
      1,
    );
    expect(check({ filings: filings('步道维护'), indicators: rows(10, 15) }, WGT_07).findings).toEqual([]);
  });
  it('tells a form that was weighted anew once', () => {
    const names = ['育苗面积', '苗木合格率', '完工时间', '改造成本'];
    const many = names.flatMap((level3, i) => [
      indicator({ level3, weight: 25 }),
      indicator({ filing_id: 'f1', level3, section: 'evaluation', weight: i === 0 ? 25 : 20 }),
    ]);
    const { findings } = check({ filings: filings(), indicators: many }, WGT_07);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
    expect(figuresOf(findings[0])).toEqual([20, 25, 20, 25, 20, 25]);
  });
  it('cannot tell without a weight, or with a name that stands twice', () => {
    expect(check({ filings: filings(), indicators: rows(null, 15) }, WGT_07).findings).toEqual([]);
    const twice = [...rows(10, 15), indicator({ level3: '育苗面积', weight: 15 })];
    expect(check({ filings: filings(), indicators: twice }, WGT_07).findings).toEqual([]);
  });
});
