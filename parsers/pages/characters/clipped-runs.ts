import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import type { Glyph, LeftOut, LeftOutText } from '../../geometry/marks.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import { noCharacter } from './broken-maps.ts';
import type { TextMarks } from './text-marks.ts';

/** Farther apart signs that are set one by one are no text that goes on, in ems. */
const touching = 0.1;

/** Sorts a run by what its clip shows of it. Writers that set each sign alone cut off a text sign by sign: what goes on within one object is judged as a whole. */
export function addRun(glyphs: Glyph[], clip: Box, text: TextMarks, settings: GeometrySettings): void {
  const { open } = text;
  const [only, ...others] = glyphs;
  const isSingle = only !== undefined && others.length === 0 && only.turn === 0;
  const last = open?.glyphs.at(-1);
  if (open && last && isSingle && last.object === only.object && goesOn(last, only, touching)) {
    open.glyphs.push(only);
    open.clip = together(open.clip, clip);
    return;
  }
  endRun(text, settings);
  if (isSingle) text.open = { glyphs: [only], clip };
  else keepVisible(glyphs, clip, text, settings);
}

/** Ends a text that was set sign by sign. */
export function endRun(text: TextMarks, settings: GeometrySettings): void {
  const { open } = text;
  if (open === null) return;
  text.open = null;
  keepVisible(open.glyphs, open.clip, text, settings);
}

/** Boxes that show nothing add nothing. */
function together(a: Box, b: Box): Box {
  if (isEmpty(b)) return a;
  return isEmpty(a) ? b : boxAround(a, b);
}

const isEmpty = ({ x0, y0, x1, y1 }: Box): boolean => x1 <= x0 || y1 <= y0;

/**
 * Splits a run at its wide gaps and sorts each piece: a piece that begins (or is centred) inside the clip is kept whole,
 * for the cell only cuts it off on paper; of one that spills in from elsewhere just the visible glyphs are kept.
 */
function keepVisible(glyphs: Glyph[], clip: Box, text: TextMarks, settings: GeometrySettings): void {
  if (glyphs.every((glyph) => isInside(glyph.box, clip))) {
    for (const glyph of glyphs) text.glyphs.push(glyph);
    return;
  }
  for (const piece of splitAtGaps(glyphs, settings.runGap)) {
    const visible = piece.filter((glyph) => isInside(glyph.box, clip));
    if (visible.length === piece.length) {
      for (const glyph of piece) text.glyphs.push(glyph);
      continue;
    }
    const inked = piece.filter((glyph) => glyph.text.trim() !== '');
    const first = inked[0];
    const middle = inked[inked.length >> 1];
    const keepsAll =
      visible.some((glyph) => glyph.text.trim() !== '') &&
      ((first && isInside(first.box, clip)) || (middle && isInside(middle.box, clip)));
    if (keepsAll) {
      const { x0, x1, y0, y1 } = visible[visible.length >> 1]!.box;
      const home = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
      for (const glyph of piece) text.glyphs.push({ ...glyph, cut: true, home, shown: clip });
      continue;
    }
    for (const glyph of visible) text.glyphs.push({ ...glyph, cut: true });
    const lost = piece.filter((glyph) => !visible.includes(glyph));
    const before = text.glyphs.at(-1);
    const offPage = lost.every((glyph) => !isInside(glyph.box, text.page));
    const isUnseen = visible.length === 0 && before !== undefined;
    if (isUnseen && (wrapsTo(before, inked, clip) || goesOnUnseen(before, lost[0]!, settings.runGap))) {
      before.cut = true;
      if (!offPage) {
        addUnseen(before, lost, text);
        continue;
      }
    } else if (isUnseen && goesOn(before, lost[0]!, settings.runGap)) before.cut = true;
    leaveOut(lost, offPage ? 'outside' : 'clipped', text);
  }
}

/** Keeps a line that nobody sees beside the text it goes on: where lines draw its cell, the cell says all that was written in it. */
function addUnseen(before: Glyph, line: readonly Glyph[], text: TextMarks): void {
  before.unseen ??= { glyphs: [], note: { isRead: false } };
  for (const glyph of line) before.unseen.glyphs.push({ ...glyph, cut: true });
  leaveOut(line, 'clipped', text, before.unseen.note);
}

/** Whether a run that lies beyond its clip goes on the glyph drawn before it: a text set in two fonts. */
function goesOn(before: Glyph, { box, baseline, size }: Glyph, gap: number): boolean {
  return (
    Math.abs(before.baseline - baseline) < 0.1 * size &&
    box.x0 > before.box.x0 &&
    distance(before.box, box) < gap * size
  );
}

/** Whether it goes on a line that nobody sees: a text set in two fonts. */
function goesOnUnseen({ unseen }: Glyph, next: Glyph, gap: number): boolean {
  const last = unseen?.glyphs.at(-1);
  return last !== undefined && goesOn(last, next, gap);
}

/** Lines of one text are at least and at most so far from each other, in ems. */
const leastPitch = 0.8;
const mostPitch = 2;

/** Whether a line that nobody sees is the next of the text before it: the clip that hides it shows that one, a line higher. */
function wrapsTo(before: Glyph, line: readonly Glyph[], clip: Box): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || before.turn !== 0 || first.turn !== 0 || !isInside(before.box, clip)) return false;
  const above = before.unseen?.glyphs.at(-1) ?? before;
  const pitch = first.baseline - above.baseline;
  return (
    pitch > leastPitch * first.size &&
    pitch < mostPitch * first.size &&
    Math.abs(first.size - before.size) < 0.1 * first.size &&
    first.box.x0 < above.box.x1 &&
    last.box.x1 > clip.x0 &&
    first.box.x0 < clip.x1
  );
}

function isInside(box: Box, clip: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= clip.x0 && x <= clip.x1 && y >= clip.y0 && y <= clip.y1;
}

/** Pieces of a run without a gap wider than `gap` ems between neighbours. */
function splitAtGaps(glyphs: Glyph[], gap: number): Glyph[][] {
  const pieces: Glyph[][] = [];
  let piece: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = piece[piece.length - 1];
    if (last && distance(last.box, glyph.box) > gap * glyph.size) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(glyph);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function distance(a: Box, b: Box): number {
  return Math.max(b.x0 - a.x1, a.x0 - b.x1, b.y0 - a.y1, a.y0 - b.y1);
}

/** What is not read of a page, with the reason. */
export function leaveOut(
  glyphs: readonly Glyph[],
  reason: LeftOut,
  text: { leftOut: LeftOutText[] },
  note?: LeftOutText['note'],
): void {
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== '' && glyph.text !== noCharacter);
  const first = inked[0];
  if (!first) return;
  const box = { ...first.box };
  for (const { box: b } of inked) {
    box.x0 = Math.min(box.x0, b.x0);
    box.y0 = Math.min(box.y0, b.y0);
    box.x1 = Math.max(box.x1, b.x1);
    box.y1 = Math.max(box.y1, b.y1);
  }
  const written = inked.map((glyph) => glyph.text).join('');
  text.leftOut.push({ reason, text: written, box, ...(note && { note }) });
}
