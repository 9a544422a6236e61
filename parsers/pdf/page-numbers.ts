import type { Glyph } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';

/** 第 3 页, 第3页，共9页: as sheets print it at the foot of a page, wherever that is. */
const pageNumber = /^第\d{1,4}页(?:[，,/]?共\d{1,4}页)?$/;

/** Most characters of a page number, blanks too. */
const longest = 24;

/** Lines across that a page number stands between are longer than this, in points. */
const shortest = 10;

/**
 * Takes page numbers out of the rows of a table that reaches into the margin where they are printed: what is drawn first or last on
 * the page, stands on one line and is nothing else, between lines across.
 */
export function withoutPageNumbers(marks: ReadMarks): ReadMarks {
  const { glyphs, rulings } = marks;
  const number = [glyphs.slice(0, longest), glyphs.slice(-longest).reverse()]
    .map((list) => lineOf(list))
    .find((line) => pageNumber.test(textOf(line)));
  if (!number) return marks;
  const { baseline } = number[0]!;
  const x0 = Math.min(...number.map(({ box }) => box.x0));
  const x1 = Math.max(...number.map(({ box }) => box.x1));
  const lines = rulings.filter(
    ({ orientation, start, end }) => orientation === 'h' && end - start > shortest && start < x1 && end > x0,
  );
  const isWithin =
    lines.some(({ position }) => position < baseline) && lines.some(({ position }) => position > baseline);
  if (!isWithin) return marks;
  return setAside(marks, number);
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
