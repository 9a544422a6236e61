import { withCentredSpans } from '../borderless/centred-spans.ts';
import { columnsOfHeads, columnsOfLeftHeads } from '../columns/heads-in-line.ts';
import { isFigure, isYear } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** A line under a head lies this near to the lower side of its cell, in points. */
const ruleDrop = 3;

/** Share of a column over which the line under its head is drawn. */
const columnShare = 0.5;

/** A head stands this near to the middle of the line under it, as a share of the line. */
const offMiddle = 0.15;

/** Texts of one column begin alike to within this much, in points. */
const sameBeginning = 1;

/** A text reaches this far beyond the line under it, in points. */
const overhang = 2;

/** In a table without lines down, heads span the columns that the lines under them are drawn over, or in whose middle they stand. The spans of `known` cells are known. */
export function withHeadSpans(
  lattice: Lattice,
  segments: readonly Segment[],
  rules: readonly Edge[],
  known: ReadonlySet<LatticeCell> = new Set(),
): Lattice {
  const { table, spans } = withRuledSpans(lattice, segments, rules);
  return withCentredSpans(table, segments, new Set([...known, ...spans]));
}

/**
 * The line drawn under a head says which columns it stands over: its cell spans them, if no other
 * text stands over that line and none of the rows above hold figures.
 */
function withRuledSpans(
  lattice: Lattice,
  segments: readonly Segment[],
  rules: readonly Edge[],
): { table: Lattice; spans: Set<LatticeCell> } {
  const { xs, ys, cells } = lattice;
  const figures = segments.filter(({ text }) => isFigure(text) && !isYear(text));
  const body = Math.min(...figures.map(({ box }) => box.y0));
  const [left, right] = [xs[0]!, xs.at(-1)!];
  const heads = rules.filter(({ position }) => position > ys[0]! + 1 && position < body + 1);
  const merged = new Set<LatticeCell>();
  const spans: LatticeCell[] = [];
  for (const rule of heads) {
    const columns = xs.slice(1).flatMap((x1, column) => {
      const x0 = xs[column]!;
      const drawn = Math.min(x1, rule.end) - Math.max(x0, rule.start);
      return drawn >= columnShare * (x1 - x0) ? [column] : [];
    });
    if (columns.length < 2 || columns.length === xs.length - 1) continue;
    if (rule.start < left - overhang || rule.end > right + overhang) continue;
    const [first, last] = [columns[0]!, columns.at(-1)!];
    const over = cells.filter(
      (cell) =>
        Math.abs(cell.box.y1 - rule.position) < ruleDrop &&
        cell.column >= first &&
        cell.column + cell.columnSpan - 1 <= last,
    );
    const top = over[0]?.row;
    const isRow = over.every(({ row, rowSpan }) => row === top && rowSpan === over[0]!.rowSpan);
    const width = over.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
    const texts = segments.filter((piece) => over.some((cell) => liesIn(piece, cell)));
    const within = texts.every(({ box }) => box.x0 > rule.start - overhang && box.x1 < rule.end + overhang);
    const alone = new Set(texts.map(({ line }) => line)).size === texts.length;
    if (!isRow || width !== columns.length || !within || over.some((cell) => merged.has(cell))) continue;
    const own = xs.slice(first, last + 2);
    const heads =
      texts.length > 1
        ? (columnsOfLeftHeads(rule, texts, own, segments) ?? columnsOfHeads(rule, texts, own, segments))
        : null;
    if (!heads && (!alone || !isOver(texts, segments, rule))) continue;
    for (const cells of heads ? inGroups(over, heads) : [over]) {
      if (cells.length < 2) continue;
      for (const cell of cells) merged.add(cell);
      const [from, to] = [cells[0]!, cells.at(-1)!];
      const columnSpan = to.column + to.columnSpan - from.column;
      spans.push({ ...from, columnSpan, box: { ...from.box, x1: to.box.x1 } });
    }
  }
  const rest = cells.filter((cell) => !merged.has(cell));
  const all = [...rest, ...spans].sort((a, b) => a.row - b.row || a.column - b.column);
  return { table: { xs, ys, cells: all }, spans: new Set(spans) };
}

/** Cells of a row in groups of so many columns each. */
function inGroups(row: readonly LatticeCell[], counts: readonly number[]): LatticeCell[][] {
  let from = row[0]!.column;
  return counts.map((count) => {
    const own = row.filter(({ column }) => column >= from && column < from + count);
    from += count;
    return own;
  });
}

/**
 * Whether the texts begin where the line does, or stand about its middle and over no column of texts that begin as they do: what stands at its
 * other end, or over the texts of one column, is of that column alone.
 */
function isOver(texts: readonly Segment[], segments: readonly Segment[], rule: Edge): boolean {
  if (texts.length === 0) return false;
  const { position, start, end } = rule;
  const [x0, x1] = [Math.min(...texts.map(({ box }) => box.x0)), Math.max(...texts.map(({ box }) => box.x1))];
  if (x0 - start < texts[0]!.size) return true;
  const alike = segments.filter(({ box }) => box.y0 > position && Math.abs(box.x0 - x0) < sameBeginning);
  return alike.length < 2 && Math.abs(x0 + x1 - start - end) / 2 < offMiddle * (end - start);
}

function liesIn({ box }: Segment, cell: LatticeCell): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x > cell.box.x0 && x <= cell.box.x1 && y > cell.box.y0 && y <= cell.box.y1;
}
