import type { Edge } from './edges.ts';
import { columnLines, guttersOf, rowBands } from './gutters.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import type { Segment } from './segments.ts';
import type { GeometrySettings } from './settings.ts';

/** Share of lines that may write across a column gap: headings over several columns, long texts in merged cells. */
const spanning = 0.2;

/** Lines of one table begin and end this near to each other. */
const sideDrift = 4;

/**
 * Tables with lines across only: rows from the lines, columns from the whitespace between the texts.
 * Each lattice is marked as aligned by its caller; lines that part nothing (a rule under a title) give none.
 */
export function acrossOnly(
  edges: readonly Edge[],
  segments: readonly Segment[],
  settings: GeometrySettings,
): Lattice[] {
  return stacks(edges).flatMap((stack) => {
    const x0 = Math.min(...stack.map((edge) => edge.start));
    const x1 = Math.max(...stack.map((edge) => edge.end));
    const y0 = stack[0]!.position;
    const y1 = stack[stack.length - 1]!.position;
    const inside = within(segments, x0, y0, x1, y1);
    if (inside.length < 4) return [];
    const gutters = guttersOf(inside, spanning);
    if (gutters.length === 0) return [];
    const ys = rowLines(
      stack.map((edge) => edge.position),
      inside,
    );
    const lines = [x0, ...columnLines(inside, gutters).slice(1, -1), x1];
    const across = [...stack, ...assumedRows(ys, stack, x0, x1)];
    const group = { across, down: columnsBetween(lines, ys, inside) };
    return isTabular(inside, gutters.length + 1) ? nonNull(latticeOf(group, settings)) : [];
  });
}

/** Tables with lines down only: columns from the lines, rows from the gaps between the lines of text. */
export function downOnly(
  edges: readonly Edge[],
  segments: readonly Segment[],
  settings: GeometrySettings,
): Lattice[] {
  return stacks(edges).flatMap((stack) => {
    if (stack.length < 3) return [];
    const y0 = Math.min(...stack.map((edge) => edge.start));
    const y1 = Math.max(...stack.map((edge) => edge.end));
    const x0 = stack[0]!.position;
    const x1 = stack[stack.length - 1]!.position;
    const inside = within(segments, x0, y0, x1, y1);
    if (inside.length < 4) return [];
    const bands = rowBands(inside);
    const ys = [y0, ...bands.slice(1).map((band, i) => (band.y0 + bands[i]!.y1) / 2), y1];
    const across = rowsBetween(
      ys,
      stack.map((edge) => edge.position),
      stack,
    );
    return nonNull(latticeOf({ across, down: stack }, settings));
  });
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

/** Row lines: those drawn, and where a band between two of them holds several rows of text (three-line style) those between the rows. */
function rowLines(drawn: readonly number[], segments: readonly Segment[]): number[] {
  const gaps = drawn.slice(1).map((y, i) => y - drawn[i]!);
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  const ys = [...drawn];
  // Ruled row by row: what stands between two lines is one row, however many lines of text it takes.
  const everyRow = drawn.length > 4 && gaps.every((gap) => gap < usual * 6);
  if (everyRow) return ys;
  for (let i = 1; i < drawn.length; i++) {
    const inside = segments.filter(
      ({ box }) => box.y0 + box.y1 > 2 * drawn[i - 1]! && box.y0 + box.y1 < 2 * drawn[i]!,
    );
    const bands = rowBands(inside);
    for (let k = 1; k < bands.length; k++) ys.push((bands[k - 1]!.y1 + bands[k]!.y0) / 2);
  }
  return ys.sort((a, b) => a - b);
}

function assumedRows(ys: readonly number[], drawn: readonly Edge[], start: number, end: number): Edge[] {
  return ys
    .filter((y) => !drawn.some((edge) => Math.abs(edge.position - y) < 0.5))
    .map((position) => ({ orientation: 'h', position, start, end, thickness: 0, assumed: true }));
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

function rowsBetween(ys: readonly number[], xs: readonly number[], down: readonly Edge[]): Edge[] {
  return ys.map((position) => ({
    orientation: 'h',
    position,
    start: Math.min(...xs, ...down.map((edge) => edge.position)),
    end: Math.max(...xs),
    thickness: 0,
    assumed: true,
  }));
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
