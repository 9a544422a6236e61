import type { GeometrySettings } from '../geometry/settings.ts';
import { type DrawnPicture, pagePicture } from './image/page-picture.ts';
import type { ScannedPage } from './read-page.ts';
import { readScannedPage } from './read-scan.ts';

export { dismissReaders } from './figures/figure-reader.ts';

/** The frame of a page: number from 1, size in points, turn in degrees. */
export interface ScanFrame {
  number: number;
  width: number;
  height: number;
  rotation: number;
}

/** Reads a page from the pictures that it draws. */
export function readPictures(
  frame: ScanFrame,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
): Promise<ScannedPage> {
  const { number, width, height, rotation } = frame;
  const picture = pagePicture(pictures, width, height);
  return readScannedPage({ number, width, height, rotation, picture }, settings);
}
