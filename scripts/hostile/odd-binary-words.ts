import { anchors, drawings, group, shape } from '../../test/parsers/word-binary/art.ts';
import {
  binaryWord,
  long,
  type Options,
  type Paragraph,
  p,
  packed,
  sprm,
  word,
} from '../../test/parsers/word-binary/binary-word.ts';
import { styleSheet } from '../../test/parsers/word-binary/structures.ts';
import { cell, definition, innerRow, row } from '../../test/parsers/word-binary/tables.ts';
import { generateDocument } from '../generate/document.ts';
import { renderDoc } from '../generate/render/doc.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';

const edges = [0, 3000, 6000];
const form: Paragraph[] = [
  p('项目支出绩效自评表'),
  ...row(['三级指标', '指标值'], edges),
  ...row(['演出场次', '12场'], edges),
  p(''),
];
const made =
  (options: Options, body = form) =>
  () =>
    binaryWord(body, options);
const whole = () => Buffer.from(renderDoc(generateDocument(11).sections));
const changed = (change: (bytes: Buffer) => void) => () => {
  const bytes = whole();
  change(bytes);
  return bytes;
};

const lost: Expectation = { status: ['partial'], codes: ['page_failed'] };
const either: Expectation = { status: ['failed', 'partial'] };
const read: Expectation = { status: ['ok'] };

/** Rows enough to be over the limit, of one cell each. */
const tall = (): Paragraph[] => Array.from({ length: 100_010 }, () => row(['1'], [0, 900])).flat();

/** Rows each with edges of its own. */
const wide = (): Paragraph[] =>
  Array.from({ length: 300 }, (_, n) =>
    row(
      Array<string>(18).fill('1'),
      Array.from({ length: 19 }, (__, k) => k * 1700 - 15_000 + ((n * 131) % 1600)),
    ),
  ).flat();

const deep = (): Paragraph[] => {
  let inner: Paragraph[] = [p('深')];
  for (let tables = 40; tables > 1; tables--) inner = innerRow([inner], [0, 500], tables);
  return row([[...inner, cell('')]], [0, 3000]);
};

const nestedGroups = (): number[] => {
  let inner = group(shape({ id: 7 }));
  for (let n = 0; n < 800; n++) inner = group(inner);
  return inner;
};

const circles = styleSheet([
  { name: '正文', base: 1 },
  { name: '甲', base: 0, characters: sprm(0x0837, 0x81) },
]);

