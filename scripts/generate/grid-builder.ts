import type { SpanCell, SpanGrid } from './page.ts';

export type CellInput = string | (Partial<Omit<SpanCell, 'row' | 'column'>> & { text: string });

export interface GridBuilder {
  readonly columns: number;
  /** Rows begun so far. */
  readonly rows: number;
  /** Places cells from left to right into the columns that spans from above leave free. They must fill the row exactly. */
  row(...cells: CellInput[]): void;
  finish(options?: { widths?: number[]; headerRows?: number }): SpanGrid;
}

/** Builds a grid row by row as HTML does, and refuses one that does not tile. */
export function gridBuilder(columns: number): GridBuilder {
  const cells: SpanCell[] = [];
  const taken: boolean[][] = [];
  let rows = 0;
  const rowOf = (index: number) => {
    taken[index] ??= Array.from({ length: columns }, () => false);
    return taken[index]!;
  };
  return {
    columns,
    get rows() {
      return rows;
    },
    row(...inputs) {
      const row = rows++;
      let column = 0;
      for (const input of inputs) {
        while (column < columns && rowOf(row)[column]) column++;
        const cell = { rowSpan: 1, columnSpan: 1, ...(typeof input === 'string' ? { text: input } : input) };
        if (column + cell.columnSpan > columns)
          throw new RangeError(`row ${row} is too long at “${cell.text}”`);
        for (let r = row; r < row + cell.rowSpan; r++) {
          for (let c = column; c < column + cell.columnSpan; c++) {
            if (rowOf(r)[c]) throw new RangeError(`row ${row} overlaps at “${cell.text}”`);
            rowOf(r)[c] = true;
          }
        }
        cells.push({ row, column, ...cell });
        column += cell.columnSpan;
      }
      if (rowOf(row).includes(false))
        throw new RangeError(`row ${row} is too short: ${JSON.stringify(inputs)}`);
    },
    finish({ widths, headerRows } = {}) {
      if (taken.length > rows) throw new RangeError(`a span reaches below the last row ${rows}`);
      const grid: SpanGrid = {
        kind: 'grid',
        rows,
        columns,
        cells,
        widths: widths ?? Array.from({ length: columns }, () => 1),
        headerRows: headerRows ?? 0,
      };
      return dropUnusedBoundaries(grid);
    },
  };
}

/** A column boundary where no cell begins cannot be seen on a page, so it is none. */
function dropUnusedBoundaries(grid: SpanGrid): SpanGrid {
  const starts = [...new Set(grid.cells.map(({ column }) => column))].sort((a, b) => a - b);
  if (starts.length === grid.columns) return grid;
  const ends = [...starts.slice(1), grid.columns];
  const indexOf = (column: number) => starts.findIndex((start, i) => column >= start && column < ends[i]!);
  return {
    ...grid,
    columns: starts.length,
    widths: starts.map((start, i) => grid.widths.slice(start, ends[i]).reduce((a, b) => a + b, 0)),
    cells: grid.cells.map((cell) => ({
      ...cell,
      column: indexOf(cell.column),
      columnSpan: indexOf(cell.column + cell.columnSpan - 1) - indexOf(cell.column) + 1,
    })),
  };
}

/** Spans of `count` cells over `total` columns: as even as can be, the rest to the last. */
export function spread(count: number, total: number): number[] {
  const each = Math.floor(total / count);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? total - each * (count - 1) : each));
}

/** Cells over the whole width with given shares of it. */
export function spanning(
  total: number,
  inputs: CellInput[],
  spans = spread(inputs.length, total),
): CellInput[] {
  return inputs.map((input, i) => ({
    ...(typeof input === 'string' ? { text: input } : input),
    columnSpan: spans[i]!,
  }));
}
