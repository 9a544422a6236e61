import type { Box } from '../../schemas/index.ts';
import type { Glyph, Ruling } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';
import { setAside } from './page-numbers.ts';

/** Letters of one word stand no further apart than this, in ems. */
const wordGap = 0.3;

/** Letters stand on one line, and numbers in the middle of one column, to so many points; lines drawn for them end at each other to the second. */
const drift = 1;
const lineDrift = 2;

/** Fewest letters and numbers together; of either, where no page before had any. */
const fewest = 5;
const fewestOfEither = 2;

/** A word of digits or letters, or anything else, and its glyphs. */
interface Word {
  text: string;
  box: Box;
  baseline: number;
  size: number;
  glyphs: Glyph[];
}

/** The letters over the columns of a sheet and the numbers left of its rows. */
interface Headings {
  letters: Word[];
  numbers: Word[];
}

/**
 * Takes the letters of columns and the numbers of rows that a workbook prints around a sheet out of a page, with the lines of their own: A, B, C …
 * in one line over all that stands right of 1, 2, 3 …, which count up in one column left of all that stands below. `isKnown`: a page before
 * had them, and one column or row suffices.
 */
export function withoutSheetHeadings(marks: ReadMarks, isKnown: boolean): ReadMarks {
  const found = headingsOf(marks.glyphs, isKnown);
  if (!found) return marks;
  const glyphsOf = (words: readonly Word[]): Glyph[] => words.flatMap(({ glyphs }) => glyphs);
  const plain = setAside(setAside(marks, glyphsOf(found.letters)), glyphsOf(found.numbers));
  return { ...plain, rulings: withoutOwnLines(marks.rulings, found) };
}

function headingsOf(glyphs: readonly Glyph[], isKnown: boolean): Headings | null {
  if (!glyphs.some(({ text }) => /^[A-Z]$/.test(text))) return null;
  const lines = linesOf(glyphs.filter(({ text, turn }) => turn === 0 && text.trim() !== ''));
  const at = lines.findIndex(isLettersLine);
  if (at < 0) return null;
  const letters = lines[at]!;
  const below = lines.slice(at + 1).flat();
  const numbers = numbersOf(below, letters[0]!);
  const ofEither = isKnown ? 1 : fewestOfEither;
  const isEnough =
    letters.length >= ofEither && numbers.length >= ofEither && letters.length + numbers.length >= fewest;
  return isEnough && !standBetween(below, numbers, letters) ? { letters, numbers } : null;
}

/** Words by lines, from top to bottom and from left to right. */
function linesOf(glyphs: readonly Glyph[]): Word[][] {
  const lines: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    if (last && glyph.baseline - last.baseline <= drift) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
    last = glyph;
  }
  return lines.map(wordsOf);
}

function wordsOf(line: Glyph[]): Word[] {
  const words: Word[] = [];
  for (const glyph of line.sort((a, b) => a.box.x0 - b.box.x0)) {
    const word = words.at(-1);
    if (!word || glyph.box.x0 - word.box.x1 > wordGap * glyph.size) {
      const { text, box, baseline, size } = glyph;
      words.push({ text, box: { ...box }, baseline, size, glyphs: [glyph] });
      continue;
    }
    word.text += glyph.text;
    word.box.x1 = Math.max(word.box.x1, glyph.box.x1);
    word.glyphs.push(glyph);
  }
  return words;
}

const isLettersLine = (line: readonly Word[]): boolean =>
  line.every(({ text }) => /^[A-Z]{1,3}$/.test(text)) && countsUp(line.map(({ text }) => columnOf(text)));

/** A → 1, Z → 26, AA → 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** Whether numbers grow, most of them by one: columns and rows that are hidden are not printed. */
function countsUp(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, i) => number - numbers[i]!);
  return steps.every((step) => step > 0) && 2 * steps.filter((step) => step === 1).length >= steps.length;
}

/** The numbers of rows below a letter: those that stand furthest to the left, one below the other in the middle of their column. */
function numbersOf(below: readonly Word[], letter: Word): Word[] {
  const left = below.filter(({ text, box }) => /^\d{1,7}$/.test(text) && box.x1 < letter.box.x0);
  const [first] = left;
  if (!first) return [];
  const middle = first.box.x0 + first.box.x1;
  const numbers = left.filter(({ box }) => Math.abs(box.x0 + box.x1 - middle) <= 2 * drift);
  return countsUp(numbers.map(({ text }) => Number(text))) ? numbers : [];
}

/** Whether anything else stands left of the sheet beside or above the numbers. */
function standBetween(below: readonly Word[], numbers: readonly Word[], letters: readonly Word[]): boolean {
  const own = new Set(numbers);
  const edge = most(numbers.map(({ box }) => box.x1));
  const end = numbers.at(-1)!.baseline + drift;
  const isLeft = ({ box }: Word): boolean => box.x0 < edge - drift;
  const isAmongLetters = ({ baseline }: Word): boolean => baseline <= letters[0]!.baseline + drift;
  return below.some(
    (word) => !own.has(word) && word.baseline < end && (isLeft(word) || isAmongLetters(word)),
  );
}

/** Lines without those between letters and between numbers; what parts them from the sheet stays where its cells end there. */
function withoutOwnLines(rulings: readonly Ruling[], { letters, numbers }: Headings): Ruling[] {
  const right = most(numbers.map(({ box }) => box.x1));
  const base = letters[0]!.baseline;
  const upright = rulings.filter(({ orientation }) => orientation === 'v');
  const level = rulings.filter(({ orientation }) => orientation === 'h');
  // The lines right of the numbers and below the letters, between letters and numbers.
  const side = least(upright.map(({ position }) => position).filter((x) => x > right - drift));
  const foot = least(level.map(({ position }) => position).filter((y) => y > base - drift));
  if (side > letters[0]!.box.x0 || foot > numbers[0]!.baseline) return [...rulings];
  const edge = most(level.filter(({ position }) => Math.abs(position - foot) < drift).map(({ end }) => end));
  const isInside = ({ position, end }: Ruling): boolean =>
    position > side + lineDrift && position < edge - lineDrift && end > foot + lineDrift;
  const within = upright.filter(isInside);
  const isOpen = !within.some(({ start }) => start < foot + lineDrift);
  const isBeside = (y: number): boolean => within.some(({ start, end }) => start <= y && end >= y);
  const kept = rulings.filter(({ orientation, position, start, end }) => {
    const [own, across] = orientation === 'v' ? [side, foot] : [foot, side];
    // Between two letters, or two numbers.
    if (end <= across + lineDrift || position < own - drift) return false;
    if (position > own + drift) return true;
    return orientation === 'h' ? !isOpen : isBeside((start + end) / 2);
  });
  // The sheet has a frame of its own, too.
  const first = least(level.map(({ position }) => position).filter((y) => y > foot + lineDrift));
  return kept.map((ruling) => {
    const isFrame = isOpen && ruling.orientation === 'v' && ruling.position >= edge - lineDrift;
    const from = isFrame ? first : ruling.orientation === 'v' ? foot : side;
    return ruling.start < from - lineDrift ? { ...ruling, start: Math.min(from, ruling.end) } : ruling;
  });
}

/** A page may have more lines than a call takes arguments. */
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
