import type { Area } from '../image/raster.ts';
import type { SeenTwice } from './seen-twice.ts';

/** Whether a figure begins its line, and whether it ends it. */
export interface LineEnds {
  first: boolean;
  last: boolean;
}

/** Height of a character in pixels below which a comma has no tail. */
const smallestTail = 20;

/** Ink as wide or as high as this, in ems, is more than dirt. */
const leastInk = { width: 0.14, height: 0.3 } as const;

/** A sign is wider than the digits behind it, or lower; what is within a pixel says nothing. */
const widerThanDigits = 1.16;
const lowerThanDigits = 0.86;

/** Whether the glyph of a point may be a comma: its tail hangs below the digits, or the print is too small to show one. */
export function mayBeComma(figure: readonly SeenTwice[], at: number, em: number): boolean {
  const glyph = figure[at]?.glyph;
  if (!glyph || em < smallestTail) return true;
  const foot = middleValue(digitsOf(figure).map(({ y1 }) => y1));
  return foot === null || (glyph.y1 > foot && heightOf(glyph) >= widthOf(glyph));
}

/** What the shape of a figure has against its reading: ink beside it that was not read, or a first digit unlike the others; else null. */
export function inkBeside(
  glyphs: readonly Area[],
  figure: readonly SeenTwice[],
  em: number,
  { first, last }: LineEnds,
): string | null {
  const [head, tail] = [figure[0]?.glyph, figure.at(-1)?.glyph];
  const isInk = ({ x0, x1, y0, y1 }: Area): boolean =>
    x1 - x0 >= leastInk.width * em && y1 - y0 >= leastInk.height * em;
  if (first && head && glyphs.some((glyph) => glyph.x1 <= head.x0 && isInk(glyph)))
    return 'something before it was not read';
  const after = last && tail ? glyphs.filter((glyph) => glyph.x0 >= tail.x1) : [];
  if (after.some(isInk) || isBrokenSign(after, em)) return 'something behind it was not read';
  return first && hasOddHead(figure) ? 'its first digit may be a sign' : null;
}

/** Why a figure is in doubt over which a pen went. */
export const struck = 'strokes run over the writing';

/** How far ink may stand above or below the digits of its figure, in heights of digits and in pixels; signs of per cent are drawn higher in some faces. */
const offLine = { digit: 0.12, sign: 0.2, pixels: 2 } as const;

/** A point or a comma rises above the foot of the digits, and hangs below it, by less than this of their height. */
const ofPoint = { above: 0.45, below: 0.42 } as const;

/**
 * Whether ink of a figure stands out of the line of its digits: the stroke of a tick, a slash or a ring that runs over one of them. Words beside
 * a figure may touch the digit next to them.
 */
export function isOutOfLine(figure: readonly SeenTwice[], { first, last }: LineEnds): boolean {
  const digits = digitsOf(figure);
  if (digits.length < 2) return false;
  // Of two digits the lower one is as it was printed.
  const middle = (values: readonly number[], least: number): number =>
    digits.length > 2 ? middleValue(values)! : least;
  const tops = digits.map(({ y0 }) => y0);
  const feet = digits.map(({ y1 }) => y1);
  const [top, foot] = [middle(tops, Math.max(...tops)), middle(feet, Math.min(...feet))];
  const high = foot - top;
  const isOut = ({ y0, y1 }: Area, off: number): boolean => top - y0 > off || y1 - foot > off;
  return figure.some(({ text, glyph }, i) => {
    const isBesideWords = (i === 0 && !first) || (i === figure.length - 1 && !last);
    if (glyph === null || isBesideWords) return false;
    if (/^\d$/.test(text)) return isOut(glyph, Math.max(offLine.pixels, offLine.digit * high));
    if (/^[%％‰]$/.test(text)) return isOut(glyph, Math.max(offLine.pixels, offLine.sign * high));
    if (/^[.,]$/.test(text))
      return foot - glyph.y0 > ofPoint.above * high || glyph.y1 - foot > ofPoint.below * high;
    return false;
  });
}

/** How much further apart than other digits of a figure, than digits are high, and in pixels, two stand between which a point was. */
const widerPitch = { than: 1.3, pixels: 2, high: 1.04 } as const;

/** The place in a figure where a point was lost: two digits stand further apart there than digits do. null where none was. */
export function lostPoint(figure: readonly SeenTwice[]): number | null {
  const digits = digitsOf(figure);
  const high = middleValue(digits.map(heightOf));
  if (digits.length < 2 || high === null) return null;
  const pitches = figure.flatMap(({ text, glyph }, at) => {
    const before = figure[at - 1];
    if (!glyph || !before?.glyph || !/^\d\d$/.test(before.text + text)) return [];
    return [{ at, pitch: (glyph.x0 + glyph.x1 - before.glyph.x0 - before.glyph.x1) / 2 }];
  });
  const sorted = pitches.map(({ pitch }) => pitch).sort((a, b) => a - b);
  const usual = sorted.length > 1 ? sorted[Math.floor((sorted.length - 1) / 2)]! : 0;
  const least = Math.max(
    widerPitch.than * usual,
    usual + widerPitch.pixels,
    usual > 0 ? 0 : widerPitch.high * high,
  );
  return pitches.find(({ pitch }) => pitch >= least)?.at ?? null;
}

/** A % of which thin toner left pieces: so many, as wide and as high together, in ems. */
const brokenSign = { pieces: 2, width: 0.2, height: 0.45, most: 1.2 } as const;

/** Whether pieces behind a figure may be those of a sign that broke: none of them is large enough alone. */
function isBrokenSign(pieces: readonly Area[], em: number): boolean {
  if (pieces.length < brokenSign.pieces) return false;
  const width = Math.max(...pieces.map(({ x1 }) => x1)) - Math.min(...pieces.map(({ x0 }) => x0));
  const height = Math.max(...pieces.map(({ y1 }) => y1)) - Math.min(...pieces.map(({ y0 }) => y0));
  return width >= brokenSign.width * em && width <= brokenSign.most * em && height >= brokenSign.height * em;
}

/** A glyph that by itself is the digit that was read, this surely, is no sign; a 2 may be one however sure. */
const sureDigit = 0.95;

/** ≥ read as 2: digits of one print are as wide and as high as one another, but for a 1. */
function hasOddHead(figure: readonly SeenTwice[]): boolean {
  const [head, ...others] = figure;
  if (!head?.glyph || !/^[02-9]$/.test(head.text)) return false;
  const { text, vote } = head;
  if (text !== '2' && vote?.text === text && vote.confidence >= sureDigit) return false;
  const digits = digitsOf(others.filter(({ text }) => text !== '1'));
  const width = middleValue(digits.map(widthOf));
  const height = middleValue(digits.map(heightOf));
  if (width === null || height === null) return false;
  const isWide = widthOf(head.glyph) > widerThanDigits * width + 1;
  return isWide || heightOf(head.glyph) < lowerThanDigits * height - 1;
}

const widthOf = ({ x0, x1 }: Area): number => x1 - x0;
const heightOf = ({ y0, y1 }: Area): number => y1 - y0;

const digitsOf = (figure: readonly SeenTwice[]): Area[] =>
  figure.flatMap(({ text, glyph }) => (glyph && /^\d$/.test(text) ? [glyph] : []));

function middleValue(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
