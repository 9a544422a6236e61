import { firstFrom } from '../first-from.ts';
import { type Alignment, alignments, type RowModel } from './row-model.ts';
import type { WrittenLine } from './written-line.ts';
import { isCrossed, isValue, type WrittenTable } from './written-lines.ts';

/** What speaks against a row, each in the cost of a text that stands a whole line off its place. */
const costs = {
  /** Two figures in one cell. */
  figures: 3,
  /** 指标1： or …… stands below another text of its cell: each is of a row. */
  item: 1.5,
  /** A line goes on though there was room behind the one before. */
  early: 1.5,
  /** A line that begins with a capital is none that goes on. */
  capital: 0.5,
  /** A line of a label that is set to the left begins farther left than the one before: indented ones are parts of what it names. */
  outdented: 2,
  /** A label over others that are set in, which begins with a capital, goes on the one above it. */
  groupHead: 1,
  /** The head of a section stands in one cell with what is above or below it. */
  section: 3,
  /** The same in the head of a column of figures. */
  wrappedHead: 0.3,
  /** A figure goes on in the next line: its column may be too narrow for it. */
  brokenFigure: 0.5,
  /** The same of a code: its first line is filled to the last digit. */
  brokenCode: 0.1,
  /** The lines of one cell are farther apart than lines are, for each pitch and at most. */
  apart: 10,
  mostApart: 3,
  /** A full line has its next one in another row. */
  cutOff: 0.4,
  /** The same where the next line begins with a capital, as labels in Latin letters do. */
  cutBeforeCapital: 0.1,
  /** A line begins with a small letter, and what it may go on stands in another row. */
  smallLetter: 1,
  /** Lines that stand nearer to each other than rows do are of two rows. */
  snug: 1.5,
  /** Every cell of a row has the same number of lines, more than one: for each cell and line more, and at most. */
  allAlike: 0.4,
  mostAlike: 1.5,
  /** A column that has a text in nearly every row has none in this one. */
  blank: 0.6,
  /** The most that this costs in a row of several texts, and in one of a single text, which may be the rest of a row. */
  fewBlank: 0.6,
  mostBlank: 1,
  /** A line through a text. */
  crossed: 3,
  /** A line through a label, which may span rows. */
  crossedLabel: 0.05,
  /** A text over several columns stands under, or over, texts of its columns side by side. */
  across: 3,
  /** A line higher than its texts. */
  room: 0.3,
};

/** Off its place by no more than this, in pitches, a text stands right: fonts differ in where they set their base line. */
const drift = 0.12;

/** Lines of one cell may be this many pitches apart: a fallback font makes one higher. */
const evenPitch = 1.07;

/** What it costs that a row begins at `top` and ends at `bottom`; `lasting` is what a row that begins higher costs as well. */
export function rowCost(
  table: WrittenTable,
  model: RowModel,
  top: number,
  bottom: number,
): { total: number; lasting: number } {
  const { lines, pitch } = table;
  const own: WrittenLine[] = [];
  let total = 0;
  const labels: WrittenLine[] = [];
  for (let i = firstAt(lines, top - pitch); i < lines.length; i++) {
    const line = lines[i]!;
    if (line.y0 > bottom) break;
    const label = isLabel(line, model);
    if (isCrossed(line, bottom)) total += label ? costs.crossedLabel : costs.crossed;
    if (line.middle <= top || line.middle > bottom) continue;
    (label ? labels : own).push(line);
  }
  let lasting = 0;
  let filled = 0;
  const covered = new Set<number>();
  const cells = cellsOf(own);
  // What an end of the page cuts does not stand in the middle.
  const atEnd = top <= lines[0]!.middle || bottom >= lines.at(-1)!.middle;
  for (const cell of cellsOf(labels)) lasting += linesCost(cell, pitch, model);
  total += lasting;
  for (const cell of cells) {
    const within = linesCost(cell, pitch, model) + acrossCost(cell, pitch);
    lasting += within;
    total += within + offPlace(cell, atEnd ? alignments : [model.alignment], top, bottom, pitch);
    const last = cell.at(-1)!;
    if (last.next && last.next.middle > bottom)
      total += last.next.middle - last.middle < table.snug ? costs.snug : cutOffCost(last, last.next);
    filled = Math.max(filled, last.middle - cell[0]!.middle + pitch);
    for (const line of cell) for (let column = line.first; column <= line.last; column++) covered.add(column);
  }
  total += alikeCost(cells) + groupHeadCost([...labels, ...own], pitch);
  const blank = model.dense.filter((dense, column) => dense && !covered.has(column)).length;
  total += Math.min(
    costs.blank * blank,
    cells.length > 1 || labels.length > 0 ? costs.fewBlank : costs.mostBlank,
  );
  total += costs.room * Math.max(0, (bottom - top - filled) / pitch - drift);
  return { total, lasting };
}

