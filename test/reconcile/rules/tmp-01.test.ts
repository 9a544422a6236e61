import { describe, expect, it } from 'vitest';
import { TMP_01 } from '../../../src/reconcile/rules/tmp-01.ts';
import { prose } from '../prose.ts';
import { at, check, figuresOf, filing } from '../records.ts';

const titled = (title: string, fields = {}) =>
  check({ filings: [filing({ title, source: { title: at(0), year: at(1) }, ...fields })] }, TMP_01);
const goal = (text: string, label: string | null = '年度目标') =>
  check(
    {
      filings: [filing({ source: { title: at(0), year: at(1) } })],
      texts: [prose(text, { filing_id: 'f0', role: 'goal', label })],
    },
    TMP_01,
  );

describe('TMP-01, one year', () => {
  it('passes', () => {
    expect(titled('2031年度项目支出绩效目标表').findings).toEqual([]);
    expect(goal('2031年改造苗圃3处。').findings).toEqual([]);
  });
  it('fails where title and field differ', () => {
    const { findings } = titled('2030年度项目支出绩效目标表');
    expect(findings).toMatchObject([{ severity: 'error', kind: 'structure', expected: 2030, actual: 2031 }]);
    expect(figuresOf(findings[0])).toEqual([2030, 2031]);
  });
  it('warns of a goal that names last year only', () => {
    const { findings } = goal('2030年改造苗圃3处。');
    expect(findings).toMatchObject([{ severity: 'warning', expected: 2031, actual: 2030 }]);
    expect(figuresOf(findings[0])).toEqual([2030]);
    expect(goal('2030年改造苗圃3处。', '年度总体目标').findings).toHaveLength(1);
  });
  it('is on the edge: years of documents, comparisons and beginnings are other years', () => {
    for (const text of [
      '按〔2030〕38号文执行。',
      '比2030年增加3处。',
      '2030年以来持续改造。',
      '2030-2031年改造。',
    ]) {
      expect(goal(text).findings).toEqual([]);
    }
    expect(goal('2030年改造苗圃3处。', '长期目标').findings).toEqual([]);
    expect(titled('2030年提前下达2032年资金绩效目标表').findings).toEqual([]);
  });
  it('cannot tell without a year, or of one that was inferred', () => {
    expect(titled('2030年度表', { year: null })).toMatchObject({ coverage: [{ not_evaluated: 1 }] });
    expect(titled('2030年度表', { inferred: ['year'] })).toEqual({ findings: [], coverage: [] });
  });
});
