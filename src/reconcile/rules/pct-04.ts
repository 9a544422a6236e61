import type { Amount } from '../../../schemas/index.ts';
import { HUNDRED } from '../facts/exact.ts';
import { edited, type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

export const PCT_04: FilingRule = {
  id: 'PCT-04',
  scope: 'filing',
  kind: 'share',
  title: { zh: '占比超出0–100%', en: 'Share outside 0–100%' },
  explanation: {
    zh: '部分占总体的比例不可能为负或大于100%。',
    en: 'A part of a whole is neither negative nor above 100%.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '占比填 982%', en: 'a share printed as 982%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, facts, filing } = context;
  return amounts.flatMap((amount): Outcome[] => {
    const share = facts.share(amount);
    if (share === null) return [];
    if (addsRounded(context, amount)) return [passed(filing.filing_id)];
    const negative = share.value < 0n;
    return [
      edited({
        type: 'linear',
        rule: 'PCT-04',
        filingId: filing.filing_id,
        documentId: filing.document_id,
        method: 'T0',
        relation: '<=',
        soft: true,
        says: negative
          ? { zh: `${amount.item}占比不应为负`, en: `share of ${amount.item} should not be negative` }
          : { zh: `${amount.item}占比不应大于100%`, en: `share of ${amount.item} should be at most 100%` },
        terms: [{ fact: share, coefficient: negative ? -1n : 1n, role: 'share' }],
        constant: negative ? 0n : -HUNDRED,
      }),
    ];
  });
}

/** 100.01% behind 合计 over shares that were rounded one by one: it adds them up as they are printed. */
function addsRounded({ amounts, facts }: FilingContext, whole: Amount): boolean {
  const parts = amounts
    .filter(({ parent_id: id }) => id === whole.amount_id)
    .map((part) => facts.share(part));
  const share = facts.share(whole);
  if (share === null || share.value <= HUNDRED || share.value >= HUNDRED + HUNDRED / 100n) return false;
  return parts.length > 1 && parts.reduce((sum, part) => sum + (part?.value ?? 0n), 0n) === share.value;
}
