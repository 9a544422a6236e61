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

/** A box of a cell; one that the end of a page cuts is open there. */
interface CellBox extends Box {
  isOpenAbove?: boolean;
  isOpenBelow?: boolean;
}

/**
 * Lines of a page whose cells are boxes of their own with spacing between them (as `cellspacing` of HTML makes them), moved together so that
 * neighbours share a side; a frame around them is left out. A cell that the end of the page cuts stays open there. The lines as they are where the
 * page is drawn otherwise.
 */
export function withCellsTogether(rulings: readonly Ruling[]): readonly Ruling[] {
  const closed = boxesOf(rulings);
  if (closed.length < fewestBoxes) return rulings;
  const open = openBoxesOf(rulings);
  if (4 * closed.length + 3 * open.length < leastShare * rulings.length) return rulings;
  const across = usualGap(
    closed.map(({ x1 }) => x1),
    closed.map(({ x0 }) => x0),
  );
  const down = usualGap(
    closed.map(({ y1 }) => y1),
    closed.map(({ y0 }) => y0),
  );
  if (across === null || down === null) return rulings;
  const boxes = [...closed, ...open];
  const corners = new Set(boxes.map(({ x0, y0 }) => cornerOf(x0, y0)));
  const cells = boxes.filter(
    ({ x0, y0, isOpenAbove }) => !isCorner(corners, x0 + across, isOpenAbove ? y0 : y0 + down),
  );
  return cells.flatMap((cell) => sidesOf(cell, across / 2, down / 2));
}

/** Lines around a cell that is made larger by half the spacing, without those at its open ends. */
function sidesOf({ x0, x1, y0, y1, isOpenAbove, isOpenBelow }: CellBox, dx: number, dy: number): Ruling[] {
  const top = isOpenAbove ? y0 : y0 - dy;
  const bottom = isOpenBelow ? y1 : y1 + dy;
  return fillRulings([{ x0: x0 - dx, x1: x1 + dx, y0: top, y1: bottom }]).filter(
    ({ orientation, position }) =>
      orientation === 'v' || !((isOpenAbove && position === top) || (isOpenBelow && position === bottom)),
  );
}

/** Boxes that four lines make which end at each other. */
function boxesOf(rulings: readonly Ruling[]): CellBox[] {
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

/**
 * Boxes that the first or the last end of a page's lines cuts: two lines down between the same ends, one of which is the page's, and a line across
 * at the other end unless the cut is there too. Browsers begin the rest of a cell, and of each within it, a little below the end of the page.
 */
function openBoxesOf(rulings: readonly Ruling[]): CellBox[] {
  const down = rulings.filter(({ orientation }) => orientation === 'v');
  const first = down.reduce((least, { start }) => Math.min(least, start), Infinity);
  const last = down.reduce((most, { end }) => Math.max(most, end), -Infinity);
  const levels = new Set<string>();
  for (const { orientation, position, start, end } of rulings)
    if (orientation === 'h') levels.add(levelKey(start, end, position));
  const isDrawn = (x0: number, x1: number, y: number): boolean =>
    aside.some((dx) =>
      aside.some((dw) => aside.some((dy) => levels.has(levelKey(x0 + dx, x1 + dw, y + dy)))),
    );
  const pairs = Map.groupBy(
    down.filter(({ start, end }) => start - first < farthest || last - end < farthest),
    ({ start, end }) => `${start.toFixed(1)} ${end.toFixed(1)}`,
  );
  return [...pairs.values()].flatMap((lines) => {
    lines.sort((a, b) => a.position - b.position);
    const boxes: CellBox[] = [];
    for (let i = 0; i + 1 < lines.length; i++) {
      const { position: x0, start: y0, end: y1 } = lines[i]!;
      const x1 = lines[i + 1]!.position;
      if (x1 - x0 < farthest) continue;
      const [hasTop, hasBottom] = [isDrawn(x0, x1, y0), isDrawn(x0, x1, y1)];
      const isOpenAbove = !hasTop && y0 - first < farthest;
      const isOpenBelow = !hasBottom && last - y1 < farthest;
      if ((hasTop && hasBottom) || !(hasTop || isOpenAbove) || !(hasBottom || isOpenBelow)) continue;
      boxes.push({
        x0,
        x1,
        y0: isOpenAbove ? first : y0,
        y1: isOpenBelow ? last : y1,
        isOpenAbove,
        isOpenBelow,
      });
      i++;
    }
    return boxes;
  });
}

const levelKey = (x0: number, x1: number, y: number): string => [x0, x1, y].map(Math.round).join(' ');

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
