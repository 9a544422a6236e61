import type { Box } from '../../schemas/index.ts';
import { borderlessTables } from './borderless.ts';
import { continuedTable, openColumns } from './continued-table.ts';
import type { Edge } from './edges.ts';
import { fillRulings } from './fill-rulings.ts';
import { fillGrids, type PageGrid } from './grids.ts';
import { acrossOnly, downOnly } from './half-ruled.ts';
import type { Lattice } from './lattice.ts';
import { linesOf, type TextLine } from './lines.ts';
import type { Glyph, PageMarks } from './marks.ts';
import { columnSplit, sideOf } from './page-columns.ts';
import { type PageText, paragraphsOf, turnedTexts } from './paragraphs.ts';
import { leaders } from './rule-stacks.ts';
import { type OpenEnds, openEnds, type PageLattice, ruledGrids } from './ruled-grids.ts';
import { piecesOf, type Segment, segmentsOf } from './segments.ts';
import type { GeometrySettings } from './settings.ts';
import type { ReachingColumns } from './shared-columns.ts';
import { stripedTables } from './striped-tables.ts';

export type PageItem = PageGrid | PageText;

/** One page made out: its grids and texts in reading order. */
export interface PageLayout {
  number: number;
  width: number;
  height: number;
  items: PageItem[];
}

/** Confidence of grids that are not drawn out by lines. */
const filledConfidence = 0.95;
const halfRuledConfidence = 0.85;
const borderlessConfidence = 0.7;

/** Marks of a page → its grids and texts in reading order. `before` is the page before it, whose table may go on here. */
export function layoutOf(
  marks: PageMarks,
  settings: GeometrySettings,
  before: PageLayout | null = null,
): PageLayout {
  const goesOn = before?.number === marks.number - 1 ? openColumns(before, settings) : null;
  const { lattices, split } = findLattices(marks, goesOn, settings);
  const { grids, rest } = fillGrids(lattices, marks, settings);
  const upright = rest.filter((glyph) => glyph.turn === 0);
  const texts = flowsOf(upright, split, settings).flatMap((lines) =>
    textsBetween(lines, grids, marks.number),
  );
  const turned = turnedTexts(rest, marks.number, settings);
  const items = inReadingOrder([...grids, ...texts, ...turned], split);
  giveRoles(items);
  releaseGlyphs(items);
  return { number: marks.number, width: marks.width, height: marks.height, items };
}

/** Lets go of the glyphs behind the lines: a document keeps its pages until its last one is read, and they are most of a page. */
function releaseGlyphs(items: readonly PageItem[]): void {
  for (const item of items) {
    const lists = item.kind === 'grid' ? item.cells.map((cell) => cell.lines) : [item.lines];
    for (const lines of lists) for (const line of lines) line.glyphs = [];
  }
}

/** Lines of each column of a page; of a page of one column, all its lines. What runs across both columns is a flow of its own. */
function flowsOf(glyphs: readonly Glyph[], split: number | null, settings: GeometrySettings): TextLine[][] {
  if (split === null) return [linesOf(glyphs, settings)];
  const across: Glyph[] = [];
  const sides: Record<'-1' | '1', Glyph[]> = { '-1': [], '1': [] };
  for (const piece of piecesOf(linesOf(glyphs, settings), settings.proseGap)) {
    const side = sideOf(piece.box, split);
    (side === 0 ? across : sides[`${side}`]).push(...piece.glyphs);
  }
  return [across, sides['-1'], sides['1']].map((flow) => linesOf(flow, settings));
}

/** Every grid of a page, the surest first: by rulings, by backgrounds, by lines of one direction, by the places of words. */
function findLattices(
  marks: PageMarks,
  goesOn: ReachingColumns | null,
  settings: GeometrySettings,
): { lattices: PageLattice[]; split: number | null } {
  const ruled = ruledGrids(marks.rulings, settings);
  const lattices = ruled.lattices;
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
  const fills = ruledGrids(fillRulings(marks.fills, marks, settings), settings).lattices;
  add(
    // The last row of a table may stand alone on a page.
    stripedTables(
      fills.filter((lattice) => lattice.xs.length > 2 && lattice.cells.length > 2),
      fills.length > 1
        ? segmentsOf(linesOf(marks.glyphs.filter(isUpright), settings), settings.columnGap)
        : [],
    ),
    'ruled',
    filledConfidence,
  );
  const glyphs = marks.glyphs.filter(
    (glyph) => glyph.turn === 0 && !lattices.some((lattice) => holds(lattice, glyph.box)),
  );
  if (glyphs.length === 0) return { lattices, split: null };
  const lines = linesOf(glyphs, settings);
  const whole = segmentsOf(lines, settings.columnGap);
  const split = columnSplit(segmentsOf(lines, settings.proseGap));
  for (const flow of flowsOf(glyphs, split, settings)) {
    const segments = split === null ? whole : segmentsOf(flow, settings.columnGap);
    const loose = (orientation: 'h' | 'v'): Edge[] =>
      ruled.loose.filter(
        (edge) => edge.orientation === orientation && !lattices.some((l) => crosses(l, edge)),
      );
    add(downOnly(loose('v'), segments, settings), 'aligned', halfRuledConfidence);
    const drawn = loose('h');
    const led = leaders(drawn, segments);
    const across = drawn.filter((edge) => !led.has(edge));
    const contents = new Set(led.values());
    add(acrossOnly(across, segments, marks.number > 1, settings), 'aligned', halfRuledConfidence, (lattice) =>
      openEnds(across, lattice, settings),
    );
    const free = (): Segment[] =>
      segments.filter(
        ({ box, line }) => !contents.has(line) && !lattices.some((lattice) => holds(lattice, box)),
      );
    const rest = goesOn && continuedTable(free(), goesOn, marks.height, settings);
    if (rest) add([rest], 'aligned', borderlessConfidence);
    add(borderlessTables(free(), settings), 'aligned', borderlessConfidence);
  }
  return { lattices, split };
}

