import { areaOf } from '../box-around.ts';
import type { Gutter } from '../columns/gutter.ts';
import { guttersOf } from '../columns/gutters.ts';
import { captionMark } from '../half-ruled/rule-stacks.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';

/** Narrowest white between two tables side by side, in ems, and against the widest between their own columns. */
const leastGutter = 2;
const gutterShare = 1.3;

/** The same where nothing but a head that is repeated tells two tables. */
const repeatedShare = 2;

/** Fewest lines of a table, and fewest lines that must tell that two tables have rows of their own. */
const fewestLines = 3;
const fewestSigns = 2;

/** Heights of texts on one line of a table agree to this share of an em. */
const levelDrift = 0.1;

/** Share of the first column behind a gutter that must be labels. */
const labelShare = 0.7;

/**
 * Tables without lines that stand side by side: cut at a wide white strip that no line of several texts crosses, with labels
 * behind it, where rows do not stand on one line with those before it, more than one is left over, or the head is repeated
 * and no name stands over both.
 */
export function tablesBeside(run: readonly Segment[], segments: readonly Segment[]): (readonly Segment[])[] {
  const named = namedBeside(run);
  if (named) return named.flatMap((side) => tablesBeside(side, side));
  const lines = Map.groupBy(run, ({ line }) => line);
  const rows = run.filter(({ line }) => lines.get(line)!.length > 1);
  const alone = run.filter(({ line }) => lines.get(line)!.length === 1);
  const gutters = guttersOf(rows, 0);
  const hasOneName = hasName(run, segments);
  const seam = gutters.find((gutter) => isSeam(gutter, gutters, rows, alone, hasOneName));
  if (!seam) return [run];
  const sides = [before(run, seam), behind(run, seam)];
  return sides.flatMap((side) => tablesBeside(side, side));
}

/** Tables below names that stand side by side on one line: each has what stands under its own. */
function namedBeside(run: readonly Segment[]): (readonly Segment[])[] | null {
  const marks = run.filter(({ text }) => captionMark.test(text));
  const first = marks.find(({ line }) => marks.some((other) => other.line === line && other.box.x0 > 0));
  const names = marks.filter(({ line }) => line === first?.line).sort((a, b) => a.box.x0 - b.box.x0);
  if (names.length < 2) return null;
  const left = areaOf(run).x0;
  const starts = names.map(({ box }, i) => (i === 0 ? left : box.x0));
  const below = run.filter(({ line }) => line > names[0]!.line);
  const sides = starts.map((start, i) =>
    below.filter(({ box }) => box.x0 > start - 1 && box.x1 < (starts[i + 1] ?? Infinity)),
  );
  if (sides.reduce((sum, side) => sum + side.length, 0) < below.length) return null;
  const above = run.filter(({ line }) => line < names[0]!.line);
  const tables = sides.map((side, i) => belowName(side, names[i]!));
  return [above, ...tables].filter((side) => new Set(side.map(({ line }) => line)).size >= fewestLines);
}

/** What stands under the name of a table: its second line does not, a text alone that begins where it does. */
function belowName(side: readonly Segment[], name: Segment): readonly Segment[] {
  const lines = [...Map.groupBy(side, ({ line }) => line).values()].sort((a, b) => a[0]!.line - b[0]!.line);
  const first = lines.findIndex(
    (line) => line.length > 1 || Math.abs(line[0]!.box.x0 - name.box.x0) > levelDrift * name.size,
  );
  return lines.slice(Math.max(first, 0)).flat();
}

const before = (pieces: readonly Segment[], { from }: Gutter): Segment[] =>
  pieces.filter(({ box }) => box.x1 < from + 1);
const behind = (pieces: readonly Segment[], { to }: Gutter): Segment[] =>
  pieces.filter(({ box }) => box.x0 > to - 1);
const crosses = ({ box }: Segment, { from, to }: Gutter): boolean => box.x0 < from - 1 && box.x1 > to + 1;

function isSeam(
  gutter: Gutter,
  gutters: readonly Gutter[],
  rows: readonly Segment[],
  alone: readonly Segment[],
  named: boolean,
): boolean {
  const [left, right] = [before(rows, gutter), behind(rows, gutter)];
  if (left.length + right.length < rows.length) return false;
  const over = alone.filter((piece) => crosses(piece, gutter));
  // A text over both among the rows is the head of a section of one table.
  if (over.some(({ box }) => rows.some((piece) => piece.box.y1 < box.y0))) return false;
  const width = ({ from, to }: Gutter): number => to - from;
  const own = Math.max(...gutters.filter((other) => other !== gutter).map(width));
  if (!(own > 0) || width(gutter) < leastGutter * rows[0]!.size || width(gutter) < gutterShare * own)
    return false;
  const columns = (side: (other: Gutter) => boolean): number => gutters.filter(side).length + 1;
  const [leftColumns, rightColumns] = [
    columns((other) => other.to <= gutter.from),
    columns((other) => other.from >= gutter.to),
  ];
  if (leftColumns < 2 || rightColumns < 2 || !hasLabels(right, gutter, gutters)) return false;
  return (
    haveOwnRows(left, right) ||
    (!named &&
      over.length === 0 &&
      width(gutter) >= repeatedShare * own &&
      leftColumns === rightColumns &&
      haveSameHead(left, right))
  );
}

/** Whether the name of a table stands right above a run of lines, with nothing beside it. */
function hasName(run: readonly Segment[], segments: readonly Segment[]): boolean {
  const top = run.reduce((least, { line }) => Math.min(least, line), Infinity);
  const above = segments.filter(({ line }) => line === top - 1);
  return above.length === 1 && captionMark.test(above[0]!.text);
}

/** Whether texts that are no figures stand right behind a gutter. */
function hasLabels(right: readonly Segment[], gutter: Gutter, gutters: readonly Gutter[]): boolean {
  const end = Math.min(...gutters.filter(({ from }) => from > gutter.to).map(({ to }) => to));
  const first = right.filter(({ box }) => box.x1 < end + 1);
  return first.filter(({ text }) => !isFigure(text)).length >= labelShare * first.length;
}

function haveOwnRows(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [a, b] = [Map.groupBy(left, ({ line }) => line), Map.groupBy(right, ({ line }) => line)];
  if (a.size < fewestLines || b.size < fewestLines) return false;
  const hasFigure = (pieces: readonly Segment[]): boolean => pieces.some(({ text }) => isFigure(text));
  const alone = [...a, ...b].filter(([line, pieces]) => !(a.has(line) && b.has(line)) && hasFigure(pieces));
  const uneven = [...a].filter(([line, [first]]) => {
    const other = b.get(line)?.[0];
    return other !== undefined && Math.abs(first!.box.y1 - other.box.y1) > levelDrift * first!.size;
  });
  return alone.length >= fewestSigns || uneven.length >= Math.max(fewestSigns, a.size / 2);
}

/** Whether both sides begin with the same texts. */
function haveSameHead(left: readonly Segment[], right: readonly Segment[]): boolean {
  const head = (pieces: readonly Segment[]): string => {
    const top = Math.min(...pieces.map(({ line }) => line));
    return pieces
      .filter(({ line }) => line === top)
      .map(({ text }) => text)
      .join('\n');
  };
  return head(left).includes('\n') && head(left) === head(right);
}
