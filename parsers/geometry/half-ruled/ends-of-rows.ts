import { fieldOf } from '../first-from.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** The cells of a row end where their table does to within this much, in points, and a text stands in the middle of its cell. */
export const endDrift = 3;
export const centreDrift = 1.5;

/** The same where it begins behind a label that spans rows: that line is told by texts. */
const labelDrift = 6;

/** A cell ends no farther than this, in points, within a text beside its end. */
export const reach = 1;

/** Texts of a row that stand over one another: the lines of one cell. */
export interface Block {
  x0: number;
  x1: number;
  isFigure: boolean;
}

/** A row of a table from where the cells that span rows end. */
export interface Row {
  /** Column of its first cell. */
  first: number;
  cells: readonly LatticeCell[];
  blocks: readonly Block[];
}

/** Where the first cell of a row begins, and where its cells end, but for the last one. */
export interface RowEnds {
  first: number;
  ends: number[];
  /** Where the texts say that each cell begins behind these ends, whatever line is meant. */
  starts?: number[];
}

/** The rows that hold one row of texts each, from the labels that span rows to the end of the table, with their texts. */
export function openRows(
  { xs, ys, cells }: Lattice,
  segments: readonly Segment[],
): Map<number, { one: Row; inRow: Segment[] }> {
  const texts = Map.groupBy(segments, ({ box }) => fieldOf(ys, (box.y0 + box.y1) / 2));
  const rows = new Map<number, { one: Row; inRow: Segment[] }>();
  for (const [row, all] of Map.groupBy(cells, (cell) => cell.row)) {
    // A label that begins here and spans rows stands before the cells of the row, as one that began above does.
    const own = all.slice(all.findIndex(({ rowSpan }) => rowSpan === 1));
    const { column: first } = own[0]!;
    const inRow = (texts.get(row) ?? []).filter(({ box }) => (box.x0 + box.x1) / 2 > xs[first]!);
    const width = own.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
    if (own.some((cell) => cell.rowSpan > 1) || first + width < xs.length - 1) continue;
    rows.set(row, { one: { first, cells: own, blocks: blocksOf(inRow) }, inRow });
  }
  return rows;
}

function blocksOf(texts: readonly Segment[]): Block[] {
  const blocks: Block[] = [];
  for (const { box, text } of [...texts].sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = blocks.at(-1);
    if (last && box.x0 < last.x1) {
      last.x1 = Math.max(last.x1, box.x1);
      last.isFigure &&= isFigure(text);
    } else blocks.push({ x0: box.x0, x1: box.x1, isFigure: isFigure(text) });
  }
  return blocks;
}

/** Where the cells of a row end; null where its texts do not tell. */
export function chainOf({ first, blocks }: Row, xs: readonly number[]): RowEnds | null {
  const ends: number[] = [];
  const starts: number[] = [];
  let end = xs.at(-1)!;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { x0, x1 } = blocks[i]!;
    const start = x0 + x1 - end;
    if (start > x0 + reach) return null;
    const before = blocks[i - 1];
    if (before === undefined)
      return Math.abs(start - xs[first]!) < (first === 0 ? endDrift : labelDrift)
        ? { first, ends, starts }
        : null;
    if (start < before.x1 - reach) return null;
    // One of the lines that other rows have between both texts is meant, if there is any.
    const known = xs.filter((x) => x > before.x1 - reach && x < x0 + reach);
    ends.unshift(known.reduce((best, x) => (nearer(x, best, start) ? x : best), known[0] ?? start));
    starts.unshift(start);
    end = start;
  }
  return null;
}

export const nearer = (x: number, other: number, to: number): boolean =>
  Math.abs(x - to) < Math.abs(other - to);

/** Rows that agree on where a line between columns stands, by how much they do, in points, and what share of those that say so. */
const agreeing = 3;
const agreement = 1.5;
const agreeingShare = 0.8;

