import type { Segment } from './segments.ts';

/** Rows of texts stand this much farther apart than the lines of one cell, at least. */
const rowRoom = 1.25;

export const topOf = (block: readonly Segment[]): number => Math.min(...block.map(({ box }) => box.y0));
export const bottomOf = (block: readonly Segment[]): number => Math.max(...block.map(({ box }) => box.y1));

/** Texts between white strips that are higher than those between the lines of one cell; none where every line would be a block. */
export function textBlocks(inside: readonly Segment[]): Segment[][] {
  const lines = [...Map.groupBy(inside, ({ line }) => line).values()].sort((a, b) => topOf(a) - topOf(b));
  const steps = lines.slice(1).map((line, i) => topOf(line) - topOf(lines[i]!));
  const pitch = Math.min(...steps);
  const blocks: Segment[][] = [];
  lines.forEach((line, i) => {
    if (i === 0 || steps[i - 1]! > rowRoom * pitch) blocks.push([...line]);
    else blocks.at(-1)!.push(...line);
  });
  return blocks.length === lines.length ? [] : blocks;
}
