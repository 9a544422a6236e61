import type { Box } from '../../../schemas/index.ts';
import type { LatticeCell } from '../../geometry/rulings/lattice.ts';
import type { PageLattice } from '../../geometry/rulings/ruled-grids.ts';
import { chordOf, type Hole } from '../image/holes.ts';
import type { Raster } from '../image/raster.ts';
import type { LineInk } from './faint-lines.ts';
import { goesOnBeyond } from './lines-beyond.ts';
import type { PixelRuling } from './ruling.ts';

/** Cells that the picture does not bear out, and why. The box is in points of the levelled page. */
export interface GridDoubt {
  box: Box;
  /** `all`: a line is in question that moves every later row or column; `cells`: those in the box only. */
  of: 'all' | 'cells';
  reason: GridReason;
  /** Rows that the line in question parts, or its piece runs beside: what is read of them stands on it. */
  rows?: Box;
}

/** Why a grid is in question. */
export type GridReason =
  | 'lines are lost in several cells'
  | 'a line runs out of the grid'
  | 'a row is too low for writing'
  | 'a border is drawn in part'
  | 'writing runs over a border'
  | 'a piece of a line stands in the cell'
  | 'a hole lies over writing of the cell'
  | 'a white streak runs through the page'
  | 'the picture is too coarse'
  | 'most of the writing is hardly legible'
  | 'lines run through writing beside the grids'
  | 'strokes run over writing above a table'
  | 'rows of figures stand beside the grids'
  | 'marks lay over a table without lines'
  | 'no lines draw the table of a scan'
  | 'marks lay over words that were hardly legible'
  | 'the picture cuts the table off'
  | 'pale marks were taken for the other side';

/** What a page shows, in pixels: where lines may be, and the ink that is left when the rulings are out. */
export interface PageEvidence {
  lines: LineInk;
  ink: Raster;
  rulings: readonly PixelRuling[];
  refused: readonly PixelRuling[];
  /** Whose ink was taken out: what stood there is not known. */
  holes: readonly Hole[];
  dpi: number;
}

/** Share of a border that must be inked: gaps of faint print and of the crossings themselves are less. */
const inkedBorder = 0.88;

/** Share of an outer side that rulings must cover for it to be drawn. */
const drawn = 0.1;

/** How far a ruling may end beyond the outer line of its grid, in points: as far as rulings are found to touch. */
const sticksOut = 4;

/** And how far one alone may, as part of the grid: a stroke of a caption close over it stands on a border (单位：元). Two make a row of their own. */
const stroke = 12;

/** Strokes that run through a border for this length of it, in inches, are no specks. */
const crossing = 0.012;

/** A stroke runs through a border where its ink goes on from here to there on both sides, in inches from the middle of the border. */
const through = { from: 0.017, to: 0.032 } as const;

/** A table beside another this near, in points, has lines of its own there. */
const nextTable = 16;

/** A line this far off, in points, is no side of the next table: tables stand with a narrow gap below one another. */
const ownSide = 2.5;

/** Double lines are read as one in their middle: their ink lies this far off at most, in inches. */
const lineReach = 0.03;

/** Rows lower than this, in points, hold no writing that could be read. */
const lowRow = 5;

/** Shorter refused pieces, in points, are strokes of characters. */
const strokes = 18;

/** And those that cover less of the cell tell nothing of a border. */
const pieceShare = 0.4;

/** A ruling that runs farther than this into a cell, in points, is part of a border. */
const stub = 6;

/** A refused piece of a line lies on a line of the grid within this many points. */
const onLine = 1.5;

/** How well the grids of a page explain its ink: what they leave open, grid by grid. */
export function gridDoubts(lattices: readonly PageLattice[], evidence: PageEvidence): GridDoubt[] {
  return lattices.flatMap((lattice) => {
    const ofCells = lattice.cells.flatMap((cell) => cellDoubts(cell, lattice, evidence));
    const pieces = ofCells.filter(({ reason }) => reason === pieceInside).length;
    const isBent = pieces >= bentFrom;
    return [
      ...outlineDoubts(lattice, lattices, evidence),
      ...(isBent
        ? [{ box: boxOf(lattice), of: 'all' as const, reason: 'lines are lost in several cells' as const }]
        : []),
      ...ofCells,
    ];
  });
}

const pieceInside: GridReason = 'a piece of a line stands in the cell';

/** Cells with pieces of lines from which the whole grid is in question: the page is bent, or photographed from the side. */
const bentFrom = 3;

