import { describe, expect, it } from 'vitest';
import { STR_04 } from '../../../src/reconcile/rules/str-04.ts';
import { check, indicator, quantity, words } from '../records.ts';

describe('STR-04, a named indicator has a value', () => {
  it('passes with values, and with an explicit 无', () => {
    const none = { ...words('无'), kind: 'blank' as const };
    const indicators = [indicator({ target: quantity(1, '个') }), indicator({ target: none })];
    expect(check({ indicators }, STR_04).findings).toEqual([]);
  });
  it('fails once for the form and names the rows', () => {
    const indicators = [
      indicator({ target: quantity(1) }),
      ...['甲', '乙'].map((level3) => indicator({ level3, target: words(''), actual: words('') })),
    ];
    const { findings } = check({ indicators }, STR_04);
    expect(findings).toMatchObject([{ kind: 'structure', severity: 'warning', expected: 3, actual: 1 }]);
    expect(findings[0]?.message.zh).toContain('甲、乙');
    expect(findings[0]?.evidence).toHaveLength(2);
  });
  it('takes a unit without a number for a blank', () => {
    const indicators = ['盏', '≥ %', '优', '长期'].map((raw) =>
      indicator({ level3: raw, target: words(raw) }),
    );
    expect(check({ indicators }, STR_04).findings).toMatchObject([{ expected: 4, actual: 2 }]);
  });
  it('leaves points alone whose items the rows below it hold', () => {
    const item = indicator({ level3: '小麦', target: quantity(5, '亩'), weight: null });
    const told = (weight: number | null) =>
      check({ indicators: [indicator({ level3: '面积', target: words(''), weight }), item] }, STR_04).findings
        .length;
    expect([told(10), told(null)]).toEqual([0, 1]);
  });
  it('is on the edge with a row that is named by a dash only', () => {
    expect(check({ indicators: [indicator({ level3: '/', target: words('') })] }, STR_04).findings).toEqual(
      [],
    );
  });
  it('says nothing where the form has no such column', () => {
    expect(check({ indicators: [indicator({ target: null })] }, STR_04)).toEqual({
      findings: [],
      coverage: [],
    });
  });
  it('tells of points for an actual value that was left blank, where the other rows have theirs', () => {
    const row = (level3: string, actual: string, score: number) =>
      indicator({ level3, target: quantity(95, '%', '>='), actual: words(actual), weight: 10, score });
    const told = (...rows: ReturnType<typeof row>[]) => check({ indicators: rows }, STR_04).findings;
    const filled = [row('甲', '98%', 10), row('乙', '达成预期指标', 10)];
    const findings = told(...filled, row('丙', '', 10));
    expect(findings).toMatchObject([{ severity: 'warning' }]);
    expect(findings[0]?.message.zh).toBe('实际完成值空白而给了分：丙');
    // Nothing was given, / was said, or the form gives its results elsewhere.
    expect(told(...filled, row('丙', '', 0))).toEqual([]);
    expect(told(...filled, row('丙', '/', 10))).toEqual([]);
    expect(told(row('甲', '98%', 10), row('丙', '', 10))).toEqual([]);
  });
});
