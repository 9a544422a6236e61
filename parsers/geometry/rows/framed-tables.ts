import { borderlessTables } from '../borderless/borderless.ts';
import { acrossOnly } from '../half-ruled/half-ruled.ts';
import { within } from '../half-ruled/rule-stacks.ts';
import type { Glyph } from '../marks.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import { segmentsIn } from '../texts/segments.ts';
import { noBars } from './coloured-bars.ts';

/** Most cells of a drawn grid that may only be the frame of a table: its sides, the line beneath its head, one beside its labels. */
const mostCells = 4;

/** Least height of a cell that holds several rows, in points. */
const leastHeight = 30;

/** Whether a drawn grid has so few cells, and one so high, that it may be the frame of a table. */
export function mayBeFrame({ cells }: Lattice): boolean {
  return cells.length <= mostCells && cells.some(({ box }) => box.y1 - box.y0 > leastHeight);
}

/** Fewest rows that the lines in a frame part. */
const fewestRows = 3;

/** Least share of the rows between the lines of a frame that hold texts in several columns. */
const partedShare = 0.7;

/** Whether a grid is no more than a frame and the lines between its rows: no line parts columns. */
export function mayBeRuledFrame({ xs, cells }: Lattice): boolean {
  return xs.length === 2 && cells.length >= fewestRows;
}

/** The table in a frame with lines between its rows: the places of the texts give its columns. Null where most rows hold one text. */
export function ruledFrame(
  { xs, ys }: Lattice,
  edges: readonly Edge[],
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): Lattice | null {
  const box = { x0: xs[0]!, x1: xs.at(-1)!, y0: ys[0]!, y1: ys.at(-1)! };
  const inside = segmentsIn(box, glyphs, settings);
  const [table, ...more] = acrossOnly(edges, inside, noBars, false, settings);
  if (!table || more.length > 0) return null;
  const filled = new Map<number, Set<number>>();
  for (const { box } of inside) {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    const row = ys.findLastIndex((line) => line < y);
    const columns = filled.get(row) ?? new Set();
    filled.set(row, columns.add(table.xs.findLastIndex((line) => line < x)));
  }
  const parted = [...filled.values()].filter(({ size }) => size > 1);
  return parted.length >= partedShare * filled.size ? table : null;
}

/** Share of the texts of a frame that the table within must hold. */
const heldShare = 0.7;

/**
 * The table in a frame: drawn are its outer sides, the line beneath its head, perhaps one behind its labels, and what one cell
 * holds is rows and columns. Null where the grid is one by itself. `edges` are the lines across within it.
 */
export function framedTable(
  { xs, ys, cells }: Lattice,
  edges: readonly Edge[],
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): Lattice | null {
  const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const inside = segmentsIn({ x0, y0, x1, y1 }, glyphs, settings);
  const isTable = cells.some(({ box }) => {
    const own = within(inside, box.x0, box.y0, box.x1, box.y1);
    const held = borderlessTables(own, noBars, settings)
      .map((table) => within(own, table.xs[0]!, table.ys[0]!, table.xs.at(-1)!, table.ys.at(-1)!).length)
      .reduce((sum, count) => sum + count, 0);
    return held > 0 && held >= own.length * heldShare;
  });
  if (!isTable) return null;
  const found = acrossOnly(edges, inside, noBars, false, settings);
  return found.length === 1 && found[0]!.xs.length > xs.length ? found[0]! : null;
}
