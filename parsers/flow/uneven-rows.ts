import type { Span } from './tiling.ts';

/** Fewest lines of a row that no other row has, for it to be one whose cells were drawn by themselves. */
const fewestLines = 2;

/**
 * Puts the cells of a row back below those of the row above where its borders were moved: 合计 | 985 | 896 | 896, each drawn over
 * the ends of two columns, which is one cell to a column where all moved borders are taken back to the same side.
 * Where both sides would do, neither is taken.
 */
export function straightenRows<T extends Span>(spans: readonly T[]): T[] {
  const byRow = Map.groupBy(spans, ({ row }) => row);
  const own = linesOfOneRow(spans);
  const straight = new Map<T, T>();
  for (const [row, cells] of byRow) {
    const moved = own.get(row);
    const above = byRow.get(row - 1);
    if (moved === undefined || moved.size < fewestLines || above === undefined) continue;
    if (own.has(row - 1) || [...cells, ...above].some(({ rowSpan }) => rowSpan > 1)) continue;
    const [right, left] = [movedBack(cells, moved, above, 1), movedBack(cells, moved, above, -1)];
    const found = right === null ? left : left === null ? right : null;
    for (const [i, cell] of (found === null ? [] : cells).entries()) straight.set(cell, found![i]!);
  }
  return spans.map((span) => straight.get(span) ?? span);
}

/** Lines that the cells of one row alone begin or end at, by that row. */
function linesOfOneRow(spans: readonly Span[]): Map<number, Set<number>> {
  const rowOf = new Map<number, number | null>();
  for (const { row, column, rowSpan, columnSpan } of spans)
    for (const line of [column, column + columnSpan]) {
      const before = rowOf.get(line);
      rowOf.set(line, rowSpan > 1 || (before !== undefined && before !== row) ? null : row);
    }
  const own = new Map<number, Set<number>>();
  for (const [line, row] of rowOf) {
    if (row === null) continue;
    const lines = own.get(row);
    if (lines) lines.add(line);
    else own.set(row, new Set([line]));
  }
  return own;
}

/** The cells of a row with each moved line taken to the next line of the row above on one side; null where they are no whole cells of it then. */
function movedBack<T extends Span>(
  cells: readonly T[],
  moved: ReadonlySet<number>,
  above: readonly Span[],
  side: 1 | -1,
): T[] | null {
  const lines = [...new Set(above.flatMap(({ column, columnSpan }) => [column, column + columnSpan]))].sort(
    (a, b) => a - b,
  );
  const targets = new Map<number, number>();
  let at = 0;
  for (const line of [...moved].sort((a, b) => a - b)) {
    while (at < lines.length && lines[at]! < line) at++;
    const target = lines[side === 1 ? at : at - 1];
    if (target === undefined) return null;
    targets.set(line, target);
  }
  const kept = cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]);
  const taken = new Set(kept.filter((line) => !moved.has(line)));
  const ends = [...targets.values()];
  if (new Set(ends).size < ends.length || ends.some((line) => taken.has(line))) return null;
  const first = ends[0]!;
  const whole = new Map(above.map(({ column, columnSpan }) => [column, columnSpan]));
  const straight = cells.map((cell): T => {
    const start = targets.get(cell.column) ?? cell.column;
    const end = targets.get(cell.column + cell.columnSpan) ?? cell.column + cell.columnSpan;
    return { ...cell, column: start, columnSpan: end - start };
  });
  return straight.every(({ column, columnSpan }) => column < first || whole.get(column) === columnSpan)
    ? straight
    : null;
}
