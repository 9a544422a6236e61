import { divideUp, type Exact, HUNDRED, magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { wholesOf } from '../figures/amounts.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { isOfWhich } from '../sums/whole-lists.ts';
import { isOfItself, OTHER_RATE, otherRates } from './pct-01.ts';

/** The shares of one whole add up to 100, or to the share printed beside the whole. */
export const PCT_02: FilingRule = {
  id: 'PCT-02',
  scope: 'filing',
  kind: 'share_sum',
  title: { zh: '各项占比之和不等于100%', en: 'Shares of one whole do not add up to 100%' },
  explanation: {
    zh: '同一合计下各项占比之和应为100%。每个占比有半个末位的舍入误差；截断造成的不足只作提示。',
    en: 'The shares of one whole add up to 100%. Each may be off by half a unit in its last place; what truncation leaves over is only noted.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '占比 60% + 30% = 90%，合计填 100%', en: 'shares 60% + 30% = 90%, total printed as 100%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, amounts } = context;
  const outcomes: Outcome[] = [];
  const other = otherRates(context);
  for (const { whole, parts, exhaustive, certain } of wholesOf(amounts)) {
    const shares = parts
      .map((part) => (isOfItself(part) ? null : facts.share(part)))
      .filter((fact): fact is Fact => fact !== null);
    if (shares.length < 2 || whole === null) continue;
    if (other.has(shares[0]!.column)) {
      outcomes.push(notEvaluated(filing.filing_id, OTHER_RATE));
      continue;
    }
    if (!exhaustive || (!certain && isOfWhich(parts[0]!))) {
      outcomes.push(notEvaluated(filing.filing_id, 'parts are not all of the whole'));
      continue;
    }
    const missing = parts.some((part) => part.share === null && part.value !== null && part.value !== 0);
    if (missing) {
      outcomes.push(notEvaluated(filing.filing_id, 'a share is not printed'));
      continue;
    }
    const printed = facts.share(whole);
    const total = printed === null ? [] : [{ fact: printed, coefficient: 1n, role: 'total' }];
    outcomes.push(
      edited({
        type: 'linear',
        rule: 'PCT-02',
        filingId: filing.filing_id,
        documentId: filing.document_id,
        method: 'T2',
        relation: '=',
        soft: true,
        group: `share|${whole.amount_id}`,
        says: { zh: `${whole.item}各项占比之和`, en: `shares of ${whole.item}` },
        terms: [
          ...total,
          ...shares.map((fact) => ({
            fact,
            coefficient: printed === null ? 1n : -1n,
            role: 'share',
          })),
        ],
        constant: printed === null ? -HUNDRED : 0n,
        slack: amountsOff(
          facts.amount(whole),
          parts.map((part) => facts.amount(part)),
        ),
      }),
    );
  }
  return outcomes;
}

/** Shares are taken of printed amounts: what these miss of their printed total, the shares miss of 100. */
function amountsOff(total: Fact | null, parts: readonly (Fact | null)[]): Exact {
  if (total === null || total.value <= 0n) return 0n;
  let rest = total.value;
  let half = total.half;
  for (const part of parts) {
    if (part === null) continue;
    if (part.factor !== total.factor) return 0n;
    rest -= part.value;
    half += part.half;
  }
  const off = magnitude(rest);
  // Amounts that are off by more than truncation leaves are a slip of their own, no excuse for the shares.
  return off > 2n * half ? 0n : divideUp(HUNDRED * off, total.value);
}
