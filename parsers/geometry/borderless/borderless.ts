import { areaOf } from '../box-around.ts';
import { withBlockColumns } from '../columns/block-columns.ts';
import { settledLines } from '../columns/column-lines.ts';
import { withFiguredColumns } from '../columns/figured-columns.ts';
import { columnLines, guttersOf, rowBands } from '../columns/gutters.ts';
import { isHeadRuled, withHeadedColumns } from '../columns/headed-columns.ts';
import { areHeadedTexts, textRowTops } from '../columns/headed-texts.ts';
import { withCellsParted } from '../columns/parted-cells.ts';
import { sheetColumns } from '../columns/sheet-columns.ts';
import { withSideLabels } from '../columns/side-labels.ts';
import { withTotalNames } from '../half-ruled/chained-rows.ts';
import { columnsBetween } from '../half-ruled/half-ruled.ts';
import { withHeadSpans } from '../half-ruled/ruled-spans.ts';
import { areTextsBeside } from '../no-tables/texts-beside.ts';
import type { ColouredBars } from '../rows/coloured-bars.ts';
import { withHeadsOverParts } from '../rows/heads-over-parts.ts';
import { impliedRows } from '../rows/implied-rows.ts';
import { withSplitCells } from '../rows/split-cells.ts';
import { isFigure, isYear } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import { type Lattice, latticeOf } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import { listsAbbreviations } from '../texts/abbreviations.ts';
import type { Segment } from '../texts/segments.ts';
import { withCentredLabels } from './centred-labels.ts';
import { besideProse } from './prose-beside.ts';
import { isRowUnderHead } from './row-under-head.ts';
import { headDrift, minRows, runsOf } from './table-runs.ts';
import { tablesBeside } from './tables-beside.ts';

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
  return runsOf(segments, rules)
    .flatMap((run) => {
      const table = besideProse(run);
      return table ? runsOf(table, rules) : [run];
    })
    .flatMap((run) => {
      const tables = tablesBeside(run, segments);
      return tables.length > 1 ? tables.flatMap((table) => runsOf(table, rules)) : tables;
    })
    .flatMap((run) => {
      const lattice = tableOf(withBarAbove(run, segments, bars), bars, settings, rules);
      return lattice ? [lattice] : [];
    });
}

/** A run with the lines of the coloured bar that it begins in: a head over some columns may stand alone on its line. */
function withBarAbove(
  run: readonly Segment[],
  segments: readonly Segment[],
  { sides }: ColouredBars,
): readonly Segment[] {
  const top = areaOf(run).y0;
  const bar = sides
    .filter(({ position }) => position < top)
    .reduce<Edge | null>((last, side) => (last && last.position > side.position ? last : side), null);
  if (bar === null || !sides.some((side) => side.position > top + 1 && side.start === bar.start)) return run;
  const { position, start, end } = bar;
  const above = segments.filter(
    ({ box, line }) =>
      (box.y0 + box.y1) / 2 > position && line < run[0]!.line && box.x0 > start - 1 && box.x1 < end + 1,
  );
  return [...above, ...run];
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
  const found = withSideLabels(withBlockColumns(withFiguredColumns(headed, run, 1), run), run);
  const sheet = sheetColumns(found, run);
  const gutters = sheet ?? found;
  const columns = gutters.length + 1;
  if (columns < 2) return null;
  const xs = settledLines(columnLines(run, gutters), run);
  return latticeIn(sheet ? withCellsParted(run, run, xs) : run, xs, bars, settings, rules);
}

/** A table between column lines, if its texts stand as those of one do. */
function latticeIn(
  run: readonly Segment[],
  xs: readonly number[],
  bars: ColouredBars,
  settings: GeometrySettings,
  rules: readonly Edge[],
): Lattice | null {
  const rows = rowBands(run);
  const isSingle =
    rows.length < minRows && isRowUnderHead([...Map.groupBy(run, ({ line }) => line).values()]);
  const tops = isSingle ? [areaOf(run.filter(({ line }) => line !== run[0]!.line)).y0] : textRowTops(run, xs);
  if (
    !isSingle &&
    (rows.length < minRows ||
      (tops.length === 0 &&
        !looksTabular(run, xs, rows.length, isHeadRuled(run, xs, [...rules, ...bars.sides]))))
  )
    return null;
  const pad = 2;
  const across = rowsBetween(
    [
      rows[0]!.y0 - pad,
      ...apart([
        ...sidesWithin(bars.sides, xs, rows),
        ...headEnds(run, rules),
        ...entryTops(run, xs),
        ...tops,
      ]),
      rows.at(-1)!.y1 + pad,
    ],
    xs,
    run,
  );
  const ys = [...new Set(across.map((edge) => edge.position))].sort((a, b) => a - b);
  const lattice = latticeOf({ across, down: columnsBetween(xs, ys, run, bars.cells) }, settings);
  if (!lattice) return null;
  const table = withTotalNames(withHeadsOverParts(withSplitCells(lattice, run), run), run);
  return withCentredLabels(withHeadSpans(table, run, rules), run);
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
  return sides
    .filter(({ position }) => position > y0 && position < y1)
    .filter(({ start, end }) => Math.min(end, x1) - Math.max(start, x0) >= barShare * (x1 - x0))
    .map(({ position }) => position);
}

