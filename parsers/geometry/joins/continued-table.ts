import { withCentredLabels } from '../borderless/centred-labels.ts';
import { withCentredSpans } from '../borderless/centred-spans.ts';
import { columnReach, type ReachingColumns } from '../columns/shared-columns.ts';
import { withTotalNames } from '../half-ruled/chained-rows.ts';
import { columnsBetween } from '../half-ruled/half-ruled.ts';
import type { PageLayout } from '../layout.ts';
import { impliedRows } from '../rows/implied-rows.ts';
import { type Lattice, latticeOf } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import type { Segment } from '../texts/segments.ts';

/** A table whose columns no line draws ends below this share of the page's height where it goes on on the next. */
const minReach = 0.6;

/** Page headers and footers stand in these shares of the page's height. */
const headBand = 0.08;
const footBand = 0.9;

/** Lines farther apart than this many ems are not of one table; lone pieces stand closer. */
const maxGap = 3.2;
const maxLeading = 0.85;

/** The columns of a table that the end of a page may have cut, where no lines show them; null where there is none. */
export function openColumns(page: PageLayout, settings: GeometrySettings): ReachingColumns | null {
  const body = page.items.filter((item) => item.kind === 'grid' || item.box.y0 < page.height * footBand);
  const last = body.at(-1);
  if (last?.kind !== 'grid' || last.method !== 'aligned' || last.box.y1 < page.height * minReach) return null;
  return { xs: last.xs, reach: columnReach(last, settings.partDrift) };
}

/**
 * The rest of a table at the head of the page after it: lines of text as long as their pieces stand in its columns. A few rows
 * would not be known for a table by themselves, and their own gutters may be others.
 */
export function continuedTable(
  segments: readonly Segment[],
  open: ReachingColumns,
  pageHeight: number,
  settings: GeometrySettings,
): Lattice | null {
  const rest = fittingLines(segments, open, pageHeight);
  if (!rest.some((line) => line.length > 1)) return null;
  const pieces = rest.flat();
  const xs = movedBetween(open, pieces);
  const y0 = Math.min(...pieces.map(({ box }) => box.y0)) - 2;
  const y1 = Math.max(...pieces.map(({ box }) => box.y1)) + 2;
  const across = impliedRows(xs, y0, y1, pieces);
  const ys = [...new Set(across.map((edge) => edge.position))].sort((a, b) => a - b);
  const lattice = latticeOf({ across, down: columnsBetween(xs, ys, pieces) }, settings);
  return lattice && withCentredLabels(withCentredSpans(withTotalNames(lattice, pieces), pieces), pieces);
}

function fittingLines(segments: readonly Segment[], open: ReachingColumns, pageHeight: number): Segment[][] {
  const result: Segment[][] = [];
  for (const line of bandsOf(segments)) {
    const first = line[0]!;
    const bottom = Math.max(...result.flat().map(({ box }) => box.y1));
    const gap = first.box.y0 - bottom;
    const far = result.length > 0 && gap > (line.length > 1 ? maxGap : maxLeading) * first.size;
    if (!far && fits(line, open)) result.push(line);
    else if (result.length > 0 || first.box.y1 > pageHeight * headBand) break;
  }
  return result;
}

/** Pieces in lines from top to bottom; lines that stand beside each other (a label of two lines and its text) are one. */
function bandsOf(segments: readonly Segment[]): Segment[][] {
  const bands: Segment[][] = [];
  let bottom = -Infinity;
  for (const segment of [...segments].sort((a, b) => a.box.y0 - b.box.y0)) {
    if (segment.box.y0 < bottom - 0.2 * segment.size) bands.at(-1)!.push(segment);
    else bands.push([segment]);
    bottom = Math.max(bottom, segment.box.y1);
  }
  return bands.map((band) => band.sort((a, b) => a.box.x0 - b.box.x0));
}

/** Whether the pieces of a line stand in the columns; behind a label that does, a text may run over several. */
function fits(line: readonly Segment[], { reach }: ReachingColumns): boolean {
  const inColumn = ({ box }: Segment): boolean =>
    reach.slice(1).some((right, i) => box.x0 >= reach[i]!.from - 1 && box.x1 <= right.to + 1);
  const inside = ({ box }: Segment): boolean => box.x0 >= reach[0]!.from && box.x1 <= reach.at(-1)!.to;
  // 填报人：… 联系电话：… is the line below a table.
  if (line.every(({ text }) => /[：:]/.test(text))) return false;
  return inColumn(line[0]!) && line.every((piece) => inside(piece) && (line.length > 1 || inColumn(piece)));
}

/** The column lines, moved where a text of this page stands over them that lies within their reach. */
function movedBetween({ xs, reach }: ReachingColumns, pieces: readonly Segment[]): number[] {
  return xs.map((x, i) => {
    let { from, to } = reach[i]!;
    for (const { box } of pieces) {
      const middle = (box.x0 + box.x1) / 2;
      if (middle < x && box.x1 > from && box.x1 < to) from = box.x1;
      if (middle > x && box.x0 > from && box.x0 < to) to = box.x0;
    }
    return Math.min(Math.max(x, from), to);
  });
}
