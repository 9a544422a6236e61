import { isFigure } from '../rows/written-lines.ts';
import type { TextLine } from '../texts/lines.ts';
import type { PageCell } from './page-grid.ts';

/** Lines of two cells stand on one to within this much, in ems. */
const lineDrift = 0.3;

/** What is next to a text in its cell is another one where the white between them is wider than this, in ems. */
const wordGap = 1;

/** Fewest rows of a table in which texts over one another are those of others, and in which two figures stand in one cell. */
const fewestRows = 2;

/** A line has room for another word behind it where its cell leaves more than this, in ems. */
const room = 2.4;

/** Why texts of a table that draws no lines tell that its rows or columns ran together; null where they do not. */
export function ranTogether(cells: readonly PageCell[]): 'rows' | 'columns' | null {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map((row) =>
    row.sort((a, b) => a.column - b.column),
  );
  if (leavesRowsOpen(rows) || cutsList(rows)) return 'rows';
  if (rows.some(leavesLabelAlone) || rows.filter(holdsTwoFigures).length >= fewestRows) return 'columns';
  if (cells.some(holdsTwoTexts) || rows.some((row, i) => holdsHeadsOver(row, rows[i + 1] ?? [])))
    return 'columns';
  const isStacked = (row: readonly PageCell[]): boolean => standBeside(row.filter(holdsEntries)).length > 1;
  const holdsHeads = (row: readonly PageCell[]): boolean => standBeside(row.filter(hasHead)).length > 1;
  return rows.some(holdsHeads) || rows.filter(isStacked).length >= fewestRows ? 'rows' : null;
}

/** Fewest texts of a row of a list. */
const fewestTexts = 3;

/** Whether a label spans rows while the row above them, one of the same list, has none: labels in the middle of their rows leave no row out, those at the top span nothing above. */
function leavesRowsOpen(rows: readonly (readonly PageCell[])[]): boolean {
  return rows.slice(1).some((row, i) =>
    row.some((label) => {
      const above = rows[i]!;
      const open = above.find(({ column }) => column === label.column);
      if (label.rowSpan < 2 || label.lines.length === 0 || open?.lines.length !== 0) return false;
      const written = above.filter(({ lines }) => lines.length > 0);
      return (
        open.columnSpan === label.columnSpan &&
        written.length >= fewestTexts &&
        shapeOf(above, label.column) === shapeOf(row, label.column)
      );
    }),
  );
}

/** The cells of a row right of a column, but for labels that span rows. */
const shapeOf = (row: readonly PageCell[], left: number): string =>
  row
    .filter(({ column, rowSpan }) => column > left && rowSpan === 1)
    .map(({ column, columnSpan }) => `${column}+${columnSpan}`)
    .join(' ');

/** Fewest cells of the rows of a list. */
const fewestCells = 5;

/** Whether a label at the left begins above a list and ends in the middle of it, where another begins: it is of what stands above the list. */
function cutsList(rows: readonly (readonly PageCell[])[]): boolean {
  const shapes = rows.map((row) => {
    const shape = shapeOf(row, 0);
    return shape.split(' ').length < fewestCells ? '' : shape;
  });
  return rows.some((row, at) =>
    row.some(({ column, lines, row: top, rowSpan }) => {
      const end = at + rowSpan;
      if (
        column > 0 ||
        rowSpan < fewestTexts ||
        lines.length === 0 ||
        shapes[end] === undefined ||
        top !== rows[at]![0]!.row
      )
        return false;
      return shapes[end] !== '' && shapes[end] === shapes[end - 1] && shapes[at] !== shapes[end];
    }),
  );
}

