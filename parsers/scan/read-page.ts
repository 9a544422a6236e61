import type { Box, Reading } from '../../schemas/index.ts';
import type { Glyph, PageMarks } from '../geometry/marks.ts';
import type { Lattice } from '../geometry/rulings/lattice.ts';
import { ruledGrids } from '../geometry/rulings/ruled-grids.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { isWide } from '../geometry/texts/scripts.ts';
import type { PagePicture, ReadyPage } from './clean-page.ts';
import { lettersAmongFigures } from './figures/letters-among-figures.ts';
import { signsOfColumns } from './figures/sign-columns.ts';
import { withoutStrayDashes } from './figures/stray-dash.ts';
import { struckFigures } from './figures/struck-figures.ts';
import { withYuanSigns } from './figures/yuan-sign.ts';
import type { GridDoubt } from './grid/check-grid.ts';
import { seenAt, type View } from './image/perspective.ts';
import type { Area, Raster } from './image/raster.ts';
import { blankUnderSeals } from './lines/blank-under-seals.ts';
import type { CleanPage } from './lines/crops.ts';
import { crossedReading, lostTable } from './lines/crossed-lines.ts';
import { linesAround } from './lines/lines-around.ts';
import { struckHeads, withPenStrokes } from './lines/pen-strokes.ts';
import { type LineReading, readLine } from './lines/read-line.ts';
import {
  bandsOf,
  type InkLine,
  inkLines,
  tightBands,
  usualHeight,
  withoutBorders,
} from './lines/text-lines.ts';

/** How one line of a page was read, and where it stands, in points of the levelled page. */
export interface PlacedReading {
  box: Box;
  text: string;
  confidence: number;
  doubt: string | null;
  alternatives: Reading[];
}

/** A page read from its picture: marks as if it were drawn, and how sure each line is. */
export interface ScannedPage {
  marks: PageMarks;
  readings: PlacedReading[];
  /** How many lines were looked at; of a photograph few give a reading, of a page of prose on its head none. */
  tried: number;
  /** Cells that the picture does not bear out, on the levelled page. */
  gridDoubts: GridDoubt[];
  /** Writing that coloured marks lay over, which were taken out, on the levelled page. */
  marked?: Box[];
  /** Takes a box of the levelled page back to the page as shown. */
  back: (box: Box) => Box;
  /** The levelled page, for a second look. */
  page: CleanPage;
}

/** Reads a page that stands upright; at `most` its longest lines. */
export async function readUpright(
  source: PagePicture,
  { page, rulings, angle, view, doubts }: ReadyPage,
  settings: GeometrySettings,
  most = Number.POSITIVE_INFINITY,
): Promise<ScannedPage> {
  const { lattices } = ruledGrids(rulings, settings);
  const lines = longest(linesOf(page, lattices), most);
  const scale = 72 / page.dpi;
  const grids = lattices.map(({ cells }) => cells.map(({ box }) => areaOf(box, 1 / scale, page.ink)));
  const all = withPenStrokes(page.ink, lines, await readLines(page, lines));
  const told = worthTelling(lines, [...all, ...blankUnderSeals(page, insideOf(page, lattices), lines)]);
  const read = lettersAmongFigures(signsOfColumns(page.ink, grids, told));
  const outlines = lattices.map(({ xs, ys }) =>
    areaOf({ x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! }, 1 / scale, page.ink),
  );
  const heads = struckHeads(page.ink, lines, all, outlines);
  const crossed = all.filter((_, i) => lines[i]?.crossed);
  const { number, width, height, rotation } = source;
  return {
    marks: {
      number,
      width,
      height,
      rotation,
      glyphs: read.flatMap((line, run) => glyphsOf(line, scale, run)),
      rulings,
      fills: [],
      images: [],
      leftOut: [],
    },
    readings: read.map((line) => placed(line, scale)),
    tried: lines.length,
    gridDoubts: [...doubts, ...lostTable(page.ink, crossed, outlines, scale), ...heads],
    back: (box) => {
      const turned = turnedBox(box, angle, width, height);
      return view === null ? turned : seenBox(turned, view, scale);
    },
    page,
  };
}

