import type { Box } from '../../../schemas/index.ts';
import { withCentredLabels } from '../borderless/centred-labels.ts';
import { withBlockColumns } from '../columns/block-columns.ts';
import { type ColumnLine, fixedLine, linesInGutters, settledLines } from '../columns/column-lines.ts';
import { withFiguredColumns } from '../columns/figured-columns.ts';
import { guttersOf, partingStrips } from '../columns/gutters.ts';
import { withHeadedColumns } from '../columns/headed-columns.ts';
import { withOuterColumns } from '../columns/outer-columns.ts';
import { withCellsParted } from '../columns/parted-cells.ts';
import type { ColouredBars } from '../rows/coloured-bars.ts';
import { withHangingLines } from '../rows/hanging-lines.ts';
import { withHeadsOverParts } from '../rows/heads-over-parts.ts';
import { impliedRows } from '../rows/implied-rows.ts';
import { withSplitCells } from '../rows/split-cells.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import { type Lattice, latticeOf } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import type { Segment } from '../texts/segments.ts';
import { withChainedRows } from './chained-rows.ts';
import { besideTexts, columnEnds, innerEnds } from './line-ends.ts';
import { rowsAbove } from './rows-above.ts';
import { filledStacks, sideDrift, stacks, statementStacks, within, withLabels } from './rule-stacks.ts';
import { withHeadSpans } from './ruled-spans.ts';
import { steppedRules } from './stepped-rules.ts';
import { drawsOnlyAnEnd, headAbove, reachOf, rowBelowPartings, rowsBelow } from './table-ends.ts';

/** Share of lines that may write across a column gap: headings over several columns, long texts in merged cells. */
const spanning = 0.35;

/**
 * Tables with lines across only: rows from the lines (and, where a band holds several rows as in three-line tables, from the
 * texts), columns from the ends of the lines and the whitespace between the texts. `bars` are coloured across tables that draw other
 * lines too; `goesOn` where the page before may have begun the table.
 */
export function acrossOnly(
  edges: readonly Edge[],
  written: readonly Segment[],
  bars: ColouredBars,
  goesOn: boolean,
  settings: GeometrySettings,
): Lattice[] {
  return statementStacks(stacks([...edges, ...bars.sides]), written)
    .filter((stack) => stack.some(({ assumed }) => !assumed))
    .flatMap((stack) => filledStacks(stack, written))
    .map((stack) => withLabels(stack, written))
    .flatMap((stack, _, all) => {
      const x0 = Math.min(...stack.map((edge) => edge.start));
      const x1 = Math.max(...stack.map((edge) => edge.end));
      const [top, bottom] = [stack[0]!.position, stack.at(-1)!.position];
      const whole = within(written, x0, top, x1, bottom);
      const columns = columnsOf(stack, whole, x0, x1);
      const segments = withCellsParted(written, whole, columns);
      const drawn = within(segments, x0, top, x1, bottom);
      const unclaimed = segments.filter(
        (segment) => !all.some((other) => other !== stack && isBetween(segment, other)),
      );
      if (drawsOnlyAnEnd(top, bottom, columns, drawn, unclaimed)) return [];
      const reach = reachOf(stack, columns, segments, goesOn);
      const above = isOverFigures(top, columns, edges) ? rowsAbove(top, columns, unclaimed) : top;
      const head = above < top ? above : headOver(stack, columns, drawn, segments);
      const y0 = Math.min(reach.y0, head ?? reach.y0);
      const open = rowsBelow(bottom, columns, drawn, segments);
      const isOpenAbove = head !== null && above === top;
      const parted = isOpenAbove ? rowBelowPartings(stack, columns, drawn, unclaimed) : open;
      const y1 = Math.max(reach.y1, open, parted);
      const inside = within(segments, x0, y0, x1, y1);
      if (inside.length < 4) return [];
      const xs = columnsOf(stack, inside, x0, x1);
      if (xs.length < 3 || !isTabular(inside, xs.length - 1)) return [];
      const goesOnOpen = { above: above < top, below: open > reach.y1 };
      const across = rowLines(stack, xs, y0, y1, inside, goesOnOpen);
      const ys = [...new Set(across.map((edge) => edge.position))].sort((a, b) => a - b);
      const found = nonNull(
        latticeOf({ across, down: columnsBetween(xs, ys, inside, bars.cells) }, settings),
      );
      return found.map((lattice) => {
        const parted = withHeadsOverParts(withSplitCells(lattice, inside), inside);
        const { table, spans } = withChainedRows(parted, inside);
        return withCentredLabels(withHeadSpans(table, inside, edges, spans), inside, edges);
      });
    });
}

