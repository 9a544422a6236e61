import { isHead, type Rows, type Span } from './unmerged-heads.ts';

const FEWEST_HEADS = 3;
const FEWEST_FILLED = 2;

/**
 * 资金 | (blank) | 全年预算数 | (blank) | 全年执行数 over rows that leave the same columns blank: each of their cells was merged over the blanks right of
 * it. Left of the second head the rows have names of their own.
 */
export function rowSpans(rows: Rows, heads: readonly Span[]): Span[] {
  const taken = new Set(
    heads.flatMap(({ row, rowSpan }) => Array.from({ length: rowSpan }, (_, k) => row + k)),
  );
  const spans: Span[] = [];
  for (let row = 0; row < rows.length - 1; row++) {
    if (taken.has(row) || isBelow(rows[row] as Rows[number], rows[row - 1])) continue;
    const [, ...starts] = headColumns(rows[row] as Rows[number]);
    if (starts.length < FEWEST_HEADS - 1 || !hasGap(starts)) continue;
    const end = endOfRows(rows, row, starts, taken);
    if (end === row) continue;
    for (let at = row; at < end; at++)
      for (const [i, column] of starts.entries()) {
        const columnSpan = (starts[i + 1] ?? column + 1) - column;
        if (columnSpan > 1) spans.push({ row: at, column, rowSpan: 1, columnSpan });
      }
    row = end - 1;
  }
  return spans;
}

/** Whether a row has nothing where the row above it has nothing: it stands below its heads, and its blanks are blanks. */
const isBelow = (row: Rows[number], above: Rows[number] = []): boolean =>
  row.every((text, column) => text === undefined || above[column] !== undefined);

/** The columns of a row of heads; none where anything else stands in it. */
function headColumns(row: Rows[number]): number[] {
  const columns = row.flatMap((text, column) => (text === undefined ? [] : [column]));
  return columns.every((column) => isHead(row[column])) ? columns : [];
}

/** Where the rows end that hold nothing but names and what stands below the heads; the row of the heads where there are none. */
function endOfRows(rows: Rows, head: number, starts: readonly number[], taken: ReadonlySet<number>): number {
  const own = new Set(starts);
  const [first = 0] = starts;
  let end = head;
  for (let row = head + 1; row < rows.length && !taken.has(row); row++) {
    const filled = (rows[row] as Rows[number]).flatMap((text, column) =>
      text === undefined ? [] : [column],
    );
    if (filled.length === 0 || filled.some((column) => column >= first && !own.has(column))) break;
    const below = filled.filter((column) => column >= first).length;
    if (below < FEWEST_FILLED && end === head) break;
    end = row + 1;
  }
  return end;
}

const hasGap = (columns: readonly number[]): boolean =>
  columns.some((column, i) => i > 0 && column - (columns[i - 1] as number) > 1);
