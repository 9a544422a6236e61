import { describe, expect, it } from 'vitest';
import { IND_07 } from '../../../src/reconcile/rules/ind-07.ts';
import { check, filing, indicator } from '../records.ts';

const of = (...pairs: [string, string][]) =>
  check({ indicators: pairs.map(([level1, level2]) => indicator({ level1, level2 })) }, IND_07);

describe('IND-07, levels that belong together', () => {
  it('passes in both generations of the vocabulary', () => {
    const right: [string, string][] = [
      ['产出指标', '成本指标'],
      ['成本指标', '经济成本指标'],
      ['成本指标', '成本指标'],
      ['效益指标', '可持续影响指标'],
      ['产出值', '数量值'],
      ['满意度指标', '服务对象满意度指标等'],
    ];
    expect(of(...right).findings).toEqual([]);
  });
  it('warns of a second level under another first one, once for all its rows', () => {
    const { findings } = of(['效益指标', '数量指标'], ['效益指标', '数量指标']);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toContain('应属“产出指标”');
    expect(findings[0]?.evidence.map(({ text }) => text)).toEqual(['数量指标', '效益指标']);
  });
  it('is on the edge with one character off, which may be ours', () => {
    const { findings } = of(['效益指标', '可特续影响指标']);
    expect(findings).toMatchObject([{ origin: 'undetermined' }]);
    expect(findings[0]?.message.zh).toContain('“可持续影响指标”');
  });
  it('cannot tell of a level of the unit’s own, and leaves own vocabularies alone', () => {
    expect(of(['产出指标', '育苗指标'])).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(of(['效果', '满意度'])).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(of(['部门管理', '资金投入'], ['效益指标', '满意度']).findings).toEqual([]);
    expect(of(['产出指标', '数量指标'], ['效益指标', '满意度']).findings).toHaveLength(1);
    expect(of(['管理效率', '数量指标'])).toEqual({ findings: [], coverage: [] });
    const framework = [filing({ form_type: 'scoring_framework' })];
    const indicators = [indicator({ level1: '效益', level2: '满意度' })];
    expect(check({ filings: framework, indicators }, IND_07)).toEqual({ findings: [], coverage: [] });
  });
});
