import { displayWidth } from '../terminal/width.ts';

/** Points: a line of text at the usual size, and what a cell keeps above and below. */
const lineHeight = 13.5;
const padding = 5;

/** Lines that a text takes in a column of so many characters; a 汉字 takes two. */
export function linesIn(text: string, width: number): number {
  const across = Math.max(1, width - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / across)), 0);
}

/** Height of a row that shows so many lines, points. */
export function heightOf(lines: number): number {
  return Math.round((lines * lineHeight + padding) * 4) / 4;
}
