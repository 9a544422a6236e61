import type { Amount, Doubt, Location } from '../../../schemas/index.ts';

/** What parsers say of writing over which a pen or a stamp went: `crossed-lines.ts` and `hidden-ink.ts` of `parsers/scan/lines`. */
const struck: ReadonlySet<string> = new Set([
  'strokes run over the writing',
  'a coloured mark lay over the writing',
  'a seal lies over the writing',
]);

const reason = 'the label of a row above it could not be read';

/** How sure a depth is below a row whose label was lost as a whole. */
const lostConfidence = 0.4;

/**
 * A label that strokes run over may have lost its list mark, which says of what the rows below it are part: the depth of their figures is in
 * doubt, up to the next row that stands for itself; so it is below rows whose label was lost, `unnamed`. `amounts` in reading order.
 */
export function doubtDepths(
  amounts: readonly Amount[],
  unnamed: readonly { grid: number; row: number }[] = [],
): void {
  const left = unnamed.toSorted((a, b) => b.grid - a.grid || b.row - a.row);
  let open: { place: string; row: number | null; confidence: number } | null = null;
  for (const amount of amounts) {
    const at = amount.source.item ?? amount.source.value;
    if (at === undefined) continue;
    const place = `${amount.filing_id} ${at.grid}`;
    while (left.length > 0 && isAbove(left.at(-1)!, at)) {
      const { grid, row } = left.pop()!;
      open = { place: `${amount.filing_id} ${grid}`, row, confidence: lostConfidence };
    }
    // Where a code stands, it ranks the row.
    const isStruck = amount.code == null && struck.has(amount.doubts?.item?.reason ?? '');
    if (isStruck) open = { place, row: at.row, confidence: amount.confidences?.item ?? 0 };
    else if (open !== null && (open.place !== place || (amount.depth === 0 && at.row !== open.row)))
      open = null;
    if (open === null || amount.depth === null || amount.code != null) continue;
    const doubt: Doubt = { text: amount.item, reason, alternatives: [] };
    amount.doubts = { ...amount.doubts, depth: doubt };
    amount.confidences = { ...amount.confidences, depth: open.confidence };
  }
}

const isAbove = (row: { grid: number; row: number }, at: Location): boolean =>
  row.grid < (at.grid ?? 0) || (row.grid === at.grid && row.row < (at.row ?? 0));
