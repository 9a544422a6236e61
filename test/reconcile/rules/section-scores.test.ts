import { describe, expect, it, test } from 'vitest';
import { reconcile } from '../../../src/reconcile/index.ts';
import { NAR_06 } from '../../../src/reconcile/rules/nar-06.ts';
import { grid, read } from '../../reading/drawing.ts';
import { prose } from '../prose.ts';
import { check, filing, indicator } from '../records.ts';

/** A score table behind a report; unit, names and points are invented. */
const rows = [
  { level1: '项目决策', level2: '项目立项', level3: '立项依据充分性', weight: 8, score: 7 },
  { level1: '项目决策', level2: '资金投入', level3: '预算编制科学性', weight: 7, score: 6.5 },
  { level1: '产出指标', level2: '产出数量', level3: '实际完成率', weight: 30, score: 27.33 },
].map((row) => indicator({ section: 'evaluation', target: null, ...row }));

const said = (...texts: string[]) =>
  check(
    {
      filings: [filing({ form_type: 'scoring_framework', total_score: 40.83, total_weight: 45 })],
      indicators: rows,
      texts: texts.map((text) => prose(text)),
    },
    NAR_06,
  ).findings.map(({ severity, expected, actual }) => [severity, expected, actual]);

describe('NAR-06, what a part of a score table got', () => {
  it.each([
    '（一）项目决策情况。决策指标分值15分，得13.5分，得分率90.00%。',
    '产出类指标满分30分，实际得分27.33分，得分率91.1%。',
    '产出指标得27.3分。',
    '1.项目立项。分值8分，得7分。',
    '2.实际完成率。计划12处，完成11处，扣2.67分，得27.33分。',
    '资金投入满分7分，得6.5分，得分率92.85%。',
  ])('is in the text what the table has: %s', (text) => expect(said(text)).toEqual([]));

  it.each([
    ['（一）项目决策情况。决策指标分值15分，得15.3分。', 13.5, 15.3],
    ['产出类指标满分30分，实际得分23.73分，得分率91.1%。', 27.33, 23.73],
    ['1.项目立项。分值8分，得8分。', 7, 8],
    ['产出指标共30分，评价得分23.73分。', 27.33, 23.73],
  ])('is told where it is another: %s', (text, expected, actual) =>
    expect(said(text)).toEqual([['error', expected, actual]]),
  );

  it('is a rate of its points', () => {
    expect(said('决策指标分值15分，得13.5分，得分率99%。')).toEqual([['error', 90, 99]]);
  });

  it('stands below a heading, with its full points', () => {
    expect(said('（一）项目立项', '符合规划，得分7分（满分8分）。')).toEqual([]);
    expect(said('（一）项目立项', '符合规划，得分6分（满分8分）。')).toEqual([['error', 7, 6]]);
    expect(said('（一）项目立项', '符合规划，得分6分（满分20分）。')).toEqual([]);
    expect(said('（一）项目立项', '符合规划，得分6分。')).toEqual([]);
  });

  it.each([
    '项目立项分值8分，符合要求得8分，否则不得分。',
    '过程指标分值20分，得18分。',
    '产出数量每少一处扣1分，得8分。',
  ])('is no rule of scoring, and of no other part: %s', (text) => expect(said(text)).toEqual([]));

  it('is not told of a table whose rows were not all read', () => {
    const filings = [filing({ form_type: 'scoring_framework', unread_rows: 1 })];
    const texts = [prose('产出指标得37.2分。')];
    expect(check({ filings, indicators: rows, texts }, NAR_06).findings).toEqual([]);
  });
});

describe('scores of projects and of the department', () => {
  const list = grid(`
 | 序号 | 项目名称 | 年初预算数（万元） | 支出数（万元） | 自评得分 |
 | 1 | 堤防养护经费 | 260.00 | 246.00 | 94.6 |
 | 2 | 泵站电费 | 118.00 | 118.00 | 100 |
 | | 合计 | 378.00 | 364.00 | |`);
  const findings = (...lines: Parameters<typeof read>) =>
    reconcile(read('澜湾县水务中心2031年度项目支出绩效自评报告', ...lines)).findings.flatMap(
      ({ rule, severity, actual }) => (severity === 'info' ? [] : [`${rule} ${actual}`]),
    );
  const lead = (sum: string) =>
    `2031年项目支出共计364.00万元，其中：堤防养护经费${sum}万元，泵站电费118.00万元。支出情况如下：`;

  test('a list of projects has the score and the money that the text gives', () => {
    expect(findings(lead('246.00'), list, '1.堤防养护经费项目自评得分94.6分。')).toEqual([]);
    expect(findings(lead('246.00'), list, '1.堤防养护经费项目自评得分96.4分。')).toEqual(['NAR-06 96.4']);
    expect(findings(lead('226.00'), list)).toEqual(['NAR-01 226']);
  });

  test('the score of the department is that of its form', () => {
    const filings = [
      filing({ form_type: 'department_self_evaluation', total_score: 95.2 }),
      filing({ filing_id: 'f1', form_type: 'project_self_evaluation', project: '堤防养护', total_score: 97 }),
    ];
    const got = (text: string) => check({ filings, texts: [prose(text)] }, NAR_06).findings.length;
    expect(got('2031年度部门整体绩效自评得分为95.2分。')).toBe(0);
    expect(got('2031年度部门整体绩效自评得分为92.5分。')).toBe(1);
    expect(got('绩效自评得分为92.5分。')).toBe(0);
  });
});
