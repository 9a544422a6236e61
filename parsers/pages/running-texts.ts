import { areaOf } from '../geometry/box-around.ts';
import type { Glyph, Ruling } from '../geometry/marks.ts';
import { crossed, overlaps } from './characters/overprint.ts';
import type { ReadMarks } from './page-marks.ts';
import { isEntry, setAside } from './page-numbers.ts';

/** So many texts at most are set on every page. */
const mostPieces = 8;

/** Parts of one text stand no farther apart than this, in ems. */
const widestSpacing = 2.5;

/** The same text of two pages stands at one place, give or take this, in points. */
const drift = 1;

/** What is larger by this is no text of the table, in sizes of the other. */
const largeText = 1.6;

/** What stands higher by this than what was drawn before it was set on the page afterwards, in ems. */
const fallsBack = 3;

/** Figures alone are none of these texts: a column of them may begin alike. */
const letter = /\p{L}/u;

/** A text on one line, drawn in one go. */
type Piece = readonly [Glyph, ...Glyph[]];

/** What is drawn last on a page, from the end, and whether it stands where no text of the page would. */
export interface PageEnd {
  pieces: readonly Piece[];
  isOutOfPlace: (piece: Piece) => boolean;
  /** The same for one that lies across lines or texts. */
  liesAcross: (piece: Piece) => boolean;
  /** The same for one that was set afterwards over a text of the first row of a table: it needs no other page to tell. */
  isOverFirstRow: (piece: Piece) => boolean;
}

/** What may be a running title or a stamp of a program: it is drawn after all else of a page, wherever it stands. */
export function endOf(marks: ReadMarks): PageEnd {
  const pieces = lastPieces(marks.glyphs);
  const before = marks.glyphs.at(-1 - pieces.flat().length);
  const fallenBack = ([{ baseline, size }]: Piece): number =>
    before === undefined ? 0 : (before.baseline - baseline) / size;
  const known = new Map<Piece, boolean>();
  // Lines may be hidden: the last row of two forms is no title for the lines under its text.
  const judge = (piece: Piece): boolean =>
    (fallenBack(piece) > 0 && crossed(piece, marks.rulings)) || isOverText(piece, marks.glyphs);
  const liesAcross = (piece: Piece): boolean => {
    const found = known.get(piece) ?? judge(piece);
    known.set(piece, found);
    return found;
  };
  const isSetLast = (piece: Piece): boolean => {
    const rest = pieces.slice(pieces.indexOf(piece)).find((one) => !areLevel(one, piece));
    return rest !== undefined && rest[0].baseline - piece[0].baseline > fallsBack * piece[0].size;
  };
  return {
    pieces,
    liesAcross,
    isOutOfPlace: (piece) => liesAcross(piece) || (fallenBack(piece) > fallsBack && !isEntry(piece, marks)),
    isOverFirstRow: (piece) =>
      isSetLast(piece) &&
      isTitle(piece) &&
      isInFirstRow(piece, marks.rulings) &&
      isOverText(piece, marks.glyphs),
  };
}

/** Whether no more than one line of a table lies above a text. */
function isInFirstRow(piece: Piece, rulings: readonly Ruling[]): boolean {
  const { x0, x1 } = areaOf(piece);
  const above = rulings
    .filter(
      ({ orientation, position, start, end }) =>
        orientation === 'h' && start < x1 && end > x0 && position < piece[0].baseline,
    )
    .map(({ position }) => position);
  return above.length > 0 && above.every((position) => isNear(position, above[0]!));
}

/**
 * Takes running titles out of a table that reaches to where they are printed: what is drawn last, is the same on the page before or
 * behind (figures aside) at the same place, and lies across lines or texts of either, or is drawn over rows of it afterwards; at another
 * height (right over the table, wherever that begins) it lies across lines or texts of both, or over the first row of either.
 */
export function withoutRunningTexts(
  marks: ReadMarks,
  own: PageEnd,
  around: readonly (PageEnd | null)[],
): ReadMarks {
  const lower = own.pieces.findIndex((piece) => !areLevel(piece, own.pieces[0]!));
  const last = own.pieces.slice(0, Math.max(0, lower));
  const alone = last.some(own.isOverFirstRow) ? last : [];
  const running = new Set([...alone, ...around.flatMap((other) => (other ? alikeTexts(own, other) : []))]);
  return [...running].reduce(setAside, marks);
}

