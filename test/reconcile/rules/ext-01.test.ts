import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../../schemas/index.ts';
import { EXT_01 } from '../../../src/reconcile/rules/ext-01.ts';
import { amount, check, indicator } from '../records.ts';

const doubt = (text: string, ...others: string[]): Doubt => ({
  text,
  reason: 'read twice',
  alternatives: others.map((other, i) => ({ text: other, by: 'eng', confidence: 0.9 - i / 10 })),
});

describe('EXT-01, a cell and its own second reading', () => {
  it('passes where the readings give one figure', () => {
    const doubts = { value: doubt('6,857', '6857', '６８５７') };
    const { findings, coverage } = check({ amounts: [amount({ item: '甲', value: 6857, doubts })] }, EXT_01);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ rule: 'EXT-01', consistent: 1 });
  });
  it('warns once of all that differ, with the other reading', () => {
    const amounts = [amount({ item: '甲', value: 6857, doubts: { value: doubt('6857', '6357', '6857') } })];
    const indicators = [indicator({ doubts: { target: doubt('≥80%', '≥30%') } })];
    const { findings } = check({ amounts, indicators }, EXT_01);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'ocr', origin: 'extraction' }]);
    expect(findings[0]?.evidence.map(({ value }) => value)).toEqual([6857, 80]);
    expect(findings[0]?.hypotheses.map(({ change }) => [change.from, change.to])).toEqual([
      ['6857', '6357'],
      ['≥80%', '≥30%'],
    ]);
  });
  it('is on the edge: a sum that closes confirms the reading', () => {
    const doubts = { value: doubt('20', '26') };
    const amounts = [
      amount({ item: '甲', value: 10 }),
      amount({ item: '乙', value: 20, doubts }),
      amount({ item: '合计', value: 30 }),
    ];
    expect(check({ amounts }, EXT_01).findings).toEqual([]);
    amounts[2]!.value = 36;
    expect(check({ amounts }, EXT_01).findings).toHaveLength(1);
  });
  it('passes where the doubt is settled', () => {
    const settled = { by: 'sum', readAs: '6357', evidence: ['6857 = 6800 + 57'] } as const;
    const doubts = {
      value: { ...doubt('6857', '6357'), settled: { ...settled, evidence: [...settled.evidence] } },
    };
    expect(check({ amounts: [amount({ item: '甲', value: 6857, doubts })] }, EXT_01).findings).toEqual([]);
  });
  it('cannot tell where nothing was read twice', () => {
    expect(check({ amounts: [amount({ item: '甲', value: 1 })] }, EXT_01)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
