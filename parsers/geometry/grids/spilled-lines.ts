import type { Box } from '../../../schemas/index.ts';
import { areaOf, boxAround } from '../box-around.ts';
import type { Glyph } from '../marks.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { CellFinder } from './page-grid.ts';

type Piece = readonly Glyph[];
type Place = NonNullable<ReturnType<CellFinder>>;

/** A line of a text that may have been broken for want of room: its pieces from left to right. */
interface Line {
  pieces: Piece[];
  box: Box;
  baseline: number;
  size: number;
}

/** Lines drawn one after the other, each right below the one before, with the cell that they may have been set in. */
interface Stack {
  lines: Line[];
  /** From line to line, in points. */
  pitch: number;
  owner: Place;
}

/** How far, in ems, lines of one text are from each other at least and at most. */
const leastPitch = 0.8;
const mostPitch = 2;

/** A writer sets the lines of one text as far from each other to this many ems; those of the next text it does not meet by chance. */
const samePitch = 0.03;

/** Lines of one text stand to one side or in the middle to this many ems. */
const drift = 0.3;

/** Pieces of one line touch to this many ems: another font begins there. */
const touching = 0.5;

/** A line is laid over a border where it reaches beyond it by more than this, in ems. */
const laidOver = 0.2;

/** A text stands in the middle of its cell, at its foot or at its top to this many ems. */
const offset = 0.35;

/** White that a cell keeps at its sides, in ems: a sign that would have stood in it went to the next line. */
const inset = 0.6;

/**
 * The cells of texts that their rows are too low for: LibreOffice prints all lines of such a text, from the middle of its cell
 * upwards and downwards, over the rows above and below. They are drawn one after the other, each breaks where the cell ends, and
 * as a whole they stand in it as its text would. Lines of a text lie over borders, or over another text, or as far from each other
 * as those of one that does: rows of one line each do none of these. By the pieces of the lines, each piece set as one.
 */
export function spilledLines(
  pieces: readonly Piece[],
  lattices: readonly Lattice[],
  find: CellFinder,
): Map<Piece, Place> {
  const boxOf = ({ lattice, cell }: Place): Box => lattices[lattice]!.cells[cell]!.box;
  const stacks: Stack[] = [];
  for (const lines of stacksOf(linesOf(pieces))) {
    const owner = ownerOf(lines, boxOf, find);
    if (owner) stacks.push({ lines, pitch: lines[1]!.baseline - lines[0]!.baseline, owner });
  }
  const isProven = ({ lines, owner }: Stack): boolean => liesAcross(boxOf(owner), lines);
  const pitches = lattices.map((): Set<number> => new Set());
  for (const stack of stacks) if (isProven(stack)) pitches[stack.owner.lattice]!.add(tenths(stack.pitch));
  const places = new Map<Piece, Place>();
  for (const stack of stacks) {
    const { lines, owner } = stack;
    if (!isProven(stack) && !isSetAlike(stack, boxOf(owner), pitches[owner.lattice]!)) continue;
    for (const line of lines) for (const piece of line.pieces) places.set(piece, owner);
  }
  return places;
}

/** Tenths of a point: writers round the places of lines. */
const tenths = (pitch: number): number => Math.round(10 * pitch);

/** Whether lines lie on another text, or as far from each other as those that lie across a border of the same table, and rows do not. */
function isSetAlike({ lines, pitch }: Stack, { y0, y1 }: Box, pitches: ReadonlySet<number>): boolean {
  if (Math.abs(y1 - y0 - pitch) < samePitch * lines[0]!.size) return false;
  return [-1, 0, 1].some((step) => pitches.has(tenths(pitch) + step)) || lines.some(isDoubtful);
}

/** Pieces that follow each other on one base line. Turned texts and such as a clip cuts off are none. */
function linesOf(pieces: readonly Piece[]): (Line | null)[] {
  const lines: (Line | null)[] = [];
  for (const piece of pieces) {
    const line = lineOf(piece);
    const last = lines.at(-1);
    if (line === null || !last || !goesOn(last, line)) {
      lines.push(line);
      continue;
    }
    last.pieces.push(piece);
    last.box = boxAround(last.box, line.box);
  }
  return lines;
}

function lineOf(piece: Piece): Line | null {
  const ink = piece.filter(({ text }) => text.trim() !== '');
  const first = ink[0];
  if (!first || ink.some(({ turn, cut }) => turn !== 0 || cut)) return null;
  return { pieces: [piece], box: areaOf(ink), baseline: first.baseline, size: first.size };
}

