import { withBlockColumns } from './block-columns.ts';
import { withCentredLabels } from './centred-labels.ts';
import { withCentredSpans } from './centred-spans.ts';
import { settledLines } from './column-lines.ts';
import type { Edge } from './edges.ts';
import { withFiguredColumns } from './figured-columns.ts';
import { columnLines, guttersOf, rowBands } from './gutters.ts';
import { columnsBetween } from './half-ruled.ts';
import { isHeadRuled, withHeadedColumns } from './headed-columns.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { axisLines } from './no-tables/axis-figures.ts';
import { areTextsBeside } from './no-tables/texts-beside.ts';
import { proseLines } from './prose-lines.ts';
import type { ColouredBars } from './rows/coloured-bars.ts';
import { impliedRows } from './rows/implied-rows.ts';
import { withSplitCells } from './rows/split-cells.ts';
import { isFigure } from './rows/written-lines.ts';
import type { Segment } from './segments.ts';
import type { GeometrySettings } from './settings.ts';
import { namesTable } from './table-names.ts';
import { tablesBeside } from './tables-beside.ts';

/** Fewest rows and cells in a row of a table that no line marks. */
const minRows = 3;

/** Lines farther apart than this many ems are not of one table. */
const maxRowGap = 3.2;

/** Share of lines of a run that may write across its column gaps. */
const spanning = 0.15;

/** Mean count of characters of a cell above which the columns are prose set side by side. */
const proseLength = 38;

/** Share of cells outside the first column with figures, above which two columns are enough for a table. */
const figureShare = 0.4;

/** Fewest rows of a table of two columns whose second holds more than figures. */
const fewestPairs = 5;

/** Tables without any line: runs of lines whose pieces stand under each other; one of `rules` may be drawn under the head. */
export function borderlessTables(
  segments: readonly Segment[],
  bars: ColouredBars,
  settings: GeometrySettings,
  rules: readonly Edge[] = [],
): Lattice[] {
  return runsOf(segments)
    .flatMap((run) => tablesBeside(run, segments))
    .flatMap((run) => {
      const lattice = tableOf(run, bars, settings, rules);
      return lattice ? [lattice] : [];
    });
}

/** A heading is larger than the text of tables by this share. */
const headingShare = 1.15;

/** Consecutive lines of several pieces each; a single piece may stand between them if it is no longer than a cell. */
function runsOf(segments: readonly Segment[]): Segment[][] {
  const lines = Map.groupBy(segments, ({ line }) => line);
  const prose = proseLines(lines);
  const axes = axisLines(lines);
  const sizes = segments.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const runs: Segment[][] = [];
  let run: (readonly Segment[])[] = [];
  const close = (): void => {
    while (run.length > 0 && run[run.length - 1]!.length < 2 && !wraps(run)) run.pop();
    while (run.length > 0 && standsAbove(run[0]!)) run.shift();
    if (run.length >= minRows) runs.push(run.flat());
    run = [];
  };
  for (const index of [...lines.keys()].sort((a, b) => a - b)) {
    const line = lines.get(index)!;
    const last = run[run.length - 1]?.[0];
    const first = line[0]!;
    if (last && first.box.y0 - last.box.y1 > maxRowGap * Math.max(first.size, last.size)) close();
    const leaders = leadsToPage(line);
    // A heading stands alone, in larger letters or as the name of a form: what follows is another table.
    const heading = line.length === 1 && (first.size > usual * headingShare || parts(run, first));
    if (leaders || heading || prose.has(index) || axes.has(index)) close();
    else if (run.length > 0) run.push(line);
    else if (line.length > 1) run.push(...firstLines(line, lines.get(index - 1)), line);
  }
  close();
  return runs;
}

/** Whether a piece alone on its line names another table than the rows before it. */
function parts(run: readonly (readonly Segment[])[], piece: Segment): boolean {
  const boxes = run.flat().map(({ box }) => box);
  return (
    run.length >= minRows &&
    namesTable(piece, Math.min(...boxes.map(({ x0 }) => x0)), Math.max(...boxes.map(({ x1 }) => x1)))
  );
}

