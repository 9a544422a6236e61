import { byteAt, longAt, positionsOf, rangeAt, wordAt } from './bytes.ts';

/** Characters or paragraphs of one formatting: bytes `start` to `end` of the WordDocument stream, and what changes their properties. */
export interface Formatted {
  start: number;
  end: number;
  group: Uint8Array;
  /** Style of the paragraph; 0 for characters. */
  style: number;
  /** Where the group lies, the same for all that share it; -1 where there is none. */
  at: number;
}

const pageBytes = 512;
const none = new Uint8Array();

/**
 * Looks formatting up in pages of 512 bytes ([MS-DOC] 2.9.32 ChpxFkp, 2.9.182 PapxFkp), by byte of the stream: a table (PlcBteChpx, PlcBtePapx) tells
 * the page. `missed` is called where none knows a byte.
 */
export function formattedPages(
  kind: 'characters' | 'paragraphs',
  main: Uint8Array,
  plc: Uint8Array,
  missed: () => void,
): (offset: number) => Formatted {
  const { positions, dataAt } = positionsOf(plc, 4);
  let last: Formatted | null = null;
  let open: Page | null = null;
  const pageAt = (number: number): Page => {
    if (open?.offset !== number * pageBytes) open = readPage(main, number * pageBytes);
    return open;
  };
  const lookUp = (offset: number): Formatted => {
    const index = rangeAt(positions, offset);
    const page = index < 0 ? null : pageAt(longAt(plc, dataAt + index * 4) & 0x3fffff);
    const run = page === null ? -1 : rangeAt(page.starts, offset);
    if (page === null || run < 0) {
      // Some writers leave out the last characters of the text.
      if (kind === 'paragraphs' || positions.length < 2 || page?.starts.length === 1) missed();
      return { start: offset, end: offset + 1, group: none, style: 0, at: -1 };
    }
    const [start, end] = [page.starts[run]!, page.starts[run + 1]!];
    const read = kind === 'characters' ? characterGroup : paragraphGroup;
    return { start, end, ...read(main, page, run) };
  };
  return (offset) => {
    if (last === null || offset < last.start || offset >= last.end) last = lookUp(offset);
    return last;
  };
}

interface Page {
  offset: number;
  /** Bytes of the stream at which each run begins, and at which the last one ends. */
  starts: number[];
}

function readPage(main: Uint8Array, offset: number): Page {
  const runs = offset + pageBytes <= main.length ? byteAt(main, offset + pageBytes - 1) : 0;
  const starts: number[] = [];
  for (let n = 0; n <= runs && (n + 1) * 4 < pageBytes; n++)
    starts.push(Math.max(starts.at(-1) ?? 0, longAt(main, offset + n * 4)));
  return { offset, starts };
}

type Group = Pick<Formatted, 'group' | 'style' | 'at'>;

function characterGroup(main: Uint8Array, { offset, starts }: Page, run: number): Group {
  const within = byteAt(main, offset + starts.length * 4 + run) * 2;
  const at = offset + within;
  return within === 0
    ? { group: none, style: 0, at: -1 }
    : { group: main.subarray(at + 1, Math.min(at + 1 + byteAt(main, at), offset + pageBytes)), style: 0, at };
}

/** 13 bytes a paragraph ([MS-DOC] 2.9.23 BxPap), of which the first tells where its properties begin. */
function paragraphGroup(main: Uint8Array, { offset, starts }: Page, run: number): Group {
  const within = byteAt(main, offset + starts.length * 4 + run * 13) * 2;
  if (within === 0) return { group: none, style: 0, at: -1 };
  const at = offset + within;
  const count = byteAt(main, at);
  const [from, bytes] = count === 0 ? [at + 2, byteAt(main, at + 1) * 2] : [at + 1, count * 2 - 1];
  const group = main.subarray(from + 2, Math.min(from + bytes, offset + pageBytes));
  return { group, style: wordAt(main, from), at };
}
