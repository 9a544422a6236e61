import { isExtra } from '../edits/points.ts';
import { show } from '../facts/exact.ts';
import { blocksOf, mostlyFilled } from '../figures/indicators.ts';
import { evidenceOf } from '../findings.ts';
import { indicatorKey } from '../keys.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';

export const WGT_05: FilingRule = {
  id: 'WGT-05',
  scope: 'filing',
  kind: 'weight_sum',
  title: { zh: '指标权重为零或为负', en: 'Weight is zero or negative' },
  explanation: {
    zh: '列入考核的指标应有大于零的权重；负数必为笔误，零值可能是漏填。',
    en: 'An indicator that counts has a weight above zero; a negative one is a slip, a zero may be a weight that was not filled in.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: { zh: '某指标权重 −10', en: 'an indicator with a weight of −10' },
  check,
};

function check({ facts, filing, indicators }: FilingContext): Outcome[] {
  return blocksOf(indicators).flatMap((block) => {
    const filled = block.filter((row) => row.weight !== null && !isExtra(row));
    if (!mostlyFilled(filled.length, block.length)) return [];
    return filled.map((row): Outcome => {
      const weight = facts.indicator(row, 'weight')!;
      if (weight.value > 0n) return passed(filing.filing_id);
      const points = show(weight.value);
      return found({
        filingId: filing.filing_id,
        documentId: filing.document_id,
        verdict: 'impossible',
        severity: weight.value < 0n ? 'error' : 'warning',
        message: {
          zh: `“${row.level3 ?? ''}”的权重为 ${points}`,
          en: `the weight of “${row.level3 ?? ''}” is ${points}`,
        },
        actual: weight.printed,
        evidence: [evidenceOf(weight, 'weight')],
        operands: [indicatorKey(row)],
      });
    });
  });
}