/** The top of a head that stands right above a stack: its texts may reach over the lines between columns that figures set to the right leave. */
function headOver(
  stack: readonly Edge[],
  columns: readonly number[],
  drawn: readonly Segment[],
  segments: readonly Segment[],
): number | null {
  const [first, x0, x1] = [stack[0]!.position, columns[0]!, columns.at(-1)!];
  const top = headAbove(first, columns, segments, stack);
  const above = Math.max(...segments.filter(({ box }) => box.y1 < first + 2).map(({ line }) => line));
  if (top !== null || above < 0) return top;
  const head = segments.filter(({ line, box }) => line === above && box.x0 > x0 && box.x1 < x1);
  if (head.length < 2) return null;
  const wider = columnsOf(stack, [...head, ...drawn], x0, x1);
  return wider.length === columns.length ? headAbove(first, wider, segments, stack) : null;
}

/** Whether the lines at the height of the first one leave out the labels: it is drawn over the sums of a statement. */
function isOverFigures(first: number, xs: readonly number[], edges: readonly Edge[]): boolean {
  const level = edges.filter(({ position }) => Math.abs(position - first) < 1);
  return xs.length > 2 && level.length > 0 && level.every(({ start }) => start > xs[1]! - sideDrift);
}

/** Whether a text stands between the first and the last line of a stack. */
function isBetween({ box }: Segment, stack: readonly Edge[]): boolean {
  const y = (box.y0 + box.y1) / 2;
  const overlaps = stack.some(({ start, end }) => start < box.x1 && end > box.x0);
  return overlaps && y > stack[0]!.position && y < stack.at(-1)!.position;
}

function columnsOf(stack: readonly Edge[], inside: readonly Segment[], x0: number, x1: number): number[] {
  return settledLines([fixedLine(x0), ...innerColumns(stack, inside, x0, x1), fixedLine(x1)], inside);
}

/** The lines across, those at the ends of the table, and between them those that the texts imply where not every row is ruled, above the first line and below the last one as well where rows go on there (`goesOnOpen`). */
function rowLines(
  stack: readonly Edge[],
  xs: readonly number[],
  y0: number,
  y1: number,
  inside: readonly Segment[],
  goesOnOpen: { above: boolean; below: boolean },
): Edge[] {
  const [x0, x1] = [xs[0]!, xs.at(-1)!];
  const bands = [y0, ...stack.map((edge) => edge.position).filter((y) => y > y0 + 1 && y < y1 - 1), y1];
  const rules = stack.map((edge) => overColumns(edge, xs));
  const across: Edge[] = [
    ...rules,
    ...steppedRules(rules, xs, inside),
    sideEdge(y0, x0, x1),
    sideEdge(y1, x0, x1),
  ];
  // Sides of coloured bars say nothing of the rows between the bars.
  const drawn = stack.every(({ assumed }) => !assumed);
  const isRuled = drawn && !goesOnOpen.above && !goesOnOpen.below && isRuledByRow(bands, xs, inside);
  for (let i = 1; i < bands.length; i++) {
    // What the page cuts off above the first line or below the last is one row.
    const isLast = bands[i - 1]! >= stack.at(-1)!.position - 1;
    const isFirst = bands[i]! <= stack[0]!.position + 1;
    const cut = (isFirst && !goesOnOpen.above) || (isLast && !goesOnOpen.below);
    if (drawn && cut) continue;
    const texts = within(inside, x0, bands[i - 1]!, x1, bands[i]!);
    if (isRuled && !holdsRows(texts, xs)) continue;
    across.push(...impliedRows(xs, bands[i - 1]!, bands[i]!, texts, [], inside).slice(1, -1));
  }
  return across;
}

