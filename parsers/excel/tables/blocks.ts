import { type Area, filledIndexes, type Sheet, type StoredCell } from '../sheet.ts';

/** A run of occupied cells in one row. */
interface Run {
  left: number;
  right: number;
  block: number;
}

/** How far a merge may reach beyond the outermost filled or bordered cell and still be believed, in rows or columns. */
const mergeSlack = 64;
/** No merge of a form covers more cells than this; one that still does after it was cut to the content is not believed. */
const maxMergeCells = 100_000;
/** Cells that all merges of a sheet may cover together. */
const maxMergedCells = 2_000_000;
/** Above this many loose pieces a sheet is no form, and pieces inside one another are not looked for. */
const maxPieces = 4_000;

/** A connected block of filled, bordered or merged cells, and the merges in it. */
export interface Block extends Area {
  merges: Area[];
}

/** Whether something stands in a cell, a formula without a value included: blanks that carry only a format are not there. */
export function isFilled(cell: StoredCell | undefined): cell is StoredCell {
  if (cell === undefined) return false;
  return cell.f !== undefined || (cell.t !== 'z' && cell.v !== undefined && cell.v !== null);
}

/** The connected blocks of a sheet from the top left, corners counting as touch; blocks that overlap are one. */
export function findBlocks(sheet: Sheet): Block[] {
  const occupied = occupiedRuns(sheet);
  if (occupied.size === 0) return [];
  const merges = believable(sheet.merges, occupied);
  for (const merge of merges) occupy(merge, occupied);
  const areas = joinOverlapping(connect(occupied));
  const blocks = areas.map((area): Block => ({ ...area, merges: [] }));
  blocks.sort((a, b) => a.top - b.top || a.left - b.left);
  for (const merge of merges) blocks.find((block) => contains(block, merge))?.merges.push(merge);
  return blocks;
}

function contains(outer: Area, inner: Area): boolean {
  return (
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  );
}

/** What stands in each row, as runs of columns in no order. */
function occupiedRuns(sheet: Sheet): Map<number, Run[]> {
  const occupied = new Map<number, Run[]>();
  for (const number of filledIndexes(sheet.rows)) {
    const row = sheet.rows[number] ?? [];
    // Lines go further than texts: run by run from the left, so that the texts fall into the runs of the lines.
    const runs: Run[] = [];
    for (const column of sheet.layout.bordered.get(number) ?? []) addColumn(runs, column);
    for (const column of filledIndexes(row)) if (isFilled(row[column])) addColumn(runs, column);
    if (runs.length > 0) occupied.set(number, runs);
  }
  for (const [row, columns] of sheet.layout.bordered) {
    if (columns.length === 0 || occupied.has(row)) continue;
    const runs: Run[] = [];
    for (const column of columns) addColumn(runs, column);
    occupied.set(row, runs);
  }
  if (sheet.layout.bordered.size === 0) closeGaps(occupied);
  return occupied;
}

/**
 * On a sheet without lines a row goes on behind its blanks where other rows are filled there, and behind one column that nobody filled: what was merged, or left
 * free, parts no table.
 */
function closeGaps(occupied: Map<number, Run[]>): void {
  const before = filledBefore(occupied);
  for (const runs of occupied.values()) {
    let kept = 0;
    for (const run of runs.slice(1)) {
      const last = runs[kept] as Run;
      const between = (before[run.left] as number) - (before[last.right + 1] as number);
      if (run.left - last.right - 1 - between < 2) last.right = run.right;
      else runs[++kept] = run;
    }
    runs.length = Math.min(runs.length, kept + 1);
  }
}

/** How many columns before each one have something in any row. */
function filledBefore(occupied: Map<number, Run[]>): number[] {
  const isFilledIn: boolean[] = [];
  for (const runs of occupied.values())
    for (const { left, right } of runs)
      for (let column = left; column <= right; column++) isFilledIn[column] = true;
  const before = [0];
  for (let column = 0; column < isFilledIn.length; column++)
    before.push((before[column] as number) + (isFilledIn[column] === true ? 1 : 0));
  return before;
}

function addColumn(runs: Run[], column: number): void {
  const last = runs.at(-1);
  if (last !== undefined && column >= last.left && column <= last.right + 1) {
    if (column > last.right) last.right = column;
  } else runs.push({ left: column, right: column, block: -1 });
}