/** What stands in known cells of a page; boxes in points of the levelled page. */
export async function readCells(ready: ReadyPage, cells: readonly Box[]): Promise<PlacedReading[]> {
  const { page } = ready;
  const lines = linesOfCells(ready, cells).flat();
  const read = worthTelling(lines, await readLines(page, lines));
  return read.map((line) => placed(line, 72 / page.dpi));
}

/** The lines of writing of known cells, cell by cell; boxes in points of the levelled page. */
export function linesOfCells({ page }: ReadyPage, cells: readonly Box[]): InkLine[][] {
  return linesInCells(
    page,
    cells.map((cell) => areaOf(inset(cell), page.dpi / 72, page.ink)),
  );
}

const readLines = (page: CleanPage, lines: readonly InkLine[]): Promise<LineReading[]> =>
  Promise.all(
    lines.map(async (line) => {
      const { parted, cell } = line;
      const reading = { ...(await readLine(page, line)), parted: parted === true, ...(cell && { cell }) };
      return line.crossed ? crossedReading(reading) : reading;
    }),
  );

/** The readings that say something, one for a line. */
function worthTelling(lines: readonly InkLine[], read: readonly LineReading[]): LineReading[] {
  // A cell with writing that nothing was read of is told; around the grids it is dirt.
  const isTold = (line: LineReading, i: number): boolean =>
    lines[i]?.around ? line.text !== '' && !isScribble(line) : line.text !== '' || line.doubt !== null;
  return struckFigures(withYuanSigns(withoutStrayDashes(read.filter(isTold))));
}

/** Around the grids one or two characters below this, or a mark alone, are strokes of a note by hand; a text there would part a table from its next page. */
const leastLegible = 0.85;

export function isScribble({ text, confidence }: Pick<LineReading, 'text' | 'confidence'>): boolean {
  const characters = [...text.replace(/\s/g, '')];
  if (characters.length === 1 && !/[\p{L}\p{N}]/u.test(text)) return true;
  return characters.length <= 2 && confidence < leastLegible;
}

function placed({ area, text, confidence, doubt, alternatives }: LineReading, scale: number): PlacedReading {
  return { box: boxOf(area, scale), text, confidence, doubt, alternatives };
}

/** The cells of grids within their borders, in pixels. */
const insideOf = ({ ink, dpi }: CleanPage, lattices: readonly Lattice[]): Area[] =>
  lattices.flatMap(({ cells }) => cells.map(({ box }) => areaOf(inset(box), dpi / 72, ink)));

/** Lines of writing: of every cell, and of what lies outside the grids. */
function linesOf(page: CleanPage, lattices: readonly Lattice[]): InkLine[] {
  const { ink, dpi } = page;
  const scale = dpi / 72;
  const inside = linesInCells(page, insideOf(page, lattices)).flat();
  const usual = page.em / emOfUsual;
  const outside: Raster = { ...ink, data: ink.data.slice() };
  for (const { xs, ys } of lattices) {
    const area = areaOf(
      { x0: xs[0]! - 3, y0: ys[0]! - 3, x1: xs.at(-1)! + 3, y1: ys.at(-1)! + 3 },
      scale,
      ink,
    );
    for (let y = area.y0; y < area.y1; y++)
      outside.data.fill(0, y * ink.width + area.x0, y * ink.width + area.x1);
  }
  return [...inside, ...linesAround(outside, usual).map((line) => ({ ...line, around: true as const }))];
}

/** Lines of writing of cells, given in pixels. The height of a usual character is noted on the page. */
function linesInCells(page: CleanPage, cells: readonly Area[]): InkLine[][] {
  const { ink, dpi } = page;
  const usual = usualHeight(
    cells.flatMap((cell) => bandsOf(ink, cell)),
    dpi,
  );
  page.em = usual * emOfUsual;
  return cells.map((cell) =>
    inkLines(ink, cell, usual, tightBands(ink, cell, usual))
      .flatMap((line) => withoutBorders(ink, line, cell, usual))
      .map((line) => ({ ...line, cell, ...(line.area.x0 - cell.x0 <= flush && { flush: true as const }) })),
  );
}

