import type { Ruling } from '../geometry/marks.ts';
import type { LineInk } from './faint-lines.ts';
import { type Raster, transposed } from './raster.ts';

/** Lengths in inches: what a ruling is, on paper. */
const inches = {
  /** Shortest piece that is seen at all; a stroke of body text is shorter. */
  piece: 0.14,
  /** Thickest ruling: more is a filled area. */
  thickness: 0.045,
  /** Gaps in a row of pixels that faint printing leaves. */
  gap: 0.012,
  /** Longer than a stroke of any character of a text: strokes side by side are not bridged to a line. */
  stroke: 0.25,
  /** Gaps between pieces of one line that are closed. */
  bridge: 0.08,
  /** A line this long is a ruling wherever it ends; a shorter one must end on lines across it. */
  sure: 1.2,
  /** A line this long, longer than a stroke, may end on a ruling with one end only, where another ends beside it. */
  open: 0.3,
  /** How near an end must come to a line across it. */
  touch: 0.035,
  /** Narrower than any column. */
  narrow: 0.12,
} as const;

/** A ruling in pixels of the deskewed page, with its place at both ends of each piece. */
export interface PixelRuling {
  orientation: 'h' | 'v';
  position: number;
  start: number;
  end: number;
  thickness: number;
}

interface Run {
  y: number;
  x0: number;
  x1: number;
  ink: number;
}

/** Lines of a page: those that are rulings, and those that are not believed to be any. */
export interface FoundLines {
  rulings: PixelRuling[];
  refused: PixelRuling[];
}

/** Straight dark lines of a deskewed page, level and upright, from its runs of ink. `dpi`: pixels an inch. */
export function pixelRulings(ink: LineInk, dpi: number): FoundLines {
  const level = piecesOf(ink.level, 'h', dpi);
  const upright = piecesOf(transposed(ink.upright), 'v', dpi);
  return believable(bridged(level, upright, dpi), bridged(upright, level, dpi), dpi);
}

/** In points from the top left of the page. */
export function rulingsInPoints(rulings: readonly PixelRuling[], dpi: number): Ruling[] {
  const scale = 72 / dpi;
  return rulings.map(({ orientation, position, start, end, thickness }) => ({
    orientation,
    position: position * scale,
    start: start * scale,
    end: end * scale,
    thickness: thickness * scale,
  }));
}

function piecesOf(ink: Raster, orientation: 'h' | 'v', dpi: number): PixelRuling[] {
  return clustersOf(runsOf(ink, dpi)).flatMap((runs) => rulingsOfCluster(runs, orientation, dpi));
}

/**
 * Pieces of one line with small gaps between them become one: what is left of a faint line. Where both pieces end at lines
 * across, the one closes a table there and the next opens: this gap is printed.
 */
function bridged(pieces: readonly PixelRuling[], across: readonly PixelRuling[], dpi: number): PixelRuling[] {
  const bridge = inches.bridge * dpi;
  const long = across.filter((line) => lengthOf(line) >= inches.sure * dpi);
  const closing = (at: number, position: number): PixelRuling | undefined =>
    long.find(
      (line) =>
        Math.abs(line.position - at) <= line.thickness / 2 + 2 &&
        line.start <= position + 2 &&
        line.end >= position - 2,
    );
  const isPrinted = (before: PixelRuling, after: PixelRuling): boolean => {
    const upper = closing(before.end, before.position);
    const lower = closing(after.start, after.position);
    return upper !== undefined && lower !== undefined && upper !== lower;
  };
  const waiting = [...pieces].sort((a, b) => a.start - b.start);
  const lines: PixelRuling[] = [];
  for (const piece of waiting) {
    const before = lines.find(
      (line) =>
        Math.abs(line.position - piece.position) <= 2 &&
        piece.start - line.end <= bridge &&
        piece.start >= line.end - 2 &&
        !isPrinted(line, piece) &&
        Math.min(lengthOf(line), lengthOf(piece)) >= inches.stroke * dpi,
    );
    if (!before) {
      lines.push({ ...piece });
      continue;
    }
    const [a, b] = [lengthOf(before), lengthOf(piece)];
    before.position = (before.position * a + piece.position * b) / (a + b);
    before.thickness = (before.thickness * a + piece.thickness * b) / (a + b);
    before.end = Math.max(before.end, piece.end);
  }
  return lines;
}

