import type { Cell, Grid } from '../../../schemas/index.ts';
import { gridPlace } from '../place.ts';
import { displayWidth, pad, printable, wrap } from '../terminal/width.ts';
import type { Language } from '../wording.ts';

/** Narrowest column of a drawn grid: two 汉字. */
const leastColumn = 4;

/** Longest figure that is kept whole at the cost of words: 1,234,567,890.12; what is longer is a code. */
const longestKept = 16;

/** Grids drawn with lines, merged cells as one box, in `width` columns where the grid has room for that. */
export function gridsAsText(grids: Grid[], language: Language, width: number): string {
  return grids
    .map(
      (grid, index) =>
        `${index + 1} · ${gridPlace(grid, index, language)}\n${drawGrid(grid, width).join('\n')}\n`,
    )
    .join('\n');
}

/** The lines of one grid. */
export function drawGrid(grid: Grid, width: number): string[] {
  const texts = new Map(grid.cells.map((cell) => [cell, printableLines(cell.text)]));
  const widths = columnWidths(grid, texts, width);
  const wrapped = new Map(
    grid.cells.map((cell) => [
      cell,
      texts.get(cell)!.flatMap((line) => wrap(line, span(widths, cell.column, cell.columnSpan))),
    ]),
  );
  const heights = rowHeights(grid, wrapped);
  const owner = owners(grid);
  const lines: string[] = [];
  for (let row = 0; row <= grid.rows; row += 1) {
    lines.push(ruling(grid, owner, wrapped, widths, heights, row));
    if (row < grid.rows)
      for (let line = 0; line < heights[row]!; line += 1)
        lines.push(textLine(grid, owner, wrapped, widths, heights, row, line));
  }
  return lines;
}

type Texts = Map<Cell, string[]>;

/** The cell at every place, row by row. */
function owners(grid: Grid): Cell[] {
  const owner = new Array<Cell>(grid.rows * grid.columns);
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        owner[row * grid.columns + column] = cell;
  return owner;
}

function printableLines(text: string): string[] {
  return text.split('\n').map(printable);
}

/** Width of a run of columns, the lines between them included. */
function span(widths: number[], column: number, count: number): number {
  return widths.slice(column, column + count).reduce((sum, size) => sum + size, 3 * (count - 1));
}

/**
 * What the texts of one column ask for, brought down to the terminal by cutting the widest first, and figures last of
 * all: a number in two pieces is misread. Then texts that span columns get what they lack of the room that is left.
 */
function columnWidths(grid: Grid, texts: Texts, width: number): number[] {
  const figures = figureWidths(grid);
  const widths = [...figures];
  const wanted = (cell: Cell) => Math.max(0, ...texts.get(cell)!.map(displayWidth));
  for (const cell of grid.cells)
    if (cell.columnSpan === 1) widths[cell.column] = Math.max(widths[cell.column]!, wanted(cell));
  let room = width - 4 - span(widths, 0, grid.columns);
  room = narrowed(widths, room, (column) => Math.max(leastColumn, figures[column]!));
  room = narrowed(widths, room, () => leastColumn);
  for (const cell of bySpan(grid.cells)) {
    const missing = Math.min(room, wanted(cell) - span(widths, cell.column, cell.columnSpan));
    for (let given = 0; given < missing; given += 1) widths[cell.column + (given % cell.columnSpan)]! += 1;
    room -= Math.max(0, missing);
  }
  return widths;
}

/** Cuts the widest columns until there is room, none below its least width; gives the room there is then. */
function narrowed(widths: number[], room: number, least: (column: number) => number): number {
  let left = room;
  for (; left < 0; left += 1) {
    const open = widths.map((size, column) => (size > least(column) ? size : 0));
    const widest = open.indexOf(Math.max(...open));
    if (open[widest] === 0) break;
    widths[widest]! -= 1;
  }
  return left;
}

