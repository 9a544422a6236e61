import type { Reading } from '../../schemas/index.ts';
import { align } from './alignment.ts';
import { type CleanPage, cropOf, likedHeight, otherHeights, type PieceReading, plain } from './crops.ts';
import type { Area } from './raster.ts';
import { readCrop } from './readers.ts';

/** Reads a figure a second way, and again at other sizes where the two ways differ. */
export async function settleFigure(
  page: CleanPage,
  span: Area,
  glyphs: readonly Area[],
  chinese: string,
  confidence: number,
  em: number,
): Promise<PieceReading> {
  const second = await readCrop(cropOf(page, span, em, likedHeight), 'eng');
  const latin = plain(second.text);
  const alternatives: Reading[] = [
    { text: chinese, by: 'chi_sim', confidence },
    { text: latin, by: 'eng', confidence: second.confidence },
  ];
  const fits = (text: string): boolean => {
    const { unmatched, misfit } = align([...text], glyphs, em);
    return unmatched === 0 && misfit <= mostMisfit;
  };
  if (latin === chinese) {
    if (fits(latin)) return { text: latin, confidence: 0.98, doubt: null, alternatives: [] };
    return { text: latin, confidence: 0.85, doubt: `${glyphs.length} glyphs for ${latin}`, alternatives };
  }
  if (!/[\d%]/.test(chinese) && !/[\d%]/.test(latin))
    return { text: chinese || latin, confidence: Math.min(confidence, 0.9), doubt: null, alternatives };
  const again: string[] = [];
  for (const height of otherHeights)
    again.push(plain((await readCrop(cropOf(page, span, em, height), 'eng')).text));
  const votes = again.filter((text) => text === latin).length;
  // A reading of Chinese that is a figure too, and fits as well, is a true rival.
  const rival = isFigure(chinese) && fits(chinese);
  if (!rival && votes === 2 && fits(latin) && (isFigure(latin) || latin === '%'))
    return { text: latin, confidence: 0.93, doubt: null, alternatives };
  if (rival && !fits(latin)) {
    const agreed = again.filter((text) => text === chinese).length;
    if (agreed === 2) return { text: chinese, confidence: 0.93, doubt: null, alternatives };
  }
  // The reader of Chinese sees a digit in the sign of per cent, or one behind it.
  const known = [latin, ...again];
  const mended = withoutPercentDigit(chinese).find(
    (text) => fits(text) && (text === '%' || known.includes(text)),
  );
  if (mended !== undefined) return { text: mended, confidence: 0.92, doubt: null, alternatives };
  const readings = [...known, chinese, ...(rival ? await chineseAgain(page, span, em) : [])].filter(isFigure);
  const text = favourite(readings.filter(fits)) ?? favourite(readings) ?? (chinese || latin);
  return { text, confidence: 0.6, doubt: `read as ${chinese} and as ${latin}`, alternatives };
}

function chineseAgain(page: CleanPage, span: Area, em: number): Promise<string[]> {
  return Promise.all(
    otherHeights.map(async (height) =>
      plain((await readCrop(cropOf(page, span, em, height), 'chi_sim')).text),
    ),
  );
}

/** The text that most readings have; of several, the first. */
function favourite(texts: readonly string[]): string | undefined {
  const count = (text: string): number => texts.filter((other) => other === text).length;
  return texts.reduce<string | undefined>(
    (best, text) => (best === undefined || count(text) > count(best) ? text : best),
    undefined,
  );
}

/** 98%4 and 989% for 98%, 9% for %. */
function withoutPercentDigit(text: string): string[] {
  const match = /^(.*?)(\d?)%\d?$/.exec(text);
  return match ? [`${match[1]}${match[2]}%`, `${match[1]}%`] : [];
}

/** A reading whose characters fit their glyphs worse than this is not that of the glyphs, in squares of ems. */
const mostMisfit = 0.12;

const isFigure = (text: string): boolean => /^[-+]?\d[\d,]*(?:\.\d+)?%?$/.test(text);
