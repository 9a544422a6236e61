import { standAtTop } from '../rows/labels-at-top.ts';
import { withLabelsFromTop } from '../rows/labels-from-top.ts';
import { areSetAtTop } from '../rows/set-at-top.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { textsInCells } from '../texts/texts-in-cells.ts';
import { withTiledLabels } from './tiled-labels.ts';

/** How far the middle of a label may lie from the middle of its rows, in points. */
const centreDrift = 5;

/**
 * In a table whose rows are told by its texts alone, a label at the left, or right of one that spans as many rows or more, with blank cells as many
 * above as below, in the middle of all of them, spans their rows, as far as none of the `rules` is drawn between them.
 */
export function withCentredLabels(
  lattice: Lattice,
  segments: readonly Segment[],
  rules: readonly Edge[] = [],
): Lattice {
  const { xs, ys } = lattice;
  let cells = lattice.cells;
  const written = new Set(
    [...textsInCells(lattice, segments)].flatMap(([cell, own]) => (own.length > 0 ? [cell] : [])),
  );
  if (areSetAtTop(xs, segments)) return withLabelsFromTop(lattice, written);
  if (!areRowsRuled(ys, rules) && segments.some(({ text }) => /\p{Script=Han}/u.test(text))) {
    const { table, isUnsettled } = withTiledLabels(lattice, segments, (row, column) =>
      isRuledAt(ys[row]!, { box: { x0: xs[column]!, x1: xs[column + 1]!, y0: 0, y1: 0 } }, rules),
    );
    return { ...table, isUnsettled };
  }
  const atTop = new Set([...xs.keys()].filter((column) => isOfTops(lattice, column, written, segments)));
  for (const label of lattice.cells) {
    if (
      !written.has(label) ||
      atTop.has(label.column) ||
      cells.some((cell) => written.has(cell) && isLeftOf(cell, label) && cell.rowSpan < 2)
    )
      continue;
    const own = segments.filter((segment) => liesIn(segment, label));
    const middle =
      (Math.min(...own.map(({ box }) => box.y0)) + Math.max(...own.map(({ box }) => box.y1))) / 2;
    const span = spanOf(
      label,
      cells,
      written,
      (top, bottom) => Math.abs(middle - (ys[top]! + ys[bottom]!) / 2),
      (row) => isRuledAt(ys[row]!, label, rules),
    );
    if (span === null || span.length === 0) continue;
    const first = span.reduce((top, cell) => (cell.row < top.row ? cell : top), label);
    const end = Math.max(...[label, ...span].map((cell) => cell.row + cell.rowSpan));
    // What is at its left spans all of its rows.
    const isOver = (cell: LatticeCell): boolean => cell.row <= first.row && cell.row + cell.rowSpan >= end;
    if (cells.some((cell) => written.has(cell) && isLeftOf(cell, label) && !isOver(cell))) continue;
    const merged = {
      ...label,
      row: first.row,
      rowSpan: end - first.row,
      box: { ...label.box, y0: ys[first.row]!, y1: ys[end]! },
    };
    written.add(merged);
    cells = [...cells.filter((cell) => cell !== label && !span.includes(cell)), merged];
  }
  return { xs, ys, cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Whether the labels of a column stand at the top of their groups: blank cells around them are of the group above. */
function isOfTops(
  { ys, cells }: Lattice,
  column: number,
  written: ReadonlySet<LatticeCell>,
  segments: readonly Segment[],
): boolean {
  const own = cells.filter((cell) => written.has(cell) && cell.column === column && cell.columnSpan === 1);
  if (own.some(({ rowSpan }) => rowSpan > 1)) return false;
  const rows = own.map(({ row }) => row).sort((a, b) => a - b);
  const texts = own.flatMap((cell) =>
    segments.filter((segment) => liesIn(segment, cell)).map(({ text }) => text),
  );
  return standAtTop(rows, texts, ys.length - 1);
}

function liesIn({ box }: Segment, cell: LatticeCell): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x > cell.box.x0 && x <= cell.box.x1 && y > cell.box.y0 && y <= cell.box.y1;
}

function isLeftOf(cell: LatticeCell, label: LatticeCell): boolean {
  const beside = cell.row < label.row + label.rowSpan && label.row < cell.row + cell.rowSpan;
  return beside && cell.column < label.column;
}

/**
 * The blank cells of the rows around a label that it stands in the middle of: as many above as below and as many as there are
 * where its own row has it in the middle too; null where there are none.
 */
function spanOf(
  label: LatticeCell,
  cells: readonly LatticeCell[],
  written: ReadonlySet<LatticeCell>,
  offCentre: (top: number, bottom: number) => number,
  isRuled: (row: number) => boolean,
): LatticeCell[] | null {
  const blankRow = (row: number): LatticeCell[] | null => {
    const own = cells.filter(
      (cell) =>
        cell.row === row &&
        cell.column >= label.column &&
        cell.column + cell.columnSpan <= label.column + label.columnSpan,
    );
    const width = own.reduce((sum, cell) => sum + cell.columnSpan, 0);
    const blank = own.every((cell) => cell.rowSpan === 1 && !written.has(cell));
    return width === label.columnSpan && blank ? own : null;
  };
  const end = label.row + label.rowSpan;
  const above = blanksFrom((count) => (isRuled(label.row - count + 1) ? null : blankRow(label.row - count)));
  const below = blanksFrom((count) => (isRuled(end - 1 + count) ? null : blankRow(end - 1 + count)));
  const own = offCentre(label.row, end);
  let best: LatticeCell[] | null = null;
  let bestError = centreDrift;
  for (let up = 0; up <= above.length; up++)
    for (let down = 0; down <= below.length; down++) {
      const error = offCentre(label.row - up, end + down);
      const better = own > centreDrift ? error < bestError : up === down && up > 0 && error <= centreDrift;
      if (!better) continue;
      bestError = error;
      best = [...above.slice(0, up), ...below.slice(0, down)].flat();
    }
  return best;
}

/** A rule lies this near to the height where it ends a row, in points. */
const ruleDrift = 1.5;

/** Whether lines are drawn between most rows: they tell which of them a label spans. */
function areRowsRuled(ys: readonly number[], rules: readonly Edge[]): boolean {
  const drawn = new Set(rules.map(({ position }) => Math.round(position)));
  const inner = ys.slice(1, -1);
  const ruled = inner.filter((y) => [-1, 0, 1].some((off) => drawn.has(Math.round(y) + off)));
  return ruled.length * 2 > inner.length;
}

/** Whether a rule is drawn over the middle of a column at a height. */
function isRuledAt(y: number, { box }: Pick<LatticeCell, 'box'>, rules: readonly Edge[]): boolean {
  const x = (box.x0 + box.x1) / 2;
  return rules.some(({ position, start, end }) => Math.abs(position - y) < ruleDrift && start < x && end > x);
}

/** Most blank rows on one side of a label that are looked at. */
const mostBlank = 40;

function blanksFrom(rowAt: (count: number) => LatticeCell[] | null): LatticeCell[][] {
  const rows: LatticeCell[][] = [];
  for (let count = 1; count <= mostBlank; count++) {
    const row = rowAt(count);
    if (row === null) break;
    rows.push(row);
  }
  return rows;
}
