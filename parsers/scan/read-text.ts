import { align } from './alignment.ts';
import { type CleanPage, cropOf, likedHeight, otherHeights, type PieceReading, plain } from './crops.ts';
import type { Area } from './raster.ts';
import { readCrop } from './readers.ts';

/** Reads words; again at other sizes where the glyphs do not fit the characters, or one of them is unsure. */
export async function readText(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  em: number,
  once: boolean,
): Promise<PieceReading> {
  const readings: (PieceReading & { unmatched: number; cost: number })[] = [];
  for (const height of [likedHeight, ...otherHeights]) {
    const crop = await readCrop(cropOf(page, area, em, height), 'chi_sim');
    const text = plain(crop.text);
    const unmatched = align([...text], glyphs, em).unmatched;
    const unsure = crop.characters.filter((each) => each.confidence < surely).length;
    const cost = unmatched + unsure + (text === '' ? 10 : 0) + (1 - crop.confidence) / 2;
    readings.push({ text, confidence: crop.confidence, doubt: null, alternatives: [], unmatched, cost });
    if (once || (unmatched === 0 && unsure === 0)) break;
    if (readings.length > 1 && readings.every((reading) => reading.text === text) && unsure === 0) break;
  }
  const counts = new Map<string, number>();
  for (const { text } of readings) counts.set(text, (counts.get(text) ?? 0) + 1);
  // What two sizes agree on is worth as much as a glyph more or less.
  const costOf = (reading: (typeof readings)[number]): number =>
    reading.cost - (counts.get(reading.text) ?? 0);
  const best = readings.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
  const others = readings.filter(({ text }) => text !== best.text && text !== '');
  const alternatives = others.map(({ text, confidence }) => ({ text, by: 'chi_sim', confidence }));
  return { text: best.text, confidence: best.confidence, doubt: null, alternatives };
}

/** A character read with less is looked at again. */
const surely = 0.75;

/** Brackets, commas and colons among Chinese characters take a whole em; readers give them as Latin ones. */
export function inChinese(text: string): string {
  return text
    .replace(/[〈＜]/g, '（')
    .replace(/[〉＞]/g, '）')
    .replace(/[;；](?=[:：])/g, '')
    .replace(/([（(])[（(]+/g, '$1')
    .replace(/(?<=\p{Script=Han})\((?=[\p{Script=Han}\d])|(?<![\d%])\((?=\p{Script=Han})/gu, '（')
    .replace(/(?<=（[^（）()]*)\)/g, '）')
    .replace(/(?<=\p{Script=Han}),(?=[\p{Script=Han}])/gu, '，')
    .replace(/(?<=\p{Script=Han}):/gu, '：')
    .replace(/(?<=\p{Script=Han});/gu, '；')
    .replace(/^[-—–](?=[\p{Script=Han}、])/u, '一');
}
