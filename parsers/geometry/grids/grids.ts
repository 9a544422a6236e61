import type { Box } from '../../../schemas/index.ts';
import { isErrorValue } from '../../../src/values/error-value.ts';
import { errorValue } from '../../cell-doubts.ts';
import type { Glyph, PageMarks, Slant } from '../marks.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { PageLattice } from '../rulings/ruled-grids.ts';
import type { GeometrySettings } from '../settings.ts';
import { type BlockText, readCell } from '../texts/cell-text.ts';
import { goesOnText, markCutFigure } from '../texts/cut-figures.ts';
import { withoutLeaders } from '../texts/leaders.ts';
import type { CellFinder, PageCell, PageGrid } from './page-grid.ts';
import { pullBack } from './run-over-rows.ts';
import { partedByBorders } from './set-as-one.ts';
import { partsAcross, slantsByCell } from './slanted-heads.ts';
import { withoutLeftover, withoutSlivers } from './slivers.ts';
import { spilledLines } from './spilled-lines.ts';

function cellFinder(lattices: readonly Lattice[]): CellFinder {
  const maps = lattices.map(fieldMap);
  const order = lattices
    .map((lattice, index) => ({ index, area: areaOf(lattice) }))
    .sort((a, b) => a.area - b.area)
    .map((entry) => entry.index);
  return (x, y) => {
    for (const index of order) {
      const { xs, ys } = lattices[index]!;
      if (x < xs[0]! || x > xs[xs.length - 1]! || y < ys[0]! || y > ys[ys.length - 1]!) continue;
      const c = fieldAt(xs, x);
      const r = fieldAt(ys, y);
      const cell = maps[index]![r * (xs.length - 1) + c];
      if (cell !== undefined && cell >= 0) return { lattice: index, cell };
    }
    return null;
  };
}

function areaOf({ xs, ys }: Lattice): number {
  return (xs[xs.length - 1]! - xs[0]!) * (ys[ys.length - 1]! - ys[0]!);
}

function fieldMap(lattice: Lattice): Int32Array {
  const columns = lattice.xs.length - 1;
  const map = new Int32Array(columns * (lattice.ys.length - 1)).fill(-1);
  lattice.cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      map.fill(index, r * columns + cell.column, r * columns + cell.column + cell.columnSpan);
  });
  return map;
}

