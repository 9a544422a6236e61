import type { Box } from '../../../schemas/index.ts';
import type { GridDoubt } from '../grid/check-grid.ts';
import type { Area, Raster } from '../image/raster.ts';
import { hasRemains } from '../image/seal-remains.ts';
import { liesUnder } from '../image/seals.ts';
import { isStreaked } from '../image/streaks.ts';
import type { PlacedReading, ScannedPage } from '../read-page.ts';

/** Most that a text is believed that lost a part of its ink. */
const hiddenConfidence = 0.6;

/** Share of the box of some writing that coloured marks lay over from which it may have lost strokes with them. */
const leastMarked = 0.04;

/** How far beside a streak or a seal, in ems, writing begins or ends that may have lost a character to it. */
const beside = 0.3;

/** Lines that a streak runs through or a seal hides a part of are doubted after it is known how the page stands: doubts tell nothing of that. */
export function withHiddenInk(read: ScannedPage): ScannedPage {
  const { streaks = [], seals, remains, marks, picture, em, dpi } = read.page;
  const isWhole = streaks.length === 0 && seals === undefined && remains === undefined;
  if (isWhole && marks === undefined) return read;
  const scale = dpi / 72;
  const marked: Box[] = [];
  let isNameLost = false;
  const readings = read.readings.map((reading) => {
    const { x0, y0, x1, y1 } = reading.box;
    const area = { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale };
    const room = beside * em;
    // What went with the remains of a seal may have been a point, where the seal hides nothing else.
    const isSealed =
      (seals !== undefined && liesUnder(seals, { ...area, x0: area.x0 - room, x1: area.x1 + room })) ||
      (remains !== undefined && hasRemains(remains, area, 1));
    const isMarked = marks !== undefined && shareOf(marks, area) >= leastMarked;
    if (isMarked) marked.push(reading.box);
    isNameLost ||= (isMarked || isSealed) && isHardlyRead(reading);
    if (!isSealed && !isMarked && !isStreaked(area, streaks, picture, room)) return reading;
    const reason = isSealed
      ? 'a seal lies over the writing'
      : isMarked
        ? 'a coloured mark lay over the writing'
        : 'a white streak runs through the writing';
    return {
      ...reading,
      confidence: Math.min(reading.confidence, hiddenConfidence),
      doubt: reading.doubt ?? reason,
    };
  });
  const gridDoubts = isNameLost ? [...read.gridDoubts, lostName] : read.gridDoubts;
  return { ...read, readings, gridDoubts, ...(marked.length > 0 && { marked }) };
}

/** Words below a mark that are believed less may have been another label, and no row is known by it. */
const hardlyLegible = 0.6;

const isHardlyRead = ({ text, confidence }: PlacedReading): boolean =>
  confidence < hardlyLegible && /\p{Script=Han}{2}/u.test(text);

/** Told of the page: its cells have doubts of their own. */
const lostName: GridDoubt = {
  box: { x0: 0, y0: 0, x1: 0, y1: 0 },
  of: 'cells',
  reason: 'marks lay over words that were hardly legible',
};

/** Share of the box of some writing that marks lay over. */
function shareOf({ data, width, height }: Raster, { x0, y0, x1, y1 }: Area): number {
  const [left, top] = [Math.max(0, Math.floor(x0)), Math.max(0, Math.floor(y0))];
  const [right, bottom] = [Math.min(width, Math.ceil(x1)), Math.min(height, Math.ceil(y1))];
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (data[y * width + x]! < 128) count++;
  return count / Math.max(1, (right - left) * (bottom - top));
}
