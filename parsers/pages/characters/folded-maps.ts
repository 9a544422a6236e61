import { type MappedGlyph, noCharacter } from './broken-maps.ts';

/** What a font of a page wrote, every code once, of one or more bytes. */
interface Written {
  composite: boolean;
  codes: ReadonlySet<MappedGlyph>;
}

/** Thousandths of an em from which a glyph is as wide as a Chinese character. */
const wide = 950;

/** Signs and letters with accents that fonts for Chinese set an em wide, as their character sets have them (GBK), and such as are that wide in Latin fonts. */
const usuallyWide = /^[@%¤§¨°±·×÷àáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ©®¼½¾ÆŒ]$/u;

/** So many signs keep the order of ASCII in a font that one which does not is another. */
const fewestInOrder = 3;

/**
 * What a program that writes a file anew makes of maps that give characters to a range of codes: it folds the two bytes of the first into
 * one (Ghostscript 10.00: U+FF08 becomes U+00FF, U+4E09 the letter O, U+3002 the figure 2, U+5E73 a control code). Brackets and the character
 * for a year are then Latin letters, or nothing, an em wide, as letters are in no font; and where there are such, letters that stand among the
 * glyphs where no letters stand are others too, as are signs that other fonts have an em wide. Takes what each font of a page wrote; gives the
 * texts to mark, by font.
 */
export function foldedCharacters(
  fonts: ReadonlyMap<string, Written>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (font: string, text: string) => found.set(font, (found.get(font) ?? new Set()).add(text));
  const steps = usualSteps(fonts);
  let isChinese = false;
  let isProved = false;
  for (const [name, written] of fonts) {
    const usual = steps.get(groupOf(name, written));
    for (const glyph of written.codes) {
      const isOut = usual !== undefined && isAscii(glyph) && stepOf(glyph) !== usual;
      isChinese ||= glyph.width >= wide && /\p{Script=Han}/u.test(glyph.unicode);
      isProved ||= isNoLetter(glyph) || (isOut && !written.composite && isWideAscii(glyph));
      if (isOut || isWideByte(glyph)) add(name, isHighControl(glyph.unicode) ? noCharacter : glyph.unicode);
    }
  }
  return isChinese && isProved ? found : new Map();
}

/** A letter beyond ASCII, or a control code, that is as wide as a Chinese character where no font has it so. */
const isNoLetter = (glyph: MappedGlyph): boolean =>
  isWideByte(glyph) &&
  glyph.unicode > '~' &&
  !usuallyWide.test(glyph.unicode) &&
  !/[\p{P}\p{S}]/u.test(glyph.unicode);

/** A letter or figure of ASCII that is as wide. */
const isWideAscii = ({ unicode, width }: MappedGlyph): boolean =>
  width >= wide && /^[\dA-Za-z]$/.test(unicode);

const isWideByte = ({ unicode, width }: MappedGlyph): boolean =>
  width >= wide && isOneByte(unicode) && !/^[%@]$/.test(unicode);

/** Fonts of one byte that are drawn by procedures are pieces of one font, by 256 glyphs. */
const groupOf = (name: string, { composite }: Written): string => (composite ? name : '');

/** How far the numbers of glyphs lie from ASCII, for most of its signs, by group of fonts. */
function usualSteps(fonts: ReadonlyMap<string, Written>): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const [name, written] of fonts) {
    const group = groupOf(name, written);
    const steps = counts.get(group) ?? new Map<number, number>();
    counts.set(group, steps);
    for (const glyph of written.codes)
      if (isAscii(glyph)) steps.set(stepOf(glyph), (steps.get(stepOf(glyph)) ?? 0) + 1);
  }
  const usual = new Map<string, number>();
  for (const [group, steps] of counts) {
    const all = [...steps.values()].reduce((a, b) => a + b, 0);
    for (const [step, count] of steps) if (count >= fewestInOrder && count > all / 2) usual.set(group, step);
  }
  return usual;
}

const stepOf = ({ unicode, originalCharCode = 0 }: MappedGlyph): number =>
  originalCharCode - unicode.charCodeAt(0);

const isAscii = ({ unicode }: MappedGlyph): boolean =>
  unicode.length === 1 && unicode > ' ' && unicode <= '~';

/** Whether a glyph is drawn as wide as a Chinese character and told to be a control code above the letters. */
export const isDrawnControl = ({ unicode, width }: MappedGlyph): boolean =>
  width >= wide && isHighControl(unicode);

const isHighControl = (text: string): boolean => text >= '\u007f' && text < '\u00a0' && text.length === 1;

/** One byte, and the few that the count from it runs on to. */
const isOneByte = (text: string): boolean => text.length === 1 && text > ' ' && text < '\u0120';
