import type { SharedColumns } from '../columns/shared-columns.ts';
import type { LogicalCell } from './logical-grid.ts';

/** A text may reach over the strip that its line lies in by this much, in points. */
const drift = 1;

/**
 * A cell of a part whose lines between columns no one drew, where it stands over several columns of the grid: one that is blank on
 * its page was not told there. Its text stands in one of them, and the others are blank. `left` is the left side of the part.
 */
export function inColumns(cell: LogicalCell, { xs, reach }: SharedColumns, left: number): LogicalCell[] {
  const { column, columnSpan, lines, text, places } = cell;
  const shift = left - xs[0]!;
  const [x0, x1] = [
    Math.min(...lines.map(({ box }) => box.x0)) - shift,
    Math.max(...lines.map(({ box }) => box.x1)) - shift,
  ];
  const columns = Array.from({ length: columnSpan }, (_, i) => column + i);
  const homes =
    text === ''
      ? [column]
      : columns.filter((c) => x0 >= reach[c]!.from - drift && x1 <= reach[c + 1]!.to + drift);
  const [home, ...more] = homes;
  if (home === undefined || more.length > 0) return [cell];
  return columns.map((c): LogicalCell => {
    const own = places.map(({ page, box, filled }) => ({
      page,
      box: { ...box, x0: xs[c]! + shift, x1: xs[c + 1]! + shift },
      filled: filled && c === home,
    }));
    const piece = { ...cell, column: c, columnSpan: 1, places: own };
    return c === home ? piece : { ...piece, text: '', lines: [], doubt: null };
  });
}