/** What speaks against the name of a group, alone on its line, being of a row whose other texts stand on other lines. */
function groupHeadCost(row: readonly WrittenLine[], pitch: number): number {
  const head = row.find(isGroupHead);
  const others = row.filter(({ first }) => first > 0);
  if (head === undefined || others.length === 0) return 0;
  return others.some(({ middle }) => Math.abs(middle - head.middle) < pitch / 2) ? 0 : costs.groupHead;
}

/** What speaks against a row whose cells all wrap to the same number of lines: they are as many rows. */
function alikeCost(cells: readonly (readonly WrittenLine[])[]): number {
  const count = cells[0]?.length ?? 0;
  if (count < 2 || cells.length < 2 || cells.some((cell) => cell.length !== count)) return 0;
  // A word that goes on tells that its cell wraps.
  const whole = cells.filter((cell) => !cell.slice(0, -1).every(({ torn }) => torn));
  return Math.min(costs.mostAlike, costs.allAlike * Math.max(0, whole.length - 1) * (count - 1));
}

function isLabel({ first, last, upright }: WrittenLine, { labels }: RowModel): boolean {
  if (upright) return true;
  for (let column = first; column <= last; column++) if (!labels[column]) return false;
  return true;
}

/** Index of the first line below a height. */
const firstAt = (lines: readonly WrittenLine[], y: number): number =>
  firstFrom(lines.length, (at) => lines[at]!.middle >= y);

/** The lines of a row by cells: those that stand over one another's columns. */
function cellsOf(lines: readonly WrittenLine[]): WrittenLine[][] {
  const cells: WrittenLine[][] = [];
  let end = -1;
  for (const line of [...lines].sort((a, b) => a.first - b.first || a.middle - b.middle)) {
    if (line.first > end) cells.push([]);
    cells.at(-1)!.push(line);
    end = Math.max(end, line.last);
  }
  return cells.map((cell) => cell.sort((a, b) => a.middle - b.middle));
}

/** What speaks against a text over several columns being of one row with two of them that stand side by side. */
function acrossCost(cell: readonly WrittenLine[], pitch: number): number {
  const isOver = (line: WrittenLine): boolean =>
    line.first < line.last &&
    cell.some((one) => one.first >= line.first && one.last <= line.last && hasNeighbour(one, line));
  const hasNeighbour = (one: WrittenLine, line: WrittenLine): boolean =>
    Math.abs(one.middle - line.middle) > pitch / 2 &&
    cell.some((other) => other.first > one.last && Math.abs(other.middle - one.middle) < pitch / 2);
  return cell.some(isOver) ? costs.across : 0;
}

/** What speaks against lines being of one cell. */
function linesCost(cell: readonly WrittenLine[], pitch: number, { figures }: RowModel): number {
  let cost = 0;
  for (let i = 1; i < cell.length; i++) {
    const [before, line] = [cell[i - 1]!, cell[i]!];
    const distance = line.middle - before.middle;
    if (distance < 0.5 * pitch) continue;
    if (line.section || before.section) cost += costs.section;
    if (isGroupHead(line) || isMember(before, line)) cost += costs.groupHead;
    if (item.test(line.text) || (figures.includes(true) && isPart(line))) cost += costs.item;
    if (isOutdented(cell, before, line, pitch)) cost += costs.outdented;
    const inFigures = figures[before.first] && before.last === before.first && line.last === line.first;
    cost += Math.min(costs.mostApart, costs.apart * Math.max(0, distance / pitch - evenPitch));
    if (before.figure && line.figure)
      cost += isBrokenFigure(before, line) ? brokenCost(before) : costs.figures;
    else if (isValue(before.text) && isValue(line.text)) cost += costs.figures;
    else if (inFigures && line.figure) cost += costs.early;
    else if (inFigures) cost += before.full ? 0 : costs.wrappedHead;
    else if (!before.full) cost += startsSmall(line) ? costs.early / 2 : costs.early;
    else if (/^\p{Lu}/u.test(line.text)) cost += costs.capital;
  }
  return cost;
}

