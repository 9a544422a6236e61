import type { Amount } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { keptWith } from '../remembered.ts';
import { type FilingContext, type Outcome, passed } from '../rule.ts';
import { besides, DONE, figure } from './execution-line.ts';
import { isExecutionRate } from './execution-rate.ts';
import { ofOneColumn } from './one-of-several-plans.ts';
import { added } from './spent-by-parts.ts';

/** A line of 财政拨款 | 其他资金 | 支出 | 执行率 whose rate is held against its sources together. */
interface Line {
  rate: Fact;
  /** What was spent in all, and the cells that say it. */
  done: Fact;
  spent: readonly Fact[];
  sources: readonly Fact[];
  fits: boolean;
}

/** Fewest other lines that say by their figures that the rates are of the sources together. */
const FEWEST = 2;

/**
 * The rate of a line whose sources no cell adds up. A rate that does not fit them is told where all other lines of its column
 * do, and those are two at least: else the rate may be of one of the sources, as the other lines say.
 */
export function ofAllSources(context: FilingContext, amount: Amount): Outcome {
  const lines = linesOf(context);
  const line = lines.get(amount);
  if (line === undefined) return ofOneColumn(context, amount);
  if (line.fits) return passed(context.filing.filing_id);
  const others = [...lines.values()].filter(
    (other) => other !== line && other.rate.column === line.rate.column && other.done.value > 0n,
  );
  if (others.length < FEWEST || others.some(({ fits }) => !fits)) return ofOneColumn(context, amount);
  const { rate, sources, spent } = line;
  const plan = sources.map(({ text }) => text).join(' + ');
  const texts = spent.map(({ text }) => text).join(' + ');
  const done = spent.length > 1 ? { zh: `（${texts}）`, en: `(${texts})` } : { zh: texts, en: texts };
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${amount.item}”执行率 ${rate.text} 应为执行数 ${done.zh} ÷（${plan}）`,
      en: `execution rate ${rate.text} of “${amount.item}” should be ${done.en} ÷ (${plan})`,
    },
    actual: rate.printed,
    evidence: [
      evidenceOf(rate, 'rate'),
      ...spent.map((part) => evidenceOf(part, 'numerator')),
      ...sources.map((source) => evidenceOf(source, 'denominator')),
    ],
    operands: [rate, ...spent, ...sources].map(({ key }) => key),
  });
}

const linesOf = keptWith((context: FilingContext): ReadonlyMap<Amount, Line> => {
  const lines = new Map<Amount, Line>();
  for (const amount of context.amounts) {
    if (amount.measure !== 'rate' || !isExecutionRate(amount)) continue;
    const line = lineOf(context, amount);
    if (line !== null) lines.set(amount, line);
  }
  return lines;
});

function lineOf(context: FilingContext, amount: Amount): Line | null {
  const rate = context.facts.amount(amount);
  const own = figure(context, amount, DONE);
  // 中央资金 | 地方资金 under what was spent too
  const spent = own === null ? [] : [own, ...besides(context, own)];
  const done = added(spent);
  const [first = null] = context.profile.executionDenominators.flatMap(
    (measure) => figure(context, amount, [measure]) ?? [],
  );
  if (rate === null || done === null || first === null || first === own) return null;
  const sources = [first, ...besides(context, first)];
  const plan = added(sources);
  if (sources.length < 2 || plan === null || plan.value <= 0n) return null;
  const edit = ratioEdit(context.filing, {
    rule: 'PCT-05',
    says: { zh: '', en: '' },
    rate,
    numerator: done,
    denominator: plan,
  });
  return { rate, done, spent, sources, fits: evaluate(edit)?.within === true };
}
