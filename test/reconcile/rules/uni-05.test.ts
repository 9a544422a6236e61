import { describe, expect, it } from 'vitest';
import { UNI_05 } from '../../../src/reconcile/rules/uni-05.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (target: string | null, actual: string | null, raw?: string) => {
  const wanted = quantity(45, target);
  return check(
    {
      indicators: [
        indicator({ target: raw === undefined ? wanted : { ...wanted, raw }, actual: quantity(44, actual) }),
      ],
    },
    UNI_05,
  );
};

describe('UNI-05, one unit a row', () => {
  it('passes with one unit, and with one that converts', () => {
    expect(row('人', '人').findings).toEqual([]);
    expect(row('万元', '元').findings).toEqual([]);
    expect(row('万人', '人').findings).toEqual([]);
  });
  it('fails where money is answered with persons', () => {
    const { findings } = row('万元', '人');
    expect(findings).toMatchObject([{ severity: 'error', kind: 'unit' }]);
    expect(figuresOf(findings[0])).toEqual([45, 44]);
  });
  it('fails where the cell prints another unit than that of its row', () => {
    expect(row('人', '人', '45万元').findings).toMatchObject([{ severity: 'error' }]);
  });
  it('is on the edge with two measures of counting, and with a degree of completion', () => {
    expect(row('个', '套').findings).toMatchObject([{ severity: 'warning' }]);
    expect(row('个', '%').findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('cannot tell without one of them', () => {
    expect(row('人', null)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
  });
});
