import { byteAt, textAt, wordAt } from './bytes.ts';

/** A style as it is written ([MS-DOC] 2.9.258 STD). */
export interface Style {
  /** As it is shown, but for styles of Word's own, whose name would be that of some language. */
  name: string;
  kind: 'paragraph' | 'character' | 'table' | 'list';
  /** Number of the style that it is based on; null where it is on none. */
  base: number | null;
  /** What it changes, by kind of property. */
  paragraph: Uint8Array;
  characters: Uint8Array;
  table: Uint8Array;
}

const none = new Uint8Array();
const kinds = [null, 'paragraph', 'character', 'table', 'list'] as const;
/** Styles that a document may have; numbers of styles have twelve bits. */
const noBase = 0xfff;

/** The styles by their number, null where one is not used. */
export function readStyles(sheet: Uint8Array): (Style | null)[] {
  const headBytes = wordAt(sheet, 0);
  const count = Math.min(wordAt(sheet, 2), noBase);
  const baseBytes = wordAt(sheet, 4);
  const styles: (Style | null)[] = [];
  for (let n = 0, at = 2 + headBytes; n < count && at + 2 <= sheet.length; n++) {
    const bytes = wordAt(sheet, at);
    styles.push(bytes === 0 ? null : readStyle(sheet.subarray(at + 2, at + 2 + bytes), baseBytes));
    at += 2 + bytes + (bytes % 2);
  }
  return styles;
}

function readStyle(style: Uint8Array, baseBytes: number): Style | null {
  const kind = kinds[wordAt(style, 2) & 15];
  if (!kind) return null;
  const base = wordAt(style, 2) >> 4;
  const length = wordAt(style, baseBytes);
  const groups = groupsOf(style, baseBytes + 2 + length * 2 + 2, wordAt(style, 4) & 15);
  const [first = none, second = none, third = none] = groups;
  return {
    name: builtIn(wordAt(style, 0) & 0xfff) ?? textAt(style, baseBytes + 2, length),
    kind,
    base: base === noBase ? null : base,
    // The number of the style stands before what it changes of paragraphs.
    paragraph: kind === 'table' ? second.subarray(2) : kind === 'character' ? none : first.subarray(2),
    characters:
      kind === 'table' ? third : kind === 'paragraph' ? second : kind === 'character' ? first : none,
    table: kind === 'table' ? first : none,
  };
}

/** Each is led by its length and begins at an even byte of the style. */
function groupsOf(style: Uint8Array, from: number, count: number): Uint8Array[] {
  const groups: Uint8Array[] = [];
  let at = from;
  for (let n = 0; n < count && at + 2 <= style.length; n++) {
    const bytes = wordAt(style, at);
    groups.push(style.subarray(at + 2, at + 2 + bytes));
    at += 2 + bytes + (bytes % 2);
  }
  return groups;
}

/** Titles and headings, whatever the program that wrote them calls them ([MS-DOC] 2.9.274 sti). */
function builtIn(number: number): string | null {
  if (number >= 1 && number <= 9) return `heading ${number}`;
  return number === 62 ? 'Title' : number === 74 ? 'Subtitle' : null;
}

/** Names of the fonts by their number ([MS-DOC] 2.9.278 SttbfFfn): each entry is led by its length, and the name stands in it at byte 39. */
export function readFonts(table: Uint8Array): string[] {
  const fonts: string[] = [];
  for (let at = 4, n = wordAt(table, 0); n > 0 && at < table.length; n--) {
    const bytes = byteAt(table, at);
    const [name = ''] = textAt(table, at + 40, (bytes - 39) / 2).split('\0');
    fonts.push(name);
    at += 1 + bytes;
  }
  return fonts;
}
