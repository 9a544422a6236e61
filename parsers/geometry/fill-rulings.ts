import type { Box } from '../../schemas/index.ts';
import type { Fill, Ruling } from './marks.ts';
import type { GeometrySettings } from './settings.ts';

/** Sides of cell backgrounds as rulings. */
export function fillRulings(areas: readonly Box[]): Ruling[] {
  const thickness = 0;
  return areas.flatMap(({ x0, y0, x1, y1 }): Ruling[] => [
    { orientation: 'h', position: y0, start: x0, end: x1, thickness },
    { orientation: 'h', position: y1, start: x0, end: x1, thickness },
    { orientation: 'v', position: x0, start: y0, end: y1, thickness },
    { orientation: 'v', position: x1, start: y0, end: y1, thickness },
  ]);
}

/**
 * Areas that may be backgrounds of cells. White ones show nothing on white paper, but are cells where they were painted over a
 * darker area whose rest between them is the lines. A background as large as half the page is no cell.
 */
export function cellBackgrounds(
  fills: readonly Fill[],
  page: { width: number; height: number },
  settings: GeometrySettings,
): Box[] {
  const areas: Box[] = [];
  const painted: Fill[] = [];
  for (const fill of fills) {
    const { box, colour } = fill;
    const shows = colour !== '#ffffff' || liesOnDarker(box, painted);
    painted.push(fill);
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    if (!shows || width < settings.minFillWidth || height < settings.minFillHeight) continue;
    if (width * height <= (page.width * page.height) / 2) areas.push(box);
  }
  return areas;
}

function liesOnDarker(box: Box, painted: readonly Fill[]): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  for (let i = painted.length - 1; i >= 0; i--) {
    const under = painted[i]!;
    const { x0, y0, x1, y1 } = under.box;
    if (x >= x0 && x <= x1 && y >= y0 && y <= y1) return under.colour !== '#ffffff';
  }
  return false;
}
