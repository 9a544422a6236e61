import { describe, expect, it } from 'vitest';
import { STR_07 } from '../../../src/reconcile/rules/str-07.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (level3: string, value: number, fields = {}) =>
  indicator({ level3, target: quantity(value, '%', '>='), ...fields });

describe('STR-07, an indicator stands once under its second level', () => {
  it('passes with other names, and with one name under two levels', () => {
    const indicators = [
      row('苗木成活率', 95),
      row('苗木合格率', 95),
      row('苗木成活率', 90, { level2: '质量指标' }),
    ];
    expect(check({ indicators }, STR_07).findings).toEqual([]);
  });
  it('warns of two values', () => {
    const { findings } = check({ indicators: [row('苗木成活率', 95), row('苗木成活率', 90)] }, STR_07);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toContain('指标值不同：≥95%、≥90%');
    expect(figuresOf(findings[0])).toEqual([95, 90]);
  });
  it('warns of one value twice', () => {
    const { findings } = check({ indicators: [row('苗木成活率', 95), row('苗木 成活率', 95)] }, STR_07);
    expect(findings[0]?.message.zh).toContain('均为“≥95%”');
  });
  it('is on the edge: what a description tells apart is two indicators', () => {
    const indicators = [
      row('苗木成活率', 95, { description: '春季' }),
      row('苗木成活率', 90, { description: '秋季' }),
    ];
    expect(check({ indicators }, STR_07).findings).toEqual([]);
  });
  it('cannot tell by a name of three signs, or without a third level', () => {
    expect(check({ indicators: [row('成活率', 95), row('成活率', 90)] }, STR_07)).toEqual({
      findings: [],
      coverage: [],
    });
    const bare = indicator({ level3: null });
    expect(check({ indicators: [bare, { ...bare, indicator_id: 'again' }] }, STR_07).findings).toEqual([]);
  });
});