/** Share of a column over which a line is drawn that parts two of its cells. */
const columnShare = 0.5;

/** A line as far as the columns reach that it is drawn over most of: under a figure it may leave out the sign before it. */
function overColumns(edge: Edge, xs: readonly number[]): Edge {
  const own = xs.slice(1).flatMap((right, i) => {
    const drawn = Math.min(edge.end, right) - Math.max(edge.start, xs[i]!);
    return drawn >= columnShare * (right - xs[i]!) ? [xs[i]!, right] : [];
  });
  return { ...edge, start: Math.min(edge.start, ...own), end: Math.max(edge.end, ...own) };
}

/** Tables with lines down only: columns from the lines, rows from the gaps between the texts. */
export function downOnly(
  edges: readonly Edge[],
  segments: readonly Segment[],
  settings: GeometrySettings,
): Lattice[] {
  return stacks(edges).flatMap((drawn) => {
    if (drawn.length < 3) return [];
    const stack = withOuterColumns(drawn, segments);
    const y0 = Math.min(...stack.map((edge) => edge.start));
    const y1 = Math.max(...stack.map((edge) => edge.end));
    const xs = stack.map((edge) => edge.position);
    const inside = within(segments, xs[0]!, y0, xs.at(-1)!, y1);
    if (inside.length < 4) return [];
    const across = impliedRows([...new Set(xs)], y0, y1, inside, innerEnds(stack, y0, y1));
    const found = nonNull(latticeOf({ across, down: stack }, settings));
    return found.map((lattice) =>
      withCentredLabels(withHangingLines(lattice, stack, inside) ?? lattice, inside),
    );
  });
}

function innerColumns(
  stack: readonly Edge[],
  inside: readonly Segment[],
  x0: number,
  x1: number,
): ColumnLine[] {
  const isInner = (x: number): boolean => x > x0 + sideDrift && x < x1 - sideDrift;
  const xs = columnEnds(stack, inside, x0, x1);
  // The ends of lines are exact; a gutter counts where no line ends in it.
  const headed = withHeadedColumns(guttersOf(inside, spanning), inside);
  const gutters = withBlockColumns(withFiguredColumns(headed, inside, Infinity, xs), inside).filter(
    ({ from, to }) => !xs.some((x) => x > from - sideDrift && x < to + sideDrift),
  );
  const between = linesInGutters(partingStrips(gutters, xs, inside), inside).filter(
    ({ x }) => isInner(x) && isColumnBeside(x, [x0, ...xs, x1], inside),
  );
  const settled = xs.map((x) => fixedLine(besideTexts(x, inside)));
  return [...settled, ...between].sort((a, b) => a.x - b.x);
}

/** Whether a text stands between a gutter and each of the drawn ends beside it: the blank beside the texts of a column is none. */
function isColumnBeside(x: number, drawn: readonly number[], inside: readonly Segment[]): boolean {
  const before = Math.max(...drawn.filter((other) => other < x));
  const behind = Math.min(...drawn.filter((other) => other > x));
  const holds = (from: number, to: number): boolean =>
    inside.some(({ box }) => box.x0 > from - sideDrift && box.x1 < to + sideDrift);
  return holds(before, x) && holds(x, behind);
}

/** Share of the bands that must hold one row each. */
const oneRowShare = 0.8;

/** Least height of a row between two lines, in points. */
const leastBand = 3.7;

