import { isUnit } from '../../../src/values/unit-words.ts';
import { isCutBracket } from '../texts/cut-brackets.ts';
import { isWide } from '../texts/scripts.ts';
import type { Segment } from '../texts/segments.ts';
import { areDigits, isFilledByDigits } from './broken-codes.ts';
import { freeShare, freeWidth, roomsBefore, roomsOf } from './column-rooms.ts';
import { withJustifiedLines } from './justified-lines.ts';
import { sectionHeads, unitHeads } from './section-heads.ts';
import { leastPitch, snugDistance } from './snug-lines.ts';
import { isWrappedDate } from './wrapped-dates.ts';
import type { WrittenLine } from './written-line.ts';

/** Text of a table without lines across, as rows are looked for in it. */
export interface WrittenTable {
  columns: number;
  /** From top to bottom. */
  lines: WrittenLine[];
  /** Distance of the lines of one cell, in points. */
  pitch: number;
  /** Lines of one column nearer to each other than this are of one cell; 0 where rows stand no farther apart than lines. */
  snug: number;
}

/** Lines of one cell are at most this many pitches apart. */
const nextLine = 1.35;

/** A line that ends this many ems short of what its column holds was ended on purpose. */
const raggedness = 0.3;

/** Pieces of text between column lines → lines with their columns; `all` are those of the whole table, which show what its columns hold. */
export function writtenTable(
  xs: readonly number[],
  segments: readonly Segment[],
  all: readonly Segment[] = segments,
): WrittenTable {
  const columnAt = (x: number): number =>
    Math.max(
      0,
      Math.min(
        xs.length - 2,
        xs.findLastIndex((edge) => edge <= x),
      ),
    );
  const columnsAt = ({ x0, x1 }: Segment['box']): { first: number; last: number } => ({
    first: columnAt(Math.min(x0 + sideDrift, (x0 + x1) / 2)),
    last: columnAt(Math.max(x1 - sideDrift, (x0 + x1) / 2)),
  });
  const lines = linesIn(segments, columnsAt);
  const pitch = pitchOf(lines, xs.length - 1);
  const placed = all.map(({ box, size }) => ({
    ...columnsAt(box),
    x0: box.x0,
    width: box.x1 - box.x0,
    size,
  }));
  const rooms = roomsOf(placed, xs);
  const drawn = roomsBefore(placed, xs);
  const written = lines.map(({ text }) => text).join('\n');
  const ends = usualEnds(lines.map(({ text }) => text));
  for (const line of lines) {
    line.next = lines.find((other) => isBelow(line, other, pitch)) ?? null;
    // Chinese fills its cell to the last character, words do not.
    const own = Math.max(rooms[line.first]!, isWide(line.next?.text[0] ?? '') ? drawn[line.first]! : 0);
    const room = line.first === line.last ? own : freeShare * freeWidth(line, lines, xs);
    line.full = areDigits(line.text, line.next?.text)
      ? isFilledByDigits(line.text, line.width, room)
      : line.width + headOf(line.next) + raggedness * line.size >= room;
    line.torn = line.full && line.next !== null && isTorn(line.text, line.next.text, written, ends);
    if (line.next && isCutBracket(line.text, line.next.text)) line.full = line.torn = true;
    // In the first column December stands over the next year.
    if (line.first > 0 && line.next && isWrappedDate(line.text, line.next.text)) {
      line.full = line.torn = true;
      line.next.figure = false;
    }
  }
  return {
    columns: xs.length - 1,
    lines,
    pitch,
    snug: snugDistance(all === segments ? lines : linesIn(all, columnsAt)),
  };
}

/** Pieces of text as lines from top to bottom, with the columns that they stand in. */
function linesIn(
  segments: readonly Segment[],
  columnsAt: (box: Segment['box']) => { first: number; last: number },
): WrittenLine[] {
  const sections = new Set([...sectionHeads(segments), ...unitHeads(segments)]);
  return withUprightWords(withJustifiedLines(segments, columnsAt))
    .map((segment): WrittenLine => {
      const { box, text, size } = segment;
      return {
        ...box,
        middle: (box.y0 + box.y1) / 2,
        width: box.x1 - box.x0,
        ...columnsAt(box),
        text,
        size,
        upright: box.y1 - box.y0 > 2 * size,
        figure: isFigure(text) && !isShare(text),
        next: null,
        full: false,
        torn: false,
        section: /^\p{Script=Latin}/u.test(text) && sections.has(segment),
      };
    })
    .sort((a, b) => a.middle - b.middle);
}

/** Characters that end words and hardly ever begin one. */
const wordEnds = /^[性率度者们的象]/u;

function isTorn(above: string, below: string, written: string, ends: ReadonlySet<string>): boolean {
  const joint = `${above.at(-1)}${below[0]}`;
  if (!/^\p{Script=Han}{2}$/u.test(joint)) return false;
  // 大于等于 over 等于: each is said of the figure beside it.
  if (/等于$/.test(above) && /^(?:[大小]于)?等于$/.test(below)) return false;
  const isEnd =
    (below.length === 1 && above.length > endLength && !isUnit(below) && !answers.test(below)) ||
    (ends.has(below) && above.at(-1) !== below.at(-1));
  return isEnd || wordEnds.test(below) || written.includes(joint);
}

/** What a cell of a list says in one character. */
const answers = /^[无有是否优良中差]$/;

/** Characters of a usual end, and fewest texts that have it. */
const endLength = 2;
const fewestEnds = 3;

