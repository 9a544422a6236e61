import { type Decoded, fromBase64 } from './base64.ts';

/** A file that stands in a text (POSIX.1, `uuencode`): its content, or why it is none. */
export interface UuencodedFile {
  name: string;
  content: Decoded;
}

/** Also where the text ends within it. */
const damaged: Decoded = { fault: 'damaged', size: 0 };

const begin = /^begin(-base64)? [0-7]{3,4} (\S.*?)\s*$/;
const beginBytes = Buffer.from('begin');
/** A first line is no longer than this, bytes: a longer one is prose. */
const mostBeginBytes = 1000;
const [lineFeed, carriageReturn, blank, grave] = [0x0a, 0x0d, 0x20, 0x60];

/** The files that stand in a text between its lines, in their order; names are bytes, as Latin-1. One of more than `maxBytes` is not decoded. */
export function* uuencodedIn(text: Buffer, maxBytes: number): Generator<UuencodedFile> {
  for (let at = text.indexOf(beginBytes); at >= 0; at = text.indexOf(beginBytes, at + 1)) {
    const isAtStart = at === 0 || text[at - 1] === lineFeed;
    if (!isAtStart) continue;
    const lineEnd = endOfLine(text, at);
    const head = lineEnd - at > mostBeginBytes ? null : begin.exec(text.toString('latin1', at, lineEnd));
    if (head === null) continue;
    const [, isBase64, name = ''] = head;
    const start = lineEnd + 1;
    const found =
      isBase64 === undefined ? fromLines(text, start, maxBytes) : fromBase64Lines(text, start, maxBytes);
    if (found === null) continue;
    yield { name, content: found.content };
    at = found.end - 1;
  }
}

function endOfLine(text: Buffer, at: number): number {
  const end = text.indexOf(lineFeed, at);
  return end < 0 ? text.length : end;
}

/** Null where no line is of such a file: someone wrote of beginning something. */
function fromLines(text: Buffer, start: number, maxBytes: number): { content: Decoded; end: number } | null {
  let size = 0;
  const { end, isWhole } = eachLine(text, start, (line) => {
    size += lengthOf(line);
  });
  if (!isWhole) return size === 0 && end < text.length ? null : { content: damaged, end };
  // Lines may lack blanks at their end, and not most of what they say that they hold.
  if (size > end - start) return { content: damaged, end };
  if (size > maxBytes) return { content: { fault: 'too_large', size }, end };
  const content = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  eachLine(text, start, (line) => {
    filled = decodeLine(line, content, filled);
  });
  return { content, end };
}

/** Visits the lines of such a file; whether its last line was met, and where that ends, or what is no line of it begins. */
function eachLine(
  text: Buffer,
  start: number,
  visit: (line: Buffer) => void,
): { end: number; isWhole: boolean } {
  for (let at = start; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.subarray(at, text[end - 1] === carriageReturn ? end - 1 : end);
    if (line.length === 3 && line.toString('latin1') === 'end') return { end, isWhole: true };
    if (!isLine(line)) return { end: at, isWhole: false };
    visit(line);
    at = end + 1;
  }
  return { end: text.length, isWhole: false };
}

/** How many bytes a line holds, by its first sign; a blank one may have gone. */
const lengthOf = (line: Buffer): number => (line.length === 0 ? 0 : sixBits(line[0]!));

/** Some add a sum of the line, and some fill it up to four signs; blanks at its end may have gone. */
function isLine(line: Buffer): boolean {
  return (
    line.length <= Math.ceil(lengthOf(line) / 3) * 4 + 2 &&
    line.every((sign) => sign >= blank && sign <= grave)
  );
}

function decodeLine(line: Buffer, content: Buffer, filled: number): number {
  const end = filled + lengthOf(line);
  let to = filled;
  for (let i = 1; to < end; i += 4) {
    const signs = [0, 1, 2, 3].map((j) => sixBits(line[i + j] ?? blank));
    const word = signs.reduce((bits, value) => (bits << 6) | value, 0);
    for (let shift = 16; shift >= 0 && to < end; shift -= 8) content[to++] = (word >>> shift) & 0xff;
  }
  return to;
}

const sixBits = (sign: number): number => (sign - blank) & 63;

/** Up to a line of four `=`. */
function fromBase64Lines(text: Buffer, start: number, maxBytes: number): { content: Decoded; end: number } {
  const mark = text.indexOf('\n====', Math.max(0, start - 1), 'latin1');
  if (mark < 0) return { content: damaged, end: text.length };
  return { content: fromBase64(text.subarray(start, mark), maxBytes), end: mark + 1 };
}
