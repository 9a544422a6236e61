import type { Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import type { EdgeGroup } from './crossings.ts';
import type { Edge } from './edges.ts';

/** Copies of one border lie nearer to each other than this; the borders of two tables lie farther apart. */
const copyDrift = 0.5;

/** Column lines this near to each other are one column line that goes on. */
const columnDrift = 1.5;

/** Lines down reach the line across them to within a dash and its gap. */
const dashReach = 7;

/** A line lies this near to the edge that it was made part of. */
const reach = 2;

/** A seam is wider than the usual border of two rows by this much. */
const clearlyWider = 0.4;

/** Share of the borders of a table that are no wider than its usual ones. */
const mostStrips = 0.8;

/** Widest strip between two tables that follow each other without a word between them. */
const widestSeam = 6;

/**
 * Cuts a group where two tables touch or nearly do: each closes itself with a line over the whole width, no line down passes
 * from one to the other, and no inner column line of the one goes on in the other.
 */
export function splitAtSeams(
  group: EdgeGroup,
  rulings: readonly Ruling[],
  settings: GeometrySettings,
): EdgeGroup[] {
  const left = Math.min(...group.down.map((edge) => edge.position));
  const right = Math.max(...group.down.map((edge) => edge.position));
  const whole = group.across
    .filter((edge) => edge.start <= left + settings.touch && edge.end >= right - settings.touch)
    .sort((a, b) => a.position - b.position);
  if (whole.length < 2) return [group];
  const down = rulings.filter(
    (r) =>
      r.orientation === 'v' && r.position >= left - settings.touch && r.position <= right + settings.touch,
  );
  // Where every border is a double line, or every cell draws its own, a seam is wider than one of them.
  const isJoint = (upper: number, lower: number): boolean =>
    isSeam(upper, lower, down, left, right, settings);
  const usual = usualStrip(group.across, rulings, settings, isJoint);
  const parts: EdgeGroup[] = [];
  let rest = group;
  let after = -Infinity;
  whole.forEach((upper, i) => {
    if (upper.position <= after) return;
    for (const lower of whole.slice(i)) {
      if (lower.position - upper.position > widestSeam) break;
      if (stripAt(upper, lower, rulings) < usual + clearlyWider) continue;
      if (lower === upper && !isDrawnTwice(upper, rulings, right - left, settings)) continue;
      if (!isJoint(upper.position, lower.position)) continue;
      parts.push(cut(rest, upper.position, 'above', settings));
      rest = cut(rest, lower.position, 'below', settings);
      after = lower.position;
      break;
    }
  });
  return [...parts, rest];
}

/**
 * Distance between the outermost lines drawn at the borders of two rows, as most rows of the group have it at most: writers that
 * round the sides of every cell draw some borders once and some twice. Places where two tables may touch do not count.
 */
function usualStrip(
  across: readonly Edge[],
  rulings: readonly Ruling[],
  settings: GeometrySettings,
  isJoint: (upper: number, lower: number) => boolean,
): number {
  const sorted = [...across].sort((a, b) => a.position - b.position);
  const strips: number[] = [];
  let first = sorted[0];
  sorted.forEach((edge, i) => {
    const next = sorted[i + 1];
    if (next && next.position - edge.position <= settings.doubleLine) return;
    if (!isJoint(first!.position, edge.position)) strips.push(stripAt(first!, edge, rulings));
    first = next;
  });
  strips.sort((a, b) => a - b);
  return strips[Math.floor(strips.length * mostStrips)] ?? 0;
}

function stripAt(upper: Edge, lower: Edge, rulings: readonly Ruling[]): number {
  let from = upper.position;
  let to = lower.position;
  for (const { orientation, position, start, end } of rulings) {
    if (orientation !== 'h' || end < upper.start || start > upper.end) continue;
    if (position < upper.position - reach || position > lower.position + reach) continue;
    from = Math.min(from, position);
    to = Math.max(to, position);
  }
  return to - from;
}

function isSeam(
  upper: number,
  lower: number,
  down: readonly Ruling[],
  left: number,
  right: number,
  settings: GeometrySettings,
): boolean {
  const near = settings.touch;
  if (down.some((r) => r.start < upper - near && r.end > lower + near)) return false;
  // A dot alone may be one of the line across.
  const inner = down.filter(
    (r) => r.position > left + near && r.position < right - near && r.end - r.start > near,
  );
  // Dashes may end a little before the line that they run up to.
  const above = inner.filter(
    (r) => r.end > upper - dashReach && r.end <= upper + near && r.start < upper - 0.3,
  );
  const below = inner.filter(
    (r) => r.start < lower + dashReach && r.start >= lower - near && r.end > lower + 0.3,
  );
  if (above.length === 0 || below.length === 0) return false;
  return !above.some((a) => below.some((b) => Math.abs(a.position - b.position) <= columnDrift));
}

/** Whether an edge was drawn by two tables, a fraction of a point apart. */
function isDrawnTwice(
  edge: Edge,
  rulings: readonly Ruling[],
  width: number,
  settings: GeometrySettings,
): boolean {
  const lines = rulings
    .filter((r) => r.orientation === 'h' && Math.abs(r.position - edge.position) <= settings.touch)
    .filter((r) => r.end > edge.start && r.start < edge.end)
    .sort((a, b) => a.position - b.position);
  let whole = 0;
  for (let i = 0; i < lines.length; ) {
    let covered = 0;
    const from = lines[i]!.position;
    let j = i;
    for (; j < lines.length && lines[j]!.position - from < copyDrift; j++)
      covered += lines[j]!.end - lines[j]!.start;
    if (covered >= width * 0.95) whole++;
    i = j;
  }
  return whole >= 2;
}

function cut(group: EdgeGroup, y: number, side: 'above' | 'below', settings: GeometrySettings): EdgeGroup {
  const keep = (position: number): boolean =>
    side === 'above' ? position <= y + 0.01 : position >= y - 0.01;
  const down = group.down
    .map((edge) =>
      side === 'above'
        ? { ...edge, end: Math.min(edge.end, y) }
        : { ...edge, start: Math.max(edge.start, y) },
    )
    .filter((edge) => edge.end - edge.start > settings.touch);
  return { across: group.across.filter((edge) => keep(edge.position)), down };
}
