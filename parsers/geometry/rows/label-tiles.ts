/** A line of a column of labels, from top to bottom. */
export interface LabelLine {
  y0: number;
  y1: number;
  size: number;
  /** The next line right below may be of the same label: there was no room for its first character here. */
  goesOn: boolean;
}

/** Rows of a column of labels that are one cell: `to` is the row behind the last. */
export interface LabelTile {
  from: number;
  to: number;
  /** A label stands in it. */
  isWritten: boolean;
  /** The label is that of the blank rows below it as well, where each stands in the first row of its group. */
  isTop: boolean;
}

/** How a column of labels is cut into cells, and how sure that is. */
export interface LabelTiling {
  tiles: LabelTile[];
  /** In ems. */
  cost: number;
  /** A blank row between labels is of none of them. */
  hasGap: boolean;
}

/** Rows of one block of a form: `to` is the row behind the last. `isHeaded`: its first row holds heads. */
export interface RowBlock {
  from: number;
  to: number;
  isHeaded: boolean;
}

/** How the labels of a block are set: in the middle of their groups, or in their first rows. */
export type Manner = 'middle' | 'top';

/** Costs in ems of a label that stands off the middle of its rows. */
const costs = {
  /** A blank cell between labels, each of which stands in the middle of its rows. */
  blank: 1.5,
  /** The same before the first or behind the last label of a block. */
  outerBlank: 0.5,
  /** A blank row below a label that stands in the first one. */
  belowTop: 0.02,
  /** Two lines are of one label. */
  joined: 0.15,
  /** A label that may go on ends. */
  parted: 0.1,
};

/** A label stands no farther off the middle of its rows than this, in ems. */
const mostOff = 0.5;

/** Lines of one label are no farther apart than this, in ems. */
const mostPitch = 1.6;

/** Most rows of one label. */
const mostRows = 60;

interface Step {
  cost: number;
  from: number;
  before: Manner;
}

/**
 * The cells that explain best where the labels of a column stand: each in the middle of its rows, or, block by block, each in the first of them. `ys` are the lines
 * between the rows of the column, `banned` is a way to set the labels of a block that does not count; null where there are no such cells.
 */
export function labelTiling(
  lines: readonly LabelLine[],
  ys: readonly number[],
  blocks: readonly RowBlock[],
  isRuled: (row: number) => boolean,
  banned: { block: RowBlock; manner: Manner } | null = null,
): LabelTiling | null {
  const rows = ys.length - 1;
  const owned = linesOf(lines, ys);
  const written = writtenRows(owned);
  const blockOf = blocks.flatMap((block) => Array.from({ length: block.to - block.from }, () => block));
  const outer = outerRows(owned, blocks);
  const best: Record<Manner, Step[]> = {
    middle: [{ cost: 0, from: -1, before: 'middle' }],
    top: [{ cost: 0, from: -1, before: 'top' }],
  };
  const isBanned = (manner: Manner, from: number, to: number): boolean =>
    banned?.manner === manner && from < banned.block.to && to > banned.block.from;
  for (let to = 1; to <= rows; to++) {
    for (const manner of ['middle', 'top'] as const) {
      let found: Step = { cost: Infinity, from: to - 1, before: manner };
      for (let from = to - 1; from >= Math.max(0, to - mostRows); from--) {
        if (from < to - 1 && isRuled(from + 1)) break;
        const block = blockOf[from]!;
        if (manner === 'top' && (from < to - 1 || isBanned('top', from, to))) break;
        if (to - from > 1 && isBanned('middle', from, to)) break;
        const own =
          manner === 'top'
            ? topCost(written, ys, from, block)
            : middleCost(written, ys, from, to, outer.has(from));
        if (own === Infinity) continue;
        // Between blocks, the labels may be set otherwise.
        const isSame = from > 0 && blockOf[from - 1] === block;
        for (const before of isSame ? [manner] : (['middle', 'top'] as const)) {
          const cost = best[before][from]!.cost + own;
          if (cost < found.cost - 1e-9) found = { cost, from, before };
        }
      }
      best[manner].push(found);
    }
  }
  let manner: Manner = best.middle[rows]!.cost <= best.top[rows]!.cost ? 'middle' : 'top';
  const { cost } = best[manner][rows]!;
  if (cost === Infinity) return null;
  const tiles: LabelTile[] = [];
  let hasGap = false;
  for (let to = rows; to > 0; ) {
    const { from, before } = best[manner][to]!;
    const isWritten = owned[from]!.length > 0 || to - from > 1;
    hasGap ||= !isWritten && manner === 'middle' && !outer.has(from);
    tiles.unshift({ from, to, isWritten, isTop: manner === 'top' });
    manner = before;
    to = from;
  }
  return { tiles, cost, hasGap };
}

/** The lines of each row. */
function linesOf(lines: readonly LabelLine[], ys: readonly number[]): LabelLine[][] {
  const owned = ys.slice(1).map((): LabelLine[] => []);
  let row = 0;
  for (const line of lines) {
    while (row < owned.length - 1 && (line.y0 + line.y1) / 2 > ys[row + 1]!) row++;
    owned[row]!.push(line);
  }
  return owned;
}

/** Rows before the first label of their block, and behind the last. */
function outerRows(owned: readonly LabelLine[][], blocks: readonly RowBlock[]): Set<number> {
  const outer = new Set<number>();
  for (const { from, to } of blocks) {
    let [first, last] = [from, to - 1];
    while (first < to && owned[first]!.length === 0) outer.add(first++);
    while (last > first && owned[last]!.length === 0) outer.add(last--);
  }
  return outer;
}

/** The lines of a column from top to bottom; `starts` is, for each row, how many stand above it; `breaks`, for each line, how many up to it are for certain not of the label of the one before. */
interface WrittenRows {
  lines: LabelLine[];
  starts: number[];
  breaks: number[];
}

function writtenRows(owned: readonly LabelLine[][]): WrittenRows {
  const lines = owned.flat();
  const starts = [0];
  for (const own of owned) starts.push(starts.at(-1)! + own.length);
  let broken = 0;
  const breaks = lines.map((line, i) => {
    const above = lines[i - 1];
    if (above && (!above.goesOn || line.y0 - above.y0 > mostPitch * line.size)) broken++;
    return broken;
  });
  return { lines, starts, breaks };
}

function middleCost(
  { lines, starts, breaks }: WrittenRows,
  ys: readonly number[],
  from: number,
  to: number,
  isOuter: boolean,
): number {
  const [start, end] = [starts[from]!, starts[to]! - 1];
  if (end < start) return to - from > 1 ? Infinity : isOuter ? costs.outerBlank : costs.blank;
  const [first, last] = [lines[start]!, lines[end]!];
  const off = Math.abs(first.y0 + last.y1 - ys[from]! - ys[to]!) / 2 / first.size;
  if (off > mostOff || breaks[start] !== breaks[end]) return Infinity;
  return off + (end - start) * costs.joined + (last.goesOn ? costs.parted : 0);
}

/** What it costs that a row is the first of a label, or a blank one below it. */
function topCost(
  written: WrittenRows,
  ys: readonly number[],
  row: number,
  { from, isHeaded }: RowBlock,
): number {
  if (written.starts[row]! < written.starts[row + 1]!) return middleCost(written, ys, row, row + 1, false);
  // What is blank right below a head is under no label, nor is the first row.
  return row === from || (isHeaded && row === from + 1) ? Infinity : costs.belowTop;
}
