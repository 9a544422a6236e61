import { evaluate } from '../edits/evaluate.ts';
import { divideRounded, type Exact, exact, HUNDRED, magnitude, roundTo, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { wholesOf } from '../figures/amounts.ts';
import { evidenceOf } from '../findings.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';

const PARAMETERS = {
  parts: {
    value: 3,
    unit: 'parts',
    reason: 'of two parts the second is what the first leaves, whoever computed it',
  },
} as const;

/** A whole that was split by its shares, with the rounding left in one row. */
export const SUM_13: FilingRule = {
  id: 'SUM-13',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '尾差倒挤到一行', en: 'Rounding left in one row' },
  explanation: {
    zh: '各项都等于总额按占比分摊并取整，只有一项差几个末位，系为使合计相等而倒挤，作为提示。',
    en: 'Every part is the whole times its share, rounded, but one, which is a few units of the last place off so that the column closes; a note.',
  },
  tolerance: 'T3',
  severity: 'info',
  parameters: PARAMETERS,
  example: {
    zh: '100 按 33.3%、33.3%、33.4% 分摊为 33、33、34',
    en: '100 split by 33.3 %, 33.3 % and 33.4 % as 33, 33 and 34',
  },
  check,
};

interface Split {
  fact: Fact;
  due: Exact;
}

function check(context: FilingContext): Outcome[] {
  const { facts, filing } = context;
  return wholesOf(context.amounts).flatMap((of): Outcome[] => {
    const { whole, parts } = of;
    if (whole === null || parts.length < PARAMETERS.parts.value) return [];
    // Most tables print no shares.
    if (parts.some((part) => part.share === null)) return [];
    const total = facts.amount(whole);
    const shares = parts.map((part) => facts.share(part));
    const sum = shares.reduce((all, share) => all + (share?.value ?? 0n), 0n);
    if (total === null || shares.includes(null) || sum !== HUNDRED) return [];
    const edit = sumEdit(context, whole, parts, { rule: 'SUM-13', relation: '=' });
    if (edit === null || evaluate(edit)?.exactly !== true || parts.some((part) => part.unit !== whole.unit))
      return [];
    const splits = parts.flatMap((part, i): Split[] => {
      const fact = facts.amount(part);
      const due = divideRounded(total.value * shares[i]!.value, HUNDRED);
      return fact === null ? [] : [{ fact, due: roundTo(due, Math.max(0, fact.places)) }];
    });
    const off = splits.filter(({ fact, due }) => fact.value !== due);
    const [only] = off;
    const most = only === undefined ? 0n : BigInt(splits.length) * only.fact.step;
    if (off.length !== 1 || only === undefined || splits.length < parts.length) return [];
    if (magnitude(only.fact.value - only.due) > most) return [passed(filing.filing_id)];
    return [plugged(context, total, only, splits)];
  });
}

function plugged({ filing }: FilingContext, total: Fact, only: Split, splits: readonly Split[]): Outcome {
  const { fact, due } = only;
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'explained',
    message: {
      zh: `“${fact.label}”填 ${fact.text}，按占比为 ${show(due)}，其余各项均按占比取整：尾差倒挤在此项`,
      en: `“${fact.label}” is ${fact.text} where its share gives ${show(due)}; all others are rounded shares: the rest was left here`,
    },
    expected: Number(show(due)),
    actual: fact.printed,
    difference: Number(show(exact(fact.printed) - due)),
    evidence: [
      evidenceOf(fact, 'part'),
      evidenceOf(total, 'total'),
      ...splits.filter((split) => split !== only).map((split) => evidenceOf(split.fact, 'part')),
    ],
    operands: [total.key, ...splits.map((split) => split.fact.key)],
  });
}
