import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { type Change, changesOf } from '../figures/changes.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';

/** The growth that a line of a table prints is that of its two years. */
export const PCT_09: FilingRule = {
  id: 'PCT-09',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '表内增减率与两年数字不符', en: 'Growth in a table differs from its two figures' },
  explanation: {
    zh: '增减率 =（本期 − 上期）÷ 上期 × 100%。表内有多列数字时，以能使多数行成立的两列为准。同一年的预算与决算之间的增减率，多数行成立的也核对；各年分行、增减率另起一行的，多数列成立时核对。上期为0的，增长率没有意义。',
    en: 'Growth is (current − previous) ÷ previous. Of several columns the two count with which most lines close; so does what was spent against the budget of the same year, where most lines say so, and a row of changes below rows of years, where most of its columns do. Growth from zero means nothing.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '上年 260，本年 290，增长 21.54%（应为 11.54%）',
    en: '260 last year, 290 now, growth 21.54% (11.54%)',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const changes = changesOf(context.amounts, 'rate', (change) => {
    const edit = growth(context, change);
    return edit === null ? null : evaluate(edit)?.within === true;
  });
  return changes.map((change) => outcomeOf(context, change));
}

function outcomeOf(context: FilingContext, change: Change): Outcome {
  const edit = growth(context, change);
  if (edit !== null) return edited(edit);
  const { facts, filing } = context;
  const rate = facts.amount(change.printed);
  const previous = facts.amount(change.previous);
  const current = facts.amount(change.current);
  if (rate === null || previous === null || current === null)
    return notEvaluated(filing.filing_id, 'operand missing');
  if (previous.value !== 0n || current.value === 0n || rate.value === 0n)
    return notEvaluated(filing.filing_id, 'denominator is zero');
  return fromNothing(context, change, [rate, current, previous]);
}

/** 100% printed beside 0 and 22. */
function fromNothing(context: FilingContext, { printed }: Change, facts: [Fact, Fact, Fact]): Outcome {
  const [rate, current, previous] = facts;
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${printed.item}”上期为 ${previous.text}、本期为 ${current.text}，增长率没有意义，填 ${rate.text}`,
      en: `“${printed.item}” grew from ${previous.text} to ${current.text}: no rate can be given, printed as ${rate.text}`,
    },
    actual: rate.printed,
    evidence: [
      evidenceOf(rate, 'rate'),
      evidenceOf(current, 'numerator'),
      evidenceOf(previous, 'denominator'),
    ],
    operands: [rate.key, current.key, previous.key],
  });
}

/** Null where an operand is blank or the previous figure is not above zero. */
function growth({ facts, filing }: FilingContext, { printed, current, previous }: Change): RatioEdit | null {
  const rate = facts.amount(printed);
  const top = facts.amount(current);
  const base = facts.amount(previous);
  if (rate === null || top === null || base === null || base.value <= 0n) return null;
  return ratioEdit(filing, {
    rule: 'PCT-09',
    growth: true,
    says: {
      zh: `${printed.item}增减率应等于（本期 − 上期）÷ 上期`,
      en: `growth of ${printed.item} should be (current − previous) ÷ previous`,
    },
    rate,
    numerator: top,
    denominator: base,
  });
}
