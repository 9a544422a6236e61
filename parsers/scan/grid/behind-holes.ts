import { chordOf, type Hole } from '../image/holes.ts';
import { inches, type PixelRuling } from './ruling.ts';

/** Length of the gap between two pieces of a line that holes cover. */
export function hiddenBetween(
  before: PixelRuling,
  after: PixelRuling,
  holes: readonly Hole[],
  dpi: number,
): number {
  let hidden = 0;
  for (const hole of holes) {
    const chord = chordOf(hole, before.orientation, (before.position + after.position) / 2, dpi);
    if (chord === null) continue;
    hidden += Math.max(0, Math.min(chord[1], after.start) - Math.max(chord[0], before.end));
  }
  return hidden;
}

/**
 * Whether the gap between two pieces is that of two tables, with a hole over it: between two lines that end in it no other line runs
 * the way of the pieces.
 */
export function partsTables(
  before: PixelRuling,
  after: PixelRuling,
  lines: LinesBothWays,
  holes: readonly Hole[],
  dpi: number,
): boolean {
  const position = (before.position + after.position) / 2;
  const near = inches.touch * dpi;
  return holes.some((hole) => {
    if (hiddenBetween(before, after, [hole], dpi) === 0) return false;
    const met = lines.across
      .filter(({ position: at }) => at > before.end - near && at < after.start + near)
      .filter((line) => meets(line, position, hole, dpi))
      .map(({ position: at }) => at)
      .sort((a, b) => a - b);
    return met.some((at, i) => i > 0 && !isJoined(met[i - 1]!, at, position, lines, dpi));
  });
}

/** Lines of one way, and those across them. */
export interface LinesBothWays {
  along: readonly PixelRuling[];
  across: readonly PixelRuling[];
}

/** Lines that end at a hole go on behind it as far as the lines across that they meet there hang together. */
export function behindHoles(lines: LinesBothWays, holes: readonly Hole[], dpi: number): PixelRuling[] {
  const touch = inches.touch * dpi;
  return lines.along.map((line) => {
    let { start, end } = line;
    for (const hole of holes) {
      const chord = chordOf(hole, line.orientation, line.position, dpi);
      if (chord === null) continue;
      const met = metBehind(hole, line.position, lines.across, dpi);
      if (Math.abs(end - chord[0]) <= touch)
        end = Math.max(end, farthest(met, line.position, lines, dpi) ?? end);
      if (Math.abs(start - chord[1]) <= touch)
        start = Math.min(start, farthest(met.reverse(), line.position, lines, dpi) ?? start);
    }
    return start === line.start && end === line.end ? line : { ...line, start, end };
  });
}

/** The last of the places, in order, that lines beside this one join with the first. */
function farthest(
  met: readonly number[],
  position: number,
  lines: LinesBothWays,
  dpi: number,
): number | undefined {
  let at = met[0];
  if (at === undefined) return undefined;
  for (const next of met.slice(1)) {
    if (!isJoined(Math.min(at, next), Math.max(at, next), position, lines, dpi)) break;
    at = next;
  }
  return at;
}

/** Whether a line beside this one runs from one place to another. */
function isJoined(
  from: number,
  to: number,
  position: number,
  { along }: LinesBothWays,
  dpi: number,
): boolean {
  const touch = inches.touch * dpi;
  if (to - from <= touch) return true;
  return along.some(
    (line) =>
      Math.abs(line.position - position) > touch && line.start <= from + touch && line.end >= to - touch,
  );
}

/** Where a line through a hole meets lines across it there, in order. */
function metBehind(hole: Hole, position: number, across: readonly PixelRuling[], dpi: number): number[] {
  const [first] = across;
  if (first === undefined) return [];
  const chord = chordOf(hole, first.orientation === 'h' ? 'v' : 'h', position, dpi);
  if (chord === null) return [];
  const touch = inches.touch * dpi;
  return across
    .filter(({ position: at }) => at > chord[0] - touch && at < chord[1] + touch)
    .filter((line) => meets(line, position, hole, dpi))
    .map(({ position: at }) => at)
    .sort((a, b) => a - b);
}

/** Whether a line passes a place, or ends at the edge of the hole that the place lies in. */
function meets(line: PixelRuling, place: number, hole: Hole, dpi: number): boolean {
  const touch = inches.touch * dpi;
  if (line.start <= place + touch && line.end >= place - touch) return true;
  const chord = chordOf(hole, line.orientation, line.position, dpi);
  if (chord === null || place < chord[0] - touch || place > chord[1] + touch) return false;
  return Math.abs(line.end - chord[0]) <= touch || Math.abs(line.start - chord[1]) <= touch;
}
