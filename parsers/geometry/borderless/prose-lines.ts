import { areaOf } from '../box-around.ts';
import type { Segment } from '../texts/segments.ts';

/** Share of its column that a line of prose of one piece takes. */
const wideShare = 0.6;

/** White between two lines of a paragraph, at most, in ems. */
const maxLeading = 0.6;

/** Fewest words of a line of a narrow column, which may be set far apart. */
const fewestSpread = 2;

/** Numbers of the lines that are prose, not rows of a table. `lines` are the pieces of each by its number. */
export function proseLines(lines: ReadonlyMap<number, readonly Segment[]>): Set<number> {
  const area = areaOf([...lines.values()].flat());
  const right = Math.max(area.x1, 0);
  const left = Math.min(area.x0, right);
  const prose = new Set<number>();
  for (const [number, line] of lines)
    if (isWide(line, left, right) || isJustified(line, left, right)) prose.add(number);
  // In a narrow column the words of some lines are spread like cells: they stand right beside other lines of prose.
  const order = [...lines.keys()].sort((a, b) => a - b);
  for (const numbers of [order, order.toReversed()])
    numbers.forEach((number, i) => {
      const beside = numbers[i - 1];
      if (beside === undefined || prose.has(number) || !prose.has(beside)) return;
      const [line, other] = [lines.get(number)!, lines.get(beside)!];
      if (isSpread(line, left, right) && areNear(line, other)) prose.add(number);
    });
  return prose;
}

/** Prose begins at the left margin; a long text beside a label does not. */
function isWide(line: readonly Segment[], left: number, right: number): boolean {
  const { box, size } = line[0]!;
  return line.length === 1 && box.x0 < left + 2 * size && box.x1 - box.x0 > (right - left) * wideShare;
}

/** A justified line of prose fills this share of its column with words, in gaps of at most so many ems. */
const fullness = 0.72;
const justifiedGap = 2;
const fewestWords = 5;

/** Whether the pieces of a line are words of prose, set apart to reach both margins. */
function isJustified(line: readonly Segment[], left: number, right: number): boolean {
  const [first, last] = [line[0]!, line.at(-1)!];
  const margin = first.size / 2;
  if (first.box.x0 > left + margin || last.box.x1 < right - margin) return false;
  const text = line.map((piece) => piece.text).join(' ');
  if (/\d/.test(text) || text.split(' ').length < fewestWords) return false;
  if (line.some(({ box }, i) => i > 0 && box.x0 - line[i - 1]!.box.x1 > justifiedGap * first.size))
    return false;
  return line.reduce((sum, { box }) => sum + box.x1 - box.x0, 0) >= fullness * (right - left);
}

/** Whether the words of a line, none of them a figure, begin and end at the margins. */
export function isSpread(line: readonly Segment[], left: number, right: number): boolean {
  const [first, last] = [line[0]!, line.at(-1)!];
  if (first.box.x0 > left + first.size / 2 || last.box.x1 < right - first.size / 2) return false;
  const words = line.flatMap(({ text }) => text.split(' '));
  return words.length >= fewestSpread && words.every((word) => /^\p{Script=Latin}[^\d]*$/u.test(word));
}

function areNear(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [upper, lower] = a[0]!.box.y0 < b[0]!.box.y0 ? [a, b] : [b, a];
  return lower[0]!.box.y0 - upper[0]!.box.y1 < maxLeading * lower[0]!.size;
}