function outlineDoubts(
  lattice: PageLattice,
  lattices: readonly PageLattice[],
  { rulings, lines, dpi }: PageEvidence,
): GridDoubt[] {
  const box = boxOf(lattice);
  const scale = 72 / dpi;
  const others = lattices.filter((other) => other !== lattice).map(boxOf);
  const isElsewhere = (x: number, y: number, [across, down] = [sticksOut, sticksOut]): boolean =>
    others.some(
      (other) => x > other.x0 - across && x < other.x1 + across && y > other.y0 - down && y < other.y1 + down,
    );
  const beyond = rulings.some(({ orientation, position, start, end }) => {
    const level = orientation === 'h';
    const at = position * scale;
    const [low, high, from, to] = level ? [box.x0, box.x1, box.y0, box.y1] : [box.y0, box.y1, box.x0, box.x1];
    const [first, last] = [start * scale, end * scale];
    if (at < from - 1 || at > to + 1 || first > high || last < low) return false;
    // A line may run on as the side of the next table: it lies in that, not beside it.
    const isFree = (end: number): boolean =>
      !(level ? isElsewhere(end, at, [sticksOut, ownSide]) : isElsewhere(at, end, [ownSide, sticksOut]));
    return (first < low - stroke && isFree(first)) || (last > high + stroke && isFree(last));
  });
  const isAlone = [box.x0 - nextTable, box.x1 + nextTable].every(
    (x) => !lattice.ys.some((y) => isElsewhere(x, y)),
  );
  const isTorn = beyond || (isAlone && goesOnBeyond(lattice, lines.level, dpi));
  const low = lattice.ys.slice(1).some((y, i) => y - lattice.ys[i]! < lowRow);
  return [
    ...(isTorn ? [{ box, of: 'all' as const, reason: 'a line runs out of the grid' as const }] : []),
    ...(low ? [{ box, of: 'all' as const, reason: 'a row is too low for writing' as const }] : []),
  ];
}

function cellDoubts(cell: LatticeCell, lattice: PageLattice, evidence: PageEvidence): GridDoubt[] {
  const { box } = cell;
  const { dpi, refused, rulings } = evidence;
  const scale = 72 / dpi;
  const doubt = (reason: GridReason): GridDoubt => ({ box, of: 'cells', reason });
  const found: GridDoubt[] = [];
  const outer = boxOf(lattice);
  for (const side of sidesOf(box)) {
    const isOuter =
      side.orientation === 'h'
        ? side.position === outer.y0 || side.position === outer.y1
        : side.position === outer.x0 || side.position === outer.x1;
    // Tables leave out their frame, and pages cut it.
    if (isOuter && !isDrawn(side, evidence)) continue;
    const { inked, crossed } = lookAlong(side, evidence);
    if (inked < inkedBorder) {
      const rows = side.orientation === 'h' ? rowsAt(side.position, side.position, lattice) : undefined;
      found.push({ ...doubt('a border is drawn in part'), ...(rows === undefined ? {} : { rows }) });
    }
    if (crossed > crossing * dpi) found.push(doubt('writing runs over a border'));
  }
  // Of a page with patterns thousands of pieces are refused: they are gone over cell by cell.
  const innerYs = lattice.ys.filter((y) => y > box.y0 && y < box.y1);
  const innerXs = lattice.xs.filter((x) => x > box.x0 && x < box.x1);
  const isOnLine = ({ orientation, position, start, end }: PixelRuling): boolean => {
    const at = position * scale;
    const [inner, low, high] = orientation === 'h' ? [innerYs, box.x0, box.x1] : [innerXs, box.y0, box.y1];
    if ((end - start) * scale < Math.max(strokes, pieceShare * (high - low))) return false;
    const [a, b] = orientation === 'h' ? [box.y0, box.y1] : [box.x0, box.x1];
    if (at <= a || at >= b || start * scale < low - onLine || end * scale > high + onLine) return false;
    return inner.some((line) => Math.abs(line - at) <= onLine);
  };
  const runsInto = ({ orientation, position, start, end }: PixelRuling): boolean => {
    const at = position * scale;
    const [low, high, a, b] =
      orientation === 'h' ? [box.x0, box.x1, box.y0, box.y1] : [box.y0, box.y1, box.x0, box.x1];
    if (at < a + sticksOut || at > b - sticksOut) return false;
    return Math.min(end * scale, high) - Math.max(start * scale, low) > stub;
  };
  const isSplit = innerYs.length + innerXs.length > 0;
  const piece = (isSplit ? refused.find(isOnLine) : undefined) ?? rulings.find(runsInto);
  if (piece !== undefined) {
    const { orientation, position, start, end } = piece;
    const [from, to] = orientation === 'h' ? [position, position] : [start, end];
    const rows = rowsAt(Math.max(box.y0, from * scale), Math.min(box.y1, to * scale), lattice);
    found.push({ ...doubt(pieceInside), rows });
  }
  if (evidence.holes.some((hole) => coversWriting(hole, box, evidence)))
    found.push(doubt('a hole lies over writing of the cell'));
  return found;
}

