import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../box-around.ts';
import type { PageMarks, Ruling } from '../marks.ts';
import { boxOf, holds } from './boxes.ts';

/** How pages of a document lie on one: so many beside each other, so many rows of them. */
export interface Division {
  columns: number;
  rows: number;
}

/** Boxes of the pages on one, row by row, those without writing behind the last left out. */
export interface FlatSheets {
  division: Division;
  boxes: Box[];
}

/** What printers offer, the finest first: a page of four has the gutter of one of two as well. */
const divisions: readonly Division[] = [
  [4, 4],
  [4, 2],
  [2, 4],
  [3, 3],
  [3, 2],
  [2, 3],
  [2, 2],
  [3, 1],
  [2, 1],
  [1, 2],
].map(([columns, rows]) => ({ columns: columns!, rows: rows! }));

/** White between two sheets, in points, and in ems of the largest character: both bring their margins. */
const leastGutter = { x: 10, y: 20 };
const gutterSize = 1.2;

/** No line comes nearer than this to where sheets meet, in points: some are drawn by dashes, of which none need lie across. */
const around = 4;

/** Sheets of one document begin at the same place of their own, to so many points; their heads to a share of the height (a title stands higher or lower than the rest of a table). */
const sideDrift = 2;
const headDrift = 0.05;

/** Share of a sheet's width that the margin of the page may move it by. */
const outerMargin = 0.15;

/** Share of a sheet's height that is blank at its foot where a page ended because it was full. */
const foot = 0.25;

/** Height over width of papers, upright. */
const paper = { from: 1.2, to: 1.75 };

/** Fewest characters of a sheet, and fewest lines across of one of two that show where sheets begin: the other may hold the last row of a table. */
const fewestCharacters = 10;
const fewestLines = 3;

/**
 * Pages of a document that a printer put on one and drew without forms: white runs over the whole page where sheets of one size would
 * meet, and what stands on them begins at one place of each. `before`: how the page before was parted, which needs no more proof here.
 */
export function flatSheets(marks: PageMarks, before: Division | null): FlatSheets | null {
  const written = marks.glyphs.filter(({ text }) => text.trim() !== '').map(({ box }) => box);
  if (written.length < fewestCharacters) return null;
  const size = marks.glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const page: Drawn = {
    marks,
    written,
    size,
    gutters: { x: new Map(), y: new Map() },
    met: { x: new Map(), y: new Map() },
    bands: new Map(),
  };
  if (before && isParted(page, before)) return sheetsOf(page, before);
  const found = divisions.flatMap((division) => {
    const sheets = isParted(page, division) ? sheetsOf(page, division) : null;
    return sheets ? [{ ...sheets, likeness: likenessOf(sheets.boxes, page) }] : [];
  });
  const proven = found.filter(({ division, likeness }) => hasProof(likeness, division));
  // Rows below, or columns behind, may be blank where a sheet is full: their place is of a usual shape, and few are more frequent than many.
  const halfBlank = found.filter(({ division: { rows, columns }, likeness, boxes }) => {
    const isRow = boxes.every(({ y0 }) => y0 === boxes[0]!.y0);
    const isColumn = boxes.every(({ x0 }) => x0 === boxes[0]!.x0);
    return (
      likeness.isFull &&
      ((rows > 1 && isRow && likeness.beside) || (columns > 1 && isColumn && likeness.below))
    );
  });
  return proven.find(({ division }) => division.rows > 1) ?? halfBlank.at(-1) ?? proven[0] ?? null;
}

interface Drawn {
  marks: PageMarks;
  written: readonly Box[];
  size: number;
  /** Those that were measured, by place. */
  gutters: Record<'x' | 'y', Map<number, number>>;
  /** Where lines meet that are none of frames, by place. */
  met: Record<'x' | 'y', Map<number, ReadonlySet<number>>>;
  /** Where writing begins and ends in bands of the page, by the way that they run and how many there are. */
  bands: Map<string, [first: number, last: number][]>;
}

