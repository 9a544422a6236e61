import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';

/** Fewest heads of a table of one row, and fewest of its columns that the row fills. */
const fewestHeads = 4;
const fewestFilled = 3;

/** Most characters of a head. */
const headLength = 14;

/**
 * Whether two lines are the head of a table and its only row: words in short, and below them texts that each stand under one of them in the same
 * column, the first under the first, with figures among the others.
 */
export function isRowUnderHead(lines: readonly (readonly Segment[])[]): boolean {
  const [heads, row, ...more] = lines;
  if (!heads || !row || more.length > 0 || heads.length < fewestHeads || row.length < fewestFilled)
    return false;
  if (row.length > heads.length || !heads.every(isHead)) return false;
  const at = row.map((cell) => heads.findIndex((head) => areStacked(head, cell)));
  const isOrdered = at.every((column, i) => (i === 0 ? column === 0 : column > at[i - 1]!));
  const areApart = row.every(
    (cell, i) => heads.filter((head) => areStacked(head, cell)).length === 1 && at[i]! >= 0,
  );
  return isOrdered && areApart && row.slice(1).some(({ text }) => isFigure(text)) && !row.some(isLabel);
}

const isHead = ({ text }: Segment): boolean =>
  /\p{Script=Han}{2}/u.test(text) && text.length <= headLength && !/[：:。；;，,]/.test(text);

const isLabel = ({ text }: Segment): boolean => /[：:]/.test(text);

function areStacked(head: Segment, { box }: Segment): boolean {
  return head.box.x0 < box.x1 && box.x0 < head.box.x1;
}