const cases: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  [
    'sectors-run-in-a-circle',
    changed((bytes) => {
      const at = (bytes.readUInt32LE(76) + 1) * 512;
      for (let n = 2; n < 100; n++) bytes.writeUInt32LE(n - (n % 2 === 0 ? 1 : 0), at + 4 * n);
    }),
    either,
  ],
  ['streams-of-4-gb', made({ change: ({ main }) => main.writeUInt32LE(0xffffffff, 0x40) }), read],
  ['a-billion-characters', made({ change: ({ main }) => main.writeUInt32LE(1e9, 0x4c) }), lost],
  [
    'a-billion-characters-in-a-piece',
    made({
      change: ({ main, table }) => {
        main.writeUInt32LE(1e9, 0x4c);
        table.writeUInt32LE(1e9, 9);
      },
    }),
    lost,
  ],
  [
    'pieces-of-the-same-bytes',
    made({
      pieces: Array.from({ length: 9 }, () => ({ characters: 2 })),
      change: ({ main, table }) => {
        main.writeUInt32LE(9e6, 0x4c);
        for (let n = 1; n <= 10; n++) table.writeUInt32LE(n * 900, 5 + n * 4);
        for (let n = 0; n < 9; n++) table.writeUInt32LE(0, 5 + 11 * 4 + n * 8 + 2);
      },
    }),
    refused('corrupt'),
  ],
  ['no-pieces', made({ change: ({ main }) => main.writeUInt32LE(0, 0x9e + 33 * 8) }), refused('corrupt')],
  [
    'no-table-stream',
    () => packed({ WordDocument: Buffer.from([0xec, 0xa5, 0xc1, 0, ...Array<number>(5000).fill(0)]) }),
    refused('corrupt'),
  ],
  [
    'no-formatting',
    made({
      change: ({ main }) => {
        main.writeUInt32LE(0, 0x9e + 12 * 8);
        main.writeUInt32LE(0, 0x9e + 13 * 8);
      },
    }),
    lost,
  ],
  [
    'formatting-beyond-the-file',
    made({
      change: ({ main, table }) => table.writeUInt32LE(0x3fffff, main.readUInt32LE(0x9a + 13 * 8) + 8),
    }),
    lost,
  ],
  ['a-hundred-thousand-rows', () => binaryWord([...tall(), p('')]), refused('too_large')],
  ['edges-of-their-own-in-each-row', () => binaryWord([...wide(), p('')]), read],
  ['forty-tables-in-one-another', () => binaryWord([...deep(), p('')]), refused('too_large')],
  [
    'in-a-billion-tables',
    made({}, [p('甲', { sprms: [...sprm(0x2416, 1), ...sprm(0x6649, ...long(0x3fffffff))] }), ...form]),
    refused('too_large'),
  ],
  [
    'properties-that-name-themselves',
    made({ data: Uint8Array.from([...word(6), ...sprm(0x6646, ...long(0))]) }, [
      ...form,
      ...Array.from({ length: 2_000 }, () => p('甲', { sprms: sprm(0x6646, ...long(0)) })),
    ]),
    read,
  ],
  ['properties-nowhere', made({}, [...form, p('甲', { sprms: sprm(0x6646, ...long(0xfffffff0)) })]), lost],
  ['styles-in-a-circle', made({ structures: { 1: circles } }), read],
  ['fields-that-never-end', made({}, [p('\u0013'.repeat(200_000)), ...form]), read],
  [
    'fields-in-one-another',
    made({}, [p(`${'\u0013'.repeat(3_000)}甲${'\u0015'.repeat(3_000)}`), ...form]),
    read,
  ],
  [
    'a-box-for-every-character',
    made(
      {
        boxes: [Array.from({ length: 500 }, () => p('框'.repeat(100)))],
        structures: {
          40: anchors(
            Array.from({ length: 5_000 }, (_, at) => ({ at, shape: 7 })),
            5_100,
          ),
          50: drawings([], [shape({ id: 7, box: 0 })]),
        },
      },
      [p([{ text: '\u0008'.repeat(5_000), sprms: sprm(0x0855, 1) }]), ...form],
    ),
    read,
  ],
  [
    'groups-in-groups',
    made({ structures: { 40: anchors([{ at: 0, shape: 7 }], 40), 50: drawings([], [nestedGroups()]) } }, [
      p([{ text: '\u0008', sprms: sprm(0x0855, 1) }]),
      ...form,
    ]),
    read,
  ],
  [
    'drawings-of-4-gb',
    made(
      {
        structures: {
          40: anchors([{ at: 0, shape: 7 }], 40),
          50: [...word(15), ...word(0xf000), ...long(0xffffffff)],
        },
      },
      [p([{ text: '\u0008', sprms: sprm(0x0855, 1) }]), ...form],
    ),
    read,
  ],
  [
    'a-row-of-255-cells-that-has-two',
    made({}, [
      ...form.slice(0, -1),
      p('', {
        mark: '\u0007',
        sprms: [
          ...sprm(0x2416, 1),
          ...sprm(0x2417, 1),
          ...definition([0, 1, 2]),
          ...sprm(0x7621, 0, 255, ...word(30_000)),
        ],
      }),
      p(''),
    ]),
    lost,
  ],
  ['encrypted', made({ change: ({ main }) => main.writeUInt8(1, 0x0b) }), refused('encrypted')],
  ['of-word-95', made({ version: 0x68 }), { status: ['unsupported'], codes: ['unsupported_format'] }],
  ...Array.from({ length: 9 }, (_, n): [string, () => Uint8Array, Expectation] => [
    `cut-at-${(n + 1) * 10}-percent`,
    () => whole().subarray(0, Math.floor((whole().length * (n + 1)) / 10)),
    either,
  ]),
];

/** Documents of Word 97 with lies, circles and losses ([MS-DOC], [MS-ODRAW]). */
export const oddBinaryWords: readonly HostileCase[] = cases.map(([name, make, expected]) => ({
  name: `odd-word-97-${name}.doc`,
  make,
  expected,
  ...(name === 'a-hundred-thousand-rows' ? { heavy: true } : {}),
}));
