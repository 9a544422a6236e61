import type { Box } from '../../../schemas/index.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';
import { sideDrift } from './rule-stacks.ts';

/** Most lines of a head that no line is drawn over. */
const headLines = 3;

/** The column that a piece stands in, counted from 1; -1 where it stands over several or beyond. */
function columnAt(box: Box, xs: readonly number[]): number {
  return xs.findIndex((x, i) => i > 0 && box.x0 > xs[i - 1]! - sideDrift && box.x1 < x + sideDrift);
}

/** The top of a head that stands right above the first line of a table, one of `rules` where they are given: pieces in most of its columns; null where there is none. */
export function headAbove(
  bottom: number,
  xs: readonly number[],
  segments: readonly Segment[],
  rules: readonly Edge[] = [],
): number | null {
  const first = rules.filter(({ position }) => Math.abs(position - bottom) < sideDrift);
  const above = segments.filter(({ box }) => box.y1 < bottom + 2);
  const numbers = [...new Set(above.map(({ line }) => line))].sort((a, b) => b - a).slice(0, headLines);
  const filled = new Set<number>();
  let top = bottom;
  for (const number of numbers) {
    const line = above.filter((segment) => segment.line === number);
    const columns = line.map(({ box }) => columnAt(box, xs));
    const near = line.every(({ box, size }) => top - box.y1 < size);
    if (top < bottom && line.length === 1 && isUnit(line[0]!, xs)) break;
    const usual = above.find((segment) => segment.line === numbers[0])!.size;
    if (line.length === 1 && line[0]!.size > headingShare * usual) break;
    const spans = top === bottom ? spannedColumns(line, first, xs) : null;
    if (!near || (columns.includes(-1) && spans === null)) break;
    for (const column of spans ?? columns) filled.add(column);
    top = Math.min(top, ...line.map(({ box }) => box.y0));
  }
  return filled.size > 1 && filled.size > (xs.length - 1) / 2 ? top - 2 : null;
}

/** A heading above a table is larger than the heads in it by this share. */
const headingShare = 1.15;

/** A text stands in the middle of a table to within this share of its width. */
const centreShare = 0.05;

/** Whether a text alone above a head is the unit of the whole table: in brackets, before the figures or in the middle of the table. */
function isUnit({ box, text }: Segment, xs: readonly number[]): boolean {
  if (!/^[([].*[)\]]$/.test(text)) return false;
  return (
    columnAt(box, xs) === 1 ||
    Math.abs(box.x0 + box.x1 - xs[0]! - xs.at(-1)!) < 2 * centreShare * (xs.at(-1)! - xs[0]!)
  );
}

/** A head over several columns stands in the middle of its own line to within this much, in points. */
const headDrift = 4;

/**
 * The columns below heads that stand over lines of their own, which leave out the labels: a line with one head has it in its
 * middle. Null where a piece stands elsewhere.
 */
function spannedColumns(
  line: readonly Segment[],
  rules: readonly Edge[],
  xs: readonly number[],
): number[] | null {
  const headed = Map.groupBy(line, ({ box }) =>
    rules.find(({ start, end }) => box.x0 > start - sideDrift && box.x1 < end + sideDrift),
  );
  const own = [...headed].flatMap(([rule, heads]) => (rule ? [{ ...rule, heads }] : []));
  const stands = own.every(({ start, end, heads: [first, ...more] }) => {
    const off = Math.abs(first!.box.x0 + first!.box.x1 - start - end) / 2;
    return start > xs[0]! + sideDrift && (more.length > 0 || off < headDrift);
  });
  if (own.length < headed.size || line.length < fewestHeads || !stands) return null;
  return xs.slice(1).flatMap((right, i) => {
    const middle = (right + xs[i]!) / 2;
    return own.some(({ start, end }) => middle > start && middle < end) ? [i + 1] : [];
  });
}

/** Fewest heads over several columns that stand side by side: one alone may be the name of a table. */
const fewestHeads = 2;

