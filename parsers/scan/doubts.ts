import type { Block, Box, Cell, Paragraph } from '../../schemas/index.ts';
import type { PlacedReading } from './read-page.ts';

export type { PlacedReading } from './read-page.ts';

/** Readings of the scanned pages of a document, by page number; boxes in points of the page as shown. */
export type PageReadings = ReadonlyMap<number, readonly PlacedReading[]>;

/** Highest confidence of a text that was recognised: it never is as sure as digital text. */
const mostSure = 0.99;

/** Highest confidence of a text with a doubt. */
const mostDoubtful = 0.85;

/** Blocks with the confidence, the doubts and the other readings of what stands in them. */
export function withReadings(blocks: readonly Block[], pages: PageReadings): Block[] {
  if (pages.size === 0) return [...blocks];
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return paragraphWith(block, pages);
    return { ...block, cells: block.cells.map((cell) => cellWith(cell, pages)) };
  });
}

function cellWith(cell: Cell, pages: PageReadings): Cell {
  const found = readingsIn(cell.location.page, cell.location.box, pages);
  if (found === null) return cell;
  const { confidence, doubt, alternatives } = summary(found);
  return {
    ...cell,
    confidence: Math.min(cell.confidence, confidence),
    ...(alternatives.length > 0 ? { alternatives } : {}),
    ...(doubt === null ? {} : { doubt }),
  };
}

function paragraphWith(paragraph: Paragraph, pages: PageReadings): Paragraph {
  const found = readingsIn(paragraph.location.page, paragraph.location.box, pages);
  return found === null ? paragraph : { ...paragraph, confidence: summary(found).confidence };
}

/** Readings whose middle lies in the box; null where the page was not read from a picture. */
function readingsIn(page: number | null, box: Box | null, pages: PageReadings): PlacedReading[] | null {
  const readings = page === null ? undefined : pages.get(page);
  if (!readings || !box) return null;
  return readings.filter((reading) => {
    const x = (reading.box.x0 + reading.box.x1) / 2;
    const y = (reading.box.y0 + reading.box.y1) / 2;
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
  });
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
