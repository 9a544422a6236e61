import { isBound, isCrossed, isYear } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Lines of one cell are at most this many ems apart. */
const nextLine = 1.75;

/** Rules at one height are within this, in points. */
const drift = 1;

/**
 * Where a rule under cells that span rows ends a row, the cells beside them end too, though no rule is drawn under these: the lower ends of a head of
 * several rows come at one height in some columns and at another in others. In columns that a rule leaves out, a row ends at its
 * height where figures or marks stand on one of its sides and no text runs through it: a head wrapped over the rule is words.
 */
export function steppedRules(
  rules: readonly Edge[],
  xs: readonly number[],
  segments: readonly Segment[],
): Edge[] {
  const heights = [...new Set(rules.slice(1, -1).map(({ position }) => position))];
  return heights.flatMap((position) => {
    const drawn = rules.filter((rule) => Math.abs(rule.position - position) < drift);
    const isOpen = (column: number): boolean =>
      !drawn.some(({ start, end }) => start < xs[column + 1]! - drift && end > xs[column]! + drift);
    const runs: number[][] = [];
    for (let column = 0; column < xs.length - 1; column++) {
      if (!isOpen(column)) continue;
      if (runs.at(-1)?.at(-1) === column - 1) runs.at(-1)!.push(column);
      else runs.push([column]);
    }
    return runs.flatMap((run) => {
      const [start, end] = [xs[run[0]!]!, xs[run.at(-1)! + 1]!];
      const own = segments.filter(({ box }) => box.x1 > start + drift && box.x0 < end - drift);
      if (own.some(({ box, size }) => isCrossed({ ...box, size }, position))) return [];
      const parts = run.some((column) => isParted(own, xs[column]!, xs[column + 1]!, position));
      return parts ? [{ orientation: 'h' as const, position, start, end, thickness: 0, assumed: true }] : [];
    });
  });
}

/** Whether the texts right over and right below a height in a column are of two cells. */
function isParted(segments: readonly Segment[], x0: number, x1: number, position: number): boolean {
  const own = segments.filter(({ box }) => (box.x0 + box.x1) / 2 > x0 && (box.x0 + box.x1) / 2 < x1);
  const middle = ({ box }: Segment): number => (box.y0 + box.y1) / 2;
  const sorted = own.sort((a, b) => middle(a) - middle(b));
  const above = sorted.findLast((segment) => middle(segment) < position);
  const below = sorted.find((segment) => middle(segment) > position);
  if (!above || !below || middle(below) - middle(above) > nextLine * 2 * above.size) return false;
  return isBare(above.text) || isBare(below.text) || isBound(below.text);
}

/** Figures and marks, but not years, which heads hold as well. */
function isBare(text: string): boolean {
  return !/\p{L}/u.test(text) && !isYear(text) && !/^[（(]/.test(text);
}
