import type { Glyph } from '../marks.ts';
import type { TextLine } from './lines.ts';
import { isWide } from './scripts.ts';

/** A narrow white between the figures of one column and the labels of the next, on some lines of the page. */
export interface NarrowSeam {
  from: number;
  to: number;
  /** Other operators set what stands behind it. */
  isSetApart: boolean;
  first: number;
  last: number;
}

/** Fewest lines that part at a place, and most lines between two of them: rows of labels in two lines. */
const fewestLines = 5;
const mostBetween = 4;

/** Least white between a figure and a label, in ems: more than a space is wide, but in justified lines. */
const leastGap = 0.33;

/** Figures end and labels begin at one place to within this, in points. */
const drift = 1;

/** The same before labels in Chinese, which two operators set: these need no white, but are longer than a unit. */
const fewestSetApart = 3;
const shortestLabel = 4;
const overlap = 0.1;

/** How far the sum below may stand off the figures above it where another operator sets its label, in points. */
const setApartDrift = 3;

/** Lines of the head above the first figure that part where the figures do. */
const headLines = 3;

interface Place {
  from: number;
  to: number;
  line: number;
  /** Where the figure begins. */
  start: number;
  isSetApart: boolean;
}

/**
 * Seams narrower than the gap between two texts, where figures of unlike length end at one place on line after line and labels in
 * Latin letters begin at one: two columns set close, as ranks and names or the sides of a balance sheet. Wider gaps behind the
 * labels show that the lines are rows, not numbered texts.
 */
export function narrowSeams(lines: readonly TextLine[], gap: number): NarrowSeam[] {
  const places = lines.flatMap((line, index) => placesOn(line.glyphs, index, gap));
  const groups = Map.groupBy(
    places,
    ({ from, to, isSetApart }) => `${isSetApart} ${Math.round(from / drift)} ${Math.round(to / drift)}`,
  );
  return [...groups.values()].flatMap((group) => stacked(group).flatMap(asSeam));
}

/** Whether a seam that reaches to line `line` lies between two glyphs. */
export function partsAt(seams: readonly NarrowSeam[], line: number, before: Glyph, glyph: Glyph): boolean {
  return seams.some(({ from, to, first, last, isSetApart }) => {
    const room = isSetApart && before.run !== glyph.run ? setApartDrift : drift;
    const isNear = line >= first - headLines && line <= last + 1;
    return isNear && before.box.x1 <= from + room && glyph.box.x0 >= to - room;
  });
}

function placesOn(glyphs: readonly Glyph[], line: number, gap: number): Place[] {
  const lastWide = glyphs.findLastIndex(({ size }, i) => i > 0 && whiteBefore(glyphs, i) > gap * size);
  return glyphs.slice(0, Math.max(lastWide, 0)).flatMap((glyph, i) => {
    const before = glyphs[i - 1];
    if (!before || !/^[\d%)]$/.test(before.text)) return [];
    const isSetApart = isLabelSetApart(glyphs, i);
    if (!isSetApart && !/^\p{Script=Latin}$/u.test(glyph.text)) return [];
    const white = whiteBefore(glyphs, i);
    if (white < (isSetApart ? -overlap : leastGap) * glyph.size || white > gap * glyph.size) return [];
    return [{ from: before.box.x1, to: glyph.box.x0, line, start: figureStart(glyphs, i - 1), isSetApart }];
  });
}

/** Whether a glyph begins a label in Chinese that another operator sets than the figure before it, which has decimals or thousands: no year or count with its unit. */
function isLabelSetApart(glyphs: readonly Glyph[], at: number): boolean {
  const isOne = (i: number): boolean => whiteBefore(glyphs, i) < leastGap * glyphs[i]!.size;
  if (!/^\p{Script=Han}$/u.test(glyphs[at]!.text) || glyphs[at - 1]!.run === glyphs[at]!.run) return false;
  const label = glyphs.slice(at + 1, at + shortestLabel);
  if (label.length < shortestLabel - 1 || !label.every(({ text }, i) => isWide(text) && isOne(at + 1 + i)))
    return false;
  let i = at - 1;
  while (i > 0 && isOne(i) && /^[\d.,]$/.test(glyphs[i]!.text)) i--;
  return glyphs.slice(i, at).some(({ text }) => /^[.,]$/.test(text));
}

function whiteBefore(glyphs: readonly Glyph[], i: number): number {
  return glyphs[i]!.box.x0 - (glyphs[i - 1]?.box.x1 ?? glyphs[i]!.box.x0);
}

/** Where the figure that ends with a glyph begins; NaN where it begins within a text. */
function figureStart(glyphs: readonly Glyph[], end: number): number {
  const goesOn = (i: number): boolean => i > 0 && whiteBefore(glyphs, i) < leastGap * glyphs[i]!.size;
  let i = end;
  while (goesOn(i) && /^[\d.,()%+−–-]$/.test(glyphs[i - 1]!.text)) i--;
  return goesOn(i) ? Number.NaN : glyphs[i]!.box.x0;
}

/** Places of one group on lines near to each other. */
function stacked(group: readonly Place[]): Place[][] {
  const stacks: Place[][] = [];
  for (const place of group) {
    const last = stacks.at(-1);
    if (last && place.line - last.at(-1)!.line <= mostBetween) last.push(place);
    else stacks.push([place]);
  }
  return stacks;
}

function asSeam(places: readonly Place[]): NarrowSeam[] {
  const starts = places.map(({ start }) => start).filter((start) => !Number.isNaN(start));
  const isRagged = Math.max(...starts) - Math.min(...starts) > 2 * drift;
  const [{ isSetApart }] = places as [Place];
  if (starts.length < (isSetApart ? fewestSetApart : fewestLines) || !isRagged) return [];
  return [
    {
      isSetApart,
      from: Math.max(...places.map(({ from }) => from)),
      to: Math.min(...places.map(({ to }) => to)),
      first: places[0]!.line,
      last: places.at(-1)!.line,
    },
  ];
}
