import type { Cell, Grid, Location } from '../../../schemas/index.ts';
import { coversTexts, lostFormat } from '../../cell-doubts.ts';
import { mirrored } from '../../flow/tiling.ts';
import { hiddenByRule, type ShownCell, showCell, whiteLetters } from '../display/cell-text.ts';
import { isHiddenByRule } from '../ooxml/hiding-rules.ts';
import { type Area, columnName, isHiddenColumn, placeOf, type Sheet } from '../sheet.ts';
import { isFilled } from './blocks.ts';

/** Where a grid stands in the document's reading order. */
export interface GridPlace {
  block: number;
  grid: number;
}

/** The rows and columns of `area` as a grid, tiled exactly: merged cells with their spans, blanks filled in. */
export function buildGrid(sheet: Sheet, area: Area, merges: readonly Area[], place: GridPlace): Grid {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const tiles = layTiles(area, withoutSwallowers(sheet, area, merges), rows, columns);
  const hiddenColumns = Array.from({ length: columns }, (_, c) =>
    isHiddenColumn(sheet.layout, area.left + c),
  );
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const hiddenRow = sheet.hidden || sheet.layout.hiddenRows.has(area.top + row);
    for (let column = 0; column < columns; column++) {
      const tile = tiles[row * columns + column];
      if (tile === covered) continue;
      const merge = tile === undefined ? undefined : (tile as Area);
      const cell = buildCell(sheet, area, row, column, merge, place);
      if (hiddenRow || hiddenColumns[column] === true) cell.hidden = true;
      cells.push(cell);
    }
  }
  return {
    kind: 'grid',
    rows,
    columns,
    cells: sheet.layout.rightToLeft ? fromTheRight(cells, columns) : cells,
    parts: [{ page: null, sheet: sheet.name, table: null, box: null, firstRow: 0, endRow: rows }],
    method: 'native',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
}

/** Cells of a sheet whose first column stands at its right end, as they are seen. */
const fromTheRight = (cells: readonly Cell[], columns: number): Cell[] =>
  cells
    .map((cell): Cell => {
      const { column } = mirrored(cell, columns);
      return { ...cell, column, location: { ...cell.location, column } };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);

/** Merges without those that overlap another and would hide texts: Excel mends such a file by undoing its merges. */
function withoutSwallowers(sheet: Sheet, area: Area, merges: readonly Area[]): readonly Area[] {
  const suspect = overlapping(area, merges);
  if (suspect.size === 0) return merges;
  let looked = 0;
  return merges.filter((merge) => {
    if (!suspect.has(merge)) return true;
    const { top, left, bottom, right } = within(area, merge);
    looked += (bottom - top + 1) * (right - left + 1);
    return looked < mostLooked && !hidesTexts(sheet, area, merge);
  });
}

/** Cells that are looked at for texts that merges hide; beyond them, merges that overlap others are undone. */
const mostLooked = 10_000_000;

function overlapping(area: Area, merges: readonly Area[]): Set<Area> {
  const found = new Set<Area>();
  const columns = area.right - area.left + 1;
  const owners: Area[] = [];
  for (const merge of merges) {
    const owner = claim(owners, within(area, merge), columns, merge);
    if (owner !== null) found.add(owner).add(merge);
  }
  return found;
}

/** Takes the cells for the merge as far as they are free; gives the one that has the first that is not. */
function claim(
  owners: Area[],
  { top, left, bottom, right }: Area,
  columns: number,
  merge: Area,
): Area | null {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const owner = owners[row * columns + column];
      if (owner !== undefined) return owner;
      owners[row * columns + column] = merge;
    }
  }
  return null;
}

function hidesTexts(sheet: Sheet, area: Area, merge: Area): boolean {
  const { top, left, bottom, right } = within(area, merge);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const isFirst = area.top + row === merge.top && area.left + column === merge.left;
      if (!isFirst && isFilled(sheet.rows[area.top + row]?.[area.left + column])) return true;
    }
  }
  return false;
}

/** What of a merge lies in the area, counted from its corner: a sheet may say that a merge has 10^9 cells. */
function within(area: Area, merge: Area): Area {
  return {
    top: Math.max(merge.top, area.top) - area.top,
    left: Math.max(merge.left, area.left) - area.left,
    bottom: Math.min(merge.bottom, area.bottom) - area.top,
    right: Math.min(merge.right, area.right) - area.left,
  };
}

