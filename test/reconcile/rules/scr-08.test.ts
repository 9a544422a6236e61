import { describe, expect, it } from 'vitest';
import { SCR_08 } from '../../../src/reconcile/rules/scr-08.ts';
import { prose } from '../prose.ts';
import { check, figuresOf, filing } from '../records.ts';

const of = (
  total_score: number | null,
  text: string,
  label: string | null = '评价等级',
  total_weight = 100,
) =>
  check(
    {
      filings: [filing({ total_score, total_weight })],
      texts: [prose(text, { filing_id: 'f0', role: 'other', label })],
    },
    SCR_08,
  );

describe('SCR-08, the grade of a total', () => {
  it('passes', () => {
    expect(of(92.5, '优').findings).toEqual([]);
    expect(of(75, '中', '评定等次').findings).toEqual([]);
  });
  it('fails with total and grade', () => {
    const { findings } = of(86.5, '优');
    expect(findings).toMatchObject([{ severity: 'error', kind: 'score_rule', actual: 86.5 }]);
    expect(findings[0]?.message.zh).toBe('总分 86.5 应为“良”，填“优”');
    expect(figuresOf(findings[0])).toEqual([86.5, null]);
  });
  it('is on the edge at 90, 80 and 60', () => {
    expect(of(90, '优秀').findings).toEqual([]);
    expect(of(89.99, '优秀').findings).toHaveLength(1);
    expect(of(80, '良好').findings).toEqual([]);
    expect(of(60, '中').findings).toEqual([]);
    expect(of(59.9, '中').findings).toHaveLength(1);
  });
  it('leaves sentences to the rule of prose', () => {
    expect(of(75, '自评等级为“优”。', null)).toEqual({ findings: [], coverage: [] });
  });
  it('cannot tell without a total, or of one that is not of 100', () => {
    expect(of(54, '优', '评价等级', 60)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(of(null, '优')).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
  });
});