/** Lines without a rule below the last one stand this near to each other, in ems, and fill this share of the columns. */
const bodyGap = 1.2;
const filledShare = 0.5;

/** The bottom of the rows that go on below the last line of a table: figures in its columns; the line itself where there are none. */
export function rowsBelow(
  bottom: number,
  xs: readonly number[],
  drawn: readonly Segment[],
  segments: readonly Segment[],
): number {
  // Lines over and under a head say nothing of where its columns lie.
  if (new Set(drawn.map(({ line }) => line)).size <= headLines) return bottom;
  const below = segments.filter(({ box }) => box.y0 > bottom - 2 && box.x1 > xs[0]! && box.x0 < xs.at(-1)!);
  // Statements of two sides have labels in two columns.
  const labels = new Set(drawn.filter(({ text }) => !isFigure(text)).map(({ box }) => columnAt(box, xs)));
  const figured = new Set(drawn.filter(({ text }) => isFigure(text)).map(({ box }) => columnAt(box, xs)));
  const isLabel = ({ box }: Segment): boolean =>
    labels.has(columnAt(box, xs)) && !figured.has(columnAt(box, xs));
  let end = bottom;
  for (const number of [...new Set(below.map(({ line }) => line))].sort((a, b) => a - b)) {
    const line = below.filter((segment) => segment.line === number);
    const columns = new Set(line.map(({ box }) => columnAt(box, xs)));
    const figures = line.filter(({ text }) => isFigure(text)).length;
    const near = line.every(({ box, size }) => box.y0 - end < bodyGap * size);
    const sided = line.every((piece) => isFigure(piece.text) || isLabel(piece)) && figures * 2 > line.length;
    const filled =
      figures > 1 && (figures >= line.length - 1 || sided) && columns.size > (xs.length - 1) * filledShare;
    if (!near || !filled || columns.has(-1)) break;
    end = Math.max(...line.map(({ box }) => box.y1)) + 2;
  }
  return end;
}

/** Fewest lines between rows that tell how rows stand below them, and how much a row may stand off, in points. */
const fewestParting = 3;
const rowDrift = 2.5;

/**
 * The bottom of the last row of a table that draws lines between its rows alone, none above its head and none below: pieces in most of
 * its columns that stand as far below the last line as others do below theirs. The line itself where there is none.
 */
export function rowBelowPartings(
  stack: readonly Edge[],
  xs: readonly number[],
  drawn: readonly Segment[],
  segments: readonly Segment[],
): number {
  const ys = stack.map(({ position }) => position);
  const last = ys.at(-1)!;
  if (ys.length < fewestParting) return last;
  const offsets = ys.slice(0, -1).map((y, i) => firstBelow(drawn, y, ys[i + 1]!));
  const usual = offsets.sort((a, b) => a - b)[offsets.length >> 1]!;
  const highest = Math.max(...ys.slice(1).map((y, i) => y - ys[i]!));
  const below = segments.filter(({ box }) => box.y0 > last - 2 && box.y1 < last + highest + rowDrift);
  const columns = new Set(below.map(({ box }) => columnAt(box, xs)));
  const stands = Math.abs(firstBelow(below, last, Infinity) - usual) < rowDrift;
  if (!stands || columns.has(-1) || columns.size < 2 || columns.size < (xs.length - 1) * filledShare)
    return last;
  return Math.max(...below.map(({ box }) => box.y1)) + 2;
}

/** How far below a line the first text stands. */
function firstBelow(segments: readonly Segment[], top: number, bottom: number): number {
  const tops = segments.map(({ box }) => box.y0).filter((y) => y > top - 2 && y < bottom);
  return Math.min(...tops) - top;
}

/** Most pieces of text that a row cut by the page end has. */
const cutRowPieces = 40;

/**
 * The table goes on past its last line where the page cuts it, and begins before its first where the page before did: pieces of
 * text that stand in its columns, up to the end or the beginning of the page.
 */
