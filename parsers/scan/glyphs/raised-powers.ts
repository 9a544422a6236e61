import { type Component, componentsOf } from '../image/components.ts';
import type { Area, Raster } from '../image/raster.ts';
import type { CleanPage } from '../lines/crops.ts';
import type { PlacedCharacter, PlacedLine } from '../lines/read-text.ts';
import { freePower, type PowerVote, touchingPower } from './power-votes.ts';

/** Height and width of a raised digit in ems: ² of seven faces and of ㎡ are 0.26 to 0.45 high, up to 0.6 in ems of a line that is low. */
const lowest = 0.2;
const highest = 0.62;
const narrowest = 0.12;
const widest = 0.45;

/** As much of its width may be left of a pale one; which of the two it is nobody sees then. */
const narrowestPiece = 0.06;

/** How far its foot lies above that of the m, and its head above the head of the m, in heights of the m. */
const footAbove = 0.25;
const headAbove = 0.1;

/** How far behind the m it begins, in ems, at most. */
const behind = 0.35;

/** A character behind it takes half an em on both sides, but for what ink may lean over. */
const ownHalf = 0.42;

/** Brackets and the like are placed where their ink is, however wide they are. */
const ownMark = 0.08;

/** Step in the upper edge of an m, in ems and in pixels, that ink raised over it makes where the two touch. */
const step = 0.1;
const leastStep = 2;

/** What a power is worth that its shape tells, and one that it does not. */
const byShape = 0.93;
const open = 0.7;

/** Ink raised behind an m, and what it is. */
interface Mark extends PowerVote {
  area: Area;
  /** It touches the m: what the reader of lines saw has a say then. */
  isTouching?: true;
}

/**
 * The ² and ³ behind the m of a line, by their ink: the reader of lines leaves them out or sees another of the two, however surely, and
 * knows no ³. Looked at alone, as if it were a digit of a line of its own, the network of glyphs tells them; where it does not, the power is in doubt.
 */
export function withPowers(
  page: CleanPage,
  glyphs: readonly Area[],
  line: PlacedLine,
  em: number,
): PlacedLine {
  const characters: PlacedCharacter[] = [];
  for (let i = 0; i < line.characters.length; i++) {
    const letter = line.characters[i]!;
    const mark = isMetre(letter.text) ? markBehind(page, glyphs, line.characters, i, em) : null;
    if (mark === null || mark === 'specks') {
      const confidence = mark === null ? letter.confidence : Math.min(letter.confidence, open);
      characters.push({ ...letter, confidence });
      continue;
    }
    const isLast = glyphs.every(({ x1 }) => x1 <= mark.area.x1 + inkBehind * em);
    let seen = letter.text.normalize('NFKC');
    while (standsOn(line.characters[i + 1], mark.area, isLast, em))
      seen += line.characters[++i]!.text.normalize('NFKC');
    characters.push(...powerOf(letter, mark, seen));
  }
  return { ...line, characters };
}

const isMetre = (text: string): boolean => text === 'm' || text === '㎡';

/** `seen`: what the reader of lines saw in the m and behind it. */
function powerOf(letter: PlacedCharacter, mark: Mark, seen: string): PlacedCharacter[] {
  const { area, text: likelier } = mark;
  const isDenied = mark.isTouching === true && seen.includes(likelier === '²' ? '3' : '2');
  const isTold = mark.isTold && !isDenied;
  const text = letter.text === '㎡' && !isTold ? '²' : likelier;
  const confidence = isTold ? byShape : open;
  const rival = text === '²' ? '³' : '²';
  return [
    { ...letter, text: 'm', confidence: isTold ? Math.max(letter.confidence, byShape) : letter.confidence },
    { text, confidence, x: (area.x0 + area.x1) / 2, rival, rivalConfidence: 1 - confidence },
  ];
}

/** Less ink than this behind a power, in ems, is no character. */
const inkBehind = 0.1;

