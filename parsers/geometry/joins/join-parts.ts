import type { Box } from '../../../schemas/index.ts';
import { columnReach, sharedColumns } from '../columns/shared-columns.ts';
import type { PageCell, PageGrid } from '../grids/page-grid.ts';
import { withoutBlankSplits } from '../grids/slivers.ts';
import type { GeometrySettings } from '../settings.ts';
import { wrappedText } from '../texts/wrapped-text.ts';
import { withLabelsRunOn } from './closed-early.ts';
import { readSeam } from './cut-rows.ts';
import { type LogicalCell, type LogicalGrid, logicalCell } from './logical-grid.ts';
import { columnKey, mergedColumns } from './merged-columns.ts';
import { beginsAgain, headLength, isCopied, repeatedRows, rowTexts } from './repeated-rows.ts';
import type { CellPair, Seam } from './seam.ts';
import { breaksOff, closesBracket, recentCells, surroundings } from './seam-evidence.ts';
import { joinLabelsOverSeam, leaveToNextPage, pullBackOverSeam } from './seam-labels.ts';
import { doubtTitleEntries, titleEntries } from './title-entries.ts';
import { withLabelsBehindTitles, withoutTitleLabels } from './title-labels.ts';
import { behindRows, titleRows } from './title-rows.ts';
import { inColumns } from './wanting-columns.ts';

/**
 * Adds the part of a grid on the next page to it; false, and nothing done, where the part is a grid of its own. `hadRoom` says
 * whether its first rows had found room on the page before. What it looks at does not grow with the pages before: a grid of a thousand pages takes a thousand times as long as one.
 */
export function joinPart(
  grid: LogicalGrid,
  next: PageGrid,
  hadRoom: boolean,
  settings: GeometrySettings,
): boolean {
  const whole = widened(withoutBlankSplits(next), grid, settings.partDrift);
  const part = withLabelsRunOn(whole, grid.last, settings.partDrift);
  // A label that runs down beside the rows may be all that is left open.
  const goesOnOpen = grid.last.openBottom.some(Boolean) && part.openTop.every(Boolean);
  const columns = { xs: part.xs, reach: columnReach(part, settings.partDrift) };
  const shared = sharedColumns(grid, columns, settings.partDrift, { goesOnOpen, hadRoom });
  if (!shared) return false;
  const head = grid.cells.slice(0, headLength(grid)).map((cell) => withColumns(cell, shared.ofGrid));
  const all = part.cells.flatMap((cell) => {
    const whole = withColumns(logicalCell(cell, part.page), shared.ofPart);
    const isWanting = part.method === 'aligned' && cell.columnSpan === 1 && whole.columnSpan > 1;
    return isWanting ? inColumns(whole, shared, part.xs[0]!) : [whole];
  });
  const rowsOfPart = part.ys.length - 1;
  const titles = Math.max(repeatedRows(head, all, rowsOfPart), titleRows(head, all, rowsOfPart));
  const entries = titles === 0 && part.method === 'ruled' ? titleEntries(head, all, rowsOfPart) : 0;
  const headerRows = titles + entries;
  if (beginsAgain(head, all, headerRows) || isCopied(head, all, headerRows)) return false;
  const isSame = shared.ofGrid.every((line, i) => line === i) && shared.xs.length === grid.xs.length;
  if (!isSame) {
    for (const cell of grid.cells) Object.assign(cell, withColumns(cell, shared.ofGrid));
    grid.xs = shared.xs;
  }
  grid.reach = shared.reach;
  if (entries > 0) doubtTitleEntries(grid.cells, entries);
  const behind = behindRows(all, headerRows, part.ys[headerRows]!);
  const below = titles > 1 ? withoutTitleLabels(head, behind, titles) : behind;
  const rows = rowsOfPart - headerRows;
  const seam = grid.rows;
  leaveToNextPage(grid.bottom, below);
  if (headerRows === 0) pullBackOverSeam(grid.bottom, below);
  const own = seamOf(grid, below, part, headerRows);
  const joint = titles > 1 ? withLabelsBehindTitles(own, grid.bottom, head, below, titles) : own;
  append(grid, below, rows, joint, part);
  if (part.method === 'aligned') joinLabelsOverSeam(grid, seam);
  if (headerRows > 0) grid.repeatedHeaders.push(...rowTexts(all, headerRows));
  if (!isSame) dropIdleColumns(grid);
  return true;
}