/** Whether a row has a label and one text more, with blank cells between them: a form sets its values beside their labels. */
function leavesLabelAlone(row: readonly PageCell[]): boolean {
  if (row.some(({ rowSpan }) => rowSpan > 1) || row[0]!.column > 0) return false;
  const written = row.filter(({ lines }) => lines.length > 0);
  const [label, value] = written;
  return (
    written.length === 2 &&
    label === row[0] &&
    value !== row[1] &&
    /^[^\d]*\p{Script=Han}[^\d]*$/u.test(label!.text) &&
    !isFigure(value!.text)
  );
}

/** Whether two figures stand in one line of a cell, with white between them; in a cell of one column a text that has digits is one. */
const holdsTwoFigures = (row: readonly PageCell[]): boolean =>
  row.some(
    ({ lines, columnSpan }) =>
      lines.length === 1 &&
      partsOf(lines[0]!, wordGap).every((part) => (columnSpan === 1 ? /\d/ : beginsFigure).test(part)),
  );

const beginsFigure = /^[≥≤><=＝≧≦]{0,2}\d/;

/** Whether words stand in one line of a cell of one column, with white between them: 合　计 is one. */
const holdsTwoTexts = ({ lines, columnSpan }: PageCell): boolean =>
  columnSpan === 1 &&
  lines.some((line) => partsOf(line, 2 * wordGap).every((part) => /^\p{Script=Han}{2,}$/u.test(part)));

/** White between two heads side by side that fill their columns, in ems. */
const headGap = 0.4;

/** Whether two heads stand in one cell over several columns, each over a column that has its text in the row below. */
function holdsHeadsOver(row: readonly PageCell[], below: readonly PageCell[]): boolean {
  return row.some(({ column, columnSpan, lines }) => {
    const [line, ...more] = lines;
    if (columnSpan < 2 || line === undefined || more.length > 0) return false;
    if (!partsOf(line, headGap).every((part) => /^\p{Script=Han}{3,}(?:[（(][A-Z][）)])?$/u.test(part)))
      return false;
    const end = column + columnSpan;
    const own = below.filter((cell) => cell.column >= column && cell.column + cell.columnSpan <= end);
    return own.length > 1 && own.every((cell) => cell.columnSpan === 1 && cell.lines.length > 0);
  });
}

/** The texts before and behind the first white in a line that is wider than `gap`, in ems; none where there is no such. */
function partsOf({ glyphs, size }: TextLine, gap: number): string[] {
  const signs = glyphs.filter(({ text, turn }) => text.trim() !== '' && turn === 0);
  const at = signs.findIndex(({ box }, i) => i > 0 && box.x0 - signs[i - 1]!.box.x1 > gap * size);
  const textOf = (from: number, to: number): string =>
    signs
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  return at > 0 ? [textOf(0, at), textOf(at, signs.length)] : [''];
}

/** A head and its figure: 财政拨款 over 136.65. */
const hasHead = ({ rowSpan, lines: [head, figure, ...more] }: PageCell): boolean =>
  rowSpan === 1 &&
  more.length === 0 &&
  head !== undefined &&
  figure !== undefined &&
  /^[^\d]*\p{Script=Han}[^\d（(]*$/u.test(head.text) &&
  isFigure(figure.text);

/** Whether texts stand over one another in a cell none of which had to go on in the next line. */
function holdsEntries({ rowSpan, box, lines }: PageCell): boolean {
  const isRoomy = (line: TextLine): boolean =>
    box.x1 - box.x0 > line.box.x1 - line.box.x0 + room * line.size && !/[。；;，、：:]$/.test(line.text);
  return (
    rowSpan === 1 &&
    lines.length > 1 &&
    lines.slice(0, -1).every(isRoomy) &&
    lines.every(({ text }) => !/^[（(]/.test(text))
  );
}

/** The cells each of whose lines stands on one of the first. */
function standBeside(cells: readonly PageCell[]): readonly PageCell[] {
  const [first] = cells;
  return cells.filter(
    ({ lines }) =>
      lines.length === first!.lines.length &&
      lines.every((line, i) => Math.abs(line.baseline - first!.lines[i]!.baseline) < lineDrift * line.size),
  );
}
