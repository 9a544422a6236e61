import { fieldOf } from '../first-from.ts';
import { areDigits, isFilledByDigits } from '../rows/broken-codes.ts';
import {
  type LabelLine,
  type LabelTile,
  type LabelTiling,
  labelTiling,
  type Manner,
  type RowBlock,
} from '../rows/label-tiles.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Rows of a column of labels that are cells of this column alone. */
interface Run {
  column: number;
  from: number;
  to: number;
  lines: LabelLine[];
  blocks: RowBlock[];
  isRuled: (row: number) => boolean;
}

/** A run as its labels tell its cells; `open` are the blocks in which they may as well be set otherwise. */
interface TiledRun extends Run {
  tiling: LabelTiling;
  manners: Map<RowBlock, Manner>;
  open: RowBlock[];
}

/** Costs in ems nearer to each other than this tell nothing. */
const leastMargin = 0.4;

/** Most blocks of a run that are looked at again. */
const mostBlocks = 30;

/**
 * The columns of labels of a table whose rows its texts told: their cells tile all rows, each with its label in the middle, or block by block with the labels in the first rows of
 * their groups. `isUnsettled` where some column is told by neither, by both, or not in every row, or has a cell that ends within one at its right.
 */
export function withTiledLabels(
  lattice: Lattice,
  segments: readonly Segment[],
  isRuled: (row: number, column: number) => boolean,
): { table: Lattice; isUnsettled: boolean } {
  const rows = blocksOf(lattice, segments);
  const runs = runsOf(lattice, segments, rows, isRuled);
  const tiled = runs.map((run) => tiledRun(run, lattice.ys));
  const settled = tiled.map((run) => run && settledRun(run, tiled, lattice.ys));
  const table = settled.reduce((all, run) => (run ? withTiles(all, run) : all), lattice);
  const isUnsettled =
    settled.some((run) => run === null || run.tiling.hasGap || run.open.length > 0) ||
    !areNested(settled.flatMap((run) => run ?? []));
  return { table, isUnsettled };
}

/** Rows that have the same lines between columns follow each other in a block. */
function blocksOf({ ys, cells }: Lattice, segments: readonly Segment[]): RowBlock[] {
  const walls = ys.slice(1).map((): number[] => []);
  for (const { row, rowSpan, column } of cells)
    for (let r = row; r < row + rowSpan; r++) walls[r]!.push(column);
  const keys = walls.map((columns) => columns.sort((a, b) => a - b).join(' '));
  const texts = Map.groupBy(segments, ({ box }) => fieldOf(ys, middleOf(box)));
  const blocks: RowBlock[] = [];
  for (const [row, key] of keys.entries()) {
    if (row > 0 && keys[row - 1] === key) blocks.at(-1)!.to = row + 1;
    else {
      const own = texts.get(row) ?? [];
      const isHeaded = own.length > 2 && own.every(({ text }) => !/\d/.test(text));
      blocks.push({ from: row, to: row + 1, isHeaded });
    }
  }
  return blocks;
}

function runsOf(
  lattice: Lattice,
  segments: readonly Segment[],
  blocks: readonly RowBlock[],
  isRuled: (row: number, column: number) => boolean,
): Run[] {
  const { xs, ys, cells } = lattice;
  const texts = Map.groupBy(segments, ({ box }) => fieldOf(xs, (box.x0 + box.x1) / 2));
  const columns = Map.groupBy(
    cells.filter(({ columnSpan }) => columnSpan === 1),
    ({ column }) => column,
  );
  const runs: Run[] = [];
  const key = keyColumn(lattice, segments, blocks);
  const ofRows = new Set(texts.get(key)?.map(({ line }) => line));
  for (let column = 0; column < key; column++) {
    const written = texts.get(column) ?? [];
    const parts: LatticeCell[][] = [];
    for (const cell of (columns.get(column) ?? []).sort((a, b) => a.row - b.row)) {
      const last = parts.at(-1)?.at(-1);
      if (last && last.row + last.rowSpan === cell.row) parts.at(-1)!.push(cell);
      else parts.push([cell]);
    }
    for (const part of parts) {
      const [from, to] = [part[0]!.row, part.at(-1)!.row + part.at(-1)!.rowSpan];
      const inRun = written.filter(({ box }) => middleOf(box) > ys[from]! && middleOf(box) < ys[to]!);
      const own = linesOf(inRun, ofRows);
      if (to - from < 2 || own.length === 0) continue;
      const inside = blocks
        .filter((block) => block.from < to && block.to > from)
        .map((block) => ({
          ...block,
          from: Math.max(block.from, from) - from,
          to: Math.min(block.to, to) - from,
        }));
      runs.push({
        column,
        from,
        to,
        lines: own,
        blocks: inside,
        isRuled: (row) => isRuled(from + row, column),
      });
    }
  }
  return runs;
}

