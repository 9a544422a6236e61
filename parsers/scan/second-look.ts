import type { Reading } from '../../schemas/index.ts';
import { readCrop } from './figures/figure-reader.ts';
import { type KeptPage, unpacked } from './image/kept-page.ts';
import { cropOf, plain } from './lines/crops.ts';
import { lookedAt } from './lines/read-text.ts';
import type { PlacedReading } from './read-page.ts';

/** Sizes of a second look: heights of ink in pixels, and of the square of a character against the usual. None was read at before. */
const secondHeights = [32, 44] as const;
const secondSizes = [0.9, 1.3] as const;

/** Reads a line once more, at other sizes and by both readers; only readings that show one figure say anything. */
export async function secondLook(
  kept: KeptPage,
  line: Pick<PlacedReading, 'box' | 'text'>,
): Promise<Reading[]> {
  const page = unpacked(kept);
  const scale = page.dpi / 72;
  const { x0, y0, x1, y1 } = line.box;
  const area = {
    x0: Math.round(x0 * scale),
    y0: Math.round(y0 * scale),
    x1: Math.round(x1 * scale),
    y1: Math.round(y1 * scale),
  };
  const readings: Reading[] = [];
  const add = (text: string, by: string, confidence: number): void => {
    const figures = text.match(figure) ?? [];
    if (figures.length === 1)
      readings.push({ text: withoutPercentDigit(figures[0]!, line.text), by, confidence });
  };
  for (const share of secondSizes) {
    const { characters } = await lookedAt(page, area, page.em * share);
    const least = characters.reduce((low, { confidence }) => Math.min(low, confidence), 1);
    add(characters.map(({ text }) => text).join(''), 'lines', least);
  }
  // The reader of figures makes digits of every other character.
  if (/\p{Script=Han}/u.test(line.text)) return readings;
  for (const height of secondHeights) {
    const { text, confidence } = await readCrop(cropOf(page, area, page.em, height));
    add(plain(text), 'eng', confidence);
  }
  return readings;
}

const figure = /\d[\d,]*(?:\.\d+)?%?/g;

/** Readers see a digit in the sign of per cent: 984 and 989% where 98% was read. */
function withoutPercentDigit(text: string, before: string): string {
  const known = /(\d[\d,]*(?:\.\d+)?)%$/.exec(before)?.[1];
  const isMore =
    known !== undefined && text.startsWith(known) && text.replace('%', '').length === known.length + 1;
  return isMore ? `${known}%` : text;
}
