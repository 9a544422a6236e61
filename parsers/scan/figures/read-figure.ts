import type { Reading } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import { cutGlyphs } from '../glyphs/cut-glyphs.ts';
import type { Area } from '../image/raster.ts';
import { type CleanPage, cropOf, likedHeight, plain } from '../lines/crops.ts';
import { inChinese, type PlacedLine } from '../lines/read-text.ts';
import { agreed, agrees, isSign, isSureSign, leastAgreed, leastVote, withSureSign } from './agreement.ts';
import type { CheckedText } from './checked-text.ts';
import { readCrop } from './figure-reader.ts';
import { inkBeside, isOutOfLine, type LineEnds, lostPoint, mayBeComma, struck } from './figure-shape.ts';
import { figuresOf } from './figures-of-line.ts';
import { hasPaleMinus, paleMinus } from './pale-minus.ts';
import { type SeenTwice, seenTwice, withLonePerCent, withNoughts } from './seen-twice.ts';
import { hasOddComma, isNoFigure, misreadCommas, pointsOfThree } from './separators.ts';
import { withSignsReadAsTwo } from './signs-by-lean.ts';

/** Reads the figures of a line a second way, glyph by glyph, and a third way where the two differ. */
export async function checkedFigures(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  line: PlacedLine,
  em: number,
): Promise<CheckedText> {
  const parts = cutGlyphs(page, glyphs, line.characters);
  const looked = seenTwice(page, area, parts, withNoughts(line.characters, em), em);
  const twice = withLonePerCent(withSignsReadAsTwo(page.ink, looked), em);
  const seen = withCommas(twice.map(withSureSign));
  const text = inChinese(seen.map((character) => character.text).join(''));
  const result: CheckedText = { text, confidence: highest, doubt: null, alternatives: [] };
  const figures = figuresOf(seen);
  let isWhole = figures.length > 0;
  const inFigure = new Set(figures.flatMap(({ from, to }) => range(from, to)));
  for (const [i, character] of seen.entries())
    if (!inFigure.has(i)) result.confidence = Math.min(result.confidence, character.confidence);
  for (const { from, to } of figures) {
    const isComplete = line.leftOut <= mostLeftOut;
    const ends = { first: from === 0, last: to === seen.length };
    const checked = await checkedFigure(page, parts, seen.slice(from, to), em, isComplete, ends);
    isWhole &&= checked.isWhole;
    result.confidence = Math.min(result.confidence, checked.confidence);
    if (checked.doubt === null) continue;
    result.doubt ??= checked.doubt;
    const [before, behind] = [seen.slice(0, from), seen.slice(to)].map((part) =>
      part.map((character) => character.text).join(''),
    );
    for (const other of checked.others)
      result.alternatives.push({ ...other, text: inChinese(`${before}${other.text}${behind}`) });
  }
  if (line.leftOut > mostLeftOut && !isWhole)
    result.confidence = Math.min(result.confidence, 1 - line.leftOut / 2);
  return result;
}

/** No recognised text is surer. */
const highest = 0.99;

/** A character that was taken for none and was likelier than this may have been one. */
const mostLeftOut = 0.3;

/** What a figure is worth whose digits two of three ways see. */
const byTwoOfThree = 0.93;

/** The model of lines alone is believed of a figure that falls into no glyphs (its digits touch) from here on. */
const sureAlone = 0.97;

/** A point that may be a comma is believed from here on. */
const surePoint = 0.9;

/** Height of a character in pixels below which two of three ways are no majority: all three see the same few pixels. */
const smallPrint = 20;

interface CheckedFigure {
  /** Both ways agree on it, and all its ink belongs to its characters. */
  isWhole: boolean;
  confidence: number;
  doubt: string | null;
  others: Reading[];
}

