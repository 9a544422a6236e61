import type { Box, Location } from '../../schemas/index.ts';
import type { Note, OnPage, ReadPlace } from '../pages/blocks.ts';
import type { LookAgain } from '../parser.ts';
import { noteReadings, type PlacedReading, readingsIn } from './doubts.ts';
import { type KeptPage, keptPage } from './image/kept-page.ts';
import type { ScannedPage } from './read-page.ts';

/** The scanned pages of a document while it is put together, and afterwards for whoever looks at a cell again. */
export interface ScannedPages {
  add: (number: number, scan: ScannedPage) => void;
  onPage: OnPage;
  /** Notes what was read in a cell, and remembers where it stands. */
  note: Note;
  lookAgain: LookAgain;
  /** Pages and pictures collected so far. */
  count: () => number;
  /** A picture that covers a box of a digital page, as a page of its own; null where no table was read in it. */
  addInset: (number: number, box: Box, scan: ScannedPage | null) => void;
  /** Pictures on digital pages so far. */
  insets: () => number;
  /** A picture that a page is written on and that holds no table, and how many there were so far. */
  addGround: () => void;
  grounds: () => number;
}

/** A scanned picture on a digital page. */
interface PlacedInset {
  box: Box;
  page: KeptPage;
}

/** Collects the scanned pages of one document; each is kept packed, at about a twentieth of its size. */
export function scannedPages(): ScannedPages {
  const readings = new Map<number, readonly PlacedReading[]>();
  const back = new Map<number, ScannedPage['back']>();
  const kept = new Map<number, KeptPage>();
  const places = new Map<string, readonly ReadPlace[]>();
  const insets = new Map<number, PlacedInset[]>();
  let seenInsets = 0;
  let grounds = 0;
  const noted = noteReadings(readings);
  const insetAt = ({ page, box }: ReadPlace): PlacedInset | undefined =>
    insets.get(page)?.find((inset) => holds(inset.box, box));
  /** On a digital page what stands in its pictures was recognised, and nothing else. */
  const isRecognised = (place: ReadPlace): boolean =>
    readings.has(place.page) && (!insets.has(place.page) || insetAt(place) !== undefined);
  return {
    add: (number, scan) => {
      readings.set(number, scan.readings);
      back.set(number, scan.back);
      kept.set(number, keptPage(scan.page, kept.size));
    },
    onPage: (page, box) => back.get(page)?.(box) ?? box,
    note: (of, at) => {
      const seen = at.filter(isRecognised);
      if (seen.length > 0) places.set(keyOf(of.location), seen);
      return noted(of, seen);
    },
    lookAgain: async (place) => {
      const lines = readingsIn(places.get(keyOf(place)) ?? [], readings) ?? [];
      const [line] = lines;
      const inset = line === undefined ? undefined : insetAt(line);
      const page = line === undefined ? undefined : (inset?.page ?? kept.get(line.page));
      if (line === undefined || lines.length > 1 || page === undefined) return [];
      const { secondLook } = await import('./second-look.ts');
      const { x0, y0 } = inset?.box ?? { x0: 0, y0: 0 };
      return secondLook(page, { ...line, box: movedBox(line.box, -x0, -y0) });
    },
    count: () => readings.size,
    addInset: (number, box, scan) => {
      const others = seenInsets++;
      if (scan === null) return;
      const moved = scan.readings.map((one) => ({ ...one, box: movedBox(one.box, box.x0, box.y0) }));
      readings.set(number, [...(readings.get(number) ?? []), ...moved]);
      const own = { box, page: keptPage(scan.page, others) };
      insets.set(number, [...(insets.get(number) ?? []), own]);
    },
    insets: () => seenInsets,
    addGround: () => {
      grounds++;
    },
    grounds: () => grounds,
  };
}

const keyOf = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;

/** A box that lies elsewhere, by so many points. */
export const movedBox = ({ x0, y0, x1, y1 }: Box, dx: number, dy: number): Box => ({
  x0: x0 + dx,
  y0: y0 + dy,
  x1: x1 + dx,
  y1: y1 + dy,
});

function holds(outer: Box, box: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