/** Share of the rows of the fullest column that one is filled in that holds no labels of several rows. */
const filledShare = 0.85;

/** The first column that is filled in nearly as many rows of the highest block as the fullest: those before it may hold labels of several rows. */
function keyColumn(
  { xs, ys, cells }: Lattice,
  segments: readonly Segment[],
  blocks: readonly RowBlock[],
): number {
  const highest = blocks.reduce((best, block) =>
    block.to - block.from > best.to - best.from ? block : best,
  );
  const written = new Set(
    segments.map(({ box }) => {
      const column = fieldOf(xs, (box.x0 + box.x1) / 2);
      return `${fieldOf(ys, middleOf(box))} ${column}`;
    }),
  );
  // A head over two rows, beside a group and its parts, is in none of them alone.
  const first = highest.from + (highest.isHeaded ? 1 : 0);
  const filled = xs.map(() => 0);
  for (const { row, rowSpan, column, columnSpan } of cells) {
    if (rowSpan > 1 || row < first || row >= highest.to) continue;
    const columns = Array.from({ length: columnSpan }, (_, i) => column + i);
    if (columns.some((one) => written.has(`${row} ${one}`))) filled[column]!++;
  }
  const most = Math.max(...filled);
  return filled.findIndex((count) => count >= filledShare * most);
}

const middleOf = ({ y0, y1 }: { y0: number; y1: number }): number => (y0 + y1) / 2;

/** A line that ends this many ems short of the widest of its column, at most, may go on. */
const raggedness = 1.3;

/** 产出质量（10分）: what a part is worth ends its label, and what follows is the next one. */
const endsInPoints = /[(（]\s*\d[\d.]*\s*(?:分|%|％)\s*[)）]\s*$/;

/** Reads the lines of labels. Digits over digits, each beside a row of its own (`ofRows`: the lines that have one), are two figures and no broken one. */
function linesOf(texts: readonly Segment[], ofRows: ReadonlySet<number>): LabelLine[] {
  const room = Math.max(0, ...texts.map(({ box }) => box.x1 - box.x0));
  const lines = [...Map.groupBy(texts, ({ line }) => line).values()];
  return lines
    .map((own, i): LabelLine => {
      const [x0, x1] = [Math.min(...own.map(({ box }) => box.x0)), Math.max(...own.map(({ box }) => box.x1))];
      const { size } = own[0]!;
      const next = lines[i + 1]?.[0];
      const isCode = own.length === 1 && areDigits(own[0]!.text, next?.text);
      const areRows = isCode && ofRows.has(own[0]!.line) && ofRows.has(next!.line);
      const isSign = own.length === 1 && [...own[0]!.text].length === 1 && !isCode;
      const isFull = isCode
        ? isFilledByDigits(own[0]!.text, x1 - x0, room)
        : x1 - x0 + raggedness * size >= room;
      return {
        y0: Math.min(...own.map(({ box }) => box.y0)),
        y1: Math.max(...own.map(({ box }) => box.y1)),
        size,
        goesOn: isSign || (isFull && !areRows && !endsInPoints.test(own.at(-1)!.text)),
      };
    })
    .sort((a, b) => a.y0 - b.y0);
}

