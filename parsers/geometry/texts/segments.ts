import type { Box } from '../../../schemas/index.ts';
import type { Glyph } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { alignedStarts } from './aligned-starts.ts';
import { goesOnText } from './cut-figures.ts';
import { asShown, endsClipped, shownEnd } from './cut-texts.ts';
import { linesOf, type TextLine } from './lines.ts';
import { narrowSeams, partsAt } from './narrow-seams.ts';
import { isWide } from './scripts.ts';

/** A piece of a line without a wide gap in it: the text of one cell on that line, or of a line of prose. */
export interface Segment {
  box: Box;
  text: string;
  size: number;
  /** Index of its line. */
  line: number;
  /** Where one operator ended and another began behind a blank: its texts up to there and from there on. */
  breaks?: SegmentBreak[];
}

/** A place in a piece of text at which it may be two. */
export interface SegmentBreak {
  /** End of the text before, and beginning of that behind, in points from the left. */
  from: number;
  to: number;
  /** Characters of the text up to there. */
  length: number;
  /** Another font may have been all that was begun: there is no white, and a figure on one side. */
  isTight: boolean;
}

/** White between two operators, in ems, from which they may have set two texts, and from which they have it plainly. */
const leastBreak = -0.1;
const plainBreak = 0.2;

/** Chinese is set without spaces between words: half the gap parts two texts. */
const wideShare = 0.55;

/** Between Chinese and a figure stands a space at most, which is narrower than the blank between two cells. */
const mixedShare = 0.6;

/** Two figures side by side stand in two columns where their gap is wider than that between the groups of one. */
const figureShare = 0.6;

function gapShare(before: string, behind: string): number {
  if (isWide(before) && isWide(behind)) return wideShare;
  if (isWide(before) !== isWide(behind)) return mixedShare;
  return /^[\d%)]$/.test(before) && /^[\d(+−–-]$/.test(behind) ? figureShare : 1;
}

/** Cuts lines at gaps wider than `gap` ems. */
export function segmentsOf(lines: readonly TextLine[], gap: number): Segment[] {
  const segments = piecesOf(lines, gap).map(({ box, glyphs, line }): Segment => {
    let text = '';
    let last: Glyph | null = null;
    const breaks: SegmentBreak[] = [];
    for (const glyph of glyphs) {
      if (last && last.run !== glyph.run && !goesOnText(last, glyph))
        breaks.push(...breakBetween(last, glyph, text.length));
      if (last && glyph.box.x0 - last.box.x1 > 0.2 * glyph.size) text += ' ';
      text += glyph.text;
      last = glyph;
    }
    const piece = { box, text, size: glyphs[0]!.size, line };
    return breaks.length > 0 ? { ...piece, breaks } : piece;
  });
  return withCurrencies(segments);
}

function breakBetween(last: Glyph, glyph: Glyph, length: number): SegmentBreak[] {
  const [from, to] = [last.box.x1, glyph.box.x0];
  const isTight = to - from < plainBreak * glyph.size && !(isWide(last.text) && isWide(glyph.text));
  return to - from < leastBreak * glyph.size ? [] : [{ from, to, length, isTight }];
}

/** A sign of money set to the left of its column stands this far before its figure at most, in ems. */
const currencyGap = 12;

/** A sign of money alone is one piece with the figure behind it: statements set it at the left of the column of figures. */
function withCurrencies(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const sign = joined.at(-1);
    const isSign = sign?.line === segment.line && /^[$€£¥]$/.test(sign.text);
    const near = isSign && segment.box.x0 - sign.box.x1 < currencyGap * segment.size;
    if (!near || !/^(?:[(–—−-]*[\d.,]|[–—−-]+$)/.test(segment.text)) {
      joined.push(segment);
      continue;
    }
    const [a, b] = [sign.box, segment.box];
    const box = { x0: a.x0, x1: b.x1, y0: Math.min(a.y0, b.y0), y1: Math.max(a.y1, b.y1) };
    joined.splice(-1, 1, { ...segment, box, text: `${sign.text} ${segment.text}` });
  }
  return joined;
}

/** Bullets of one list stand under each other to within this, in points, and begin this many lines at least. */
const bulletDrift = 1;
const fewestBullets = 2;

/** Where the bullets of lists begin that stand first on a line or behind a wide gap: those under them begin a text too. */
function bulletPlaces(lines: readonly TextLine[], gap: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const { glyphs } of lines)
    glyphs.forEach((glyph, i) => {
      const before = glyphs[i - 1];
      if (!isBulletText(glyph.text) || (before && glyph.box.x0 - before.box.x1 <= gap * glyph.size)) return;
      const place = Math.round(glyph.box.x0 / bulletDrift) * bulletDrift;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    });
  return [...counts].flatMap(([place, count]) => (count < fewestBullets ? [] : [place]));
}

const bulletTexts = new Set('•▪●◦‣');

function isBulletText(text: string): boolean {
  return bulletTexts.has(text);
}

function isBullet({ text, box }: Glyph, places: readonly number[]): boolean {
  return isBulletText(text) && places.some((place) => Math.abs(place - box.x0) <= bulletDrift);
}

/** Whether the white before a glyph parts it from the one before it. */
function isWider(white: number, gap: number, last: Glyph, glyph: Glyph): boolean {
  const whole = gap * Math.max(glyph.size, last.size);
  // Nearly all stand closer than the narrowest gap that parts any.
  return white > wideShare * whole && white > gapShare(last.text, glyph.text) * whole;
}

/** The glyphs of lines, cut at gaps wider than `gap` ems, and at the places `at` whatever gap they lie in. */
export function piecesOf(
  lines: readonly TextLine[],
  gap: number,
  at: readonly number[] = [],
): { glyphs: Glyph[]; box: Box; line: number }[] {
  const bullets = bulletPlaces(lines, gap);
  const seams = narrowSeams(lines, gap);
  const starts = alignedStarts(lines, gap);
  return lines.flatMap((line, index) => {
    const pieces: { glyphs: Glyph[]; box: Box; line: number }[] = [];
    let last: Glyph | null = null;
    for (const glyph of asShown(line.glyphs)) {
      const piece = pieces[pieces.length - 1];
      const end = last?.box.x1 ?? Infinity;
      const isParted =
        at.some((x) => end <= x && glyph.box.x0 >= x) ||
        (last !== null && endsClipped(last, glyph)) ||
        (bullets.length > 0 && isBullet(glyph, bullets)) ||
        starts.has(glyph) ||
        (last !== null && partsAt(seams, index, last, glyph));
      if (
        piece &&
        last &&
        !isParted &&
        !isWider(glyph.box.x0 - Math.max(piece.box.x1, last.box.x1), gap, last, glyph)
      ) {
        piece.glyphs.push(glyph);
        piece.box.x1 = Math.max(piece.box.x1, shownEnd(glyph));
        piece.box.y0 = Math.min(piece.box.y0, glyph.box.y0);
        piece.box.y1 = Math.max(piece.box.y1, glyph.box.y1);
      } else pieces.push({ glyphs: [glyph], box: { ...glyph.box, x1: shownEnd(glyph) }, line: index });
      last = glyph;
    }
    return pieces;
  });
}

/** The pieces of text in a box: what stands beside it is not of their lines. */
export function segmentsIn(
  { x0, x1, y0, y1 }: Box,
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): Segment[] {
  const inside = glyphs.filter(({ box }) => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return x > x0 && x < x1 && y > y0 && y < y1;
  });
  return segmentsOf(linesOf(inside, settings), settings.columnGap);
}