/** Whether each row has its line: then some column of nearly every band has one line of text, or no band is much higher than the others. */
function isRuledByRow(all: readonly number[], xs: readonly number[], inside: readonly Segment[]): boolean {
  // The two lines of a double one have no row between them.
  const ys = all.filter((y, i) => i === 0 || y - all[i - 1]! > leastBand);
  const gaps = ys.slice(1).map((y, i) => y - ys[i]!);
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const stacked = ys.slice(1).filter((y, i) => holdsRows(within(inside, xs[0]!, ys[i]!, xs.at(-1)!, y), xs));
  if (stacked.length > 1) return false;
  if (ys.length > 5 && gaps.every((gap) => gap < usual * 6)) return true;
  if (gaps.length < 3) return false;
  const single = ys.slice(1).filter((y, i) => {
    const band = within(inside, xs[0]!, ys[i]!, xs.at(-1)!, y);
    const counts = xs.slice(1).map((right, c) => {
      const own = band.filter(({ box }) => (box.x0 + box.x1) / 2 > xs[c]! && (box.x0 + box.x1) / 2 <= right);
      return new Set(own.map(({ line }) => line)).size;
    });
    return (counts.includes(1) && !stacked.includes(y)) || band.length === 0;
  });
  return single.length >= gaps.length * oneRowShare && single.length > 2;
}

/** Whether figures stand over one another in a column of a band, on the lines of texts of others: a group of rows. */
function holdsRows(band: readonly Segment[], xs: readonly number[]): boolean {
  const columns = xs
    .slice(1)
    .map((right, i) =>
      band.filter(({ box }) => (box.x0 + box.x1) / 2 > xs[i]! && (box.x0 + box.x1) / 2 <= right),
    );
  const lines = columns.map((own) => new Set(own.map(({ line }) => line)));
  // The digits of a code in a column that is too narrow for two stand beside those of others, and beside a name that wraps.
  const ofDigits = columns.map((own) => own.every(({ text }) => /^\d$/.test(text)));
  const figures = columns.map((own, i) => !ofDigits[i] && own.every(({ text }) => isFigure(text)));
  return columns.some((own, i) => {
    if (lines[i]!.size < 2 || !own.every(({ text }) => isFigure(text)) || goesOn(own)) return false;
    const others = lines.filter((_, k) => k !== i && (!ofDigits[i] || figures[k]!));
    return [...lines[i]!].every((line) => others.some((other) => other.has(line)));
  });
}

/** Whether the last of two figures over one another may be the end of the first, for which its column was too narrow. */
function goesOn([first, last, ...more]: readonly Segment[]): boolean {
  return more.length === 0 && /[.,]\d*$/.test(first?.text ?? '') && /^\d{1,2}%?$/.test(last?.text ?? '');
}

function sideEdge(position: number, start: number, end: number): Edge {
  return { orientation: 'h', position, start, end, thickness: 0, assumed: true };
}

/** Column lines, broken where a text of a row, or a bar of one piece, runs across them. */
export function columnsBetween(
  xs: readonly number[],
  ys: readonly number[],
  segments: readonly Segment[],
  bars: readonly Box[] = [],
): Edge[] {
  const edges: Edge[] = [];
  xs.forEach((position, column) => {
    for (let i = 1; i < ys.length; i++) {
      const [start, end] = [ys[i - 1]!, ys[i]!];
      const outer = column === 0 || column === xs.length - 1;
      const runsAcross = ({ x0, x1, y0, y1 }: Box): boolean =>
        x0 < position - 1 && x1 > position + 1 && (y0 + y1) / 2 > start && (y0 + y1) / 2 < end;
      const crossed = segments.some(({ box }) => runsAcross(box)) || bars.some(runsAcross);
      if (outer || !crossed)
        edges.push({ orientation: 'v', position, start, end, thickness: 0, assumed: true });
    }
  });
  return edges;
}

function isTabular(segments: readonly Segment[], columns: number): boolean {
  const lines = new Set(segments.map((segment) => segment.line)).size;
  return lines >= 2 && segments.length >= lines * Math.min(1.3, columns * 0.6);
}

const nonNull = (lattice: Lattice | null): Lattice[] =>
  lattice && lattice.cells.length > 3 && lattice.xs.length > 2 && lattice.ys.length > 2 ? [lattice] : [];
