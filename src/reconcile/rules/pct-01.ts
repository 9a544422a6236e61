import type { Amount } from '../../../schemas/index.ts';
import { wholesOf } from '../amounts.ts';
import { ratioPrint } from '../regime.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';

/** A printed 占比 is its part over the whole. */
export const PCT_01: FilingRule = {
  id: 'PCT-01',
  scope: 'filing',
  kind: 'share',
  title: { zh: '占比与金额不符', en: 'Share differs from part over total' },
  explanation: {
    zh: '占比应等于该项金额除以合计。金额与占比都按所在列的精度取区间，四舍五入、截断或倒挤能解释的不报错。',
    en: 'A printed share is the part divided by its total. Both are taken as intervals at the precision of their columns; what rounding, truncation or plugging explains is no error.',
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
  const outcomes: Outcome[] = [];
  const { facts, filing } = context;
  for (const { whole, parts } of wholesOf(context.amounts)) {
    const edits = parts.filter((part) => part.share !== null).map((part) => shareEdit(context, part, whole));
    if (isOtherRate(edits)) outcomes.push(notEvaluated(filing.filing_id, OTHER_RATE));
    else outcomes.push(...edits);
    if (whole?.share != null && facts.amount(whole) === null) {
      outcomes.push(notEvaluated(filing.filing_id, 'total is blank'));
    }
  }
  return outcomes;
}

/** Shares of which more than half, and at least so many, fit neither way: the column is a rate over something else. */
const MOST_MISFITS = 3;
export const OTHER_RATE = 'column is no share of the total';

/** 占调整预算% is no share of the total, whatever its header says. */
export function isOtherRate(outcomes: readonly Outcome[]): boolean {
  const shares = outcomes.filter((outcome) => outcome.type === 'edit').map(({ edit }) => edit);
  const counted = shares.filter((edit) => edit.type === 'ratio' && edit.numerator.fact.value !== 0n);
  const misfits = counted.filter((edit) => edit.type === 'ratio' && ratioPrint(edit) === 'neither');
  return misfits.length >= MOST_MISFITS && misfits.length * 2 > counted.length;
}

export function shareEdit({ facts, filing }: FilingContext, part: Amount, whole: Amount | null): Outcome {
  const rate = facts.share(part);
  const numerator = facts.amount(part);
  const denominator = whole === null ? null : facts.amount(whole);
  if (rate === null || numerator === null || denominator === null || whole === null) {
    return notEvaluated(filing.filing_id, denominator === null ? 'total is missing' : 'amount is blank');
  }
  if (denominator.value <= 0n) return notEvaluated(filing.filing_id, 'total is zero');
  return edited({
    type: 'ratio',
    rule: 'PCT-01',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T1',
    soft: true,
    group: `share|${whole.amount_id}`,
    says: {
      zh: `${part.item}占${whole.item}的比例`,
      en: `share of ${part.item} in ${whole.item}`,
    },
    rate: { fact: rate, coefficient: 1n, role: 'share' },
    numerator: { fact: numerator, coefficient: numerator.factor, role: 'part' },
    denominator: { fact: denominator, coefficient: denominator.factor, role: 'total' },
  });
}
