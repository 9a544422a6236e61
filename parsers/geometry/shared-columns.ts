import type { PageGrid } from './grids.ts';

/** How the columns of two parts of one grid map onto columns that both can be told in. */
export interface SharedColumns {
  xs: number[];
  /** New index of every old line down, of the grid so far and of the part that follows. */
  ofGrid: number[];
  ofPart: number[];
}

/**
 * Columns of a grid and of the part on the next page: null where their sides do not stand under each other. Margins may
 * change between pages, so a part of the same width may stand elsewhere.
 */
export function sharedColumns(xs: readonly number[], part: PageGrid, drift: number): SharedColumns | null {
  const width = last(xs) - xs[0]!;
  const partWidth = last(part.xs) - part.xs[0]!;
  if (Math.abs(width - partWidth) > 2 * drift) return null;
  const shift = xs[0]! - part.xs[0]!;
  const moved = Math.abs(shift) > 2 * drift ? part.xs.map((x) => x + shift) : part.xs;
  const merged: number[] = [...xs];
  for (const x of moved) if (!merged.some((other) => Math.abs(other - x) <= drift)) merged.push(x);
  merged.sort((a, b) => a - b);
  const indexOf = (x: number): number => {
    let best = 0;
    for (let i = 1; i < merged.length; i++)
      if (Math.abs(merged[i]! - x) < Math.abs(merged[best]! - x)) best = i;
    return best;
  };
  const ofGrid = xs.map(indexOf);
  const ofPart = moved.map(indexOf);
  const rising = (list: number[]): boolean => list.every((value, i) => i === 0 || value > list[i - 1]!);
  return rising(ofGrid) && rising(ofPart) ? { xs: merged, ofGrid, ofPart } : null;
}

function last(list: readonly number[]): number {
  return list[list.length - 1]!;
}
