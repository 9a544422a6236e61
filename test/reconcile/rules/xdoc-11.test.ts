import { describe, expect, it } from 'vitest';
import type { TextRecord } from '../../../schemas/index.ts';
import { filingSet } from '../../../src/reconcile/index.ts';
import { XDOC_11 } from '../../../src/reconcile/rules/xdoc-11.ts';
import { prose } from '../prose.ts';
import { documentsOf, type Filed, filed } from '../set/filings.ts';

const UNIT = '青禾县水利站';
const money = (measure: 'initial_budget' | 'annual_budget' | 'executed', value: number) =>
  ({ item: '年度资金总额', value, raw: value.toFixed(2), section: 'funding', measure }) as const;

function evaluation(project = '旱厕改造', organisation = UNIT): Filed {
  return filed(
    `e${project}${organisation}`,
    {
      form_type: 'project_self_evaluation',
      project,
      organisation,
      title: '项目支出绩效自评表',
      total_score: 96.43,
    },
    [money('initial_budget', 512.83), money('annual_budget', 498.31), money('executed', 486.07)],
    [
      {
        level2: '数量指标',
        level3: '新建公厕',
        target: {
          raw: '≥16座',
          kind: 'number',
          op: '>=',
          value: 16,
          upper: null,
          unit: '座',
          base_value: 16,
          base_unit: '座',
        },
        actual: {
          raw: '18座',
          kind: 'number',
          op: '=',
          value: 18,
          upper: null,
          unit: '座',
          base_value: 18,
          base_unit: '座',
        },
      },
    ],
  );
}

const scored = (total: number): Filed =>
  filed('scores', {
    form_type: 'scoring_framework',
    organisation: UNIT,
    project: null,
    title: '旱厕改造项目绩效评价评分表',
    total_score: total,
  });

const TITLE = '旱厕改造项目2031年度绩效评价报告';
const BY = `旱厕改造项目由${UNIT}组织实施。`;

/** The findings on a report of these paragraphs beside some forms. */
function judged(paragraphs: string[], forms: Filed[] = [evaluation()]) {
  const set = filingSet({ rules: [XDOC_11] });
  for (const { filing, amounts, indicators } of forms)
    set.add({ filings: [filing], amounts, indicators, texts: [] });
  const document_id = 'report'.padEnd(64, '0');
  const texts = paragraphs.map((text): TextRecord => prose(text, { document_id }));
  set.add({ filings: [], amounts: [], indicators: [], texts });
  return set.conclude();
}

describe('XDOC-11, a report says what the forms of its project have', () => {
  it('passes where it does, at the precision of both prints', () => {
    const { findings, coverage } = judged([
      TITLE,
      BY,
      '该项目年初预算安排512.83万元，全年预算数498.3万元，截至2031年12月31日实际支出486.07万元。',
      '新建公厕目标值16座，实际完成18座。旱厕改造项目自评得分96.4分。',
    ]);
    expect(findings).toEqual([]);
    expect(coverage.reduce((sum, row) => sum + row.consistent, 0)).toBe(6);
  });

  it('fails with both places', () => {
    const { findings } = judged([TITLE, BY, '截至2031年12月31日，项目实际支出468.07万元。']);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 486.07, actual: 468.07 }]);
    expect(documentsOf(findings[0])[0]).toBe('report');
    expect(findings[0]?.evidence).toHaveLength(2);
    const points = judged([TITLE, BY, '项目自评得分为94.6分。']).findings;
    expect(points).toMatchObject([{ severity: 'warning', actual: 94.6, expected: 96.43 }]);
    const values = judged([TITLE, BY, '全年新建公厕21座（目标16座）。']).findings;
    expect(values).toMatchObject([{ actual: 21, expected: 18 }]);
  });

  it('is told for each project of a report on several', () => {
    const report = [
      `${UNIT}2031年度部门决算绩效情况说明`,
      '1.旱厕改造绩效自评综述：项目全年预算数为498.31万元，执行数为468.07万元。',
      '2.堤防加固绩效自评综述：项目全年预算数为489.31万元，执行数为486.07万元。',
    ];
    const { findings } = judged(report, [evaluation(), evaluation('堤防加固')]);
    expect(findings.map(({ actual }) => actual)).toEqual([468.07, 489.31]);
  });

  it('holds points of an evaluation to the scoring table of its project, and notes where they differ from those of the unit', () => {
    const report = [TITLE, BY, '经评价，旱厕改造综合得分93.5分。'];
    expect(judged(report).findings).toMatchObject([{ severity: 'info' }]);
    expect(judged(report, [evaluation(), scored(93.5)]).findings).toEqual([]);
    expect(judged(report, [evaluation(), scored(95.3)]).findings).toMatchObject([{ severity: 'warning' }]);
  });

  it('says nothing where it is not sure what is meant', () => {
    // Of another unit, which has not filed its forms.
    const other = [
      '教师培训2031年度绩效评价报告',
      '教师培训由白鹭县教研室实施。',
      '项目实际支出468.07万元。',
    ];
    expect(judged(other, [evaluation('教师培训'), evaluation('教师培训', '云溪县教研室')]).findings).toEqual(
      [],
    );
    // A longer name is another project.
    expect(judged(['旱厕改造工程监理2031年度绩效评价报告', BY, '项目实际支出468.07万元。']).findings).toEqual(
      [],
    );
    for (const text of [
      '截至2031年6月30日，项目实际支出468.07万元，截至12月31日项目实际支出486.07万元。',
      '第一标段实际支出468.07万元。',
      '项目实际支出约468万元。',
      '项目实际支出468.07万元。项目实际支出471.02万元。',
      '2030年项目实际支出468.07万元。',
      '项目累计实际支出2468.07万元。',
      '计划新建公厕21座。',
    ])
      expect(judged([TITLE, BY, text]).findings).toEqual([]);
  });
});
