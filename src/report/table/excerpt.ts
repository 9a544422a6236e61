import type { Finding, KeptCell, KeptGrid } from '../../../schemas/index.ts';

/** The rows of a table that a finding speaks of, every cell as columns that it covers, text, and whether it is one of them. */
export interface Excerpt {
  rows: {
    /** From 0, in the table. */
    row: number;
    cells: [columns: number, text: string, marked: boolean][];
  }[];
}

/** Rows that an excerpt holds, the head among them; a sum over more shows its first parts. */
const mostRows = 9;

/** Columns beyond which a row is too wide for an excerpt, and characters of a cell. */
const mostColumns = 16;
const mostCharacters = 40;

/** An excerpt of the table that a finding is reported in; null where it speaks of no table, or of one that is not kept. */
export function excerptOf(finding: Finding, grids: readonly KeptGrid[]): Excerpt | null {
  const own = finding.evidence
    .filter(({ document_id }) => document_id === null || document_id === finding.document_id)
    .map(({ source }) => source);
  const first = own.find(({ grid, row, column }) => grid !== null && row !== null && column !== null);
  const grid = grids.find((one) => one.grid === first?.grid);
  if (first === undefined || grid === undefined || grid.columns > mostColumns) return null;
  const owners = ownersOf(grid);
  const at = (row: number, column: number) => owners[row * grid.columns + column];
  const marked = new Set<KeptCell>();
  for (const place of own) {
    if (place.grid !== grid.grid || place.row === null || place.column === null) continue;
    const cell = at(place.row, place.column);
    if (cell !== undefined) marked.add(cell);
  }
  const told = [...new Set([...marked].map(([row]) => row))].sort((a, b) => a - b);
  const head = headRow(told[0] ?? 0, first.column!, at);
  const rows = [...(head === null ? [] : [head]), ...told].slice(0, mostRows);
  return { rows: rows.map((row) => ({ row, cells: cellsIn(row, grid.columns, at, marked) })) };
}

type At = (row: number, column: number) => KeptCell | undefined;

function ownersOf({ rows, columns, cells }: KeptGrid): KeptCell[] {
  const owners = new Array<KeptCell>(rows * columns);
  for (const cell of cells) {
    const [row, column, rowSpan, columnSpan] = cell;
    for (let r = row; r < row + rowSpan; r += 1)
      for (let c = column; c < column + columnSpan; c += 1) owners[r * columns + c] = cell;
  }
  return owners;
}

/** The nearest row above with words over the cell: what its column is called. */
function headRow(below: number, column: number, at: At): number | null {
  for (let row = below - 1; row >= 0; row -= 1) {
    const text = at(row, column)?.[4].trim() ?? '';
    if (text !== '' && !/\d/.test(text)) return row;
  }
  return null;
}

function cellsIn(
  row: number,
  columns: number,
  at: At,
  marked: ReadonlySet<KeptCell>,
): Excerpt['rows'][number]['cells'] {
  const cells: Excerpt['rows'][number]['cells'] = [];
  for (let column = 0; column < columns; ) {
    const cell = at(row, column);
    const wide = cell === undefined ? 1 : Math.max(1, cell[1] + cell[3] - column);
    const text = cell?.[4] ?? '';
    const characters = [...text];
    const shown =
      characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : text;
    cells.push([wide, shown, cell !== undefined && marked.has(cell)]);
    column += wide;
  }
  return cells;
}

/** By document and finding: the same finding may stand in two documents. */
export function excerptKey({ document_id, finding_id }: Pick<Finding, 'document_id' | 'finding_id'>): string {
  return `${document_id} ${finding_id}`;
}
