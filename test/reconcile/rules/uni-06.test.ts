import { describe, expect, it } from 'vitest';
import { UNI_06 } from '../../../src/reconcile/rules/uni-06.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const rates = (...values: number[]) => ({
  indicators: values.map((value, i) => indicator({ level3: `事项${i}完成率`, target: quantity(value, '%') })),
});

describe('UNI-06, a rate is in per cent', () => {
  it('passes', () => {
    expect(check(rates(95, 98, 100, 130), UNI_06).findings).toEqual([]);
  });
  it('warns of a fraction and of a hundredfold', () => {
    const { findings } = check(rates(0.95, 98, 9500), UNI_06);
    expect(findings.map(({ severity, expected }) => [severity, expected])).toEqual([
      ['warning', 95],
      ['warning', 95],
    ]);
    expect(figuresOf(findings[0])).toEqual([0.95]);
  });
  it('is on the edge: rates that are small by nature, and 1 % itself', () => {
    const small = [
      indicator({ level3: '差错率', target: quantity(0.5, '%') }),
      indicator({ level3: '完成率', target: quantity(98, '%') }),
    ];
    expect(check({ indicators: small }, UNI_06).findings).toEqual([]);
    const raised = [{ ...small[0]!, level3: '森林覆盖率提高' }, small[1]!];
    expect(check({ indicators: raised }, UNI_06).findings).toEqual([]);
    expect(check(rates(1.1, 98), UNI_06).findings).toEqual([]);
    expect(check(rates(1, 98), UNI_06).findings).toHaveLength(1);
  });
  it('says nothing of what is no rate, or is in another unit', () => {
    const others = [
      indicator({ level3: '贷款贴息', target: quantity(0.5, '%') }),
      indicator({ level3: '提高参保率人数', target: quantity(9500, '人') }),
    ];
    expect(check({ indicators: [...rates(95, 98).indicators, ...others] }, UNI_06).findings).toEqual([]);
  });
  it('cannot tell where the form has no other rate to compare with', () => {
    expect(check(rates(0.95), UNI_06).findings).toEqual([]);
  });
});
