import type { WrittenLine } from './written-line.ts';

/** Width of the widest text of each column. */
export function roomsOf(
  lines: readonly Pick<WrittenLine, 'first' | 'last' | 'width'>[],
  xs: readonly number[],
): number[] {
  return xs
    .slice(1)
    .map((_, column) =>
      Math.max(
        0,
        ...lines.filter(({ first, last }) => first === column && last === column).map(({ width }) => width),
      ),
    );
}

/** Texts of a column that is set to the left begin at most this many points apart. */
const drift = 1.5;

/** White at both sides of the text of a cell, at most, in ems. */
const insets = 1.2;

/** Fewest texts that show that those of a column are set to the left. */
const fewestLeft = 3;

/** Room up to the texts of the next column, or the end of the table, in columns of which both set their texts to the left; 0 in others. */
export function roomsBefore(
  lines: readonly Pick<WrittenLine, 'first' | 'last' | 'x0' | 'width' | 'size'>[],
  xs: readonly number[],
): number[] {
  const starts = xs.slice(1).map((_, column) => {
    const own = lines.filter(({ first, last }) => first === column && last === column);
    const x0 = Math.min(...own.map((line) => line.x0));
    const isLeft = own.every((line) => line.x0 < x0 + drift);
    const isRagged = new Set(own.map(({ width }) => Math.round(width))).size > 1;
    return own.length >= fewestLeft && isLeft && isRagged ? x0 : Number.NaN;
  });
  const inset = insets * Math.max(0, ...lines.map(({ size }) => size));
  return starts.map((x0, column) => {
    const end = column === starts.length - 1 ? xs.at(-1)! : starts[column + 1]!;
    return Number.isNaN(end - x0) ? 0 : end - x0 - inset;
  });
}

/** Share of the room between its neighbours that a full line of a cell over several columns takes. */
export const freeShare = 0.78;

/** Room between the texts beside a line, or the sides of the table. */
export function freeWidth(line: WrittenLine, lines: readonly WrittenLine[], xs: readonly number[]): number {
  let [from, to] = [xs[0]!, xs.at(-1)!];
  for (const { x0, x1, middle } of lines) {
    if (Math.abs(middle - line.middle) > 0.6 * line.size) continue;
    if (x1 < line.x1) from = Math.max(from, x1);
    if (x0 > line.x0) to = Math.min(to, x0);
  }
  return to - from;
}
