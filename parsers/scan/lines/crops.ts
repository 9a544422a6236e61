import { type Area, bordered, cropped, type Raster, resized, scaled } from '../image/raster.ts';
import type { LevelStreak } from '../image/streaks.ts';

/** The picture of a page, made ready: level, white paper, rulings taken out. */
export interface CleanPage {
  picture: Raster;
  ink: Raster;
  dpi: number;
  /** Height of a usual character in pixels. */
  em: number;
  /** Standard deviation of the grey of its paper, in levels. */
  noise: number;
  /** Bands from top to bottom in which the scanner saw nothing; what is drawn there is guessed from both sides. */
  streaks?: readonly LevelStreak[];
  /** Where a seal lies that hides what is printed under it: 0 there, 255 elsewhere. */
  seals?: Raster;
  /** Where remains of such a seal were taken out: 0 there, 255 elsewhere; absent where none were. */
  remains?: Raster;
  /** Where coloured marks were taken out: 0 there, 255 elsewhere. */
  marks?: Raster;
}

/** Height of ink, in pixels, that the reader of figures likes best. */
export const likedHeight = 28;

/** Height of the pictures that the model of lines was made for, in pixels (PP-OCRv4, recognition). */
const modelHeight = 48;

/** White around a crop, in pixels of the scaled crop. */
const border = 10;

/** Readers part characters with spaces: between Chinese characters, and beside them, there are none on paper. */
export function plain(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim();
}

export function cropOf(page: CleanPage, area: Area, em: number, height: number): Raster {
  const own = area.y1 - area.y0;
  const factor = height / (own > 0.5 * em ? own : em);
  const margin = 2;
  const crop = cropped(page.picture, {
    x0: area.x0 - margin,
    y0: area.y0 - margin,
    x1: area.x1 + margin,
    y1: area.y1 + margin,
  });
  return bordered(scaled(crop, factor), border);
}

/** White above and below the square of a character, and at the ends of a line, that the model of lines likes, in ems. */
const roomAbove = 0.1;
const roomBeside = 0.15;

/** A quick look: rows of a line of figures, which is lower than this share of an em, and of one with whole characters. */
const quick = { figures: 36, low: 0.85, characters: 40 } as const;

/**
 * A crop of a line for the model of lines, and the columns of the page that it shows. It is 48 pixels high; for a quick look the white
 * above and below is left out.
 */
export function modelCropOf(
  page: CleanPage,
  area: Area,
  em: number,
  isQuick = false,
): { crop: Raster; x0: number; x1: number } {
  const middle = (area.y0 + area.y1) / 2;
  const own = Math.max(em, area.y1 - area.y0);
  const rows = !isQuick
    ? modelHeight
    : area.y1 - area.y0 <= quick.low * em
      ? quick.figures
      : quick.characters;
  const half = ((own / 2) * (1 + 2 * roomAbove) * rows) / modelHeight;
  const x0 = Math.max(0, Math.floor(area.x0 - roomBeside * em));
  const crop = cropped(page.picture, {
    x0,
    y0: Math.round(middle - half),
    x1: Math.ceil(area.x1 + roomBeside * em),
    y1: Math.round(middle + half),
  });
  const width = Math.max(16, Math.round((crop.width * rows) / crop.height));
  return { crop: resized(crop, width, rows), x0, x1: x0 + crop.width };
}
