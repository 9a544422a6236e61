import type { LogicalCell, LogicalGrid } from '../joins/logical-grid.ts';
import type { DocumentItem } from '../layout.ts';
import type { PageText } from '../texts/paragraphs.ts';

/**
 * Grids that are no tables: a frame round text is a paragraph (several, where lines part it), one round nothing is nothing. A
 * doubtful one stays a grid, which can say so. Boxes that lines connect, none beside another, are a diagram.
 */
export function withoutFrames(items: readonly DocumentItem[]): DocumentItem[] {
  return items.flatMap((item): DocumentItem[] => {
    if (item.kind !== 'grid') return [item];
    if (item.cells.every(({ text }) => text === '')) return [];
    return isFrame(item) || isScattered(item)
      ? item.cells.filter(({ text }) => text !== '').map(paragraph)
      : [item];
  });
}

function isFrame({ xs, cells }: LogicalGrid): boolean {
  return xs.length === 2 && cells.every(({ doubt }) => doubt === null);
}

/** Fewest rows and columns that the lines of a diagram make. */
const fewestRows = 3;
const fewestColumns = 3;

/** The same rows where no text stands in the first, and fewest boxes below it. */
const fewestLevels = 2;
const fewestBoxes = 2;

/** Whether no cell with text touches another: in every table some row or column has two. */
function isScattered({ xs, rows, cells }: LogicalGrid): boolean {
  if (xs.length - 1 < fewestColumns) return false;
  const filled = cells.filter(({ text }) => text !== '');
  // Boxes of one level hang at lines from the one above: nothing is written between those.
  const hang = filled.length >= fewestBoxes && filled.every(({ row }) => row > 0);
  if (rows < (hang ? fewestLevels : fewestRows)) return false;
  return !filled.some((a) => filled.some((b) => a !== b && areBeside(a, b)));
}

function areBeside(a: LogicalCell, b: LogicalCell): boolean {
  const shareRows = a.row < b.row + b.rowSpan && b.row < a.row + a.rowSpan;
  const shareColumns = a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan;
  const nextColumn = a.column + a.columnSpan === b.column;
  const nextRow = a.row + a.rowSpan === b.row;
  return (shareRows && nextColumn) || (shareColumns && nextRow);
}

function paragraph({ text, lines, places }: LogicalCell): PageText {
  const { page, box } = places.find(({ filled }) => filled) ?? places[0]!;
  return {
    kind: 'text',
    page,
    box,
    text,
    lines,
    size: Math.max(...lines.map(({ size }) => size)),
    bold: lines.every(({ bold }) => bold),
    role: 'body',
  };
}
