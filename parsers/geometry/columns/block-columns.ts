import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Narrowest strip between texts side by side, in points, and fewest lines below each other that part there. */
const minWidth = 2.5;
const fewestLines = 4;

/** The same where a figure stands behind a name on each: 年度资金总额 | 185.37 over 其中：财政拨款 | 185.37. */
const fewestFigured = 2;

/** Fewest strips of the whole table: what has fewer may be prose, or an equation. */
const fewestStrips = 2;

/** Texts side by side on lines below each other, with the white between them that all of them have in common. */
interface Block extends Gutter {
  lines: number;
  figured: number;
}

/**
 * Strips between columns, with those that only a block of rows has: texts side by side in what is one column by the other rows, on
 * several lines below each other that nothing writes across. A form is made of blocks with columns of their own; the texts of the
 * other blocks may write across.
 */
export function withBlockColumns(gutters: readonly Gutter[], segments: readonly Segment[]): Gutter[] {
  if (gutters.length < fewestStrips) return [...gutters];
  let found = [...gutters];
  let open: Block[] = [];
  const close = (blocks: readonly Block[]): void => {
    for (const { from, to, lines, figured } of blocks)
      if (
        (lines >= fewestLines || figured >= fewestFigured) &&
        !found.some((other) => other.from < to && from < other.to)
      )
        found = [...found, { from, to }];
  };
  for (const line of linesOf(segments)) {
    const free = open.map((block) => ({ block, strip: keptFree(block, line) }));
    close(free.flatMap(({ block, strip }) => (strip ? [] : [block])));
    open = free.flatMap(({ block, strip }) => (strip ? [{ ...block, ...strip }] : []));
    for (const strip of stripsOf(line, gutters)) {
      const block = open.find(
        (one) => Math.min(one.to, strip.to) - Math.max(one.from, strip.from) >= minWidth,
      );
      if (!block) open.push(strip);
      else {
        block.from = Math.max(block.from, strip.from);
        block.to = Math.min(block.to, strip.to);
        block.lines++;
        block.figured += strip.figured;
      }
    }
  }
  close(open);
  return found.sort((a, b) => a.from - b.from);
}

/** A strip as far as the texts of a line leave it white; null where too little is left. */
function keptFree({ from, to }: Gutter, line: readonly Segment[]): Gutter | null {
  const strip = { from, to };
  for (const { box } of line) {
    if (box.x1 <= from || box.x0 >= to) continue;
    if (box.x0 <= from) strip.from = Math.max(strip.from, box.x1);
    else if (box.x1 >= to) strip.to = Math.min(strip.to, box.x0);
    else return null;
  }
  return strip.to - strip.from >= minWidth ? strip : null;
}

/** The lines from top to bottom, their texts from left to right. */
function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines = new Map<number, Segment[]>();
  for (const segment of segments) lines.set(segment.line, [...(lines.get(segment.line) ?? []), segment]);
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line.sort((a, b) => a.box.x0 - b.box.x0));
}

/** The white between neighbours on a line that no strip between columns lies in. */
function stripsOf(line: readonly Segment[], gutters: readonly Gutter[]): Block[] {
  return line.slice(1).flatMap((segment, i) => {
    const before = line[i]!;
    const isFigured = /\p{Script=Han}$/u.test(before.text) && isFigure(segment.text);
    const strip = { from: before.box.x1, to: segment.box.x0, lines: 1, figured: isFigured ? 1 : 0 };
    const parted = gutters.some(({ from, to }) => Math.min(to, strip.to) - Math.max(from, strip.from) > 0);
    return parted || strip.to - strip.from < minWidth ? [] : [strip];
  });
}
