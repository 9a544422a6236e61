import type { Glyph } from './marks.ts';
import { backFrom, movedMarks } from './sheets/moved-marks.ts';
import type { UprightPage } from './turned-page.ts';

/** A page whose usual text is smaller than this, in points, was made to fit its paper: rows would be nearer to each other than what is taken for one line. */
const smallText = 3;

/** Size that such text is read at, in points, and up to which the size for the page before serves the next. */
const readSize = 9;
const largeText = 30;

/**
 * How many times larger a page is read. Pages of one table are read at one size, where both have text that can be: `before`
 * is what the page before was read at.
 */
export function enlargement(glyphs: readonly Glyph[], before: number): number {
  const usual = usualSize(glyphs);
  if (usual === 0) return before;
  const size = usual * before;
  return size >= smallText && size <= largeText ? before : usual < smallText ? readSize / usual : 1;
}

/** A page as it stands in a frame so many times larger. */
export function enlarged(page: UprightPage, times: number): UprightPage {
  if (times === 1) return page;
  const frame = { x: 0, y: 0, times };
  const back = backFrom(frame);
  const marks = movedMarks(page.marks, frame);
  return {
    marks: { ...marks, width: marks.width * times, height: marks.height * times },
    there: (box) => backFrom({ x: 0, y: 0, times: 1 / times })(page.there(box)),
    back: (box) => page.back(back(box)),
  };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = Float64Array.from(glyphs, ({ size }) => size).sort();
  return sizes[sizes.length >> 1] ?? 0;
}