function fieldAt(positions: readonly number[], value: number): number {
  let low = 0;
  let high = positions.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (positions[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Sorts glyphs into the cells of lattices; what lies in none is returned as `rest`. */
export function fillGrids(
  lattices: readonly PageLattice[],
  marks: PageMarks,
  settings: GeometrySettings,
): { grids: PageGrid[]; rest: Glyph[] } {
  const find = cellFinder(lattices);
  const contents = lattices.map((lattice) => lattice.cells.map((): Glyph[] => []));
  const rest: Glyph[] = [];
  const cut = lattices.map((lattice) => (lattice.ys.at(-1)! > leastReach * marks.height ? lattice : null));
  let before: Placed | null = null;
  const pieces = piecesOf(marks.glyphs, settings).flatMap((one) => partedByBorders(one, find));
  const spilled = spilledLines(pieces, lattices, find);
  for (const piece of pieces) {
    const whole = spilled.get(piece) ?? placeOfPiece(piece, find);
    if (before && whole && !isSamePlace(before.place, whole)) markCutFigure(before.piece, piece);
    before = whole && { piece, place: whole };
    for (const glyph of piece) {
      const { x0, y0, x1, y1 } = glyph.box;
      const place = whole ?? find((x0 + x1) / 2, (y0 + y1) / 2) ?? overflowedCell(glyph, piece, cut);
      if (place) contents[place.lattice]![place.cell]!.push(glyph);
      else rest.push(glyph);
    }
  }
  for (const [index, { cells }] of lattices.entries()) pullBack(cells, contents[index]!);
  const slantsOf = slantsByCell(marks.slants ?? [], find);
  const grids = lattices.map((lattice, index): PageGrid => {
    const { xs, ys, cells, openTop, openBottom, method, confidence, isUnsettled = false } = lattice;
    const read = readCells(cells, contents[index]!, (at) => slantsOf(index, at), settings);
    const box = { x0: xs[0]!, y0: ys[0]!, x1: xs[xs.length - 1]!, y1: ys[ys.length - 1]! };
    const page = marks.number;
    return withoutLeftover(
      withoutSlivers({
        kind: 'grid',
        page,
        box,
        xs,
        ys,
        cells: read,
        method,
        confidence,
        openTop,
        openBottom,
        isUnsettled,
      }),
      marks.height,
    );
  });
  return { grids, rest };
}

function readCells(
  cells: PageLattice['cells'],
  contents: Glyph[][],
  slantsOf: (at: number) => readonly Slant[],
  settings: GeometrySettings,
): PageCell[] {
  const texts = withoutLeaders(
    contents,
    cells.map(({ box }) => box),
  );
  return cells.map((cell, at) => {
    const glyphs = texts[at]!;
    const parts = partsAcross(glyphs, cell.box, slantsOf(at)).map((part) =>
      readWhole(part, cell.box, settings),
    );
    const text = parts.map((part) => part.text).join('\n');
    const cutShort = parts.some(({ seen }) => seen !== undefined);
    return {
      ...cell,
      text,
      lines: parts.flatMap(({ lines }) => lines),
      ...(cutShort && { seen: parts.map((part) => part.seen ?? part.text).join('\n') }),
      doubt: isErrorValue(text) ? `${errorValue} ${text}` : doubtOf(glyphs),
    };
  });
}

/** The text of a cell with the lines that it has no room for; what stands on the page are the others. */
function readWhole(
  glyphs: readonly Glyph[],
  box: Box,
  settings: GeometrySettings,
): BlockText & { seen?: string } {
  const unseen = glyphs.flatMap((glyph) => (glyph.turn === 0 ? (glyph.unseen ?? []) : []));
  if (unseen.length === 0) return readCell(glyphs, box, settings);
  for (const { note } of unseen) note.isRead = true;
  const { text: seen, lines } = readCell(glyphs, box, settings);
  const whole = readCell([...glyphs, ...unseen.flatMap(({ glyphs: below }) => below)], box, settings);
  return { text: whole.text, lines, seen };
}

/** A piece of text with its cell. */
interface Placed {
  piece: readonly Glyph[];
  place: { lattice: number; cell: number };
}

function isSamePlace(a: Placed['place'], b: Placed['place']): boolean {
  return a.lattice === b.lattice && a.cell === b.cell;
}

function doubtOf(glyphs: readonly Glyph[]): string | null {
  let found: string | null = null;
  let unknown = false;
  for (const glyph of glyphs) {
    if (glyph.cut) return 'cut off at the border';
    if (glyph.unknown) unknown = true;
    found ??= glyph.doubt ?? null;
  }
  return unknown ? 'characters without a known meaning' : found;
}

/** Lines that a cell may hang over the page end by, where the writer leaves it open there. */
const overflowLines = 1.7;

/** Share of the height of a page that a table reaches down to at least where the page end cuts it. */
const leastReach = 1 / 2;

/**
 * The merged cell whose text runs out below the grid: at the page end the rows beside it are closed and it is not, and its
 * label takes more lines than the rows that fitted.
 */
function overflowedCell(
  glyph: Glyph,
  piece: readonly Glyph[],
  cut: readonly (PageLattice | null)[],
): { lattice: number; cell: number } | null {
  const x = (glyph.box.x0 + glyph.box.x1) / 2;
  for (const [index, lattice] of cut.entries()) {
    if (!lattice) continue;
    const { xs, ys, cells, openBottom } = lattice;
    const bottom = ys[ys.length - 1]!;
    const below = glyph.box.y0 - bottom;
    if (below < -glyph.size || below > overflowLines * glyph.size || openBottom.every((open) => open))
      continue;
    const column = xs.findIndex((right, i) => i > 0 && x < right) - 1;
    if (column < 0 || x < xs[0]! || !openBottom[column]) continue;
    const cell = cells.findIndex(
      (c) => c.column <= column && column < c.column + c.columnSpan && c.row + c.rowSpan === ys.length - 1,
    );
    if (cell >= 0 && isBetweenSides(piece, cells[cell]!, glyph.size)) return { lattice: index, cell };
  }
  return null;
}

/** Whether a text stands between the sides of a cell, to within a character: prose below a table runs on past them. */
function isBetweenSides(piece: readonly Glyph[], { box }: LatticeCell, size: number): boolean {
  return piece.every((glyph) => glyph.box.x0 > box.x0 - size && glyph.box.x1 < box.x1 + size);
}

/** Glyphs of one text operator without a wide gap, or several blanks as wide, between them: set as one, they belong to one cell. */
function piecesOf(glyphs: readonly Glyph[], settings: GeometrySettings): Glyph[][] {
  const pieces: Glyph[][] = [];
  let piece: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = piece[piece.length - 1];
    const apart =
      last &&
      ((last.run !== glyph.run && !goesOnText(last, glyph)) ||
        isPadded(piece, glyph, settings) ||
        Math.max(glyph.box.x0 - last.box.x1, last.box.x0 - glyph.box.x1, glyph.box.y0 - last.box.y1) >
          settings.runGap * glyph.size);
    if (apart) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(glyph);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** Fewest blanks in a row that set columns: writers of text in one width of type fill the places between them. */
const fewestBlanks = 2;

function isPadded(
  piece: readonly Glyph[],
  { text, box, size }: Glyph,
  { runGap }: GeometrySettings,
): boolean {
  if (isBlank(text) || !isBlank(piece.at(-fewestBlanks)?.text) || !isBlank(piece.at(-1)?.text)) return false;
  const end = piece.findLast((glyph) => !isBlank(glyph.text));
  return end !== undefined && box.x0 - end.box.x1 > runGap * size;
}

function isBlank(text: string | undefined): boolean {
  return text?.trim() === '';
}

/** The cell that a whole piece belongs to where it runs over a border: the one that cuts it off, where it begins if it hugs that border, else where most of it lies. */
function placeOfPiece(piece: readonly Glyph[], find: CellFinder): { lattice: number; cell: number } | null {
  const written = piece.filter(({ text }) => !isBlank(text));
  const ink = written.length > 0 ? written : piece;
  const first = ink[0]!;
  const last = ink[ink.length - 1]!;
  if (first.home) return find(first.home.x, first.home.y);
  const at = (glyph: Glyph) => find((glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.y0 + glyph.box.y1) / 2);
  const a = at(first);
  const b = at(last);
  if (a?.lattice === b?.lattice && a?.cell === b?.cell) return a;
  const counts = new Map<string, { place: { lattice: number; cell: number } | null; count: number }>();
  for (const glyph of ink) {
    const place = at(glyph);
    const key = place ? `${place.lattice}/${place.cell}` : '';
    const entry = counts.get(key) ?? { place, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  let best: { lattice: number; cell: number } | null = null;
  let most = 0;
  for (const { place, count } of counts.values()) {
    if (place && count > most) {
      best = place;
      most = count;
    }
  }
  return best;
}
