import { expect, test } from 'vitest';
import { drawsOtherDigits } from '../../../parsers/pages/characters/digit-outlines.ts';
import { markOtherDigits } from '../../../parsers/pages/characters/other-digits.ts';

const bytes = (width: 2 | 4, numbers: readonly number[]): number[] =>
  numbers.flatMap((number) =>
    Array.from({ length: width }, (_, i) => (number >> (8 * (width - 1 - i))) & 0xff),
  );

/** A glyph of upright boxes, each from its foot to its head. */
function glyph(boxes: readonly (readonly [number, number])[]): number[] {
  const points = boxes.flatMap(([foot, head]) => [foot, foot, head, head]);
  const flags = points.map(() => 1);
  const steps = points.map((y, i) => y - (points[i - 1] ?? 0));
  const drawn = [
    ...bytes(2, [boxes.length, 0, 0, 0, 0, ...boxes.map((_, i) => 4 * i + 3), 0]),
    ...flags,
    ...bytes(
      2,
      points.map(() => 0),
    ),
    ...bytes(2, steps),
  ];
  return [...drawn, ...Array<number>(-drawn.length & 3).fill(0)];
}

const digit = [0, 700] as const;
const [low, high, tall] = [
  [60, 360],
  [340, 640],
  [60, 640],
] as const;
/** 0 to 9 as they are drawn. */
const drawn = [
  [digit, tall],
  [digit],
  [digit],
  [digit],
  [digit, [250, 600] as const],
  [digit],
  [digit, low],
  [digit],
  [digit, [60, 300] as const, [400, 640] as const],
  [digit, high],
];

/** A TrueType font whose characters from U+E000 on are the digits. */
function font(): Uint8Array {
  const glyphs = [[], ...drawn.map(glyph)];
  const places = [0];
  for (const { length } of glyphs) places.push(places.at(-1)! + length);
  const last = 0xe000 + drawn.length - 1;
  const segments = [4, 0, 0, 4, 0, 0, 0, last, 0xffff, 0, 0xe000, 0xffff, 1 - 0xe000, 1, 0, 0];
  const tables: [string, number[]][] = [
    ['cmap', [...bytes(2, [0, 1, 3, 1]), ...bytes(4, [12]), ...bytes(2, segments)]],
    ['glyf', glyphs.flat()],
    ['head', [...Array<number>(50).fill(0), ...bytes(2, [1, 0])]],
    ['loca', bytes(4, places)],
  ];
  let at = 12 + 16 * tables.length;
  const listed = tables.flatMap(([name, content]) => {
    const entry = [...Buffer.from(name), ...bytes(4, [0, at, content.length])];
    at += content.length;
    return entry;
  });
  return Uint8Array.from([
    ...bytes(4, [0x00010000]),
    ...bytes(2, [tables.length, 0, 0, 0]),
    ...listed,
    ...tables.flatMap(([, content]) => content),
  ]);
}

/** Digits by their texts, drawn by the glyphs of others. */
const written = (pairs: Record<string, string>) =>
  Object.entries(pairs).map(([unicode, shown]) => ({
    unicode,
    width: 500,
    fontChar: String.fromCodePoint(0xe000 + Number(shown)),
  }));

test('digits that are drawn as they are named, or as a script may draw one, are not contradicted', () => {
  const own = Object.fromEntries(Array.from('0123456789', (one) => [one, one]));
  expect(drawsOtherDigits(font(), written(own))).toBe(false);
  expect(drawsOtherDigits(font(), written({ ...own, 2: '6' }))).toBe(false);
});

test.each([
  ['all by one', { 1: '0', 2: '1', 3: '2', 4: '3', 5: '4', 6: '5', 7: '6', 8: '7', 9: '8', 0: '9' }],
  ['a 6 for a 9', { 6: '9' }],
  ['a few', { 1: '8', 8: '1' }],
])('digits whose texts are moved are: %s', (_, pairs) => {
  expect(drawsOtherDigits(font(), written(pairs))).toBe(true);
});

test('two digits that pass for one are, unless they are drawn alike', () => {
  const [seven, one] = [...written({ 7: '7' }), ...written({ 7: '1' })];
  const eight = written({ 7: '8' })[0]!;
  expect(drawsOtherDigits(font(), [seven!, eight])).toBe(true);
  expect(drawsOtherDigits(font(), [seven!, one!])).toBe(false);
  expect(drawsOtherDigits(font(), [seven!, seven!])).toBe(false);
});

test('a font that is cut off, or has no such outlines, tells nothing', () => {
  expect(drawsOtherDigits(font().slice(0, 150), written({ 6: '9' }))).toBeNull();
  expect(drawsOtherDigits(Uint8Array.from(bytes(4, [0x4f54544f, 0, 0])), written({ 6: '9' }))).toBeNull();
});

test('digits of a font that draws others become unknown, and no other sign', () => {
  const glyph = (text: string, name = 'f1') => ({
    ...{ text, font: name, box: { x0: 0, y0: 0, x1: 5, y1: 10 }, baseline: 8, size: 10, turn: 0 as const },
    ...{ bold: false, colour: '#000000', run: 0, cut: false },
  });
  const glyphs = [glyph('6'), glyph('元'), glyph('6', 'f2')];
  const counts = { all: 2, foreign: 0, odd: 0, wideOdd: 0, wideLatin: 0, small: 0, vowels: 0 };
  const use = {
    ...{ ...counts, composite: true, family: '', names: undefined, codes: new Set(written({ 6: '9' })) },
    ...{ foreignKinds: new Set<string>(), oddKinds: new Set<string>() },
  };
  const program = font();
  const fonts = new Map([
    [
      'f1',
      {
        ...use,
        drawsOtherDigits: (digits: Parameters<typeof drawsOtherDigits>[1]) =>
          drawsOtherDigits(program, digits) === true,
      },
    ],
    ['f2', { ...use, drawsOtherDigits: undefined }],
  ]);
  expect(markOtherDigits(fonts, glyphs)).toBe(1);
  expect(glyphs.map(({ text }) => text)).toEqual(['\ufffd', '元', '6']);
});