async function checkedFigure(
  page: CleanPage,
  glyphs: readonly Area[],
  figure: readonly SeenTwice[],
  em: number,
  isComplete: boolean,
  ends: LineEnds,
): Promise<CheckedFigure> {
  const text = figure.map((character) => character.text).join('');
  const isUnsurePoint =
    isNoFigure(text) ||
    hasOddComma(text, ends.last) ||
    pointsOfThree(text).some((at) => (figure[at]?.confidence ?? 0) < surePoint || mayBeComma(figure, at, em));
  const head = figure[0];
  const isPale =
    ends.first &&
    /^\d$/.test(head?.text ?? '') &&
    !!head?.glyph &&
    hasPaleMinus(page.picture, head.glyph, em);
  const point = lostPoint(figure);
  const lost = point === null ? null : 'a point in it may be lost';
  const shape = isOutOfLine(figure, ends) ? struck : inkBeside(glyphs, figure, em, ends);
  const beside = isPale ? paleMinus : (shape ?? lost);
  const least = figure.reduce((low, { confidence }) => Math.min(low, confidence), 1);
  const isWhole = isComplete && beside === null && !hasStrayGlyph(glyphs, figure, em);
  if (isWhole && !isUnsurePoint && figure.every(agrees))
    return { isWhole, confidence: Math.max(agreed, Math.min(highest, least)), doubt: null, others: [] };
  const voted = figure.map(({ text, vote }) => (vote && vote.text !== '' ? vote.text : text)).join('');
  const others: Reading[] = [{ text: voted, by: 'glyphs', confidence: leastVoteOf(figure) }];
  const third = await readThird(page, figure, em);
  if (third) others.push(third);
  if (isPale) others.push({ text: `-${text}`, by: 'shape', confidence: least / 2 });
  if (point !== null) others.push({ text: withPoint(figure, point), by: 'shape', confidence: least / 2 });
  const sureSigns = figure.every((character) => !isSign(character.text) || isSureSign(character));
  if (
    third &&
    // Small prints of , and . look the same to all three.
    !isUnsurePoint &&
    beside === null &&
    em >= smallPrint &&
    isSameFigure(third.text, text) &&
    sureSigns &&
    least >= leastAgreed
  )
    return { isWhole, confidence: byTwoOfThree, doubt: null, others };
  const denied = figure.some(
    (character) => !agrees(character) && character.vote !== null && character.vote.confidence >= leastVote,
  );
  if (!denied && isWhole && !isUnsurePoint && least >= sureAlone)
    return { isWhole, confidence: 0.94, doubt: null, others };
  const reason =
    beside ?? `read as ${[text, ...new Set(others.map((other) => other.text))].join(' and as ')}`;
  return {
    isWhole: false,
    confidence: Math.min(0.8, least),
    doubt: reason,
    others: [{ text, by: 'lines', confidence: least }, ...others.filter((other) => other.text !== text)],
  };
}

function withPoint(figure: readonly SeenTwice[], at: number): string {
  const textOf = (part: readonly SeenTwice[]): string => part.map(({ text }) => text).join('');
  return `${textOf(figure.slice(0, at))}.${textOf(figure.slice(at))}`;
}

/** Points that can only be commas become some. */
function withCommas(characters: readonly SeenTwice[]): SeenTwice[] {
  const places = new Set(
    misreadCommas(characters.map(({ text }) => (text.length === 1 ? text : '?')).join('')),
  );
  const comma = { text: ',', confidence: byTwoOfThree };
  return characters.map((character, i) =>
    places.has(i)
      ? { ...character, ...comma, vote: comma, rival: '.', rivalConfidence: character.confidence }
      : character,
  );
}

/** The digits and points of a figure: the reader of figures sees other things in signs, dashes and what stands behind. */
function digitsOf(text: string): string {
  return text.replace(/^[^\d]+|[^\d%]+$/g, '').replace(/[—–~～-]+/g, '-');
}

/** Whether the reader of figures sees the same digits: in the place of ≥, which it does not know, it sees a 2. */
function isSameFigure(third: string, text: string): boolean {
  const [seen, own] = [digitsOf(third), digitsOf(text)];
  return seen === own || (/^[≥≧]/.test(text) && seen === `2${own}`);
}

function leastVoteOf(figure: readonly SeenTwice[]): number {
  return figure.reduce((low, { vote }) => Math.min(low, vote?.confidence ?? 0), 1);
}

/** Whether ink lies between the first and the last character of a figure that belongs to none of them. */
function hasStrayGlyph(glyphs: readonly Area[], figure: readonly SeenTwice[], em: number): boolean {
  const own = figure.flatMap(({ glyph }) => glyph ?? []);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return true;
  return glyphs.some(
    ({ x0, x1, y0, y1 }) =>
      x0 >= first.x0 - 0.25 * em &&
      x1 <= last.x1 + 0.25 * em &&
      (x1 - x0 > 0.06 * em || y1 - y0 > 0.3 * em) &&
      !own.some((area) => x0 >= area.x0 && x1 <= area.x1),
  );
}

/** Reads a figure with the model of Latin letters and an alphabet of figures. */
async function readThird(page: CleanPage, figure: readonly SeenTwice[], em: number): Promise<Reading | null> {
  const own = figure.flatMap(({ glyph }) => glyph ?? []);
  const [first] = own;
  if (!first) return null;
  const span = own.reduce(boxAround);
  const read = await readCrop(cropOf(page, span, em, likedHeight));
  return { text: plain(read.text), by: 'eng', confidence: read.confidence };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
