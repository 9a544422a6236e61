import type { Box } from '../../schemas/index.ts';
import { borderlessTables } from './borderless/borderless.ts';
import { columnSplits, withinColumn } from './columns/page-columns.ts';
import type { ReachingColumns } from './columns/shared-columns.ts';
import { acrossOnly, downOnly } from './half-ruled/half-ruled.ts';
import { isUnderline, leaders } from './half-ruled/rule-stacks.ts';
import { outsideRuledRows, type RuledBands } from './half-ruled/ruled-rows.ts';
import { continuedTable } from './joins/continued-table.ts';
import { facingSheets } from './joins/facing-sheets.ts';
import type { Glyph } from './marks.ts';
import { boxesApart } from './no-tables/boxes-apart.ts';
import type { ColouredBars } from './rows/coloured-bars.ts';
import type { Edge } from './rulings/edges.ts';
import type { Lattice } from './rulings/lattice.ts';
import { crosses, holdsMiddle, isOnArea } from './rulings/lattice-places.ts';
import {
  add,
  borderlessConfidence,
  halfRuledConfidence,
  isFree,
  type Search,
} from './rulings/lattice-search.ts';
import { openEnds } from './rulings/ruled-grids.ts';
import type { TextLine } from './texts/lines.ts';
import { type Segment, segmentsOf } from './texts/segments.ts';

/** Where the text of a page is parted into columns, or two sheets lie side by side. */
export function splitsOf(
  { lattices, marks, settings }: Search,
  glyphs: readonly Glyph[],
  lines: readonly TextLine[],
  bands: RuledBands,
): number[] {
  const splitsAt = (gap: number): number[] => columnSplits(outsideRuledRows(segmentsOf(lines, gap), bands));
  const prose = splitsAt(settings.proseGap);
  const columns = prose.length > 0 ? prose : splitsAt(settings.narrowGutter);
  const gutter = columns.length > 0 ? null : facingSheets(marks, lattices, glyphs);
  return gutter === null ? columns : [gutter];
}

/** Adds the grids among the texts of one column of the page, where no lines or lines of one direction draw them. */
export function addOfFlow(
  search: Search,
  segments: Segment[],
  splits: readonly number[],
  coloured: ColouredBars,
  goesOn: ReachingColumns | null,
): void {
  const { charts, lattices, marks, ruled, settings } = search;
  const isFreeEdge = (edge: Edge): boolean => !lattices.some((lattice) => crosses(lattice, edge));
  const barsLeft = (): ColouredBars => ({ ...coloured, sides: coloured.sides.filter(isFreeEdge) });
  const loose = (orientation: 'h' | 'v'): Edge[] =>
    ruled.loose.filter(
      (edge) =>
        edge.orientation === orientation && isFreeEdge(edge) && !charts.some((area) => isOnArea(area, edge)),
    );
  const offices: Box[] = [];
  const isTable = (lattice: Lattice): boolean => {
    const apart = boxesApart(lattice, ruled.boxes, segments);
    offices.push(...apart);
    return apart.length === 0;
  };
  add(search, downOnly(loose('v'), segments, settings).filter(isTable), 'aligned', halfRuledConfidence);
  const level = loose('h');
  const led = leaders(level, segments);
  const across = level.filter((edge) => !led.has(edge) && !isUnderline(edge, segments));
  const contents = new Set(led.values());
  const halfRuled = acrossOnly(across, segments, barsLeft(), marks.number > 1, settings).filter(isTable);
  add(search, halfRuled, 'aligned', halfRuledConfidence, (lattice) => openEnds(across, lattice, settings));
  const free = (): Segment[] =>
    segments.filter(
      (segment) =>
        !contents.has(segment.line) &&
        isFree(search, segment) &&
        !offices.some((box) => holdsMiddle(box, segment.box)),
    );
  const rest = goesOn && continuedTable(free(), goesOn, marks.height, settings);
  if (rest) add(search, [rest], 'aligned', borderlessConfidence);
  const borderless = borderlessTables(free(), barsLeft(), settings, across).map((lattice) =>
    withinColumn(lattice, segments, splits),
  );
  add(search, borderless, 'aligned', borderlessConfidence);
}
