import type { Edge } from './edges.ts';
import type { GeometrySettings } from './settings.ts';

/** Edges that hang together by touching or crossing one another: the lines of one table. */
export interface EdgeGroup {
  across: Edge[];
  down: Edge[];
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
    for (let i = firstAtLeast(down, h.start - settings.touch); i < down.length; i++) {
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

function firstAtLeast(sorted: readonly Edge[], position: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Adds the outer lines that a table leaves out: where two or more lines stick out past the last line across them and
 * end together, their ends are a side of the table.
 */
export function closeOpenSides(group: EdgeGroup, settings: GeometrySettings): EdgeGroup {
  const { across, down } = group;
  if (across.length === 0 || down.length === 0) return group;
  const left = openSide(across, down, 'v', 'start', settings);
  const right = openSide(across, down, 'v', 'end', settings);
  const top = openSide(down, across, 'h', 'start', settings);
  const bottom = openSide(down, across, 'h', 'end', settings);
  const added = (edge: Edge | null): Edge[] => (edge ? [edge] : []);
  return {
    across: [...across, ...added(top), ...added(bottom)],
    down: [...down, ...added(left), ...added(right)],
  };
}

function openSide(
  along: readonly Edge[],
  crossing: readonly Edge[],
  orientation: 'h' | 'v',
  side: 'start' | 'end',
  settings: GeometrySettings,
): Edge | null {
  const sign = side === 'start' ? -1 : 1;
  const outermost = Math.max(...crossing.map((edge) => edge.position * sign));
  const beyond = along.filter((edge) => edge[side] * sign > outermost + settings.doubleLine);
  if (beyond.length < 2) return null;
  const reach = Math.max(...beyond.map((edge) => edge[side] * sign));
  const together = beyond.filter((edge) => reach - edge[side] * sign <= settings.doubleLine);
  if (together.length < 2) return null;
  const positions = together.map((edge) => edge.position);
  const position = reach * sign;
  const [start, end] = [Math.min(...positions), Math.max(...positions)];
  return { orientation, position, start, end, thickness: 0, assumed: true };
}

/**
 * Cuts off what hangs over the outermost crossing of every edge and drops edges that cross fewer than two others:
 * underlines, strokes of a stamp.
 */
export function trimmed(group: EdgeGroup, settings: GeometrySettings): EdgeGroup {
  let { across, down } = group;
  for (let round = 0; round < 20; round++) {
    const nextAcross = across.flatMap((edge) => trim(edge, down, settings.touch));
    const nextDown = down.flatMap((edge) => trim(edge, nextAcross, settings.touch));
    const stable = nextAcross.length === across.length && nextDown.length === down.length;
    across = nextAcross;
    down = nextDown;
    if (stable) break;
  }
  return { across, down };
}

function trim(edge: Edge, others: readonly Edge[], touch: number): Edge[] {
  let start = Infinity;
  let end = -Infinity;
  for (const other of others) {
    if (other.position < edge.start - touch || other.position > edge.end + touch) continue;
    if (edge.position < other.start - touch || edge.position > other.end + touch) continue;
    if (other.position < start) start = other.position;
    if (other.position > end) end = other.position;
  }
  return end - start > touch ? [{ ...edge, start, end }] : [];
}
