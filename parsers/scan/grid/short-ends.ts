import { inches, lengthOf, type PixelRuling } from './ruling.ts';

/** Share of the way from one line across to the next that a line may lack. */
const mostLacking = 0.35;

/**
 * Rulings that stop a little short of a line across go on to it: printed ones end at lines, never between two, and a pale end is lost first.
 * The other end must lie on a line across, and one be passed on the way: an underline touches none. `dpi`: pixels an inch.
 */
export function reachingAcross(rulings: readonly PixelRuling[], dpi: number): PixelRuling[] {
  return rulings.map((line) => {
    if (lengthOf(line) < inches.stroke * dpi) return line;
    const places = rulings
      .filter((other) => other.orientation !== line.orientation && crosses(other, line.position, dpi))
      .map(({ position }) => position);
    const touch = inches.touch * dpi;
    const isAt = (end: number): boolean => places.some((at) => Math.abs(at - end) <= touch);
    const passesOne = places.some((at) => at > line.start + touch && at < line.end - touch);
    if (!passesOne || isAt(line.start) === isAt(line.end)) return line;
    if (isAt(line.start)) return { ...line, end: reached(line.end, places, dpi) };
    const mirrored = places.map((at) => -at);
    return { ...line, start: -reached(-line.start, mirrored, dpi) };
  });
}

/** Whether a line across passes a place along it. */
const crosses = ({ start, end }: PixelRuling, at: number, dpi: number): boolean =>
  start <= at + inches.touch * dpi && end >= at - inches.touch * dpi;

/** Where an end goes on to: the next line across, where it lacks but little of the way there from the last one. */
function reached(end: number, places: readonly number[], dpi: number): number {
  const next = places.filter((at) => at > end).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = places.filter((at) => at < end).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const lacks = next - end;
  return lacks <= inches.bridge * dpi && lacks <= mostLacking * (next - last) ? next : end;
}
