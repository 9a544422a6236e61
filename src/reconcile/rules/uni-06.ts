import type { Indicator } from '../../../schemas/index.ts';
import { exact, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  fraction: {
    value: 1,
    unit: '%',
    reason: 'a rate of 0.95 % among rates of ninety and more is a fraction of one',
  },
  usual: {
    value: 50,
    unit: '%',
    reason: 'what the other rates of the form reach when such a small one is a slip',
  },
  bound: { value: 1000, unit: '%', reason: 'ten times the whole: 9500 % is 95 % times a hundred' },
} as const;

/** Rates that have no equation of their own: a fraction or a hundredfold among per cents. */
export const UNI_06: FilingRule = {
  id: 'UNI-06',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '百分比量级异常', en: 'Percentage off by a factor of a hundred' },
  explanation: {
    zh: '率、满意度等指标以%为单位而填0.95或9500，疑为小数与百分数混用。能用等式核对的比率由等式核对。',
    en: 'A rate in % printed as 0.95 or 9500 mixes fractions and per cents. Rates that have an equation are checked by it.',
  },
  tolerance: 'T2',
  severity: 'warning',
  parameters: PARAMETERS,
  example: {
    zh: '满意度 ≥0.95%，其余各率均在 90% 以上',
    en: 'satisfaction ≥0.95% where all other rates are above 90%',
  },
  check,
};

const RATE = /率|满意度|比例|占比|覆盖/;
/** Rates that are small by nature. */
const SMALL =
  /提高|提升|增加|上升|下降|降低|减少|增幅|降幅|改善|差错|投诉|死亡|失误|变动|增长|发生率|结转|调整|逾期|事故|不良|损耗|流失|上访|退/;

function check({ facts, filing, indicators }: FilingContext): Outcome[] {
  const rates: { row: Indicator; fact: Fact }[] = [];
  for (const row of indicators) {
    if (row.target?.unit !== '%' || !RATE.test(row.level3 ?? '')) continue;
    const fact = facts.quantity(row, 'target');
    if (fact !== null) rates.push({ row, fact });
  }
  if (rates.length === 0) return [];
  const usual = rates.filter(({ fact }) => fact.value >= exact(PARAMETERS.usual.value));
  return rates.map(({ row, fact }): Outcome => {
    const small =
      fact.value > 0n &&
      fact.value <= exact(PARAMETERS.fraction.value) &&
      row.target?.op !== '<=' &&
      row.target?.op !== '<' &&
      !SMALL.test(row.level3 ?? '');
    const alone = usual.length < 1 || usual.length * 2 < rates.length - 1;
    const isFraction = small && !alone;
    if (!isFraction && fact.value < exact(PARAMETERS.bound.value)) return passed(filing.filing_id);
    const meant = isFraction ? fact.value * 100n : fact.value / 100n;
    return found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'improbable',
      message: {
        zh: `“${row.level3 ?? ''}”为 ${show(fact.value)}%，疑为 ${show(meant)}%`,
        en: `“${row.level3 ?? ''}” is ${show(fact.value)}%, probably ${show(meant)}%`,
      },
      expected: Number(show(meant)),
      actual: fact.printed,
      evidence: [evidenceOf(fact, 'target')],
      operands: [fact.key],
    });
  });
}
