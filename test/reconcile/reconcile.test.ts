import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { RULES } from '../../src/reconcile/registry.ts';
import type { FilingRule } from '../../src/reconcile/rule.ts';
import { SUM_01 } from '../../src/reconcile/rules/sum-01.ts';
import { amount, at, check, filing } from './records.ts';

const sum = (total: number) => [
  amount({ item: '财政拨款', value: 40.5 }),
  amount({ item: '单位资金', value: 9.5 }),
  amount({ item: '合计', value: total }),
];

const crashing: FilingRule = {
  ...SUM_01,
  id: 'SUM-99',
  check: () => {
    throw new Error('no such column');
  },
};

describe('reconcile', () => {
  it('makes a finding of the filing of a rule that throws, and runs the others', () => {
    const { findings, coverage } = check({ amounts: sum(60) }, crashing, SUM_01);
    expect(findings.map(({ rule, verdict, severity }) => [rule, verdict, severity])).toEqual([
      ['SUM-99', 'not_evaluated', 'warning'],
      ['SUM-01', 'impossible', 'error'],
    ]);
    expect(findings[0]).toMatchObject({ filing_id: 'f0' });
    expect(findings[0]?.message.en).toContain('no such column');
    expect(coverage.find(({ rule }) => rule === 'SUM-99')?.reasons).toEqual({ 'rule crashed': 1 });
  });

  it('gives the same findings again, byte for byte, and leaves the records alone', () => {
    const records = { filings: [filing()], amounts: sum(60), indicators: [], texts: [] };
    const before = JSON.stringify(records);
    expect(JSON.stringify(reconcile(records))).toBe(JSON.stringify(reconcile(structuredClone(records))));
    expect(JSON.stringify(records)).toBe(before);
  });

  it('keeps the id of a finding over another layout and another format', () => {
    const amounts = sum(60);
    const elsewhere = amounts.map((one, i) => ({
      ...one,
      amount_id: `other${i}`,
      source: { value: { ...at(40 + i, 7, 3), page: 2, sheet: null, ref: null } },
    }));
    const idOf = (given: typeof amounts): string | undefined =>
      check({ amounts: given }, SUM_01).findings[0]?.finding_id;
    expect(idOf(elsewhere)).toBe(idOf(amounts));
    expect(idOf(sum(61))).toBe(idOf(amounts));
    const other = check({ amounts, filings: [filing({ organisation: '白杨镇林场' })] }, SUM_01).findings[0];
    expect(other?.finding_id).not.toBe(idOf(amounts));
  });

  it('tells findings of a form filled twice apart', () => {
    const twice = [...sum(60), ...sum(60).map((one) => ({ ...one, filing_id: 'f1' }))];
    const { findings } = check(
      { filings: [filing(), filing({ filing_id: 'f1', ordinal: 1 })], amounts: twice },
      SUM_01,
    );
    expect(new Set(findings.map(({ finding_id: id }) => id)).size).toBe(2);
  });

  it('finds the same slip in 元 as in 万元, with rows permuted and with a row of zeros', () => {
    const said = (amounts: ReturnType<typeof sum>) =>
      check({ amounts }, SUM_01).findings.map(({ rule, severity }) => [rule, severity]);
    const yuan = sum(60).map((one) => ({
      ...one,
      value: one.value! * 10_000,
      raw: String(one.value! * 10_000),
      unit: '元',
    }));
    const [a, b, total] = sum(60);
    const zero = amount({ item: '其他资金', value: 0 });
    for (const amounts of [yuan, [b!, a!, total!], [a!, b!, zero, total!]])
      expect(said(amounts)).toEqual(said(sum(60)));
  });

  it('switches rules off and changes their severity by profile', async () => {
    const { NATIONAL } = await import('../../src/reconcile/profiles/national.ts');
    const records = { filings: [filing()], amounts: sum(60), indicators: [], texts: [] };
    const off = { ...NATIONAL, severities: { 'SUM-01': 'off' as const } };
    expect(reconcile(records, { rules: [SUM_01], profile: off }).findings).toEqual([]);
    const quiet = { ...NATIONAL, severities: { 'SUM-01': 'warning' as const } };
    expect(reconcile(records, { rules: [SUM_01], profile: quiet }).findings[0]?.severity).toBe('warning');
  });

  it('gives a code once, with texts in both languages and an example', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[A-Z]{3,4}-\d{2}$/);
      for (const text of [rule.title, rule.explanation, rule.example]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(text.en.length).toBeGreaterThan(3);
      }
      for (const { reason, unit } of Object.values(rule.parameters)) expect(reason && unit).toBeTruthy();
    }
  });
});
