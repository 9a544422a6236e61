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

/**
 * A form whose columns run from the right, as a sheet that was set to run so by mistake shows it: 一级指标 stands right of 二级指标, and that right of what
 * they head. Its columns are read in their order; cells keep their places in the file. The same grid where they run from the left.
 */
export function withoutMirror(grid: Grid): Grid {
  const rows = new Set(grid.cells.filter(mayHeadLevels).map(({ row }) => row));
  if (rows.size === 0) return grid;
  const byRow = Map.groupBy(
    grid.cells.filter(({ row, text }) => rows.has(row) && text !== '' && text.length <= LONGEST_HEAD),
    ({ row }) => row,
  );
  return [...byRow.values()].some(runsFromTheRight) ? mirrored(grid) : grid;
}

/** 一级指标, right of other columns. Folding every text to know a label of it would take as long as reading the form does. */
const mayHeadLevels = ({ column, text }: Cell): boolean =>
  column >= FEWEST_HEADS - 1 && text.length <= LONGEST_HEAD && /^\s*一\s*级/.test(text);

/** Whether the row has heads of two levels and of two values at least, each once, the first level right of all others. */
function runsFromTheRight(row: readonly Cell[]): boolean {
  if (row.length < FEWEST_HEADS) return false;
  const heads: IndicatorRole[] = [];
  for (const { text } of row) {
    const role = indicatorRole(labelOfText(text));
    if (role !== null && telling.has(role)) heads.push(role);
  }
  if (heads.length < FEWEST_HEADS || new Set(heads).size < heads.length) return false;
  const values = heads.findLastIndex((role) => !levels.has(role));
  const found = heads.slice(values + 1);
  return (
    heads.indexOf('level1') === heads.length - 1 && found.length >= 2 && values >= 1 && areLevelsDown(found)
  );
}

/** 三级指标 | 二级指标 | 一级指标. */
const areLevelsDown = (roles: readonly IndicatorRole[]): boolean =>
  roles.every((role, at) => at === 0 || order.indexOf(role) < order.indexOf(roles[at - 1] as IndicatorRole));

const order: readonly IndicatorRole[] = ['level1', 'level2', 'level3'];

/** The last column first. */
function mirrored(grid: Grid): Grid {
  const cells = grid.cells
    .map((cell): Cell => ({ ...cell, column: grid.columns - cell.column - cell.columnSpan }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, cells };
}

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
