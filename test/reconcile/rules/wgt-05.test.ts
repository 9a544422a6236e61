import { describe, expect, it } from 'vitest';
import { WGT_05 } from '../../../src/reconcile/rules/wgt-05.ts';
import { check, figuresOf, indicator } from '../records.ts';

const weights = (...points: (number | null)[]) => ({
  indicators: points.map((weight) => indicator({ weight })),
});

describe('WGT-05, a weight is above zero', () => {
  it('passes down to the smallest positive weight', () => {
    expect(check(weights(10, 0.1, 20), WGT_05).findings).toEqual([]);
  });
  it('warns of 0, and calls a negative one an error', () => {
    const { findings } = check(weights(10, 0, -10), WGT_05);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'error']);
    expect(figuresOf(findings[1])).toEqual([-10]);
  });
  it('says nothing where the form has no weights', () => {
    expect(check(weights(null, null), WGT_05)).toEqual({ findings: [], coverage: [] });
  });
});
