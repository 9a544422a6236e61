import type { Location } from '../../schemas/index.ts';
import type { LookAgain } from '../parser.ts';
import type { Note, OnPage, ReadPlace } from '../pdf/blocks.ts';
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
  /** Pages collected so far. */
  count: () => number;
}

/** Collects the scanned pages of one document; each is kept packed, at about a twentieth of its size. */
export function scannedPages(): ScannedPages {
  const readings = new Map<number, readonly PlacedReading[]>();
  const back = new Map<number, ScannedPage['back']>();
  const kept = new Map<number, KeptPage>();
  const places = new Map<string, readonly ReadPlace[]>();
  const noted = noteReadings(readings);
  return {
    add: (number, scan) => {
      readings.set(number, scan.readings);
      back.set(number, scan.back);
      kept.set(number, keptPage(scan.page, kept.size));
    },
    onPage: (page, box) => back.get(page)?.(box) ?? box,
    note: (of, at) => {
      if (at.some(({ page }) => readings.has(page))) places.set(keyOf(of.location), at);
      return noted(of, at);
    },
    lookAgain: async (place) => {
      const lines = readingsIn(places.get(keyOf(place)) ?? [], readings) ?? [];
      const [line] = lines;
      const page = line === undefined ? undefined : kept.get(line.page);
      if (line === undefined || lines.length > 1 || page === undefined) return [];
      const { secondLook } = await import('./second-look.ts');
      return secondLook(page, line);
    },
    count: () => readings.size,
  };
}

const keyOf = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;
