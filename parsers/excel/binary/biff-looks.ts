import type { Look } from '../sheet.ts';

/** Record types of [MS-XLS] 2.3.1: a font, and the colours of a workbook. */
export const fontRecord = 0x31;
export const paletteRecord = 0x92;
/** Rules that may colour cells whose own format does not. */
export const ruleRecord = 0x1b0;

/** What the globals of a workbook say of the letters of its cells. */
export interface BiffLetters {
  fonts: { isStruck: boolean; colour: number }[];
  /** Whether the colours from number 8 on are white; null where the workbook has those that Excel has. */
  isWhite: boolean[] | null;
  /** By the number of a format: its font, and what it fills its cells with. */
  formats: { font: number; pattern: number; ground: number }[];
}

export const noLetters = (): BiffLetters => ({ fonts: [], isWhite: null, formats: [] });

/** Reads a font: its height, its flags, its colour (2.4.122). */
export function addFont(letters: BiffLetters, view: DataView, at: number, length: number): void {
  const known = length >= 6;
  letters.fonts.push({
    isStruck: known && (view.getUint16(at + 2, true) & 0x08) !== 0,
    colour: known ? view.getUint16(at + 4, true) : automatic,
  });
}

const automatic = 0x7fff;

/** Reads the colours of a workbook: red, green, blue and nothing of each (2.4.188). */
export function setPalette(letters: BiffLetters, view: DataView, at: number, length: number): void {
  letters.isWhite = [];
  for (let p = at + 2; p + 4 <= at + length; p += 4)
    letters.isWhite.push((view.getUint32(p, true) & 0xff_ffff) === 0xff_ffff);
}

/** Reads what a format says of letters and ground (2.4.353, 2.5.20); of BIFF5 nothing is known of the ground. */
export function addFormat(letters: BiffLetters, view: DataView, at: number, length: number): void {
  const isLong = length >= 20;
  letters.formats.push({
    font: length >= 2 ? view.getUint16(at, true) : 0,
    pattern: isLong ? view.getUint32(at + 14, true) >>> 26 : unknownPattern,
    ground: isLong ? view.getUint16(at + 18, true) & 0x7f : automatic,
  });
}

const unknownPattern = 0x3f;
const solid = 1;

/** The looks of the formats, in their order; empty where none has any. */
export function looksOf(letters: BiffLetters): (Look | undefined)[] {
  const isWhite = (colour: number): boolean =>
    colour === 1 || (letters.isWhite?.[colour - firstOfPalette] ?? colour === 9);
  const looks = letters.formats.map(({ font, pattern, ground }): Look | undefined => {
    // No font has the number 4 (2.5.129).
    const { isStruck = false, colour = automatic } = letters.fonts[font > 4 ? font - 1 : font] ?? {};
    if (isStruck) return 'struck';
    const isBare = pattern === 0 || (pattern === solid && isWhite(ground));
    return isBare && isWhite(colour) ? 'white' : undefined;
  });
  return looks.some((look) => look !== undefined) ? looks : [];
}

const firstOfPalette = 8;
