import type { Box } from '../../../schemas/index.ts';
import type { Glyph, Ruling } from '../../geometry/marks.ts';
import type { ReadMarks } from '../page-marks.ts';

/** Text this light (0 black to 1 white) on white paper is not meant to be read first: watermarks are grey or translucent. */
const faintLightness = 0.6;

/** Difference of the largest and the least colour component (0 to 255) from which an ink is coloured, as of stamps. */
const colouredInk = 96;

/** Times the usual size of the page from which text is too large for a cell. */
const largeText = 1.6;

/** Letters of one stamp stand no farther apart than this, in ems. */
const widestSpacing = 2.5;

/** Part of a character's box at either side where a line only touches it, not crosses it. */
const rim = 0.22;

/** A line that crosses a text goes on beyond it by this much, in ems: what strikes a text out ends with it. */
const beyond = 1;

/**
 * Takes stamps and level watermarks out of the text: what is printed over a table in grey, in colour or much larger than
 * the rest, across its lines or its texts. They become watermarks, as text set slantwise is.
 */
export function withoutOverprint(marks: ReadMarks): ReadMarks {
  const usual = usualText(marks.glyphs);
  const isOdd = oddText(usual);
  const odd = marks.glyphs.filter(isOdd);
  if (odd.length === 0) return marks;
  const pieces = piecesOf(odd);
  const tiles = tilesOf(pieces);
  const strewn = new Set(tiles.flat());
  const single = pieces.filter((piece) => !strewn.has(piece)).flat();
  if (single.length * 2 > marks.glyphs.length) return marks;
  const body = marks.glyphs.filter((glyph) => !isOdd(glyph));
  const crossing = new Set(pieces.filter((piece) => isOverprint(piece, body, marks, usual)));
  const met = new Set(tiles.filter((group) => isMet(group, crossing)).flat());
  const over = pieces.filter((piece) => crossing.has(piece) || met.has(piece));
  if (over.length === 0) return marks;
  const taken = new Set(over.flat());
  // One block a stamp, however its letters were drawn.
  const slanted = over.flatMap((piece) => piece.map((glyph) => ({ ...glyph, run: piece[0]!.run })));
  return {
    ...marks,
    glyphs: marks.glyphs.filter((glyph) => !taken.has(glyph)),
    slanted: [...marks.slanted, ...slanted],
  };
}

interface UsualText {
  colour: string;
  size: number;
}

/** Share of the page that dark text is at least, where most of the page is faint: tiles over a table of few words. */
const leastDark = 0.1;

/** Colour and size of most of the page. */
function usualText(glyphs: readonly Glyph[]): UsualText {
  const colours = new Map<string, number>();
  for (const { colour } of glyphs) colours.set(colour, (colours.get(colour) ?? 0) + 1);
  const sorted = [...colours].sort(([, a], [, b]) => b - a);
  const dark = sorted.find(([colour, count]) => !isFaint(colour) && count >= leastDark * glyphs.length);
  const [colour] = dark ?? sorted[0] ?? ['#000000'];
  const sizes = Float64Array.from(
    glyphs.filter((glyph) => glyph.colour === colour),
    ({ size }) => size,
  ).sort();
  return { colour, size: sizes[sizes.length >> 1] ?? 0 };
}

/** Whether a glyph is much larger than the usual text, or light or coloured where that is not. */
function oddText(usual: UsualText): (glyph: Glyph) => boolean {
  const odd = new Map<string, boolean>([[usual.colour, false]]);
  const isOddColour = (colour: string): boolean => {
    let result = odd.get(colour);
    if (result === undefined) {
      result = isFaint(colour) || isColoured(colour);
      odd.set(colour, result);
    }
    return result;
  };
  return ({ colour, size, text }) =>
    (size >= usual.size * largeText || isOddColour(colour)) && text.trim() !== '';
}

/** Letters of one colour, size and base line that follow one another. */
function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const open = new Map<string, Glyph[]>();
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const key = `${glyph.colour} ${glyph.size.toFixed(1)} ${glyph.turn} ${glyph.baseline.toFixed(0)}`;
    const piece = open.get(key);
    const last = piece?.at(-1);
    if (piece && last && distance(last.box, glyph.box) <= widestSpacing * glyph.size) piece.push(glyph);
    else {
      const fresh = [glyph];
      open.set(key, fresh);
      pieces.push(fresh);
    }
  }
  return pieces;
}

/** A text that is strewn over a page (a name, 内部资料) is printed so often at least. */
const fewestTiles = 4;

/**
 * Figures alone (a date, an address of the network) are such a text where this share of them lies across lines or texts, or where
 * they stand in rows and columns at one distance and some do: faint entries keep to their cells.
 */
const figuresAcross = 0.2;
/** Distances of rows or columns differ by less than this, in points. */
const evenly = 0.5;
const letter = /\p{L}/u;

/** Faint texts that are one of many alike. */
function tilesOf(pieces: readonly Glyph[][]): Glyph[][][] {
  const alike = Map.groupBy(
    pieces.filter((piece) => isFaint(piece[0]!.colour)),
    (piece) => `${piece.map(({ text }) => text).join('')} ${piece[0]!.colour} ${piece[0]!.size.toFixed(1)}`,
  );
  return [...alike.values()].filter(({ length }) => length >= fewestTiles);
}