/** Whether nothing runs across where the sheets would meet. */
function isParted(page: Drawn, { columns, rows }: Division): boolean {
  const { width, height } = page.marks;
  const isClear = (cut: number, axis: 'x' | 'y'): boolean => {
    const [from, to] = axis === 'x' ? (['x0', 'x1'] as const) : (['y0', 'y1'] as const);
    if (gutterAt(page, cut, axis) < Math.max(leastGutter[axis], gutterSize * page.size)) return false;
    const { rulings, fills, images } = page.marks;
    const areas = [...fills.filter(({ colour }) => colour !== '#ffffff').map(({ box }) => box), ...images];
    return (
      areas.every((box) => box[to] <= cut - around || box[from] >= cut + around) &&
      rulings.every(
        (line) =>
          !runsAcross(line, cut, axis) ||
          (isBeyond(line, page, rows, columns) && !metWithin(page, cut, axis).has(Math.round(line.position))),
      )
    );
  };
  const cuts = (n: number, side: number): number[] =>
    Array.from({ length: n - 1 }, (_, i) => ((i + 1) * side) / n);
  return (
    cuts(columns, width).every((x) => isClear(x, 'x')) && cuts(rows, height).every((y) => isClear(y, 'y'))
  );
}

/** Width of the white between what is written before and behind a place; 0 where something is written on it. */
function gutterAt({ marks, written, gutters }: Drawn, cut: number, axis: 'x' | 'y'): number {
  const known = gutters[axis].get(cut);
  if (known !== undefined) return known;
  const [from, to] = axis === 'x' ? (['x0', 'x1'] as const) : (['y0', 'y1'] as const);
  let left = 0;
  let right = axis === 'x' ? marks.width : marks.height;
  // Most pages are no sheets: the first character on the place tells.
  for (const box of written) {
    if (box[from] >= cut) right = Math.min(right, box[from]);
    else if (box[to] <= cut) left = Math.max(left, box[to]);
    else {
      left = right;
      break;
    }
  }
  gutters[axis].set(cut, right - left);
  return right - left;
}

function runsAcross({ orientation, start, end }: Ruling, cut: number, axis: 'x' | 'y'): boolean {
  return (orientation === 'h') === (axis === 'x') && start < cut + around && end > cut - around;
}

/** Whether a line stands where nothing is written on either side: printers draw frames around sheets, and they meet. */
function isBeyond({ orientation, position }: Ruling, page: Drawn, rows: number, columns: number): boolean {
  const [side, n] = orientation === 'h' ? [page.marks.height, rows] : [page.marks.width, columns];
  const band = Math.min(n - 1, Math.floor((position / side) * n));
  const [first, last] = writtenIn(page, orientation, n)[band] ?? [Infinity, -Infinity];
  return first > position || last < position;
}

/**
 * Where lines that run along a cut meet those across it, in whole points: not at the cut and not at their outer ends, where those of a frame do. So a
 * table of one row, whose lines have no writing beyond them either, is known for one.
 */
function metWithin(page: Drawn, cut: number, axis: 'x' | 'y'): ReadonlySet<number> {
  const known = page.met[axis].get(cut);
  if (known !== undefined) return known;
  const along = page.marks.rulings.filter(({ orientation }) => (orientation === 'v') === (axis === 'x'));
  let [first, last] = [Infinity, -Infinity];
  for (const { position } of along) {
    first = Math.min(first, position);
    last = Math.max(last, position);
  }
  const inner = along.filter(({ position }) =>
    [first, cut, last].every((place) => Math.abs(position - place) > around),
  );
  const met = new Set(inner.flatMap(({ start, end }) => [start, end].flatMap(pointsAt)));
  page.met[axis].set(cut, met);
  return met;
}

const pointsAt = (place: number): number[] => [-1, 0, 1].map((off) => Math.round(place) + off);

/** Where writing begins and ends in each of so many bands of a page: those across where lines across are asked for. */
function writtenIn(
  page: Drawn,
  orientation: Ruling['orientation'],
  n: number,
): [first: number, last: number][] {
  const key = `${orientation}${n}`;
  const known = page.bands.get(key);
  if (known !== undefined) return known;
  const [side, from, to] =
    orientation === 'h'
      ? ([page.marks.height, 'y0', 'y1'] as const)
      : ([page.marks.width, 'x0', 'x1'] as const);
  const bands = Array.from({ length: n }, (): [number, number] => [Infinity, -Infinity]);
  for (const box of page.written) {
    const band = bands[Math.floor((box[from] / side) * n)];
    if (band === undefined) continue;
    band[0] = Math.min(band[0], box[from]);
    band[1] = Math.max(band[1], box[to]);
  }
  page.bands.set(key, bands);
  return bands;
}

