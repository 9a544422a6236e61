import type { Box } from '../../../schemas/index.ts';
import { within } from '../half-ruled/rule-stacks.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Share of the lines of text between drawn columns that go on beside them where a column is, and of the lines beside them that do. */
const sharedLines = 0.7;

/** Fewest lines of text that tell, and room between a text and the side that no line draws, in points. */
const fewestLines = 3;
const sideRoom = 2;

/** Lines down between columns alone leave the outer sides open: texts beside the first and the last, on the lines of those between, are of columns too. */
export function withOuterColumns(stack: readonly Edge[], segments: readonly Segment[]): Edge[] {
  const [first, last] = [stack[0]!, stack.at(-1)!];
  const y0 = Math.min(...stack.map(({ start }) => start));
  const y1 = Math.max(...stack.map(({ end }) => end));
  const inside = within(segments, first.position, y0, last.position, y1);
  const level = segments.filter(({ box }) => (box.y0 + box.y1) / 2 > y0 && (box.y0 + box.y1) / 2 < y1);
  const left = columnBeside(
    level.filter(({ box }) => box.x1 < first.position + 1),
    inside,
  );
  const right = columnBeside(
    level.filter(({ box }) => box.x0 > last.position - 1),
    inside,
  );
  const side = (position: number): Edge => ({ ...first, position, start: y0, end: y1, assumed: true });
  return [
    ...(left ? [side(left.x0 - sideRoom)] : []),
    ...stack,
    ...(right ? [side(right.x1 + sideRoom)] : []),
  ];
}

/** The box of texts that stand beside those between columns, a piece on each line; null where they are none of them. */
function columnBeside(beside: readonly Segment[], inside: readonly Segment[]): Pick<Box, 'x0' | 'x1'> | null {
  const lines = new Set(inside.map(({ line }) => line));
  const own = beside.filter(({ line }) => lines.has(line));
  const shared = new Set(own.map(({ line }) => line)).size;
  if (shared < fewestLines || own.length > shared) return null;
  if (shared < sharedLines * lines.size || own.length < sharedLines * beside.length) return null;
  return {
    x0: Math.min(...beside.map(({ box }) => box.x0)),
    x1: Math.max(...beside.map(({ box }) => box.x1)),
  };
}
