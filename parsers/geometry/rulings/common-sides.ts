import type { Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import type { EdgeGroup } from './crossings.ts';
import type { Edge } from './edges.ts';

/** Lines across of tables above that end together, from which on their ends are a side of every table of the sheet. */
const fewestEnds = 3;

/**
 * A sheet that draws no side at its left or right, and a table that the page's end cuts behind its head: one line alone reaches that side, its
 * upper one. Where it ends with the lines of the tables above, their side is its own, and the column before it stays. `rulings`: of the page.
 */
export function withCommonSides(
  group: EdgeGroup,
  rulings: readonly Ruling[],
  settings: GeometrySettings,
): EdgeGroup {
  const sides = (['start', 'end'] as const).flatMap((end) => commonSide(group, rulings, end, settings));
  return sides.length === 0 ? group : { ...group, down: [...group.down, ...sides] };
}

function commonSide(
  { across, down }: EdgeGroup,
  rulings: readonly Ruling[],
  end: 'start' | 'end',
  { doubleLine, minFillWidth }: GeometrySettings,
): Edge[] {
  if (across.length < 2 || down.length < 2) return [];
  const sign = end === 'start' ? -1 : 1;
  const upper = across.reduce((a, b) => (b.position < a.position ? b : a));
  const outermost = down.reduce((most, { position }) => Math.max(most, position * sign), -Infinity);
  const place = upper[end];
  if (place * sign <= outermost + minFillWidth) return [];
  const isThere = (at: number): boolean => Math.abs(at - place) <= doubleLine;
  // Where a second line of the table reaches as far, their ends are its side anyway.
  if (across.some((edge) => edge !== upper && edge[end] * sign > outermost + doubleLine)) return [];
  if (rulings.some(({ orientation, position }) => orientation === 'v' && isThere(position))) return [];
  const above = rulings.filter(
    (line) => line.orientation === 'h' && line.position < upper.position - doubleLine && isThere(line[end]),
  );
  if (above.length < fewestEnds) return [];
  const lowest = down.reduce((most, edge) => Math.max(most, edge.end), upper.position);
  return [
    { orientation: 'v', position: place, start: upper.position, end: lowest, thickness: 0, assumed: true },
  ];
}
