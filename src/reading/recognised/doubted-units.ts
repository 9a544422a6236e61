import type { Amount, Filing, SourceDocument } from '../../../schemas/index.ts';
import { isUnit } from '../../values/unit-words.ts';

/** Confidence of a unit that is not known because the brackets it stands in were not read to their end. */
const lostConfidence = 0.6;

/** （万完, （万 元！: a bracket behind a label that was never closed, with the beginning or the end of a unit of money in it. */
const openUnit = /[（(]\s*(?:单位[:：]?)?\s*(?:[万亿千百]|[^（()）]{0,2}元)[^（()）]{0,3}$/u;

/** （万完）, （方元）: a bracket with the beginning or the end of a unit of money and a character that makes no unit with it. */
const strangeUnit = /[（(]\s*(?:单位[:：]?)?\s*([万亿千]\s*\p{Script=Han}|[方力刀丿]\s*元)\s*[)）]$/u;

/** Below it a recognised 元 may be what is left of 万元. */
const sureUnit = 0.9;

/** 年度预算数（元） */
const bareUnit = /[（(]\s*(?:单位[:：]?)?\s*元\s*[)）]$/u;

function hidesUnit(text: string): boolean {
  const strange = strangeUnit.exec(text)?.[1];
  return openUnit.test(text) || (strange !== undefined && !isUnit(strange.replace(/\s/g, '')));
}

/**
 * Figures without a unit of a form whose own is not known, though a recognised label of it has one in brackets that is none: they have one, and it
 * was not read. Figures in 元 below a label that was hardly read may be in 万元.
 */
export function doubtUnits(
  { blocks }: SourceDocument,
  filings: readonly Filing[],
  amounts: readonly Amount[],
): void {
  const labels = hidingLabels(blocks);
  if (labels.size === 0) return;
  const owned = Map.groupBy(amounts, ({ filing_id }) => filing_id);
  for (const { filing_id, grids, money_unit } of filings) {
    const grid = grids.toSorted((a, b) => a - b).find((at) => labels.has(at));
    if (grid === undefined) continue;
    const { isBare, text } = labels.get(grid)!;
    if (money_unit !== null && !(isBare && money_unit === '元')) continue;
    for (const amount of owned.get(filing_id) ?? []) {
      if (amount.value === null || amount.unit !== (isBare ? '元' : null)) continue;
      const reason = isBare ? `its unit was hardly legible: ${text}` : `its unit was not read: ${text}`;
      const doubt = { text: amount.unit ?? '', reason, alternatives: [] };
      amount.doubts = { ...amount.doubts, unit: amount.doubts?.unit ?? doubt };
      const confidence = Math.min(amount.confidences?.unit ?? 1, lostConfidence);
      amount.confidences = { ...amount.confidences, unit: confidence };
    }
  }
}

/** A label whose unit was not read, or of which only 元 was, and hardly. */
interface HidingLabel {
  text: string;
  isBare: boolean;
}

/** By the number of a grid, the first recognised label of it whose unit is not sure. */
function hidingLabels(blocks: SourceDocument['blocks']): Map<number, HidingLabel> {
  const labels = new Map<number, HidingLabel>();
  for (const block of blocks) {
    for (const { text, confidence, location } of block.kind === 'grid' ? block.cells : []) {
      const grid = location.grid ?? -1;
      if (confidence === 1 || labels.has(grid)) continue;
      const isBare = confidence < sureUnit && bareUnit.test(text.trim());
      if (isBare || hidesUnit(text.trim())) labels.set(grid, { text, isBare });
    }
  }
  return labels;
}
