import { describe, expect, it } from 'vitest';
import type { Filing } from '../../../schemas/index.ts';
import { UNI_03 } from '../../../src/reconcile/rules/uni-03.ts';
import { amount, check, figuresOf, filing } from '../records.ts';

const forms = (a: Filing['money_unit'], b: Filing['money_unit']) => [
  filing({ money_unit: a, title: '收支总表' }),
  filing({ filing_id: 'f1', ordinal: 1, money_unit: b, title: '支出表' }),
];
const figures = (filing_id: string, unit: string | null, ...values: number[]) =>
  values.map((value, i) =>
    amount({ filing_id, unit, item: ['基本支出', '项目支出', '其他支出'][i]!, value }),
  );

describe('UNI-03, one unit of money in a document', () => {
  it('passes with one unit', () => {
    const amounts = [...figures('f0', '万元', 36.5, 12), ...figures('f1', '万元', 36.5, 12)];
    expect(check({ filings: forms('万元', '万元'), amounts }, UNI_03).findings).toEqual([]);
  });
  it('notes two declared ones', () => {
    const amounts = [...figures('f0', '万元', 36.5, 12), ...figures('f1', '元', 365000, 120000)];
    const { findings } = check({ filings: forms('万元', '元'), amounts }, UNI_03);
    expect(findings).toMatchObject([{ severity: 'info', kind: 'unit', filing_id: 'f1' }]);
  });
  it('finds a wrong declaration by the figures', () => {
    const amounts = [...figures('f0', '万元', 36.5, 12), ...figures('f1', '万元', 365000, 120000)];
    const { findings } = check({ filings: forms('万元', '万元'), amounts }, UNI_03);
    expect(findings).toMatchObject([{ severity: 'error', expected: 36.5, actual: 365000 }]);
    expect(figuresOf(findings[0])).toEqual([36.5, 365000, 12, 120000]);
  });
  it('warns where neither declares one', () => {
    const amounts = [...figures('f0', null, 36.5, 12), ...figures('f1', null, 365000, 120000)];
    const { findings } = check({ filings: forms(null, null), amounts }, UNI_03);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('is on the edge: one figure alone is its own slip, and so is a minority', () => {
    const amounts = [...figures('f0', '万元', 36.5, 12, 3), ...figures('f1', '万元', 365000, 12, 3)];
    expect(check({ filings: forms('万元', '万元'), amounts }, UNI_03).findings).toEqual([]);
  });
  it('cannot tell of one form', () => {
    expect(check({ amounts: figures('f0', '万元', 1) }, UNI_03)).toEqual({ findings: [], coverage: [] });
  });
});
