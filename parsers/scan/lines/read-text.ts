import type { Area } from '../image/raster.ts';
import { readModelLine } from '../line-model/line-readers.ts';
import { type CleanPage, modelCropOf } from './crops.ts';

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

/** Shares of the usual size that a line is looked at again in, where the first look leaves something unsure. */
export const otherSizes = [1.25, 0.9] as const;

/** A look whose least sure character is surer than this is not repeated. */
const sureLook = 0.75;

/** A look is repeated where something that was taken for no character was likelier than this to be one: 、 and 。 are small. */
const sureWhole = 0.1;

/** Ink as narrow as this, in ems, may be dirt; 、 and 。 are wider. */
const narrowest = 0.18;

/** Ink as long as this, in ems, in which no character was seen means that one was left out. */
const longestUnseen = 0.95;

/** Paper with no more noise than this, in levels, is clear enough for a quick look, in some seven eighths of the time. */
const clearPaper = 3;

/** Least sure character of a quick look that is believed: as sure as a point must be that is no comma. */
const sureQuickLook = 0.9;

/** How a line is looked at: shares of the usual size in turn, and how sure a look must be to be the last. */
interface Look {
  share: number;
  isQuick: boolean;
  sure: number;
}

const fullLooks: readonly Look[] = [1, ...otherSizes].map((share) => ({
  share,
  isQuick: false,
  sure: sureLook,
}));

/** Looks at a line, and again at other sizes until two looks agree where a character is unsure or ink was passed over; the best look counts. */
export async function lookedWell(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  em: number,
): Promise<PlacedLine> {
  const isClear = page.noise <= clearPaper;
  const looks = isClear ? [{ share: 1, isQuick: true, sure: sureQuickLook }, ...fullLooks] : fullLooks;
  let best: PlacedLine | null = null;
  for (const { share, isQuick, sure } of looks) {
    const next = await lookedAt(page, area, em * share, isQuick);
    const isSeenTwice = best !== null && textOf(next) === textOf(best);
    if (best === null || worth(next, glyphs, em) > worth(best, glyphs, em)) best = next;
    const isSure = isSeenTwice || leastOf(best) >= sure;
    if (isSure && best.leftOut < sureWhole && unseenInk(best, glyphs, em) === 0) break;
  }
  best ??= { characters: [], leftOut: 0 };
  return unseenInk(best, glyphs, em) === 0 ? best : { ...best, leftOut: Math.max(best.leftOut, 0.6) };
}

const textOf = ({ characters }: PlacedLine): string => characters.map(({ text }) => text).join('');

/** Ink passed over weighs more than any doubt of a character; one that may have been left out weighs as much as one. */
const worth = (line: PlacedLine, glyphs: readonly Area[], em: number): number =>
  leastOf(line) - line.leftOut - 2 * unseenInk(line, glyphs, em);

const leastOf = ({ characters }: PlacedLine): number =>
  characters.reduce((low, { confidence }) => Math.min(low, confidence), characters.length > 0 ? 1 : 0);

/** Columns with ink, in ems, that lie so far from every character that another must stand there. */
export function unseenInk(
  { characters }: Pick<PlacedLine, 'characters'>,
  glyphs: readonly Area[],
  em: number,
): number {
  let unseen = isUnseenStop(characters, glyphs, em) ? stopWidth : 0;
  for (const { x0, x1 } of glyphs) {
    const far = characters.every(({ x }) => Math.abs(x - (x0 + x1) / 2) > 0.75 * em);
    if (far) unseen += (x1 - x0) / em;
    else if (x1 - x0 > longestUnseen * em) {
      // A stretch of touching characters: what is between two that were seen must not hold a third.
      const own = [
        x0 - 0.5 * em,
        ...characters.map(({ x }) => x).filter((x) => x > x0 && x < x1),
        x1 + 0.5 * em,
      ];
      for (let i = 1; i < own.length; i++)
        if (own[i]! - own[i - 1]! > (1 + longestUnseen) * em) unseen += (own[i]! - own[i - 1]!) / em - 1;
    }
  }
  return unseen > narrowest ? unseen : 0;
}

