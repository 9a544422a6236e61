import type { Box } from '../../schemas/index.ts';
import { borderlessTables } from './borderless.ts';
import { mayHoldColumns, withColumnsWithin } from './columns-within.ts';
import { continuedTable } from './continued-table.ts';
import { type Edge, edgesOf } from './edges.ts';
import { facingSheets } from './facing-sheets.ts';
import { cellBackgrounds, fillRulings, partedAreas } from './fill-rulings.ts';
import { acrossOnly, downOnly } from './half-ruled.ts';
import type { Lattice } from './lattice.ts';
import { linesOf } from './lines.ts';
import type { Glyph, PageMarks } from './marks.ts';
import { boxesApart } from './no-tables/boxes-apart.ts';
import { chartAreas } from './no-tables/charts.ts';
import { areConnectedBoxes } from './no-tables/connected-boxes.ts';
import { columnSplits, flowsOf, withinColumn } from './page-columns.ts';
import { type ColouredBars, colouredBars, isBar, noBars } from './rows/coloured-bars.ts';
import { framedTable, mayBeFrame } from './rows/framed-tables.ts';
import { withHeadOutside } from './rows/heads-outside.ts';
import { mayBeHead, withOpenBody } from './rows/open-bodies.ts';
import { hasRowsInOnePiece, withRowsParted } from './rows/rows-in-one-piece.ts';
import { mayHoldStacks, withStackedFigures } from './rows/stacked-figures.ts';
import { mayHoldTexts, withStackedTexts } from './rows/stacked-texts.ts';
import { isUnderline, leaders } from './rule-stacks.ts';
import { type OpenEnds, openEnds, type PageLattice, type RuledPage, ruledGrids } from './ruled-grids.ts';
import { outsideRuledRows, ruledBands } from './ruled-rows.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { GeometrySettings } from './settings.ts';
import type { ReachingColumns } from './shared-columns.ts';
import { isHeadAlone, stripedTables } from './striped-tables.ts';

/** Confidence of grids that are not drawn out by lines. */
const filledConfidence = 0.95;
const halfRuledConfidence = 0.85;
const borderlessConfidence = 0.7;

