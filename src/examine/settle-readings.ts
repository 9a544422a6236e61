import type { LookAgain } from '../../parsers/index.ts';
import type { Cell, Grid, Location, Reading, SourceDocument } from '../../schemas/index.ts';
import { type Readout, withKnownWords, withoutDirt, withUnreadSigns } from '../reading/index.ts';
import { inQuestion, type SettledCell, settleDoubts } from '../reconcile/index.ts';
import type { ReconcileSettings } from '../reconcile/records.ts';

/** A document as it was recognised, and who can look at it again. */
export interface Recognised {
  source: SourceDocument;
  lookAgain?: LookAgain;
}

/** Cells that are looked at again in one document: a form with more contradictions is better scanned again. */
const mostLooks = 60;

/** Confidence of a text that arithmetic settled. */
const settledConfidence = 0.97;

/** Confidence of a text that a second look gave rivals to. */
const rivalledConfidence = 0.6;

/**
 * Settles what was recognised with doubt: by known words, by arithmetic, then, where equations still contradict, by a second look at their cells
 * and by arithmetic again. A document that was not recognised comes back as it is.
 */
export async function settleReadings(
  { source: seen, lookAgain }: Recognised,
  read: (source: SourceDocument) => Readout,
  settings?: ReconcileSettings,
): Promise<{ source: SourceDocument; readout: Readout }> {
  const source =
    lookAgain !== undefined || isRecognised(seen) ? withUnreadSigns(withKnownWords(withoutDirt(seen))) : seen;
  const readout = read(source);
  if (lookAgain === undefined && !hasRivals(source)) return { source, readout };
  try {
    const first = settleDoubts(readout, settings);
    const once = withSettled(source, first.settled);
    const again = lookAgain === undefined ? null : await looked(once, first.contradicting, lookAgain);
    if (again === null) return { source: once, readout: once === source ? readout : read(once) };
    const second = settleDoubts(read(again), settings);
    const twice = withSettled(again, second.settled);
    return { source: twice, readout: read(twice) };
  } catch {
    // What cannot be settled stays as it was read, with its doubts.
    return { source, readout };
  }
}

/** Whether some of it was read from a picture: digital text has other doubts, and is never corrected. */
function isRecognised({ pages, blocks }: SourceDocument): boolean {
  if (pages.some(({ kind }) => kind === 'scanned')) return true;
  return blocks.some(
    (block) =>
      block.kind === 'grid' && block.method !== 'native' && block.parts.every(({ page }) => page === null),
  );
}

function hasRivals({ blocks }: SourceDocument): boolean {
  return blocks.some(
    (block) => block.kind === 'grid' && block.cells.some(({ alternatives = [] }) => alternatives.length > 0),
  );
}

function withSettled(source: SourceDocument, settled: readonly SettledCell[]): SourceDocument {
  const byPlace = new Map(settled.map((one) => [placeKey(one.place), one]));
  return withCells(source, (cell, grid) => {
    const one = byPlace.get(placeKey(cell.location));
    if (one === undefined) return cell;
    const { settlement, text } = one;
    // Equations hold between figures that were cut off alike: they say nothing of what lies beyond a grid in question.
    const isOpen = grid.confidence < inQuestion;
    const confidence = isOpen ? cell.confidence : Math.max(cell.confidence, settledConfidence);
    return {
      ...cell,
      text,
      confidence,
      doubt: `read: ocr, settled by ${settlement.by}`,
      settled: settlement,
    };
  });
}

/** The document with what a second look at some cells saw; null where it saw nothing new. */
async function looked(
  source: SourceDocument,
  places: readonly Location[],
  lookAgain: LookAgain,
): Promise<SourceDocument | null> {
  const seen = new Map<string, Reading[]>();
  for (const place of places.slice(0, mostLooks)) {
    const readings = await lookAgain(place);
    if (readings.length > 0) seen.set(placeKey(place), readings);
  }
  let isNew = false;
  const result = withCells(source, (cell) => {
    const readings = seen.get(placeKey(cell.location));
    if (readings === undefined || cell.settled !== undefined) return cell;
    const rivals = readings.filter((reading) => isRival(reading, readings, cell));
    const known = cell.alternatives ?? [];
    if (rivals.length === 0 && cell.doubt === undefined) return cell;
    isNew = true;
    const alternatives = [
      ...known,
      ...readings.filter((reading) => !known.some((one) => isSame(one, reading))),
    ];
    if (rivals.length === 0) return { ...cell, alternatives };
    const doubt = cell.doubt ?? `read as ${cell.text}, and as ${rivals[0]?.text} at a second look`;
    return { ...cell, alternatives, doubt, confidence: Math.min(cell.confidence, rivalledConfidence) };
  });
  return isNew ? result : null;
}

/** What is seen once at one size may be the size; what is seen twice is a rival. */
function isRival({ text }: Reading, readings: readonly Reading[], cell: Cell): boolean {
  const figures = figuresOf(text);
  if (figures === figuresOf(cell.text)) return false;
  return readings.filter((other) => figuresOf(other.text) === figures).length > 1;
}

const isSame = (a: Reading, b: Reading): boolean => a.by === b.by && a.text === b.text;

/** The digits and points of a text: what a second look is asked for. */
const figuresOf = (text: string): string => text.normalize('NFKC').replace(/[^\d.-]/g, '');

function withCells(source: SourceDocument, change: (cell: Cell, grid: Grid) => Cell): SourceDocument {
  let changed = false;
  const blocks = source.blocks.map((block) => {
    if (block.kind !== 'grid') return block;
    const cells = block.cells.map((cell) => change(cell, block));
    if (cells.every((cell, i) => cell === block.cells[i])) return block;
    changed = true;
    return { ...block, cells };
  });
  return changed ? { ...source, blocks } : source;
}

const placeKey = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;
