import { describe, expect, it } from 'vitest';
import { PCT_07 } from '../../../src/reconcile/rules/pct-07.ts';
import { prose } from '../prose.ts';
import { check, figuresOf } from '../records.ts';

const growth = (text: string) => check({ texts: [prose(text)] }, PCT_07);

describe('PCT-07, growth in prose is that of its figures', () => {
  it('passes where size and direction fit', () => {
    const { findings, coverage } = growth(
      '2030年当年预算执行数为200万元，2031年预算安排170万元，比2030年预算执行数减少15%。',
    );
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ rule: 'PCT-07', applicable: 1, consistent: 1 });
  });

  it('fails where the direction is turned', () => {
    const { findings } = growth(
      '2030年当年预算执行数为200万元，2031年预算安排170万元，比2030年预算执行数增加15%。',
    );
    expect(findings[0]).toMatchObject({ kind: 'narrative', severity: 'error', verdict: 'impossible' });
    expect(findings[0]).toMatchObject({ expected: -15, actual: 15, difference: 30 });
    expect(figuresOf(findings[0])).toEqual([15, 170, 200]);
    expect(findings[0]?.message.zh).toContain('是减少 15%');
    // The figure holds: the word is wrong.
    expect(findings[0]?.hypotheses[0]?.change).toMatchObject({ from: '15%', to: '减少15%' });
  });

  it('proposes the figure that the paragraph opens with where it closes the growth', () => {
    const { findings } = growth(
      '1、农业支出（213类）农技推广（06项）56.12万元。2030年当年预算执行数为57.43万元，2031年预算安排57.8万元，比2030年预算执行数减少2.28%。',
    );
    expect(findings).toHaveLength(1);
    expect(figuresOf(findings[0])).toEqual([2.28, 57.8, 57.43, 56.12]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({
      suggested: true,
      change: { from: '57.8万元', to: '56.12万元' },
    });
    expect(findings[0]?.related[0]?.zh).toContain('56.12万元');
  });

  it('is on the edge at what rounding of three figures leaves', () => {
    // 0.62 ÷ 0.50: from 21.8 % to 26.3 % at two decimals.
    const said = (rate: string) =>
      growth(`2030年当年预算执行数为0.50万元，2031年预算安排0.62万元，比2030年预算执行数增加${rate}。`)
        .findings;
    expect(said('22.22%')).toEqual([]);
    expect(said('26.26%')).toEqual([]);
    expect(said('21.70%')).toHaveLength(1);
    expect(said('26.30%')).toHaveLength(1);
  });

  it('cannot tell without a base, or where the base is zero', () => {
    const missing = growth('2031年收入120万元，比上年增长20%。');
    expect(missing.findings).toEqual([]);
    expect(missing.coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
    const zero = growth('2030年当年预算执行数为0万元，2031年预算安排12万元，比2030年预算执行数增加100%。');
    expect(zero.coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'base is zero': 1 } });
  });
});
