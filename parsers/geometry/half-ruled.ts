import { withCentredLabels } from './centred-labels.ts';
import { withCentredSpans } from './centred-spans.ts';
import { type ColumnLine, fixedLine, lineInGutter, settledLines } from './column-lines.ts';
import type { Edge } from './edges.ts';
import { guttersOf } from './gutters.ts';
import { impliedRows } from './implied-rows.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import type { Segment } from './segments.ts';
import type { GeometrySettings } from './settings.ts';

/** Share of lines that may write across a column gap: headings over several columns, long texts in merged cells. */
const spanning = 0.35;

/** Two lines across this far apart without a word between them belong to two tables. */
const emptyGap = 9;

/** Lines of one table begin and end this near to each other. */
const sideDrift = 4;

/**
 * Tables with lines across only: rows from the lines (and, where a band holds several rows as in three-line tables, from the
 * texts), columns from the ends of the lines and the whitespace between the texts. `goesOn` where the page before may have
 * begun the table.
 */
export function acrossOnly(
  edges: readonly Edge[],
  segments: readonly Segment[],
  goesOn: boolean,
  settings: GeometrySettings,
): Lattice[] {
  return stacks(edges)
    .flatMap((stack) => filledStacks(stack, segments))
    .flatMap((stack) => {
      const x0 = Math.min(...stack.map((edge) => edge.start));
      const x1 = Math.max(...stack.map((edge) => edge.end));
      const drawn = within(segments, x0, stack[0]!.position, x1, stack.at(-1)!.position);
      const { y0, y1 } = reachOf(stack, columnsOf(stack, drawn, x0, x1), segments, goesOn);
      const inside = within(segments, x0, y0, x1, y1);
      if (inside.length < 4) return [];
      const xs = columnsOf(stack, inside, x0, x1);
      if (xs.length < 3 || !isTabular(inside, xs.length - 1)) return [];
      const across = rowLines(stack, xs, y0, y1, inside);
      const ys = [...new Set(across.map((edge) => edge.position))].sort((a, b) => a - b);
      const found = nonNull(latticeOf({ across, down: columnsBetween(xs, ys, inside) }, settings));
      return found.map((lattice) => withCentredLabels(withCentredSpans(lattice, inside), inside));
    });
}

function columnsOf(stack: readonly Edge[], inside: readonly Segment[], x0: number, x1: number): number[] {
  return settledLines([fixedLine(x0), ...innerColumns(stack, inside, x0, x1), fixedLine(x1)], inside);
}

/** The lines across, those at the ends of the table, and between them those that the texts imply where not every row is ruled. */
function rowLines(
  stack: readonly Edge[],
  xs: readonly number[],
  y0: number,
  y1: number,
  inside: readonly Segment[],
): Edge[] {
  const [x0, x1] = [xs[0]!, xs.at(-1)!];
  const bands = [y0, ...stack.map((edge) => edge.position).filter((y) => y > y0 + 1 && y < y1 - 1), y1];
  const across: Edge[] = [...stack, sideEdge(y0, x0, x1), sideEdge(y1, x0, x1)];
  if (isRuledByRow(bands)) return across;
  for (let i = 1; i < bands.length; i++) {
    // What the page cuts off above the first line or below the last is one row.
    const cut = bands[i]! <= stack[0]!.position + 1 || bands[i - 1]! >= stack.at(-1)!.position - 1;
    if (cut) continue;
    const texts = within(inside, x0, bands[i - 1]!, x1, bands[i]!);
    across.push(...impliedRows(xs, bands[i - 1]!, bands[i]!, texts).slice(1, -1));
  }
  return across;
}

/** Tables with lines down only: columns from the lines, rows from the gaps between the texts. */
export function downOnly(
  edges: readonly Edge[],
  segments: readonly Segment[],
  settings: GeometrySettings,
): Lattice[] {
  return stacks(edges).flatMap((stack) => {
    if (stack.length < 3) return [];
    const y0 = Math.min(...stack.map((edge) => edge.start));
    const y1 = Math.max(...stack.map((edge) => edge.end));
    const xs = stack.map((edge) => edge.position);
    const inside = within(segments, xs[0]!, y0, xs.at(-1)!, y1);
    if (inside.length < 4) return [];
    const across = impliedRows([...new Set(xs)], y0, y1, inside);
    const found = nonNull(latticeOf({ across, down: stack }, settings));
    return found.map((lattice) => withCentredLabels(lattice, inside));
  });
}