/** Pixels between the left border, with its room, and ink that stands against it. */
const flush = 2;

/** Height of a character's square, where the ink of a line is 1 high. */
const emOfUsual = 1.04;

/** Points between the middle of a border and what stands in the cell. */
const borderRoom = 1;

function inset({ x0, y0, x1, y1 }: Box): Box {
  return { x0: x0 + borderRoom, y0: y0 + borderRoom, x1: x1 - borderRoom, y1: y1 - borderRoom };
}

function areaOf(box: Box, scale: number, { width, height }: Raster): Area {
  return {
    x0: Math.max(0, Math.round(box.x0 * scale)),
    y0: Math.max(0, Math.round(box.y0 * scale)),
    x1: Math.min(width, Math.round(box.x1 * scale)),
    y1: Math.min(height, Math.round(box.y1 * scale)),
  };
}

function boxOf(area: Area, scale: number): Box {
  return { x0: area.x0 * scale, y0: area.y0 * scale, x1: area.x1 * scale, y1: area.y1 * scale };
}

/** Spreads the characters of a line over its ink, wide ones twice as wide as others: where text wraps is judged by widths. */
function glyphsOf(line: LineReading, scale: number, run: number): Glyph[] {
  const characters = [...line.text];
  const widths = characters.map((character) => (isWide(character) ? 1 : 0.5));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const box = printedBox(line, scale);
  const unit = (box.x1 - box.x0) / Math.max(whole, 0.5);
  const size = line.em * scale;
  const baseline = box.y1 - 0.08 * size;
  const glyphAt = (text: string, x0: number, x1: number): Glyph => ({
    text,
    box: { x0, y0: box.y0, x1, y1: box.y1 },
    baseline,
    size,
    turn: 0,
    font: '',
    bold: false,
    colour: '#000000',
    run,
    cut: false,
  });
  let x = box.x0;
  const glyphs = characters.map((text, i) => {
    const x0 = x;
    x += widths[i]! * unit;
    return glyphAt(text, x0, x);
  });
  // The gap that parted two texts here is one for whoever puts the line together.
  return line.parted === true ? [glyphAt(' ', box.x0 - size / 4, box.x0), ...glyphs] : glyphs;
}

/** The box of a line's ink with the blank halves of wide marks at its ends: a wrap is told by what the printer had to place. */
function printedBox({ area, em, text }: LineReading, scale: number): Box {
  const box = boxOf(area, scale);
  const half = (em * scale) / 2;
  if (/^[（《【〔「『]/.test(text)) box.x0 -= half;
  if (/[）》】〕」』。，、；：！？]$/.test(text)) box.x1 += half;
  return box;
}

/** A box keeps its size; its middle goes where it stood before the page was levelled. */
function turnedBox(box: Box, angle: number, width: number, height: number): Box {
  if (angle === 0) return box;
  const dx = (box.x0 + box.x1 - width) / 2;
  const dy = (box.y0 + box.y1 - height) / 2;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = width / 2 + dx * cos - dy * sin;
  const y = height / 2 + dx * sin + dy * cos;
  const w = (box.x1 - box.x0) / 2;
  const h = (box.y1 - box.y0) / 2;
  return { x0: x - w, y0: y - h, x1: x + w, y1: y + h };
}

/** A box of a straightened page, in points, where it was seen: its size stays. `scale`: points a pixel. */
function seenBox({ x0, y0, x1, y1 }: Box, view: View, scale: number): Box {
  const { x, y } = seenAt(view, (x0 + x1) / 2 / scale, (y0 + y1) / 2 / scale);
  const [w, h] = [(x1 - x0) / 2, (y1 - y0) / 2];
  return { x0: x * scale - w, y0: y * scale - h, x1: x * scale + w, y1: y * scale + h };
}

function longest(lines: InkLine[], most: number): InkLine[] {
  if (lines.length <= most) return lines;
  const length = ({ area }: InkLine): number => area.x1 - area.x0;
  return lines.sort((a, b) => length(b) - length(a)).slice(0, most);
}
