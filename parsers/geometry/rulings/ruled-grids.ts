import type { Box } from '../../../schemas/index.ts';
import type { Ruling } from '../marks.ts';
import { hangingLines } from '../rows/hanging-lines.ts';
import type { GeometrySettings } from '../settings.ts';
import { withCommonSides } from './common-sides.ts';
import { closeOpenSides, connectedGroups, type EdgeGroup, trimmed } from './crossings.ts';
import { type Edge, edgesOf } from './edges.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { joinedOverBands } from './open-bands.ts';
import { withSidesApart } from './sides-apart.ts';
import { splitAtSeams } from './table-seams.ts';

/** The columns that no line of the page closes at the top, and at the bottom. */
export interface OpenEnds {
  openTop: boolean[];
  openBottom: boolean[];
}

/** A lattice with its open ends, and how it was found. */
export interface PageLattice extends Lattice, OpenEnds {
  method: 'ruled' | 'aligned';
  confidence: number;
  /** Lines down as far as they begin within cells, above the first line across that they meet. */
  hanging?: readonly Edge[];
}

/** What rulings make: grids, boxes of one cell, and the edges that enclose nothing or no more than that. */
export interface RuledPage {
  lattices: PageLattice[];
  boxes: Box[];
  loose: Edge[];
}

/** The ruled grids of a page, without text: rulings → edges → crossings → cells → grids. */
export function ruledGrids(rulings: readonly Ruling[], settings: GeometrySettings): RuledPage {
  const lattices: PageLattice[] = [];
  const boxes: Box[] = [];
  const loose: Edge[] = [];
  const connected = withSidesApart(connectedGroups(edgesOf(rulings, settings), settings), settings);
  const groups = joinedOverBands(connected, settings);
  for (const group of groups) {
    const made = latticesOf(group, rulings, settings);
    const found = made.filter(({ cells }) => cells.length > 1);
    boxes.push(...made.filter(({ cells }) => cells.length === 1).map(({ cells }) => cells[0]!.box));
    lattices.push(...found);
    if (found.length === 0) loose.push(...group.across, ...group.down);
  }
  return { lattices, boxes, loose };
}

function latticesOf(group: EdgeGroup, rulings: readonly Ruling[], settings: GeometrySettings): PageLattice[] {
  if (group.across.length === 0 || group.down.length === 0) return [];
  return splitAtSeams(group, rulings, settings).flatMap((table): PageLattice[] => {
    const kept = trimmed(closeOpenSides(withCommonSides(table, rulings, settings), settings), settings);
    const lattice = latticeOf(kept, settings);
    if (!lattice) return [];
    const hanging = hangingLines(table.down, kept.down);
    return [
      { ...lattice, ...openEnds(table.across, lattice, settings), method: 'ruled', confidence: 1, hanging },
    ];
  });
}

/** Looks for drawn edges at the ends of a lattice. */
export function openEnds(drawn: readonly Edge[], { xs, ys }: Lattice, settings: GeometrySettings): OpenEnds {
  const openAt = (y: number): boolean[] => {
    const edges = drawn.filter((edge) => Math.abs(edge.position - y) <= settings.doubleLine);
    return xs.slice(1).map((right, i) => {
      const middle = (xs[i]! + right) / 2;
      return !edges.some((edge) => edge.start <= middle && edge.end >= middle);
    });
  };
  return { openTop: openAt(ys[0]!), openBottom: openAt(ys[ys.length - 1]!) };
}
