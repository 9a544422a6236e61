import type { PageCell, PageGrid } from '../grids/page-grid.ts';
import type { PageLayout } from '../layout.ts';
import type { PageText } from '../texts/paragraphs.ts';
import type { LogicalGrid } from './logical-grid.ts';
import { titleRows } from './title-rows.ts';

/** Lines of one sheet lie at the same places on all its pages, to so many points. */
const drift = 1;

/** Fewest columns of which two tables that are none of one sheet hardly have the same; where a label is cut besides, the second. */
const fewestColumns = 5;
const fewestWithLabel = 4;

/** Most rows that a sheet repeats on every page. */
const mostRepeated = 24;

/** Whether a table goes on behind a break that someone put into a sheet, however much of the page was left: all its lines are those of the table before, or nearly so and a merged label is cut. */
export function isBrokenByHand(grid: LogicalGrid, part: PageGrid): boolean {
  const { last } = grid;
  if (last.method !== 'ruled' || part.method !== 'ruled') return false;
  const [fewer, more] = [last.xs, part.xs].sort((a, b) => a.length - b.length) as [number[], number[]];
  if (!near(fewer[0]!, more[0]!) || !near(fewer.at(-1)!, more.at(-1)!)) return false;
  if (!fewer.every((x) => more.some((other) => near(x, other)))) return false;
  const isSame = fewer.length === more.length && fewer.length > fewestColumns;
  const isCut = fewer.length > fewestWithLabel && isLabelCut(last, part);
  return (isSame || isCut) && !isLabelKnown(grid, part) && !isCopy(grid, part);
}

/** Whether a part says what the first rows of a table say, and behind rows that are alike more than half the same again: the form once more. */
function isCopy({ cells }: LogicalGrid, part: PageGrid): boolean {
  const place = ({ row, column }: { row: number; column: number }): string => `${row} ${column}`;
  const known = new Map<string, string>();
  for (const cell of cells) {
    if (cell.row > mostRepeated) break;
    known.set(place(cell), bare(cell.text));
  }
  const texts = part.cells.filter(({ row, text }) => text !== '' && row <= mostRepeated);
  const isKnown = (cell: PageCell): boolean => known.get(place(cell)) === bare(cell.text);
  const other = texts.find((cell) => !isKnown(cell))?.row ?? Infinity;
  const rest = texts.filter(({ row }) => row >= other);
  const labels = rest.filter(({ text }) => !figure.test(text));
  // Figures of a total may be those of the first row of all.
  const areKnown = (cells: readonly PageCell[]): boolean => cells.filter(isKnown).length * 2 > cells.length;
  return (areKnown(rest) && (areKnown(labels) || labels.length === 0)) || rest.length === 0;
}

/** Whether a label beside several rows opens a part and stands in the table already: a form begins again. */
function isLabelKnown({ cells }: LogicalGrid, part: PageGrid): boolean {
  const label = part.cells.find(({ row, column }) => row === 0 && column === 0);
  if (!label || label.rowSpan === 1 || label.text === '') return false;
  return cells.some(({ column, text }) => column === 0 && text === label.text);
}

/** Whether the label beside the last rows of one page or the first of the next is printed on the other alone. */
function isLabelCut(last: PageGrid, part: PageGrid): boolean {
  const end = last.ys.length - 1;
  const isBlank = ({ text }: { text: string }): boolean => text === '';
  const above = last.cells.filter(({ row, rowSpan }) => row + rowSpan === end);
  const below = part.cells.filter(({ row }) => row === 0);
  const labels = [above, below].map((cells) => cells.find(({ column }) => column === 0));
  return (
    labels.some((label) => label !== undefined && isBlank(label)) &&
    !above.every(isBlank) &&
    !below.every(isBlank)
  );
}

/** A figure as it stands in a cell: 136.23, 1,023人, ≥98%. */
const figure = /\d/;

/**
 * Whether a sheet repeats what stands over its table on every page, and the table goes on: it has the same lines, the texts over it are the
 * among those over the table before (which stands first on the page `first`), word for word, and it repeats the same head or begins with entries.
 */
