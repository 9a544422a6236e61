import type { Glyph, Ruling } from '../marks.ts';

/** A line down, by characters or drawn, and how far it reaches. */
export interface Side {
  x: number;
  from: number;
  to: number;
}

/** A line across ends this near to the line down that it meets, in ems. */
const offSide = 1;

/** Lines down are one below the other where they stand this near, in points. */
const drift = 1;

export function sidesDrawn(rulings: readonly Ruling[]): Side[] {
  return rulings
    .filter(({ orientation }) => orientation === 'v')
    .map(({ position, start, end }) => ({ x: position, from: start, to: end }));
}

/** The runs of the dashes that other lines are made of, from one line down to another: beside a merged cell a line stands level with its text. */
export function betweenSides(
  runs: readonly Glyph[][],
  lines: readonly Glyph[][],
  sides: readonly Side[],
): Glyph[][] {
  const known = new Set(lines);
  const signs = new Set(lines.flatMap((line) => line.map(({ text }) => text)));
  const columns = columnsOf(sides);
  return runs.filter((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    if (known.has(run) || !signs.has(first.text)) return false;
    const reach = offSide * first.size;
    const meets = (end: number): boolean =>
      columns.some(
        ({ x, from, to }) =>
          Math.abs(x - end) < reach && from < first.baseline + reach && to > first.baseline - reach,
      );
    return meets(first.box.x0) && meets(last.box.x1);
  });
}

/** Lines down below each other as one. */
function columnsOf(sides: readonly Side[]): Side[] {
  const columns: Side[] = [];
  for (const side of [...sides].sort((a, b) => a.x - b.x)) {
    const column = columns.at(-1);
    if (column && side.x - column.x < drift) {
      column.from = Math.min(column.from, side.from);
      column.to = Math.max(column.to, side.to);
    } else columns.push({ ...side });
  }
  return columns;
}
