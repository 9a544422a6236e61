import type { PageGrid } from './page-grid.ts';

/** A row lower than this many times the usual text size has no room for a line: a strip between borders, or what a page cut left over. */
const sliver = 1.2;

/** One lower than this is no row, whatever spans it: a browser ends what is left of a merged cell on the next page some points too high. */
const strip = 0.6;

/**
 * Drops rows too low for text that nothing is written in; cells that span them span one row less. Several such rows that one text spans
 * may be rows: of these only strips go.
 */
export function withoutSlivers(grid: PageGrid): PageGrid {
  const sizes = grid.cells.flatMap((cell) => cell.lines.map((line) => line.size)).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1];
  if (usual === undefined || grid.ys.length < 4) return grid;
  return withoutLowRows(grid, usual * sliver) ?? withoutLowRows(grid, usual * strip) ?? grid;
}

/** Without blank rows lower than `height`, in points; null where a text would stand in none. */
function withoutLowRows(grid: PageGrid, height: number): PageGrid | null {
  const low = grid.ys
    .slice(1)
    .map((y, row) => (y - grid.ys[row]! < height ? row : -1))
    .filter((row) => row >= 0);
  const dropped = low.filter((row) =>
    grid.cells.every((cell) => cell.row !== row || cell.rowSpan > 1 || cell.text === ''),
  );
  if (dropped.length === 0 || dropped.length === grid.ys.length - 1) return grid;
  const gone = new Set(dropped);
  const before = (row: number): number => dropped.filter((other) => other < row).length;
  const cells = grid.cells
    .filter((cell) => !(cell.rowSpan === 1 && gone.has(cell.row)))
    .map((cell) => {
      const end = cell.row + cell.rowSpan;
      const row = cell.row - before(cell.row);
      return { ...cell, row, rowSpan: end - before(end) - row };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
  if (cells.some((cell) => cell.rowSpan < 1 && cell.text !== '')) return null;
  const leading = grid.ys.findIndex((_, row) => !gone.has(row));
  const lost = new Set(dropped.map((row) => (row < leading ? row + 1 : row)));
  const rows = grid.ys.length - 1;
  return {
    ...grid,
    ys: grid.ys.filter((_, line) => !lost.has(line)),
    cells: cells.filter((cell) => cell.rowSpan > 0),
    openTop: closedWhere(grid, grid.openTop, ({ row, rowSpan }) => gone.has(0) && row + rowSpan === leading),
    openBottom: closedWhere(grid, grid.openBottom, ({ row }) => {
      for (let below = row; below < rows; below++) if (!gone.has(below)) return false;
      return true;
    }),
  };
}

/** What is left of a row that the page cut ends, or begins, at a line: what stands beyond it in those columns is none of the other page. */
function closedWhere(
  grid: PageGrid,
  open: readonly boolean[],
  isSliver: (cell: PageGrid['cells'][number]) => boolean,
): boolean[] {
  const closed = new Set<number>();
  for (const cell of grid.cells)
    if (isSliver(cell))
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) closed.add(column);
  return open.map((value, column) => value && !closed.has(column));
}

/** A grid that ends below this share of the page's height may have been cut by the page end. */
const pageEnd = 0.8;

/**
 * Drops what is left of a page below the last whole row: beside a merged cell that goes on to the page end, an empty field over
 * all other columns is no row of the table.
 */
export function withoutLeftover(grid: PageGrid, pageHeight: number): PageGrid {
  const rows = grid.ys.length - 1;
  if (rows < 3 || grid.box.y1 < pageHeight * pageEnd) return grid;
  const own = grid.cells.filter((cell) => cell.row === rows - 1);
  const [left] = own;
  if (own.length !== 1 || !left || left.text !== '' || left.columnSpan < 2) return grid;
  const cells = grid.cells
    .filter((cell) => cell !== left)
    .map((cell) => (cell.row + cell.rowSpan === rows ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell));
  // The field lay open to the page end, and with it the cells that the last row now ends at.
  const columns = grid.xs.length - 1;
  const closed = Array.from({ length: columns }, (_, column) =>
    column >= left.column && column < left.column + left.columnSpan ? false : left.columnSpan < columns,
  );
  return { ...grid, ys: grid.ys.filter((_, line) => line !== rows - 1), cells, openBottom: closed };
}

/**
 * Drops the lines across of a part that the page before cut, where they only part blank cells of one column, the upper one at
 * the head of the part, and every other cell runs past them: a browser ends what is left of a merged cell too high.
 */
export function withoutBlankSplits(grid: PageGrid): PageGrid {
  for (let line = 1; line < grid.ys.length - 1; line++) {
    const mended = withoutBlankSplit(grid, line);
    if (mended) return withoutBlankSplits(mended);
  }
  return grid;
}

function withoutBlankSplit(grid: PageGrid, line: number): PageGrid | null {
  const [upper, ...more] = grid.cells.filter((cell) => cell.row + cell.rowSpan === line);
  const [lower, ...others] = grid.cells.filter((cell) => cell.row === line);
  if (!upper || !lower || more.length > 0 || others.length > 0) return null;
  const blank = upper.text === '' && lower.text === '' && upper.row === 0;
  if (!blank || upper.column !== lower.column || upper.columnSpan !== lower.columnSpan) return null;
  const cells = grid.cells
    .filter((cell) => cell !== lower)
    .map((cell) => {
      if (cell === upper)
        return { ...cell, rowSpan: line + lower.rowSpan - 1, box: { ...cell.box, y1: lower.box.y1 } };
      if (cell.row >= line) return { ...cell, row: cell.row - 1 };
      return cell.row + cell.rowSpan > line ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell;
    });
  return { ...grid, ys: grid.ys.filter((_, at) => at !== line), cells };
}