/** The texts of a page that another page has as well and that stand where neither would have one, with what stands beside them. */
function alikeTexts(own: PageEnd, other: PageEnd): Piece[] {
  const pairs = alikeFrom(own.pieces, other.pieces);
  const sure = pairs.filter(({ piece, twin }) =>
    areLevel(twin, piece)
      ? own.isOutOfPlace(piece) || other.isOutOfPlace(twin)
      : (own.liesAcross(piece) && other.liesAcross(twin)) ||
        own.isOverFirstRow(piece) ||
        other.isOverFirstRow(twin),
  );
  return pairs
    .filter(({ piece, twin }) => sure.some((one) => areLevel(one.piece, piece) && areLevel(one.twin, twin)))
    .map(({ piece }) => piece);
}

/** The texts with which two pages end, as long as each stands on both. */
function alikeFrom(own: readonly Piece[], other: readonly Piece[]): { piece: Piece; twin: Piece }[] {
  const pairs: { piece: Piece; twin: Piece }[] = [];
  for (const piece of own) {
    const twin = other.find((one) => areAlike(one, piece));
    if (!twin) break;
    pairs.push({ piece, twin });
  }
  return pairs;
}

/** The last pieces of glyphs that follow one another, from the end. */
function lastPieces(glyphs: readonly Glyph[]): Piece[] {
  const pieces: [Glyph, ...Glyph[]][] = [];
  for (let i = glyphs.length; i-- > 0; ) {
    const glyph = glyphs[i]!;
    const last = pieces.at(-1);
    if (last && goesOn(last.at(-1)!, glyph)) last.push(glyph);
    else if (pieces.length === mostPieces) break;
    else pieces.push([glyph]);
  }
  return pieces
    .filter((piece) => piece[0].turn === 0 && piece.some(({ text }) => text.trim() !== ''))
    .map((piece) => piece.reverse() as [Glyph, ...Glyph[]]);
}

function goesOn(one: Glyph, next: Glyph): boolean {
  const gap = Math.max(next.box.x0 - one.box.x1, one.box.x0 - next.box.x1);
  return (
    one.turn === next.turn &&
    Math.abs(one.baseline - next.baseline) < 0.5 &&
    Math.abs(one.size - next.size) < 0.5 &&
    gap <= widestSpacing * one.size
  );
}

/** Whether a text lies on another of its colour and size: a watermark may lie under any. */
function isOverText(piece: Piece, glyphs: readonly Glyph[]): boolean {
  const own = new Set(piece);
  const area = areaOf(piece);
  const { colour, size } = piece[0];
  return glyphs.some(
    (glyph) =>
      !own.has(glyph) &&
      glyph.colour === colour &&
      glyph.size < largeText * size &&
      overlaps(glyph, area) &&
      piece.some(({ box, text }) => text.trim() !== '' && overlaps(glyph, box)),
  );
}

const isNear = (p: number, q: number): boolean => Math.abs(p - q) <= drift;

const areLevel = ([a]: Piece, [b]: Piece): boolean => isNear(a.baseline, b.baseline);

/** Whether two texts say the same and stand equally far from the left, from the right or from the middle. */
function areAlike(a: Piece, b: Piece): boolean {
  const [one, other] = [areaOf(a), areaOf(b)];
  const isSame =
    isNear(one.x0, other.x0) || isNear(one.x1, other.x1) || isNear(one.x0 + one.x1, other.x0 + other.x1);
  return isSame && isTitle(a) && wordsOf(a) === wordsOf(b);
}

const isTitle = (piece: Piece): boolean => letter.test(wordsOf(piece));

/** What a text says in the order of the page, its figures aside. */
function wordsOf(piece: Piece): string {
  const sorted = [...piece].sort((a, b) => a.box.x0 - b.box.x0);
  const text = sorted.map((glyph) => glyph.text).join('');
  return text.replace(/\s/g, '').replace(/[\d一二三四五六七八九十]+/g, '#');
}