/** What every column needs for the figures that stand in it, or in a cell that spans it and others. */
function figureWidths(grid: Grid): number[] {
  const widths = new Array<number>(grid.columns).fill(1);
  for (const cell of bySpan(grid.cells)) {
    const last = cell.column + cell.columnSpan - 1;
    widths[last]! += Math.max(0, longestFigure(cell) - span(widths, cell.column, cell.columnSpan));
  }
  return widths;
}

function bySpan(cells: readonly Cell[]): Cell[] {
  return cells.toSorted((a, b) => a.columnSpan - b.columnSpan);
}

function longestFigure(cell: Cell): number {
  const lengths = (cell.text.match(/[\d.,%+-]+/g) ?? []).map((figure) => figure.length);
  return Math.max(0, ...lengths.filter((length) => length <= longestKept));
}

/** Lines of every row; a text that spans rows makes its last row higher where it needs more. */
function rowHeights(grid: Grid, wrapped: Texts): number[] {
  const heights = new Array<number>(grid.rows).fill(1);
  for (const cell of grid.cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const room = roomOf(heights, cell);
    const missing = wrapped.get(cell)!.length - room;
    if (missing > 0) heights[cell.row + cell.rowSpan - 1]! += missing;
  }
  return heights;
}

/** Lines a cell has, those where the rulings of its neighbours pass included. */
function roomOf(heights: number[], { row, rowSpan }: Cell): number {
  return heights.slice(row, row + rowSpan).reduce((sum, size) => sum + size, rowSpan - 1);
}

/** The text of a cell that stands on a line of it. */
function lineOf(cell: Cell, wrapped: Texts, heights: number[], row: number, line: number): string {
  const above = heights.slice(cell.row, row).reduce((sum, size) => sum + size + 1, 0);
  return wrapped.get(cell)![above + line] ?? '';
}

function textLine(
  grid: Grid,
  owner: Cell[],
  wrapped: Texts,
  widths: number[],
  heights: number[],
  row: number,
  line: number,
): string {
  let drawn = '│';
  for (let column = 0; column < grid.columns; ) {
    const cell = owner[row * grid.columns + column]!;
    const text = lineOf(cell, wrapped, heights, row, line);
    drawn += ` ${pad(text, span(widths, cell.column, cell.columnSpan))} │`;
    column = cell.column + cell.columnSpan;
  }
  return drawn;
}

/** Crossings by the lines that meet there: up 1, right 2, down 4, left 8. */
const crossings = ' ╵╶└╷│┌├╴┘─┴┐┤┬┼';

/** The line above `row`; where a cell spans it, that cell's text goes on. */
function ruling(
  grid: Grid,
  owner: Cell[],
  wrapped: Texts,
  widths: number[],
  heights: number[],
  row: number,
): string {
  const at = (r: number, c: number) =>
    r < 0 || c < 0 || r >= grid.rows || c >= grid.columns ? undefined : owner[r * grid.columns + c];
  const crossing = (column: number) => {
    const [nw, ne, sw, se] = [
      at(row - 1, column - 1),
      at(row - 1, column),
      at(row, column - 1),
      at(row, column),
    ];
    return crossings[(nw !== ne ? 1 : 0) + (ne !== se ? 2 : 0) + (sw !== se ? 4 : 0) + (nw !== sw ? 8 : 0)]!;
  };
  let drawn = crossing(0);
  for (let column = 0; column < grid.columns; ) {
    const cell = at(row, column);
    if (cell !== undefined && cell === at(row - 1, column)) {
      const text = lineOf(cell, wrapped, heights, row, -1);
      column = cell.column + cell.columnSpan;
      drawn += ` ${pad(text, span(widths, cell.column, cell.columnSpan))} ${crossing(column)}`;
    } else {
      drawn += '─'.repeat(widths[column]! + 2) + crossing(column + 1);
      column += 1;
    }
  }
  return drawn;
}
