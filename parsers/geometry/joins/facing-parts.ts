import type { PageGrid } from '../grids/page-grid.ts';
import type { PageLayout } from '../layout.ts';
import { broad, middle } from './facing-sheets.ts';

/** A table that goes on in the other half ends at the foot of its own, and begins at the head of the other: shares of the page's height. */
const foot = 0.8;
const head = 0.2;

/** Whether a grid in the right half of a sheet may go on the one in its left half: the same columns, from the foot to the head, nothing above it. */
export function goesOnBeside(
  left: PageGrid,
  right: PageGrid,
  { width, height, items }: PageLayout,
  drift: number,
): boolean {
  if (width < broad * height || left.page !== right.page || left.method !== right.method) return false;
  const gutter = (left.box.x1 + right.box.x0) / 2 / width;
  const isMiddle = left.box.x1 < right.box.x0 && gutter > middle.from && gutter < middle.to;
  if (!isMiddle || left.box.y1 < foot * height || right.box.y0 > head * height) return false;
  const isBare = !items.some(
    (item) =>
      item !== right &&
      !(item.kind === 'text' && item.role === 'furniture') &&
      item.box.x1 > right.box.x0 &&
      item.box.y1 <= right.box.y0 + 1,
  );
  const shift = left.xs[0]! - right.xs[0]!;
  const known = right.xs.filter((x) => left.xs.some((other) => Math.abs(other - x - shift) <= drift));
  const haveSameSides = Math.abs(left.xs.at(-1)! - right.xs.at(-1)! - shift) <= drift;
  return isBare && haveSameSides && left.xs.length > 2 && known.length === right.xs.length;
}

/** A page with what goes on in its right half behind the grid that it goes on: under a title the left half begins lower. */
export function leftHalfFirst(page: PageLayout, drift: number): PageLayout {
  const { width, height, items } = page;
  if (width < broad * height) return page;
  const grids = items.filter((item) => item.kind === 'grid');
  const left = grids.findLast(({ box }) => box.x1 < middle.to * width && box.y1 >= foot * height);
  const right = grids.find(({ box }) => box.x0 > middle.from * width && box.y0 <= head * height);
  if (!left || !right || items.indexOf(right) > items.indexOf(left)) return page;
  if (!goesOnBeside(left, right, page, drift)) return page;
  const others = items.filter((item) => item !== right);
  return { ...page, items: others.toSpliced(others.indexOf(left) + 1, 0, right) };
}
