import type { Reading } from '../../schemas/index.ts';
import { type Area, bordered, cropped, type Raster, scaled } from './raster.ts';

/** The picture of a page, made ready: level, white paper, rulings taken out. */
export interface CleanPage {
  picture: Raster;
  ink: Raster;
  dpi: number;
  /** Height of a usual character in pixels. */
  em: number;
}

/** Height of ink, in pixels, that the readers like best, and of a second look. */
export const likedHeight = 28;
export const otherHeights = [22, 36] as const;

/** White around a crop, in pixels of the scaled crop. */
const border = 10;

/** What a piece says, and how sure that is. */
export interface PieceReading {
  text: string;
  confidence: number;
  doubt: string | null;
  alternatives: Reading[];
}

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
