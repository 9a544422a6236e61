import type { Amount } from '../../../schemas/index.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { ratioPrint } from '../edits/regime.ts';
import { wholesOf } from '../figures/amounts.ts';
import { keptWith } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sharesOfList } from './shares-of-list.ts';

/** A printed 占比 is its part over the whole. */
export const PCT_01: FilingRule = {
  id: 'PCT-01',
  scope: 'filing',
  kind: 'share',
  title: { zh: '占比与金额不符', en: 'Share differs from part over total' },
  explanation: {
    zh: '占比应等于该项金额除以合计。金额与占比都按所在列的精度取区间，四舍五入、截断或倒挤能解释的不报错。没有合计行的清单，三分之二以上的占比以各项之和为分母的，其余不符的作警告。',
    en: 'A printed share is the part divided by its total. Both are taken as intervals at the precision of their columns; what rounding, truncation or plugging explains is no error. In a list without a total whose shares, two in three, are of what it comes to, the others are warnings.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '运转类 0.06 ÷ 合计 6000 = 0.001%，占比填 0.1%',
    en: 'running costs 0.06 ÷ total 6000 = 0.001%, share printed as 0.1%',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing } = context;
  const outcomes: Outcome[] = [];
  const other = otherRates(context);
  for (const { whole, parts } of wholesOf(context.amounts)) {
    const list = whole === null ? sharesOfList(context, parts) : null;
    if (list !== null) {
      for (const outcome of list) outcomes.push(outcome);
      continue;
    }
    const shared = parts.some(({ share }) => share !== null) ? sharedWhole(context, whole, parts) : whole;
    for (const part of parts) {
      const rate = facts.share(part);
      if (rate === null) continue;
      if (isOfItself(part) || other.has(rate.column))
        outcomes.push(notEvaluated(filing.filing_id, OTHER_RATE));
      else outcomes.push(shareEdit(context, part, shared));
    }
    if (whole?.share != null && facts.amount(whole) === null) {
      outcomes.push(notEvaluated(filing.filing_id, 'total is blank'));
    }
  }
  return outcomes;
}

/** 支出合计 | 100% over 本月结存 and 合计: the whole of the shares above it, and no share of what it is part of. */
export const isOfItself = ({ role, share }: Amount): boolean => role === 'total' && share === 100;

/**
 * 基本支出 612.40 | 51.03% over 其中：人员经费 548.20 | 45.68%: the shares of the parts may all be of the whole above their own. The nearest
 * whole that most of them fit.
 */
function sharedWhole(context: FilingContext, whole: Amount | null, parts: readonly Amount[]): Amount | null {
  let best = { whole, fits: fitsOf(context, whole, parts) };
  const seen = new Set([whole]);
  for (
    let above = parentOf(context, whole);
    above !== null && !seen.has(above);
    above = parentOf(context, above)
  ) {
    seen.add(above);
    const fits = fitsOf(context, above, parts);
    if (fits > best.fits) best = { whole: above, fits };
  }
  return best.fits === 0 && makesUpShare(whole, parts) ? (parentOf(context, whole) ?? whole) : best.whole;
}

/** 51.24% and 8.84% below 60.08%: shares that make up that of their line are of what it is of, though a slip lets none of them fit. */
function makesUpShare(whole: Amount | null, parts: readonly Amount[]): boolean {
  const shares = parts.flatMap(({ share }) => (share === null ? [] : [share]));
  if (whole?.share == null || shares.length < 2) return false;
  return Math.abs(shares.reduce((sum, share) => sum + share, 0) - whole.share) <= OF_LINE * shares.length;
}

/** Half a unit of a share of one decimal. */
const OF_LINE = 0.05;

function parentOf({ amounts }: FilingContext, amount: Amount | null): Amount | null {
  const id = amount?.parent_id ?? null;
  return id === null ? null : (amounts.find(({ amount_id }) => amount_id === id) ?? null);
}

function fitsOf(context: FilingContext, whole: Amount | null, parts: readonly Amount[]): number {
  return parts.filter((part) => {
    const outcome = part.share === null ? null : shareEdit(context, part, whole);
    return (
      outcome?.type === 'edit' && outcome.edit.type === 'ratio' && ratioPrint(outcome.edit) !== 'neither'
    );
  }).length;
}

/** Shares of a column of which more than half, and at least so many, fit neither way: it is a rate over something else. */
const MOST_MISFITS = 3;
export const OTHER_RATE = 'column is no share of the total';

/** Columns of printed rates that are no shares of a total (占调整预算%), whatever their header says. */
export const otherRates = keptWith((context: FilingContext): ReadonlySet<string> => {
  const columns = new Map<string, { counted: number; misfits: number }>();
  for (const { whole, parts } of wholesOf(context.amounts)) {
    if (makeHundred(parts)) continue;
    const shared = sharedWhole(context, whole, parts);
    for (const part of parts) {
      const outcome = part.share === null || shared === null ? null : shareEdit(context, part, shared);
      if (outcome?.type !== 'edit' || outcome.edit.type !== 'ratio') continue;
      const { edit } = outcome;
      if (edit.numerator.fact.value === 0n) continue;
      const column = columns.get(edit.rate.fact.column) ?? { counted: 0, misfits: 0 };
      columns.set(edit.rate.fact.column, column);
      column.counted += 1;
      if (ratioPrint(edit) === 'neither') column.misfits += 1;
    }
  }
  const other = [...columns].filter(
    ([, { counted, misfits }]) => misfits >= MOST_MISFITS && misfits * 2 > counted,
  );
  return new Set(other.map(([column]) => column));
});

/** Shares that make 100 are shares, however many of them a wrong total puts wrong. */
function makeHundred(parts: readonly Amount[]): boolean {
  const sum = parts.reduce((total, part) => total + (part.share ?? 0), 0);
  return Math.abs(sum - 100) <= ROUND_OFF * parts.length;
}

/** Half a unit of a share without decimals, for each of them. */
const ROUND_OFF = 0.5;

export function shareEdit({ facts, filing }: FilingContext, part: Amount, whole: Amount | null): Outcome {
  const rate = facts.share(part);
  const numerator = facts.amount(part);
  const denominator = whole === null ? null : facts.amount(whole);
  if (rate === null || numerator === null || denominator === null || whole === null) {
    return notEvaluated(filing.filing_id, denominator === null ? 'total is missing' : 'amount is blank');
  }
  if (denominator.value <= 0n) return notEvaluated(filing.filing_id, 'total is zero');
  return edited(
    ratioEdit(filing, {
      rule: 'PCT-01',
      soft: true,
      group: `share|${whole.amount_id}`,
      says: { zh: `${part.item}占${whole.item}的比例`, en: `share of ${part.item} in ${whole.item}` },
      rate,
      numerator,
      denominator,
      roles: ['share', 'part', 'total'],
    }),
  );
}