/** The rows of a grid from one height to another; those on both sides of a line that lies there. */
function rowsAt(from: number, to: number, lattice: PageLattice): Box {
  const { x0, y0, x1, y1 } = boxOf(lattice);
  const above = lattice.ys.filter((y) => y < from - onLine).at(-1) ?? y0;
  const below = lattice.ys.find((y) => y > to + onLine) ?? y1;
  return { x0, x1, y0: above, y1: below };
}

/** Writing this near to the rim of a hole, in inches, may go on behind it. */
const nearHole = 0.06;

/** Whether ink of a cell stands close around a hole. The rulings are out of the ink. */
function coversWriting({ x, y, radius }: Hole, box: Box, { ink, dpi }: PageEvidence): boolean {
  const scale = dpi / 72;
  const inset = through.to * dpi;
  const reach = radius + nearHole * dpi;
  const [x0, x1] = [Math.max(box.x0 * scale + inset, x - reach), Math.min(box.x1 * scale - inset, x + reach)];
  const [y0, y1] = [Math.max(box.y0 * scale + inset, y - reach), Math.min(box.y1 * scale - inset, y + reach)];
  let dark = 0;
  for (let v = Math.max(0, Math.ceil(y0)); v < Math.min(ink.height, y1); v++)
    for (let u = Math.max(0, Math.ceil(x0)); u < Math.min(ink.width, x1); u++)
      if (ink.data[v * ink.width + u] === 1 && Math.hypot(u - x, v - y) <= reach) dark++;
  // Specks are no writing.
  return dark > (crossing * dpi) ** 2;
}

interface Side {
  orientation: 'h' | 'v';
  position: number;
  start: number;
  end: number;
}

const sidesOf = ({ x0, y0, x1, y1 }: Box): Side[] => [
  { orientation: 'h', position: y0, start: x0, end: x1 },
  { orientation: 'h', position: y1, start: x0, end: x1 },
  { orientation: 'v', position: x0, start: y0, end: y1 },
  { orientation: 'v', position: x1, start: y0, end: y1 },
];

function isDrawn({ orientation, position, start, end }: Side, { rulings, dpi }: PageEvidence): boolean {
  const scale = 72 / dpi;
  let covered = 0;
  for (const ruling of rulings) {
    const away = Math.abs(ruling.position * scale - position);
    if (ruling.orientation !== orientation || away > lineReach * 72) continue;
    covered += Math.max(0, Math.min(ruling.end * scale, end) - Math.max(ruling.start * scale, start));
  }
  return covered > drawn * (end - start);
}

/** Share of a side with ink of a line on it, and the pixels of it that writing crosses. */
function lookAlong(side: Side, { lines, ink, holes, dpi }: PageEvidence): { inked: number; crossed: number } {
  const level = side.orientation === 'h';
  const { width, height } = ink;
  const [along, across] = level ? [1, width] : [width, 1];
  const extent = level ? height : width;
  const scale = dpi / 72;
  const centre = Math.round(side.position * scale - 0.5);
  const reach = Math.ceil(lineReach * dpi);
  const [near, far] = [Math.round(through.from * dpi), Math.round(through.to * dpi)];
  const from = Math.max(0, Math.round(side.start * scale) + far);
  const to = Math.min(level ? width : height, Math.round(side.end * scale) - far);
  const mask = (level ? lines.level : lines.upright).data;
  const inside = centre >= far && centre + far < extent;
  const isInked = (origin: number): boolean => {
    for (let away = 0; away <= reach; away++) {
      const [before, after] = [centre - away, centre + away];
      if (before >= 0 && mask[origin + before * across] === 1) return true;
      if (after < extent && mask[origin + after * across] === 1) return true;
    }
    return false;
  };
  const isCrossed = (origin: number): boolean => {
    for (let away = near; away <= far; away++)
      if (
        ink.data[origin + (centre - away) * across] !== 1 ||
        ink.data[origin + (centre + away) * across] !== 1
      )
        return false;
    return true;
  };
  const hidden = holes.flatMap((hole) => [chordOf(hole, side.orientation, side.position * scale, dpi) ?? []]);
  const isHidden = (at: number): boolean => hidden.some(([a = 0, b = 0]) => at >= a && at <= b);
  let inked = 0;
  let crossed = 0;
  for (let at = from; at < to; at++) {
    const origin = at * along;
    if (isInked(origin) || isHidden(at)) inked++;
    if (inside && isCrossed(origin)) crossed++;
  }
  return { inked: to > from ? inked / (to - from) : 1, crossed };
}

function boxOf({ xs, ys }: PageLattice): Box {
  return { x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! };
}
