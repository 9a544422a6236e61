import type { Box } from '../../schemas/index.ts';
import { isHeadAlone, stripedTables } from './borderless/striped-tables.ts';
import { mayHoldColumns, withColumnsWithin } from './columns/columns-within.ts';
import { flowsOf } from './columns/page-columns.ts';
import type { ReachingColumns } from './columns/shared-columns.ts';
import { addOfFlow, splitsOf } from './flow-lattices.ts';
import { ruledBands } from './half-ruled/ruled-rows.ts';
import type { Glyph, PageMarks } from './marks.ts';
import { chartAreas, mayHaveAxis } from './no-tables/charts.ts';
import { areConnectedBoxes } from './no-tables/connected-boxes.ts';
import { type ColouredBars, colouredBars, isBar, noBars } from './rows/coloured-bars.ts';
import { framedTable, mayBeFrame, mayBeRuledFrame, ruledFrame } from './rows/framed-tables.ts';
import { withHangingLines } from './rows/hanging-lines.ts';
import { withHeadOutside } from './rows/heads-outside.ts';
import { mayBeHead, withOpenBody } from './rows/open-bodies.ts';
import { hasRowsInOnePiece, withRowsParted } from './rows/rows-in-one-piece.ts';
import { mayHoldStacks, withStackedFigures } from './rows/stacked-figures.ts';
import { mayHoldTexts, withStackedTexts } from './rows/stacked-texts.ts';
import { type Edge, edgesOf } from './rulings/edges.ts';
import { cellBackgrounds, fillRulings, partedAreas } from './rulings/fill-rulings.ts';
import type { Lattice } from './rulings/lattice.ts';
import { boxOf, crosses, holds, holdsMiddle, overlap } from './rulings/lattice-places.ts';
import {
  add,
  closedEnds,
  filledConfidence,
  halfRuledConfidence,
  isApart,
  isFree,
  type Search,
} from './rulings/lattice-search.ts';
import { type OpenEnds, type PageLattice, type RuledPage, ruledGrids } from './rulings/ruled-grids.ts';
import { withCellsTogether } from './rulings/spaced-cells.ts';
import { withoutUnderlines } from './rulings/underlines.ts';
import type { GeometrySettings } from './settings.ts';
import { linesOf } from './texts/lines.ts';
import { type Segment, segmentsOf } from './texts/segments.ts';

/** Every grid of a page, the surest first: by rulings, by backgrounds, by lines of one direction, by the places of words. */
export function findLattices(
  marks: PageMarks,
  goesOn: ReachingColumns | null,
  settings: GeometrySettings,
): { lattices: PageLattice[]; boxes: Box[]; splits: number[] } {
  const upright = marks.glyphs.filter(isUpright);
  const rulings = withoutUnderlines(withCellsTogether(marks.rulings), upright, settings);
  const ruled = ruledGrids(rulings, settings);
  let all: Segment[] | null = null;
  const written = (): Segment[] => {
    all ??= segmentsOf(linesOf(upright, settings), settings.columnGap);
    return all;
  };
  const charts = chartsOf(marks, ruled, upright, written, settings);
  const isInChart = (box: Box): boolean => charts.some((area) => holdsMiddle(area, box));
  const drawn = ruled.lattices
    .filter((lattice) => !isInChart(boxOf(lattice)) && !areConnectedBoxes(lattice, upright))
    .map((lattice) => drawnTable(lattice, marks, upright, written, settings));
  const search = { marks, ruled, charts, lattices: withBodies(drawn, upright, settings), settings };
  const { bars, coloured, heads, tables } = onBackgrounds(search, written);
  add(search, tables, 'ruled', filledConfidence);
  const { lattices } = search;
  const { boxes } = ruled;
  const glyphs = upright.filter((glyph) => !isInChart(glyph.box) && isFree(search, glyph));
  if (glyphs.length === 0) return { lattices, boxes, splits: [] };
  const lines = linesOf(glyphs, settings);
  const whole = segmentsOf(lines, settings.columnGap);
  const bands = ruledBands(whole, ruled.loose);
  const splits = splitsOf(search, glyphs, lines, bands);
  for (const flow of flowsOf(glyphs, splits, settings, bands)) {
    const segments = splits.length === 0 ? whole : segmentsOf(flow, settings.columnGap);
    addOfFlow(search, segments, splits, coloured, goesOn);
  }
  // A coloured head is one of the table below it, where that was found.
  const outside = heads.length > 0 ? glyphs.filter((glyph) => isFree(search, glyph)) : [];
  for (const head of new Set([...heads, ...bars])) {
    const open = heads.includes(head) ? withOpenBody(head, [], outside, settings) : null;
    if (open) add(search, [open.table], 'aligned', halfRuledConfidence);
    else add(search, [head], 'ruled', filledConfidence);
  }
  return { lattices, boxes, splits };
}

