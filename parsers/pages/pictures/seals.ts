import type { Glyph } from '../../geometry/marks.ts';
import type { ReadMarks } from '../page-marks.ts';

/** Letters set slantwise that tell a ring; the name of a unit has more. */
const fewestLetters = 4;

/** Letters of a ring stand no farther apart than this, in ems. */
const widestStep = 6;

/** How far a letter may stand off the circle through the others, in ems. */
const offRing = 0.5;

/** Largest radius of a seal, in points: official ones are 42 to 50 mm wide. */
const largestRadius = 100;

interface Circle {
  x: number;
  y: number;
  r: number;
}

/**
 * Takes the letters of seals out of the text. The name along the ring is set slantwise and stays out of cells by itself, but the
 * letters at its top and its sides stand straight, as does what is written below the star.
 */
export function withoutSeals(marks: ReadMarks): ReadMarks {
  if (marks.slanted.length < fewestLetters) return marks;
  const colour = usualColour(marks.glyphs);
  const runs = new Map<Glyph, number>();
  for (const letters of neighbours(marks.slanted)) {
    const ring = circleThrough(letters);
    if (ring === null) continue;
    const [first] = letters as [Glyph];
    const order = letters.map(({ run }) => run);
    const from = Math.min(...order);
    const to = Math.max(...order);
    for (const glyph of marks.glyphs) {
      if (glyph.colour !== first.colour || distanceTo(ring, glyph) > ring.r + glyph.size) continue;
      // Black as the text, it is told by being drawn among the letters of the ring.
      if (glyph.colour !== colour || (glyph.run > from && glyph.run < to)) runs.set(glyph, from);
    }
    for (const letter of letters) runs.set(letter, from);
  }
  if (runs.size === 0) return marks;
  const inSeals = [...marks.slanted, ...marks.glyphs]
    .filter((glyph) => runs.has(glyph))
    .sort((a, b) => a.run - b.run)
    .map((glyph) => ({ ...glyph, run: runs.get(glyph)! }));
  return {
    ...marks,
    glyphs: marks.glyphs.filter((glyph) => !runs.has(glyph)),
    slanted: [...marks.slanted.filter((glyph) => !runs.has(glyph)), ...inSeals],
  };
}

function usualColour(glyphs: readonly Glyph[]): string {
  const counts = new Map<string, number>();
  for (const { colour } of glyphs) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '#000000';
}

/** Letters of one colour and size, each near the one drawn before it. */
function neighbours(slanted: readonly Glyph[]): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const glyph of slanted) {
    if (glyph.text.trim() === '') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNext =
      last !== undefined &&
      last.colour === glyph.colour &&
      Math.abs(last.size - glyph.size) < 0.1 * glyph.size &&
      Math.hypot(middleX(last) - middleX(glyph), middleY(last) - middleY(glyph)) < widestStep * glyph.size;
    if (isNext) group!.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const middleX = ({ box }: Glyph): number => (box.x0 + box.x1) / 2;
const middleY = ({ box }: Glyph): number => (box.y0 + box.y1) / 2;

function distanceTo({ x, y }: Circle, glyph: Glyph): number {
  return Math.hypot(middleX(glyph) - x, middleY(glyph) - y);
}

/** The circle that all letters stand on; null where they stand on a line, or on none. */
function circleThrough(letters: readonly Glyph[]): Circle | null {
  if (letters.length < fewestLetters) return null;
  const [a, b, c] = [letters[0]!, letters[letters.length >> 1]!, letters.at(-1)!];
  const [bx, by] = [middleX(b) - middleX(a), middleY(b) - middleY(a)];
  const [cx, cy] = [middleX(c) - middleX(a), middleY(c) - middleY(a)];
  const turn = 2 * (bx * cy - by * cx);
  if (Math.abs(turn) < 1) return null;
  const ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / turn;
  const uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / turn;
  const ring = { x: middleX(a) + ux, y: middleY(a) + uy, r: Math.hypot(ux, uy) };
  const isRing = letters.every(
    (letter) => Math.abs(distanceTo(ring, letter) - ring.r) < offRing * letter.size,
  );
  return isRing && ring.r <= largestRadius ? ring : null;
}
