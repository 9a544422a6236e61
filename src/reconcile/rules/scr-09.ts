import { isFact, total } from '../edits/points.ts';
import { exact, HUNDRED, roundTo, show, toNumber } from '../facts/exact.ts';
import { achievementsOf } from '../figures/achievement.ts';
import { executionOf } from '../figures/execution.ts';
import { evidenceOf, evidenceOfTerms } from '../findings.ts';
import { counted, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  gap: {
    value: 20,
    unit: '% of the degree scored',
    reason:
      'a provincial system flags 5 %; savings and late payments explain up to a fifth, below which it is only noted',
  },
  noted: { value: 5, unit: '% of the degree scored', reason: 'red light of a provincial budget system' },
} as const;

/** Nearly full points for results that were paid for with half the money. */
export const SCR_09: FilingRule = {
  id: 'SCR-09',
  scope: 'filing',
  overAll: true,
  kind: 'score_rule',
  title: { zh: '得分高而预算执行率低', en: 'High score, low spending' },
  explanation: {
    zh: '各项指标几乎满分，预算却执行不多：或目标定得偏低，或得分偏高，或预算编制过宽。差距超过5%提示，超过20%警告。',
    en: 'Nearly full points beside little spending: targets were low, scores generous or the budget wide. A gap above 5% is noted, above 20% a warning.',
  },
  tolerance: 'T4',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '指标得分率 98%，执行率 61%', en: '98% of the points, 61% of the budget' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const funds = executionOf(context);
  const printed = facts.filing(filing, 'execution_rate');
  // The figures go before the printed rate, which may itself be the slip.
  const spent = funds === null ? printed?.value : (HUNDRED * funds.done.value) / funds.plan.value;
  const scores = indicators.map((row) => facts.indicator(row, 'score')).filter(isFact);
  const weights = indicators.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  if (scores.length < 2 || weights.length === 0) return [];
  if (spent === undefined) return [notEvaluated(filing.filing_id, 'execution rate is missing')];
  const points = total(weights);
  const earned = (HUNDRED * total(scores)) / points;
  if (earned <= 0n) return [notEvaluated(filing.filing_id, 'no score')];
  const gap = (HUNDRED * (earned - spent)) / earned;
  if (gap <= exact(PARAMETERS.noted.value)) return [passed(filing.filing_id)];
  const missed = achievementsOf(indicators).filter((one) => one !== null && !one.met).length;
  const cells = funds === null ? [printed].filter(isFact) : [funds.done, funds.plan];
  const rate = show(roundTo(spent, 1));
  const loud = gap > exact(PARAMETERS.gap.value);
  return [
    notice(context, {
      verdict: loud ? 'improbable' : 'explained',
      message: {
        zh: `指标得分率 ${show(roundTo(earned, 1))}%，预算执行率 ${rate}%，${missed === 0 ? '且没有一项定量指标未完成' : `${missed} 项定量指标未完成`}`,
        en: `${show(roundTo(earned, 1))}% of the points, ${rate}% of the budget, ${counted(missed, 'quantitative target')} missed`,
      },
      expected: toNumber(roundTo(spent, 1)),
      actual: toNumber(roundTo(earned, 1)),
      evidence: [
        ...evidenceOfTerms(cells.map((fact) => ({ fact, role: 'spending' }))),
        ...scores.map((fact) => evidenceOf(fact, 'score')),
      ],
      operands: ['spending', 'earned'],
    }),
  ];
}
