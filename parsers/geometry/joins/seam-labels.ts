import { wrappedText } from '../texts/wrapped-text.ts';
import type { LogicalCell, LogicalGrid } from './logical-grid.ts';
import { recentCells } from './seam-evidence.ts';

/** Merged labels that show a column to be one of them. */
const fewestMerged = 2;

/** Columns at the left that labels stand in, at most. */
const labelColumns = 3;

/**
 * In a table whose rows no lines draw, a label that the page end cuts stands at the head of its rows and leaves blank ones
 * beneath it, to the end of the page and on the next down to the next label: all of them are its own. `row` is the first row
 * of the part that was added last.
 */
export function joinLabelsOverSeam(grid: LogicalGrid, row: number): void {
  for (let column = 0; column < labelColumns; column++) {
    const cells = grid.cells
      .slice(-recentCells)
      .filter((cell) => cell.column === column)
      .sort((a, b) => a.row - b.row);
    if (cells.filter((cell) => cell.rowSpan > 1 && cell.text !== '').length < fewestMerged) return;
    const at = cells.findIndex((cell) => cell.row + cell.rowSpan > row);
    // A label that was joined with the blank below it reaches over the seam already.
    let first = cells[at]?.text === '' || (cells[at]?.row ?? row) < row ? at : at - 1;
    while (first > 0 && isBlank(cells[first])) first--;
    const label = cells[first];
    if (!label || label.text === '' || label.columnSpan !== 1) continue;
    const blanks: LogicalCell[] = [];
    for (let i = first + 1; isBlank(cells[i]) && cells[i]!.row === endOf(blanks.at(-1) ?? label); i++)
      blanks.push(cells[i]!);
    if (blanks.length === 0 || endOf(blanks.at(-1)!) < row) continue;
    label.rowSpan = endOf(blanks.at(-1)!) - label.row;
    label.places.push(
      ...blanks
        .filter(({ places }) => places[0]!.page !== label.places.at(-1)!.page)
        .flatMap(({ places }) => places)
        .slice(0, 1),
    );
    const gone = new Set(blanks);
    grid.cells = grid.cells.filter((cell) => !gone.has(cell));
    grid.bottom = grid.bottom.filter((cell) => !gone.has(cell));
    if (endOf(label) === grid.rows && !grid.bottom.includes(label)) grid.bottom.push(label);
  }
}

/** A text that the page end cuts, and that the next page shows the rest of, is not read beyond what is seen of it. */
export function leaveToNextPage(bottom: readonly LogicalCell[], below: readonly LogicalCell[]): void {
  for (const label of bottom) {
    if (label.seen === undefined) continue;
    const next = below.find(
      ({ row, column, columnSpan }) =>
        row === 0 && column === label.column && columnSpan === label.columnSpan,
    );
    const [seen, whole, rest] = [label.seen, label.text, next?.text ?? ''].map((text) =>
      text.replace(/\s/g, ''),
    );
    if (rest && whole!.slice(seen!.length).includes(rest)) {
      label.text = label.seen;
      label.seen = undefined;
    }
  }
}

/** How far, in ems, a line begins above its cell at least that is the rest of a label, and how much white is below it. */
const aboveCell = 0.1;
const whiteBelow = 1;

/**
 * Takes the last line of a label out of the cell below it on the next page: a writer prints what its rows have no room for there,
 * across the border, well above the label of that cell. `bottom` are the cells at the end of the page before.
 */
export function pullBackOverSeam(bottom: readonly LogicalCell[], below: readonly LogicalCell[]): void {
  for (const cell of below) {
    const [stray, next] = cell.lines;
    const label = bottom.find(
      ({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan,
    );
    if (cell.row > 0 || !stray || !next || !label || label.text === '') continue;
    const top = cell.places[0]!.box.y0;
    const crosses = stray.box.y0 < top - aboveCell * stray.size && next.box.y0 > top;
    if (!crosses || next.box.y0 - stray.box.y1 < whiteBelow * stray.size) continue;
    if (!cell.text.startsWith(stray.text)) continue;
    cell.text = cell.text.slice(stray.text.length).trim();
    cell.lines = cell.lines.slice(1);
    label.lines.push(stray);
    const { x0, x1 } = label.places[0]!.box;
    label.text = wrappedText(label.lines, x1 - x0);
  }
}

function isBlank(cell: LogicalCell | undefined): boolean {
  return cell?.text === '' && cell.columnSpan === 1;
}

function endOf(cell: LogicalCell): number {
  return cell.row + cell.rowSpan;
}