/** Whether what was read behind an m is the ink raised there: ² and ³, but 2, ?, ' too. `isLast`: there is no ink behind it. */
function standsOn(
  character: PlacedCharacter | undefined,
  { x0, x1 }: Area,
  isLast: boolean,
  em: number,
): boolean {
  if (character === undefined || /\p{Script=Han}|[（）()，。；、/]/u.test(character.text)) return false;
  if (isLast) return true;
  // The power of a ㎡ may be read a second time, behind the whole.
  const room = (/[²³]/.test(character.text) ? 0.6 : 0.2) * em;
  return character.x > x0 - room && character.x < x1 + room;
}

/** The ink raised behind the m at a place of a line, specks that may be what is left of it, or null where there is nothing. */
function markBehind(
  page: CleanPage,
  glyphs: readonly Area[],
  characters: readonly PlacedCharacter[],
  at: number,
  em: number,
): Mark | 'specks' | null {
  const { x } = characters[at]!;
  const next = characters.slice(at + 1).find(({ text }) => /[\p{Script=Han}（）()，。；、/]/u.test(text));
  const ownOf = ({ text }: PlacedCharacter): number =>
    (/\p{Script=Han}/u.test(text) ? ownHalf : ownMark) * em;
  const end = next === undefined ? Number.POSITIVE_INFINITY : next.x - ownOf(next);
  const near = glyphs.filter(({ x0, x1 }) => x1 > x - em && x0 < x + em);
  // A digit before the m may touch it: what lies farther to the left than an m is wide is none of it.
  const first = Math.round(x - halfLetter * em);
  const parts = near
    .flatMap((glyph) => componentsOf(page.ink, glyph))
    .map((part) =>
      part.left < first && part.left + part.ink.width > x ? partFrom(part, first) : placeOf(part),
    );
  const away = ({ x0, x1 }: Area): number => Math.abs((x0 + x1) / 2 - x);
  const letter = parts
    .filter((part) => isLetter(part, em))
    .reduce<Area | null>((best, part) => (best === null || away(part) < away(best) ? part : best), null);
  if (letter === null) return null;
  const free = parts.find((part) => part !== letter && isRaised(part, letter, end, em, narrowest));
  if (free !== undefined) return { area: free, ...freePower(page.picture, free) };
  const broken =
    piecesTogether(parts, em).find((pieces) => isRaised(pieces, letter, end, em, narrowest)) ??
    parts.find((part) => part !== letter && isRaised(part, letter, end, em, narrowestPiece));
  // What lay between the pieces, or beside one, is not known.
  if (broken !== undefined) return { area: broken, ...freePower(page.picture, broken), isTold: false };
  const touching = raisedOver(page.ink, letter, end, em);
  if (touching === null) return hasSpecks(page, letter, end, em) ? 'specks' : null;
  const { area, head } = touching;
  return { area, ...touchingPower(page.picture, area, head, letter.y1 - head), isTouching: true };
}

/** Dark pixels that are specks behind an m, and how dark they are. */
const fewestSpecks = 2;
const darkSpeck = 110;

/** Dark pixels raised behind an m that were too few for ink: thin toner in black and white leaves no more of a power. */
function hasSpecks({ picture, ink }: CleanPage, { x1, y0, y1 }: Area, end: number, em: number): boolean {
  let specks = 0;
  const last = Math.min(end, x1 + highest * em, picture.width);
  for (let y = Math.max(0, Math.round(y0 - widest * em)); y < y0 + ((1 - footAbove) * (y1 - y0)) / 2; y++)
    for (let x = x1 + 1; x < last; x++) {
      const at = y * picture.width + x;
      if (picture.data[at]! < darkSpeck && ink.data[at] === 0) specks++;
    }
  return specks >= fewestSpecks;
}

/** Half of the width of an m at most, in ems, with what the reader of lines misses of its middle. */
const halfLetter = 0.5;

