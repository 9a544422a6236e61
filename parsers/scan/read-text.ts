import { type CleanPage, modelCropOf } from './crops.ts';
import { readModelLine } from './line-model/line-readers.ts';
import type { Area } from './raster.ts';

/** A character that was seen, and where: the column of its middle, in pixels of the page. */
export interface PlacedCharacter {
  text: string;
  /** 0 to 1. */
  confidence: number;
  x: number;
  /** What else it may be, and how likely that is. */
  rival: string;
  rivalConfidence: number;
}

/** A line as the model of lines saw it. */
export interface PlacedLine {
  characters: PlacedCharacter[];
  /** How likely a character was left out, 0 to 1. */
  leftOut: number;
}

/** Looks at a line with the model of lines; white space at its ends is left out. */
export async function lookedAt(page: CleanPage, area: Area, em: number): Promise<PlacedLine> {
  const { crop, x0, x1 } = modelCropOf(page, area, em);
  const { characters, leftOut } = await readModelLine(crop);
  return {
    leftOut,
    characters: withoutSpaces(
      characters.map(({ text, confidence, at, rival, rivalConfidence }) => ({
        text,
        confidence,
        x: x0 + at * (x1 - x0),
        rival,
        rivalConfidence,
      })),
    ),
  };
}

/** Spaces stand between words of Latin letters alone. */
function withoutSpaces(characters: readonly PlacedCharacter[]): PlacedCharacter[] {
  const isLatin = (at: number): boolean => /[A-Za-z]/.test(characters[at]?.text ?? '');
  return characters.filter(({ text }, i) => text.trim() !== '' || (isLatin(i - 1) && isLatin(i + 1)));
}

/** Brackets, commas and colons among Chinese characters take a whole em; readers give them as Latin ones. */
export function inChinese(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})\((?=[\p{Script=Han}\d])|(?<![\d%])\((?=\p{Script=Han})/gu, '（')
    .replace(/(?<=（[^（）()]*)\)/g, '）')
    .replace(/(?<=\p{Script=Han}),(?=[\p{Script=Han}])/gu, '，')
    .replace(/(?<=\p{Script=Han}):/gu, '：')
    .replace(/(?<=\p{Script=Han});/gu, '；');
}
