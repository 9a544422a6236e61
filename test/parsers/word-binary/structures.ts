import { letters, long, word } from './binary-word.ts';

/** A style of the sheet: `kind` 1 paragraphs, 2 characters, 3 tables. */
export interface WrittenStyle {
  name: string;
  kind?: 1 | 2 | 3;
  base?: number;
  /** Number of a style of Word's own. */
  builtIn?: number;
  paragraph?: number[];
  characters?: number[];
}

const led = (bytes: number[]): number[] => [
  ...word(bytes.length),
  ...bytes,
  ...(bytes.length % 2 === 1 ? [0] : []),
];

/** [MS-DOC] 2.9.271 STSH, structure 1 of the table stream. */
export function styleSheet(styles: WrittenStyle[]): number[] {
  const written = styles.map(
    ({ name, kind = 1, base = 0xfff, builtIn = 0xffe, paragraph = [], characters = [] }, n) => {
      const groups =
        kind === 1
          ? [...led([...word(n), ...paragraph]), ...led(characters)]
          : kind === 2
            ? led(characters)
            : [...led([]), ...led([...word(n), ...paragraph]), ...led(characters)];
      const counts = { 1: 2, 2: 1, 3: 3 };
      return led([
        ...word(builtIn),
        ...word(kind | (base << 4)),
        ...word(counts[kind]),
        ...word(0),
        ...word(0),
        ...word(name.length),
        ...letters(name),
        ...word(0),
        ...groups,
      ]);
    },
  );
  const head = [...word(styles.length), ...word(10), ...Array<number>(14).fill(0)];
  return [...word(head.length), ...head, ...written.flat()];
}

/** [MS-DOC] 2.9.278 SttbfFfn, structure 15. */
export const fontTable = (names: string[]): number[] => [
  ...word(names.length),
  ...word(0),
  ...names.flatMap((name) => {
    const font = [...Array<number>(39).fill(0), ...letters(name), ...word(0)];
    return [font.length, ...font];
  }),
];

export interface WrittenLevel {
  format: number;
  /** With %1 to %9 for the numbers of the levels. */
  text: string;
  start?: number;
  suffix?: number;
}

function level({ format, text, start = 1, suffix = 0 }: WrittenLevel): number[] {
  const plain = text.replace(/%([1-9])/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
  const places = Array.from(plain, (sign, n) => (sign.charCodeAt(0) < 9 ? n + 1 : 0)).filter((n) => n > 0);
  while (places.length < 9) places.push(0);
  return [
    ...long(start),
    format,
    0,
    ...places,
    suffix,
    ...Array<number>(8).fill(0),
    0,
    0,
    0,
    0,
    ...word(plain.length),
    ...letters(plain),
  ];
}

/** Lists of one level or of nine, each used once or more ([MS-DOC] 2.9.131, 2.9.132): structures 73 and 74, and what stands behind 73. */
export function lists(all: WrittenLevel[][], uses: { list: number; start?: number }[]) {
  const heads = all.flatMap((levels, n) => [
    ...long(n + 100),
    ...long(0),
    ...Array<number>(18).fill(0),
    levels.length === 1 ? 1 : 0,
    0,
  ]);
  const levels = all.flatMap((own) =>
    own.length === 1
      ? level(own[0]!)
      : Array.from({ length: 9 }, (_, n) => level(own[n] ?? { format: 255, text: '' })).flat(),
  );
  const changed = uses.map(({ start }) => (start === undefined ? 0 : 1));
  return {
    lists: [...word(all.length), ...heads],
    levels,
    uses: [
      ...long(uses.length),
      ...uses.flatMap(({ list }, n) => [...long(list + 100), ...long(0), ...long(0), changed[n]!, 0, 0, 0]),
      ...uses.flatMap(({ start }) => [
        ...long(0xffffffff),
        ...(start === undefined ? [] : [...long(start), ...long(0x10)]),
      ]),
    ],
  };
}
