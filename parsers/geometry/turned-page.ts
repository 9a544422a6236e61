import type { Box } from '../../schemas/index.ts';
import type { Fill, Glyph, LeftOutText, PageMarks, Ruling, Slant, Turn } from './marks.ts';

/** A page whose writing does not run from left to right as shown is read as if the paper were turned. */
export interface UprightPage {
  marks: PageMarks;
  /** Takes a box of the page as shown into the turned frame. */
  there: (box: Box) => Box;
  /** Takes a box of the turned frame back to the page as shown. */
  back: (box: Box) => Box;
}

/** Share of the characters that must run in one direction for the page to be turned. */
const majority = 0.6;

/** Turns a page so that most of its writing stands upright; a page that is upright comes back as it is. */
export function uprightPage(marks: PageMarks): UprightPage {
  const turn = writingTurn(marks.glyphs);
  if (turn === 0) return { marks, there: (box) => box, back: (box) => box };
  const { width, height } = marks;
  const frame = frames[turn];
  const there = (box: Box): Box => frame.there(box, width, height);
  const sideways = turn !== 180;
  const turned: PageMarks = {
    ...marks,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: marks.glyphs.map((glyph) => turnedGlyph(glyph, turn, there, width, height)),
    rulings: marks.rulings.map((ruling) => turnedRuling(ruling, there)),
    partings: (marks.partings ?? []).map((line) => turnedRuling(line, there)),
    slants: (marks.slants ?? []).map((slant) => turnedSlant(slant, there)),
    fills: marks.fills.map((fill): Fill => ({ ...fill, box: there(fill.box) })),
    images: marks.images.map(there),
    forms: (marks.forms ?? []).map(there),
    leftOut: marks.leftOut.map((text): LeftOutText => ({ ...text, box: there(text.box) })),
  };
  return { marks: turned, there, back: (box) => frame.back(box, width, height) };
}

function writingTurn(glyphs: readonly Glyph[]): Turn {
  const counts = new Map<Turn, number>();
  for (const { turn } of glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  for (const [turn, count] of counts) if (count > glyphs.length * majority) return turn;
  return 0;
}

type Mapping = (box: Box, width: number, height: number) => Box;

/** Box maps of the three turns; width and height are those of the page as shown. */
const frames: Record<90 | 180 | 270, { there: Mapping; back: Mapping }> = {
  90: {
    there: (b, w) => ({ x0: b.y0, x1: b.y1, y0: w - b.x1, y1: w - b.x0 }),
    back: (b, w) => ({ x0: w - b.y1, x1: w - b.y0, y0: b.x0, y1: b.x1 }),
  },
  180: {
    there: (b, w, h) => ({ x0: w - b.x1, x1: w - b.x0, y0: h - b.y1, y1: h - b.y0 }),
    back: (b, w, h) => ({ x0: w - b.x1, x1: w - b.x0, y0: h - b.y1, y1: h - b.y0 }),
  },
  270: {
    there: (b, _w, h) => ({ x0: h - b.y1, x1: h - b.y0, y0: b.x0, y1: b.x1 }),
    back: (b, _w, h) => ({ x0: b.y0, x1: b.y1, y0: h - b.x1, y1: h - b.x0 }),
  },
};

function turnedGlyph(
  glyph: Glyph,
  turn: 90 | 180 | 270,
  there: (box: Box) => Box,
  width: number,
  height: number,
): Glyph {
  const { baseline: at } = glyph;
  const level = glyph.turn === 0 || glyph.turn === 180;
  const flipped = level ? (turn === 90 ? at : height - at) : turn === 270 ? at : width - at;
  return {
    ...glyph,
    box: there(glyph.box),
    baseline: flipped,
    turn: ((glyph.turn - turn + 360) % 360) as Turn,
    ...(glyph.home && { home: turnedPlace(glyph.home, there) }),
    ...(glyph.shown && { shown: there(glyph.shown) }),
  };
}

function turnedPlace({ x, y }: { x: number; y: number }, there: (box: Box) => Box): { x: number; y: number } {
  const { x0, y0 } = there({ x0: x, x1: x, y0: y, y1: y });
  return { x: x0, y: y0 };
}

function turnedSlant({ x0, y0, x1, y1 }: Slant, there: (box: Box) => Box): Slant {
  const [from, to] = [there({ x0, x1: x0, y0, y1: y0 }), there({ x0: x1, x1, y0: y1, y1 })];
  const [left, right] = from.x0 < to.x0 ? [from, to] : [to, from];
  return { x0: left.x0, y0: left.y0, x1: right.x0, y1: right.y0 };
}

function turnedRuling(ruling: Ruling, there: (box: Box) => Box): Ruling {
  const { orientation, position, start, end, thickness } = ruling;
  const level = orientation === 'h';
  const box = there(
    level
      ? { x0: start, x1: end, y0: position, y1: position }
      : { x0: position, x1: position, y0: start, y1: end },
  );
  const nowLevel = box.x1 - box.x0 >= box.y1 - box.y0;
  return nowLevel
    ? { orientation: 'h', position: box.y0, start: box.x0, end: box.x1, thickness }
    : { orientation: 'v', position: box.x0, start: box.y0, end: box.y1, thickness };
}
