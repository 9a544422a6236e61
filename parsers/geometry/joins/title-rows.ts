import { wrappedText } from '../texts/wrapped-text.ts';
import type { LogicalCell } from './logical-grid.ts';

/** What the comparison needs of a cell, of a page or of a table. */
type Cell = Pick<LogicalCell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'text'>;

/** Most rows of a sheet among which those stand that every page repeats. */
const mostRows = 24;

/** Texts that a row has again at least, of which nothing but a label is cut. */
const fewestTexts = 2;

/**
 * How many rows at the head of a part are rows of the table that a sheet repeats on every page (打印标题), which may begin or end within a
 * merged cell: what is cut of it is blank, or shows a part of its text. 0 where none are. `above`: the first cells of the table, by row.
 */
export function titleRows(above: readonly Cell[], below: readonly Cell[], rows: number): number {
  const ofTable = byRow(above);
  const ofPart = byRow(below);
  for (let start = 0; start < mostRows && start < ofTable.length; start++) {
    const count = repeatedFrom(start, ofTable, ofPart, Math.min(rows - 1, ofTable.length - start));
    if (count > 0) return count;
  }
  return 0;
}

/** Cells by every row that they reach over. */
function byRow<C extends Cell>(cells: readonly C[]): C[][] {
  const rows: C[][] = [];
  for (const cell of cells) {
    if (cell.row > mostRows) break;
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, mostRows + 1); row++) {
      const cellsOf = rows[row] ?? [];
      rows[row] = cellsOf;
      cellsOf.push(cell);
    }
  }
  return Array.from(rows, (row) => row ?? []);
}

function repeatedFrom(
  start: number,
  ofTable: readonly Cell[][],
  ofPart: readonly Cell[][],
  most: number,
): number {
  let whole = 0;
  for (let count = 1; count <= most; count++) {
    if (!isTextOf(ofTable[start + count - 1]!, ofPart[count - 1] ?? [], start + count - 1)) break;
    if (isRepeated(start, count, ofTable, ofPart)) whole = count;
  }
  return whole;
}

/** Whether the cells of a row have the columns of another row, and no other text than that. */
function isTextOf(own: readonly Cell[], again: readonly Cell[], row: number): boolean {
  return (
    own.length === again.length &&
    again.every((cell) => {
      const twin = twinOf(cell, own);
      return twin && (twin.row + twin.rowSpan > row + 1 || bare(twin.text).includes(bare(cell.text)));
    })
  );
}

const twinOf = (cell: Cell, own: readonly Cell[]): Cell | undefined =>
  own.find(({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan);

function isRepeated(
  start: number,
  count: number,
  ofTable: readonly Cell[][],
  ofPart: readonly Cell[][],
): boolean {
  const end = start + count;
  let texts = 0;
  let cuts = 0;
  for (let row = 0; row < count; row++)
    for (const cell of ofPart[row]!) {
      const twin = twinOf(cell, ofTable[start + row]!)!;
      const isCut = twin.row < start || twin.row + twin.rowSpan > end;
      if (cell.row !== Math.max(0, twin.row - start)) return false;
      if (isCut ? !isPartOf(cell, twin, { start, end }) : !isSame(cell, twin)) return false;
      if (row !== count - 1) continue;
      if (isCut) cuts++;
      else if (cell.text !== '') texts++;
      // A row of entries may be that of another project, a head is not.
      if (start > 0 && /\d/.test(cell.text)) return false;
    }
  return texts >= fewestTexts || (texts > 0 && start === 0 && cuts >= fewestTexts);
}

/** Whether a cell is what the rows from `start` to `end` show of another; LibreOffice draws no line below one whose label it cuts at the end. */
function isPartOf(cell: Cell, twin: Cell, { start, end }: { start: number; end: number }): boolean {
  const bottom = cell.row + cell.rowSpan;
  const goesOn = twin.row + twin.rowSpan > end;
  if (bottom > end - start) return goesOn && start === 0;
  return (
    bottom === Math.min(twin.row + twin.rowSpan, end) - start && bare(twin.text).includes(bare(cell.text))
  );
}

const isSame = (cell: Cell, twin: Cell): boolean =>
  cell.rowSpan === twin.rowSpan && bare(cell.text) === bare(twin.text);

/** The cells of a part below its first rows, at the height `y`; of those that reach over them, what stands below. */
export function behindRows(cells: readonly LogicalCell[], rows: number, y: number): LogicalCell[] {
  return cells.flatMap((cell): LogicalCell[] => {
    if (cell.row >= rows) return [{ ...cell, row: cell.row - rows }];
    const rowSpan = cell.row + cell.rowSpan - rows;
    if (rowSpan <= 0) return [];
    const [place] = cell.places;
    const box = { ...place!.box, y0: y };
    const lines = cell.lines.filter((line) => (line.box.y0 + line.box.y1) / 2 > y);
    const text = lines.length === cell.lines.length ? cell.text : wrappedText(lines, box.x1 - box.x0);
    return [{ ...cell, row: 0, rowSpan, lines, text, places: [{ ...place!, box, filled: text !== '' }] }];
  });
}

const bare = (text: string): string => text.replace(/\s/g, '');