function goesOn(a: Line, b: Line): boolean {
  return (
    Math.abs(a.baseline - b.baseline) < drift * a.size &&
    Math.abs(b.box.x0 - a.box.x1) < touching * a.size &&
    isOfOneSize(a, b)
  );
}

const isOfOneSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) < 0.1 * a.size;

function* stacksOf(lines: readonly (Line | null)[]): Generator<Line[]> {
  let stack: Line[] = [];
  for (const line of [...lines, null]) {
    if (line && fitsBelow(stack, line)) {
      stack.push(line);
      continue;
    }
    if (stack.length > 1) yield stack;
    stack = line ? [line] : [];
  }
}

function fitsBelow(stack: readonly Line[], line: Line): boolean {
  const last = stack.at(-1);
  if (!last || !isOfOneSize(last, line)) return false;
  const pitch = line.baseline - last.baseline;
  const before = stack.at(-2);
  if (before && Math.abs(last.baseline - before.baseline - pitch) > samePitch * line.size) return false;
  const [left, right] = [line.box.x0 - last.box.x0, line.box.x1 - last.box.x1];
  const set = Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2);
  return pitch > leastPitch * line.size && pitch < mostPitch * line.size && set < drift * line.size;
}

/** The cell that lines stand in as a whole and that broke them, where it is too low for them. */
function ownerOf(lines: readonly Line[], boxOf: (place: Place) => Box, find: CellFinder): Place | null {
  const { size } = lines[0]!;
  const box = areaOf(lines);
  const x = (box.x0 + box.x1) / 2;
  const heights = [(box.y0 + box.y1) / 2, ...lines.map((line) => (line.box.y0 + line.box.y1) / 2)];
  const found = heights.map((y) => find(x, y)).filter((place) => place !== null);
  const standings: ((cell: Box) => number)[] = [
    (cell) => (box.y0 + box.y1 - cell.y0 - cell.y1) / 2,
    (cell) => box.y1 - cell.y1,
    (cell) => box.y0 - cell.y0,
  ];
  for (const standing of standings)
    for (const place of found) {
      const cell = boxOf(place);
      const isOut = box.y0 < cell.y0 - laidOver * size || box.y1 > cell.y1 + laidOver * size;
      if (isOut && Math.abs(standing(cell)) < offset * size && isBrokenBy(cell, lines)) return place;
    }
  return null;
}

/** Whether a line lies across a border of its cell. */
function liesAcross({ y0, y1 }: Box, lines: readonly Line[]): boolean {
  const isOver = (y: number): boolean =>
    lines.some(({ box, size }) => box.y0 < y - laidOver * size && box.y1 > y + laidOver * size);
  return isOver(y0) || isOver(y1);
}

const isDoubtful = ({ pieces }: Line): boolean =>
  pieces.some((piece) => piece.some(({ doubt }) => doubt !== undefined));

/** Whether each line lies between the sides of a cell and, unless it ends a sentence, leaves no room there for what the next begins with. */
function isBrokenBy({ x0, x1 }: Box, lines: readonly Line[]): boolean {
  return lines.every((line, i) => {
    const { box, size } = line;
    if (box.x0 < x0 - drift * size || box.x1 > x1 + drift * size) return false;
    const next = lines[i + 1];
    return (
      !next || box.x1 - box.x0 + firstWord(next) > x1 - x0 - inset * size || /[：。；:;]$/.test(textOf(line))
    );
  });
}

const inkOf = ({ pieces }: Line): Glyph[] => pieces.flat().filter(({ text }) => text.trim() !== '');

const textOf = (line: Line): string =>
  inkOf(line)
    .map(({ text }) => text)
    .join('');

/** Width of what a line begins with and no writer parts: a Chinese character or letters and figures, with the signs behind them. */
function firstWord(line: Line): number {
  const ink = inkOf(line);
  const isHan = ({ text }: Glyph): boolean => /^\p{Script=Han}/u.test(text);
  const rest = ink.slice(1);
  const end = isHan(ink[0]!)
    ? rest.findIndex(({ text }) => !/^[\p{Pe}\p{Po}\p{Pf}%％]$/u.test(text))
    : rest.findIndex(isHan);
  const last = end < 0 ? ink.at(-1)! : ink[end]!;
  return last.box.x1 - line.box.x0;
}
