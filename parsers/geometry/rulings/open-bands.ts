import type { GeometrySettings } from '../settings.ts';
import type { EdgeGroup, PlacedGroup } from './crossings.ts';

/** A row across a whole table is no higher than this many of the rows above and below it. */
const mostRows = 1.4;

/**
 * A table whose outer sides are left out comes apart at each row that is one cell across: no line down joins the lines above and below it.
 * Groups of lines over one another are one table where they begin and end alike, draw no sides, have the same lines down and are no
 * farther apart than rows are; lines across alone between them part such rows.
 */
export function joinedOverBands(groups: readonly EdgeGroup[], settings: GeometrySettings): EdgeGroup[] {
  const open = groups.flatMap((group) => placed(group, settings) ?? []).sort((a, b) => a.y0 - b.y0);
  const result = new Set(groups);
  while (open.length > 1) {
    const stack = takeStack(open, settings.doubleLine);
    while (stack.length > 1 && stack.at(-1)!.group.down.length === 0) stack.pop();
    if (stack.length < 2) continue;
    for (const { group } of stack) result.delete(group);
    result.add({
      across: stack.flatMap(({ group }) => group.across),
      down: stack.flatMap(({ group }) => group.down),
    });
  }
  return [...result];
}

/** The place of a group that draws no outer sides, and whose lines across reach from one end to the other at its top and bottom; else null. */
function placed(group: EdgeGroup, { doubleLine }: GeometrySettings): PlacedGroup | null {
  const { across, down } = group;
  if (across.length < (down.length > 0 ? 2 : 1)) return null;
  const x0 = Math.min(...across.map(({ start }) => start));
  const x1 = Math.max(...across.map(({ end }) => end));
  const y0 = Math.min(...across.map(({ position }) => position));
  const y1 = Math.max(...across.map(({ position }) => position));
  const isWhole = (y: number): boolean =>
    across.some(
      ({ position, start, end }) =>
        Math.abs(position - y) <= doubleLine && start <= x0 + doubleLine && end >= x1 - doubleLine,
    );
  if (!isWhole(y0) || !isWhole(y1)) return null;
  const isInside = down.every(
    ({ position, start, end }) =>
      position > x0 + doubleLine &&
      position < x1 - doubleLine &&
      start >= y0 - doubleLine &&
      end <= y1 + doubleLine,
  );
  return isInside ? { group, x0, x1, y0, y1 } : null;
}

/** Takes the topmost group with lines down, and those that go on with it below, from what is left. */
function takeStack(open: PlacedGroup[], near: number): PlacedGroup[] {
  const first = open.shift()!;
  const stack = [first];
  if (first.group.down.length === 0) return stack;
  for (let i = 0; i < open.length; i++) {
    const next = open[i]!;
    const last = stack.at(-1)!;
    if (Math.abs(next.x0 - first.x0) > near || Math.abs(next.x1 - first.x1) > near) continue;
    const gap = next.y0 - last.y1;
    if (gap <= near || gap > mostRows * rowHeight(first, near) || !haveSameLines(first, next, near)) break;
    stack.push(next);
    open.splice(i--, 1);
  }
  return stack;
}

/** The middle one of the heights of the rows of a group. */
function rowHeight({ group }: PlacedGroup, near: number): number {
  const ys = group.across.map(({ position }) => position).sort((a, b) => a - b);
  const heights = ys.slice(1).flatMap((y, i) => (y - ys[i]! > near ? [y - ys[i]!] : []));
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** Whether one of two groups has all lines down that the other has. */
function haveSameLines(a: PlacedGroup, b: PlacedGroup, near: number): boolean {
  const has = (one: PlacedGroup, other: PlacedGroup): boolean =>
    other.group.down.every(({ position }) =>
      one.group.down.some((edge) => Math.abs(edge.position - position) <= near),
    );
  return has(a, b) || has(b, a);
}
