import type { Box } from '../../schemas/index.ts';
import type { Glyph } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';

/** Which page of a file a number stands on. */
interface PlaceInFile {
  number: number;
  total: number;
}

/** 第 3 页, 第3页，共9页, - 3 -, —3—: what says itself that it counts pages. */
const saysPage = /^(?:第\d{1,4}页(?:[，,/]?共\d{1,4}页)?|共\d{1,4}页[，,/]?第\d{1,4}页|([-–—－])\d{1,4}\1)$/;

/** Most characters of a page number, blanks too. */
const longest = 24;

/** Lines across that a page number stands between are longer than this, in points. */
const shortest = 10;

/** Share of the page's height at its head and foot where a bare figure may be the number of the page. */
const marginBand = 0.11;

/** An entry stands in the middle of its cell, or this near to a side of it, in points. */
const offMiddle = 2.5;
const padding = 8;
/** Texts of one row whose baselines differ by less than this stand on one line, in points. */
const sameLine = 0.1;

/**
 * Takes page numbers out of a table that reaches into the margin where they are printed, or ends right over them: what stands alone
 * on the first or last line of the page, or, between lines across, is drawn first or last and is nothing else.
 */
export function withoutPageNumbers(marks: ReadMarks, total: number): ReadMarks {
  const { glyphs, number } = marks;
  const place = { number, total };
  const drawn = [glyphs.slice(0, longest), glyphs.slice(-longest).reverse()]
    .map(lineOf)
    .find((line) => isPageNumber(line, marks, place) && isOver(line, marks));
  if (drawn) return setAside(marks, drawn);
  const outermost = edgeLines(glyphs).find(
    (line) => isPageNumber(line, marks, place) && !isWithin(line, marks),
  );
  return outermost ? setAside(marks, outermost) : marks;
}

function isPageNumber(
  line: readonly Glyph[],
  { height }: ReadMarks,
  { number, total }: PlaceInFile,
): boolean {
  if (line.length === 0) return false;
  const text = textOf(line);
  if (saysPage.test(text)) return true;
  if (text.replace('／', '/') === `${number}/${total}`) return true;
  const { baseline } = line[0]!;
  const isInMargin = baseline < height * marginBand || baseline > height * (1 - marginBand);
  return isInMargin && text === `${number}`;
}

/** Whether a page number is printed over rows: between lines across, and what may be a figure of theirs (2, 1/1) not where an entry would stand. */
function isOver(line: readonly Glyph[], marks: ReadMarks): boolean {
  return isWithin(line, marks) && (!/^(?:\d+|1[/／]1)$/.test(textOf(line)) || !isEntry(line, marks));
}

function isWithin(line: readonly Glyph[], { rulings }: ReadMarks): boolean {
  const { baseline } = line[0]!;
  const { x0, x1 } = boxOf(line);
  const lines = rulings.filter(
    ({ orientation, start, end }) => orientation === 'h' && end - start > shortest && start < x1 && end > x0,
  );
  return (
    lines.some(({ position }) => position < baseline) && lines.some(({ position }) => position > baseline)
  );
}

/** Whether a text stands alone in its cell, as an entry does: in the middle, or beside a line. */
export function isEntry(line: readonly Glyph[], { rulings, glyphs }: ReadMarks): boolean {
  const box = boxOf(line);
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const across = (orientation: 'h' | 'v', at: number): number[] =>
    rulings
      .filter((one) => one.orientation === orientation && one.start <= at && one.end >= at)
      .map(({ position }) => position);
  const [left, right] = around(across('v', y), x);
  const [top, bottom] = around(across('h', x), y);
  const taken = new Set(line);
  const isShared = glyphs.some(
    ({ box: other, text }, i) =>
      text.trim() !== '' &&
      !taken.has(glyphs[i]!) &&
      other.x1 > left &&
      other.x0 < right &&
      (other.y0 + other.y1) / 2 > top &&
      (other.y0 + other.y1) / 2 < bottom,
  );
  if (isShared) return false;
  const stands = (from: number, to: number, before: number, behind: number): boolean =>
    Math.abs(from - before - (behind - to)) < 2 * offMiddle ||
    from - before < padding ||
    behind - to < padding;
  // The end of the page may cut a row whose texts then stand at its head, on one line.
  const { baseline } = line[0]!;
  const isOnLine = (): boolean =>
    glyphs.some(
      (glyph) =>
        Math.abs(glyph.baseline - baseline) < sameLine && glyph.text.trim() !== '' && !taken.has(glyph),
    );
  return stands(box.x0, box.x1, left, right) && (Math.abs(y - (top + bottom) / 2) < offMiddle || isOnLine());
}

/** The nearest positions on both sides of a place. */
function around(positions: readonly number[], place: number): [number, number] {
  return [
    Math.max(-Infinity, ...positions.filter((position) => position < place)),
    Math.min(Infinity, ...positions.filter((position) => position > place)),
  ];
}

/** The highest and the lowest line of upright text. */
function edgeLines(glyphs: readonly Glyph[]): Glyph[][] {
  const upright = glyphs.filter(({ turn }) => turn === 0);
  const isWritten = ({ text }: Glyph): boolean => text.trim() !== '';
  const [top, bottom] = upright
    .filter(isWritten)
    .reduce(
      ([least, most], { baseline }) => [Math.min(least, baseline), Math.max(most, baseline)],
      [Infinity, -Infinity],
    );
  return [top, bottom]
    .map((edge) => upright.filter(({ baseline, size }) => Math.abs(baseline - edge) < size / 2))
    .filter((line) => line.some(isWritten));
}

function boxOf(line: readonly Glyph[]): Box {
  return {
    x0: Math.min(...line.map(({ box }) => box.x0)),
    x1: Math.max(...line.map(({ box }) => box.x1)),
    y0: Math.min(...line.map(({ box }) => box.y0)),
    y1: Math.max(...line.map(({ box }) => box.y1)),
  };
}

/** Takes a line out of the text of a page: furniture. */
export function setAside(marks: ReadMarks, line: readonly Glyph[]): ReadMarks {
  const taken = new Set(line);
  const { run } = line[0]!;
  return {
    ...marks,
    glyphs: marks.glyphs.filter((glyph) => !taken.has(glyph)),
    slanted: [
      ...marks.slanted,
      ...[...line].sort((a, b) => a.box.x0 - b.box.x0).map((glyph) => ({ ...glyph, run })),
    ],
  };
}

/** The first glyphs of a list that stand on one line in one size. */
function lineOf(glyphs: readonly Glyph[]): Glyph[] {
  const [first] = glyphs;
  const end = glyphs.findIndex(
    ({ baseline, size }) => Math.abs(baseline - first!.baseline) > 0.5 || Math.abs(size - first!.size) > 0.5,
  );
  return glyphs.slice(0, end < 0 ? glyphs.length : end);
}

function textOf(glyphs: readonly Glyph[]): string {
  return [...glyphs]
    .sort((a, b) => a.box.x0 - b.box.x0)
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
}
