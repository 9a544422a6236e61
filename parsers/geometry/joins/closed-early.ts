import type { PageCell, PageGrid } from '../grids/page-grid.ts';

/** Spacing between cells that a page end leaves above the first row of a part, at most, in points. */
const spacing = 6;

/**
 * A part whose labels go on from the page before where a browser closes them too early: at the head of the page, above the first row that they
 * stand beside, or within a row. What it leaves blank below is no cell, and theirs. `last`: the part before. The same part where there are none.
 */
export function withLabelsRunOn(given: PageGrid, last: PageGrid, drift: number): PageGrid {
  if (given.method !== 'ruled' || !last.openBottom.some(Boolean)) return given;
  const part = withoutSpacing(given);
  let open = 0;
  while (last.openBottom[open] && isSameColumn(part, last, open, drift)) open++;
  const [holes, cells] = [new Set<PageCell>(), [...part.cells]];
  const openTop = [...part.openTop];
  for (const cell of part.cells) {
    if (cell.text !== '' || cell.column + cell.columnSpan > open) continue;
    const isAtHead =
      cell.row === 0 &&
      cell.columnSpan > 1 &&
      !openTop.slice(cell.column, cell.column + cell.columnSpan).some(Boolean);
    const above = cell.row > 0 && isWithinRow(part, cell.row, open) ? cellsOver(cells, cell) : [];
    if (!isAtHead && above.length === 0) continue;
    holes.add(cell);
    for (const label of above) {
      const longer = {
        ...label,
        rowSpan: label.rowSpan + cell.rowSpan,
        box: { ...label.box, y1: cell.box.y1 },
      };
      cells[cells.indexOf(label)] = longer;
    }
    if (isAtHead)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        cells.push(columnOf(part, cell, column));
        openTop[column] = true;
      }
  }
  if (holes.size === 0) return given;
  return {
    ...part,
    openTop,
    cells: cells.filter((cell) => !holes.has(cell)).sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** Without a first row that is no more than the spacing above the cells of the next, where all that ends with it is blank. */
function withoutSpacing(part: PageGrid): PageGrid {
  const [y0 = 0, y1 = 0] = part.ys;
  const ends = part.cells.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1);
  const goesOn = part.cells.some(({ row, rowSpan }) => row === 0 && rowSpan > 1);
  if (part.ys.length < 3 || y1 - y0 >= spacing || !goesOn || !part.openTop.every(Boolean)) return part;
  if (ends.some(({ text }) => text !== '')) return part;
  const cells = part.cells
    .filter((cell) => !ends.includes(cell))
    .map((cell) => (cell.row > 0 ? { ...cell, row: cell.row - 1 } : { ...cell, rowSpan: cell.rowSpan - 1 }));
  return { ...part, ys: part.ys.slice(1), cells };
}

const isSameColumn = (part: PageGrid, last: PageGrid, column: number, drift: number): boolean =>
  [column, column + 1].every((i) => Math.abs((part.xs[i] ?? Infinity) - (last.xs[i] ?? -Infinity)) <= drift);

/** Whether no cell right of the labels begins at the row: the line above it runs into one. Where all columns are open a row was cut, and none is right of them. */
const isWithinRow = ({ cells, xs }: PageGrid, at: number, from: number): boolean =>
  from < xs.length - 1 && cells.every(({ column, row }) => column < from || row !== at);

/** The blank cells that end where a blank one begins and are as wide together; none where others do. */
function cellsOver(cells: readonly PageCell[], { column, columnSpan, row }: PageCell): PageCell[] {
  const end = column + columnSpan;
  const over = cells.filter(
    (cell) => cell.row + cell.rowSpan === row && cell.column >= column && cell.column < end,
  );
  const width = over.reduce((sum, cell) => sum + cell.columnSpan, 0);
  return width === columnSpan && over.every(({ row: top, text }) => top === 0 && text === '') ? over : [];
}

const columnOf = ({ xs }: PageGrid, cell: PageCell, column: number): PageCell => ({
  ...cell,
  column,
  columnSpan: 1,
  box: { ...cell.box, x0: xs[column]!, x1: xs[column + 1]! },
});
