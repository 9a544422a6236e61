import type { Ruling } from '../geometry/marks.ts';
import { inkOf, inkThreshold, levelled } from './clean.ts';
import type { CleanPage } from './crops.ts';
import { eraseRulings } from './erase-rulings.ts';
import { inkOfLines } from './faint-lines.ts';
import { type Raster, rotated } from './raster.ts';
import { pixelRulings, rulingsInPoints } from './rulings.ts';
import { skewOf } from './skew.ts';

/** A picture of a page with the place it takes on the page, in points. */
export interface PagePicture {
  number: number;
  picture: Raster;
  /** Size of the page in points; the picture covers it. */
  width: number;
  height: number;
  rotation: number;
}

/** Skew below this many degrees is left: it moves a line by less than its thickness. */
const leastSkew = 0.03;

/** A page ready to be read: level, its rulings in points, and the angle that it was turned by, in radians. */
export interface ReadyPage {
  page: CleanPage;
  rulings: Ruling[];
  angle: number;
}

/** The page made level and clean, its rulings found and taken out. */
export function cleanPage({ picture, width }: PagePicture): ReadyPage {
  const dpi = (picture.width / width) * 72;
  const flat = levelled(picture);
  const threshold = inkThreshold(flat);
  const firstInk = inkOf(flat, threshold);
  const skew = skewOf(firstInk);
  const angle = Math.abs(skew) < leastSkew ? 0 : (skew * Math.PI) / 180;
  const level = angle === 0 ? { ...flat, data: flat.data.slice() } : rotated(flat, -angle);
  const ink = angle === 0 ? firstInk : inkOf(level, threshold);
  const found = pixelRulings(inkOfLines(level, ink, dpi), dpi).rulings;
  eraseRulings(level, ink, found);
  return { page: { picture: level, ink, dpi, em: 0.14 * dpi }, rulings: rulingsInPoints(found, dpi), angle };
}