function runsOf({ width, height, data }: Raster, dpi: number): Run[] {
  const least = inches.piece * dpi;
  const gap = Math.max(2, Math.round(inches.gap * dpi));
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let start = -1;
    let last = -1;
    let count = 0;
    for (let x = 0; x <= width; x++) {
      if (x < width && data[row + x] === 1) {
        if (start < 0) {
          start = x;
          count = 0;
        }
        last = x;
        count++;
      } else if (start >= 0 && (x - last > gap || x === width)) {
        const length = last - start + 1;
        if (length >= least && count >= 0.8 * length) runs.push({ y, x0: start, x1: last + 1, ink: count });
        start = -1;
      }
    }
  }
  return runs;
}

/** Runs that lie on one another, row by row: a line that drifts, or is broken into steps by its skew, stays one. */
function clustersOf(runs: readonly Run[]): Run[][] {
  const clusters: Run[][] = [];
  const open: { cluster: number; run: Run }[] = [];
  const merged = new Map<number, number>();
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = merged.get(root); next !== undefined; next = merged.get(root)) root = next;
    return root;
  };
  let from = 0;
  for (const run of runs) {
    while (from < open.length && open[from]!.run.y < run.y - 2) from++;
    let mine = -1;
    for (let i = from; i < open.length; i++) {
      const { run: other, cluster } = open[i]!;
      if (other.y === run.y || other.x1 < run.x0 - 2 || other.x0 > run.x1 + 2) continue;
      const root = rootOf(cluster);
      if (mine < 0) mine = root;
      else if (mine !== root) {
        merged.set(root, mine);
        clusters[mine]!.push(...clusters[root]!);
        clusters[root] = [];
      }
    }
    if (mine < 0) mine = clusters.push([]) - 1;
    clusters[mine]!.push(run);
    open.push({ cluster: mine, run });
  }
  return clusters.filter((cluster) => cluster.length > 0);
}

/** One ruling, or several pieces where the line is curved. */
function rulingsOfCluster(runs: readonly Run[], orientation: 'h' | 'v', dpi: number): PixelRuling[] {
  const start = Math.min(...runs.map((run) => run.x0));
  const end = Math.max(...runs.map((run) => run.x1));
  const length = end - start;
  const ink = runs.reduce((sum, run) => sum + run.x1 - run.x0, 0);
  const thickness = ink / length;
  if (thickness > inches.thickness * dpi || length < 4 * thickness) return [];
  const top = Math.min(...runs.map((run) => run.y));
  const bottom = Math.max(...runs.map((run) => run.y)) + 1;
  if (bottom - top <= thickness + 4) {
    const position = runs.reduce((sum, run) => sum + (run.y + 0.5) * (run.x1 - run.x0), 0) / ink;
    return [{ orientation, position, start, end, thickness: Math.max(thickness, 1) }];
  }
  const pieces = Math.min(24, Math.ceil(length / dpi));
  const rulings: PixelRuling[] = [];
  for (let i = 0; i < pieces; i++) {
    const a = start + (length * i) / pieces;
    const b = start + (length * (i + 1)) / pieces;
    let sum = 0;
    let weight = 0;
    for (const run of runs) {
      const covered = Math.min(run.x1, b) - Math.max(run.x0, a);
      if (covered <= 0) continue;
      sum += covered * (run.y + 0.5);
      weight += covered;
    }
    if (weight < 0.3 * (b - a)) continue;
    const thick = Math.max(1, weight / (b - a));
    if (thick > inches.thickness * dpi) continue;
    rulings.push({ orientation, position: sum / weight, start: a, end: b, thickness: thick });
  }
  return rulings;
}

/**
 * Long lines are rulings; a shorter one is where its ends lie on rulings: a side of a cell. What only touches its like is
 * a stroke of a large character, what stands within a cell and touches neither side is an underline.
 */
function believable(level: readonly PixelRuling[], upright: readonly PixelRuling[], dpi: number): FoundLines {
  const sure = inches.sure * dpi;
  const isSure = (line: PixelRuling): boolean => lengthOf(line) >= sure;
  const down = upright.filter(isSure);
  const across = level.filter((line) => isSure(line) && !isUnderline(line, down, dpi));
  let waiting = [...level, ...upright].filter((line) => !across.includes(line) && !down.includes(line));
  for (;;) {
    const found = touching(waiting, across, down, dpi);
    if (found.length === 0) return { rulings: [...across, ...down], refused: waiting };
    for (const line of found) (line.orientation === 'h' ? across : down).push(line);
    waiting = waiting.filter((line) => !found.includes(line));
  }
}

