import { byteAt, longAt, wordAt } from './bytes.ts';

/** What stands where in the file ([MS-DOC] 2.5.1, the File Information Block at the start of the WordDocument stream). */
export interface Fib {
  /** Version of the format: 0xC1 (193) for Word 97 and all that came after it. */
  version: number;
  encrypted: boolean;
  /** Which of the two table streams is used. */
  tableStream: '0Table' | '1Table';
  /** Characters of each story, in the order in which they follow one another. */
  stories: Record<StoryName, Story>;
  /** Characters of all stories together, as the file claims. */
  characters: number;
  /** Where a structure lies in the table stream. */
  place: (name: StructureName) => { offset: number; bytes: number };
}

/** The stretch of a story in the text of the whole document, in characters. */
export interface Story {
  start: number;
  end: number;
}

const storyNames = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;
export type StoryName = (typeof storyNames)[number];

/** Index of each structure in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
const structures = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  drawingAnchors: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;
export type StructureName = keyof typeof structures;

const signatures = new Set([0xa5ec, 0xa5dc]);

/** Null where the stream begins with no such block. */
export function readFib(main: Uint8Array): Fib | null {
  if (main.length < 0x9a || !signatures.has(wordAt(main, 0))) return null;
  const flags = wordAt(main, 0x0a);
  const words = wordAt(main, 0x20);
  const longs = 0x22 + words * 2;
  const pairs = longs + 2 + wordAt(main, longs) * 4;
  const pairCount = wordAt(main, pairs);
  const stories = {} as Fib['stories'];
  let start = 0;
  for (const [n, name] of storyNames.entries()) {
    const end = start + longAt(main, longs + 2 + 12 + n * 4);
    stories[name] = { start, end };
    start = end;
  }
  return {
    version: wordAt(main, 2),
    encrypted: (byteAt(main, 0x0b) & 1) !== 0,
    tableStream: (flags & 0x200) === 0 ? '0Table' : '1Table',
    stories,
    characters: start,
    place: (name) => {
      const index = structures[name];
      const at = pairs + 2 + index * 8;
      return index < pairCount
        ? { offset: longAt(main, at), bytes: longAt(main, at + 4) }
        : { offset: 0, bytes: 0 };
    },
  };
}
