/** Grids as no form has them and some file will: rows and columns lost, texts lost, moved or strange, a table cut in two. */
import type { Block, Cell, Grid } from '../../schemas/index.ts';
import { inOrder } from './retyped-grids.ts';

/** A whole number from 0 below the limit. */
export type Pick = (limit: number) => number;

const strange = [
  '合计',
  '其中：',
  '2031年',
  '—',
  '100%',
  '一级指标',
  '分值',
  '……',
  '项目名称',
  '单位：万元',
  '1,234.50',
  '年度资金总额',
];

const damages: readonly ((grid: Grid, pick: Pick) => Grid)[] = [
  withoutRow,
  withoutColumn,
  (grid, pick) => retold(grid, (cell) => (pick(10) === 0 ? '' : cell.text)),
  (grid, pick) =>
    retold(grid, (cell) => (pick(20) === 0 ? (strange[pick(strange.length)] as string) : cell.text)),
  (grid, pick) => {
    const other = grid.cells[pick(grid.cells.length)] as Cell;
    const at = pick(grid.cells.length);
    return retold(grid, (cell, i) => (i === at ? other.text : cell.text));
  },
];

/** The blocks of a document with one to three damages to each grid, which are cut in two half of the time. */
export function damagedBlocks(blocks: readonly Block[], pick: Pick): Block[] {
  const damaged = blocks.flatMap((block): Block[] => {
    if (block.kind !== 'grid') return [block];
    let grid: Grid = block;
    for (let left = 1 + pick(3); left > 0; left--) {
      const next = (damages[pick(damages.length)] as (typeof damages)[number])(grid, pick);
      if (next.cells.length > 0) grid = next;
    }
    return pick(2) === 0 || grid.rows < 2 ? [grid] : cutInTwo(grid, 1 + pick(grid.rows - 1), pick(2) === 0);
  });
  return damaged.map((block, index) =>
    block.kind === 'grid'
      ? {
          ...block,
          cells: block.cells.map((cell) => ({
            ...cell,
            location: { ...cell.location, block: index, row: cell.row, column: cell.column },
          })),
        }
      : { ...block, location: { ...block.location, block: index } },
  );
}

function retold(grid: Grid, tell: (cell: Cell, index: number) => string): Grid {
  return { ...grid, cells: grid.cells.map((cell, i) => ({ ...cell, text: tell(cell, i) })) };
}

function withoutRow(grid: Grid, pick: Pick): Grid {
  const row = pick(grid.rows);
  if (grid.rows < 2) return grid;
  const cells = grid.cells.flatMap((cell): Cell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row - 1 }];
    if (cell.row + cell.rowSpan <= row) return [cell];
    return cell.rowSpan > 1 ? [{ ...cell, rowSpan: cell.rowSpan - 1 }] : [];
  });
  return { ...grid, rows: grid.rows - 1, cells: inOrder(cells) };
}

function withoutColumn(grid: Grid, pick: Pick): Grid {
  const column = pick(grid.columns);
  if (grid.columns < 2) return grid;
  const cells = grid.cells.flatMap((cell): Cell[] => {
    if (cell.column > column) return [{ ...cell, column: cell.column - 1 }];
    if (cell.column + cell.columnSpan <= column) return [cell];
    return cell.columnSpan > 1 ? [{ ...cell, columnSpan: cell.columnSpan - 1 }] : [];
  });
  return { ...grid, columns: grid.columns - 1, cells: inOrder(cells) };
}

/** Two grids, as a page's end or a careless hand makes them; what was merged over the cut says its text once. */
function cutInTwo(grid: Grid, row: number, asPages: boolean): Grid[] {
  return [
    [0, row],
    [row, grid.rows],
  ].map(([first, end]) => ({
    ...grid,
    method: asPages ? 'ruled' : grid.method,
    rows: (end as number) - (first as number),
    cells: inOrder(
      grid.cells.flatMap((cell): Cell[] => {
        const top = Math.max(cell.row, first as number);
        const bottom = Math.min(cell.row + cell.rowSpan, end as number);
        if (bottom <= top) return [];
        const text = cell.row >= (first as number) ? cell.text : '';
        return [{ ...cell, row: top - (first as number), rowSpan: bottom - top, text }];
      }),
    ),
  }));
}