/** Cuts a stack where nothing is written between two lines: there one table ends and the next begins. */
function filledStacks(stack: readonly Edge[], segments: readonly Segment[]): Edge[][] {
  const result: Edge[][] = [];
  let current: Edge[] = [];
  for (const edge of stack) {
    const last = current[current.length - 1];
    if (last && edge.position - last.position > emptyGap) {
      const between = within(
        segments,
        Math.min(last.start, edge.start),
        last.position,
        Math.max(last.end, edge.end),
        edge.position,
      );
      if (between.length === 0) {
        result.push(current);
        current = [];
      }
    }
    current.push(edge);
  }
  result.push(current);
  return result.filter((part) => part.length >= 2);
}

/** Most pieces of text that a row cut by the page end has. */
const cutRowPieces = 40;

/**
 * The table goes on past its last line where the page cuts it, and begins before its first where the page before did: pieces of
 * text that stand in its columns, up to the end or the beginning of the page.
 */
function reachOf(
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

function innerColumns(
  stack: readonly Edge[],
  inside: readonly Segment[],
  x0: number,
  x1: number,
): ColumnLine[] {
  const isInner = (x: number): boolean => x > x0 + sideDrift && x < x1 - sideDrift;
  const xs: number[] = [];
  for (const x of stack.flatMap((edge) => [edge.start, edge.end]))
    if (isInner(x) && !xs.some((other) => Math.abs(other - x) < sideDrift)) xs.push(x);
  // The ends of lines are exact; a gutter counts where no line ends in it.
  const gutters = guttersOf(inside, spanning).filter(
    ({ from, to }) => !xs.some((x) => x > from - sideDrift && x < to + sideDrift),
  );
  const between = gutters.map((gutter) => lineInGutter(gutter, inside)).filter(({ x }) => isInner(x));
  return [...xs.map(fixedLine), ...between].sort((a, b) => a.x - b.x);
}

/** Whether each row has its line: then no band is much higher than the others. */
function isRuledByRow(ys: readonly number[]): boolean {
  const gaps = ys.slice(1).map((y, i) => y - ys[i]!);
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return ys.length > 5 && gaps.every((gap) => gap < usual * 6);
}

function sideEdge(position: number, start: number, end: number): Edge {
  return { orientation: 'h', position, start, end, thickness: 0, assumed: true };
}

/** Edges of one direction → those that lie over one another with the same ends, in order of position. */
function stacks(edges: readonly Edge[]): Edge[][] {
  const result: Edge[][] = [];
  for (const edge of [...edges].sort((a, b) => a.position - b.position)) {
    const stack = result.find((group) => {
      const overlap =
        Math.min(Math.max(...group.map((e) => e.end)), edge.end) -
        Math.max(Math.min(...group.map((e) => e.start)), edge.start);
      const sides = group.some(
        (e) => Math.abs(e.start - edge.start) <= sideDrift || Math.abs(e.end - edge.end) <= sideDrift,
      );
      return overlap > 0 && (sides || overlap >= (edge.end - edge.start) * 0.95);
    });
    if (stack) stack.push(edge);
    else result.push([edge]);
  }
  return result.filter((stack) => stack.length >= 2);
}

function within(segments: readonly Segment[], x0: number, y0: number, x1: number, y1: number): Segment[] {
  return segments.filter(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return x > x0 - sideDrift && x < x1 + sideDrift && y > y0 && y < y1;
  });
}

/** Column lines, broken where a text of a row runs across them. */
export function columnsBetween(
  xs: readonly number[],
  ys: readonly number[],
  segments: readonly Segment[],
): Edge[] {
  const edges: Edge[] = [];
  xs.forEach((position, column) => {
    for (let i = 1; i < ys.length; i++) {
      const [start, end] = [ys[i - 1]!, ys[i]!];
      const outer = column === 0 || column === xs.length - 1;
      const crossed = segments.some(
        ({ box }) =>
          box.x0 < position - 1 &&
          box.x1 > position + 1 &&
          (box.y0 + box.y1) / 2 > start &&
          (box.y0 + box.y1) / 2 < end,
      );
      if (outer || !crossed)
        edges.push({ orientation: 'v', position, start, end, thickness: 0, assumed: true });
    }
  });
  return edges;
}

function isTabular(segments: readonly Segment[], columns: number): boolean {
  const lines = new Set(segments.map((segment) => segment.line)).size;
  return lines >= 2 && segments.length >= lines * Math.min(1.3, columns * 0.6);
}

function nonNull(lattice: Lattice | null): Lattice[] {
  return lattice && lattice.cells.length > 3 && lattice.xs.length > 2 && lattice.ys.length > 2
    ? [lattice]
    : [];
}
