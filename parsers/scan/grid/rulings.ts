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
  return { ...found, rulings: reachingAcross(found.rulings, dpi) };
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
        piece.start - line.end - hiddenBetween(line, piece, holes, dpi) <= bridge &&
        piece.start >= line.end - 2 &&
        !isPrinted(line, piece) &&
        !partsTables(line, piece, { along: pieces, across }, holes, dpi) &&
        (Math.min(lengthOf(line), lengthOf(piece)) >= inches.stroke * dpi ||
          hiddenBetween(line, piece, holes, dpi) > 0),
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
