import type { Amount, Location, Measure } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { edited, type FilingContext, type Outcome, passed } from '../rule.ts';

/**
 * 预算执行率 | 100% | 98.5% scored among the indicators of a form whose budget and spending stand in fields of their own, or the rate
 * beside these. Only where the form names one sum for each is it held against them; of several stages of the budget it may be of any.
 */
export function statedExecution({ amounts, facts, filing, profile }: FilingContext): Outcome[] {
  const rate = facts.filing(filing, 'execution_rate');
  if (rate === null) return [];
  const tops = amounts.filter(
    ({ parent_id, section, value }) => section === 'funding' && parent_id === null && value !== null,
  );
  const only = (measure: Measure): Fact[] => {
    const [amount, ...others] = tops.filter((top) => top.measure === measure);
    const fact = amount === undefined || others.length > 0 ? null : facts.amount(amount);
    return fact === null || fact.value <= 0n ? [] : [fact];
  };
  const isScored = filing.execution_weight !== null || filing.execution_score !== null;
  if (!isScored && !tops.some((top) => isBeside(top, filing.source.execution_rate))) return [];
  const [done] = [...only('executed'), ...only('final')];
  const plans = profile.executionDenominators.flatMap(only);
  if (done === undefined || plans.length === 0) return [];
  const edits = plans.map((plan) =>
    ratioEdit(filing, {
      rule: 'PCT-05',
      ...(plans.length > 1 ? { severity: 'warning' } : {}),
      says: { zh: '预算执行率应等于执行数 ÷ 预算数', en: 'the execution rate should be spent ÷ planned' },
      rate,
      numerator: done,
      denominator: plan,
    }),
  );
  const fits = edits.some((edit) => evaluate(edit)?.within === true);
  return [fits ? passed(filing.filing_id) : edited(edits[0]!)];
}

/** 预算执行数 | 235.2 | 预算执行率 | 98: what was spent, on the line of the rate or the one above it. */
function isBeside({ measure, source: { value: at } }: Amount, rate: Location | undefined): boolean {
  const spent = measure === 'executed' || measure === 'final';
  return spent && at !== undefined && at.grid === rate?.grid && isOnLine(at.row, rate?.row);
}

function isOnLine(spent: number | null, rate: number | null | undefined): boolean {
  return spent !== null && rate != null && (spent === rate || spent + 1 === rate);
}
