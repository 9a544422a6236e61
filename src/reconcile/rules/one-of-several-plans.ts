import type { Amount } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { entry, keptWith } from '../remembered.ts';
import { edited, type FilingContext, notEvaluated, type Outcome } from '../rule.ts';
import { besides, DONE, figure } from './execution-line.ts';
import { isExecutionRate } from './execution-rate.ts';

/** 下达金额 | 已分配金额 | 已支出金额 | 支出进度: what was spent in a line, and the columns that its rate may be of. */
interface Line {
  rate: Fact;
  done: Fact;
  plans: readonly Fact[];
}

/** The lines of a column of rates: how many there are, and how many of them are of each column of plans. */
interface Column {
  lines: number;
  fits: Map<string, number>;
}

/** Fewest other lines that say by their figures which column the rates are of. */
const FEWEST = 2;

/** The rate of a line over several plans is of the one column that all other lines of its column are of, and those are two at least. */
export function ofOneColumn(context: FilingContext, amount: Amount): Outcome {
  const { columns, lines } = foundIn(context);
  const line = lines.get(amount);
  const column = line === undefined ? undefined : columns.get(line.rate.column);
  const others = (column?.lines ?? 0) - 1;
  const plans = line?.plans.filter((plan) => column?.fits.get(plan.column) === others) ?? [];
  const [plan] = plans;
  if (line === undefined || plan === undefined || plans.length > 1 || others < FEWEST)
    return notEvaluated(context.filing.filing_id, 'several budgets in the line');
  return edited(ratio(context, amount, line, plan));
}

const foundIn = keptWith((context: FilingContext) => {
  const lines = new Map<Amount, Line>();
  const columns = new Map<string, Column>();
  for (const amount of context.amounts) {
    if (amount.measure !== 'rate' || !isExecutionRate(amount)) continue;
    const line = lineOf(context, amount);
    if (line === null) continue;
    lines.set(amount, line);
    const column = entry(columns, line.rate.column, (): Column => ({ lines: 0, fits: new Map() }));
    column.lines++;
    for (const plan of line.plans)
      if (evaluate(ratio(context, amount, line, plan))?.within === true)
        column.fits.set(plan.column, (column.fits.get(plan.column) ?? 0) + 1);
  }
  return { columns, lines };
});

function lineOf(context: FilingContext, amount: Amount): Line | null {
  const rate = context.facts.amount(amount);
  const done = figure(context, amount, DONE);
  const [first = null] = context.profile.executionDenominators.flatMap(
    (measure) => figure(context, amount, [measure]) ?? [],
  );
  if (rate === null || done === null || done.value <= 0n || first === null || first === done) return null;
  if (besides(context, done).length > 0) return null;
  const plans = [first, ...besides(context, first)].filter(({ value }) => value > 0n);
  return plans.length < 2 ? null : { rate, done, plans };
}

function ratio({ filing }: FilingContext, { item }: Amount, { done, rate }: Line, plan: Fact): RatioEdit {
  return ratioEdit(filing, {
    rule: 'PCT-05',
    says: {
      zh: `${item}执行率应等于执行数 ÷ 预算数`,
      en: `execution rate of ${item} should be spent ÷ planned`,
    },
    rate,
    numerator: done,
    denominator: plan,
  });
}
