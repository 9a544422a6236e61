import type { Segment } from '../texts/segments.ts';
import { isFigure, isYear } from './written-lines.ts';

/** Heads stand in the first lines of a table. */
const headLines = 6;

/** Most texts before the heads that are repeated: those of the labels. */
const mostLabels = 2;

/** A head over a group of columns, and the heads of these. */
interface GroupHead {
  head: Segment;
  group: readonly Segment[];
}

/** Heights below heads over groups of columns with the same heads in each: Exports | Imports over Value | Share | Value | Share; and below years over the head of a group of rows. */
export function headEnds(segments: readonly Segment[]): number[] {
  const heads = groupHeads(segments);
  const groups = [...Map.groupBy(heads, ({ head }) => head.line).values()].map((line) => {
    const bottom = Math.max(...line.map(({ head }) => head.box.y1));
    return (bottom + Math.min(...line.flatMap(({ group }) => group.map(({ box }) => box.y0)))) / 2;
  });
  return [...groups, ...yearsEnd(segments)];
}

/** The height below a first line of nothing but years with a label alone on the next: the head of a group, and none of the years. */
function yearsEnd(segments: readonly Segment[]): number[] {
  const lines = [...Map.groupBy(segments, ({ line }) => line)].sort(([a], [b]) => a - b);
  const [years, labels] = lines.slice(0, 2).map(([, line]) => line);
  if (!years || years.length < 2 || labels?.length !== 1) return [];
  const [label] = labels as [Segment];
  const isBefore = years.every(({ box, text }) => isYear(text) && box.x0 > label.box.x1);
  const bottom = Math.max(...years.map(({ box }) => box.y1));
  return isBefore && /^\p{Script=Latin}{2}/u.test(label.text) ? [(bottom + label.box.y0) / 2] : [];
}

/** Heads over groups of columns that have the same heads in each group. */
export function groupHeads(segments: readonly Segment[]): GroupHead[] {
  const lines = [...Map.groupBy(segments, ({ line }) => line)].sort(([a], [b]) => a - b);
  const first = lines.slice(0, headLines).map(([, line]) => line.toSorted((a, b) => a.box.x0 - b.box.x0));
  return first.slice(1).flatMap((line, i) => headsOver(first[i]!, repeatedGroups(line)));
}

/** The heads of a line in groups that all read alike; none where they do not. */
function repeatedGroups(line: readonly Segment[]): Segment[][] {
  for (let labels = 0; labels <= mostLabels; labels++) {
    const heads = line.slice(labels);
    if (heads.some(({ text }) => isFigure(text) && !isYear(text))) continue;
    for (let size = 2; size * 2 <= heads.length; size++) {
      if (heads.length % size > 0) continue;
      const isAlike = heads.every(({ text }, i) => i < size || text === heads[i - size]!.text);
      const differs = heads.some(({ text }) => text !== heads[0]!.text);
      if (isAlike && differs)
        return Array.from({ length: heads.length / size }, (_, i) => heads.slice(i * size, (i + 1) * size));
    }
  }
  return [];
}

/** The heads of a line over groups of others: one over each, and nothing else but what stands before them. */
function headsOver(above: readonly Segment[], groups: readonly (readonly Segment[])[]): GroupHead[] {
  const left = groups[0]?.[0]?.box.x0 ?? Infinity;
  const heads = above.filter(({ box }) => box.x1 > left);
  if (heads.length !== groups.length || heads.some(({ text }) => isFigure(text) && !isYear(text))) return [];
  const pairs = heads.map((head, i): GroupHead => ({ head, group: groups[i]! }));
  const stand = pairs.every(
    ({ head: { box }, group }) => box.x0 < group.at(-1)!.box.x1 && box.x1 > group[0]!.box.x0,
  );
  return stand ? pairs : [];
}