/** What a full stop is worth that was passed over, in ems: its own width is half of it. */
const stopWidth = 0.5;

/** Whether a line ends in a small mark at its foot, behind the glyph that the last character stands on: a 。 that was passed over. */
function isUnseenStop(characters: readonly PlacedCharacter[], glyphs: readonly Area[], em: number): boolean {
  const [before, stop] = glyphs.slice(-2);
  const last = characters.at(-1);
  if (!before || !stop || !last) return false;
  const isSmall =
    Math.max(stop.x1 - stop.x0, stop.y1 - stop.y0) <= 0.45 * em && stop.x1 - stop.x0 >= narrowest * em;
  const isLow = stop.y0 > (Math.min(before.y0, stop.y0) + Math.max(before.y1, stop.y1)) / 2;
  return isSmall && isLow && last.x <= before.x1 && (stop.x0 + stop.x1) / 2 - last.x > 0.4 * em;
}

/** Looks at a line with the model of lines; white space at its ends is left out. */
export async function lookedAt(
  page: CleanPage,
  area: Area,
  em: number,
  isQuick = false,
): Promise<PlacedLine> {
  const { crop, x0, x1 } = modelCropOf(page, area, em, isQuick);
  const { characters, leftOut } = await readModelLine(crop);
  return {
    leftOut,
    characters: withoutSpaces(
      characters.map(({ text, confidence, at, rival, rivalConfidence }) => ({
        text: asPrinted(text),
        confidence,
        x: x0 + at * (x1 - x0),
        rival,
        rivalConfidence,
      })),
    ),
  };
}

/** A stroke that stands in no text of our time is the comma of lists, which looks the same. */
const asPrinted = (text: string): string => (text === '丶' ? '、' : text);

/** Spaces stand between words of Latin letters alone. */
function withoutSpaces(characters: readonly PlacedCharacter[]): PlacedCharacter[] {
  const isLatin = (at: number): boolean => /[A-Za-z]/.test(characters[at]?.text ?? '');
  return characters.filter(({ text }, i) => text.trim() !== '' || (isLatin(i - 1) && isLatin(i + 1)));
}

/** A dash that is 一 by the words it begins or ends (一级指标, 一般公共, 统一, 第一): alone it looks the same. Two dashes are a break. */
const oneOfWords = /(?<![—–―─-])[—–―─-](?=[级般次批致律])|(?<=[第统单唯])[—–―─-](?![—–―─-])/gu;

/** 一级指标 whose first character was read as two or three dashes. */
const firstLevel = /^[—–―─-]{2,3}(?=级指标)/u;

/** A long dash of months (1—7月) that noise broke in two. */
const brokenDash = /(?<=\d月?)[—–―─-]{2}(?=\d{1,2}月)/gu;

/** Brackets, commas and colons among Chinese characters take a whole em; readers give them as Latin ones. A dash in words is 一. */
export function inChinese(text: string): string {
  return text
    .replace(oneOfWords, '一')
    .replace(firstLevel, '一')
    .replace(brokenDash, '—')
    .replace(/(?<=\p{Script=Han})\((?=[\p{Script=Han}\d])|(?<![\d%])\((?=\p{Script=Han})/gu, '（')
    .replace(/(?<=（[^（）()]*)\)/g, '）')
    .replace(/(?<=\p{Script=Han}),(?=[\p{Script=Han}])/gu, '，')
    .replace(/(?<=\p{Script=Han}):/gu, '：')
    .replace(/(?<=\p{Script=Han});/gu, '；')
    .replace(
      /(?<=\p{Script=Han})x(?=\p{Script=Han})|(?<=[\p{Script=Han}%）)])[xX](?=\d)|(?<=\d)[xX](?=[\d.]+[%‰])|(?<=(?<![A-Za-z])[A-Z])x(?=[A-Z](?![A-Za-z]))|^[xX](?=\d+(?:分|%)?$)/gu,
      '×',
    )
    .replace(/[°。]℃/gu, '℃')
    .replace(/(?:^|(?<=[\d%℃（(]))土(?=\d)|土(?=\d[\d.]*℃)/gu, '±')
    .replace(/^%[0oO]{1,2}$/, '‰');
}
