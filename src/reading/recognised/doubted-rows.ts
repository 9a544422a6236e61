import type { Amount, SourceDocument } from '../../../schemas/index.ts';

/** A grid that is no surer is in question as a whole: `parsers/scan/grid/doubted-grids.ts`. */
const doubtedGrid = 0.6;

const reason = 'rows of its table may have been lost';

/** Depths in a table whose lines are in question: the row that a figure is part of may have been lost or run into another. */
export function doubtRows({ blocks }: SourceDocument, amounts: readonly Amount[]): void {
  const doubted = new Map<number | null, number>();
  for (const block of blocks)
    if (block.kind === 'grid' && block.confidence <= doubtedGrid)
      for (const { location } of block.cells) doubted.set(location.grid, block.confidence);
  if (doubted.size === 0) return;
  for (const amount of amounts) {
    const confidence = doubted.get(amount.source.value?.grid ?? null);
    if (confidence === undefined || amount.depth === null) continue;
    const doubt = amount.doubts?.depth ?? { text: amount.item, reason, alternatives: [] };
    amount.doubts = { ...amount.doubts, depth: doubt };
    amount.confidences = {
      ...amount.confidences,
      depth: Math.min(amount.confidences?.depth ?? 1, confidence),
    };
  }
}
