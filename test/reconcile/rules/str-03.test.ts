import { describe, expect, it } from 'vitest';
import { STR_03 } from '../../../src/reconcile/rules/str-03.ts';
import { at, check, figuresOf, filing, indicator, quantity, words } from '../records.ts';

const row = (level3: string | null, target = quantity(100, '%'), weight: number | null = null) => ({
  indicators: [indicator({ level3, target, weight })],
});

describe('STR-03, an indicator with a value has a name', () => {
  it('passes with a name, and where the form has no such level', () => {
    expect(check(row('及时率'), STR_03).findings).toEqual([]);
    expect(check(row(null), STR_03).findings).toEqual([]);
  });
  it('fails with the value that has no name', () => {
    const { findings } = check(row(''), STR_03);
    expect(findings).toMatchObject([{ kind: 'structure', severity: 'error' }]);
    expect(figuresOf(findings[0])).toEqual([null, 100]);
    expect(check(row('', words(''), 10), STR_03).findings[0]?.severity).toBe('error');
  });
  it('is on the edge with a placeholder: a note', () => {
    expect(check(row('', words('')), STR_03).findings).toMatchObject([
      { severity: 'info', verdict: 'explained' },
    ]);
  });
  it('notes levels that no indicator stands under, once a form', () => {
    const placeholders = [
      { level1: '效益指标', level2: '生态效益指标', source: { level2: at(7, 1) } },
      { level1: '效益指标', level2: '生态效益指标', source: { level2: at(8, 1) } },
      { level1: '产出指标', level2: '数量指标', source: { level2: at(9, 1) } },
    ];
    const { findings } = check({ filings: [filing({ placeholders })], ...row('及时率') }, STR_03);
    expect(findings).toMatchObject([{ severity: 'info', verdict: 'explained' }]);
    expect(findings[0]?.message.zh).toBe('效益指标／生态效益指标 下没有三级指标');
    expect(findings[0]?.evidence[0]?.source.row).toBe(8);
  });
  it('takes a first level on a row of its own for filled by what stands under its second levels', () => {
    const of = (level1: string) => [{ level1, level2: null, source: { level1: at(7, 0) } }];
    const row = indicator({ level1: '产出指标', level2: '数量指标', level3: '救助人次' });
    const told = (level1: string) =>
      check({ filings: [filing({ placeholders: of(level1) })], indicators: [row] }, STR_03).findings.length;
    expect([told('产出指标'), told('效益指标')]).toEqual([0, 1]);
  });
  it('cannot tell of a form without indicators, and leaves levels there to the rule of empty tables', () => {
    const placeholders = [{ level1: '产出指标', level2: '数量指标', source: { level2: at(7, 1) } }];
    expect(check({ filings: [filing({ placeholders })] }, STR_03)).toEqual({ findings: [], coverage: [] });
  });
});
