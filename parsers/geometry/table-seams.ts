import type { EdgeGroup } from './crossings.ts';
import type { Edge } from './edges.ts';
import type { Ruling } from './marks.ts';
import type { GeometrySettings } from './settings.ts';

/** Copies of one border lie nearer to each other than this; the borders of two tables lie farther apart. */
const copyDrift = 0.5;

/** Column lines this near to each other are one column line that goes on. */
const columnDrift = 1.5;

/**
 * Cuts a group where two tables touch: the line between them is drawn twice over the whole width (each table closes itself),
 * no line down passes it, and no inner column line goes on below it.
 */
export function splitAtSeams(
  group: EdgeGroup,
  rulings: readonly Ruling[],
  settings: GeometrySettings,
): EdgeGroup[] {
  const left = Math.min(...group.down.map((edge) => edge.position));
  const right = Math.max(...group.down.map((edge) => edge.position));
  const inside = rulings.filter((r) =>
    r.orientation === 'v'
      ? r.position >= left - settings.touch && r.position <= right + settings.touch
      : r.end > left && r.start < right,
  );
  const seams = group.across
    .filter((edge) => isSeam(edge, inside, left, right, settings))
    .map((edge) => edge.position)
    .sort((a, b) => a - b);
  let rest = group;
  const parts: EdgeGroup[] = [];
  for (const seam of seams) {
    parts.push(cut(rest, seam, 'above', settings));
    rest = cut(rest, seam, 'below', settings);
  }
  parts.push(rest);
  return parts;
}

function isSeam(
  edge: Edge,
  rulings: readonly Ruling[],
  left: number,
  right: number,
  settings: GeometrySettings,
): boolean {
  if (edge.start > left + settings.touch || edge.end < right - settings.touch) return false;
  const y = edge.position;
  const near = settings.touch;
  const down = rulings.filter((r) => r.orientation === 'v');
  if (down.some((r) => r.start < y - near && r.end > y + near)) return false;
  const inner = (r: Ruling): boolean => r.position > left + columnDrift && r.position < right - columnDrift;
  const above = down.filter((r) => inner(r) && Math.abs(r.end - y) <= near && r.start < y - near);
  const below = down.filter((r) => inner(r) && Math.abs(r.start - y) <= near && r.end > y + near);
  if (above.length === 0 || below.length === 0) return false;
  if (above.some((a) => below.some((b) => Math.abs(a.position - b.position) <= columnDrift))) return false;
  return isDrawnTwice(
    rulings.filter((r) => r.orientation === 'h' && Math.abs(r.position - y) <= near),
    right - left,
  );
}

function isDrawnTwice(lines: Ruling[], width: number): boolean {
  lines.sort((a, b) => a.position - b.position);
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
