import type { Lattice } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Lines of one cell stand nearer to each other than rows do: rows stand apart by this share of the height of the lowest. */
const rowPitch = 0.95;

/** White between two words, in ems. */
const wordSpace = 0.3;

/**
 * A striped table in whose uncoloured rows a label stands alone above or below the rest, as far from it as rows are: the head of
 * a group, in a row of its own, which has no colour either.
 */
export function withLabelsAlone(table: Lattice, segments: readonly Segment[]): Lattice {
  const lowest = Math.min(...table.ys.slice(1).map((y, i) => y - table.ys[i]!));
  let result = table;
  for (let row = table.ys.length - 2; row >= 0; row--) {
    const cells = result.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
    if (cells.some(({ rowSpan }) => rowSpan > 1)) continue;
    const bounds = rowBounds(result, row, lowest, segments);
    if (bounds.length > 0) result = partedRow(result, row, bounds);
  }
  return result;
}

/** Heights between the lines of a row of which at least one is a label alone; none where they are of one cell. */
function rowBounds({ xs, ys }: Lattice, row: number, lowest: number, segments: readonly Segment[]): number[] {
  const inside = segments.filter(({ box }) => {
    const y = (box.y0 + box.y1) / 2;
    return y > ys[row]! && y < ys[row + 1]! && box.x1 > xs[0]! && box.x0 < xs.at(-1)!;
  });
  const lines = [...Map.groupBy(inside, ({ line }) => line).values()].sort(
    (a, b) => a[0]!.box.y0 - b[0]!.box.y0,
  );
  const isAlone = (line: readonly Segment[]): boolean => line.length === 1 && line[0]!.box.x1 < xs[1]!;
  if (!lines.some(isAlone) || lines.every(isAlone)) return [];
  const pairs = lines.slice(1).map((line, i) => [lines[i]!, line] as const);
  const areRows = pairs.every(
    ([above, below]) =>
      middleOf(below) - middleOf(above) >= rowPitch * lowest && !goesOn(above[0]!, below[0]!, xs[1]!),
  );
  return areRows ? pairs.map(([above, below]) => (middleOf(above) + middleOf(below)) / 2) : [];
}

function middleOf(line: readonly Segment[]): number {
  return (line[0]!.box.y0 + line[0]!.box.y1) / 2;
}

/** Whether a label is the rest of the one above it: it begins small, or that one had no room for its first word. */
function goesOn(above: Segment, below: Segment, right: number): boolean {
  const { text, box, size } = below;
  const word = text.split(' ', 1)[0]!;
  const width = ((box.x1 - box.x0) * word.length) / text.length;
  return !/^[\p{Lu}\d]/u.test(text) || above.box.x1 + wordSpace * size + width > right;
}

function partedRow({ xs, ys, cells }: Lattice, row: number, bounds: readonly number[]): Lattice {
  const lines = [ys[row]!, ...bounds, ys[row + 1]!];
  return {
    xs,
    ys: [...ys.slice(0, row + 1), ...bounds, ...ys.slice(row + 1)],
    cells: cells.flatMap((cell) => {
      if (cell.row < row) return [cell];
      if (cell.row > row) return [{ ...cell, row: cell.row + bounds.length }];
      return lines
        .slice(1)
        .map((y1, i) => ({ ...cell, row: row + i, box: { ...cell.box, y0: lines[i]!, y1 } }));
    }),
  };
}
