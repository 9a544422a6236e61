import { describe, expect, it } from 'vitest';
import { NAR_06 } from '../../../src/reconcile/rules/nar-06.ts';
import { prose } from '../prose.ts';
import { check, figuresOf, filing, indicator, at as place } from '../records.ts';

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

  it('holds each score to the form of the project that the text names', () => {
    const forms = [
      filing({ filing_id: 'f0', project: '堤防巡查', total_score: 96.5, total_weight: 100 }),
      filing({ filing_id: 'f1', project: '泵站养护', total_score: 98, total_weight: 100 }),
    ];
    const both = (second: string) =>
      check(
        { filings: forms, texts: [prose('堤防巡查项目自评综述：项目自评得分为96.50分。'), prose(second)] },
        NAR_06,
      ).findings;
    expect(both('泵站养护项目自评综述：项目自评得分为98分。')).toEqual([]);
    expect(both('泵站养护项目自评综述：项目自评得分为89分。')[0]).toMatchObject({ expected: 98, actual: 89 });
    expect(both('泵站养护项目绩效自评得分为89分。')[0]).toMatchObject({ expected: 98, actual: 89 });
    // The form of 苗木补植 is not in the document.
    const [alone] = forms;
    expect(
      check({ filings: [alone!], texts: [prose('苗木补植项目自评综述：项目自评得分为91分。')] }, NAR_06)
        .findings,
    ).toEqual([]);
  });

  it('takes what was judged for scored, and forms that agree for one', () => {
    const forms = [0, 1].map((n) => filing({ filing_id: `f${n}`, total_score: 86.5, total_weight: 100 }));
    const of = (text: string) => check({ filings: forms, texts: [prose(text)] }, NAR_06).findings;
    expect(of('经综合评价，项目得分为86.5分。')).toEqual([]);
    expect(of('经综合评价，项目得分为85.6分。')).toHaveLength(1);
  });
});

describe('NAR-06, clauses that tell of points and grades', () => {
  it('takes a grade that counts projects for none of the form', () => {
    expect(said('5个项目中，自评等级为“优”的4个，自评等级为“良”的1个。', 94).findings).toEqual([]);
  });

  it('fails on points taken off that are not what the score leaves', () => {
    const scored = (text: string) =>
      check(
        {
          filings: [filing({ total_score: 18, total_weight: 20 })],
          texts: [prose(text)],
          indicators: [indicator({ level1: '决策', level3: '绩效目标', weight: 20, score: 18 })],
        },
        NAR_06,
      ).findings;
    expect(scored('决策情况。该指标分值20分，得18分，扣2分。')).toEqual([]);
    expect(scored('决策情况。该指标分值20分，得18分，扣3分。')[0]).toMatchObject({ expected: 2, actual: 3 });
  });

  it('leaves points taken off for one of several reasons, and tells them where nothing else is taken off', () => {
    const scored = (text: string) =>
      check(
        {
          filings: [filing({ total_score: 18, total_weight: 20 })],
          texts: [prose(text)],
          indicators: [indicator({ level1: '决策', level3: '绩效目标', weight: 20, score: 18 })],
        },
        NAR_06,
      ).findings;
    expect(scored('决策情况。该指标分值20分，得18分，扣1分原因为资料不全，扣1分原因为进度滞后。')).toEqual(
      [],
    );
    expect(scored('决策情况。该指标分值20分，得18分，扣1分（资料不全）、1分（进度滞后）。')).toEqual([]);
    expect(scored('决策情况。该指标分值20分，得18分，扣3分，其中得分为零的没有。')).toHaveLength(1);
  });

  it('takes the grade of another year or of a score of its own, and the score of a part, for none of the form', () => {
    expect(said('上年自评等级为良，本年自评得分94分，等级为优。', 94).findings).toEqual([]);
    expect(said('2030年自评等级为良，自评得分94分，等级为优。', 94).findings).toEqual([]);
    expect(said('抽评3个项目，平均88分，评价等级为良；自评得分94分，等级为优。', 94).findings).toEqual([]);
    expect(said('产出指标分值50分，评价得分48分，进度滞后。', 94).findings).toEqual([]);
    expect(said('产出指标共50分，评价得分48分，进度滞后。', 94).findings).toEqual([]);
    expect(said('自评得分94分，等级为良。', 94).findings).toHaveLength(1);
  });
});