function withColumns(cell: LogicalCell, lines: readonly number[]): LogicalCell {
  const column = lines[cell.column]!;
  return { ...cell, column, columnSpan: lines[cell.column + cell.columnSpan]! - column };
}

function seamOf(grid: LogicalGrid, below: readonly LogicalCell[], part: PageGrid, headerRows: number): Seam {
  const { bottom } = grid;
  const top = below.filter((cell) => cell.row === 0);
  // A head of several rows merges cells over columns of single ones.
  const seen = [...grid.cells.slice(-recentCells).filter(({ row }) => row >= headerRows), ...below];
  const rooms = part.method === 'aligned' ? wrappedRooms(seen) : null;
  const pairs: CellPair[] = bottom.flatMap((cell) => {
    const under = top.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
    if (!under) return [];
    const upper = cell.places.at(-1)!.box;
    const lower = under.places[0]!.box;
    const openAbove = isOpen(grid.last.xs, grid.last.openBottom, upper);
    // Behind a repeated header the line under the header hides whether the row goes on.
    const openBelow = headerRows > 0 || isOpen(part.xs, part.openTop, lower);
    const room = rooms?.get(columnKey(cell)) ?? Infinity;
    return [{ above: cell, below: under, open: openAbove && openBelow, room }];
  });
  if (cutsHead(bottom, top, pairs)) return { joined: pairs, rowCut: false, doubt: null };
  const whole = pairs.length === bottom.length && pairs.length === top.length;
  const merged = mergedColumns(
    seen.filter((cell) => !top.includes(cell) && !bottom.includes(cell)),
    [...top, ...bottom],
  );
  const seam = readSeam(pairs, whole, merged, () => surroundings(grid, below, new Set([...top, ...bottom])));
  if (seam.rowCut) return seam;
  const joined = seam.joined.filter(({ above, below: under }) => under.text !== '' || !endsHead(above, grid));
  return { ...seam, joined };
}

/**
 * Whether the page's end cuts a head between its rows: 项目 | 预算数 | 决算数 over 金额 | 占预算%, where blanks stand under all heads but
 * those of several columns, which have a head of its own under each, and of those that the page's end cut within their text.
 */
function cutsHead(
  bottom: readonly LogicalCell[],
  top: readonly LogicalCell[],
  pairs: readonly CellPair[],
): boolean {
  const paired = new Set(pairs.map(({ above }) => above));
  const groups = bottom.filter((cell) => !paired.has(cell));
  const under = ({ column, columnSpan }: LogicalCell): LogicalCell[] =>
    top.filter((cell) => cell.column >= column && cell.column + cell.columnSpan <= column + columnSpan);
  return (
    pairs.length > 0 &&
    groups.length > 0 &&
    pairs.every(
      (pair) => pair.open && pair.above.text !== '' && (pair.below.text === '' || isRestOfHead(pair)),
    ) &&
    pairs.some(({ below }) => below.text === '') &&
    groups.every((cell) => cell.text !== '' && under(cell).length > 1) &&
    groups.flatMap(under).every(({ text }) => text !== '' && !/\d/.test(text)) &&
    pairs.length + groups.flatMap(under).length === top.length
  );
}

function isRestOfHead(pair: CellPair): boolean {
  return !/\d/.test(pair.above.text + pair.below.text) && (closesBracket(pair) || breaksOff(pair));
}

/**
 * Whether a cell is the last head of several rows: 偏差原因分析 right of 分值 over 总分 | 得分. It ends with the heads beside it, and a
 * blank below it is of its own row; a label left of them may go on.
 */
function endsHead({ column, row, rowSpan, text }: LogicalCell, { bottom, cells }: LogicalGrid): boolean {
  if (rowSpan < 2 || text === '') return false;
  return cells.slice(-recentCells).some((group) => {
    const end = group.column + group.columnSpan;
    if (group.row !== row || group.columnSpan < 2 || group.rowSpan >= rowSpan || end > column) return false;
    const under = bottom.filter((cell) => cell.column >= group.column && cell.column < end);
    return under.length > 1 && under.every((cell) => cell.text !== '' && !/\d/.test(cell.text));
  });
}

/** Width of the widest line of every column that has wrapped texts, by column and span: what the blank beside it would hold is no room. */
function wrappedRooms(cells: readonly LogicalCell[]): Map<string, number> {
  const rooms = new Map<string, number>();
  const wrapped = new Set<string>();
  for (const cell of cells) {
    const key = columnKey(cell);
    if (cell.lines.length > 1) wrapped.add(key);
    for (const { box } of cell.lines) rooms.set(key, Math.max(rooms.get(key) ?? 0, box.x1 - box.x0));
  }
  return new Map([...rooms].filter(([key]) => wrapped.has(key)));
}