/** Whether tiles are a text that is strewn: some cross lines or texts, the others met none. */
function isMet(tiles: readonly Glyph[][], crossing: ReadonlySet<readonly Glyph[]>): boolean {
  const across = tiles.filter((piece) => crossing.has(piece)).length;
  if (across === 0 || tiles[0]!.some(({ text }) => letter.test(text))) return across > 0;
  return across >= Math.max(2, figuresAcross * tiles.length) || isEven(tiles);
}

/** Whether tiles stand on all crossings of rows at one distance with columns at one distance, several of each. */
function isEven(tiles: readonly Glyph[][]): boolean {
  const [columns, rows] = [({ box }: Glyph) => box.x0, ({ baseline }: Glyph) => baseline].map((place) =>
    placesOf(tiles.map(([first]) => place(first!))),
  );
  return columns!.length * rows!.length === tiles.length && [columns!, rows!].every(areEven);
}

function areEven(places: readonly number[]): boolean {
  const steps = places.slice(1).map((place, i) => place - places[i]!);
  return steps.length > 0 && Math.max(...steps) - Math.min(...steps) < evenly;
}

/** Different places, from the least. */
function placesOf(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, i) => i === 0 || place - sorted[i - 1]! > evenly);
}

function distance(a: Box, b: Box): number {
  return Math.max(0, a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1);
}

function isOverprint(
  piece: readonly Glyph[],
  body: readonly Glyph[],
  marks: ReadMarks,
  usual: UsualText,
): boolean {
  const { colour, size } = piece[0]!;
  // On a cell of its own colour light text is a heading.
  if (piece.some(({ box }) => marks.fills.some((fill) => isDark(fill.colour) && covers(fill.box, box))))
    return false;
  if (crossed(piece, marks.rulings) || piece.some(({ box }) => body.some((glyph) => overlaps(glyph, box))))
    return true;
  return isFaint(colour) && size >= usual.size * largeText && isAmong(piece, marks.rulings);
}

/** Whether a line goes through a text and on beyond it. */
export function crossed(piece: readonly Glyph[], rulings: readonly Ruling[]): boolean {
  const whole = boxOf(piece);
  return rulings.some(({ orientation, position, start, end }) => {
    const level = orientation === 'h';
    const [from, to] = level ? [whole.x0, whole.x1] : [whole.y0, whole.y1];
    const reach = beyond * piece[0]!.size;
    if (start > to || end < from || (start >= from - reach && end <= to + reach)) return false;
    return piece.some(({ box, size }, i) => {
      const [near, far] = level ? [box.y0, box.y1] : [box.x0, box.x1];
      const edge = rim * (far - near);
      const [along0, along1] = level ? [box.x0, box.x1] : [box.y0, box.y1];
      if (start > along1 - edge || end < along0 + edge) return false;
      if (position > near + edge && position < far - edge) return true;
      // Between two letters set close: texts of two cells leave a gap at the line.
      const next = piece[i + 1]?.box;
      const close = next !== undefined && !level && next.x0 - box.x1 <= rim * size;
      return close && position > box.x1 - edge && position < next.x0 + edge;
    });
  });
}

/** Whether a character of the body stands under a box, by a good part of either. */
export function overlaps({ box, text }: Glyph, over: Box): boolean {
  if (text.trim() === '') return false;
  const width = Math.min(box.x1, over.x1) - Math.max(box.x0, over.x0);
  const height = Math.min(box.y1, over.y1) - Math.max(box.y0, over.y0);
  if (width <= 0 || height <= 0) return false;
  return width * height > 0.3 * Math.min(areaOf(box), areaOf(over));
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}

/** Whether a text stands within what is ruled. */
function isAmong(piece: readonly Glyph[], rulings: readonly Ruling[]): boolean {
  const { x0, y0, x1, y1 } = boxOf(piece);
  const middle = (y0 + y1) / 2;
  const within = rulings.filter((r) => r.orientation === 'h' && r.start < x1 && r.end > x0);
  return within.some((r) => r.position < middle) && within.some((r) => r.position > middle);
}

function boxOf(piece: readonly Glyph[]): Box {
  return {
    x0: Math.min(...piece.map(({ box }) => box.x0)),
    y0: Math.min(...piece.map(({ box }) => box.y0)),
    x1: Math.max(...piece.map(({ box }) => box.x1)),
    y1: Math.max(...piece.map(({ box }) => box.y1)),
  };
}

function covers(outer: Box, inner: Box): boolean {
  const x = (inner.x0 + inner.x1) / 2;
  const y = (inner.y0 + inner.y1) / 2;
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1;
}

function components(colour: string): [number, number, number] {
  const at = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16) || 0;
  return [at(1), at(3), at(5)];
}

function lightness(colour: string): number {
  const [red, green, blue] = components(colour);
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
}

const isFaint = (colour: string): boolean => lightness(colour) >= faintLightness;
const isDark = (colour: string): boolean => lightness(colour) < faintLightness;
const isColoured = (colour: string): boolean =>
  Math.max(...components(colour)) - Math.min(...components(colour)) >= colouredInk;
