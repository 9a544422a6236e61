import type { LogicalCell } from './logical-grid.ts';

/** Most rows of a head, and most first entries, that a sheet may repeat on every page. */
const mostHead = 6;
const mostEntries = 3;

/** Fewest texts and figures of an entry that hardly is another with the very same ones. */
const fewestTexts = 3;
const fewestFigures = 2;

/** Rows of one sheet are of one height to so much, in points. */
const drift = 1;

/** Why an entry is doubtful that the head of the next page has once more. */
const doubt = 'its row stands at the head of the next page once more, and is read once';

type Row = readonly LogicalCell[];

/**
 * How many rows at the head of a part are the first entries of the table once more, figure by figure and in rows as high: who set the rows that a sheet
 * repeats on every page (打印标题) took those below the head. They are read once, and the cells of the table are in doubt. 0 where none are.
 * `above`: the first cells of the table, in the columns of the part.
 */
export function titleEntries(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  rows: number,
): number {
  const first = firstEntry(above);
  if (first === null) return 0;
  let count = 0;
  while (
    count < Math.min(mostEntries, rows - 1) &&
    isRepeated(rowAt(above, first + count), rowAt(below, count))
  )
    count++;
  return count;
}

/** Puts the first entries of a table in doubt that the next page has at its head. */
export function doubtTitleEntries(cells: readonly LogicalCell[], count: number): void {
  const first = firstEntry(cells) ?? 0;
  for (const cell of cells)
    if (cell.row >= first && cell.row < first + count && cell.text !== '') cell.doubt ??= doubt;
}

/** The first row with figures below a head of words alone; null where a table has no such head. */
function firstEntry(cells: readonly LogicalCell[]): number | null {
  const first = cells.find(({ text }) => isFigure(text))?.row;
  if (first === undefined || first < 1 || first > mostHead) return null;
  const headEnds = cells.every(({ row, rowSpan }) => row >= first || row + rowSpan <= first);
  return headEnds ? first : null;
}

/** The cells of a row; none where one of them reaches over another. */
function rowAt(cells: readonly LogicalCell[], row: number): Row {
  const own = cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  return own.every((cell) => cell.rowSpan === 1) ? own : [];
}

function isRepeated(own: Row, again: Row): boolean {
  const isSame =
    own.length === again.length &&
    again.every((cell, i) => {
      const twin = own[i]!;
      return (
        twin.column === cell.column &&
        twin.columnSpan === cell.columnSpan &&
        bare(twin.text) === bare(cell.text) &&
        Math.abs(heightOf(twin) - heightOf(cell)) < drift
      );
    });
  const texts = again.filter(({ text }) => text !== '');
  return (
    isSame &&
    texts.length >= fewestTexts &&
    texts.filter(({ text }) => isFigure(text)).length >= fewestFigures &&
    texts.some(({ text }) => /\p{Script=Han}{2}/u.test(text))
  );
}

const heightOf = ({ places: [place] }: LogicalCell): number => place!.box.y1 - place!.box.y0;

const isFigure = (text: string): boolean => /^[≥≤<>=]?[\d.,]+%?$/.test(bare(text));

const bare = (text: string): string => text.replace(/\s/g, '');
