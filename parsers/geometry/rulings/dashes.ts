import type { Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';

/** Dashes of one line share their place across it to a fraction of a point. */
const sameLine = 0.3;

/** Longest dash and widest gap of a dashed line, in points, and how many times longer than its dashes a gap may be. */
const longestDash = 20;
const widestGap = 10;
const gapShare = 1.2;

/** Fewest dashes that make a rhythm, and how much the gaps of one may differ, in points. */
const fewestDashes = 4;
const sameGap = 0.5;

/**
 * The lines of a page, and for each that is drawn as many short strokes, farther apart than pieces of a line are, one from the first to the last
 * of them. Where such strokes are not in a rhythm, they stay what they are.
 */
export function withDashesJoined(rulings: readonly Ruling[], settings: GeometrySettings): Ruling[] {
  const dashes = rulings.filter(({ start, end }) => end - start <= longestDash);
  const joined: Ruling[] = [];
  for (const orientation of ['h', 'v'] as const) {
    const level = dashes
      .filter((dash) => dash.orientation === orientation)
      .sort((a, b) => a.position - b.position || a.start - b.start);
    for (let i = 0; i < level.length; ) {
      let j = i + 1;
      while (j < level.length && level[j]!.position - level[i]!.position <= sameLine) j++;
      for (const run of runsOf(level.slice(i, j)))
        if (isRhythm(run, settings)) joined.push({ ...run[0]!, end: Math.max(...run.map(({ end }) => end)) });
      i = j;
    }
  }
  return joined.length > 0 ? [...rulings, ...joined] : [...rulings];
}

/** Dashes that follow one another closely. */
function runsOf(line: readonly Ruling[]): Ruling[][] {
  const runs: Ruling[][] = [];
  for (const dash of [...line].sort((a, b) => a.start - b.start)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const room =
      last && Math.min(widestGap, gapShare * Math.max(last.end - last.start, dash.end - dash.start));
    if (run && last && dash.start - last.end <= room!) run.push(dash);
    else runs.push([dash]);
  }
  return runs;
}

/** Whether dashes are as far from each other: the gaps that joining pieces of lines would leave are of one width. */
function isRhythm(run: readonly Ruling[], { joinGap }: GeometrySettings): boolean {
  if (run.length < fewestDashes) return false;
  const gaps = run.slice(1).map(({ start }, i) => start - run[i]!.end);
  const open = gaps.filter((gap) => gap > joinGap).sort((a, b) => a - b);
  return open.length >= fewestDashes - 1 && open.at(-1)! - open[0]! <= 2 * sameGap;
}
