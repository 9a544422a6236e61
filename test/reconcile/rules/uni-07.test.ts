import { describe, expect, it } from 'vitest';
import { UNI_07 } from '../../../src/reconcile/rules/uni-07.ts';
import { amount, check, indicator, words } from '../records.ts';

const raws = (...list: string[]) =>
  check({ amounts: list.map((raw) => amount({ item: '财政拨款', value: null, raw })) }, UNI_07);

describe('UNI-07, figures that are numbers', () => {
  it('passes with thousands and points where they belong', () => {
    expect(raws('24,216.22', '1234.5', '－0.5', '２４').findings).toEqual([]);
  });
  it('warns once of all that are none, with what was likely meant', () => {
    const { findings } = raws('1,23', '1.234.5', '12');
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'unit', origin: 'undetermined' }]);
    expect(findings[0]?.evidence.map(({ text }) => text)).toEqual(['1,23', '1.234.5']);
    expect(findings[0]?.message.zh).toContain('应为 1.23？');
  });
  it('reads targets behind their sign', () => {
    const { findings } = check({ indicators: [indicator({ target: words('≥1,23') })] }, UNI_07);
    expect(findings).toHaveLength(1);
  });
  it('is on the edge with a list and a date', () => {
    expect(raws('2031.5.6', '2031.5.6日', '1、2').findings).toEqual([]);
  });
  it('warns of sums with signs among their digits, that are no numbers', () => {
    const { findings } = raws('980。50', '9 8 0 . 5', '98O.50', '980.5?', '500+480.5', '9.805E2', '$980.5');
    expect(findings[0]?.evidence).toHaveLength(7);
    expect(findings[0]?.message.zh).toContain('应为 980.50？');
    expect(raws('12:30', '3—5', '2031年5月', '见第3页', '1、2').findings).toEqual([]);
    expect(
      check({ amounts: [amount({ item: '财政拨款', value: 980.5, raw: '$980.5' })] }, UNI_07).findings,
    ).toEqual([]);
  });
  it('warns of sums that show TRUE or a date', () => {
    const seen = (section: 'funding' | 'base_data') =>
      ['TRUE', 'false', '9月5日', '2031-05-01'].map((raw) =>
        amount({ item: '财政拨款', section, value: null, raw }),
      );
    const texts = (section: 'funding' | 'base_data') =>
      check({ amounts: seen(section) }, UNI_07).findings[0]?.evidence.map(({ text }) => text);
    expect(texts('funding')).toEqual(['TRUE', 'false', '9月5日', '2031-05-01']);
    expect(texts('base_data')).toEqual(['TRUE', 'false']);
  });
  it('says nothing of words', () => {
    expect(raws('无')).toEqual({ findings: [], coverage: [] });
  });
});
