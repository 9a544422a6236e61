import { describe, expect, it } from 'vitest';
import { IND_08 } from '../../../src/reconcile/rules/ind-08.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const row = (level3: string, value: number, unit: string) =>
  indicator({ level3, target: quantity(value, unit) });

describe('IND-08, what comes whole', () => {
  it('passes', () => {
    expect(check({ indicators: [row('参训人数', 30, '人')] }, IND_08).findings).toEqual([]);
  });
  it('warns of half a person, in rows and tables, once a form', () => {
    const staff = amount({ item: '在职人数', value: 31.5, section: 'staff', measure: 'count', unit: '人' });
    const { findings } = check({ amounts: [staff], indicators: [row('参训人数', 1.25, '人')] }, IND_08);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure', actual: 31.5 }]);
    expect(figuresOf(findings[0])).toEqual([31.5, 1.25]);
  });
  it('is on the edge: 1.25万人 and 3.0次 are whole', () => {
    expect(
      check({ indicators: [row('参训人数', 1.25, '万人'), row('巡护次数', 3.0, '次')] }, IND_08).findings,
    ).toEqual([]);
  });
  it('says nothing of means and of length', () => {
    const indicators = [row('人均培训次数', 1.5, '次'), row('巡护里程', 1.5, '公里')];
    expect(check({ indicators }, IND_08)).toEqual({ findings: [], coverage: [] });
  });
});
