import { type Area, bordered, cropped, type Raster, resized, scaled } from '../image/raster.ts';

/** The picture of a page, made ready: level, white paper, rulings taken out. */
export interface CleanPage {
  picture: Raster;
  ink: Raster;
  dpi: number;
  /** Height of a usual character in pixels. */
  em: number;
}

/** Height of ink, in pixels, that the reader of figures likes best. */
export const likedHeight = 28;

/** Height of the pictures that the model of lines was made for, in pixels (PP-OCRv4, recognition). */
export const modelHeight = 48;

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

/** A crop of a line for the model of lines, 48 pixels high, and the columns of the page that it shows. */
export function modelCropOf(
  page: CleanPage,
  area: Area,
  em: number,
): { crop: Raster; x0: number; x1: number } {
  const middle = (area.y0 + area.y1) / 2;
  const half = (Math.max(em, area.y1 - area.y0) / 2) * (1 + 2 * roomAbove);
  const x0 = Math.max(0, Math.floor(area.x0 - roomBeside * em));
  const crop = cropped(page.picture, {
    x0,
    y0: Math.round(middle - half),
    x1: Math.ceil(area.x1 + roomBeside * em),
    y1: Math.round(middle + half),
  });
  const width = Math.max(16, Math.round((crop.width * modelHeight) / crop.height));
  return { crop: resized(crop, width, modelHeight), x0, x1: x0 + crop.width };
}
