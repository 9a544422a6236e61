import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** 得分率 = 得分 ÷ 分值. */
export const SCR_13: FilingRule = {
  id: 'SCR-13',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '得分率不等于得分÷分值', en: 'Score rate differs from score ÷ points' },
  explanation: {
    zh: '表内有得分率列的，每项及合计的得分率应等于得分 ÷ 分值 × 100%。各行须有三分之二相符才判为错误，只有一半相符的作警告；多数行都不符的，得分率另有含义，不作核对。',
    en: 'Where a form has a column of score rates, each, and that of the total, is the score over the points. Two in three of the rows have to bear it out, else a warning; where most rows differ the column means something else and is not checked.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '分值 5，得分 4，得分率 90%', en: 'points 5, score 4, rate 90%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const rows = indicators.flatMap((row): Row[] => {
    const rate = facts.rate(row, 'score_rate');
    const numerator = facts.indicator(row, 'score');
    const denominator = facts.indicator(row, 'weight');
    if (rate === null || numerator === null || denominator === null || denominator.value <= 0n) return [];
    const name = row.level3 ?? row.level2 ?? row.level1 ?? '';
    const says = {
      zh: `“${name}”得分率应等于得分 ÷ 分值`,
      en: `score rate of “${name}” should be its score ÷ its points`,
    };
    // Soft: whoever breaks the sum is told by the sum.
    return [{ edit: ratioEdit(filing, { rule: 'SCR-13', soft: true, says, rate, numerator, denominator }) }];
  });
  rows.push(...ofTotals(context));
  return judgedByMost(filing.filing_id, rows, 'most rates are not score ÷ points');
}

/** 合计 | 100 | 92 | 92.00%: the rate of the whole form. */
function ofTotals({ facts, filing }: FilingContext): Row[] {
  const numerator = facts.filing(filing, 'total_score');
  const denominator = facts.filing(filing, 'total_weight');
  if (numerator === null || denominator === null || denominator.value <= 0n) return [];
  return (filing.other_totals ?? []).flatMap(({ of }, k): Row[] => {
    const rate = of === 'score_rate' ? facts.otherTotal(filing, k) : null;
    if (rate === null) return [];
    const says = {
      zh: '合计得分率应等于总分 ÷ 总分值',
      en: 'score rate of the total should be its score ÷ its points',
    };
    return [{ edit: ratioEdit(filing, { rule: 'SCR-13', soft: true, says, rate, numerator, denominator }) }];
  });
}