/** Whether a level line stands free between two upright ones that pass it on both sides. */
function isUnderline(line: PixelRuling, down: readonly PixelRuling[], dpi: number): boolean {
  const touch = inches.touch * dpi;
  const passing = down.filter(
    ({ start, end }) => start < line.position - touch && end > line.position + touch,
  );
  const clear = passing.every(({ position }) => position < line.start - touch || position > line.end + touch);
  return (
    clear &&
    passing.some(({ position }) => position < line.start) &&
    passing.some(({ position }) => position > line.end)
  );
}

const lengthOf = (line: PixelRuling): number => line.end - line.start;

/** A waiting line with one end on a ruling. */
interface OpenLine {
  line: PixelRuling;
  /** Where it ends in the open. */
  free: number;
  /** The ruling that it hangs on. */
  anchor: PixelRuling;
}

/** Of the waiting lines those that end on rulings across: with both ends, or with one where a page break leaves the other open. */
function touching(
  waiting: readonly PixelRuling[],
  across: readonly PixelRuling[],
  down: readonly PixelRuling[],
  dpi: number,
): PixelRuling[] {
  const found: PixelRuling[] = [];
  const open: OpenLine[] = [];
  for (const line of waiting) {
    const crossing = line.orientation === 'h' ? down : across;
    const start = rulingAt(line, line.start, crossing, inches.touch * dpi);
    const end = rulingAt(line, line.end, crossing, inches.touch * dpi);
    if (start && end) found.push(line);
    else if (start) open.push({ line, free: line.end, anchor: start });
    else if (end) open.push({ line, free: line.start, anchor: end });
  }
  const accepted = [...across, ...down, ...found];
  return [...found, ...open.filter((one) => isCutSide(one, open, accepted, dpi)).map(({ line }) => line)];
}

/**
 * Whether a short line is a side of a row that the page cuts: with its like, and with rulings that end where it ends, it hangs
 * on one ruling from end to end of that. Strokes of a title hang on its underline, but nearer to each other.
 */
function isCutSide(
  { line, free, anchor }: OpenLine,
  open: readonly OpenLine[],
  accepted: readonly PixelRuling[],
  dpi: number,
): boolean {
  const touch = inches.touch * dpi;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= touch;
  const hanging = open.filter((other) => other.anchor === anchor && near(other.free, free));
  const ending = accepted.filter(
    (other) =>
      other.orientation === line.orientation &&
      (near(other.start, free) || near(other.end, free)) &&
      other.start <= anchor.position + touch &&
      other.end >= anchor.position - touch,
  );
  const row = [...hanging.map((other) => other.line), ...ending]
    .map(({ position }) => position)
    .filter((at) => at > anchor.start - touch && at < anchor.end + touch)
    .sort((a, b) => a - b);
  // A long one is no stroke where another ends beside it (tables may have no frame that a row could reach), where it passes a
  // ruling, and where the rest of its line comes to meet it.
  const apart = (at: number): boolean => Math.abs(at - line.position) >= inches.narrow * dpi;
  if (lengthOf(line) >= inches.open * dpi)
    return (
      row.some(apart) ||
      lengthOf(line) >= 2 * inches.open * dpi ||
      accepted.some((other) => passes(line, other, touch)) ||
      open.some((other) => other.anchor !== anchor && Math.abs(other.line.position - line.position) <= 2)
    );
  if (row.length < 3 || row.some((at, i) => i > 0 && at - row[i - 1]! < inches.narrow * dpi)) return false;
  return row[0]! <= anchor.start + touch && row.at(-1)! >= anchor.end - touch;
}

/** Whether a line runs on over another across it, on both sides. */
function passes(line: PixelRuling, across: PixelRuling, touch: number): boolean {
  return (
    across.orientation !== line.orientation &&
    across.position > line.start + touch &&
    across.position < line.end - touch &&
    across.start <= line.position + touch &&
    across.end >= line.position - touch
  );
}

/** The ruling across, not much shorter than the line, that a place on the line lies on. */
function rulingAt(
  line: PixelRuling,
  at: number,
  crossing: readonly PixelRuling[],
  touch: number,
): PixelRuling | undefined {
  return crossing.find(
    (other) =>
      lengthOf(other) > lengthOf(line) / 4 &&
      Math.abs(other.position - at) <= touch + other.thickness / 2 &&
      other.start <= line.position + touch &&
      other.end >= line.position - touch,
  );
}
