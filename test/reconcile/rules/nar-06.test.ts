import { describe, expect, it } from 'vitest';
import { NAR_06 } from '../../../src/reconcile/rules/nar-06.ts';
import { prose } from '../prose.ts';
import { check, figuresOf, filing, at as place } from '../records.ts';

const said = (text: string, total: number | null) =>
  check({ filings: [filing({ total_score: total, total_weight: 100 })], texts: [prose(text)] }, NAR_06);

describe('NAR-06, score and grade of the text are those of the form', () => {
  it('passes where they are', () => {
    expect(said('本次自评得分96.5分，评价等级为“优”。', 96.5).findings).toEqual([]);
    expect(said('本次自评得分96.5分，评价等级为“优”。', 96.5).coverage[0]).toMatchObject({ consistent: 2 });
  });

  it('fails with both figures', () => {
    const { findings } = said('本次自评得分96.5分。', 95.6);
    expect(findings[0]).toMatchObject({ severity: 'error', expected: 95.6, actual: 96.5, difference: 0.9 });
    expect(figuresOf(findings[0])).toEqual([96.5, 95.6]);
    expect(said('评价等级为“优”。', 89).findings[0]?.message.zh).toContain('应为“良”');
  });

  it.each(['本次自评得分96.5分。', '评价等级为“良”。'])(
    'leaves open whose slip it is in a text from a picture: %s',
    (text) => {
      const given = (fields: object) => ({
        filings: [filing({ total_score: 95.6, total_weight: 100 })],
        texts: [prose(text, fields)],
      });
      expect(check(given({}), NAR_06).findings[0]?.origin).toBe('filing');
      expect(check(given({ confidence: 0.97 }), NAR_06).findings[0]?.origin).toBe('undetermined');
    },
  );

  it('is on the edge of a grade', () => {
    expect(said('评价等级为优。', 90).findings).toEqual([]);
    expect(said('评价等级为优。', 89.99).findings).toHaveLength(1);
  });

  it('leaves the score of another report of the document alone', () => {
    const at = (block: number) => ({ text: { ...place(0), block, grid: null, row: null, column: null } });
    const bound = (second: string) =>
      check(
        {
          filings: [
            filing({ total_score: 96.5, total_weight: 100, source: { title: { ...place(0), block: 2 } } }),
          ],
          texts: [
            prose('2031年旱厕改造项目绩效自评报告', { role: 'heading', source: at(0) }),
            prose('自评得分96.5分。', { source: at(1) }),
            prose(second, { role: 'heading', source: at(3) }),
            prose('自评得分91分。', { source: at(4) }),
          ],
        },
        NAR_06,
      ).findings.length;
    expect(bound('2031年堤防加固项目绩效自评报告')).toBe(0);
    expect(bound('三、自评结论')).toBe(1);
  });

  it('cannot tell without a total', () => {
    expect(said('本次自评得分96.5分。', null).coverage[0]?.reasons).toEqual({ 'no single total score': 1 });
    expect(said('预算执行率得分10分。', 96).coverage).toEqual([]);
  });
});
