import type { TextLine } from './lines.ts';
import { cannotBeginLine, isWide } from './scripts.ts';

/** A line that ends this many ems short of what its column holds was ended on purpose. */
const raggedness = 0.6;

/** 一、 （一） 1. 1、 (1) ① 指标1： at the head of a line begins a paragraph. */
const listMark =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|[.](?!\d))|[①-⑳]|[•●■◆▪·－-] |(?:指标|目标|任务)\d{1,2}[：:])/u;

/** A whole text this short, in ems, has no paragraphs: 一级 / 指标 in a narrow label is one word. */
const labelLength = 14;

/**
 * Lines of one column → its text. Lines that were wrapped are joined, without a space between Chinese characters and with
 * one between words; a line that had room for what follows it ends a paragraph, kept as `\n`.
 * `width` is the room between the borders in points.
 */
export function wrappedText(lines: readonly TextLine[], width: number): string {
  const first = lines[0];
  if (!first) return '';
  if (lines.length === 1) return first.text;
  const widest = Math.max(...lines.map((line) => line.box.x1 - line.box.x0));
  const left = Math.min(...lines.map((line) => line.box.x0));
  const right = Math.max(...lines.map((line) => line.box.x1));
  const oneWord = isLabel(lines);
  // The widest line shows how wide the column is used, unless all lines are short.
  const room = Math.max(widest, Math.min(width - 2 * padding(first), right - left));
  let text = first.text;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!;
    const line = lines[i]!;
    const gap =
      figureGap(before, line, width) ?? gapBetween(before, line, Math.max(room, width - 4 * padding(first)));
    text += (oneWord ? '' : gap) + line.text;
  }
  return text;
}

/** One number, as a cell shows it: with or without groups, decimals and a sign behind it. */
const figure = /^[-−≥≤<>=]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?[%％]?$/;

/**
 * Between two lines of nothing but figures: none where they are one number that its column was too narrow for, a new line where
 * they are two numbers. Null where they are not both figures.
 */
export function figureGap(before: TextLine, line: TextLine, width: number): '' | '\n' | null {
  const isPart = (text: string): boolean => /^[-−≥≤<>=]?[\d.,]+[%％]?$/.test(text);
  if (!isPart(before.text) || !isPart(line.text)) return null;
  const used = before.box.x1 - before.box.x0;
  const digit = (line.box.x1 - line.box.x0) / line.text.length;
  const fits = used + digit < width - 2 * padding(before) - slack * before.size;
  return !fits && figure.test(before.text + line.text) ? '' : '\n';
}

/** Room on a line, in ems, below which a digit more may not have fitted. */
const slack = 0.5;

/** Usual distance of a text from the border of its cell: half a character on each side, at most. */
export function padding(line: TextLine): number {
  return Math.min(5.4, line.size / 2);
}

function isLabel(lines: readonly TextLine[]): boolean {
  // Figures of one digit over one another are no word that is written downwards.
  if (lines.every(({ text }) => figure.test(text))) return false;
  let length = 0;
  for (const line of lines) {
    if (listMark.test(line.text) || /[。；;：:\d]/.test(line.text))
      return lines.every((l) => [...l.text].length === 1);
    for (const character of line.text) length += isWide(character) ? 1 : 100;
  }
  return length <= labelLength;
}

/** Whether the first word (or character) of `line` would have fitted on the line before it: then that line ended on purpose. */
export function hadRoom(before: TextLine, line: TextLine, room: number): boolean {
  const used = before.box.x1 - before.box.x0;
  const head = [...line.text];
  const unit = line.firstUnit + (cannotBeginLine(head[1] ?? ' ') ? line.size / 2 : 0);
  return used + unit + raggedness * line.size < room;
}

/** Whether a line begins with the mark of a list or a numbered item. */
export function beginsItem(text: string): boolean {
  return listMark.test(text);
}

const numerals = '一二三四五六七八九十';

/** The number that a list item begins with; null where it has none. */
function itemNumber(text: string): number | null {
  const mark = /^[（(]?(?:(\d{1,2})|([一二三四五六七八九十]))[、．.)）](?!\d)/u.exec(text);
  if (mark?.[1]) return Number(mark[1]);
  if (mark?.[2]) return numerals.indexOf(mark[2]) + 1;
  return /^[①-⑳]/u.test(text) ? text.codePointAt(0)! - 0x245f : null;
}

/** Whether the item is the next of a list of several that stands above it. */
export function continuesList(above: readonly TextLine[], item: string): boolean {
  const numbers = above.map((line) => itemNumber(line.text)).filter((number) => number !== null);
  return numbers.length > 1 && itemNumber(item) === numbers.at(-1)! + 1;
}

/** Whether the mark is that of the first item of a list. */
export function isFirstItem(text: string): boolean {
  return /^(?:[（(]?[一1][、.．)）](?!\d)|①|(?:指标|目标|任务)1[：:])/u.test(text);
}

function gapBetween(before: TextLine, line: TextLine, room: number): string {
  const used = before.box.x1 - before.box.x0;
  // The short last line of a centred text, or of one set to the right, is no indentation.
  const centred = Math.abs(line.box.x0 + line.box.x1 - before.box.x0 - before.box.x1) < 2 * line.size;
  const toTheRight = Math.abs(line.box.x1 - before.box.x1) < line.size / 2;
  const indented =
    !centred && !toTheRight && line.box.x0 - before.box.x0 > 1.5 * line.size && used > room / 2;
  if (hadRoom(before, line, room) || (listMark.test(line.text) && endsSentence(before.text)) || indented)
    return '\n';
  return joint(before, line);
}

export function endsSentence(text: string): boolean {
  return /[。；;.！？：:]$/.test(text);
}

/** What stands between two lines of one wrapped text. */
export function joint(before: TextLine, line: TextLine): string {
  const last = [...before.text].at(-1) ?? '';
  const next = [...line.text][0] ?? '';
  if (isWide(last) || isWide(next)) return '';
  if (before.endsInSpace) return ' ';
  if (/[-/]$/.test(before.text)) return '';
  if (/[\p{L},.;:)]/u.test(last) && /[\p{L}(]/u.test(next)) return ' ';
  if (/(?:\p{L}|\p{Script=Latin}{2}\.)$/u.test(before.text) && /\d/.test(next)) return ' ';
  // FY 2007 / Actual: words behind a figure among words, and a dash set apart from what follows it.
  if (/\p{L}.*[\d%]$/u.test(before.text) && /^\p{L}{2}/u.test(line.text)) return ' ';
  if (/^[-–•] /.test(line.text)) return ' ';
  return '';
}
