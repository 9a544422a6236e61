import type { Segment, SegmentBreak } from '../texts/segments.ts';

/** A text ends, or the next begins, no farther than this beyond the white between their columns, in ems. */
const reach = 0.8;

/** Operators that set a character or two each say nothing: so many breaks for each line between columns at most. */
const mostBreaks = 3;

/**
 * Heads, and rows, that fill their columns up to a blank look like one text over all of them: where operators ended at the white between all columns that
 * it runs across, it is as many. `xs` are the column lines that the rows below tell, `rows` the texts between its lines: no other is parted.
 */
export function withCellsParted(
  segments: readonly Segment[],
  rows: readonly Segment[],
  xs: readonly number[],
): readonly Segment[] {
  const isOver = ({ box, size }: Segment, x: number): boolean => x > box.x0 + size && x < box.x1 - size;
  const inner = xs.slice(1, -1);
  const own = rows.filter((row) => !inner.some((x) => isOver(row, x)));
  const whites = inner.map((x) => ({
    x,
    from: Math.max(xs[0]!, ...own.filter(({ box }) => box.x1 <= x + 1).map(({ box }) => box.x1)),
    to: Math.min(xs.at(-1)!, ...own.filter(({ box }) => box.x0 >= x - 1).map(({ box }) => box.x0)),
  }));
  const inside = new Set(rows);
  return segments.flatMap((segment) => {
    const { breaks, size, text } = segment;
    if (!breaks || !inside.has(segment)) return [segment];
    const crossed = whites.filter(({ x }) => isOver(segment, x));
    const whole = breaks.filter(({ length }) => !partsDate(text, length));
    if (whole.length > mostBreaks * crossed.length) return [segment];
    const ends = crossed.map(({ from, to }) => breakIn(whole, from, to, reach * size));
    if (ends.includes(null) || new Set(ends).size < ends.length) return [segment];
    return partsOf(segment, ends as SegmentBreak[]);
  });
}

/** 2022 | 年决算数: other fonts set figures and characters, and a date is one. */
function partsDate(text: string, at: number): boolean {
  return /\d\s*$/.test(text.slice(0, at)) && /^\s*[年月]/.test(text.slice(at));
}

/** The widest break within a white, or near it where it is more than a change of fonts. */
function breakIn(breaks: readonly SegmentBreak[], x0: number, x1: number, room: number): SegmentBreak | null {
  const within = breaks.filter(({ from, to, isTight }) => {
    const beyond = isTight ? 1 : room;
    return from >= x0 - beyond && to <= x1 + beyond;
  });
  return within.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}

function partsOf({ box, text, size, line }: Segment, ends: readonly SegmentBreak[]): Segment[] {
  const all = [...ends, { from: box.x1, to: box.x1, length: text.length, isTight: false }];
  return all.map((end, i) => {
    const before = all[i - 1];
    const own = text.slice(before?.length ?? 0, end.length).trim();
    return { box: { ...box, x0: before?.to ?? box.x0, x1: end.from }, text: own, size, line };
  });
}