/** 指标, where 数量指标, 质量指标 and 时效指标 stand: what ends other texts and hardly is one. A character alone below a full line is its end as well, unless it is a unit or an answer. */
function usualEnds(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of new Set(texts)) {
    const end = text.slice(-endLength);
    if (text.length > endLength && /^\p{Script=Han}+$/u.test(end))
      counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([end, count]) => (count >= fewestEnds ? [end] : [])));
}

/** Fewest characters, and most ems between their middles, of a word written downwards. */
export const uprightLength = 3;
const uprightPitch = 1.6;

/** Texts of a column of units are shorter than this, in ems. */
const unitLength = 5;

/** Characters one under another, each alone on its line, are one word written downwards. */
function withUprightWords(segments: readonly Segment[]): Segment[] {
  const words: Segment[][] = [];
  const rest: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.box.y0 - b.box.y0)) {
    if ([...segment.text].length > 1 || !isWide(segment.text)) rest.push(segment);
    else {
      const word = words.find((other) => isUnder(other.at(-1)!, segment));
      if (word) word.push(segment);
      else words.push([segment]);
    }
  }
  return [
    ...rest,
    ...words.flatMap((word) => {
      if (word.length < uprightLength || isColumnOfUnits(word, rest) || !word.some(isLetter)) return word;
      const [first, last] = [word[0]!, word.at(-1)!];
      const box = { ...first.box, x1: Math.max(first.box.x1, last.box.x1), y1: last.box.y1 };
      return [{ ...first, box, text: word.map(({ text }) => text).join('') }];
    }),
  ];
}

/** Dashes one under another stand for figures. */
const isLetter = ({ text }: Segment): boolean => /\p{L}/u.test(text);

/** Units of one character each, row by row: in their column stand more texts of another kind. */
function isColumnOfUnits(word: readonly Segment[], others: readonly Segment[]): boolean {
  const { x0, x1 } = word[0]!.box;
  const inColumn = others.filter(
    ({ box, size }) => box.x0 < x1 && box.x1 > x0 && box.x1 - box.x0 < unitLength * size,
  );
  return inColumn.length > word.length;
}

function isUnder(above: Segment, below: Segment): boolean {
  const distance = below.box.y0 - above.box.y0;
  return (
    Math.abs(above.box.x0 - below.box.x0) < sideDrift &&
    distance > 0.8 * above.size &&
    distance < uprightPitch * above.size
  );
}

/** A text may reach this far, in points, over the line of its column. */
const sideDrift = 1.5;

export function isFigure(text: string): boolean {
  return /\d/.test(text) && /^[\s\d.,:%()$€£¥+\-–—≥≤=<>*]+$/.test(text);
}

/** The value of an indicator with its sign, or the words for it, and unit (≥8所, 大于等于8) begins an entry. */
export function isBound(text: string): boolean {
  return /^(?:[≥≤≧≦＞＜><][=＝]?|[大小]于等于|不[低高少多大小]于)\s?\d/.test(text);
}

/** A bound, or a figure with its unit alone (15项, 5万吨); a date may go on in the next line. */
export function isValue(text: string): boolean {
  return isBound(text) || /^\d[\d.,]*\s?(?:[%‰]|(?![年月日])\p{Script=Han}{1,3})$/u.test(text);
}

/** Years head columns as words do: 2009, 2008-09, 2009/10. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d(?:[-–/](?:\d\d){1,2})?$/.test(text);
}

/** A share in brackets goes on the figure before it where the column is too narrow for both. */
export function isShare(text: string): boolean {
  return /^\(\d[\d.,]*\s?%\)$/.test(text);
}

/** Distance of lines where none follows another, in ems. */
const usualPitch = 1.3;

/** The distance that the closest lines of the columns have. */
function pitchOf(lines: readonly WrittenLine[], columns: number): number {
  const distances: number[] = [];
  for (let column = 0; column < columns; column++) {
    const own = lines.filter(({ first, last }) => first === column && last === column);
    own.forEach((line, i) => {
      const distance = i === 0 ? 0 : line.middle - own[i - 1]!.middle;
      if (distance > leastPitch * line.size && distance < 3 * line.size) distances.push(distance);
    });
  }
  distances.sort((a, b) => a - b);
  return (
    distances[Math.floor(distances.length / 10)] ?? usualPitch * Math.max(...lines.map(({ size }) => size))
  );
}

function isBelow(line: WrittenLine, other: WrittenLine, pitch: number): boolean {
  const distance = other.middle - line.middle;
  return (
    distance > 0.6 * pitch &&
    distance <= nextLine * pitch &&
    other.first <= line.last &&
    line.first <= other.last
  );
}

/** How much of a line of text lies on each side of a boundary that crosses it, in ems. */
const inside = 0.22;

/** Whether a boundary between rows runs through a line. */
export function isCrossed(
  { y0, y1, size }: Pick<WrittenLine, 'y0' | 'y1' | 'size'>,
  boundary: number,
): boolean {
  return y0 < boundary - inside * size && y1 > boundary + inside * size;
}

/** Width of a letter in the mean, in ems. */
const letterWidth = 0.45;

/** Width of what would have had to fit on the line before: a character, or a word. */
function headOf(line: WrittenLine | null): number {
  if (line === null) return 0;
  const [head = ''] = line.text;
  if (isWide(head)) return line.size;
  // Dots that lead to figures are narrower than letters.
  if (/(?:[.…]\s?){3,}$/.test(line.text))
    return letterWidth * line.size * (line.text.split(' ')[0]!.length + 1);
  return (line.width * (line.text.split(' ')[0]!.length + 1)) / Math.max(line.text.length, 1);
}
