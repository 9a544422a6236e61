/**
 * Ways in which the same form comes when others type it, save it or export it: what it says must not hang on them. Each gives a grid that
 * says the same as the one it was given.
 */
import type { Cell, Grid } from '../../schemas/index.ts';

export type Retyping = (grid: Grid) => Grid;

const typed =
  (type: (text: string) => string): Retyping =>
  (grid) => ({ ...grid, cells: grid.cells.map((cell) => ({ ...cell, text: type(cell.text) })) });

/** 当 年 金 额 */
export const widened = typed((text) => (/^[\u4e00-\u9fff]{2,8}$/.test(text) ? [...text].join(' ') : text));

/** ５０分 */
export const wideDigits = typed((text) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
);

/** 项目资金(万元) for 项目资金（万元） */
export const plainSigns = typed((text) => text.replace(/[（）：，；]/g, (sign) => sign.normalize('NFKC')));

/** 年度⏎指标值, as narrow columns have it. */
export const wrapped = typed((text) => {
  const middle = Math.ceil(text.length / 2);
  return /^[\u4e00-\u9fff]{4,8}$/.test(text) ? `${text.slice(0, middle)}\n${text.slice(middle)}` : text;
});

export const trailingBreaks = typed((text) => (text === '' ? '' : `${text}\n`));

export const blanksAround = typed((text) => (text === '' ? '' : `\u3000${text} \u00a0`));

/** Zero-width signs, as web pages leave them. */
export const invisibleSigns = typed((text) => (text === '' ? '' : `\u200b${text}\ufeff`));

/** As a text file keeps it: a merged text stands in the first of its cells, the others are blank. */
export const unmerged: Retyping = (grid) => parted(grid, () => '');

/** As some systems export it: a merged text stands in every one of its cells. */
export const filled: Retyping = (grid) => parted(grid, (text) => text);

/** Every column is two of the sheet. */
export const twoColumns: Retyping = (grid) => ({
  ...grid,
  columns: 2 * grid.columns,
  cells: grid.cells.map((cell) => ({ ...cell, column: 2 * cell.column, columnSpan: 2 * cell.columnSpan })),
});

/** Every row is two of the sheet. */
export const twoRows: Retyping = (grid) => ({
  ...grid,
  rows: 2 * grid.rows,
  cells: grid.cells.map((cell) => ({
    ...cell,
    row: 2 * cell.row,
    rowSpan: 2 * cell.rowSpan,
    location: { ...cell.location, row: cell.location.row === null ? null : 2 * cell.location.row },
  })),
});

/** A row at the foot in which nothing stands. */
export const blankFoot: Retyping = (grid) => ({
  ...grid,
  rows: grid.rows + 1,
  cells: [
    ...grid.cells,
    { ...(grid.cells[0] as Cell), row: grid.rows, column: 0, rowSpan: 1, columnSpan: grid.columns, text: '' },
  ],
});

/** All of them, by name. */
export const retypings: Readonly<Record<string, Retyping>> = {
  widened,
  wideDigits,
  plainSigns,
  wrapped,
  trailingBreaks,
  blanksAround,
  invisibleSigns,
  unmerged,
  filled,
  twoColumns,
  twoRows,
  blankFoot,
};

function parted(grid: Grid, further: (text: string) => string): Grid {
  const cells = grid.cells.flatMap((cell) =>
    Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, k): Cell => {
      const row = cell.row + Math.floor(k / cell.columnSpan);
      const column = cell.column + (k % cell.columnSpan);
      const text = k === 0 ? cell.text : further(cell.text);
      return {
        ...cell,
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        location: { ...cell.location, row, column },
      };
    }),
  );
  return { ...grid, cells: inOrder(cells) };
}

/** As a grid has them: by row, then by column. */
export function inOrder(cells: readonly Cell[]): Cell[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}
