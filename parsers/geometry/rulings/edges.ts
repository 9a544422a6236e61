import type { Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { withDashesJoined } from './dashes.ts';

/** A side that cells may share: a ruling after its copies, neighbours and dashes were made one. */
export interface Edge {
  orientation: 'h' | 'v';
  position: number;
  start: number;
  end: number;
  /** Thickest ruling in it. */
  thickness: number;
  /** Added where a table draws no outer line: see open sides. */
  assumed: boolean;
}

/** Rulings → edges: lines that lie on one another are one, pieces that meet are joined. */
export function edgesOf(rulings: readonly Ruling[], settings: GeometrySettings): Edge[] {
  const lines = withDashesJoined(rulings, settings);
  return [...joined(lines, 'h', settings), ...joined(lines, 'v', settings)];
}

function joined(rulings: readonly Ruling[], orientation: 'h' | 'v', settings: GeometrySettings): Edge[] {
  const lines = rulings.filter((ruling) => ruling.orientation === orientation && ruling.end >= ruling.start);
  const edges: Edge[] = [];
  for (const level of levels(lines, settings.snap)) {
    level.sort((a, b) => a.start - b.start);
    let current: Edge | null = null;
    let weight = 0;
    for (const line of level) {
      const length = Math.max(line.end - line.start, 0.01);
      if (current && line.start <= current.end + settings.joinGap) {
        current.position = (current.position * weight + line.position * length) / (weight + length);
        weight += length;
        current.end = Math.max(current.end, line.end);
        current.thickness = Math.max(current.thickness, line.thickness);
      } else {
        const { position, start, end, thickness } = line;
        current = { orientation, position, start, end, thickness, assumed: false };
        weight = length;
        edges.push(current);
      }
    }
  }
  return edges.filter((edge) => edge.end - edge.start >= settings.minRulingLength);
}

/** Groups of lines whose neighbours in position are no farther apart than `snap`, none wider than twice that. */
function levels(lines: readonly Ruling[], snap: number): Ruling[][] {
  const sorted = [...lines].sort((a, b) => a.position - b.position);
  const groups: Ruling[][] = [];
  let group: Ruling[] = [];
  for (const line of sorted) {
    const first = group[0];
    const last = group[group.length - 1];
    if (
      first &&
      last &&
      (line.position - last.position > snap || line.position - first.position > 2 * snap)
    ) {
      groups.push(group);
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
