import type { RatioEdit } from '../edit.ts';
import { evaluate } from '../evaluate.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';

/** 得分率 = 得分 ÷ 分值. */
export const SCR_13: FilingRule = {
  id: 'SCR-13',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '得分率不等于得分÷分值', en: 'Score rate differs from score ÷ points' },
  explanation: {
    zh: '表内有得分率列的，每项得分率应等于得分 ÷ 分值 × 100%。多数行都不符的，得分率另有含义，不作核对。',
    en: 'Where a form has a column of score rates, each is the score over the points. Where most rows differ the column means something else and is not checked.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '分值 5，得分 4，得分率 90%', en: 'points 5, score 4, rate 90%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const edits = indicators.flatMap((row): RatioEdit[] => {
    const rate = facts.rate(row, 'score_rate');
    const score = facts.indicator(row, 'score');
    const weight = facts.indicator(row, 'weight');
    if (rate === null || score === null || weight === null || weight.value <= 0n) return [];
    const name = row.level3 ?? row.level2 ?? '';
    return [
      {
        type: 'ratio',
        rule: 'SCR-13',
        filingId: filing.filing_id,
        documentId: filing.document_id,
        method: 'T1',
        // Whoever breaks the sum is told by the sum.
        soft: true,
        says: {
          zh: `“${name}”得分率应等于得分 ÷ 分值`,
          en: `score rate of “${name}” should be its score ÷ its points`,
        },
        rate: { fact: rate, coefficient: 1n, role: 'rate' },
        numerator: { fact: score, coefficient: 1n, role: 'numerator' },
        denominator: { fact: weight, coefficient: 1n, role: 'denominator' },
      },
    ];
  });
  const closing = edits.filter((edit) => evaluate(edit)?.within === true).length;
  return closing * 2 >= edits.length
    ? edits.map(edited)
    : edits.map(() => notEvaluated(filing.filing_id, 'most rates are not score ÷ points'));
}
