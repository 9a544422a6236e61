import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Narrowest strip between a label and the texts beside it, in points. */
const minWidth = 2.5;

/** Fewest lines that a label stands beside, above its own and below it. */
const fewestLines = 3;

/** Lines of one label are no farther apart than this, in ems. */
const mostPitch = 1.6;

const middleOf = ({ box }: Segment): number => (box.y0 + box.y1) / 2;

/**
 * Strips between columns, with the one behind a label that runs down beside the rows of a block, 绩效指标: it stands in what
 * is the first column by the other blocks, left of whatever that holds on the lines above and below.
 */
export function withSideLabels(gutters: readonly Gutter[], segments: readonly Segment[]): Gutter[] {
  const end = gutters[0]?.from ?? Infinity;
  if (gutters.length < 2) return [...gutters];
  const column = segments
    .filter(({ box }) => box.x0 < end)
    .sort((a, b) => middleOf(a) - middleOf(b) || a.box.x0 - b.box.x0);
  const found = column.flatMap((label, at) => {
    return (/^\p{Script=Han}+$/u.test(label.text) && stripBehind(column, at, end)) || [];
  });
  const [first] = found.sort((a, b) => a.from - b.from);
  return first ? [first, ...gutters] : [...gutters];
}

/** The white between a label and what stands right of it on the lines around it; null where too few do. */
function stripBehind(column: readonly Segment[], at: number, end: number): Gutter | null {
  const label = column[at]!;
  const strip = { from: label.box.x1, to: end };
  const lines = { above: 0, below: 0 };
  for (const [side, step] of [
    ['above', -1],
    ['below', 1],
  ] as const) {
    let last = label;
    for (let i = at + step; column[i]; i += step) {
      const { box, size } = column[i]!;
      const goesOn =
        box.x1 <= strip.from + 1 && Math.abs(middleOf(column[i]!) - middleOf(last)) < mostPitch * size;
      if (goesOn) {
        last = column[i]!;
        continue;
      }
      if (box.x0 < strip.from + minWidth) break;
      strip.to = Math.min(strip.to, box.x0);
      lines[side]++;
    }
  }
  const { above, below } = lines;
  return above > 0 && below > 0 && above + below >= fewestLines && strip.to < end ? strip : null;
}
