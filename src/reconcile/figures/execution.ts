import type { Fact } from '../facts/fact.ts';
import type { FilingContext } from '../rule.ts';

/** What the form spent and what it had: the top row of its funds, where both stand there once. */
export function executionOf({ amounts, facts }: FilingContext): { done: Fact; plan: Fact } | null {
  const tops = amounts.filter((amount) => amount.section === 'funding' && amount.parent_id === null);
  const of = (measure: string): Fact | null => {
    const found = tops.filter((amount) => amount.measure === measure && amount.value !== null);
    return found.length === 1 ? facts.amount(found[0]!) : null;
  };
  const done = of('executed');
  // 预算数（A） where no cell says whether of the year.
  const plan = of('annual_budget') ?? of('budget');
  if (done === null || plan === null || done.factor !== plan.factor) return null;
  return plan.value - plan.half <= 0n ? null : { done, plan };
}