/** The first line of a head of several, where it stands alone above one of them: not above the labels, and no wider than the head. */
function firstLines(
  line: readonly Segment[],
  before: readonly Segment[] | undefined,
): (readonly Segment[])[] {
  const [above, ...more] = before ?? [];
  if (above === undefined || more.length > 0 || line.length < minRows) return [];
  const { box, size } = above;
  const under = line.filter((other) => other.box.x0 < box.x1 && box.x0 < other.box.x1);
  const head = under[0];
  if (under.length !== 1 || head === undefined || head === line[0]) return [];
  const middle = Math.abs(box.x0 + box.x1 - head.box.x0 - head.box.x1) / 2 < size;
  const sides = Math.min(Math.abs(box.x0 - head.box.x0), Math.abs(box.x1 - head.box.x1)) < 1;
  const near = head.box.y0 - box.y1 < maxLeading * size && size <= head.size * headingShare;
  return near && (middle || sides) ? [before!] : [];
}

/** 编制单位：… 2026年度 单位：… is the line above a table, and 一、基本情况 alone its heading. */
function standsAbove(line: readonly Segment[]): boolean {
  if (line.length === 1 && /^[一二三四五六七八九十]+、/.test(line[0]!.text)) return true;
  const named = line.filter(({ text }) => /[：:]/.test(text));
  const dates = line.filter(({ text }) => /^[（(]?\d{4}\s*年(?:度|[\d\s月日]+)?[）)]?$/.test(text));
  return named.length > 0 && new Set([...named, ...dates]).size === line.length;
}

/** Whether dots lead from a title to the number of its page; in a table they lead to several figures, or one with a point. */
function leadsToPage(line: readonly Segment[]): boolean {
  const dotted = line.findLastIndex(({ text }) => /[.…·]{5,}|(?:\. ){4,}/.test(text));
  if (dotted < 0) return false;
  const behind = /[.…·\s]([^.…·\s]*)$/.exec(line[dotted]!.text)?.[1] ?? '';
  const figures = [behind, ...line.slice(dotted + 1).map(({ text }) => text)].filter((text) => text !== '');
  return figures.length < 2 && figures.every((text) => /^\d{1,3}$/.test(text));
}

/** White between lines of one cell, at most, in ems. */
const maxLeading = 0.6;

/** Lines above a piece in which the one that it goes on may stand: labels of two lines stand between the lines of others. */
const linesAbove = 4;

/** Whether the lines of single pieces that end a run go on below pieces of it: a cell wraps to the end of the page. */
function wraps(run: readonly (readonly Segment[])[]): boolean {
  const from = run.findLastIndex((line) => line.length > 1);
  if (from < 0) return false;
  return run
    .slice(from + 1)
    .every((line, i) =>
      goesOn(run.slice(Math.max(0, from + 1 + i - linesAbove), from + 1 + i), line[0]!, run[from]!),
    );
}

/** Whether a piece follows closely under one of the lines before, and under no more than one piece of the whole line. */
function goesOn(
  before: readonly (readonly Segment[])[],
  { box, size }: Segment,
  whole: readonly Segment[],
): boolean {
  const shares = (other: Segment): boolean => other.box.x0 < box.x1 && box.x0 < other.box.x1;
  const above = before.flat().findLast(shares);
  if (above === undefined || whole.filter(shares).length > 1) return false;
  return box.y0 - above.box.y1 < maxLeading * size;
}

/** The pieces of lines of several: what stands alone on its line may be the head of a section, over columns of others. */
function piecesInRows(run: readonly Segment[]): readonly Segment[] {
  const counts = new Map<number, number>();
  for (const { line } of run) counts.set(line, (counts.get(line) ?? 0) + 1);
  const several = run.filter(({ line }) => counts.get(line)! > 1);
  return new Set(several.map(({ line }) => line)).size * 2 > counts.size ? several : run;
}

function tableOf(
  run: readonly Segment[],
  bars: ColouredBars,
  settings: GeometrySettings,
  rules: readonly Edge[],
): Lattice | null {
  const [all, inRows] = [guttersOf(run, spanning), guttersOf(piecesInRows(run), spanning)];
  const headed = withHeadedColumns(inRows.length > all.length ? inRows : all, run);
  const gutters = withBlockColumns(withFiguredColumns(headed, run, 1), run);
  const columns = gutters.length + 1;
  if (columns < 2) return null;
  const xs = settledLines(columnLines(run, gutters), run);
  const rows = rowBands(run);
  if (rows.length < minRows || !looksTabular(run, xs, rows.length, isHeadRuled(run, xs, rules))) return null;
  const pad = 2;
  const across = rowsBetween(
    [rows[0]!.y0 - pad, ...sidesWithin(bars.sides, xs, rows), rows.at(-1)!.y1 + pad],
    xs,
    run,
  );
  const ys = [...new Set(across.map((edge) => edge.position))].sort((a, b) => a - b);
  const lattice = latticeOf({ across, down: columnsBetween(xs, ys, run, bars.cells) }, settings);
  return lattice && withCentredLabels(withCentredSpans(withSplitCells(lattice, run), run), run);
}

