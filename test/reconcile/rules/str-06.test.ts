import { describe, expect, it } from 'vitest';
import { STR_06 } from '../../../src/reconcile/rules/str-06.ts';
import { prose } from '../prose.ts';
import { check, indicator, quantity, words } from '../records.ts';

const goal = (text: string) =>
  check({ texts: [prose(text, { filing_id: 'f0', role: 'goal' })] }, STR_06).findings;

describe('STR-06, the template was filled in', () => {
  it('passes with answers', () => {
    expect(goal('完成苗圃改造 3 处，扩大育苗面积。')).toEqual([]);
    expect(check({ indicators: [indicator({ level3: 'X光机台数' })] }, STR_06).findings).toEqual([]);
  });
  it.each([
    '培训XX人次，覆盖××个村',
    '改造苗圃**处',
    '目标概述（100字以内）',
    '请填写年度总体目标',
    '投诉较上年下降（增长）',
  ])('warns of %s', (text) => {
    expect(goal(text)).toMatchObject([{ severity: 'warning', kind: 'structure', evidence: [{ text }] }]);
  });
  it('names every cell in one finding', () => {
    const indicators = [
      indicator({ level3: '改造XX处', target: words('≥**个') }),
      indicator({ level3: '育苗面积' }),
    ];
    const { findings } = check({ indicators }, STR_06);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence.map(({ text }) => text)).toEqual(['改造XX处', '≥**个']);
  });
  it('takes what a name prints of its unit for answered by a figure', () => {
    const name = '补贴头数（≥**头）';
    const of = (target: ReturnType<typeof words>) =>
      check({ indicators: [indicator({ level3: name, target })] }, STR_06).findings;
    expect(of(quantity(2800, '头', '>='))).toEqual([]);
    expect(of(words('按时发放'))).toMatchObject([{ evidence: [{ text: name }] }]);
    expect(
      check({ indicators: [indicator({ level3: '改造XX处', target: quantity(3, '处') })] }, STR_06).findings,
    ).toHaveLength(1);
  });
  it('is on the edge: one X is a size or a name, codes are no placeholders', () => {
    expect(goal('购置 X 光机，型号 AXX2')).toEqual([]);
    expect(goal('慰问王**等困难群众')).toEqual([]);
    // So long a row of signs ends the test's time where it is gone through from each of them.
    expect(goal(`${'*'.repeat(200_000)}无`)).toEqual([]);
  });
  it('does not look at notes and prose, which quote the template', () => {
    expect(check({ texts: [prose('请填写本表', { filing_id: 'f0', role: 'note' })] }, STR_06)).toEqual({
      findings: [],
      coverage: [],
    });
  });
  it('cannot tell of a form without cells to fill in', () => {
    expect(check({}, STR_06)).toEqual({ findings: [], coverage: [] });
  });
});