/** Merges cut to the real content, so that one of a million rows is as tall as what stands beside it. */
function believable(merges: readonly Area[], occupied: Map<number, Run[]>): Area[] {
  let [bottom, right] = [0, 0];
  for (const [row, runs] of occupied) {
    bottom = Math.max(bottom, row);
    for (const run of runs) right = Math.max(right, run.right);
  }
  const cut: Area[] = [];
  let left = maxMergedCells;
  for (const merge of merges) {
    const area = {
      top: merge.top,
      left: merge.left,
      bottom: merge.bottom > bottom + mergeSlack ? bottom : merge.bottom,
      right: merge.right > right + mergeSlack ? right : merge.right,
    };
    if (area.bottom < area.top || area.right < area.left) continue;
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (cells === 1 || cells > Math.min(maxMergeCells, left)) continue;
    left -= cells;
    cut.push(area);
  }
  return cut;
}

/** Every cell under a merge counts as occupied. */
function occupy(merge: Area, occupied: Map<number, Run[]>): void {
  for (let row = merge.top; row <= merge.bottom; row++) {
    const run: Run = { left: merge.left, right: merge.right, block: -1 };
    const runs = occupied.get(row);
    if (runs === undefined) occupied.set(row, [run]);
    else runs.push(run);
  }
}

function connect(occupied: Map<number, Run[]>): Area[] {
  const areas: Area[] = [];
  const parent: number[] = [];
  const find = (piece: number): number => {
    let root = piece;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = piece; parent[at] !== root; ) [at, parent[at]] = [parent[at] as number, root];
    return root;
  };
  const join = (a: number, b: number): void => {
    const [keep, gone] = [Math.min(find(a), find(b)), Math.max(find(a), find(b))];
    if (keep === gone) return;
    parent[gone] = keep;
    areas[keep] = union(areas[keep] as Area, areas[gone] as Area);
  };
  let above: Run[] = [];
  let aboveRow = -2;
  for (const row of [...occupied.keys()].sort((a, b) => a - b)) {
    const runs = joinedRuns(occupied.get(row) as Run[]);
    for (const run of runs) {
      run.block = parent.length;
      parent.push(run.block);
      areas.push({ top: row, bottom: row, left: run.left, right: run.right });
    }
    if (aboveRow === row - 1) touchingPairs(above, runs, join);
    above = runs;
    aboveRow = row;
  }
  return areas.filter((_, piece) => parent[piece] === piece);
}

/** Runs from left to right, those that touch or overlap made one. */
function joinedRuns(pieces: Run[]): Run[] {
  if (pieces.length === 1) return pieces;
  if (pieces.some((piece, at) => at > 0 && piece.left < (pieces[at - 1] as Run).left))
    pieces.sort((a, b) => a.left - b.left);
  let kept = 0;
  for (const piece of pieces) {
    const last = pieces[kept] as Run;
    if (piece.left > last.right + 1) pieces[++kept] = piece;
    else if (piece.right > last.right) last.right = piece.right;
  }
  pieces.length = kept + 1;
  return pieces;
}

/** Calls `join` for the runs of two neighbouring rows that touch, corners included. Both lists go from left to right. */
function touchingPairs(above: Run[], below: Run[], join: (a: number, b: number) => void): void {
  let start = 0;
  for (const run of below) {
    while (start < above.length && (above[start] as Run).right < run.left - 1) start++;
    for (let at = start; at < above.length && (above[at] as Run).left <= run.right + 1; at++) {
      join((above[at] as Run).block, run.block);
    }
  }
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** A piece inside the box of another belongs to it: a value alone in the middle of a ruled frame. */
function joinOverlapping(pieces: Area[]): Area[] {
  if (pieces.length > maxPieces) return pieces;
  let areas = pieces;
  for (let before = -1; before !== areas.length; ) {
    before = areas.length;
    const kept: Area[] = [];
    for (const area of areas) {
      const host = kept.findIndex((other) => overlap(other, area));
      if (host < 0) kept.push(area);
      else kept[host] = union(kept[host] as Area, area);
    }
    areas = kept;
  }
  return areas;
}

function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
