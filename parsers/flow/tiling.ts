/** A rectangle of a grid. */
export interface Span {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/**
 * Makes spans tile `rows` × `columns` exactly: what an earlier span covers is not covered again (a later one loses the
 * rows or columns that overlap), and what none covers is filled with the blank that `fill` gives, one a gap in a row.
 */
export function tileExactly<T extends Span>(
  spans: T[],
  rows: number,
  columns: number,
  fill: (span: Span) => T,
): T[] {
  const taken = new Uint8Array(rows * columns);
  const tiles: T[] = [];
  for (const span of spans) {
    const fitted = clip(span, taken, rows, columns);
    if (fitted)
      tiles.push(fitted.rowSpan === span.rowSpan && fitted.columnSpan === span.columnSpan ? span : fitted);
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const start = column;
      while (column + 1 < columns && !taken[row * columns + column + 1]) column++;
      tiles.push(fill({ row, column: start, rowSpan: 1, columnSpan: column + 1 - start }));
    }
  }
  return tiles.sort((a, b) => a.row - b.row || a.column - b.column);
}

function clip<T extends Span>(span: T, taken: Uint8Array, rows: number, columns: number): T | null {
  const { row, column } = span;
  if (row >= rows || column >= columns || taken[row * columns + column]) return null;
  let columnSpan = 1;
  const mostColumns = Math.min(span.columnSpan, columns - column);
  while (columnSpan < mostColumns && !taken[row * columns + column + columnSpan]) columnSpan++;
  let rowSpan = 1;
  const mostRows = Math.min(span.rowSpan, rows - row);
  while (rowSpan < mostRows && isFree(taken, (row + rowSpan) * columns + column, columnSpan)) rowSpan++;
  for (let r = row; r < row + rowSpan; r++) {
    taken.fill(1, r * columns + column, r * columns + column + columnSpan);
  }
  return { ...span, rowSpan, columnSpan };
}

function isFree(taken: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) if (taken[at]) return false;
  return true;
}

/** The span where the columns of the grid are counted from its other end. */
export const mirrored = <T extends Span>(span: T, columns: number): T => ({
  ...span,
  column: columns - span.column - span.columnSpan,
});

/** Leaves out the grid lines at which no span begins or ends, so that a column that every span runs through is no column. */
export function dropUnusedColumns<T extends Span>(spans: T[]): { spans: T[]; columns: number } {
  const lines = new Set(spans.flatMap((span) => [span.column, span.column + span.columnSpan]));
  const position = new Map([...lines].sort((a, b) => a - b).map((line, n) => [line, n]));
  const indexOf = (line: number) => position.get(line) ?? 0;
  return {
    columns: Math.max(0, lines.size - 1),
    spans: spans.map((span) => {
      const column = indexOf(span.column);
      return { ...span, column, columnSpan: indexOf(span.column + span.columnSpan) - column };
    }),
  };
}
