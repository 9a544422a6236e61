import type { CellDraft, Draft, GridDraft } from './drafts.ts';

/** A header that repeats has at least this many filled cells: fewer are a title, or a label with its value. */
const fewestHeaderCells = 3;
/** Headers are at most this deep. */
const deepestHeader = 4;
/** Rows at the top of two tables that are compared to tell a second form from the rest of the first. */
const comparedRows = 6;
/** Of them, the share that begin with the same text in two forms of one kind; the rest of a table shares few. */
const sameFormShare = 0.5;

/**
 * Joins a grid with the next where that is its rest on another page: nothing but blank lines stands between, and it either
 * repeats the header (which is left out and noted) or goes on after a page break with cells of the same columns. Two forms one after
 * the other begin their rows with the same labels, and stay two. `adjacentIsBroken`: tables with no paragraph at all between
 * them are one on the page, as in Word.
 */
export function joinContinued(drafts: Draft[], settings: { adjacentIsBroken: boolean }): Draft[] {
  const joined: Draft[] = [];
  let gap: Draft[] = [];
  let newPage = false;
  for (const draft of drafts) {
    if (draft.kind === 'paragraph' && draft.text.trim() === '') {
      gap.push(draft);
      newPage ||= draft.look.newPage;
      continue;
    }
    const last = joined.at(-1);
    const adjacent = settings.adjacentIsBroken && gap.length === 0;
    const whole =
      draft.kind === 'grid' && last?.kind === 'grid'
        ? continueGrid(last, draft, newPage || adjacent || draft.newPage === true)
        : null;
    if (whole) joined[joined.length - 1] = whole;
    else {
      for (const blank of gap) joined.push(blank);
      joined.push(draft);
    }
    gap = [];
    newPage = false;
  }
  return joined.concat(gap);
}

function continueGrid(first: GridDraft, rest: GridDraft, broken: boolean): GridDraft | null {
  if (first.columns !== rest.columns) return null;
  const [above, below] = [rowsOf(first), rowsOf(rest)];
  const header = repeatedRows(above, below);
  if (header > 0) {
    return header < rest.rows && !beginAlike(above.slice(header), below.slice(header))
      ? append(first, rest, header, below)
      : null;
  }
  if (!broken || beginAlike(above, below) || !sameColumns(above, below)) return null;
  return append(first, rest, 0, below);
}

/** The cells that begin in each row. */
function rowsOf(grid: GridDraft): CellDraft[][] {
  const rows = Array.from({ length: grid.rows }, (): CellDraft[] => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return rows;
}

/** How many rows at the top of `below` stand in `above` in the same order, as a header that no cell crosses; 0 for none. */
function repeatedRows(above: CellDraft[][], below: CellDraft[][]): number {
  const top = below[0];
  if (!top || top.filter((cell) => cell.text !== '').length < fewestHeaderCells) return 0;
  const at = above.findLastIndex((row) => sameRow(row, top));
  if (at < 0) return 0;
  let depth = 0;
  while (depth < deepestHeader && sameRow(above[at + depth], below[depth])) depth++;
  while (depth > 0 && below.slice(0, depth).some((row, n) => row.some((cell) => n + cell.rowSpan > depth)))
    depth--;
  return depth;
}

function sameRow(a: CellDraft[] | undefined, b: CellDraft[] | undefined): boolean {
  if (!a || !b || a.length !== b.length || a.length === 0) return false;
  return a.every((cell, n) => {
    const other = b[n];
    return other !== undefined && sameSpan(cell, other) && squeeze(cell.text) === squeeze(other.text);
  });
}

const sameSpan = (a: CellDraft, b: CellDraft): boolean =>
  a.column === b.column && a.columnSpan === b.columnSpan && a.rowSpan === b.rowSpan;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Two forms of one kind: row for row, the first cells read the same. */
function beginAlike(above: CellDraft[][], below: CellDraft[][]): boolean {
  const rows = Math.min(above.length, below.length, comparedRows);
  let alike = 0;
  let compared = 0;
  for (let row = 0; row < rows; row++) {
    const [a, b] = [firstText(above[row]), firstText(below[row])];
    if (a === '' && b === '') continue;
    compared++;
    if (a === b) alike++;
  }
  return compared > 0 && alike >= compared * sameFormShare;
}

const firstText = (row: CellDraft[] | undefined): string =>
  squeeze(row?.find((cell) => cell.text !== '')?.text ?? '');

/** The last row above and the first below have cells of the same columns, and enough of them to say so. */
function sameColumns(above: CellDraft[][], below: CellDraft[][]): boolean {
  const [last, next] = [above.at(-1), below[0]];
  if (!last || !next || next.length < fewestHeaderCells || last.length !== next.length) return false;
  return last.every((cell, n) => cell.column === next[n]?.column && cell.columnSpan === next[n]?.columnSpan);
}

function append(first: GridDraft, rest: GridDraft, header: number, below: CellDraft[][]): GridDraft {
  const shift = first.rows - header;
  const cells = rest.cells
    .filter((cell) => cell.row >= header)
    .map((cell) => ({ ...cell, row: cell.row + shift }));
  const parts = rest.parts.map((part) => ({
    table: part.table,
    firstRow: Math.max(header, part.firstRow) + shift,
    endRow: part.endRow + shift,
  }));
  const left = below.slice(0, header).map((row) => row.map((cell) => cell.text).join(' | '));
  return {
    kind: 'grid',
    rows: first.rows + rest.rows - header,
    columns: first.columns,
    cells: first.cells.concat(cells),
    parts: first.parts.concat(parts),
    repeatedHeaders: [...first.repeatedHeaders, ...left, ...rest.repeatedHeaders],
  };
}
