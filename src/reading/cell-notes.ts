import type { Amount, Cell, Doubt, Indicator, Location, SourceDocument } from '../../schemas/index.ts';

/** Gives records what their cells say beside the text: the formula of a figure, and what was read with doubt. */
export function noteCells(
  source: SourceDocument,
  indicators: readonly Indicator[],
  amounts: readonly Amount[],
): void {
  const noted = notedCells(source);
  if (noted.size === 0) return;
  for (const amount of amounts) {
    const place = amount.source.value;
    const formula = place === undefined ? undefined : noted.get(keyOf(place))?.formula;
    if (formula !== undefined) amount.formula = formula;
    noteDoubts(amount, noted);
  }
  for (const indicator of indicators) noteDoubts(indicator, noted);
}

function notedCells(source: SourceDocument): Map<string, Cell> {
  const noted = new Map<string, Cell>();
  for (const block of source.blocks) {
    if (block.kind !== 'grid') continue;
    for (const cell of block.cells)
      if (cell.formula !== undefined || cell.doubt !== undefined) noted.set(keyOf(cell.location), cell);
  }
  return noted;
}

const keyOf = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;

function noteDoubts(record: Amount | Indicator, noted: ReadonlyMap<string, Cell>): void {
  const doubts: [string, Doubt][] = [];
  for (const [field, place] of Object.entries(record.source)) {
    const cell = noted.get(keyOf(place));
    if (cell?.doubt === undefined) continue;
    doubts.push([field, { text: cell.text, reason: cell.doubt, alternatives: cell.alternatives ?? [] }]);
  }
  if (doubts.length > 0) record.doubts = Object.fromEntries(doubts);
}
