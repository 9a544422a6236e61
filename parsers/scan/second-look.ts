import type { Reading } from '../../schemas/index.ts';
import { cropOf, plain } from './crops.ts';
import { type KeptPage, unpacked } from './kept-page.ts';
import type { PlacedReading } from './read-page.ts';
import { readCrop } from './readers.ts';

/** Heights of ink of a second look, in pixels: none of them is one that a line was read at before. */
const secondHeights = [32, 44] as const;

/** Reads a line once more, larger, by both readers; only readings that show one figure say anything. */
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
  // The reader of figures makes digits of every other character.
  const readers = /\p{Script=Han}/u.test(line.text) ? (['chi_sim'] as const) : (['eng', 'chi_sim'] as const);
  for (const by of readers) {
    for (const size of secondHeights) {
      const { text, confidence } = await readCrop(cropOf(page, area, page.em, size), by);
      const figures = plain(text).match(figure) ?? [];
      if (figures.length === 1)
        readings.push({ text: withoutPercentDigit(figures[0]!, line.text), by, confidence });
    }
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
