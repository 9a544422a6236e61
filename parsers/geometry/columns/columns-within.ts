import { firstFrom } from '../first-from.ts';
import type { Glyph } from '../marks.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Fewest cells of a column that hold two figures side by side, and their share of those that hold any. */
const fewestCells = 4;
const pairedShare = 0.8;

/** Least white between two figures of different columns, in points, and all white among the glyphs of a cell that may hold two, in ems. */
const leastWhite = 3;
const leastBlank = 0.8;

/** What is written in one field of a grid: how wide its glyphs are together, and from where to where. */
interface Field {
  column: number;
  width: number;
  x0: number;
  x1: number;
  size: number;
  figures: boolean;
}

/** Whether cells of a column hold figures with white between them: there may be two columns between which no line is drawn. */
export function mayHoldColumns({ xs, ys }: Lattice, glyphs: readonly Glyph[]): boolean {
  if (ys.length - 1 < fewestCells) return false;
  const fields = new Map<number, Field>();
  for (const { box, text, size } of glyphs) {
    if (text.trim() === '') continue;
    const row = indexOf(ys, (box.y0 + box.y1) / 2);
    const column = indexOf(xs, (box.x0 + box.x1) / 2);
    if (row < 0 || column < 0) continue;
    const key = row * xs.length + column;
    const field = fields.get(key) ?? { column, width: 0, x0: Infinity, x1: -Infinity, size, figures: true };
    field.width += box.x1 - box.x0;
    field.x0 = Math.min(field.x0, box.x0);
    field.x1 = Math.max(field.x1, box.x1);
    field.figures &&= /[\d.,:%()$€£¥+\-–—*]/.test(text);
    fields.set(key, field);
  }
  const blanks = [...fields.values()].filter(
    ({ figures, width, x0, x1, size }) => figures && x1 - x0 - width > leastBlank * size,
  );
  return [...Map.groupBy(blanks, ({ column }) => column).values()].some(
    ({ length }) => length >= fewestCells,
  );
}

/** The field of sorted lines that a place lies in; -1 beyond them. */
function indexOf(lines: readonly number[], at: number): number {
  const next = firstFrom(lines.length, (line) => lines[line]! > at);
  return next === lines.length ? -1 : next - 1;
}

/**
 * A grid that draws lines around groups of columns alone: two figures side by side in nearly all cells of a column that hold figures,
 * with white under one another, are of two. Texts that cross it (the head of the group) span both. Null where no column is of that kind.
 */
export function withColumnsWithin(lattice: Lattice, segments: readonly Segment[]): Lattice | null {
  let result = lattice;
  for (let column = lattice.xs.length - 2; column >= 0; column--) {
    const held = lattice.cells.flatMap((cell) => {
      const texts = cell.column === column && cell.columnSpan === 1 ? textsIn(cell, segments) : [];
      return texts.length > 0 ? [{ cell, texts }] : [];
    });
    const gutter = gutterOf(held.map(({ texts }) => texts));
    if (gutter) result = partedAt(result, column, gutter, segments);
  }
  return result === lattice ? null : result;
}

function textsIn({ box: { x0, x1, y0, y1 } }: LatticeCell, segments: readonly Segment[]): Segment[] {
  return segments
    .filter(({ box }) => {
      const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
      return x > x0 && x < x1 && y > y0 && y < y1;
    })
    .sort((a, b) => a.box.x0 - b.box.x0);
}

/** The white between the two figures of nearly every cell that holds figures; null where they are too few, or have none in common. */
function gutterOf(cells: readonly (readonly Segment[])[]): Gutter | null {
  const figured = cells.filter((texts) => texts.every(({ text }) => isFigure(text)));
  const pairs = figured.filter(([a, b, ...more]) => b && more.length === 0 && a!.line === b.line);
  if (pairs.length < fewestCells || pairs.length < pairedShare * figured.length) return null;
  // Nothing but digits: figures of two, set wide.
  if (pairs.every((pair) => pair.every(({ text }) => text.length === 1))) return null;
  const from = Math.max(...pairs.map(([a]) => a!.box.x1));
  const to = Math.min(...pairs.map(([, b]) => b!.box.x0));
  return to - from >= leastWhite ? { from, to } : null;
}

/** A column as two: cells none of whose texts crosses the white between are parted, as long as some stand on both sides. */
function partedAt(
  lattice: Lattice,
  column: number,
  { from, to }: Gutter,
  segments: readonly Segment[],
): Lattice {
  const x = (from + to) / 2;
  const cells = lattice.cells.flatMap((cell): LatticeCell[] => {
    if (cell.column > column) return [{ ...cell, column: cell.column + 1 }];
    if (cell.column + cell.columnSpan <= column) return [cell];
    const whole = { ...cell, columnSpan: cell.columnSpan + 1 };
    if (cell.columnSpan > 1) return [whole];
    const texts = textsIn(cell, segments);
    const crossed = texts.some(({ box }) => box.x0 < x && box.x1 > x);
    const isHead = texts.length === 1 && !isFigure(texts[0]!.text);
    if (crossed || isHead) return [whole];
    return [
      { ...cell, box: { ...cell.box, x1: x } },
      { ...cell, column: column + 1, box: { ...cell.box, x0: x } },
    ];
  });
  return { ...lattice, xs: lattice.xs.toSpliced(column + 1, 0, x), cells };
}