function isUpright(glyph: Glyph): boolean {
  return glyph.turn === 0;
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
  const p = boxOf(a);
  const q = boxOf(b);
  return p.x0 < q.x1 && q.x0 < p.x1 && p.y0 < q.y1 && q.y0 < p.y1;
}

function holds(lattice: Lattice, box: Box): boolean {
  const { x0, y0, x1, y1 } = boxOf(lattice);
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function crosses(lattice: Lattice, edge: Edge): boolean {
  const middle = (edge.start + edge.end) / 2;
  const [x, y] = edge.orientation === 'h' ? [middle, edge.position] : [edge.position, middle];
  return holds(lattice, { x0: x, x1: x, y0: y, y1: y });
}

/** Paragraphs never run across a grid: the lines before, between and after the grids are read apart. */
function textsBetween(lines: readonly TextLine[], grids: readonly PageGrid[], page: number): PageText[] {
  const tops = grids.map((grid) => grid.box.y0).sort((a, b) => a - b);
  const bands = new Map<number, TextLine[]>();
  for (const line of lines) {
    const band = tops.filter((top) => top < line.baseline).length;
    bands.set(band, [...(bands.get(band) ?? []), line]);
  }
  return [...bands.values()].flatMap((band) => paragraphsOf(band, page));
}

/**
 * From top to bottom; what stands side by side from left to right. On a page of two columns first the left one, then the
 * right, between what runs across both.
 */
export function inReadingOrder(items: readonly PageItem[], split: number | null): PageItem[] {
  if (split === null) return byRows(items);
  const across = byRows(items.filter((item) => sideOf(item.box, split) === 0));
  const bandOf = (item: PageItem): number => across.filter((other) => other.box.y0 < item.box.y0).length;
  const ordered: PageItem[] = [];
  for (let band = 0; band <= across.length; band++) {
    for (const side of [-1, 1])
      ordered.push(
        ...byRows(items.filter((item) => sideOf(item.box, split) === side && bandOf(item) === band)),
      );
    const next = across[band];
    if (next) ordered.push(next);
  }
  return ordered;
}

function byRows(items: readonly PageItem[]): PageItem[] {
  const sorted = [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const result: PageItem[] = [];
  for (let i = 0; i < sorted.length; ) {
    let bottom = sorted[i]!.box.y1;
    let j = i + 1;
    // Items that share half of the lower one's height stand beside each other.
    while (j < sorted.length && sorted[j]!.box.y0 < bottom - (sorted[j]!.box.y1 - sorted[j]!.box.y0) / 2) {
      bottom = Math.max(bottom, sorted[j]!.box.y1);
      j++;
    }
    result.push(...sorted.slice(i, j).sort((a, b) => sideways(a, b)));
    i = j;
  }
  return result;
}

function sideways(a: PageItem, b: PageItem): number {
  if (a.box.x1 <= b.box.x0 + 1) return -1;
  if (b.box.x1 <= a.box.x0 + 1) return 1;
  return a.box.y0 - b.box.y0;
}

/** A heading is larger than the text around it, or stands alone and centred above a grid; a caption is what else stands right above one. */
function giveRoles(items: readonly PageItem[]): void {
  const sizes = items.flatMap((item) =>
    item.kind === 'text' ? [item.size] : item.cells.flatMap((cell) => cell.lines.map((line) => line.size)),
  );
  sizes.sort((a, b) => a - b);
  const body = sizes[sizes.length >> 1] ?? 0;
  items.forEach((item, index) => {
    if (item.kind !== 'text') return;
    const short = item.lines.length <= 3 && item.text.length <= 60 && !/[。；;]$/.test(item.text);
    if (!short) return;
    const grid = nextGrid(items, index);
    if (item.size > body * 1.15) item.role = 'heading';
    else if (grid && isCentred(item, grid) && !/[：:]/.test(item.text)) item.role = 'heading';
    else if (grid) item.role = 'caption';
  });
}

/** The grid that follows with nothing but short texts between. */
function nextGrid(items: readonly PageItem[], index: number): PageGrid | null {
  for (let i = index + 1; i < items.length && i <= index + 4; i++) {
    const item = items[i]!;
    if (item.kind === 'grid') return item;
    if (item.text.length > 60) return null;
  }
  return null;
}

function isCentred(text: PageText, grid: PageGrid): boolean {
  const left = text.box.x0 - grid.box.x0;
  const right = grid.box.x1 - text.box.x1;
  return left > 2 * text.size && Math.abs(left - right) < 2 * text.size;
}