/** What begins a row of its own in a list of indicators. */
export const item = /^(?:指标\s?\d{1,2}\s?[：:]|…{1,4}$|\.{3,6}$)/;

/** What begins the name of a part in the first column of a table of figures: 其中：公车购置, 2、出国经费, （二）项目支出. */
const part =
  /^(?:其中[：:]|\d{1,2}、|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）])\p{Script=Han}/u;

const isPart = ({ first, last, text }: WrittenLine): boolean => first === 0 && last === 0 && part.test(text);

/** A label begins farther left than the one before by this many ems, at least. */
const outdent = 0.4;

/** Whether a label of the first column begins left of the line above it and has neither its middle nor its end: texts in Chinese indent their first line. */
function isOutdented(
  cell: readonly WrittenLine[],
  before: WrittenLine,
  line: WrittenLine,
  pitch: number,
): boolean {
  if (line.first > 0 || before.first > 0 || !/^\p{Script=Latin}/u.test(line.text)) return false;
  // The words of a justified line may stand apart.
  const start = Math.min(
    ...cell.filter(({ middle }) => Math.abs(middle - before.middle) < pitch / 2).map(({ x0 }) => x0),
  );
  return line.x0 < start - outdent * line.size && !standAlike(before, line);
}

/** Whether the label right below one in the first column is set in: it is of the group that the one names. */
function isGroupHead({ first, text, x0, size, next, full }: WrittenLine): boolean {
  // A full label goes on in small letters, set in below its first line.
  if (full && next !== null && startsSmall(next)) return false;
  return first === 0 && /^\p{Lu}\p{Ll}/u.test(text) && next !== null && next.x0 > x0 + outdent * size;
}

/** Whether a label is set in below the one above it, as the next one is: both are of the group that the one above names. */
function isMember(before: WrittenLine, { first, text, x0, size, next }: WrittenLine): boolean {
  if (first > 0 || before.first > 0 || next === null || x0 < before.x0 + outdent * size) return false;
  return (
    /^\p{Lu}\p{Ll}/u.test(text) && /^\p{Lu}\p{Ll}/u.test(next.text) && Math.abs(next.x0 - x0) < sideDrift
  );
}

/** A full line of at least this many ems is one of a longer text. */
const proseWidth = 6;

/** What speaks against the line below one being in another row: it begins with a small letter, or the one above is full and ends no sentence. */
function cutOffCost(line: WrittenLine, next: WrittenLine): number {
  if (line.figure || (!line.torn && /[。；;.]$/.test(line.text))) return 0;
  if (startsSmall(next)) return costs.smallLetter;
  if (!line.torn && (!line.full || line.width < proseWidth * line.size)) return 0;
  return /^\p{Lu}/u.test(next.text) ? costs.cutBeforeCapital : costs.cutOff;
}

function startsSmall({ text }: WrittenLine): boolean {
  return /^\p{Ll}\p{L}/u.test(text);
}

/** Whether a line can be the last digits of a figure that its column is too narrow for. */
function isBrokenFigure(before: WrittenLine, line: WrittenLine): boolean {
  return (
    before.full &&
    line.width < before.width &&
    standAlike(before, line) &&
    !(/,\d{3}$/.test(before.text) && /^\d/.test(line.text)) &&
    /^[\d.,]+[%％]?$/.test(line.text) &&
    /[\d.,]$/.test(before.text)
  );
}

/** A figure of at least as many digits without a mark among them is a code. */
const isCode = /^\d{5,}$/;

const brokenCost = ({ text }: WrittenLine): number =>
  isCode.test(text) ? costs.brokenCode : costs.brokenFigure;

/** Lines of one cell begin, end or have their middles this near to each other, in points. */
const sideDrift = 2;

function standAlike(a: WrittenLine, b: WrittenLine): boolean {
  const [left, right] = [a.x0 - b.x0, a.x1 - b.x1];
  return Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2) <= sideDrift;
}

/** How far, in pitches, the text of a cell stands off where it should in its row: in one of several places where any may be right. */
function offPlace(
  cell: readonly WrittenLine[],
  places: readonly Alignment[],
  top: number,
  bottom: number,
  pitch: number,
): number {
  const [first, last] = [cell[0]!.middle, cell.at(-1)!.middle];
  const off = {
    middle: Math.abs((first + last) / 2 - (top + bottom) / 2),
    top: Math.abs(first - top - pitch / 2),
    bottom: Math.abs(bottom - pitch / 2 - last),
  };
  return Math.max(0, Math.min(...places.map((place) => off[place])) / pitch - drift);
}
