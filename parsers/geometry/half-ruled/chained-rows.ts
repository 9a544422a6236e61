import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import {
  type Block,
  centreDrift,
  chainOf,
  endDrift,
  nearer,
  openRows,
  type Row,
  type RowEnds,
  reach,
  withLinesOfChains,
} from './ends-of-rows.ts';

/**
 * In a table without lines down, whose lines across tell where it ends, texts in the middles of their cells tell each cell of a row: the last one
 * ends with the table and begins as far before its text, where the one before it ends, and the first begins with the table, or behind a label that
 * spans rows. Rows in which this comes out, while some text stands off the middle of the cell that gutters gave it, get these cells; 合计 gets
 * the blank ones around it. `spans` are the cells of these rows.
 */
export function withChainedRows(
  found: Lattice,
  segments: readonly Segment[],
): { table: Lattice; spans: Set<LatticeCell> } {
  const lattice = withLinesOfChains(found, segments);
  const { xs } = lattice;
  const ends = new Map<number, RowEnds>();
  const closed = new Map<number, RowEnds>();
  for (const [row, { one, inRow }] of openRows(lattice, segments)) {
    const chain = chainOf(one, xs);
    const found = chain && isOpen(one, xs) ? chain : totalOf(one, inRow, xs);
    if (found) ends.set(row, found);
    else if (chain) closed.set(row, chain);
  }
  // What stands in the middle of a column stands in that of three as well: others of these rows tell.
  const known = new Set([...ends.values()].flatMap((row) => spansOf(row, xs)));
  for (const [row, chain] of closed)
    if (spansOf(chain, xs).some((span) => known.has(span) && !isColumn(span, xs))) ends.set(row, chain);
  return ends.size === 0 ? { table: lattice, spans: new Set() } : withRowEnds(lattice, ends);
}

/** How far, in points, the side of a table may be off that its texts alone tell. */
const outerDrift = 30;

/** In a table without any lines, 合计 in the middle of blank cells from the beginning of its row spans them. */
export function withTotalNames(lattice: Lattice, segments: readonly Segment[]): Lattice {
  const ends = new Map<number, RowEnds>();
  for (const [row, { one, inRow }] of openRows(lattice, segments)) {
    const found = totalOf(one, inRow, lattice.xs, outerDrift);
    if (found) ends.set(row, found);
  }
  return ends.size === 0 ? lattice : withRowEnds(lattice, ends).table;
}

const totals = /^(?:合\s*计|总\s*计|总\s*分|总\s*得\s*分)$/;

/** The row of a total whose name stands in the middle of blank cells from the beginning of its row: it spans them. */
function totalOf(
  { first, cells, blocks }: Row,
  texts: readonly Segment[],
  xs: readonly number[],
  drift = endDrift,
): RowEnds | null {
  const [name, other] = [...texts].sort((a, b) => a.box.x0 - b.box.x0);
  // 合　计: the blank between looks like one between columns.
  const parts = name && totals.test(name.text) ? 1 : totals.test(`${name?.text}${other?.text}`) ? 2 : 0;
  const [block, last, next] = [blocks[0], blocks[parts - 1], blocks[parts]];
  if (!block || !last || !next) return null;
  const end = block.x0 + last.x1 - xs[first]!;
  const line = cells
    .map(({ box }) => box.x1)
    .filter((x) => Math.abs(x - end) < drift && x <= next.x0 + reach && x >= last.x1)
    .reduce<number | undefined>(
      (best, x) => (best === undefined || nearer(x, best, end) ? x : best),
      undefined,
    );
  if (line === undefined || line === cells[0]?.box.x1) return null;
  const rest = cells.filter(({ box }) => box.x1 > line && box.x1 < xs.at(-1)!).map(({ box }) => box.x1);
  return { first, ends: [line, ...rest] };
}

/** Fewest columns of a table in which two texts alone in a row are a label and its value. */
const fewestColumns = 4;

/** Whether the cells that gutters gave a row are not those of its texts for certain: one stands off the middle of its column, or a label and its value stand alone among blank cells. */
function isOpen({ first, cells, blocks }: Row, xs: readonly number[]): boolean {
  const [label, value, ...more] = blocks;
  if (label === undefined) return false;
  const isPair = first === 0 && value !== undefined && more.length === 0 && xs.length > fewestColumns;
  return (isPair && !value.isFigure) || !blocks.every((block) => standsRight(block, blocks, cells));
}

/** Whether a text stands in the middle of a column, or of several over which it writes between other texts. */
function standsRight(block: Block, blocks: readonly Block[], cells: readonly LatticeCell[]): boolean {
  const at = cells.findIndex(({ box }) => Math.abs(box.x0 + box.x1 - block.x0 - block.x1) / 2 < centreDrift);
  if (at < 0) return false;
  const isBlank = (cell: LatticeCell | undefined): boolean =>
    cell !== undefined && !blocks.some(({ x0, x1 }) => x0 < cell.box.x1 && x1 > cell.box.x0);
  return cells[at]!.columnSpan === 1 || !(isBlank(cells[at - 1]) || isBlank(cells[at + 1]));
}

/** The cells of a row, each by its sides. */
function spansOf({ first, ends }: RowEnds, xs: readonly number[]): string[] {
  return [...ends, xs.at(-1)!].map((end, i) => `${ends[i - 1] ?? xs[first]!} ${end}`);
}

const isColumn = (span: string, xs: readonly number[]): boolean =>
  xs.slice(1).some((x, i) => span === `${xs[i]!} ${x}`);

/** A table whose rows with known ends have cells between these; columns are parted where a row ends a cell within them. */
function withRowEnds(
  { xs: before, ys, cells }: Lattice,
  ends: ReadonlyMap<number, RowEnds>,
): { table: Lattice; spans: Set<LatticeCell> } {
  const xs = [...new Set([...before, ...[...ends.values()].flatMap((row) => row.ends)])].sort(
    (a, b) => a - b,
  );
  const at = new Map(xs.map((x, i) => [x, i]));
  const rest = cells
    .filter(({ row, rowSpan }) => rowSpan > 1 || !ends.has(row))
    .map((cell) => {
      const column = at.get(before[cell.column]!)!;
      return { ...cell, column, columnSpan: at.get(before[cell.column + cell.columnSpan]!)! - column };
    });
  const spans = [...ends].flatMap(([row, own]) =>
    [...own.ends, xs.at(-1)!].map((end, i): LatticeCell => {
      const start = own.ends[i - 1] ?? before[own.first]!;
      const column = at.get(start)!;
      const box = { x0: start, x1: end, y0: ys[row]!, y1: ys[row + 1]! };
      return { row, column, rowSpan: 1, columnSpan: at.get(end)! - column, box };
    }),
  );
  const all = [...rest, ...spans].sort((a, b) => a.row - b.row || a.column - b.column);
  return { table: { xs, ys, cells: all }, spans: new Set(spans) };
}
