import type { Doubt, Location, Reading } from '../../../schemas/index.ts';
import { type Exact, exact } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Records } from '../records.ts';

/** One way to read a doubtful cell. */
export interface Choice {
  /** The whole text of the cell. */
  text: string;
  value: Exact;
  /** Who saw it so. */
  readers: readonly string[];
}

/** A figure that was read with doubt, as the readers saw it; the first choice is the reading taken. */
export interface DoubtfulFigure {
  place: Location;
  text: string;
  choices: readonly Choice[];
}

/** The doubtful figures behind facts; the same cell gives the same figure to all facts read from it. */
export type FigureOf = (fact: Fact) => DoubtfulFigure | null;

/** The doubts of all records that nothing has settled yet, by the cell. */
export function doubtfulFigures({ filings, indicators, amounts }: Records): FigureOf {
  const doubts = new Map<string, Doubt>();
  for (const record of [...filings, ...indicators, ...amounts]) {
    for (const [field, doubt] of Object.entries(record.doubts ?? {})) {
      const place = record.source[field];
      // A doubt of digital text has no other reading, and nothing to be decided.
      const isOpen = doubt.settled === undefined && doubt.alternatives.length > 0;
      if (place !== undefined && isOpen) doubts.set(cellKey(place), doubt);
    }
  }
  const figures = new Map<string, DoubtfulFigure | null>();
  return ({ source, value }) => {
    const key = cellKey(source);
    const doubt = doubts.get(key);
    if (doubt === undefined) return null;
    const own = `${key}|${value}`;
    const known = figures.get(own);
    if (known !== undefined) return known;
    const made = figureIn(doubt, source, value);
    figures.set(own, made);
    return made;
  };
}

/** Names a cell of a document. */
export function cellKey({ block, row, column, ref }: Location): string {
  return `${block}|${row}|${column}|${ref}`;
}

const FIGURE = /(?<![\d.])-?\d[\d,，]*(?:\.\d+)?/g;

/** The choices for the figure of a cell that has this value; null where the text does not show it, or shows it twice. */
function figureIn(doubt: Doubt, place: Location, value: Exact): DoubtfulFigure | null {
  const printed = figuresOf(doubt.text);
  const own = printed.filter((figure) => figure.value === value);
  const [figure] = own;
  if (figure === undefined || own.length > 1) return null;
  const at = printed.indexOf(figure);
  const readings = doubt.alternatives.flatMap((reading) => {
    const seen = figuresOf(reading.text);
    const other = seen.length === 1 ? seen[0] : seen.length === printed.length ? seen[at] : undefined;
    return other === undefined ? [] : [{ reading, figure: other }];
  });
  const taken = supportOf(readings, value);
  const values = new Set([value, ...readings.map(({ figure: other }) => other.value)]);
  const choices = [...values]
    .filter((other) => other === value || isSupported(supportOf(readings, other), taken))
    .map((other): Choice => {
      const seen = readings.filter(({ figure: own }) => own.value === other);
      const readers = [...new Set(seen.map(({ reading }) => reading.by))];
      return { text: textWith(doubt, figure, readings, other), value: other, readers };
    });
  return { place, text: doubt.text, choices };
}

/** The text of the cell with another figure in it: as the reading has it, less what is no figure at all (00, 0012). */
function textWith(doubt: Doubt, own: Figure, readings: readonly Seen[], value: Exact): string {
  const ways = [
    ...(own.value === value ? [{ figure: own, text: doubt.text }] : []),
    ...readings
      .filter(({ figure }) => figure.value === value)
      .map(({ figure, reading: { text } }) => ({ figure, text })),
  ];
  const { figure, text } = ways.find((way) => !/^-?0\d/.test(way.figure.text)) ?? ways[0]!;
  const head = doubt.text.slice(0, own.start);
  const tail = doubt.text.slice(own.end);
  // A reader that lost the digit may have lost the sign of per cent with it.
  const sign = tail === '' && text.slice(figure.end).trim() === '%' ? '%' : '';
  return head + figure.text + tail + sign;
}

interface Figure {
  text: string;
  value: Exact;
  start: number;
  end: number;
}

function figuresOf(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap(({ 0: found, index }) => {
    const number = Number(found.replace(/[,，]/g, ''));
    if (!Number.isFinite(number) || Math.abs(number) >= largest) return [];
    return [{ text: found, value: exact(number), start: index, end: index + found.length }];
  });
}

/** A reading with the figure in it that stands for the one of the cell. */
interface Seen {
  reading: Reading;
  figure: Figure;
}

/** Figures from here on are codes and telephone numbers. */
const largest = 1e12;

/** How many readers see a value, each counted once, and the surest of them. */
interface Support {
  readers: number;
  confidence: number;
}

function supportOf(readings: readonly Seen[], value: Exact): Support {
  const own = readings.filter(({ figure }) => figure.value === value).map(({ reading }) => reading);
  return {
    readers: new Set(own.map(({ by }) => by)).size,
    confidence: own.reduce((most, { confidence }) => Math.max(most, confidence), 0),
  };
}

/**
 * Readings of one crop by one reader are no two witnesses. What fewer readers see than the reading taken is no rival of it,
 * however well it would fit: an equation that it closes may be the slip of who filled in the form.
 */
function isSupported(rival: Support, taken: Support): boolean {
  return rival.readers >= taken.readers && rival.confidence > 0;
}