/** Every grid of a page, the surest first: by rulings, by backgrounds, by lines of one direction, by the places of words. */
export function findLattices(
  marks: PageMarks,
  goesOn: ReachingColumns | null,
  settings: GeometrySettings,
): { lattices: PageLattice[]; boxes: Box[]; splits: number[] } {
  const ruled = ruledGrids(marks.rulings, settings);
  const upright = marks.glyphs.filter(isUpright);
  let all: Segment[] | null = null;
  const written = (): Segment[] => {
    all ??= segmentsOf(linesOf(upright, settings), settings.columnGap);
    return all;
  };
  const charts = chartsOf(marks, ruled, upright, written, settings);
  const isInChart = (box: Box): boolean => charts.some((area) => holdsMiddle(area, box));
  const drawn = ruled.lattices
    .filter((lattice) => !isInChart(boxOf(lattice)) && !areConnectedBoxes(lattice, upright))
    .map((lattice): PageLattice => {
      const framed = mayBeFrame(lattice)
        ? framedTable(lattice, edgesWithin(lattice, marks, settings), upright, settings)
        : null;
      if (framed)
        return { ...framed, ...closedEnds(framed), method: 'aligned', confidence: halfRuledConfidence };
      const parted = mayHoldStacks(lattice, upright) ? withStackedFigures(lattice, written()) : null;
      const rows = parted ?? (mayHoldTexts(lattice) ? withStackedTexts(lattice, written()) : null);
      const inColumns = rows ?? (hasRowsInOnePiece(lattice) ? withRowsParted(lattice, written()) : null);
      const whole = inColumns ?? withHeadOutside(lattice, upright, settings);
      const drawnRows = whole ?? lattice;
      const within = mayHoldColumns(drawnRows, upright) ? withColumnsWithin(drawnRows, written()) : null;
      const table = within ?? whole;
      if (!table) return lattice;
      return { ...lattice, ...table, ...endsOver(lattice, table.xs), confidence: halfRuledConfidence };
    });
  const lattices = withBodies(drawn, upright, settings);
  const add = (
    found: readonly Lattice[],
    method: PageLattice['method'],
    confidence: number,
    ends: (lattice: Lattice) => OpenEnds = closedEnds,
  ): void => {
    for (const lattice of found)
      if (!lattices.some((other) => touches(other, lattice)))
        lattices.push({ ...lattice, ...ends(lattice), method, confidence });
  };
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
  const isOpen = (lattice: Lattice): boolean => !lattices.some((other) => touches(other, lattice));
  const heads = striped.filter((lattice) => isOpen(lattice) && isHeadAlone(lattice, written()));
  const bars = striped.filter((lattice) => isOpen(lattice) && isBar(lattice, written()));
  // Bars right below each other, each of one piece, are bars.
  const cellular = fills.filter((lattice) => lattice.xs.length > 2);
  const alone = backgrounds.filter(
    (area) => ![...charts, ...[...lattices, ...cellular].map(boxOf)].some((other) => overlap(other, area)),
  );
  const coloured = bars.length + alone.length > 0 ? colouredBars(bars, alone, written()) : noBars;
  add(
    striped.filter((lattice) => !heads.includes(lattice) && !bars.includes(lattice)),
    'ruled',
    filledConfidence,
  );
  const isFree = ({ box }: { box: Box }): boolean => !lattices.some((lattice) => holds(lattice, box));
  const glyphs = upright.filter((glyph) => !isInChart(glyph.box) && isFree(glyph));
  const { boxes } = ruled;
  if (glyphs.length === 0) return { lattices, boxes, splits: [] };
  const lines = linesOf(glyphs, settings);
  const whole = segmentsOf(lines, settings.columnGap);
  const bands = ruledBands(whole, ruled.loose);
  const splitsAt = (gap: number): number[] => columnSplits(outsideRuledRows(segmentsOf(lines, gap), bands));
  const prose = splitsAt(settings.proseGap);
  const columns = prose.length > 0 ? prose : splitsAt(settings.narrowGutter);
  const gutter = columns.length > 0 ? null : facingSheets(marks, lattices, glyphs);
  const splits = gutter === null ? columns : [gutter];
  for (const flow of flowsOf(glyphs, splits, settings, bands)) {
    const segments = splits.length === 0 ? whole : segmentsOf(flow, settings.columnGap);
    const isFreeEdge = (edge: Edge): boolean => !lattices.some((lattice) => crosses(lattice, edge));
    const barsLeft = (): ColouredBars => ({ ...coloured, sides: coloured.sides.filter(isFreeEdge) });
    const loose = (orientation: 'h' | 'v'): Edge[] =>
      ruled.loose.filter(
        (edge) =>
          edge.orientation === orientation &&
          isFreeEdge(edge) &&
          !charts.some((area) => isOnArea(area, edge)),
      );
    const offices: Box[] = [];
    const isTable = (lattice: Lattice): boolean => {
      const apart = boxesApart(lattice, boxes, segments);
      offices.push(...apart);
      return apart.length === 0;
    };
    add(downOnly(loose('v'), segments, settings).filter(isTable), 'aligned', halfRuledConfidence);
    const level = loose('h');
    const led = leaders(level, segments);
    const across = level.filter((edge) => !led.has(edge) && !isUnderline(edge, segments));
    const contents = new Set(led.values());
    add(
      acrossOnly(across, segments, barsLeft(), marks.number > 1, settings).filter(isTable),
      'aligned',
      halfRuledConfidence,
      (lattice) => openEnds(across, lattice, settings),
    );
    const free = (): Segment[] =>
      segments.filter(
        (segment) =>
          !contents.has(segment.line) &&
          isFree(segment) &&
          !offices.some((box) => holdsMiddle(box, segment.box)),
      );
    const rest = goesOn && continuedTable(free(), goesOn, marks.height, settings);
    if (rest) add([rest], 'aligned', borderlessConfidence);
    const tables = borderlessTables(free(), barsLeft(), settings, across);
    add(
      tables.map((lattice) => withinColumn(lattice, segments, splits)),
      'aligned',
      borderlessConfidence,
    );
  }
  // A coloured head is one of the table below it, where that was found.
  const outside = heads.length > 0 ? glyphs.filter(isFree) : [];
  for (const head of new Set([...heads, ...bars])) {
    const open = heads.includes(head) ? withOpenBody(head, [], outside, settings) : null;
    if (open) add([open.table], 'aligned', halfRuledConfidence);
    else add([head], 'ruled', filledConfidence);
  }
  return { lattices, boxes, splits };
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
  return chartAreas(across, areas, across.length >= leastAcross ? written() : []);
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

/** Where nothing tells whether the page end cuts the table, its ends are taken for closed. */
function closedEnds({ xs }: Lattice): OpenEnds {
  const open = xs.slice(1).map(() => false);
  return { openTop: open, openBottom: open };
}

function boxOf({ xs, ys }: Lattice): Box {
  return { x0: xs[0]!, y0: ys[0]!, x1: xs[xs.length - 1]!, y1: ys[ys.length - 1]! };
}

function touches(a: Lattice, b: Lattice): boolean {
  return overlap(boxOf(a), boxOf(b));
}

function overlap(p: Box, q: Box): boolean {
  return p.x0 < q.x1 && q.x0 < p.x1 && p.y0 < q.y1 && q.y0 < p.y1;
}

function holds(lattice: Lattice, box: Box): boolean {
  return holdsMiddle(boxOf(lattice), box);
}

function holdsMiddle({ x0, y0, x1, y1 }: Box, box: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function isOnArea(area: Box, { orientation, position, start, end }: Edge): boolean {
  const middle = (start + end) / 2;
  const [x, y] = orientation === 'h' ? [middle, position] : [position, middle];
  return holdsMiddle(area, { x0: x, x1: x, y0: y, y1: y });
}

function crosses(lattice: Lattice, edge: Edge): boolean {
  return isOnArea(boxOf(lattice), edge);
}
