import type { Amount } from '../../../schemas/index.ts';
import { readYear } from '../../values/index.ts';
import { headRole } from '../money/columns/money-heads.ts';
import { labelOfText, moneyRole } from '../table/label.ts';

/** A head that is read with less may be that of a column of points or of another that has no money. */
const sureHead = 0.9;

/** How sure a figure is below a head that is no known label and was hardly read. */
const lostConfidence = 0.6;

/** What a head says of its figures. */
const ofHead = ['value', 'unit', 'year'] as const;

/**
 * Figures below a recognised head that is no label of money and was hardly legible (权董 for 权重, read with 0.49): points or counts may
 * stand there, so the figure, its unit and its year are in doubt. Heads that name the fund or the project of their figures are none of these.
 */
export function doubtMoneyHeads(amounts: readonly Amount[]): void {
  for (const amount of amounts) {
    const sure = amount.confidences?.column ?? 1;
    const head = amount.column_label?.split(' / ').at(-1);
    if (sure >= sureHead || head === undefined || amount.value === null || isKnown(head, amount)) continue;
    for (const field of ofHead) {
      const reason = `the head of its column was not understood: ${head}`;
      const text = field === 'value' ? amount.raw : String(amount[field] ?? '');
      const doubt = amount.doubts?.[field] ?? { text, reason, alternatives: [] };
      amount.doubts = { ...amount.doubts, [field]: doubt };
      const confidence = Math.min(amount.confidences?.[field] ?? 1, lostConfidence);
      amount.confidences = { ...amount.confidences, [field]: confidence };
    }
    amount.confidence = Math.min(amount.confidence, lostConfidence);
  }
}

function isKnown(head: string, { fund, project }: Amount): boolean {
  const label = labelOfText(head);
  if (moneyRole(label) !== null || headRole(label) === 'fund' || fund !== null) return true;
  return readYear(head) !== null || (project !== null && head.endsWith(project));
}
