import { liesUnder } from '../image/seals.ts';
import { isStreaked } from '../image/streaks.ts';
import type { ScannedPage } from '../read-page.ts';

/** Most that a text is believed that lost a part of its ink. */
const hiddenConfidence = 0.6;

/** How far beside a streak or a seal, in ems, writing begins or ends that may have lost a character to it. */
const beside = 0.3;

/** Lines that a streak runs through or a seal hides a part of are doubted after it is known how the page stands: doubts tell nothing of that. */
export function withHiddenInk(read: ScannedPage): ScannedPage {
  const { streaks = [], seals, picture, em, dpi } = read.page;
  if (streaks.length === 0 && seals === undefined) return read;
  const scale = dpi / 72;
  const readings = read.readings.map((reading) => {
    const { x0, y0, x1, y1 } = reading.box;
    const area = { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale };
    const room = beside * em;
    const isSealed =
      seals !== undefined && liesUnder(seals, { ...area, x0: area.x0 - room, x1: area.x1 + room });
    if (!isSealed && !isStreaked(area, streaks, picture, room)) return reading;
    const reason = isSealed ? 'a seal lies over the writing' : 'a white streak runs through the writing';
    return {
      ...reading,
      confidence: Math.min(reading.confidence, hiddenConfidence),
      doubt: reading.doubt ?? reason,
    };
  });
  return { ...read, readings };
}
