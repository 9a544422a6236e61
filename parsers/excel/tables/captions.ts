import { type Area, filledIndexes, type Sheet } from '../sheet.ts';
import { type Block, isFilled } from './blocks.ts';

/** A block without the rows above and below it that hold one text: the grid, and where the texts stand. */
export interface Peeled {
  above: Area[];
  grid: Area | null;
  below: Area[];
}

/**
 * Takes off the captions: rows at the upper and lower edge of a block where one unmerged text stands and nothing else,
 * bordered blanks included. What is left is a grid, unless it is a single cell or a list of texts without lines.
 */
export function peelCaptions(sheet: Sheet, block: Block): Peeled {
  if (isLonely(sheet, block)) return { above: lines(sheet, block), grid: null, below: [] };
  const grid: Area = { top: block.top, left: block.left, bottom: block.bottom, right: block.right };
  const above: Area[] = [];
  const below: Area[] = [];
  for (let text = loneText(sheet, block, grid.top); text !== null && grid.top < grid.bottom; ) {
    above.push(text);
    grid.top++;
    text = loneText(sheet, block, grid.top);
  }
  for (let text = loneText(sheet, block, grid.bottom); text !== null && grid.top < grid.bottom; ) {
    below.push(text);
    grid.bottom--;
    text = loneText(sheet, block, grid.bottom);
  }
  // From the bottom up, and put round once: a sheet may have a million lines of one blank.
  below.reverse();
  if (grid.top === grid.bottom && loneText(sheet, block, grid.top) !== null) {
    return { above: [...above, ...lines(sheet, { ...block, ...grid }), ...below], grid: null, below: [] };
  }
  if (above.length > 0 || below.length > 0) trimColumns(sheet, block, grid);
  return { above, grid, below };
}

/** One column of texts without lines around them, or a single cell, merged or not: prose, not a table. */
function isLonely(sheet: Sheet, block: Block): boolean {
  const whole = block.merges.find(
    (merge) =>
      merge.top === block.top &&
      merge.left === block.left &&
      merge.bottom === block.bottom &&
      merge.right === block.right,
  );
  if (whole !== undefined || (block.top === block.bottom && block.left === block.right)) return true;
  if (block.left !== block.right) return false;
  return !rowsOf(block).some((row) => isBordered(sheet, row, block.left));
}

function rowsOf(area: Area): number[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
}

function isBordered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.layout.bordered.get(row)?.includes(column) ?? false;
}

/** Every filled cell of a block as a line of its own. */
function lines(sheet: Sheet, block: Block): Area[] {
  return rowsOf(block).flatMap((row) =>
    filledColumns(sheet, block, row).map((column) => {
      const merge = block.merges.find((area) => area.top === row && area.left === column);
      return merge ?? { top: row, left: column, bottom: row, right: column };
    }),
  );
}

function filledColumns(sheet: Sheet, block: Area, row: number): number[] {
  const cells = sheet.rows[row];
  if (cells === undefined) return [];
  return filledIndexes(cells).filter(
    (column) => column >= block.left && column <= block.right && isFilled(cells[column]),
  );
}

/** The one text of a row that holds nothing else; null where it is merged, a number, or has company. */
function loneText(sheet: Sheet, block: Block, row: number): Area | null {
  const [column, another] = filledColumns(sheet, block, row);
  if (column === undefined || another !== undefined) return null;
  const cell = sheet.rows[row]?.[column];
  if (cell?.t !== 's' || cell.v === '') return null;
  const bordered = sheet.layout.bordered.get(row) ?? [];
  if (bordered.some((other) => other !== column && other >= block.left && other <= block.right)) return null;
  if (block.merges.some((merge) => merge.top <= row && row <= merge.bottom)) return null;
  return { top: row, left: column, bottom: row, right: column };
}

/** A caption may reach further left or right than the grid it stands by. */
function trimColumns(sheet: Sheet, block: Block, grid: Area): void {
  const inside = (row: number) => row >= grid.top && row <= grid.bottom;
  let [left, right] = [grid.right, grid.left];
  const widen = (first: number, last: number) => {
    left = Math.min(left, Math.max(first, grid.left));
    right = Math.max(right, Math.min(last, grid.right));
  };
  for (const merge of block.merges) if (inside(merge.top)) widen(merge.left, merge.right);
  for (const row of rowsOf(grid)) {
    for (const column of filledColumns(sheet, block, row)) widen(column, column);
    for (const column of sheet.layout.bordered.get(row) ?? []) {
      if (column >= block.left && column <= block.right) widen(column, column);
    }
  }
  if (left <= right) [grid.left, grid.right] = [left, right];
}
