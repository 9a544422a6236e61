import { areaOf } from '../box-around.ts';
import type { Gutter } from '../columns/gutter.ts';
import { guttersOf } from '../columns/gutters.ts';
import type { Segment } from '../texts/segments.ts';

/** Fewest lines of prose beside a table, and share of their column that they fill. */
const fewestLines = 3;
const fullness = 0.75;

/** Fewest characters of a line of prose, in the mean. */
const proseLength = 30;

/** Heights of texts on one line of a table, and sizes of their letters, agree to this share of an em. */
const levelDrift = 0.1;
const sizeDrift = 0.04;

/**
 * A small table around which prose flows: the pieces of a run of lines that are of the table. Null where no prose stands beside
 * one: cells of long texts stand level with those beside them, in letters of one size.
 */
export function besideProse(run: readonly Segment[]): Segment[] | null {
  const counts = new Map<number, number>();
  for (const { line } of run) counts.set(line, (counts.get(line) ?? 0) + 1);
  const rows = run.filter(({ line }) => counts.get(line)! > 1);
  for (const { from, to } of outerGutters(guttersOf(rows, 0))) {
    const before = run.filter(({ box }) => box.x1 < from + 1);
    const behind = run.filter(({ box }) => box.x0 > to - 1);
    if (isProse(before, behind)) return behind;
    if (isProse(behind, before)) return before;
  }
  return null;
}

/** Prose whose words stand apart has strips of its own: the widest of all is that between it and the table. */
function outerGutters(gutters: readonly Gutter[]): Gutter[] {
  return [...gutters].sort((a, b) => b.to - b.from - (a.to - a.from));
}

function isProse(texts: readonly Segment[], table: readonly Segment[]): boolean {
  const lines = [...Map.groupBy(texts, ({ line }) => line).values()];
  if (lines.length < fewestLines || table.length < 2 * fewestLines) return false;
  const { x0: left, x1: right } = areaOf(texts);
  const full = lines.filter((line) => line.at(-1)!.box.x1 - line[0]!.box.x0 >= fullness * (right - left));
  const length = texts.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  if (full.length < lines.length * fullness || length < proseLength) return false;
  const others = Map.groupBy(table, ({ line }) => line);
  const shared = lines.filter(([piece]) => others.has(piece!.line));
  const level = shared.filter(([piece]) => {
    const other = others.get(piece!.line)![0]!;
    return (
      Math.abs(piece!.box.y1 - other.box.y1) <= levelDrift * piece!.size &&
      Math.abs(piece!.size - other.size) <= sizeDrift * piece!.size
    );
  });
  return level.length * 2 < lines.length;
}