/** The sheets that are written on; null where what is written lies otherwise than pages of paper would. */
function sheetsOf({ marks, written }: Drawn, { columns, rows }: Division): FlatSheets | null {
  const [width, height] = [marks.width / columns, marks.height / rows];
  const boxes = Array.from({ length: columns * rows }, (_, i): Box => {
    const [x, y] = [(i % columns) * width, Math.floor(i / columns) * height];
    return { x0: x, x1: x + width, y0: y, y1: y + height };
  });
  const insides = boxes.map((box) => written.filter((glyph) => holds(box, glyph)));
  const papers = boxes.map((box, i) => paperIn(box, insides[i]!));
  if (papers.some((box) => box === null)) return null;
  const used = papers.filter((_, i) => insides[i]!.length > 0);
  return { division: { columns, rows }, boxes: used as Box[] };
}

/** How far what stands on a sheet is from its sides. */
interface Inside {
  box: Box;
  /** Whether lines across draw a table on it. */
  isTable: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether what stands on sheets beside each other, and below each other, begins or ends at the same place of each. */
interface Likeness {
  beside: boolean;
  below: boolean;
  /** Whether one is written on to near its foot. */
  isFull: boolean;
}

const hasProof = ({ beside, below }: Likeness, { columns, rows }: Division): boolean =>
  columns === 1 ? rows > 1 && below : beside && (rows === 1 || below);

function likenessOf(boxes: readonly Box[], { marks, written }: Drawn): Likeness {
  const lines = marks.rulings.map((line) => ({ ...boxOf(line), orientation: line.orientation }));
  const insides = boxes.flatMap((box): Inside[] => {
    const texts = written.filter((text) => holds(box, text));
    const own = lines.filter((line) => holds(box, line));
    const level = own.filter(({ orientation }) => orientation === 'h').length;
    if (texts.length < fewestCharacters || level === 0) return [];
    const all = [...texts, ...own].reduce<Box>(boxAround, texts[0]!);
    const side: Inside = {
      box,
      isTable: level >= fewestLines,
      left: all.x0 - box.x0,
      right: box.x1 - all.x1,
      top: all.y0 - box.y0,
      bottom: box.y1 - all.y1,
    };
    return [side];
  });
  const pairs = insides
    .flatMap((one, i) => insides.slice(i + 1).map((other) => [one, other] as const))
    .filter((pair) => pair.some(({ isTable }) => isTable));
  return {
    isFull: insides.some(({ box, bottom }) => bottom <= foot * (box.y1 - box.y0)),
    beside: pairs.some(([a, b]) => a.box.x0 < b.box.x0 && beginsAlike(a, b)),
    below: pairs.some(
      ([a, b]) =>
        a.box.y0 < b.box.y0 &&
        (Math.abs(a.top - b.top) <= headDrift * (a.box.y1 - a.box.y0) ||
          Math.abs(a.bottom - b.bottom) <= sideDrift),
    ),
  };
}

/** Sides of what stands on two sheets beside each other: at one place of both, or as wide where the margin of the page moves the outer ones inwards. */
function beginsAlike(a: Inside, b: Inside): boolean {
  const [left, right] = [b.left - a.left, b.right - a.right];
  if (Math.abs(left) <= sideDrift || Math.abs(right) <= sideDrift) return true;
  const isMoved = left < 0 && -left <= outerMargin * (a.box.x1 - a.box.x0);
  return isMoved && Math.abs(left + right) <= sideDrift;
}

/** Height over width of the paper that the middle of a place holds where it has another shape: none is longer. */
const longest = 1.5;

/** Where a sheet stands in its place: in its middle, where no paper has the shape of the place. Null where more is written than there. */
function paperIn({ x0, x1, y0, y1 }: Box, inside: readonly Box[]): Box | null {
  const [width, height] = [x1 - x0, y1 - y0];
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (ratio >= paper.from && ratio <= paper.to) return { x0, x1, y0, y1 };
  for (const shape of [longest, 1 / longest]) {
    const [w, h] = [Math.min(width, height / shape), Math.min(height, width * shape)];
    const [x, y] = [(x0 + x1 - w) / 2, (y0 + y1 - h) / 2];
    const box = { x0: x, x1: x + w, y0: y, y1: y + h };
    if (inside.every((ink) => holds(box, ink))) return box;
  }
  return null;
}