export function hasRepeatedTitle(
  grid: LogicalGrid,
  part: PageGrid,
  page: PageLayout,
  first: PageLayout,
): boolean {
  const head = titleRows(grid.cells, part.cells, part.ys.length - 1);
  const isOfSheet = head > 0 ? isBehindTitles(grid, part, head) : isBrokenByHand(grid, part);
  if (!isOfSheet || grid.last.xs.length !== part.xs.length) return false;
  const names = textsOver(first, grid.parts[0]!.box.y0);
  const repeated = textsOver(page, part.box.y0);
  const words = (texts: readonly PageText[]): string => texts.map(({ text }) => bare(text)).join('');
  if (!names.some((_, from) => words(names.slice(from)).startsWith(words(repeated)))) return false;
  return (
    head > 0 || goesOnBehindHead(rowsOf(grid.cells), rowsOf(part.cells)) || goesOnWithoutHead(grid, part)
  );
}

/** Whether a part begins with a row that has nothing of the first row of a table that has not ended: of the titles the sheet repeats those over its head alone. */
function goesOnWithoutHead(grid: LogicalGrid, part: PageGrid): boolean {
  const first = part.cells.filter(({ row, text }) => row === 0 && text !== '');
  const known = new Map(grid.cells.filter(({ row }) => row === 0).map(({ column, text }) => [column, text]));
  return (
    !isEnded(grid) &&
    first.length > 0 &&
    first.every(({ columnSpan }) => columnSpan < part.xs.length - 1) &&
    first.every(({ column, text }) => bare(known.get(column) ?? '') !== bare(text))
  );
}

/** Whether a part has the lines of a table that has not ended, and goes on with another row behind those that it has from its head. */
function isBehindTitles(grid: LogicalGrid, part: PageGrid, head: number): boolean {
  const { last, cells } = grid;
  const areRuled = last.method === 'ruled' && part.method === 'ruled';
  if (!areRuled || !part.xs.every((x, i) => near(x, last.xs[i] ?? Infinity))) return false;
  const label = (all: readonly { row: number; column: number; text: string }[]): string =>
    bare(all.find(({ row, column }) => row === head && column === 0)?.text ?? '');
  return (
    !isEnded(grid) && (label(part.cells) === '' || label(part.cells) !== label(cells)) && !isCopy(grid, part)
  );
}

const isEnded = ({ bottom }: LogicalGrid): boolean =>
  bottom.some(({ column, text }) => column === 0 && total.test(bare(text)));

/** What stands before the sum at the end of a table. */
const total = /^(?:[\p{L}]{0,4})[合总]计$/u;

/** Whether rows repeat the first of a table and go on with another label than that does, or begin with entries. */
function goesOnBehindHead(above: readonly string[][], below: readonly string[][]): boolean {
  const head = below.findIndex((row, i) => row.join('|') !== above[i]?.join('|'));
  if (head < 0) return false;
  const label = below[head]![0];
  if (head === 0) return below[0]!.slice(1).some((text) => figure.test(text));
  return label === '' || label !== above[head]?.[0];
}

/** Texts of the first rows by row and, from the left, by cell; blank where a merged cell runs down. */
function rowsOf(cells: readonly { row: number; column: number; text: string }[]): string[][] {
  const rows: string[][] = [];
  for (const { row, column, text } of cells) {
    if (row > mostRepeated) break;
    rows[row] ??= [''];
    const texts = rows[row];
    if (column === 0) texts[0] = bare(text);
    else texts.push(bare(text));
  }
  return Array.from(rows, (row) => row ?? ['']);
}

/** What stands over a table on its page, from top to bottom. */
export const textsOver = ({ items }: PageLayout, y0: number): PageText[] =>
  items.filter(
    (item): item is PageText => item.kind === 'text' && item.role !== 'furniture' && item.box.y1 < y0 + drift,
  );

const bare = (text: string): string => text.replace(/\s/g, '');
const near = (a: number, b: number): boolean => Math.abs(a - b) <= drift;
