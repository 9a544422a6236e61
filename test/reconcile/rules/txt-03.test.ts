import { describe, expect, it } from 'vitest';
import { fitsName, unitByName } from '../../../src/reconcile/profiles/unit-names.ts';
import { TXT_03 } from '../../../src/reconcile/rules/txt-03.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (level3: string, value: number, unit: string) =>
  indicator({ level3, target: quantity(value, unit) });

describe('TXT-03, a unit that measures what the name counts', () => {
  it('passes', () => {
    const indicators = [row('培训人数', 3, '万人'), row('巡护次数', 12, '次/年'), row('成活合格率', 95, '%')];
    expect(check({ indicators }, TXT_03).findings).toEqual([]);
  });
  it('warns once of all that do not, and proposes the unit of the name', () => {
    const indicators = [row('补贴发放次数', 200, '人'), row('参训人数', 95, '%'), row('苗圃面积', 3, '亩')];
    const { findings } = check({ indicators }, TXT_03);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'unit', actual: 200 }]);
    expect(figuresOf(findings[0])).toEqual([200, 95]);
    expect(findings[0]?.message.zh).toContain('应为次？');
  });
  it('is on the edge: 人次 counts persons and times, brackets are no part of a name', () => {
    expect(fitsName('服务人次数', '人次')).toBe(true);
    expect(fitsName('参训人数（≥）', '人次')).toBe(true);
    expect(fitsName('满意度（%）', '人')).toBe(false);
    expect(unitByName('覆盖率(≥)')).toBe('%');
  });
  it('says nothing of names that tell no unit', () => {
    expect(check({ indicators: [row('苗圃改造', 3, '%')] }, TXT_03)).toEqual({ findings: [], coverage: [] });
  });
});
