import { long, type Paragraph, word } from './binary-word.ts';

const pageBytes = 512;

interface Entry {
  start: number;
  end: number;
  bytes: number[];
}

/** Writes the formatting of characters or of paragraphs into pages ([MS-DOC] 2.9.32, 2.9.182), in the order of their bytes. */
export function formattedPages(
  kind: 'characters' | 'paragraphs',
  all: readonly Paragraph[],
  bytesOf: (from: number, to: number) => [number, number][],
) {
  const entries = (kind === 'characters' ? characterEntries : paragraphEntries)(all, bytesOf);
  entries.sort((a, b) => a.start - b.start);
  const each = kind === 'characters' ? 1 : 13;
  const pages: Buffer[] = [];
  const firsts: number[] = [];
  for (let from = 0; from < entries.length; ) {
    let to = from;
    let room = pageBytes - 5;
    while (to < entries.length && room >= 4 + each + entries[to]!.bytes.length + 1)
      room -= 4 + each + entries[to++]!.bytes.length + 1;
    if (to === from) throw new RangeError('the properties of a paragraph do not fit into a page');
    pages.push(page(entries.slice(from, to), each));
    firsts.push(entries[from]!.start);
    from = to;
  }
  const last = entries.at(-1)?.end ?? 0;
  return {
    pages,
    table: (firstPage: number) => [
      ...firsts.flatMap(long),
      ...long(last),
      ...pages.flatMap((_, n) => long(firstPage + n)),
    ],
  };
}

function page(entries: readonly Entry[], each: number): Buffer {
  const bytes = Buffer.alloc(pageBytes);
  bytes[pageBytes - 1] = entries.length;
  let place = pageBytes - 1;
  for (const [n, { start, bytes: group }] of entries.entries()) {
    bytes.writeUInt32LE(start, n * 4);
    place = (place - group.length) & ~1;
    if (group.length > 0) {
      bytes.set(group, place);
      bytes[(entries.length + 1) * 4 + n * each] = place / 2;
    }
  }
  bytes.writeUInt32LE(entries.at(-1)?.end ?? 0, entries.length * 4);
  return bytes;
}

type BytesOf = (from: number, to: number) => [number, number][];

function characterEntries(all: readonly Paragraph[], bytesOf: BytesOf): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (const { runs, mark, markSprms } of all) {
    for (const { text, sprms = [] } of [...runs, { text: mark, sprms: markSprms }]) {
      const bytes = sprms.length === 0 ? [] : [sprms.length, ...sprms];
      for (const [start, end] of bytesOf(at, at + text.length)) entries.push({ start, end, bytes });
      at += text.length;
    }
  }
  return entries;
}

function paragraphEntries(all: readonly Paragraph[], bytesOf: BytesOf): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (const { runs, mark, style, sprms } of all) {
    const length = mark.length + runs.reduce((sum, { text }) => sum + text.length, 0);
    const group = [...word(style), ...sprms];
    const bytes =
      group.length % 2 === 1 ? [(group.length + 1) / 2, ...group] : [0, group.length / 2, ...group];
    for (const [start, end] of bytesOf(at, at + length)) entries.push({ start, end, bytes });
    at += length;
  }
  return entries;
}
