import type { Amount, Measure } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Fact } from '../facts/fact.ts';
import { rateOutcomes } from '../figures/rates.ts';
import { nameColumn } from '../keys.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** Funds arrived over funds planned. */
export const RAT_10: FilingRule = {
  id: 'RAT-10',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '资金到位率不符', en: 'Rate of funds arrived differs' },
  explanation: {
    zh: '资金到位率 = 实际到位资金 ÷ 预算资金 × 100%。表中“到位率”一列按同行的到位数与预算数核对：同行有几个预算数的，与其中一个相符即可。',
    en: 'Funds that arrived over funds planned. A column of such rates is held against both figures of its row; of several budgets in the row any may be meant.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '到位 90 ÷ 预算 120 = 75%，填 100%', en: '90 arrived ÷ 120 planned = 75%, printed as 100%' },
  check: (context) => [...rateOutcomes(context, 'RAT-10'), ...ratesOfRows(context)],
};

const PLANNED: ReadonlySet<Measure> = new Set([
  'annual_budget',
  'budget',
  'current',
  'initial_budget',
  'total_budget',
]);

/** 计划数 | 到位数 | 到位率 */
const ofArrival = /(?:^|\/ )(?:资金)?到位率[^/]*$/;

function ratesOfRows(context: FilingContext): Outcome[] {
  const rates = context.amounts.filter(
    ({ column_label: label, measure }) => measure === 'rate' && ofArrival.test(label ?? ''),
  );
  if (rates.length === 0) return [];
  const rows = Map.groupBy(context.amounts, lineOf);
  return rates.map((rate) => judge(context, rate, rows.get(lineOf(rate)) ?? []));
}

function judge({ facts, filing }: FilingContext, amount: Amount, row: readonly Amount[]): Outcome {
  const { filing_id: id, document_id: document } = filing;
  const factsOf = (wanted: (measure: Measure) => boolean): Fact[] =>
    row.flatMap((other) => (wanted(other.measure) ? (facts.amount(other) ?? []) : []));
  const rate = facts.amount(amount);
  const [arrived, another] = factsOf((measure) => measure === 'arrived');
  const plans = factsOf((measure) => PLANNED.has(measure)).filter(({ value }) => value > 0n);
  const [plan] = plans;
  if (rate === null || arrived === undefined || another !== undefined || plan === undefined)
    return notEvaluated(id, 'operand missing');
  const edits = plans.map(
    (denominator): RatioEdit => ({
      type: 'ratio',
      rule: 'RAT-10',
      filingId: id,
      documentId: document,
      method: 'T1',
      ...(plans.length > 1 ? { severity: 'warning' as const } : {}),
      says: {
        zh: `${amount.item}的到位率应等于到位数 ÷ 预算数`,
        en: `the rate of ${amount.item} that arrived should be arrived ÷ planned`,
      },
      rate: { fact: rate, coefficient: 1n, role: 'rate' },
      numerator: { fact: arrived, coefficient: arrived.factor, role: 'numerator' },
      denominator: { fact: denominator, coefficient: denominator.factor, role: 'denominator' },
    }),
  );
  // More than was planned is printed as all of it.
  const isAll =
    rate.printed === 100 &&
    plans.some(({ factor, value }) => arrived.value * arrived.factor > value * factor);
  const fits = isAll || edits.some((edit) => evaluate(edit)?.within === true);
  return fits ? passed(id) : edited(edits[0]!);
}

/** A row of a table, under one name and one source of funds. */
const lineOf = (amount: Amount): string => {
  const { fund, item, source, year } = amount;
  return JSON.stringify([source.value?.grid, source.value?.row, nameColumn(amount), item, fund, year]);
};
