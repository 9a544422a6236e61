import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import type { Ruling } from '../../geometry/marks.ts';
import type { PageLattice } from '../../geometry/rulings/ruled-grids.ts';
import type { Raster } from '../image/raster.ts';
import type { GridDoubt } from './check-grid.ts';

/** A levelled page, as far as it tells where its picture ends. */
export interface EdgedPage {
  lattices: readonly PageLattice[];
  /** In points of the levelled page. */
  rulings: readonly Ruling[];
  /** Writing, the rulings taken out. */
  ink: Raster;
  dpi: number;
  /** Takes a point of the levelled page, in pixels, to the picture as it came: that is where it ends. */
  seen: (x: number, y: number) => { x: number; y: number };
}

/** A line runs to the edge of the picture that ends this near to it, in inches. */
const atEdge = 0.06;

/** A line is closed by one across it this near to its end, in inches. */
const closed = 0.04;

/** Fewer open lines are strokes, or a frame whose corner was cut. */
const fewestOpen = 3;

/** Writing this near to the edge, in inches, was cut: narrower than the room that cells leave before their text, wider than a gap between characters. */
const nearEdge = 0.03;

/** Pixels of ink from which it is writing, in square inches. */
const leastInk = 0.012 ** 2;

/** Share of the cells along the edge without any writing from which what stood in them lies beyond it. */
const mostBlank = 0.5;

/** Points that the edge of a picture lies beyond the end of a cell at most, by its skew. */
const askew = 36;

interface Side {
  /** The lines that run out there. */
  lines: 'h' | 'v';
  end: 'start' | 'end';
}

const sides: readonly Side[] = [
  { lines: 'h', end: 'start' },
  { lines: 'h', end: 'end' },
  { lines: 'v', end: 'start' },
  { lines: 'v', end: 'end' },
];

/**
 * Tables that the picture cuts off: their lines run to its edge, and no border closes them. Columns or rows may lie beyond, heads and labels with them. Where they may be heads or labels, where writing is cut too, or the cells along the edge
 * hold none, the whole table is in question; else these cells are.
 */
export function cutTables(page: EdgedPage): GridDoubt[] {
  return page.lattices.flatMap((lattice) => {
    const cut = sides.filter((side) => openLines(side, lattice, page) >= fewestOpen);
    return cut.map((side): GridDoubt => {
      const cells = cellsAlong(side, lattice);
      // A label is cut between its characters as like as not, and a row or a column of them may be gone: what names the others is in question with them.
      const isLost =
        side.end === 'start' || cells.some((cell) => isBesideEdge(cell, side, page)) || isBlank(cells, page);
      const box = isLost ? outlineOf(lattice) : stripOf(cells);
      return { box, of: isLost ? 'all' : 'cells', reason: 'the picture cuts the table off' };
    });
  });
}

function openLines({ lines, end }: Side, lattice: PageLattice, page: EdgedPage): number {
  const { x0, y0, x1, y1 } = outlineOf(lattice);
  const [low, high, from, to] = lines === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  const room = closed * 72;
  const across = page.rulings.filter(({ orientation }) => orientation !== lines);
  const open = page.rulings.filter((line) => {
    if (line.orientation !== lines || line.position < low - room || line.position > high + room) return false;
    if (line.start > to || line.end < from || !isAtEdge(line, end, page)) return false;
    return !across.some(
      ({ position, start, end: last }) =>
        Math.abs(position - line[end]) <= room &&
        start <= line.position + room &&
        last >= line.position - room,
    );
  });
  return new Set(open.map(({ position }) => Math.round(position / room))).size;
}

function isAtEdge(line: Ruling, end: Side['end'], page: EdgedPage): boolean {
  const scale = page.dpi / 72;
  const [along, across] = [line[end] * scale, line.position * scale];
  const [x, y] = line.orientation === 'h' ? [along, across] : [across, along];
  return toEdge({ lines: line.orientation, end }, x, y, page) <= atEdge * page.dpi;
}

/** Pixels from a point of the levelled page to a side of the picture as it came. */
function toEdge({ lines, end }: Side, x: number, y: number, { seen, ink }: EdgedPage): number {
  const at = seen(x, y);
  const [place, extent] = lines === 'h' ? [at.x, ink.width] : [at.y, ink.height];
  return end === 'start' ? place : extent - place;
}

function cellsAlong({ lines, end }: Side, { xs, ys, cells }: PageLattice): Box[] {
  const [first, last] = [0, (lines === 'h' ? xs : ys).length - 1];
  return cells
    .filter(({ row, column, rowSpan, columnSpan }) => {
      const [from, span] = lines === 'h' ? [column, columnSpan] : [row, rowSpan];
      return end === 'start' ? from === first : from + span === last;
    })
    .map(({ box }) => box);
}

/** Whether a cell at the right or lower edge of the picture has ink close to it; the page may lie askew, and its edge beyond the last line. */
function isBesideEdge(cell: Box, side: Side, page: EdgedPage): boolean {
  const near = nearEdge * page.dpi;
  const open = side.lines === 'h' ? { ...cell, x1: cell.x1 + askew } : { ...cell, y1: cell.y1 + askew };
  return inkOf(open, page, (x, y) => toEdge(side, x, y, page) <= near) >= leastInk * page.dpi ** 2;
}

function isBlank(cells: readonly Box[], page: EdgedPage): boolean {
  const blank = cells.filter((cell) => inkOf(cell, page, () => true) < leastInk * page.dpi ** 2);
  return blank.length >= mostBlank * cells.length;
}

/** Points between a border and what stands in the cell. */
const borderRoom = 1.5;

/** Pixels of ink of a cell that lie at certain places; counted no further than writing has. */
function inkOf(
  { x0, y0, x1, y1 }: Box,
  { ink, dpi }: EdgedPage,
  isThere: (x: number, y: number) => boolean,
): number {
  const scale = dpi / 72;
  const enough = leastInk * dpi ** 2;
  const [left, right] = [
    Math.max(0, (x0 + borderRoom) * scale),
    Math.min(ink.width, (x1 - borderRoom) * scale),
  ];
  const [top, bottom] = [
    Math.max(0, (y0 + borderRoom) * scale),
    Math.min(ink.height, (y1 - borderRoom) * scale),
  ];
  let count = 0;
  for (let y = Math.ceil(top); y < bottom; y++)
    for (let x = Math.ceil(left); x < right; x++) {
      if (ink.data[y * ink.width + x] === 1 && isThere(x, y)) count++;
      if (count >= enough) return count;
    }
  return count;
}

const outlineOf = ({ xs, ys }: PageLattice): Box => ({
  x0: xs[0]!,
  y0: ys[0]!,
  x1: xs.at(-1)!,
  y1: ys.at(-1)!,
});

const stripOf = (cells: readonly Box[]): Box => cells.reduce(boxAround);