function tiledRun(run: Run, ys: readonly number[]): TiledRun | null {
  const own = ys.slice(run.from, run.to + 1);
  const tiling = labelTiling(run.lines, own, run.blocks, run.isRuled);
  if (!tiling) return null;
  const manners = new Map<RowBlock, Manner>();
  const open: RowBlock[] = [];
  for (const block of run.blocks.filter(({ from, to }) => to - from > 1).slice(0, mostBlocks)) {
    const inside = tiling.tiles.filter(({ from, to }) => from < block.to && to > block.from);
    if (inside.every(({ from, to, isWritten }) => isWritten && to - from === 1)) continue;
    const manner: Manner = inside.some(({ isTop }) => isTop) ? 'top' : 'middle';
    manners.set(block, manner);
    const other = labelTiling(run.lines, own, run.blocks, run.isRuled, { block, manner });
    if (other && other.cost - tiling.cost < leastMargin && spansOf(other) !== spansOf(tiling))
      open.push(block);
  }
  return { ...run, tiling, manners, open };
}

/** The cells of several rows of a tiling. */
const spansOf = ({ tiles }: LabelTiling): string =>
  tiles
    .filter(({ from, to }) => to - from > 1)
    .map(({ from, to }) => `${from}-${to}`)
    .join(' ');

/** A run with blocks in which its labels may be set in either way, as those of the other columns are set there, the next one at the right first. */
function settledRun(run: TiledRun, all: readonly (TiledRun | null)[], ys: readonly number[]): TiledRun {
  let result = run;
  for (const block of run.open) {
    const beside = all
      .flatMap((other) =>
        other && other.column !== run.column ? mannerAt(other, run.from + block.from) : [],
      )
      .sort((a, b) => distance(a.column, run.column) - distance(b.column, run.column));
    const manner = beside[0]?.manner;
    if (!manner) continue;
    const banned: Manner = manner === 'top' ? 'middle' : 'top';
    const tiling =
      run.manners.get(block) === manner
        ? result.tiling
        : labelTiling(run.lines, ys.slice(run.from, run.to + 1), run.blocks, run.isRuled, {
            block,
            manner: banned,
          });
    if (tiling) result = { ...result, tiling, open: result.open.filter((one) => one !== block) };
  }
  return result;
}

const distance = (column: number, from: number): number =>
  column > from ? column - from : from - column + 0.5;

/** How the labels of a run are set in the block of a row, where that is certain and they are several. */
function mannerAt(run: TiledRun, row: number): { column: number; manner: Manner }[] {
  for (const [block, manner] of run.manners) {
    if (run.from + block.from > row || run.from + block.to <= row || run.open.includes(block)) continue;
    const labels = run.tiling.tiles.filter(
      ({ from, to, isWritten }) => isWritten && from >= block.from && to <= block.to,
    );
    if (labels.length > (block.isHeaded ? 2 : 1)) return [{ column: run.column, manner }];
  }
  return [];
}

function withTiles(lattice: Lattice, { column, from, to, tiling }: TiledRun): Lattice {
  const { xs, ys, cells } = lattice;
  const rest = cells.filter(
    (cell) => cell.column !== column || cell.columnSpan > 1 || cell.row < from || cell.row >= to,
  );
  const own = tiling.tiles.map((tile: LabelTile): LatticeCell => {
    const [first, end] = [from + tile.from, from + tile.to];
    const box = { x0: xs[column]!, x1: xs[column + 1]!, y0: ys[first]!, y1: ys[end]! };
    return { row: first, column, rowSpan: end - first, columnSpan: 1, box };
  });
  return { ...lattice, cells: [...rest, ...own].sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Whether no cell of a column ends within one of several rows at its right. */
function areNested(runs: readonly TiledRun[]): boolean {
  const ends = new Set<number>();
  for (const run of [...runs].sort((a, b) => a.column - b.column)) {
    const tiles = run.tiling.tiles.map((tile) => ({
      from: run.from + tile.from,
      to: run.from + tile.to,
      // A label of one row has an end too, where none below it may be blank for it.
      isCell: tile.to - tile.from > 1 || (tile.isWritten && !tile.isTop),
    }));
    for (const { from, to } of tiles)
      for (let row = from + 1; row < to; row++) if (ends.has(row)) return false;
    for (const { from, to, isCell } of tiles) if (isCell) ends.add(from).add(to);
  }
  return true;
}