/** Whether no line closes any column between the sides of a box. */
function isOpen(xs: readonly number[], open: readonly boolean[], box: Box): boolean {
  return open.every((value, i) => {
    const middle = (xs[i]! + xs[i + 1]!) / 2;
    return value || middle < box.x0 || middle > box.x1;
  });
}

/**
 * Gives a part the label column that it lacks: where a merged label goes on without a line at its side (no outer line, no
 * line in a label), nothing of it is drawn on the later page.
 */
function widened(part: PageGrid, grid: LogicalGrid, drift: number): PageGrid {
  const { xs } = grid.last;
  const right = Math.abs(part.xs.at(-1)! - xs.at(-1)!) <= drift;
  const at = xs.findIndex((x) => Math.abs(x - part.xs[0]!) <= drift);
  if (!right || at < 1) return part;
  const rows = part.ys.length - 1;
  const bottom = grid.last.ys.length - 1;
  const label = grid.last.cells.find((cell) => cell.column === 0 && cell.row + cell.rowSpan === bottom);
  if (!label || label.columnSpan !== at || label.rowSpan < 2) return part;
  const box = { ...part.box, x0: xs[0]! };
  const blank: PageCell = {
    row: 0,
    column: 0,
    rowSpan: rows,
    columnSpan: 1,
    box: { ...box, x1: part.xs[0]! },
    text: '',
    lines: [],
    doubt: null,
  };
  return {
    ...part,
    box,
    xs: [xs[0]!, ...part.xs],
    cells: [blank, ...part.cells.map((cell) => ({ ...cell, column: cell.column + 1 }))],
    openTop: [true, ...part.openTop],
    openBottom: [true, ...part.openBottom],
  };
}

function append(
  grid: LogicalGrid,
  below: readonly LogicalCell[],
  rows: number,
  seam: Seam,
  part: PageGrid,
): void {
  const offset = seam.rowCut ? grid.rows - 1 : grid.rows;
  const absorbed = new Set(seam.joined.map((pair) => pair.below));
  if (seam.doubt !== null)
    for (const cell of [...grid.bottom, ...below.filter((other) => other.row === 0)])
      if (cell.rowSpan === 1 && cell.text !== '') cell.doubt ??= seam.doubt;
  for (const pair of seam.joined) absorb(pair.above, pair.below, seam.rowCut);
  const added = below
    .filter((cell) => !absorbed.has(cell))
    .map((cell) => ({ ...cell, row: cell.row + offset }));
  for (const cell of added) grid.cells.push(cell);
  grid.rows = offset + rows;
  const ends = (cell: LogicalCell): boolean => cell.row + cell.rowSpan === grid.rows;
  grid.bottom = [...grid.bottom.filter(ends), ...added.filter(ends)];
  grid.parts.push({ page: part.page, box: part.box, firstRow: offset, endRow: grid.rows });
  grid.confidence = Math.min(grid.confidence, part.confidence);
  grid.last = part;
}

/** Makes two pieces of a cell one. */
function absorb(above: LogicalCell, below: LogicalCell, rowCut: boolean): void {
  const box = above.places[0]!.box;
  const both = above.text !== '' && below.text !== '';
  above.lines.push(...below.lines);
  if (both && above.seen === undefined && below.seen === undefined)
    above.text = wrappedText(above.lines, box.x1 - box.x0);
  else if (below.text !== '') {
    const before = both ? `${above.text}\n` : '';
    above.text = before + below.text;
    above.seen = below.seen && before + below.seen;
  }
  above.rowSpan += below.rowSpan - (rowCut ? 1 : 0);
  above.doubt ??= below.doubt;
  above.places.push(...below.places);
}

/** Drops columns that no cell begins at any more. */
function dropIdleColumns(grid: LogicalGrid): void {
  const starts = [...new Set(grid.cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const at = new Map(starts.map((start, index) => [start, index]));
  for (const cell of grid.cells) {
    const end = at.get(cell.column + cell.columnSpan) ?? starts.length;
    cell.column = at.get(cell.column) ?? 0;
    cell.columnSpan = end - cell.column;
  }
  grid.xs = [...starts.map((start) => grid.xs[start]!), grid.xs[grid.xs.length - 1]!];
  grid.reach = [...starts.map((start) => grid.reach[start]!), grid.reach[grid.reach.length - 1]!];
}
