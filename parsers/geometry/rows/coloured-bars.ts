import type { Box } from '../../../schemas/index.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Coloured bars across tables that draw no more: their sides part rows, and one that is coloured in one piece is one cell. */
export interface ColouredBars {
  /** Upper and lower sides. */
  sides: Edge[];
  /** Bars of one piece with one text in them, and cells of coloured heads over several columns. */
  cells: Box[];
}

export const noBars: ColouredBars = { sides: [], cells: [] };

/** Most rows side by side in one bar, most lines of text in a row, and height of a line with the white around it, in ems. */
const mostRows = 3;
const mostLines = 3;
const lineHeight = 2;

/** Whether a coloured area is a row or a few. */
export function isBar({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>, segments: readonly Segment[]): boolean {
  const rows = ys.slice(1).map((y1, i) => ({ x0: xs[0]!, x1: xs.at(-1)!, y0: ys[i]!, y1 }));
  return rows.length <= mostRows && rows.every((row) => isRow(row, segments));
}

function isRow(box: Box, segments: readonly Segment[]): boolean {
  const inside = textsIn(box, segments);
  const lines = new Set(inside.map(({ line }) => line)).size;
  return lines > 0 && lines <= mostLines && box.y1 - box.y0 <= lines * lineHeight * inside[0]!.size;
}

function textsIn({ x0, x1, y0, y1 }: Box, segments: readonly Segment[]): Segment[] {
  return segments.filter(({ box }) => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return x > x0 && x < x1 && y > y0 && y < y1;
  });
}

/** `parted` are bars of several cells, `areas` what else is coloured on the page. */
export function colouredBars(
  parted: readonly Lattice[],
  areas: readonly Box[],
  segments: readonly Segment[],
): ColouredBars {
  const whole = areas.filter(({ x0, x1, y0, y1 }) => isBar({ xs: [x0, x1], ys: [y0, y1] }, segments));
  const across = parted.flatMap(({ xs, cells }) =>
    cells
      .filter(({ columnSpan }) => columnSpan > 1)
      .map(({ box, columnSpan }) => (columnSpan === xs.length - 1 ? box : overTexts(box, segments))),
  );
  return {
    sides: [
      ...parted.flatMap(({ xs, ys }) => ys.map((y) => side(y, xs[0]!, xs.at(-1)!))),
      ...whole.flatMap(({ x0, x1, y0, y1 }) => [side(y0, x0, x1), side(y1, x0, x1)]),
    ],
    cells: [...across, ...whole].filter((box) => textsIn(box, segments).length === 1),
  };
}

/** A coloured cell as far as texts are written in its columns, for theirs may be parted a little beside its sides. */
function overTexts(cell: Box, segments: readonly Segment[]): Box {
  const below = segments.filter(({ box }) => box.x0 > cell.x0 && box.x1 < cell.x1 && box.y1 > cell.y0);
  return {
    ...cell,
    x0: Math.min(...below.map(({ box }) => box.x0)),
    x1: Math.max(...below.map(({ box }) => box.x1)),
  };
}

function side(position: number, start: number, end: number): Edge {
  return { orientation: 'h', position, start, end, thickness: 0, assumed: true };
}
