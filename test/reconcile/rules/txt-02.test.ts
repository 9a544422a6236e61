import { describe, expect, it } from 'vitest';
import { TXT_02 } from '../../../src/reconcile/rules/txt-02.ts';
import { check, filing } from '../records.ts';

const codes = (...list: (string | null)[]) => ({
  filings: list.map((project_code, i) => filing({ filing_id: `f${i}`, ordinal: i, project_code })),
});

describe('TXT-02, codes of one document share a pattern', () => {
  it('passes where they do', () => {
    expect(check(codes('61T0001', '61T0002', '61T0003'), TXT_02).findings).toEqual([]);
  });
  it('warns of a code that is a character short, with its siblings', () => {
    const { findings } = check(codes('61T0001', '61T002', '61T0003', '61T0004'), TXT_02);
    expect(findings).toMatchObject([
      { kind: 'structure', severity: 'warning', filing_id: 'f1', expected: 7, actual: 6 },
    ]);
    expect(findings[0]?.evidence.map(({ text }) => text)).toEqual([
      '61T002',
      '61T0001',
      '61T0003',
      '61T0004',
    ]);
  });
  it('is on the edge with two siblings against one', () => {
    expect(check(codes('61T0001', '61T002', '61T0003'), TXT_02).findings).toHaveLength(1);
  });
  it('cannot tell with one against one', () => {
    expect(check(codes('61T0001', '61T002'), TXT_02)).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
    expect(check(codes(null), TXT_02)).toEqual({ findings: [], coverage: [] });
  });
});
