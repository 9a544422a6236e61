import { isFigure } from '../rows/written-lines.ts';
import type { TextLine } from '../texts/lines.ts';
import type { PageCell } from './grids.ts';

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
  if (rows.some(leavesLabelAlone) || rows.filter(holdsTwoFigures).length >= fewestRows) return 'columns';
  if (cells.some(holdsTwoTexts)) return 'columns';
  const isStacked = (row: readonly PageCell[]): boolean => standBeside(row.filter(holdsEntries)).length > 1;
  const holdsHeads = (row: readonly PageCell[]): boolean => standBeside(row.filter(hasHead)).length > 1;
  return rows.some(holdsHeads) || rows.filter(isStacked).length >= fewestRows ? 'rows' : null;
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

/** Whether two figures stand in one line of a cell of one column, with white between them. */
const holdsTwoFigures = (row: readonly PageCell[]): boolean =>
  row.some(
    ({ lines, columnSpan }) =>
      columnSpan === 1 && lines.length === 1 && partsOf(lines[0]!, wordGap).every((part) => /\d/.test(part)),
  );

/** Whether words stand in one line of a cell of one column, with white between them: 合　计 is one. */
const holdsTwoTexts = ({ lines, columnSpan }: PageCell): boolean =>
  columnSpan === 1 &&
  lines.some((line) => partsOf(line, 2 * wordGap).every((part) => /^\p{Script=Han}{2,}$/u.test(part)));

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
