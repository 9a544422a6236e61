import type { Amount, Cell, SourceDocument } from '../../../schemas/index.ts';

const reason = 'the code of its row, or of one above it, was read with doubt';

/** How sure a depth is that hangs on such a code: what does not add up there is held against nobody (`src/reconcile/in-question.ts`). */
const doubtedConfidence = 0.5;

/** Shortest code that others begin with: 208 before 20805. */
const shortest = 3;

/** The figures of one row, in reading order. */
interface CodedRow {
  code: string | null;
  isTotal: boolean;
  depth: number;
  cell: Cell | undefined;
  amounts: Amount[];
}

/**
 * Where codes say of what rows are part, a code under a seal that came as another takes the rows below it along: 20805 and what follows stand beside
 * 0208. In doubt are the depths of rows whose own code was lost, whose code begins with none above once one was read with doubt, and of their parts.
 * `amounts` in reading order.
 */
export function doubtCodes(source: SourceDocument, amounts: readonly Amount[]): void {
  const doubted = doubtedCells(source, codeColumns(amounts));
  if (doubted.size === 0) return;
  for (const rows of rowsByGrid(amounts, doubted).values()) if (isRanked(rows)) doubtRowsOf(rows);
}

const keyOf = (grid: number | null, at: number | null): string => `${grid}|${at}`;

/** Grid and column of every code. */
function codeColumns(amounts: readonly Amount[]): Set<string> {
  const columns = new Set<string>();
  for (const { source } of amounts)
    if (source.code !== undefined) columns.add(keyOf(source.code.grid, source.code.column));
  return columns;
}

/** Cells of those columns that were read with doubt, by grid and row. */
function doubtedCells({ blocks }: SourceDocument, columns: ReadonlySet<string>): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const block of columns.size === 0 ? [] : blocks) {
    if (block.kind !== 'grid') continue;
    for (const cell of block.cells)
      if (cell.doubt !== undefined && columns.has(keyOf(cell.location.grid, cell.location.column)))
        found.set(keyOf(cell.location.grid, cell.location.row), cell);
  }
  return found;
}

function rowsByGrid(amounts: readonly Amount[], doubted: ReadonlyMap<string, Cell>): Map<string, CodedRow[]> {
  const grids = new Map<string, CodedRow[]>();
  let lastPlace = '';
  let last: CodedRow | null = null;
  for (const amount of amounts) {
    const at = amount.source.item ?? amount.source.value;
    if (at === undefined || amount.depth === null) continue;
    const place = `${amount.filing_id} ${keyOf(at.grid, at.row)}`;
    if (last !== null && place === lastPlace) {
      last.amounts.push(amount);
      continue;
    }
    const { code = null, depth, role } = amount;
    const row: CodedRow = {
      code,
      isTotal: role === 'total',
      depth,
      cell: doubted.get(keyOf(at.grid, at.row)),
      amounts: [amount],
    };
    lastPlace = place;
    last = row;
    const grid = `${amount.filing_id} ${at.grid}`;
    const rows = grids.get(grid);
    if (rows === undefined) grids.set(grid, [row]);
    else rows.push(row);
  }
  return grids;
}

const beginsWithOne = (code: string, codes: ReadonlySet<string>): boolean => {
  for (let length = code.length - 1; length >= shortest; length--)
    if (codes.has(code.slice(0, length))) return true;
  return false;
};

/** Whether some code of a list begins with another: a list of offices or of details alone is not ranked by them. */
function isRanked(rows: readonly CodedRow[]): boolean {
  const codes = new Set(rows.flatMap(({ code }) => code ?? []));
  return [...codes].some((code) => beginsWithOne(code, codes));
}

function doubtRowsOf(rows: readonly CodedRow[]): void {
  const above = new Set<string>();
  let isAnyDoubted = false;
  /** For each depth whether the last row of it is in doubt, and its figures. */
  const open: { isDoubted: boolean; amounts: Amount[] }[] = [];
  for (const { code, isTotal, depth, cell, amounts } of rows) {
    isAnyDoubted ||= cell !== undefined;
    const isLost = code === null && cell !== undefined && !isTotal;
    const isAstray = code !== null && isAnyDoubted && code.length > shortest && !beginsWithOne(code, above);
    const isDoubted = isLost || isAstray || (depth > 0 && open[depth - 1]?.isDoubted === true);
    // It may be part of one of the rows that it now stands beside: what those add up to is open too.
    if (isLost || isAstray) for (const row of open.slice(1)) row.amounts.forEach(markDepth);
    open.length = Math.min(open.length, depth);
    open[depth] = { isDoubted, amounts };
    if (code !== null) above.add(code);
    if (isDoubted) amounts.forEach(markDepth);
  }
}

function markDepth(amount: Amount): void {
  amount.doubts = { ...amount.doubts, depth: { text: amount.item, reason, alternatives: [] } };
  amount.confidences = {
    ...amount.confidences,
    depth: Math.min(amount.confidences?.depth ?? 1, doubtedConfidence),
  };
}
