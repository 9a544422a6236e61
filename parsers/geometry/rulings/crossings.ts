import type { Box } from '../../../schemas/index.ts';
import { firstFrom } from '../first-from.ts';
import type { GeometrySettings } from '../settings.ts';
import type { Edge } from './edges.ts';

/** Edges that hang together by touching or crossing one another: the lines of one table. */
export interface EdgeGroup {
  across: Edge[];
  down: Edge[];
}

/** A group with the place that it takes. */
export interface PlacedGroup extends Box {
  group: EdgeGroup;
}

/** Edges → groups that touch. Edges that touch nothing form groups of their own. */
export function connectedGroups(edges: readonly Edge[], settings: GeometrySettings): EdgeGroup[] {
  const across = edges.filter((edge) => edge.orientation === 'h');
  const down = edges.filter((edge) => edge.orientation === 'v').sort((a, b) => a.position - b.position);
  const parent = new Map<Edge, Edge>();
  const find = (edge: Edge): Edge => {
    let root = edge;
    for (let next = parent.get(root); next; next = parent.get(root)) root = next;
    if (root !== edge) parent.set(edge, root);
    return root;
  };
  for (const h of across) {
    const from = h.start - settings.touch;
    for (let i = firstFrom(down.length, (at) => down[at]!.position >= from); i < down.length; i++) {
      const v = down[i]!;
      if (v.position > h.end + settings.touch) break;
      if (h.position < v.start - settings.touch || h.position > v.end + settings.touch) continue;
      const a = find(h);
      const b = find(v);
      if (a !== b) parent.set(a, b);
    }
  }
  const groups = new Map<Edge, EdgeGroup>();
  for (const edge of [...across, ...down]) {
    const root = find(edge);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    (edge.orientation === 'h' ? group.across : group.down).push(edge);
  }
  return [...groups.values()];
}

/**
 * Adds the outer lines that a table leaves out, wholly or in part: where two or more lines end together at or past the last
 * line across them, their ends are a side of the table.
 */
export function closeOpenSides(group: EdgeGroup, settings: GeometrySettings): EdgeGroup {
  const { across, down } = group;
  if (across.length === 0 || down.length === 0) return group;
  const sticking = (['start', 'end'] as const).flatMap((side) => [
    overhang(across, down, side) > settings.doubleLine,
    overhang(down, across, side) > settings.doubleLine,
  ]);
  // A table without any frame may reach a side with one line only: its ends are the frame.
  if (sticking.filter(Boolean).length >= 3) return framed(group);
  const left = openSide(across, down, 'v', 'start', settings);
  const right = openSide(across, down, 'v', 'end', settings);
  const sides = [...down, ...left, ...right];
  const top = openSide(sides, across, 'h', 'start', settings);
  const bottom = openSide(sides, across, 'h', 'end', settings);
  return { across: [...across, ...top, ...bottom], down: sides };
}

function framed({ across, down }: EdgeGroup): EdgeGroup {
  const xs = [...across.flatMap((edge) => [edge.start, edge.end]), ...down.map((edge) => edge.position)];
  const ys = [...down.flatMap((edge) => [edge.start, edge.end]), ...across.map((edge) => edge.position)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = (orientation: 'h' | 'v', position: number): Edge => {
    const [start, end] = orientation === 'h' ? [x0, x1] : [y0, y1];
    return { orientation, position, start, end, thickness: 0, assumed: true };
  };
  return { across: [...across, side('h', y0), side('h', y1)], down: [...down, side('v', x0), side('v', x1)] };
}

/** How far the lines along stick out past the last line across them. */
function overhang(along: readonly Edge[], crossing: readonly Edge[], side: 'start' | 'end'): number {
  const sign = side === 'start' ? -1 : 1;
  return (
    Math.max(...along.map((edge) => edge[side] * sign)) -
    Math.max(...crossing.map((edge) => edge.position * sign))
  );
}

function openSide(
  along: readonly Edge[],
  crossing: readonly Edge[],
  orientation: 'h' | 'v',
  side: 'start' | 'end',
  settings: GeometrySettings,
): Edge[] {
  const sign = side === 'start' ? -1 : 1;
  const near = settings.doubleLine;
  const ends = along.map((edge) => edge[side] * sign).sort((a, b) => b - a);
  const outermost = Math.max(...crossing.map((edge) => edge.position * sign));
  // The farthest distance that two lines reach, or the outermost line across if it lies farther.
  const second = ends[1] ?? -Infinity;
  const farthest = (ends[0] ?? -Infinity) - second <= near ? (ends[0] ?? -Infinity) : second;
  const reach = farthest > outermost + near ? farthest : outermost;
  const together = along.filter((edge) => Math.abs(edge[side] * sign - reach) <= near);
  if (together.length < 2) return [];
  const positions = together.map((edge) => edge.position);
  const [start, end] = [Math.min(...positions), Math.max(...positions)];
  const drawn = crossing.filter((edge) => Math.abs(edge.position * sign - reach) <= near);
  if (isCovered(drawn, start, end, settings.joinGap + near)) return [];
  return [{ orientation, position: reach * sign, start, end, thickness: 0, assumed: true }];
}

function isCovered(edges: readonly Edge[], start: number, end: number, slack: number): boolean {
  let reached = start;
  for (const edge of [...edges].sort((a, b) => a.start - b.start)) {
    if (edge.start > reached + slack) return false;
    reached = Math.max(reached, edge.end);
  }
  return reached >= end - slack;
}

/**
 * Cuts off what hangs over the outermost crossing of every edge and drops edges that cross fewer than two others:
 * underlines, strokes of a stamp. An end that is level with a line elsewhere in the table is as good as a crossing: a side of a cell
 * whose top or bottom is not drawn, and no stroke that happens to hang over.
 */
export function trimmed(group: EdgeGroup, settings: GeometrySettings): EdgeGroup {
  let { across, down } = group;
  for (let round = 0; round < 20; round++) {
    const nextAcross = trim(across, down, settings.touch);
    const nextDown = trim(down, nextAcross, settings.touch);
    const stable = nextAcross.length === across.length && nextDown.length === down.length;
    across = nextAcross;
    down = nextDown;
    if (stable) break;
  }
  return { across, down };
}

function trim(edges: readonly Edge[], others: readonly Edge[], touch: number): Edge[] {
  const positions = others.map(({ position }) => position).sort((a, b) => a - b);
  const levelWith = (place: number): number | null => {
    const position = positions[firstFrom(positions.length, (at) => positions[at]! >= place - touch)];
    return position !== undefined && position <= place + touch ? position : null;
  };
  return edges.flatMap((edge) => {
    let start = Infinity;
    let end = -Infinity;
    for (const other of others) {
      if (other.position < edge.start - touch || other.position > edge.end + touch) continue;
      if (edge.position < other.start - touch || edge.position > other.end + touch) continue;
      if (other.position < start) start = other.position;
      if (other.position > end) end = other.position;
    }
    if (end < start) return [];
    start = Math.min(start, levelWith(edge.start) ?? start);
    end = Math.max(end, levelWith(edge.end) ?? end);
    return end - start > touch ? [{ ...edge, start, end }] : [];
  });
}
