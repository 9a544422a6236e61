import type { LogicalCell } from './logical-grid.ts';
import type { Seam } from './seam.ts';
import { closesBracket } from './seam-evidence.ts';

/**
 * What stands below the titles of a part in the columns of labels that the titles cut. Where a sheet repeats its head and its first entry on
 * every page, LibreOffice sets the labels that begin beside that entry over rows of the page as well, with their text again, and
 * ends them where they end on the first page: what they reach over belongs to the label before, and so do blanks.
 * `above`: the first cells of the table; `titles`: so many of its first rows are repeated; `below`: the cells of the part below these.
 */
export function withoutTitleLabels(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  titles: number,
): LogicalCell[] {
  const columns = new Set(cutLabels(above, titles).map(({ column }) => column));
  if (columns.size === 0) return [...below];
  const worded = wordedRows(below, columns);
  const last = new Map<number, LogicalCell>();
  return below.flatMap((cell): LogicalCell[] => {
    if (!columns.has(cell.column) || cell.columnSpan > 1) return [cell];
    const label = last.get(cell.column);
    if (label && label.row + label.rowSpan === cell.row && isRestOf(label, cell, worded)) {
      label.rowSpan += cell.rowSpan;
      label.text += cell.text;
      label.lines = [...label.lines, ...cell.lines];
      return [];
    }
    const own = cell.row === 0 && isOfTitles(cell, above) ? { ...cell, text: '', lines: [] } : { ...cell };
    last.set(cell.column, own);
    return [own];
  });
}

/** A seam over which the labels before go on as well where the titles that `withoutTitleLabels` left out are drawn over their rows. */
export function withLabelsBehindTitles(
  seam: Seam,
  bottom: readonly LogicalCell[],
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  titles: number,
): Seam {
  const columns = new Set(cutLabels(above, titles).map(({ column }) => column));
  if (seam.rowCut || columns.size === 0 || !wordedRows(below, columns).has(0)) return seam;
  const known = new Set(seam.joined.map((pair) => pair.below));
  const isRest = ({ row, column, columnSpan, text }: LogicalCell): boolean =>
    row === 0 && columns.has(column) && columnSpan === 1 && text === '';
  const more = below
    .filter((cell) => isRest(cell) && !known.has(cell))
    .flatMap((cell) => {
      const label = bottom.find(({ column, columnSpan }) => column === cell.column && columnSpan === 1);
      return label ? [{ above: label, below: cell, open: false, room: Infinity }] : [];
    });
  return { ...seam, joined: [...seam.joined, ...more] };
}

/** Rows with a word in a column without labels. */
const wordedRows = (cells: readonly LogicalCell[], labels: ReadonlySet<number>): Set<number> =>
  new Set(
    cells.filter(({ column, text }) => !labels.has(column) && /\p{L}/u.test(text)).map(({ row }) => row),
  );

/** Whether a cell below a label is blank beside words, unlike that of a sum, or closes the bracket that the label opens. */
function isRestOf(label: LogicalCell, cell: LogicalCell, worded: ReadonlySet<number>): boolean {
  if (cell.text === '') return worded.has(cell.row);
  return closesBracket({ above: label, below: cell, open: false, room: Infinity });
}

/** The labels that begin beside an entry, in the last of the titles, and end below it; none where the titles are a head alone. */
function cutLabels(above: readonly LogicalCell[], titles: number): LogicalCell[] {
  const entry = titles - 1;
  const isHeadWhole = above.every(({ row, rowSpan }) => row >= entry || row + rowSpan <= entry);
  const own = above.filter(({ row }) => row === entry);
  const labels = own.filter(({ rowSpan, text }) => rowSpan > 1 && text !== '');
  const rest = own.filter(({ rowSpan }) => rowSpan === 1);
  const isEntry = entry > 0 && isHeadWhole && rest.some(({ text }) => figure.test(bare(text)));
  return isEntry ? labels : [];
}

/** Whether the text of a cell is that of a label of the titles, or the end of it. */
function isOfTitles({ column, text }: LogicalCell, above: readonly LogicalCell[]): boolean {
  const label = above.find((cell) => cell.column === column && cell.row > 0);
  return label !== undefined && bare(label.text).endsWith(bare(text));
}

/** An entry of a figure alone. */
const figure = /^[\d.,]+%?$/;

const bare = (text: string): string => text.replace(/\s/g, '');
