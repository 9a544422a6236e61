import type { Cell, Grid } from '../../../schemas/index.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { indicatorRole, labelOfText } from './label.ts';

/** A form beyond this many rows is none that lies on its side: its rows are its columns. */
const MOST_ROWS = 30;
/** Heads of indicators that stand one below the other at least. */
const FEWEST_HEADS = 4;
/** Columns that stand left of those heads at least: the title, and the fields of the form. */
const FEWEST_FIELDS = 2;
/** A head in characters: longer texts are answers. */
const LONGEST_HEAD = 20;

/**
 * A whole form that lies on its side, as 选择性粘贴—转置 leaves it: its title has the first column for itself, the heads of its indicators stand one below the
 * other with what they head to their right, and nothing is left of them that could be their rows. It is turned upright; cells keep their places in the
 * file. The same grid where it does not. A table of indicators that lies on its side in an upright form is left to `transpose.ts`.
 */
export function withoutTurn(grid: Grid): Grid {
  const { rows, columns } = grid;
  if (rows > MOST_ROWS || rows < FEWEST_HEADS || columns <= rows || grid.method === 'aligned') return grid;
  const title = grid.cells[0];
  if (!title || title.columnSpan > 1 || title.text.trim() === '') return grid;
  if (grid.cells.some(({ row, column, text }) => column === 0 && row > 0 && text.trim() !== '')) return grid;
  const column = headsBelowOneAnother(grid);
  return column === null || column < FEWEST_FIELDS ? grid : turned(grid);
}

/** The column in which heads of a level, its name and its value stand one below the other; null where a row has two such heads. */
function headsBelowOneAnother({ cells }: Grid): number | null {
  const byColumn = new Map<number, Set<IndicatorRole>>();
  const byRow = new Map<number, number>();
  for (const { row, column, rowSpan, text } of cells) {
    if (rowSpan > 1 || text.length > LONGEST_HEAD) continue;
    const role = indicatorRole(labelOfText(text));
    if (role === null || !telling.has(role)) continue;
    const roles = byColumn.get(column) ?? new Set<IndicatorRole>();
    byColumn.set(column, roles.add(role));
    // 分值 and 得分 head what was paid as well as what was reached: they may stand twice in a row.
    if (levels.has(role)) byRow.set(row, (byRow.get(row) ?? 0) + 1);
  }
  if ([...byRow.values()].some((count) => count > 1)) return null;
  const found = [...byColumn].filter(
    ([, roles]) => roles.size >= FEWEST_HEADS && roles.has('level3') && roles.has('target'),
  );
  return found[0]?.[0] ?? null;
}

const levels: ReadonlySet<IndicatorRole> = new Set<IndicatorRole>(['level1', 'level2', 'level3']);
const telling: ReadonlySet<IndicatorRole> = new Set<IndicatorRole>([
  ...levels,
  'target',
  'actual',
  'weight',
  'score',
]);

/** Rows as columns and columns as rows. */
function turned(grid: Grid): Grid {
  const cells = grid.cells
    .map((cell): Cell => {
      const { row, column, rowSpan, columnSpan } = cell;
      return { ...cell, row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const parts = grid.parts.map((part) => ({ ...part, firstRow: 0, endRow: grid.columns }));
  return { ...grid, rows: grid.columns, columns: grid.rows, cells, parts };
}
