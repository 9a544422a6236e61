import type { Box } from '../../../schemas/index.ts';
import type { Fill, Glyph } from '../../geometry/marks.ts';
import type { ReadMarks } from '../page-marks.ts';
import { leaveOut } from './clipped-runs.ts';

/** Least difference of any colour component (0 to 255) that an eye tells apart on paper. */
const minContrast = 12;

/** Share of a character, on every side, that may look out from under what covers it. */
const rim = 0.15;

/** Leaves out text that an area was painted over afterwards, as programs do that change a page by covering what it said. */
export function withoutCoveredText(marks: ReadMarks): ReadMarks {
  const covers = marks.fills.filter(({ hidesBefore }) => hidesBefore !== undefined);
  if (covers.length === 0) return marks;
  const kept: Glyph[] = [];
  const lost: Glyph[] = [];
  for (const glyph of marks.glyphs) (covers.some((fill) => isUnder(glyph, fill)) ? lost : kept).push(glyph);
  if (lost.length === 0) return marks;
  const leftOut = [...marks.leftOut];
  for (const run of runsOf(lost)) leaveOut(run, 'covered', { leftOut });
  return { ...marks, glyphs: kept, leftOut };
}

function isUnder({ run, box, size }: Glyph, { box: over, hidesBefore }: Fill): boolean {
  if (run >= hidesBefore!) return false;
  const edge = rim * size;
  return (
    box.x0 + edge >= over.x0 &&
    box.x1 - edge <= over.x1 &&
    box.y0 + edge >= over.y0 &&
    box.y1 - edge <= over.y1
  );
}

/** Leaves out text in the colour of what lies under it: white on white paper, or written in the colour of its cell. */
export function withoutInvisibleText(marks: ReadMarks): ReadMarks {
  const suspects = suspectColours(marks);
  if (suspects.size === 0) return marks;
  const kept: Glyph[] = [];
  const lost: Glyph[] = [];
  for (const glyph of marks.glyphs)
    (suspects.has(glyph.colour) && isHidden(glyph, marks) ? lost : kept).push(glyph);
  if (lost.length === 0) return marks;
  const leftOut = [...marks.leftOut];
  for (const run of runsOf(lost)) leaveOut(run, 'background_colour', { leftOut });
  return { ...marks, glyphs: kept, leftOut };
}

/** Colours of text that is not told apart from the paper or from some area of the page. */
function suspectColours(marks: ReadMarks): Set<string> {
  const inks = new Set<string>();
  for (const { colour } of marks.glyphs) inks.add(colour);
  const grounds = new Set(['#ffffff']);
  for (const { colour } of marks.fills) grounds.add(colour);
  for (const ink of inks) if (![...grounds].some((ground) => !contrasts(ink, ground))) inks.delete(ink);
  return inks;
}

function isHidden(glyph: Glyph, marks: ReadMarks): boolean {
  const x = (glyph.box.x0 + glyph.box.x1) / 2;
  const y = (glyph.box.y0 + glyph.box.y1) / 2;
  // On a picture any colour may show.
  if (marks.images.some((box) => contains(box, x, y))) return false;
  return !contrasts(glyph.colour, backgroundAt(marks.fills, x, y));
}

function backgroundAt(fills: readonly Fill[], x: number, y: number): string {
  for (let i = fills.length - 1; i >= 0; i--) if (contains(fills[i]!.box, x, y)) return fills[i]!.colour;
  return '#ffffff';
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

function contrasts(a: string, b: string): boolean {
  const [p, q] = [components(a), components(b)];
  return p.some((value, i) => Math.abs(value - q[i]!) >= minContrast);
}

function components(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
}

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const run = runs.get(glyph.run);
    if (run) run.push(glyph);
    else runs.set(glyph.run, [glyph]);
  }
  return [...runs.values()];
}
