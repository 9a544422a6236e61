import type { Note, ReadPlace } from '../pages/blocks.ts';
import type { PlacedReading } from './read-page.ts';

export type { PlacedReading } from './read-page.ts';

/** Readings of the scanned pages of a document, by page number; boxes in points of the levelled page. */
export type PageReadings = ReadonlyMap<number, readonly PlacedReading[]>;

/** Highest confidence of a text that was recognised: it never is as sure as digital text. */
const mostSure = 0.99;

/** Highest confidence of a text with a doubt. */
const mostDoubtful = 0.85;

/** Gives cells and paragraphs the confidence, the doubts and the other readings of what stands in them. */
export function noteReadings(pages: PageReadings): Note {
  return (of, places) => {
    const found = readingsIn(places, pages);
    if (found === null) return of;
    const { confidence, doubt, alternatives } = summary(found);
    const sure = {
      ...of,
      confidence: Math.min(of.confidence, confidence),
      ...(doubt === null ? {} : { doubt }),
    };
    if (!('row' in of)) return sure;
    return { ...sure, ...(alternatives.length > 0 ? { alternatives } : {}) };
  };
}

/**
 * Readings whose middle lies in one of the places; null where none of their pages was read from a picture. Both are in the frame
 * of the levelled page: on the page as shown a box that was turned back no longer holds all that was written in it.
 */
export function readingsIn(
  places: readonly ReadPlace[],
  pages: PageReadings,
): (PlacedReading & { page: number })[] | null {
  const recognised = places.filter(({ page }) => pages.has(page));
  if (recognised.length === 0) return null;
  return recognised.flatMap(({ page, box }) =>
    (pages.get(page) ?? [])
      .filter((reading) => {
        const x = (reading.box.x0 + reading.box.x1) / 2;
        const y = (reading.box.y0 + reading.box.y1) / 2;
        return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
      })
      .map((reading) => ({ ...reading, page })),
  );
}

function summary(
  readings: readonly PlacedReading[],
): Pick<PlacedReading, 'confidence' | 'doubt' | 'alternatives'> {
  const doubt = readings.find((reading) => reading.doubt !== null)?.doubt ?? null;
  const least = readings.reduce((low, { confidence }) => Math.min(low, confidence), mostSure);
  return {
    confidence: doubt === null ? least : Math.min(least, mostDoubtful),
    doubt,
    alternatives: readings.flatMap(({ alternatives }) => alternatives),
  };
}