export function reachOf(
  stack: readonly Edge[],
  xs: readonly number[],
  segments: readonly Segment[],
  goesOn: boolean,
): { y0: number; y1: number } {
  const y0 = stack[0]!.position;
  const y1 = stack[stack.length - 1]!.position;
  // Only a table whose labels span rows has lines of several lengths; without them what stands beside it may be prose.
  const [x0, x1] = [xs[0]!, xs.at(-1)!];
  const spans = stack.some((edge) => edge.start > x0 + sideDrift || edge.end < x1 - sideDrift);
  if (!spans) return { y0, y1 };
  const inColumn = ({ box }: Segment): boolean =>
    xs.slice(1).some((right, i) => box.x0 > xs[i]! - sideDrift && box.x1 < right + sideDrift);
  const fits = (list: readonly Segment[]): boolean =>
    list.length > 0 && list.length < cutRowPieces && list.every(inColumn);
  const below = segments.filter(({ box }) => box.y0 > y1 - 2);
  const above = segments.filter(({ box }) => box.y1 < y0 + 2);
  const pieces = new Set(below.map((s) => s.line)).size < below.length;
  return {
    y0: goesOn && fits(above) ? Math.min(...above.map(({ box }) => box.y0)) - 2 : y0,
    y1: pieces && fits(below) ? Math.max(...below.map(({ box }) => box.y1)) + 2 : y1,
  };
}

/** Most lines of text between rules that draw no more than a head or a sum, and fewest rows beside them that no line parts. */
const endLines = 3;
const openRows = 3;

/** Whether rules enclose no more than the head or the sum of a table: rows without lines, in the same columns, go on right below or above. */
export function drawsOnlyAnEnd(
  top: number,
  bottom: number,
  xs: readonly number[],
  drawn: readonly Segment[],
  segments: readonly Segment[],
): boolean {
  if (xs.length < 4 || new Set(drawn.map(({ line }) => line)).size > endLines) return false;
  const extents = xs.slice(1).map((_, i) => {
    const own = drawn.filter(({ box }) => columnAt(box, xs) === i + 1);
    return { x0: Math.min(...own.map(({ box }) => box.x0)), x1: Math.max(...own.map(({ box }) => box.x1)) };
  });
  // Figures set to the right may stand beside the head in the middle of their column: it is the nearest.
  const over = ({ box }: Segment): number[] => {
    const gaps = extents.map(({ x0, x1 }) => Math.max(x0 - box.x1, box.x0 - x1));
    const touched = gaps.flatMap((gap, i) => (gap < 0 ? [i] : []));
    return touched.length > 0 ? touched : [gaps.indexOf(Math.min(...gaps))];
  };
  const rowsFrom = (outside: readonly Segment[], from: number, direction: 1 | -1): number => {
    const numbers = [...new Set(outside.map(({ line }) => line))].sort((a, b) => direction * (a - b));
    let [end, rows] = [from, 0];
    for (const number of numbers) {
      const line = outside.filter((segment) => segment.line === number);
      const columns = line.map(over);
      const near = line.every(({ box, size }) =>
        direction > 0 ? box.y0 - end < bodyGap * size : end - box.y1 < bodyGap * size,
      );
      const figures = line.filter(({ text }) => /\d/.test(text)).length;
      const filled = new Set(columns.flat()).size > (xs.length - 1) * filledShare;
      if (!near || !filled || figures < 2 || columns.some(({ length }) => length > 1)) break;
      rows++;
      end =
        direction > 0
          ? Math.max(...line.map(({ box }) => box.y1))
          : Math.min(...line.map(({ box }) => box.y0));
    }
    return rows;
  };
  const below = segments.filter(({ box }) => box.y0 > bottom - 2);
  const above = segments.filter(({ box }) => box.y1 < top + 2);
  return Math.max(rowsFrom(below, bottom, 1), rowsFrom(above, top, -1)) >= openRows;
}
