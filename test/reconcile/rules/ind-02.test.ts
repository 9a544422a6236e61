import { describe, expect, it } from 'vitest';
import { IND_02 } from '../../../src/reconcile/rules/ind-02.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (target: number, actual: number, op: '>=' | '<=' = '>=', fields = {}) =>
  indicator({
    level3: '参训人次',
    target: quantity(target, '人次', op),
    actual: quantity(actual, '人次'),
    ...fields,
  });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, IND_02);

describe('IND-02, far off target', () => {
  it('passes near the target', () => {
    expect(of(row(500, 560)).findings).toEqual([]);
  });
  it('warns above and below, once a form', () => {
    const { findings } = of(row(500, 900), row(500, 300));
    expect(findings).toMatchObject([{ severity: 'warning', expected: 500, actual: 900 }]);
    expect(findings[0]?.message.zh).toContain('180%');
    expect(figuresOf(findings[0])).toEqual([500, 900, 500, 300]);
  });
  it('is on the edge at exactly 30%', () => {
    expect(of(row(500, 650), row(500, 350)).findings).toEqual([]);
    expect(of(row(500, 651)).findings).toHaveLength(1);
  });
  it('passes with a reason, and where less is better', () => {
    expect(of(row(500, 900, '>=', { deviation: '增办两期' })).findings).toEqual([]);
    expect(of(row(500, 900, '>=', { deviation: '无' })).findings).toHaveLength(1);
    expect(of(row(500, 100, '<=')).findings).toEqual([]);
  });
  it('leaves a wrong sign and a share above 100% to their own rules', () => {
    const capped = indicator({
      level3: '参训人数',
      target: quantity(300, '人', '<='),
      actual: quantity(520, '人'),
    });
    const above = indicator({
      level3: '游客满意度',
      target: quantity(90, '%', '>='),
      actual: quantity(930, '%'),
    });
    expect(of(capped, above).findings).toEqual([]);
  });
  it('leaves growth alone, whose points are no shares of it', () => {
    const growth = { level3: '收入增长率', target: quantity(5, '%', '>='), actual: quantity(8, '%') };
    expect(of(row(5, 8, '>=', growth))).toEqual({ findings: [], coverage: [] });
  });
  it('cannot tell from a target of zero', () => {
    expect(of(row(0, 3, '<='))).toEqual({ findings: [], coverage: [] });
  });
});
