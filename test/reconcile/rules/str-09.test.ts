import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../schemas/index.ts';
import { STR_09 } from '../../../src/reconcile/rules/str-09.ts';
import { at, check, indicator } from '../records.ts';

const on = (page: number, fields: Partial<Indicator> = {}): Indicator =>
  indicator({ source: { level3: { ...at(page), page } }, ...fields });
const bare = { level1: null, level2: null, level3: '巡护里程' };

describe('STR-09, the first row of a page has its levels', () => {
  it('passes where it has', () => {
    const { coverage, findings } = check({ indicators: [on(1), on(2), on(2)] }, STR_09);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
  });
  it('warns where it has none and all others have', () => {
    const { findings } = check({ indicators: [on(1), on(2, bare), on(2)] }, STR_09);
    expect(findings).toMatchObject([{ severity: 'warning', origin: 'undetermined' }]);
    expect(findings[0]?.message.zh).toContain('巡护里程（第 2 页）');
    expect(findings[0]?.evidence[0]?.source.page).toBe(2);
  });
  it('is on the edge: a row without levels inside a page is none of it', () => {
    expect(check({ indicators: [on(1), on(1, bare), on(2)] }, STR_09).findings).toEqual([]);
  });
  it('cannot tell where rows without levels are usual, or on one page', () => {
    expect(check({ indicators: [on(1), on(1, bare), on(2, bare)] }, STR_09).findings).toEqual([]);
    expect(check({ indicators: [on(1), on(1)] }, STR_09)).toEqual({ findings: [], coverage: [] });
  });
});
