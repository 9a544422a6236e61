import type { Glyph } from '../marks.ts';
import type { Lattice } from '../rulings/lattice.ts';

/** Width over height of a page that two upright sheets, or two halves of a form, were copied on side by side. */
export const broad = 1.2;

/** Where the gutter between them lies, in widths of the page, and how wide it is at least: both sheets bring their margins. */
export const middle = { from: 0.35, to: 0.65 } as const;
const leastGutter = 0.03;

/** Characters above the first table of each side: a table beside another has no title of its own. */
const fewestAbove = 4;

/** x of the gutter between two sheets on one page (two pages of A4 on A3), each with a title and tables of its own; null where there are none. */
export function facingSheets(
  { width, height }: { width: number; height: number },
  lattices: readonly Lattice[],
  outside: readonly Glyph[],
): number | null {
  if (width < broad * height || lattices.length < 2) return null;
  const written = outside.filter(({ text }) => text.trim() !== '');
  const taken = [
    ...lattices.map(({ xs }) => ({ from: xs[0]!, to: xs.at(-1)! })),
    ...written.map(({ box }) => ({ from: box.x0, to: box.x1 })),
  ].sort((a, b) => a.from - b.from);
  let reached = taken[0]?.to ?? 0;
  for (const { from, to } of taken) {
    const x = (reached + from) / 2;
    const isMiddle = x >= middle.from * width && x <= middle.to * width;
    if (isMiddle && from - reached >= leastGutter * width && areSheets(x, lattices, written)) return x;
    reached = Math.max(reached, to);
  }
  return null;
}

function areSheets(x: number, lattices: readonly Lattice[], written: readonly Glyph[]): boolean {
  return [-1, 1].every((side) => {
    const isHere = (at: number): boolean => (at - x) * side > 0;
    const tops = lattices.filter(({ xs }) => isHere(xs[0]!)).map(({ ys }) => ys[0]!);
    const top = Math.min(...tops);
    const above = written.filter(({ box }) => isHere(box.x0) && box.y1 <= top);
    return tops.length > 0 && above.length >= fewestAbove;
  });
}