/** Rows between the head and the foot of a power that lost its middle, in ems, at most. */
const brokenGap = 0.2;

/** Small pieces of ink one over another, put together: noise breaks a power in two. */
function piecesTogether(parts: readonly Area[], em: number): Area[] {
  const pieces = parts.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= widest * em && y1 - y0 <= highest * em);
  return pieces.flatMap((head) =>
    pieces
      .filter(
        ({ x0, x1, y0 }) => y0 >= head.y1 && y0 - head.y1 <= brokenGap * em && x0 < head.x1 && x1 > head.x0,
      )
      .map((foot) => ({
        x0: Math.min(head.x0, foot.x0),
        x1: Math.max(head.x1, foot.x1),
        y0: head.y0,
        y1: foot.y1,
      })),
  );
}

/** Width of an m, and its height with a power that touches it, in ems. */
function isLetter({ x0, x1, y0, y1 }: Area, em: number): boolean {
  return x1 - x0 >= 0.3 * em && y1 - y0 >= 0.3 * em && y1 - y0 <= 1.1 * em;
}

/** What of a piece of ink lies from a column on, as high as its right half: the rest may be that of a digit. */
function partFrom({ left, top, ink }: Component, first: number): Area {
  const x1 = left + ink.width;
  const half = ((first + x1) >> 1) - left;
  const isInked = (y: number): boolean => {
    for (let x = half; x < ink.width; x++) if (ink.data[y * ink.width + x] === 1) return true;
    return false;
  };
  let [y0, y1] = [0, ink.height];
  while (y0 < y1 && !isInked(y0)) y0++;
  while (y1 > y0 && !isInked(y1 - 1)) y1--;
  return { x0: first, x1, y0: top + y0, y1: top + y1 };
}

const placeOf = ({ left, top, ink }: Component): Area => ({
  x0: left,
  y0: top,
  x1: left + ink.width,
  y1: top + ink.height,
});

function isRaised(part: Area, letter: Area, end: number, em: number, least: number): boolean {
  const width = part.x1 - part.x0;
  const height = part.y1 - part.y0;
  const size = letter.y1 - letter.y0;
  return (
    height >= lowest * em &&
    height <= highest * em &&
    width >= least * em &&
    width <= widest * em &&
    part.x0 >= (letter.x0 + letter.x1) / 2 &&
    part.x0 <= letter.x1 + behind * em &&
    part.x1 <= end &&
    part.y1 <= letter.y1 - footAbove * size &&
    part.y0 <= letter.y0 - headAbove * size
  );
}

/** Ink that rises over the right end of an m that it touches, and the head of that m: the upper edge makes a step there. */
function raisedOver(ink: Raster, letter: Area, end: number, em: number): { area: Area; head: number } | null {
  const tops = Array.from({ length: letter.x1 - letter.x0 }, (_, i) => topOf(ink, letter, letter.x0 + i));
  const half = Math.floor(tops.length / 2);
  // Of most columns: the shoulder of a digit that touches the m on its left is higher.
  const head = tops.slice(0, half).sort((a, b) => a - b)[half >> 1] ?? letter.y1;
  const rise = head - Math.max(leastStep, step * em);
  const first = tops.findIndex((top, i) => i >= half && top <= rise);
  if (first < 0) return null;
  let last = tops.length - 1;
  while (tops[last]! > rise) last--;
  const x0 = letter.x0 + first;
  const x1 = letter.x0 + last + 1;
  if (x1 - x0 < narrowest * em || x1 - x0 > widest * em || x1 > end) return null;
  const y1 = Math.round(head + (letter.y1 - head) / 2);
  return { area: { x0, x1, y0: Math.min(...tops.slice(first)), y1 }, head };
}

function topOf({ width, data }: Raster, { y0, y1 }: Area, x: number): number {
  for (let y = y0; y < y1; y++) if (data[y * width + x] === 1) return y;
  return y1;
}
