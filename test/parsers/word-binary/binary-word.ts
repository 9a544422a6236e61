import * as XLSX from 'xlsx';
import { formattedPages } from './write-pages.ts';

/** A change of a property: the number of the operation, and its operand byte by byte ([MS-DOC] 2.6). */
export const sprm = (operation: number, ...operand: number[]): number[] => [...word(operation), ...operand];
export const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const long = (value: number): number[] => [...word(value & 0xffff), ...word(value >>> 16)];
export const letters = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

/** Characters of one look. */
export interface Run {
  text: string;
  sprms?: number[];
}

/** Text up to a mark: the end of a paragraph unless another is given. */
export interface Paragraph {
  runs: Run[];
  mark: string;
  /** Number of the style. */
  style: number;
  sprms: number[];
  /** Of the mark itself. */
  markSprms: number[];
}

export function p(content: string | Run[], given: Partial<Omit<Paragraph, 'runs'>> = {}): Paragraph {
  const runs = typeof content === 'string' ? [{ text: content }] : content;
  return { mark: '\r', style: 0, sprms: [], markSprms: [], ...given, runs };
}

/** How a stretch of the text is stored; the rest of it follows in a piece of its own. */
export interface StoredPiece {
  characters: number;
  compressed?: boolean;
  /** Modifier of properties ([MS-DOC] 2.9.214 Prm). */
  modifier?: number;
}

export interface Options {
  notes?: { at: number; text: Paragraph[] }[];
  endnotes?: { at: number; text: Paragraph[] }[];
  headers?: Paragraph[];
  boxes?: Paragraph[][];
  /** Characters of the main text behind which a section ends. */
  sections?: number[];
  pieces?: StoredPiece[];
  /** Pieces stand in the file in the opposite order. */
  reversed?: boolean;
  /** Groups of properties that modifiers of pieces name. */
  groups?: number[][];
  /** Structures of the table stream by their number. */
  structures?: Record<number, number[] | Uint8Array>;
  data?: Uint8Array;
  /** Changes the bytes of the streams before they are packed. */
  change?: (streams: { main: Buffer; table: Buffer; data: Buffer }) => void;
  /** Streams beside those of the text. */
  streams?: Record<string, Uint8Array>;
  version?: number;
}

const textAt = 2048;
const pageBytes = 512;
const lastStructure = 92;

/** A document as Word 97 to 2003 stores it, byte by byte. */
export function binaryWord(body: Paragraph[], options: Options = {}): Buffer {
  const { notes = [], endnotes = [], boxes = [], headers = [] } = options;
  const closed = (story: Paragraph[]): Paragraph[] => (story.length === 0 ? [] : [...story, p('')]);
  const stories = [
    body,
    closed(notes.flatMap(({ text }) => text)),
    closed(headers),
    [],
    [],
    closed(endnotes.flatMap(({ text }) => text)),
    closed(boxes.flat()),
    [],
  ];
  const all = stories.flat();
  const text = all.map(({ runs, mark }) => runs.map((run) => run.text).join('') + mark).join('');
  const layout = layOut(text, options);
  const characters = formattedPages('characters', all, layout.bytesOf);
  const paragraphs = formattedPages('paragraphs', all, layout.bytesOf);
  const firstPage = Math.ceil((textAt + layout.stored.length) / pageBytes);
  const main = Buffer.concat([
    Buffer.alloc(textAt),
    layout.stored,
    Buffer.alloc(firstPage * pageBytes - textAt - layout.stored.length),
    ...characters.pages,
    ...paragraphs.pages,
  ]);
  const table = collectTable();
  table.add(33, layout.clx);
  table.add(12, characters.table(firstPage));
  table.add(13, paragraphs.table(firstPage + characters.pages.length));
  table.add(
    2,
    references(
      notes.map(({ at }) => at),
      lengthOf(body),
    ),
  );
  table.add(3, starts(notes.map((note) => note.text)));
  table.add(
    46,
    references(
      endnotes.map(({ at }) => at),
      lengthOf(body),
    ),
  );
  table.add(47, starts(endnotes.map((note) => note.text)));
  table.add(6, sectionsOf(options.sections ?? [], lengthOf(body)));
  if (boxes.length > 0) table.add(56, [...starts(boxes), ...boxes.flatMap(() => Array<number>(22).fill(0))]);
  for (const [number, bytes] of Object.entries(options.structures ?? {})) table.add(Number(number), bytes);
  writeHead(main, table.places, stories.map(lengthOf), options.version ?? 0xc1);
  const streams = { main, table: table.bytes(), data: Buffer.from(options.data ?? []) };
  options.change?.(streams);
  return packed({
    WordDocument: streams.main,
    '1Table': streams.table,
    Data: streams.data,
    ...options.streams,
  });
}