/** Heights in order, each once: bars right below each other share a side. */
function apart(heights: readonly number[]): number[] {
  const sorted = [...heights].sort((a, b) => a - b);
  return sorted.filter((y, i) => i === 0 || y - sorted[i - 1]! > 1);
}

/** Heights at which the entries of a list of abbreviations part, but for the first: each begins with one. */
function entryTops(run: readonly Segment[], xs: readonly number[]): number[] {
  const [labels, others] = [
    run.filter(({ box }) => box.x1 < xs[1]!),
    run.filter(({ box }) => box.x0 > xs[1]!),
  ];
  if (xs.length !== 3 || !listsAbbreviations(labels, others)) return [];
  return labels
    .slice(1)
    .map(({ line }) => Math.min(...run.filter((s) => s.line === line).map(({ box }) => box.y0)));
}

/** Lines across between heights that part rows, each with those that the texts imply between them. */
function rowsBetween(heights: readonly number[], xs: readonly number[], run: readonly Segment[]): Edge[] {
  return heights.slice(1).flatMap((bottom, i) => {
    const top = heights[i]!;
    const inside = run.filter(({ box }) => (box.y0 + box.y1) / 2 > top && (box.y0 + box.y1) / 2 < bottom);
    return impliedRows(xs, top, bottom, inside, [], run);
  });
}

/** Heights of lines across that are drawn between heads, above the first figures: a row ends there. */
function headEnds(run: readonly Segment[], rules: readonly Edge[]): number[] {
  const { x0: left, x1: right } = areaOf(run);
  const top = run.reduce((least, { box }) => Math.min(least, box.y1), Infinity);
  const figures = run.filter(({ text }) => isFigure(text) && !isYear(text));
  const body = areaOf(figures).y0;
  return rules
    .filter(({ position }) => position > top - 1 && position < body)
    .filter(({ start, end }) => start > left - 2 * headDrift && end < right + 2 * headDrift)
    .map(({ position }) => position);
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
  const filled = new Set(run.map((segment) => `${segment.line} ${columnOf(segment)}`)).size;
  const lines = new Set(run.map((segment) => segment.line)).size;
  if (filled < lines * 1.5) return false;
  if (areHeadedTexts(run, xs)) return true;
  if (count / run.length > proseLength) return false;
  const others = run.filter((segment) => columnOf(segment) > 0);
  const figures = others.filter((segment) => /\d/.test(segment.text) && segment.text.length < 24).length;
  const labels = run.filter((segment) => /[：:]$|[：:]\S/.test(segment.text)).length;
  if (labels > run.length * 0.5) return false;
  if (listsPages(run, xs) || areTextsBeside(run, xs)) return false;
  if (columns === 2 && numbersLines(others)) return false;
  const labelled = run.filter((segment) => columnOf(segment) === 0);
  if (columns === 2 && listsAbbreviations(labelled, others)) return true;
  if (columns === 2 && headRuled && rows >= fewestPairs && haveShortLabels(labelled)) return true;
  // Sender and date at the head of a letter stand side by side too.
  if (columns === 2 && rows < fewestPairs)
    return others.every(({ text }) => isFigure(text)) && rows >= minRows;
  if (figures >= others.length * figureShare) return true;
  return (
    columns >= 3 && rows >= minRows + 1 && count / run.length < (headRuled ? proseLength : proseLength / 2)
  );
}

/** Most characters of a label before a text, in the mean. */
const labelLength = 24;

/** Whether short labels stand before texts: on most lines where those are not wrapped. */
function haveShortLabels(labels: readonly Segment[]): boolean {
  const length = labels.reduce((sum, { text }) => sum + text.length, 0);
  return labels.length >= fewestPairs && length <= labelLength * labels.length;
}

/** Whether all that stands behind texts are numbers in brackets that count them: equations are numbered so. */
function numbersLines(texts: readonly Segment[]): boolean {
  const numbers = texts.map(({ text }) => Number(/^\((?:\d+[.-])?(\d+)\)$/.exec(text)?.[1] ?? Number.NaN));
  return numbers.every((number, i) => (i === 0 ? number >= 0 : number === numbers[i - 1]! + 1));
}

/** Fewest entries of a list of contents, and share of them that stand on a later page than the one before. */
const fewestEntries = 6;
const risingShare = 0.8;

/** Whether a table is a list of contents without leaders: titles, with numbers at most before them, and pages that rise. */
function listsPages(run: readonly Segment[], xs: readonly number[]): boolean {
  if (xs.length > 4) return false;
  const last = xs.at(-2)!;
  const isLast = ({ box }: Segment): boolean => (box.x0 + box.x1) / 2 > last;
  if (run.filter(isLast).every(({ text }) => /^(?:see )?(?:page|p\.) ?\d{1,3}$/i.test(text))) return true;
  const pages = run.filter(isLast).map(({ text }) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  const titles = run.filter((segment) => !isLast(segment));
  const numbered = titles.filter(({ box, text }) => isFigure(text) && (box.x0 + box.x1) / 2 > xs[1]!);
  if (pages.length < fewestEntries || pages.length * 2 > run.length + 1 || numbered.length > 0) return false;
  const steps = pages.slice(1).map((page, i) => page - pages[i]!);
  const rising = steps.filter((step) => step > 0).length;
  return steps.every((step) => step >= 0) && rising >= steps.length * risingShare;
}