/** A row that says the same of so many lines as others do is believed in what it says of the rest. */
const confirmed = 2;

/** In a table in whose rows the texts tell each cell from end to end, lines between columns stand where these rows agree: blanks between texts tell them but roughly. */
export function withLinesOfChains(lattice: Lattice, segments: readonly Segment[]): Lattice {
  const { xs, cells } = lattice;
  const chains = [...openRows(lattice, segments).values()].flatMap(({ one }) => chainOf(one, xs) ?? []);
  const known = placesOf(chains, agreeing);
  const sure = chains.filter(
    ({ ends, starts = [] }) => ends.filter((x, i) => near(known.get(x), starts[i]!)).length >= confirmed,
  );
  const rest = placesOf(sure, 1);
  const moved = xs.map((x) => known.get(x) ?? rest.get(x) ?? x);
  if (moved.every((x, i) => x === xs[i]) || moved.some((x, i) => i > 0 && x <= moved[i - 1]!)) return lattice;
  const texts = Map.groupBy(segments, ({ box }) => fieldOf(lattice.ys, (box.y0 + box.y1) / 2));
  return {
    ...lattice,
    xs: moved,
    cells: cells.flatMap((cell) => partedAtLines(cell, moved, texts.get(cell.row) ?? [])),
  };
}

/** The parts of a cell over several columns where its texts stand beside one another between the lines: they ran across lines that stood elsewhere. */
function partedAtLines(cell: LatticeCell, xs: readonly number[], inRow: readonly Segment[]): LatticeCell[] {
  const { column, columnSpan, rowSpan, box } = cell;
  const end = column + columnSpan;
  const own = inRow.filter(({ box: { x0, x1 } }) => x0 + x1 > 2 * xs[column]! && x0 + x1 < 2 * xs[end]!);
  const inner = xs
    .map((_, i) => i)
    .slice(column + 1, end)
    .filter((i) => own.every(({ box: { x0, x1 } }) => x1 < xs[i]! + reach || x0 > xs[i]! - reach));
  const parts = own.length < 2 || rowSpan > 1 ? [] : inner;
  const ends = [column, ...parts.filter((i) => holdsText(own, xs[i]!, parts, xs)), end];
  return ends.slice(1).map((to, i) => {
    const from = ends[i]!;
    return { ...cell, column: from, columnSpan: to - from, box: { ...box, x0: xs[from]!, x1: xs[to]! } };
  });
}

/** Whether a text stands on each side of a line, none between it and the one before it. */
function holdsText(
  own: readonly Segment[],
  x: number,
  parts: readonly number[],
  xs: readonly number[],
): boolean {
  const before = own.reduce(
    (last, { box }) => (box.x1 < x + reach ? Math.max(last, box.x1) : last),
    Number.NEGATIVE_INFINITY,
  );
  const isNext = parts.some((i) => xs[i]! < x && xs[i]! > before - reach);
  return Number.isFinite(before) && !isNext && own.some(({ box }) => box.x0 > x - reach);
}

const near = (known: number | undefined, place: number): boolean =>
  known !== undefined && Math.abs(known - place) < agreement;

/** Where rows say that lines between columns stand, by the line that each took for it: as far as nearly all that speak of it agree, and no fewer than `fewest`. */
function placesOf(chains: readonly RowEnds[], fewest: number): Map<number, number> {
  const told = new Map<number, number[]>();
  for (const { ends, starts = [] } of chains)
    for (const [i, x] of ends.entries()) {
      const own = told.get(x);
      if (own) own.push(starts[i]!);
      else told.set(x, [starts[i]!]);
    }
  const places = [...told].flatMap(([x, all]): [number, number][] => {
    const middle = all.sort((a, b) => a - b)[all.length >> 1]!;
    const agree = all.filter((place) => near(middle, place)).length;
    return agree >= fewest && agree > agreeingShare * all.length ? [[x, middle]] : [];
  });
  return new Map(places);
}
