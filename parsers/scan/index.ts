import type { GeometrySettings } from '../geometry/settings.ts';
import type { GridDoubt } from './grid/check-grid.ts';
import { barePicture, type DrawnPicture, redOfPage } from './image/page-picture.ts';
import type { ScannedPage } from './read-page.ts';
import { readScannedPage } from './read-scan.ts';

export { dismissReaders } from './figures/figure-reader.ts';
export { typedOn } from './typed-text.ts';

/** The frame of a page: number from 1, size in points, turn in degrees. */
export interface ScanFrame {
  number: number;
  width: number;
  height: number;
  rotation: number;
}

/** Reads a page from the pictures that it draws. */
export async function readPictures(
  frame: ScanFrame,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
): Promise<ScannedPage> {
  const { number, width, height, rotation } = frame;
  const { page: picture, taken: marks } = barePicture(pictures, width, height);
  const red = redOfPage(pictures, picture, width, height);
  const scan = await readScannedPage({ number, width, height, rotation, picture, red, marks }, settings);
  return isCoarse(pictures, width * height) && scan.marks.rulings.length > 0
    ? { ...scan, gridDoubts: [...scan.gridDoubts, coarseDoubt(width, height)] }
    : scan;
}

/** Pixels an inch, either way, below which thin rulings drop out without a trace and rows run together: a fax in its coarse mode has 98. */
const coarse = 105;

/** Share of a page that a picture covers by which it is judged. */
const mostOfPage = 0.5;

function isCoarse(pictures: readonly DrawnPicture[], area: number): boolean {
  return pictures.some(({ pixels, frame: [a, b, c, d] }) => {
    const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)];
    const finest = Math.min(pixels.width / across, pixels.height / up) * 72;
    return across * up >= mostOfPage * area && finest < coarse;
  });
}

const coarseDoubt = (width: number, height: number): GridDoubt => ({
  box: { x0: 0, y0: 0, x1: Math.max(width, height), y1: Math.max(width, height) },
  of: 'all',
  reason: 'the picture is too coarse',
});
