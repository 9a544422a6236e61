import type { GeometrySettings } from '../settings.ts';
import type { EdgeGroup, PlacedGroup } from './crossings.ts';

/** A column of labels is no wider than this share of its table. */
const widestColumn = 0.4;

/**
 * A page may end within a merged cell that spans all of its rows, and have begun within it: where neither end is drawn, the line at the outer side of the
 * cell meets no other. It is of the table whose lines down, one beside it, end both where it does.
 */
export function withSidesApart(groups: readonly EdgeGroup[], settings: GeometrySettings): EdgeGroup[] {
  const sides = groups.filter(({ across, down }) => across.length === 0 && down.length === 1);
  if (sides.length === 0) return [...groups];
  const tables = groups.filter(({ across, down }) => across.length > 0 && down.length > 1).map(placed);
  const owners = new Map<EdgeGroup, EdgeGroup>();
  for (const side of sides) {
    const owner = tables.find((table) => isSideOf(side, table, settings));
    if (owner) owners.set(side, owner.group);
  }
  if (owners.size === 0) return [...groups];
  const own = Map.groupBy(owners.keys(), (side) => owners.get(side)!);
  return groups
    .filter((group) => !owners.has(group))
    .map((group) => {
      const joined = own.get(group) ?? [];
      return joined.length === 0
        ? group
        : { across: group.across, down: [...group.down, ...joined.flatMap(({ down }) => down)] };
    });
}

function placed(group: EdgeGroup): PlacedGroup {
  const [xs, starts, ends] = [
    group.down.map(({ position }) => position),
    group.down.map(({ start }) => start),
    group.down.map(({ end }) => end),
  ];
  return {
    group,
    x0: Math.min(...xs),
    x1: Math.max(...xs),
    y0: Math.min(...starts),
    y1: Math.max(...ends),
  };
}

function isSideOf(
  { down }: EdgeGroup,
  { group, x0, x1, y0, y1 }: PlacedGroup,
  { doubleLine, touch }: GeometrySettings,
): boolean {
  const { position, start, end } = down[0]!;
  const reach = widestColumn * (x1 - x0);
  const isBeside = (position < x0 && x0 - position < reach) || (position > x1 && position - x1 < reach);
  if (!isBeside || Math.abs(start - y0) > doubleLine || Math.abs(end - y1) > doubleLine) return false;
  const nearest = position < x0 ? x0 : x1;
  // Lines across that run towards it only stop short of it.
  const isReached = group.across.some((edge) =>
    position < x0 ? edge.start < nearest - touch : edge.end > nearest + touch,
  );
  if (isReached) return false;
  return group.down.some(
    (edge) =>
      Math.abs(edge.position - nearest) <= doubleLine &&
      Math.abs(edge.start - start) <= doubleLine &&
      Math.abs(edge.end - end) <= doubleLine,
  );
}
