import type { Indicator } from '../../../schemas/index.ts';
import { compile, type Program } from '../clauses/index.ts';
import { exact, HUNDRED, show } from '../facts/exact.ts';
import { isShared } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, nameOf, notice, scoreCells } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Points that a standard gives against the points that the indicator has. */
export const TXT_01: FilingRule = {
  id: 'TXT-01',
  scope: 'filing',
  kind: 'rule_text',
  title: { zh: '评分标准的分数超过分值', en: 'Standard gives more points than there are' },
  explanation: {
    zh: '评分标准中一档所给的分数不能大于该指标的分值；标准最多只给若干分而得分更高的，作警告。',
    en: 'No band of a standard gives more than the points of its indicator. A score above the most that the standard gives is a warning.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '分值 2，标准“为0的，计5分”', en: '2 points, standard “0: 5 points”' },
  check,
};

type Award = Extract<Program['clauses'][number], { kind: 'award' }> & { points: bigint };

function check(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  return indicators.flatMap((row, i): Outcome[] => {
    const program = compile(row.scoring_rule ?? '');
    if (row.weight === null || program === null || isShared(row, indicators[i + 1])) return [];
    const awards = program.clauses.filter(
      (clause): clause is Award => clause.kind === 'award' && clause.points !== null,
    );
    if (awards.length === 0) return [];
    const weight = exact(row.weight);
    const most = awards.reduce((a, b) => (b.points > a.points ? b : a));
    if (most.points > weight) return onOtherScale(context, most) ? [] : [above(context, row, most)];
    const short = tooLittle(program, awards, row);
    return [short === null ? passed(filing.filing_id) : outscored(context, row, short)];
  });
}

/** Points of 100 that are weighted afterwards, or weights that are fractions of one: another scale than the points. */
function onOtherScale({ indicators }: FilingContext, { points }: Award): boolean {
  const sum = indicators.reduce((all, row) => all + exact(row.weight ?? 0), 0n);
  return points === HUNDRED || sum < LEAST_SUM;
}

/** Below it the weights of a form are no points. */
const LEAST_SUM = exact(1.5);

function above(context: FilingContext, row: Indicator, award: Award): Outcome {
  const points = show(award.points);
  return notice(context, {
    verdict: 'impossible',
    message: {
      zh: `“${nameOf(row)}”分值 ${row.weight}，评分标准却给 ${points} 分：“${award.text}”`,
      en: `“${nameOf(row)}” has ${row.weight} points and its standard gives ${points}: “${award.text}”`,
    },
    expected: row.weight,
    actual: Number(points),
    evidence: [
      ...scoreCells(row),
      cellOf(row, 'scoring_rule', 'standard', row.scoring_rule ?? '', Number(points)),
    ],
    operands: [indicatorKey(row)],
  });
}

/** 其余酌情给分: what else may be given stands in no figure. */
const AT_WILL = /酌情|酌量|视情|适当|相应(?:得分|给分|计分|赋分)|其[余他它]/;

/** 每符合一项得1分, 符合一项得2分: how many are met stands in no figure. */
const EACH = /[每各]|(?:符合|满足|达到|具备|完成|做到|有)[^,，;；。]{0,4}[一1](?:项|条|点|个|次|处)/;

/** All that a standard gives together, where it gives no full points and deducts nothing, and it is less than the score. */
function tooLittle(program: Program, awards: readonly Award[], row: Indicator): bigint | null {
  const isClosed =
    !program.open &&
    !AT_WILL.test(row.scoring_rule ?? '') &&
    !EACH.test(row.scoring_rule ?? '') &&
    program.clauses.length === awards.length &&
    awards.some(({ points }) => points > 0n);
  if (!isClosed || row.score === null) return null;
  const all = awards.reduce((sum, { points }) => sum + points, 0n);
  return exact(row.score) > all ? all : null;
}

function outscored(context: FilingContext, row: Indicator, most: bigint): Outcome {
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${nameOf(row)}”评分标准最多给 ${show(most)} 分，得分填 ${row.score}（分值 ${row.weight}）`,
      en: `the standard of “${nameOf(row)}” gives at most ${show(most)}, scored ${row.score} of ${row.weight}`,
    },
    expected: Number(show(most)),
    actual: row.score,
    evidence: [
      ...scoreCells(row),
      cellOf(row, 'scoring_rule', 'standard', row.scoring_rule ?? '', Number(show(most))),
    ],
    operands: [indicatorKey(row), 'most'],
  });
}
