import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';
import { explainedRows } from './explained-rows.ts';
import { headEnds } from './repeated-heads.ts';

/**
 * Row lines of a table that draws none: where its texts explain them best, left out where the text of a column runs on or a
 * label spans rows. `xs` are the column lines, `y0` and `y1` the ends of the table, `ends` heights within
 * it at which some row ends for certain, `all` the texts of a table of which it is a part.
 */
export function impliedRows(
  xs: readonly number[],
  y0: number,
  y1: number,
  segments: readonly Segment[],
  ends: readonly number[] = [],
  all: readonly Segment[] = segments,
): Edge[] {
  const side = (position: number): Edge => rowEdge(position, xs[0]!, xs.at(-1)!);
  const rows = explainedRows(xs, segments, ends, all, headEnds(segments));
  const inner = rows.bounds
    .filter((position) => position > y0 && position < y1)
    .flatMap((position) => {
      const parts: Edge[] = [];
      rows.ofColumn.forEach((bounds, column) => {
        if (!bounds.includes(position)) return;
        const last = parts.at(-1);
        if (last?.end === xs[column]) last!.end = xs[column + 1]!;
        else parts.push(rowEdge(position, xs[column]!, xs[column + 1]!));
      });
      return parts;
    });
  return [side(y0), ...inner, side(y1)];
}

function rowEdge(position: number, start: number, end: number): Edge {
  return { orientation: 'h', position, start, end, thickness: 0, assumed: true };
}
