import type { LineInk } from './faint-lines.ts';
import { inches, lengthOf, type PixelRuling } from './ruling.ts';

/** Share of the way from one line across to the next that a line may lack. */
const mostLacking = 0.35;

/** Share of the way to a line across that is ink where a pale line goes on to it, lost where writing stands close beside it. */
const leadsOn = 0.5;

/**
 * Rulings that stop a little short of a line across go on to it: printed ones end at lines, never between two, and a pale end is lost first.
 * The other end must lie on a line across, and one be passed on the way: an underline touches none. `dpi`: pixels an inch; `ink`:
 * what the rulings were found in.
 */
export function reachingAcross(
  rulings: readonly PixelRuling[],
  dpi: number,
  ink: LineInk | null = null,
): PixelRuling[] {
  return rulings.map((line) => {
    if (lengthOf(line) < inches.stroke * dpi) return line;
    const places = rulings
      .filter((other) => other.orientation !== line.orientation && crosses(other, line.position, dpi))
      .map(({ position }) => position);
    const touch = inches.touch * dpi;
    const isAt = (end: number): boolean => places.some((at) => Math.abs(at - end) <= touch);
    const passesOne = places.some((at) => at > line.start + touch && at < line.end - touch);
    if (!passesOne || isAt(line.start) === isAt(line.end)) return line;
    const leads = (from: number, to: number): boolean => ink !== null && isInked(line, from, to, ink);
    if (isAt(line.start)) return { ...line, end: reached(line.end, places, dpi, leads) };
    const mirrored = places.map((at) => -at);
    return {
      ...line,
      start: -reached(-line.start, mirrored, dpi, (from, to) => leads(-to, -from)),
    };
  });
}

/** Whether a line across passes a place along it. */
const crosses = ({ start, end }: PixelRuling, at: number, dpi: number): boolean =>
  start <= at + inches.touch * dpi && end >= at - inches.touch * dpi;

/** Where an end goes on to: the next line across, where it lacks but little of the way there from the last one: the more if ink leads on. */
function reached(
  end: number,
  places: readonly number[],
  dpi: number,
  leads: (from: number, to: number) => boolean,
): number {
  const next = places.filter((at) => at > end).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = places.filter((at) => at < end).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const lacks = next - end;
  if (lacks > inches.stroke * dpi || lacks > mostLacking * (next - last)) return end;
  return lacks <= inches.bridge * dpi || leads(end, next) ? next : end;
}

/** Whether ink follows a line, a pixel beside it at most, for much of the way from one place to another. */
function isInked({ orientation, position }: PixelRuling, from: number, to: number, ink: LineInk): boolean {
  const { width, height, data } = orientation === 'h' ? ink.level : ink.upright;
  const [along, beside] = orientation === 'h' ? [1, width] : [width, 1];
  const [length, breadth] = orientation === 'h' ? [width, height] : [height, width];
  const first = Math.max(0, Math.round(from));
  const last = Math.min(length, Math.round(to));
  const lanes = [-1, 0, 1].map((d) => Math.floor(position) + d).filter((at) => at >= 0 && at < breadth);
  let inked = 0;
  for (let i = first; i < last; i++) if (lanes.some((at) => data[i * along + at * beside]! > 0)) inked++;
  return inked >= leadsOn * (last - first);
}
