import type { Amount } from '../../../schemas/index.ts';
import { isNamed } from '../profiles/composition.ts';
import type { RateFormula } from '../profiles/profile.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';

/** A printed rate of a base-data table is its formula over the figures beside it. */
export const RAT_01: FilingRule = {
  id: 'RAT-01',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '控制率与人数不符', en: 'Control rate differs from its head-counts' },
  explanation: {
    zh: '在职人员控制率 = 在职人员数 ÷ 编制数 × 100%，按表内人数重新计算。',
    en: 'The staff control rate is staff in post over posts approved, recomputed from the figures of the table.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '在职 31 ÷ 编制 40 = 77.5%，填 100%', en: '31 in post ÷ 40 posts = 77.5%, printed as 100%' },
  check: (context) =>
    context.profile.rates
      .filter((formula) => formula.rule === 'RAT-01')
      .flatMap((formula) => rateEdits(context, formula)),
};

export function rateEdits(context: FilingContext, formula: RateFormula): Outcome[] {
  const { amounts, facts, filing } = context;
  const rates = amounts.filter((amount) => amount.measure === 'rate' && isNamed(amount.item, formula.names));
  return rates.map((amount): Outcome => {
    const rate = facts.amount(amount);
    const numerator = operand(amounts, formula.numerator, amount);
    const denominator = operand(amounts, formula.denominator, amount);
    const top = numerator === undefined ? null : facts.amount(numerator);
    const bottom = denominator === undefined ? null : facts.amount(denominator);
    if (rate === null || top === null || bottom === null) {
      return notEvaluated(filing.filing_id, 'operand missing');
    }
    if (bottom.value <= 0n) return notEvaluated(filing.filing_id, 'denominator is zero');
    return edited({
      type: 'ratio',
      rule: formula.rule,
      filingId: filing.filing_id,
      documentId: filing.document_id,
      method: 'T1',
      says: {
        zh: `${amount.item}应等于${numerator?.item} ÷ ${denominator?.item}`,
        en: `${amount.item} is ${numerator?.item} ÷ ${denominator?.item}`,
      },
      rate: { fact: rate, coefficient: 1n, role: 'rate' },
      numerator: { fact: top, coefficient: top.factor, role: 'numerator' },
      denominator: { fact: bottom, coefficient: bottom.factor, role: 'denominator' },
    });
  });
}

/** The figure of that name nearest to the rate, of the same year where both have one. */
function operand(amounts: readonly Amount[], names: readonly string[], rate: Amount): Amount | undefined {
  const named = amounts.filter((amount) => amount.measure !== 'rate' && isNamed(amount.item, names));
  const ofYear = named.filter(
    (amount) => amount.year === rate.year || amount.year === null || rate.year === null,
  );
  const distance = (amount: Amount): number => Math.abs(amount.ordinal - rate.ordinal);
  return (ofYear.length > 0 ? ofYear : named).toSorted((a, b) => distance(a) - distance(b))[0];
}
