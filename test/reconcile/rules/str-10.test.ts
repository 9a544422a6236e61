import { describe, expect, it } from 'vitest';
import { STR_10 } from '../../../src/reconcile/rules/str-10.ts';
import { check, filing, indicator } from '../records.ts';

const covered = (coverage: number, indicators = [indicator()], more: Parameters<typeof filing>[0] = {}) =>
  check({ filings: [filing({ coverage, ...more })], indicators }, STR_10);

describe('STR-10, most filled cells were understood', () => {
  it('passes', () => {
    expect(covered(0.93).findings).toEqual([]);
  });
  it('warns of a form that was read in part, as our own slip', () => {
    const { findings } = covered(0.314);
    expect(findings).toMatchObject([{ severity: 'warning', origin: 'extraction' }]);
    expect(findings[0]?.message.zh).toContain('31%');
  });
  it('is on the edge at one half', () => {
    expect(covered(0.5).findings).toEqual([]);
    expect(covered(0.49).findings).toHaveLength(1);
  });
  it('cannot tell of a table without rows', () => {
    const table = { form_type: 'budget_table' } as const;
    expect(covered(0.1, [], table)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
  });
  it('warns of a form whose answers were not understood at all, and not of a blank one', () => {
    expect(covered(0.2, []).findings).toHaveLength(1);
    expect(covered(0.9, []).findings).toEqual([]);
  });
});
