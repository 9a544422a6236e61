import type { WrittenLine } from './written-line.ts';

/** Lines nearer than this, in ems, are no lines of one cell: figures and labels may stand a little off. */
export const leastPitch = 0.85;

/** Texts this near in height, in ems, stand on one line. */
const levelDrift = 0.3;

/** Rows are this much farther apart than the lines of one cell, at least, in lines. */
const rowRoom = 1.08;

/** The same where lines of cells side by side are wrapped alike; fewest rows so far apart. */
const clearRoom = 1.2;
const fewestApart = 2;

/**
 * Half way between the distance of the lines of one cell and that of rows: of lines with several texts right below each other, or, where
 * no figures stand over one another any nearer, the farther of two kinds of distances. 0 where there is but one.
 */
export function snugDistance(lines: readonly WrittenLine[]): number {
  const steps = stepsOf(lines);
  const full = ({ above, level }: Step): boolean => above.length > 1 && level.length > 1;
  const rows = Math.min(...steps.filter(full).map(({ distance }) => distance));
  const cells = Math.min(...steps.filter((step) => !full(step)).map(({ distance }) => distance));
  if (rows < Infinity && rows > rowRoom * cells) return (rows + cells) / 2;
  const distances = steps.map(({ distance }) => distance).sort((a, b) => a - b);
  const jumps = distances.slice(1).map((distance, i) => distance / distances[i]!);
  const at = jumps.indexOf(Math.max(...jumps));
  if (!(jumps[at]! > clearRoom) || jumps.length - at < fewestApart) return 0;
  const snug = (distances[at]! + distances[at + 1]!) / 2;
  const isStacked = ({ distance, above, level }: Step): boolean =>
    distance < snug &&
    level.some(({ figure, first }) => figure && above.some((line) => line.figure && line.first === first));
  return steps.some(isStacked) ? 0 : snug;
}

/** Two lines of texts right below each other, with a text of the lower one under one of the upper. */
interface Step {
  distance: number;
  above: WrittenLine[];
  level: WrittenLine[];
}

function stepsOf(lines: readonly WrittenLine[]): Step[] {
  const levels: WrittenLine[][] = [];
  for (const line of lines) {
    const last = levels.at(-1);
    if (last && line.middle - last[0]!.middle < levelDrift * line.size) last.push(line);
    else levels.push([line]);
  }
  return levels.slice(1).flatMap((level, i) => {
    const above = levels[i]!;
    const distance = level[0]!.middle - above[0]!.middle;
    const under = level.some(({ first, last }) =>
      above.some((line) => line.first <= last && line.last >= first),
    );
    return under && distance >= leastPitch * level[0]!.size ? [{ distance, above, level }] : [];
  });
}