const covered = 'covered';

/** What stands in each place: a merge at its first cell, `covered` under the rest of it, nothing for a cell of its own. */
function layTiles(
  area: Area,
  merges: readonly Area[],
  rows: number,
  columns: number,
): (Area | typeof covered | undefined)[] {
  const tiles: (Area | typeof covered | undefined)[] = new Array(rows * columns);
  for (const merge of merges) {
    const cut = within(area, merge);
    if (cut.top > cut.bottom || cut.left > cut.right || !isFree(tiles, cut, columns)) continue;
    for (let row = cut.top; row <= cut.bottom; row++) {
      tiles.fill(covered, row * columns + cut.left, row * columns + cut.right + 1);
    }
    tiles[cut.top * columns + cut.left] = cut;
  }
  return tiles;
}

/** Merges that overlap an earlier one are not believed: Excel calls such a file damaged. */
function isFree(tiles: readonly unknown[], area: Area, columns: number): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (tiles[row * columns + column] !== undefined) return false;
    }
  }
  return true;
}

function buildCell(
  sheet: Sheet,
  area: Area,
  row: number,
  column: number,
  merge: Area | undefined,
  place: GridPlace,
): Cell {
  const rowSpan = merge === undefined ? 1 : merge.bottom - merge.top + 1;
  const columnSpan = merge === undefined ? 1 : merge.right - merge.left + 1;
  const top = area.top + row;
  const left = area.left + column;
  const first = `${columnName(left)}${top + 1}`;
  const location: Location = {
    block: place.block,
    grid: place.grid,
    row,
    column,
    page: null,
    box: null,
    sheet: sheet.name,
    ref: merge === undefined ? first : `${first}:${columnName(left + columnSpan - 1)}${top + rowSpan}`,
    table: null,
  };
  const cell: Cell = { row, column, rowSpan, columnSpan, text: '', confidence: 1, location };
  const stored = sheet.rows[top]?.[left];
  if (isFilled(stored)) show(cell, showCell(stored));
  if (cell.text !== '') markLook(cell, sheet, top, left);
  if (typeof cell.value === 'number' && sheet.layout.formatless.has(placeOf(top, left)))
    cell.doubt ??= lostFormat;
  const under = merge === undefined ? '' : coveredText(sheet, top, left, cell);
  if (under !== '' && cell.doubt === undefined) cell.doubt = coversTexts + under;
  return cell;
}

/** What a merge hides: other texts that are still stored under it. Writers that repeat the text in every cell are common. */
function coveredText(sheet: Sheet, top: number, left: number, cell: Cell): string {
  let texts: Set<string> | undefined;
  for (let row = top; row < top + cell.rowSpan; row++) {
    const stored = sheet.rows[row];
    if (stored === undefined) continue;
    for (let column = left; column < left + cell.columnSpan; column++) {
      const under = stored[column];
      if (isFilled(under) && (row !== top || column !== left)) {
        texts ??= new Set();
        texts.add(showCell(under).text);
      }
    }
  }
  if (texts === undefined) return '';
  texts.delete(cell.text);
  texts.delete('');
  return [...texts].slice(0, 3).join(', ');
}

/** What is not seen as it is stored: a nought that the sheet shows as a blank, white letters, a line through them. */
function markLook(cell: Cell, { layout }: Sheet, row: number, column: number): void {
  if (layout.hidesZeros && cell.value === 0) cell.text = '';
  const look = layout.looks.size === 0 ? undefined : layout.looks.get(placeOf(row, column));
  if (look !== undefined && look !== 'coloured' && cell.text !== '') cell.doubt ??= doubtOf[look];
  if (isHiddenByRule(layout, cell) === true) cell.doubt ??= hiddenByRule;
}

const doubtOf = { white: whiteLetters, struck: 'struck through' } as const;

function show(cell: Cell, shown: ShownCell): void {
  cell.text = shown.text;
  if (shown.value !== undefined) cell.value = shown.value;
  if (shown.numberFormat !== undefined) cell.numberFormat = shown.numberFormat;
  if (shown.formula !== undefined) cell.formula = shown.formula;
  if (shown.doubt !== undefined) cell.doubt = shown.doubt;
}
