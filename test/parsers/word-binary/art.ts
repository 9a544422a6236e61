import { letters, long, word } from './binary-word.ts';

/** A record of drawings ([MS-ODRAW] 2.2.1): version 15 holds others. */
export const record = (type: number, content: number[], instance = 0, version = 0): number[] => [
  ...word(version | (instance << 4)),
  ...word(type),
  ...long(content.length),
  ...content,
];
export const container = (type: number, ...records: number[][]): number[] =>
  record(type, records.flat(), 0, 15);

/** A picture as it is stored: kinds whose bytes follow an identifier and a mark. */
export const blip = (type: number, instance: number, bytes: Iterable<number>): number[] =>
  record(type, [...Array<number>(instance & 1 ? 32 : 16).fill(7), 0xff, ...bytes], instance);

/** An entry of the store of pictures, with its picture, or with the place of it in the stream of the text. */
export const stored = (picture: number[], place = 0): number[] =>
  record(0xf007, [...Array<number>(28).fill(0), ...long(place), 0, 0, 0, 0, ...picture]);

/** The text that a shape holds, its picture, letters that are drawn. */
export interface WrittenShape {
  id: number;
  box?: number;
  picture?: number;
  drawnText?: string;
}

export function shape({ id, box, picture, drawnText }: WrittenShape): number[] {
  const long16 = drawnText === undefined ? [] : [...letters(drawnText), 0, 0];
  const properties = [
    ...(picture === undefined ? [] : [...word(0x4104), ...long(picture)]),
    ...(drawnText === undefined ? [] : [...word(0x80c0), ...long(long16.length)]),
  ];
  return container(
    0xf004,
    record(0xf00a, [...long(id), ...long(0)]),
    record(0xf00b, [...properties, ...long16], properties.length / 6, 3),
    ...(box === undefined ? [] : [record(0xf00d, long((box + 1) << 16))]),
  );
}

export const group = (...shapes: number[][]): number[] => container(0xf003, ...shapes);

/** Structure 50: the store of pictures, and the shapes of the text. */
export const drawings = (store: number[][], shapes: number[][]): number[] => [
  ...container(0xf000, container(0xf001, ...store)),
  0,
  ...container(0xf002, group(shape({ id: 1 }), ...shapes)),
];

/** Structure 40: which shape stands at a character, and its size in points. */
export const anchors = (
  all: { at: number; shape: number; width?: number; height?: number }[],
  end: number,
): number[] => [
  ...[...all.map(({ at }) => at), end].flatMap(long),
  ...all.flatMap(({ shape: id, width = 0, height = 0 }) => [
    ...long(id),
    ...long(0),
    ...long(0),
    ...long(width * 20),
    ...long(height * 20),
    ...word(0),
    ...long(0),
  ]),
];

/** A picture in the line, as the Data stream has it ([MS-DOC] 2.9.190), so large in points. */
export function inline(content: number[], width: number, height: number, kind = 0x64): number[] {
  const header = [
    ...word(68),
    ...word(kind),
    ...Array<number>(20).fill(0),
    ...word(width * 20),
    ...word(height * 20),
    ...word(1000),
    ...word(1000),
    ...Array<number>(32).fill(0),
  ];
  return [...long(4 + header.length + content.length), ...header, ...content];
}

/** Data of a form field ([MS-DOC] 2.9.78): a box to tick (1) or a list (2). */
export function fieldData(kind: 1 | 2, chosen: number, entries: string[] = []): number[] {
  const named = (text: string) => [...word(text.length), ...letters(text), 0, 0];
  const list = [
    ...word(0xffff),
    ...word(entries.length),
    ...word(0),
    ...entries.flatMap((text) => [...word(text.length), ...letters(text)]),
  ];
  const texts = Array.from({ length: 5 }, () => named('')).flat();
  const content = [
    ...long(0xffffffff),
    ...word(kind | (chosen << 2)),
    ...word(0),
    ...word(0),
    ...named('名'),
    ...word(1),
    ...texts,
    ...(kind === 2 ? list : []),
  ];
  return [...long(68 + content.length), ...word(68), ...Array<number>(62).fill(0), ...content];
}
