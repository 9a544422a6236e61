import { describe, expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { prose } from '../prose.ts';
import { check } from '../records.ts';

/** Sentences of reports on bonds; every figure is invented. */
const told = (text: string) =>
  check({ filings: [], texts: [prose(text)] }, NAR_02).findings.map(({ severity, expected, actual }) => [
    severity,
    expected,
    actual,
  ]);

describe('NAR-02, 本息覆盖倍数', () => {
  const bond = (multiple: string) =>
    told(
      `债券期限15年。项目建成后，预期年总收益1680万元，存续期内预期总收益25200万元，应付本息18300万元，本息覆盖倍数${multiple}。`,
    );

  it('is what is earned over what is owed, rounded or cut off', () => {
    expect(bond('1.38')).toEqual([]);
    expect(bond('1.37')).toEqual([]);
    expect(bond('1.377倍')).toEqual([]);
    expect(bond('1.58')).toEqual([['warning', 1.38, 1.58]]);
    expect(bond('1.58倍')).toEqual([['warning', 1.38, 1.58]]);
    expect(told('项目总收益2.52亿元，还本付息总额18300万元，本息覆盖倍数为1.68倍。')).toEqual([
      ['warning', 1.38, 1.68],
    ]);
  });

  it('is not judged where a sentence has several of them, a bound or the figures of one year', () => {
    for (const text of [
      '项目总收益25200万元，可偿债收益24000万元，应付本息18300万元，本息覆盖倍数1.31。',
      '项目总收益25200万元，应付本息18300万元，压力测试下收益下降10%，本息覆盖倍数不低于1.2。',
      '预期年总收益1680万元，应付本息18300万元，本息覆盖倍数1.38。',
      '项目总收益25200万元，已还本息1830万元，本息覆盖倍数1.38。',
      '项目总收益25200万元，应付本息18300万元。收益下降10%时，本息覆盖倍数1.24。',
      '项目总收益25200万元，应付本息18300万元，收益下降10%时本息覆盖倍数1.24。',
      '项目总收益25200万元，应付本息18300万元，本息覆盖倍数1.38，收益下降10%时本息覆盖倍数1.24。',
    ])
      expect(told(text)).toEqual([]);
  });
});
