import { describe, expect, it } from 'vitest';
import { STR_01 } from '../../../src/reconcile/rules/str-01.ts';
import { amount, check, filing, indicator } from '../records.ts';

const unknown = [filing({ form_type: 'unknown', title: '情况表' })];

describe('STR-01, a form of a known family', () => {
  it('passes where the family is known', () => {
    expect(check({ indicators: [indicator()] }, STR_01).findings).toEqual([]);
  });
  it('warns of rows in a form of no family', () => {
    const { findings } = check({ filings: unknown, indicators: [indicator(), indicator()] }, STR_01);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure', origin: 'undetermined' }]);
    expect(findings[0]?.message.zh).toContain('指标 2 项');
    expect(findings[0]?.evidence[0]?.text).toBe('情况表');
  });
  it('is on the edge with one amount', () => {
    expect(
      check({ filings: unknown, amounts: [amount({ item: '合计', value: 1 })] }, STR_01).findings,
    ).toHaveLength(1);
  });
  it('cannot tell without any row', () => {
    const { coverage, findings } = check({ filings: unknown }, STR_01);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'table has no rows': 1 } });
  });
});
