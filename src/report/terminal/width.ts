import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text without colour codes takes on a terminal: 汉字 take two, combining marks none (UAX #11). */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let columns = 0;
  for (const character of text)
    if (!/^\p{M}/u.test(character)) columns += eastAsianWidth(character.codePointAt(0)!);
  return columns;
}

/**
 * A text of a document made safe for a terminal: control, invisible, bidirectional and private-use characters are
 * written as escapes, line breaks as spaces, so that a filing can neither move the cursor nor disguise a figure.
 */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** At most `width` columns; what is longer ends in …. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${takeColumns(text, width - 1)}…`;
}

/** At most `width` columns with the middle left out, for file names: the end tells the format. */
export function truncateMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const tail = takeColumns([...text].reverse().join(''), Math.floor((width - 1) / 2));
  const head = takeColumns(text, width - 1 - displayWidth(tail));
  return `${head}…${[...tail].reverse().join('')}`;
}

/** Filled with spaces up to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/**
 * Lines of at most `width` columns. Breaks at spaces and between 汉字, never inside a number or a Latin word that
 * fits on a line, and never before closing punctuation (GB/T 15834).
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let columns = 0;
    for (const piece of breakable(paragraph, width)) {
      const size = displayWidth(piece);
      const tight = displayWidth(piece.trimEnd());
      if (columns > 0 && columns + tight > width) {
        lines.push(line.trimEnd());
        line = '';
        columns = 0;
      }
      line += piece;
      columns += size;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const closing = '，。；：！？、）》」』】〕％”’…,.;:!?)]}%';
const opening = '（《「『【〔“‘([{';
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3fffd}]/u;

/** The smallest pieces that stay together on a line, each with the spaces that follow it. */
function breakable(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const character of text) {
    const mayBreak =
      piece !== '' &&
      character !== ' ' &&
      !closing.includes(character) &&
      !opening.includes(before) &&
      (before === ' ' || wide.test(before) || wide.test(character));
    if (mayBreak || displayWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function takeColumns(text: string, width: number): string {
  let taken = '';
  let columns = 0;
  for (const character of text) {
    columns += displayWidth(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