/** A grid of rulings with the rows and columns that its lines leave out. */
function drawnTable(
  drawn: PageLattice,
  marks: PageMarks,
  glyphs: readonly Glyph[],
  written: () => Segment[],
  settings: GeometrySettings,
): PageLattice {
  const headed = drawn.hanging?.length ? withHangingLines(drawn, drawn.hanging, glyphs) : null;
  const lattice = headed ? { ...drawn, ...headed } : drawn;
  const framed = mayBeFrame(lattice)
    ? framedTable(lattice, edgesWithin(lattice, marks, settings), glyphs, settings)
    : null;
  if (framed) return { ...framed, ...closedEnds(framed), method: 'aligned', confidence: halfRuledConfidence };
  const inFrame = mayBeRuledFrame(lattice)
    ? ruledFrame(lattice, edgesWithin(lattice, marks, settings), glyphs, settings)
    : null;
  if (inFrame)
    return {
      ...inFrame,
      ...endsOver(lattice, inFrame.xs),
      method: 'aligned',
      confidence: halfRuledConfidence,
    };
  const parted = mayHoldStacks(lattice, glyphs) ? withStackedFigures(lattice, written()) : null;
  const rows = parted ?? (mayHoldTexts(lattice) ? withStackedTexts(lattice, written()) : null);
  const inColumns = rows ?? (hasRowsInOnePiece(lattice) ? withRowsParted(lattice, written()) : null);
  const whole = inColumns ?? withHeadOutside(lattice, glyphs, settings);
  const drawnRows = whole ?? lattice;
  const within = mayHoldColumns(drawnRows, glyphs) ? withColumnsWithin(drawnRows, written()) : null;
  const table = within ?? whole;
  if (!table) return lattice;
  return { ...lattice, ...table, ...endsOver(lattice, table.xs), confidence: halfRuledConfidence };
}

/** What the backgrounds of a page draw beside its rulings. */
interface Backgrounds {
  tables: Lattice[];
  /** Heads whose tables have no backgrounds. */
  heads: Lattice[];
  /** Grids that may be no more than a coloured line over a table. */
  bars: Lattice[];
  coloured: ColouredBars;
}

function onBackgrounds(search: Search, written: () => Segment[]): Backgrounds {
  const { charts, lattices, marks, settings } = search;
  const backgrounds = partedAreas(cellBackgrounds(marks.fills, marks, settings), marks.partings ?? []);
  const fills = ruledGrids(fillRulings(backgrounds), settings).lattices.filter(
    (lattice) => !charts.some((area) => overlap(area, boxOf(lattice))),
  );
  // The last row of a table may stand alone on a page.
  const parted = fills.filter((lattice) => lattice.xs.length > 2 && lattice.cells.length > 2);
  const inColumns = parted.map((lattice) =>
    hasRowsInOnePiece(lattice) ? (withRowsParted(lattice, written()) ?? lattice) : lattice,
  );
  const striped = stripedTables(inColumns, fills.length > 1 ? written() : []);
  const heads = striped.filter((lattice) => isApart(lattice, lattices) && isHeadAlone(lattice, written()));
  const bars = striped.filter((lattice) => isApart(lattice, lattices) && isBar(lattice, written()));
  // Bars right below each other, each of one piece, are bars.
  const cellular = fills.filter((lattice) => lattice.xs.length > 2);
  const alone = backgrounds.filter(
    (area) => ![...charts, ...[...lattices, ...cellular].map(boxOf)].some((other) => overlap(other, area)),
  );
  const coloured = bars.length + alone.length > 0 ? colouredBars(bars, alone, written()) : noBars;
  const tables = striped.filter((lattice) => !heads.includes(lattice) && !bars.includes(lattice));
  return { tables, heads, bars, coloured };
}

