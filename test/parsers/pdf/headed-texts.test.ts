import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, leading, size] = [700, 12, 10];
const at = [60, 190, 400];
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) =>
    shape(grid).map((cell) => cell.replaceAll('\n', ' ')),
  );

/** Rows of cells, each of the lines of its texts, with a wider gap between rows than between lines. */
function drawn(rows: readonly (readonly string[])[]): string {
  let y = top;
  return rows
    .map((row) => {
      const cells = row.map((text) => text.split('\n'));
      const content = cells.map((lines, c) =>
        lines.map((line, i) => show(line, at[c]!, y - i * leading, size)).join(''),
      );
      y -= Math.max(...cells.map((lines) => lines.length)) * leading + 8;
      return content.join('');
    })
    .join('');
}

const programme = [
  ['Time', 'Session', 'Speaker'],
  ['9.00 - 9.45', 'Offices that report what they spend\nin each quarter', 'M. Arden, Office of Belmont'],
  ['10.00 - 10.45', 'The survey of the region covers most', 'T. Corley, Institute of Land Use'],
  [
    '11.00 - 11.45',
    'Revenue that remained as it was while\nspending on programmes rose',
    'L. Dunmore, Survey',
  ],
  ['12.00 - 12.45', 'Questions that the agency left open'],
  ['14.00 - 14.45', 'What the fund for rivers pays for and\nwhat it does not', 'R. Elm, Fund for Rivers'],
];

test('long texts under short heads and beside short labels are a table without lines', async () => {
  const expected = programme.flatMap((row, r) =>
    at.map((_, c) => `${r},${c} ${(row[c] ?? '').replace('\n', ' ')}`.trim()),
  );
  expect(await read(drawn(programme))).toEqual([expected]);
});

test('beside texts as long as they are, they are none', async () => {
  const [heads, ...rows] = programme;
  const long = rows.map(([time, ...texts]) => [`At ${time} all`, ...texts]);
  const places = ['Upper', 'Lower', 'North', 'South', 'Outer'];
  const blocks = places.map((place) => [
    `Alder Mill, ${place} Arden`,
    `Birch Road, ${place} Corley`,
    `Cedar Lane, ${place} Elm`,
  ]);
  expect(await read(drawn([heads!.map((head) => `${head} of offices`), ...blocks]))).toEqual([]);
  expect(await read(drawn([heads!.map((head) => `${head} that goes on below.`), ...long]))).toEqual([]);
});

const issues = [
  ['Issue', 'First option', 'Second option'],
  [
    'Offices that report\nwhat they spend',
    'Reports in every quarter, written by the\nagency of each region',
    'One report for every year,\nwritten by the office',
  ],
  [
    'Land that is surveyed\nin the spring',
    'The institute surveys all of the land,\nand the agency of the region none',
    'Half of it by each of the agencies',
  ],
  ['Funds for rivers', 'Paid from revenue that remains\nat the end', 'Paid by the programme of\nthe region'],
];
const isCell = issues.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text.replaceAll('\n', ' ')}`));

test('rows of texts that white strips part are a table, though their labels go on below', async () => {
  expect(await read(drawn(issues))).toEqual([isCell]);
});

test('rows of texts that fill a page are no columns of prose', async () => {
  const label = 'Reports that regions send\nto the office';
  const first =
    'Each of them is read by two people who\nwork in the office and by a third who\ndoes not know what the others found\nin it.';
  const second = 'A report is sent once a year and read\nby all members of the court before\nthe spring.';
  const rows = [
    ['Issue', 'First option', 'Second option'],
    ...Array.from({ length: 6 }, () => [label, first, second]),
  ];
  const expected = rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text.replaceAll('\n', ' ')}`));
  expect(await read(drawn(rows))).toEqual([expected]);
});

test('addresses in columns under heads are none', async () => {
  const address = (name: string): string =>
    `${name} House of Offices\nUpper Mill Road and Corner\nBelmont in the Lowlands`;
  const blocks = ['Alder', 'Birch', 'Cedar'].map((name) =>
    ['North', 'South', 'West'].map((side) => address(`${name} ${side}`)),
  );
  expect(await read(drawn([['Offices', 'Courts', 'Schools'], ...blocks]))).toEqual([]);
});

test('a bullet under others begins a text however near the one before it ends', async () => {
  const steps = [
    ['Aim', 'Steps taken'],
    ['Fewer reports', '\x95 Offices report once a year.\n\x95 The survey is of two pages.'],
    ['Cheaper land use', '\x95 Fees fell in each region.'],
    ['Clean rivers', '\x95 The fund pays for banks.\n\x95 Mills report what they use.'],
    ['More offices', '\x95 Nine offices were opened.'],
    ['Training of those who help', '\x95 Courses are held in spring.'],
  ];
  const place = 60 + 119;
  const content = steps
    .flatMap(([aim, texts], r) => [
      show(aim!, 60, top - r * 32, size),
      ...texts!.split('\n').map((text, i) => show(text, place, top - r * 32 - i * leading, size)),
    ])
    .join('');
  const ruled = [-1, 0, 1, 2, 3, 4, 5]
    .map((r) => `0.5 w 58 ${top - 18 - r * 32} m 340 ${top - 18 - r * 32} l S\n`)
    .join('');
  const [cells, ...more] = await read(content + ruled);
  expect(more).toEqual([]);
  expect(cells).toEqual(
    steps.flatMap(([aim, texts], r) => [
      `${r},0 ${aim}`,
      `${r},1 ${texts!.replaceAll('\x95', '•').replace('\n', ' ')}`,
    ]),
  );
});

test('lines that say on which page something is are no table', async () => {
  const rows = ['Offices', 'Survey', 'Land use', 'Rivers', 'Training'];
  const content = rows
    .map(
      (text, i) =>
        show(text, 60, top - i * 14) + show(`see page ${[16, 58, 14, 72, 40][i]}`, 400, top - i * 14),
    )
    .join('');
  expect(await read(content)).toEqual([]);
});

test('a column of figures set to the right, with a word among them, stands behind long texts as any other', async () => {
  const list = [
    ['Code', 'Description', 'Duty'],
    [
      '5549 95',
      'Pumps for wells and for the drainage of\nmines, with the parts of these that wear\nand those that hold them to the ground',
      'free',
    ],
    ['0530 35', 'Ropes of hemp, and of other plants, that\nships and the works of harbours use', '5.4'],
    ['4553 14', 'Boats for inland waters that carry goods\nand no more than twelve people', '12.7'],
    ['5470 16', 'Lamps for the streets of towns, other than\nthose of glass alone', 'free'],
    ['8712 64', 'Cloth of wool, of flax and of cotton that\nis dyed and not printed with figures', '7.9'],
  ];
  // As wide as the writer's font sets them.
  const widths: Record<string, number> = { Duty: 20.6, free: 17.2, '5.4': 13.9, '12.7': 19.5, '7.9': 13.9 };
  const width = (text: string): number => widths[text]!;
  const content = drawn(list.map((row) => row.slice(0, 2)));
  let y = top;
  const duties = list.map(([, text, duty]) => {
    const shown = show(duty!, 460 - width(duty!), y, size);
    y -= text!.split('\n').length * leading + 8;
    return shown;
  });
  const [cells, ...more] = await read(content + duties.join(''));
  expect(more).toEqual([]);
  expect(cells).toEqual(
    list.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text.replaceAll('\n', ' ')}`)),
  );
});
