import type { Ruling } from '../../geometry/marks.ts';
import type { Hole } from '../image/holes.ts';
import { behindHoles, hiddenBetween, partsTables } from './behind-holes.ts';
import { believable, type FoundLines } from './believable-lines.ts';
import { dashedLines } from './dashed-lines.ts';
import type { LineInk } from './faint-lines.ts';
import { inches, lengthOf, type PixelRuling } from './ruling.ts';
import { piecesOf } from './ruling-pieces.ts';
import { reachingAcross } from './short-ends.ts';

/**
 * Straight dark lines of a deskewed page, level and upright, from its runs of ink. `dpi`: pixels an inch; `holes`: where the ink of a
 * punched hole was taken out: lines go on behind it.
 */
export function pixelRulings(ink: LineInk, dpi: number, holes: readonly Hole[] = []): FoundLines {
  const { level, upright } = withDashes(
    ink,
    piecesOf(ink.level, 'h', dpi),
    piecesOf(ink.upright, 'v', dpi),
    dpi,
  );
  const bridgedLevel = bridged(level, upright, dpi, holes);
  const bridgedUpright = bridged(upright, level, dpi, holes);
  const found = believable(
    behindHoles({ along: bridgedLevel, across: bridgedUpright }, holes, dpi),
    behindHoles({ along: bridgedUpright, across: bridgedLevel }, holes, dpi),
    dpi,
  );
  return { ...found, rulings: reachingAcross(found.rulings, dpi, ink) };
}

/** Long lines one way from which a table is drawn out: with fewer, dashes are looked for. */
const enoughLines = 3;

function withDashes(
  ink: LineInk,
  level: readonly PixelRuling[],
  upright: readonly PixelRuling[],
  dpi: number,
): { level: readonly PixelRuling[]; upright: readonly PixelRuling[] } {
  const isDrawn = (lines: readonly PixelRuling[]): boolean =>
    lines.filter((line) => lengthOf(line) >= inches.sure * dpi).length >= enoughLines;
  if (isDrawn(level) && isDrawn(upright)) return { level, upright };
  return {
    level: [...level, ...dashedLines(ink.level, 'h', dpi)],
    upright: [...upright, ...dashedLines(ink.upright, 'v', dpi)],
  };
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

/**
 * Pieces of one line with small gaps between them become one: what is left of a faint line. Where both pieces end at lines
 * across, the one closes a table there and the next opens: this gap is printed.
 */
function bridged(
  pieces: readonly PixelRuling[],
  across: readonly PixelRuling[],
  dpi: number,
  holes: readonly Hole[],
): PixelRuling[] {
  const bridge = inches.bridge * dpi;
  const closing = closingLines(across, dpi);
  const isPrinted = (before: PixelRuling, after: PixelRuling): boolean => {
    const upper = closing(before.end, before.position);
    const lower = closing(after.start, after.position);
    return upper !== undefined && lower !== undefined && upper !== lower;
  };
  const waiting = [...pieces].sort((a, b) => a.start - b.start);
  /** Whether a piece, with those that follow it at small gaps, ends at a line across: strokes of writing do not. */
  const reaches = (piece: PixelRuling, way: 'start' | 'end'): boolean => {
    if (closing(piece[way], piece.position) !== undefined) return true;
    const next = waiting.find((other) => {
      const gap = way === 'end' ? other.start - piece.end : piece.start - other.end;
      return gap > 0 && gap <= bridge && isBeside(piece, other);
    });
    return next !== undefined && reaches(next, way);
  };
  const isLine = (before: PixelRuling, after: PixelRuling): boolean => {
    const [a, b] = [lengthOf(before), lengthOf(after)];
    if (Math.min(a, b) >= inches.stroke * dpi || hiddenBetween(before, after, holes, dpi) > 0) return true;
    return Math.max(a, b) >= inches.sure * dpi && (a < b ? reaches(before, 'start') : reaches(after, 'end'));
  };
  const lines: PixelRuling[] = [];
  for (const piece of waiting) {
    const before = lines.find(
      (line) =>
        isBeside(line, piece) &&
        piece.start - line.end - hiddenBetween(line, piece, holes, dpi) <=
          (isLost(line, piece, closing, dpi) ? inches.lost * dpi : bridge) &&
        piece.start >= line.end - 2 &&
        !isPrinted(line, piece) &&
        !partsTables(line, piece, { along: pieces, across }, holes, dpi) &&
        isLine(line, piece),
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

const isBeside = (one: PixelRuling, other: PixelRuling): boolean =>
  Math.abs(one.position - other.position) <= 2;

/** The long line across that lies at a place of a line, if any. */
type Closing = (at: number, position: number) => PixelRuling | undefined;

function closingLines(across: readonly PixelRuling[], dpi: number): Closing {
  const long = across.filter((line) => lengthOf(line) >= inches.sure * dpi);
  return (at, position) =>
    long.find(
      (line) =>
        Math.abs(line.position - at) <= line.thickness / 2 + 2 &&
        line.start <= position + 2 &&
        line.end >= position - 2,
    );
}

/** Whether the gap between two long pieces that come from lines across lies within a cell: a figure that touches its border blots it out. */
function isLost(before: PixelRuling, after: PixelRuling, closing: Closing, dpi: number): boolean {
  return (
    Math.min(lengthOf(before), lengthOf(after)) >= inches.word * dpi &&
    closing(before.start, before.position) !== undefined &&
    closing(after.end, after.position) !== undefined &&
    closing(before.end, before.position) === undefined &&
    closing(after.start, after.position) === undefined
  );
}
