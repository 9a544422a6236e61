import type { Box } from '../../../schemas/index.ts';
import { firstAtLeast } from '../first-from.ts';
import type { Ruling } from '../marks.ts';
import { fillRulings } from './fill-rulings.ts';

/** Gaps between the boxes of cells, in points: lines that are nearer are one line anyway, boxes farther apart are no table. */
const nearest = 2;
const farthest = 6;

/** Fewest boxes, and the share of a page's lines that are theirs. */
const fewestBoxes = 6;
const leastShare = 0.9;

/**
 * Lines of a page whose cells are boxes of their own with spacing between them (as `cellspacing` of HTML makes them), moved together so that
 * neighbours share a side; a frame around them is left out. The lines as they are where the page is drawn otherwise.
 */
export function withCellsTogether(rulings: readonly Ruling[]): readonly Ruling[] {
  const boxes = boxesOf(rulings);
  if (boxes.length < fewestBoxes || 4 * boxes.length < leastShare * rulings.length) return rulings;
  const across = usualGap(
    boxes.map(({ x1 }) => x1),
    boxes.map(({ x0 }) => x0),
  );
  const down = usualGap(
    boxes.map(({ y1 }) => y1),
    boxes.map(({ y0 }) => y0),
  );
  if (across === null || down === null) return rulings;
  const corners = new Set(boxes.map(({ x0, y0 }) => cornerOf(x0, y0)));
  const cells = boxes.filter(({ x0, y0 }) => !isCorner(corners, x0 + across, y0 + down));
  return fillRulings(
    cells.map(({ x0, x1, y0, y1 }) => ({
      x0: x0 - across / 2,
      x1: x1 + across / 2,
      y0: y0 - down / 2,
      y1: y1 + down / 2,
    })),
  );
}

/** Boxes that four lines make which end at each other. */
function boxesOf(rulings: readonly Ruling[]): Box[] {
  const down = new Set<string>();
  const levels = new Map<string, Ruling[]>();
  for (const ruling of rulings) {
    const { orientation, position, start, end } = ruling;
    if (orientation === 'v') down.add(lineKey(position, start, end));
    else {
      const key = `${start.toFixed(1)} ${end.toFixed(1)}`;
      const level = levels.get(key);
      if (level) level.push(ruling);
      else levels.set(key, [ruling]);
    }
  }
  return [...levels.values()].flatMap((lines) => {
    lines.sort((a, b) => a.position - b.position);
    return lines.flatMap((top, i): Box[] => {
      const bottom = lines[i + 1];
      if (!bottom) return [];
      const { start: x0, end: x1, position: y0 } = top;
      const y1 = bottom.position;
      return [x0, x1].every((x) => down.has(lineKey(x, y0, y1))) ? [{ x0, x1, y0, y1 }] : [];
    });
  });
}

const lineKey = (position: number, start: number, end: number): string =>
  [position, start, end].map((at) => at.toFixed(1)).join(' ');

/** Distance from most ends to the next beginning behind them; null where most have none near enough, or one at the same place. */
function usualGap(ends: readonly number[], beginnings: readonly number[]): number | null {
  const sorted = [...new Set(beginnings)].sort((a, b) => a - b);
  const last = sorted.at(-1)!;
  const gaps = ends
    .filter((end) => end < last)
    .map((end) => sorted[firstAtLeast(sorted, end - nearest)]! - end)
    .sort((a, b) => a - b);
  const usual = gaps[gaps.length >> 1];
  return usual !== undefined && usual > nearest && usual < farthest ? usual : null;
}

const cornerOf = (x: number, y: number): string => `${Math.round(x)} ${Math.round(y)}`;

const aside = [-1, 0, 1];

/** Whether a box begins at a place, to a point: the first cell within a frame. */
function isCorner(corners: ReadonlySet<string>, x: number, y: number): boolean {
  return aside.some((dx) => aside.some((dy) => corners.has(cornerOf(x + dx, y + dy))));
}
