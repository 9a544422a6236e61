import { describe, expect, it } from 'vitest';
import { UCQ_04 } from '../../../src/reconcile/rules/ucq-04.ts';
import { check, figuresOf, filing, indicator, quantity } from '../records.ts';

const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1 })];
const row = (filing_id: string, value: number, unit = '元/人/月') =>
  indicator({ filing_id, level3: '生活补贴标准', target: quantity(value, unit) });

describe('UCQ-04, one item at one price', () => {
  it('passes', () => {
    expect(check({ filings, indicators: [row('f0', 120), row('f1', 120)] }, UCQ_04).findings).toEqual([]);
  });
  it('notes two prices with both cells', () => {
    const { findings } = check({ filings, indicators: [row('f0', 120), row('f1', 45.5)] }, UCQ_04);
    expect(findings).toMatchObject([{ severity: 'info', kind: 'unit_cost', filing_id: 'f1' }]);
    expect(figuresOf(findings[0])).toEqual([120, 45.5]);
  });
  it('is on the edge: by the month and by the year are two prices', () => {
    const indicators = [row('f0', 120), row('f1', 1440, '元/人/年')];
    expect(check({ filings, indicators }, UCQ_04).findings).toEqual([]);
  });
  it('says nothing of one price, or of sums', () => {
    const indicators = [row('f0', 120), row('f1', 3, '万元')];
    expect(check({ filings, indicators }, UCQ_04)).toEqual({ findings: [], coverage: [] });
  });
});