export function packed(streams: Record<string, Uint8Array>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    if (bytes.length > 0) XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(bytes));
  return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}

export const lengthOf = (story: readonly Paragraph[]): number =>
  story.reduce(
    (sum, { runs, mark }) => sum + mark.length + runs.reduce((n, run) => n + run.text.length, 0),
    0,
  );

/** Stores the text in pieces, and tells which bytes each character takes. */
function layOut(text: string, { pieces = [], reversed = false, groups = [] }: Options) {
  const last = text.length - pieces.reduce((sum, { characters }) => sum + characters, 0);
  const whole = [...pieces, ...(last > 0 ? [{ characters: last }] : [])];
  let start = 0;
  const placed = whole.map((piece: StoredPiece) => {
    const own = text.slice(start, start + piece.characters);
    start += own.length;
    return { ...piece, own, start: start - own.length, at: 0 };
  });
  const stored: Buffer[] = [];
  let at = textAt;
  for (const piece of reversed ? placed.toReversed() : placed) {
    piece.at = at;
    const bytes = Buffer.from(piece.own, piece.compressed === true ? 'latin1' : 'utf16le');
    stored.push(bytes);
    at += bytes.length;
  }
  const table = [
    ...placed.flatMap((piece) => long(piece.start)),
    ...long(text.length),
    ...placed.flatMap(({ at: place, compressed, modifier = 0 }) => [
      ...word(0),
      ...long(compressed === true ? place * 2 + 0x40000000 : place),
      ...word(modifier),
    ]),
  ];
  const bytesOf = (from: number, to: number): [number, number][] =>
    placed.flatMap((piece): [number, number][] => {
      const first = Math.max(from, piece.start);
      const end = Math.min(to, piece.start + piece.own.length);
      const width = piece.compressed === true ? 1 : 2;
      const place = (character: number) => piece.at + (character - piece.start) * width;
      return first < end ? [[place(first), place(end)]] : [];
    });
  const clx = [
    ...groups.flatMap((group) => [1, ...word(group.length), ...group]),
    2,
    ...long(table.length),
    ...table,
  ];
  return { stored: Buffer.concat(stored), clx, bytesOf };
}

function collectTable() {
  const kept: Buffer[] = [];
  const places = new Map<number, [offset: number, bytes: number]>();
  let at = 0;
  return {
    places,
    add: (number: number, bytes: number[] | Uint8Array): void => {
      if (bytes.length === 0) return;
      kept.push(Buffer.from(bytes));
      places.set(number, [at, bytes.length]);
      at += bytes.length;
    },
    bytes: () => Buffer.concat(kept),
  };
}

const references = (positions: number[], end: number): number[] =>
  positions.length === 0 ? [] : [...positions, end].flatMap(long).concat(positions.flatMap(() => word(1)));

function starts(stories: readonly Paragraph[][]): number[] {
  if (stories.length === 0) return [];
  let at = 0;
  return [0, ...stories.map((story) => (at += lengthOf(story))), at + 1].flatMap(long);
}

const sectionsOf = (ends: number[], last: number): number[] => {
  const all = [0, ...ends, ...(ends.at(-1) === last ? [] : [last])];
  return [...all.flatMap(long), ...all.slice(1).flatMap(() => Array<number>(12).fill(0))];
};

function writeHead(
  main: Buffer,
  places: ReadonlyMap<number, [number, number]>,
  lengths: number[],
  version: number,
): void {
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(version, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt16LE(14, 0x20);
  main.writeUInt16LE(22, 0x3e);
  for (const [n, length] of lengths.entries()) main.writeUInt32LE(length, 0x4c + n * 4);
  main.writeUInt16LE(lastStructure + 1, 0x98);
  for (const [number, [offset, bytes]] of places) {
    main.writeUInt32LE(offset, 0x9a + number * 8);
    main.writeUInt32LE(bytes, 0x9e + number * 8);
  }
}