/** Grids of which some draw no more than the head of a table: their rows go on below them, without lines. */
function withBodies(
  drawn: readonly PageLattice[],
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): PageLattice[] {
  const closing = new Set<PageLattice>();
  const tables = drawn.map((head): PageLattice => {
    if (closing.has(head) || !mayBeHead(head)) return head;
    const free = glyphs.filter(({ box }) => !drawn.some((lattice) => holds(lattice, box)));
    const open = withOpenBody(head, drawn, free, settings);
    if (open?.closedBy) closing.add(open.closedBy);
    if (!open) return head;
    return { ...open.table, ...closedEnds(open.table), method: 'aligned', confidence: halfRuledConfidence };
  });
  return tables.filter((_, i) => !closing.has(drawn[i]!));
}

/** The lines across that a grid was drawn by. */
function edgesWithin(lattice: Lattice, { rulings }: PageMarks, settings: GeometrySettings): Edge[] {
  const { x0, x1, y0, y1 } = boxOf(lattice);
  return edgesOf(rulings, settings).filter(
    ({ orientation, position, start, end }) =>
      orientation === 'h' &&
      position > y0 - sideRoom &&
      position < y1 + sideRoom &&
      start > x0 - sideRoom &&
      end < x1 + sideRoom,
  );
}

/** Lines lie this near to the sides of their grid, in points. */
const sideRoom = 3;

/** Charts on a page: looked for where lines enclose nothing, or next to nothing. */
function chartsOf(
  marks: PageMarks,
  { lattices, loose }: RuledPage,
  glyphs: readonly Glyph[],
  written: () => Segment[],
  settings: GeometrySettings,
): Box[] {
  const blank = lattices.filter(
    (lattice) =>
      glyphs.filter(({ box }) => holds(lattice, box)).length < glyphsInChart * lattice.cells.length,
  );
  const edges =
    blank.length > 0
      ? edgesOf(marks.rulings, settings).filter((edge) => blank.some((lattice) => crosses(lattice, edge)))
      : [];
  const across = [...edges, ...loose].filter(({ orientation }) => orientation === 'h');
  // White grounds of cells are no bars, nor are those that a workbook draws in the cells of their figures.
  const areas = marks.fills.filter(
    ({ box, colour }) => colour !== '#ffffff' && !lattices.some((lattice) => isInCell(box, lattice, glyphs)),
  );
  const hasAxis = across.length >= leastAcross && mayHaveAxis(across, glyphs);
  return chartAreas(across, areas, hasAxis ? written() : []);
}

/** Least share of the height of its cell that a bar beside a figure takes. */
const barHeight = 0.5;

/** Whether an area lies in one cell of a grid, over most of its height, with a text. */
function isInCell(area: Box, { cells }: Lattice, glyphs: readonly Glyph[]): boolean {
  const cell = cells.find(
    ({ box }) =>
      area.y1 - area.y0 >= barHeight * (box.y1 - box.y0) &&
      area.x0 >= box.x0 - 1 &&
      area.x1 <= box.x1 + 1 &&
      area.y0 >= box.y0 - 1 &&
      area.y1 <= box.y1 + 1,
  );
  return cell !== undefined && glyphs.some(({ box }) => holdsMiddle(cell.box, box));
}

/** Most characters to a field between the lines of a chart: its values and the names of its parts. */
const glyphsInChart = 8;

/** Fewest lines across of a chart. */
const leastAcross = 3;

function isUpright(glyph: Glyph): boolean {
  return glyph.turn === 0;
}

/** The open ends of a grid over columns into which some of its own were parted. */
function endsOver({ xs: drawn, openTop, openBottom }: PageLattice, xs: readonly number[]): OpenEnds {
  const own = xs.slice(1).map((right, i) => drawn.findLastIndex((x) => x < (xs[i]! + right) / 2));
  return { openTop: own.map((i) => openTop[i]!), openBottom: own.map((i) => openBottom[i]!) };
}
