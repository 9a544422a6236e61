import type { Ruling } from '../../geometry/marks.ts';
import { transposed } from '../image/raster.ts';
import { believable, type FoundLines } from './believable-lines.ts';
import type { LineInk } from './faint-lines.ts';
import { inches, lengthOf, type PixelRuling } from './ruling.ts';
import { piecesOf } from './ruling-pieces.ts';

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
