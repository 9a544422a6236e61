import { describe, expect, it } from 'vitest';
import { TMP_02 } from '../../../src/reconcile/rules/tmp-02.ts';
import { prose } from '../prose.ts';
import { check, filing } from '../records.ts';

const named = (project: string) => check({ filings: [filing({ project })] }, TMP_02);

describe('TMP-02, a period inside the fiscal year', () => {
  it('passes', () => {
    expect(named('苗圃改造（2031年1月-2031年12月）').findings).toEqual([]);
  });
  it('notes a period over two years, with its place', () => {
    const { findings } = named('提前下达2031年4月-2032年3月生活补助');
    expect(findings).toMatchObject([{ severity: 'info', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toContain('“2031年4月-2032年3月”');
    expect(findings[0]?.evidence).toHaveLength(1);
  });
  it('is on the edge: declared as 跨年 it passes', () => {
    expect(named('跨年项目：2031年4月-2032年3月生活补助')).toMatchObject({
      findings: [],
      coverage: [{ consistent: 1 }],
    });
  });
  it('says nothing of prose outside the form and of names without a period', () => {
    const texts = [prose('2031年4月-2032年3月实施', { filing_id: 'f0' })];
    expect(check({ texts }, TMP_02)).toEqual({ findings: [], coverage: [] });
  });
});
