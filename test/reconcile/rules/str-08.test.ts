import { describe, expect, it } from 'vitest';
import { STR_08 } from '../../../src/reconcile/rules/str-08.ts';
import { prose } from '../prose.ts';
import { check, indicator } from '../records.ts';

const goals = (...labels: string[]) =>
  check({ texts: labels.map((label) => prose('育苗。', { filing_id: 'f0', role: 'goal', label })) }, STR_08);

describe('STR-08, a numbered list has no gap', () => {
  it('passes from 1 to n, however it is numbered', () => {
    expect(goals('年度目标1', '年度目标2', '年度目标3').findings).toEqual([]);
    expect(goals('目标一：', '目标二：').findings).toEqual([]);
  });
  it('warns of a number left out', () => {
    const { findings } = goals('年度目标1', '年度目标2', '年度目标4');
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toBe('“年度目标”编号到 4，缺少第 3 项');
    expect(findings[0]?.evidence).toHaveLength(3);
  });
  it('keeps lists of different names apart, in levels too', () => {
    expect(goals('年度目标1', '长期目标1', '长期目标2').findings).toEqual([]);
    const indicators = ['核心业务产出1：育苗', '核心业务产出3：巡护'].map((level2) => indicator({ level2 }));
    expect(check({ indicators }, STR_08).findings).toHaveLength(1);
  });
  it('is on the edge: a list that starts late, or one item alone, tells nothing', () => {
    expect(goals('年度目标2', '年度目标3').findings).toEqual([]);
    expect(goals('年度目标3').findings).toEqual([]);
  });
  it('says nothing without numbers', () => {
    expect(goals('总体目标')).toEqual({ findings: [], coverage: [] });
  });
});
