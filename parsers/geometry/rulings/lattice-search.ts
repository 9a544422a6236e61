import type { Box } from '../../../schemas/index.ts';
import type { PageMarks } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import type { Lattice } from './lattice.ts';
import { holds, touches } from './lattice-places.ts';
import type { OpenEnds, PageLattice, RuledPage } from './ruled-grids.ts';

/** Confidence of grids that are not drawn out by lines. */
export const filledConfidence = 0.95;
export const halfRuledConfidence = 0.85;
export const borderlessConfidence = 0.7;

/** What is known of a page while its grids are looked for. */
export interface Search {
  marks: PageMarks;
  ruled: RuledPage;
  charts: readonly Box[];
  /** Those found so far; none lies over another. */
  lattices: PageLattice[];
  settings: GeometrySettings;
}

/** Adds the grids that lie over none that was found before. */
export function add(
  { lattices }: Search,
  found: readonly Lattice[],
  method: PageLattice['method'],
  confidence: number,
  ends: (lattice: Lattice) => OpenEnds = closedEnds,
): void {
  for (const lattice of found)
    if (isApart(lattice, lattices)) lattices.push({ ...lattice, ...ends(lattice), method, confidence });
}

export function isApart(lattice: Lattice, lattices: readonly Lattice[]): boolean {
  return !lattices.some((other) => touches(other, lattice));
}

/** Whether a mark lies in no grid that was found. */
export function isFree({ lattices }: Search, { box }: { box: Box }): boolean {
  return !lattices.some((lattice) => holds(lattice, box));
}

/** Where nothing tells whether the page end cuts the table, its ends are taken for closed. */
export function closedEnds({ xs }: Lattice): OpenEnds {
  const open = xs.slice(1).map(() => false);
  return { openTop: open, openBottom: open };
}
