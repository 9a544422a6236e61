import { describe, expect, it } from 'vitest';
import type { Amount, Factor } from '../../../schemas/index.ts';
import { UCQ_05 } from '../../../src/reconcile/rules/ucq-05.ts';
import { amount, at, check, figuresOf } from '../records.ts';

let row = 40;

/** A line of one list: 数量 | 单价 | 金额. */
function line(
  count: number,
  price: number,
  value: number,
  priceUnit: string | null = '元',
  unit = '万元',
): Amount {
  row += 1;
  const factors: Factor[] = [
    { role: 'count', label: '数量', value: count, raw: String(count), unit: null },
    { role: 'price', label: '单价', value: price, raw: String(price), unit: priceUnit },
  ];
  const source = { factor0: at(row, 1), factor1: at(row, 2), value: at(row, 3) };
  return amount({ item: `护栏${row}`, value, unit, factors, source, section: 'projects' });
}

describe('UCQ-05, a line of a list is quantity × price', () => {
  it('passes', () => {
    const amounts = [line(220, 3600, 79.2), line(330, 2400, 79.2)];
    expect(check({ amounts }, UCQ_05)).toMatchObject({ findings: [], coverage: [{ consistent: 2 }] });
  });
  it('tells the line that differs, with its cells', () => {
    const amounts = [line(220, 3600, 79.2), line(330, 2400, 97.2)];
    const { findings } = check({ amounts }, UCQ_05);
    expect(findings).toMatchObject([{ severity: 'error', expected: 79.2, actual: 97.2 }]);
    expect(figuresOf(findings[0])).toEqual([97.2, 330, 2400]);
  });
  it('is on the edge where the sum is the rounded product', () => {
    const lines = [line(4208, 960, 403.97), line(12460, 960, 1196.16)];
    expect(check({ amounts: lines }, UCQ_05).findings).toEqual([]);
    expect(check({ amounts: [line(4208, 960, 403.98), lines[1]!] }, UCQ_05).findings).toHaveLength(1);
  });
  it('takes a price without a unit in that under which most lines close', () => {
    expect(check({ amounts: [line(86, 0.48, 41.28, null)] }, UCQ_05).findings).toEqual([]);
    const amounts = [line(86, 4800, 41.28, null), line(22, 2150, 4.73, null), line(10, 1000, 2, null)];
    expect(check({ amounts }, UCQ_05).findings).toMatchObject([{ severity: 'error', expected: 1 }]);
  });
  it('notes what the rounding of a price explains', () => {
    const lines = [line(7, 14285.71, 10), line(300, 33.33, 1)];
    expect(check({ amounts: lines }, UCQ_05).findings).toEqual([]);
    const { findings } = check({ amounts: [line(465, 28451.61, 13230000, '元', '元')] }, UCQ_05);
    expect(findings).toMatchObject([{ severity: 'info' }]);
  });
  it('only warns where most lines differ, and says nothing where all do', () => {
    const closing = line(2, 100, 0.02);
    const amounts = [closing, line(3, 100, 0.09), line(4, 100, 0.09)];
    expect(check({ amounts }, UCQ_05).findings.map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
    const none = check({ amounts: amounts.slice(1) }, UCQ_05);
    expect(none).toMatchObject({ findings: [], coverage: [{ not_evaluated: 2 }] });
  });
});
