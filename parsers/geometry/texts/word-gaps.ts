import type { Glyph } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { isWide } from './scripts.ts';

/** Characters with less white than this between them, in ems, are set tight. */
const tight = 0.1;

/** White between words of Latin letters that are set tight and justified, in ems: TeX shrinks a space to two ninths of one. */
const shrunkSpace = 0.18;

/** No space is narrower than this, in ems, whatever stands beside it. */
export const narrowestSpace = shrunkSpace;

/** White between two characters, in ems, that is a space where none is written; `before` and `behind` are the characters beside the two. */
export function leastSpace(
  [before, last, glyph, behind]: readonly [Glyph | undefined, Glyph, Glyph, Glyph | undefined],
  settings: GeometrySettings,
): number {
  if (isWide(last.text) && isWide(glyph.text)) return settings.runGap;
  const beside = [gapBetween(before, last), gapBetween(glyph, behind)].filter((gap) => gap !== null);
  const isTight = beside.length > 0 && beside.every((gap) => gap < tight);
  if (isFigure(last.text, glyph.text)) {
    const digits = /\d/.test(last.text) && /\d/.test(glyph.text);
    return digits && isTight ? settings.wordGap : settings.figureGap;
  }
  return isTight && isLatin(last.text) && isLatin(glyph.text) ? shrunkSpace : settings.wordGap;
}

/** White between two characters of a word, in ems; null where one is missing or a blank. */
function gapBetween(a: Glyph | undefined, b: Glyph | undefined): number | null {
  if (!a || !b || a.text.trim() === '' || b.text.trim() === '') return null;
  const gap = b.box.x0 - a.box.x1;
  return gap < a.size ? gap / Math.max(a.size, b.size) : null;
}

/** Whether two characters side by side can be of one number: figures are spaced out where letters are not. */
function isFigure(a: string, b: string): boolean {
  return (/[\d.,]/.test(a) && /\d/.test(b)) || (/\d/.test(a) && /[.,%]/.test(b));
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin},.;:]+$/u.test(text);
}
