import { inches, lengthOf, type PixelRuling } from './ruling.ts';

/** A piece begins where the one before it ends, within this many pixels. */
const meets = 2;

/**
 * Lines that drift, for the page is not quite level or bends, are found in pieces beside each other: where one begins at the end of
 * another they are one line, at the mean of their places. Left apart, each would be cut at the last line across that it meets by
 * itself, and the cells beside the rest of it would run together. `dpi`: pixels an inch.
 */
export function wholeLines(pieces: readonly PixelRuling[], dpi: number): PixelRuling[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const { orientation, position, start, end } = piece;
    const before = lines.find(
      (line) =>
        line.whole.orientation === orientation &&
        Math.abs(line.whole.end - start) <= meets &&
        Math.abs(line.last - position) <= inches.touch * dpi &&
        Math.max(line.high, position) - Math.min(line.low, position) <= inches.drift * dpi,
    );
    if (before === undefined) {
      lines.push({ whole: piece, last: position, low: position, high: position });
      continue;
    }
    const { whole } = before;
    const [a, b] = [lengthOf(whole), lengthOf(piece)];
    before.whole = {
      ...whole,
      end,
      position: (whole.position * a + position * b) / (a + b),
      thickness: (whole.thickness * a + piece.thickness * b) / (a + b),
    };
    before.last = position;
    before.low = Math.min(before.low, position);
    before.high = Math.max(before.high, position);
  }
  return lines.map(({ whole }) => whole);
}

/** A line put together so far: where its last piece lies, and how far its pieces lie apart. */
interface Line {
  whole: PixelRuling;
  last: number;
  low: number;
  high: number;
}