/** Share of the width of a table that a bar in it takes. */
const barShare = 0.9;

/** Heights at which coloured bars across a table part its rows. */
function sidesWithin(
  sides: readonly Edge[],
  xs: readonly number[],
  rows: readonly { y0: number; y1: number }[],
): number[] {
  const [x0, x1] = [xs[0]!, xs.at(-1)!];
  const [y0, y1] = [rows[0]!.y0 + 1, rows.at(-1)!.y1 - 1];
  const heights = sides
    .filter(({ position }) => position > y0 && position < y1)
    .filter(({ start, end }) => Math.min(end, x1) - Math.max(start, x0) >= barShare * (x1 - x0))
    .map(({ position }) => position)
    .sort((a, b) => a - b);
  // Bars right below each other share a side.
  return heights.filter((y, i) => i === 0 || y - heights[i - 1]! > 1);
}

/** Lines across between heights that part rows, each with those that the texts imply between them. */
function rowsBetween(heights: readonly number[], xs: readonly number[], run: readonly Segment[]): Edge[] {
  return heights.slice(1).flatMap((bottom, i) => {
    const top = heights[i]!;
    const inside = run.filter(({ box }) => (box.y0 + box.y1) / 2 > top && (box.y0 + box.y1) / 2 < bottom);
    return impliedRows(xs, top, bottom, inside, [], run);
  });
}

function looksTabular(
  run: readonly Segment[],
  xs: readonly number[],
  rows: number,
  headRuled: boolean,
): boolean {
  const columns = xs.length - 1;
  const columnOf = (segment: Segment): number =>
    xs.findIndex((x) => x > (segment.box.x0 + segment.box.x1) / 2) - 1;
  const count = run.reduce((sum, segment) => sum + segment.text.length, 0);
  if (count / run.length > proseLength) return false;
  const filled = new Set(run.map((segment) => `${segment.line} ${columnOf(segment)}`)).size;
  const lines = new Set(run.map((segment) => segment.line)).size;
  if (filled < lines * 1.5) return false;
  const others = run.filter((segment) => columnOf(segment) > 0);
  const figures = others.filter((segment) => /\d/.test(segment.text) && segment.text.length < 24).length;
  const labels = run.filter((segment) => /[：:]$|[：:]\S/.test(segment.text)).length;
  if (labels > run.length * 0.5) return false;
  if (listsPages(run, xs) || areTextsBeside(run, xs)) return false;
  // Sender and date at the head of a letter stand side by side too.
  if (columns === 2 && rows < fewestPairs)
    return others.every(({ text }) => isFigure(text)) && rows >= minRows;
  if (figures >= others.length * figureShare) return true;
  return (
    columns >= 3 && rows >= minRows + 1 && count / run.length < (headRuled ? proseLength : proseLength / 2)
  );
}

/** Fewest entries of a list of contents, and share of them that stand on a later page than the one before. */
const fewestEntries = 6;
const risingShare = 0.8;

/** Whether a table is a list of contents without leaders: titles, with numbers at most before them, and pages that rise. */
function listsPages(run: readonly Segment[], xs: readonly number[]): boolean {
  if (xs.length > 4) return false;
  const last = xs.at(-2)!;
  const isLast = ({ box }: Segment): boolean => (box.x0 + box.x1) / 2 > last;
  const pages = run.filter(isLast).map(({ text }) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  const titles = run.filter((segment) => !isLast(segment));
  const numbered = titles.filter(({ box, text }) => isFigure(text) && (box.x0 + box.x1) / 2 > xs[1]!);
  if (pages.length < fewestEntries || pages.length * 2 > run.length + 1 || numbered.length > 0) return false;
  const steps = pages.slice(1).map((page, i) => page - pages[i]!);
  const rising = steps.filter((step) => step > 0).length;
  return steps.every((step) => step >= 0) && rising >= steps.length * risingShare;
}
