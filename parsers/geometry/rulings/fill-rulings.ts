import type { Box } from '../../../schemas/index.ts';
import type { Fill, Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';

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

/** White lines part an area that they are drawn over nearly all of, farther from its sides than this, in points. */
const partingShare = 0.9;
const inward = 4;

/** More areas and white lines than tables have, as in maps: areas × lines. */
const mostPartings = 2_000_000;

/** Areas, cut where white lines run through them from side to side: rows that are coloured in one piece have cells then. */
export function partedAreas(areas: readonly Box[], partings: readonly Ruling[]): Box[] {
  if (partings.length === 0 || areas.length * partings.length > mostPartings) return [...areas];
  return areas.flatMap((area) => {
    const xs = cutsOf(area, partings, 'v');
    const ys = cutsOf(area, partings, 'h');
    return ys
      .slice(1)
      .flatMap((y1, row) => xs.slice(1).map((x1, column) => ({ x0: xs[column]!, x1, y0: ys[row]!, y1 })));
  });
}

/** The sides of an area and the white lines between them in one direction, in order. */
function cutsOf({ x0, x1, y0, y1 }: Box, partings: readonly Ruling[], orientation: 'h' | 'v'): number[] {
  const [first, last, from, to] = orientation === 'h' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  const covered = new Map<number, number>();
  for (const line of partings) {
    if (line.orientation !== orientation) continue;
    if (line.position < first + inward || line.position > last - inward) continue;
    const length = Math.min(line.end, to) - Math.max(line.start, from);
    const at = Math.round(line.position);
    if (length > 0) covered.set(at, (covered.get(at) ?? 0) + length);
  }
  const inner = [...covered].filter(([, length]) => length >= partingShare * (to - from)).map(([at]) => at);
  inner.sort((a, b) => a - b);
  return [first, ...inner.filter((at, i) => i === 0 || at - inner[i - 1]! >= inward), last];
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
