/** The texts of each row, by column; blanks are undefined. */
export type Rows = readonly (readonly (string | undefined)[])[];

/** A cell that is several again. */
export interface Span {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Rows below a head that are looked at for a figure. */
const REACH = 3;
const LONGEST_HEAD = 40;

const figure = /^[-−+(（]?[\d.,，]*\d[\d.,，]*\s*%?[)）]?$/;
const year = /^(?:19|20)\d\d$/;

/** The heads over several columns or rows: 近两年收支金额 | (blank) over 2031年 | 2032年, 当年金额 over a blank. */
export function headSpans(rows: Rows): Span[] {
  const heads: Span[] = [];
  for (let end = rows.length; end > 1; ) {
    const spans = headsEndingAt(rows, end);
    heads.push(...spans);
    end = spans.length === 0 ? end - 1 : Math.min(...spans.map(({ row }) => row)) + 1;
  }
  return heads;
}

/** What is to be merged in the rows of the head whose last row ends there; nothing where no head does. */
function headsEndingAt(rows: Rows, end: number): Span[] {
  if (!isOverFigures(rows, end)) return [];
  const spans: Span[] = [];
  let covered = coverOf(rows[end - 1] as (string | undefined)[], []);
  const width = (span: Group): number =>
    span.isOver ? span.columnSpan : filledWidth(rows.slice(end, end + REACH), span);
  for (let row = end - 2; row >= 0; row--) {
    const own = groupsOf(rows[row] as (string | undefined)[], covered);
    if (own === null) break;
    covered = coverOf(rows[row] as (string | undefined)[], own);
    for (const group of own)
      spans.push({
        row,
        column: group.column,
        columnSpan: width(group),
        rowSpan: group.isOver ? 1 : end - row,
      });
  }
  return spans;
}

/** How many columns of a head hold anything below it: the second of two that its figures were merged over is none of its own. */
function filledWidth(below: Rows, { column, columnSpan }: Group): number {
  let width = columnSpan;
  while (width > 1 && below.every((row) => row[column + width - 1] === undefined)) width--;
  return width;
}

interface Group {
  column: number;
  columnSpan: number;
  /** Whether texts stand below it; else it goes down to the end of the head. */
  isOver: boolean;
}

/** The texts of a row over those of the row below, each as wide as the blanks right of it; null where they are no heads of them. */
function groupsOf(row: readonly (string | undefined)[], below: readonly boolean[]): Group[] | null {
  const starts = row.flatMap((text, column) => (text === undefined ? [] : [column]));
  const width = Math.max(row.length, below.length);
  if (starts.length < 2 || starts.some((column) => !isHead(row[column]))) return null;
  if (below.slice(0, starts[0]).includes(true)) return null;
  const groups: Group[] = [];
  for (const [i, column] of starts.entries()) {
    const end = starts[i + 1] ?? width;
    const under = Array.from({ length: end - column }, (_, k) => below[column + k] === true);
    const isOver = under[0] === true;
    if (under.some((each) => each !== isOver)) return null;
    // The last text of a row has the rest of the sheet right of it.
    groups.push({ column, columnSpan: isOver || starts[i + 1] !== undefined ? end - column : 1, isOver });
  }
  return groups.some(({ columnSpan, isOver }) => isOver && columnSpan > 1) ? groups : null;
}

function coverOf(row: readonly (string | undefined)[], groups: readonly Group[]): boolean[] {
  const cover = Array.from(row, (text) => text !== undefined);
  for (const { column, columnSpan } of groups) for (let k = 0; k < columnSpan; k++) cover[column + k] = true;
  return cover;
}

export const isHead = (text: string | undefined): boolean =>
  text !== undefined && text.length <= LONGEST_HEAD && (!figure.test(text) || year.test(text));

/** Whether a row is one of heads, with figures close below it. */
function isOverFigures(rows: Rows, end: number): boolean {
  const last = rows[end - 1] as (string | undefined)[];
  const filled = last.filter((text) => text !== undefined);
  if (filled.length < 2 || !filled.every(isHead)) return false;
  return rows
    .slice(end, end + REACH)
    .some((row) =>
      row.some((text, column) => last[column] !== undefined && text !== undefined && figure.test(text)),
    );
}
