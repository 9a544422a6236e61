import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

type Rows = readonly (readonly string[])[];

/** Rows of texts at the given places, those behind the first set to the right of theirs where `right` is given. */
const drawn = (rows: Rows, at: readonly number[], top = 600, pitch = 14, size = 10): string =>
  rows
    .map((row, r) => row.map((text, c) => (text ? show(text, at[c]!, top - r * pitch, size) : '')).join(''))
    .join('');

const rule = (x0: number, x1: number, y: number): string => `0.5 w ${x0} ${y} m ${x1} ${y} l S\n`;

const asCells = (rows: Rows, from = 0): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r + from},${c} ${text}`.trim()));

const states = [
  ['Arden', '954,559', '163,022', '277,970', '787,204'],
  ['Belmont', '799,899', '256,195', '574,176', '551,228'],
  ['Corwen', '488,013', '764,218', '120,835', '463,317'],
  ['Dorne', '376,732', '878,098', '369,406', '980,785'],
];

test('a head over a line of its own spans its columns, also where lines are drawn around the heads alone', async () => {
  const heads = ['State', 'Total', 'Grants', 'Loans', 'Work'];
  const content =
    show('Student aid', 335, 620) +
    drawn([heads], [80, 185, 255, 335, 415], 606) +
    drawn(states, [80, 200, 280, 360, 440], 588) +
    rule(78, 480, 632) +
    rule(240, 480, 617) +
    rule(78, 480, 601);
  expect(await read(content)).toEqual([
    ['0,0', '0,1', '0,2 1×3 Student aid', ...asCells([heads, ...states], 1)],
  ]);
});

test('leaders that end beyond the beginning of a line over the figures write into no figure', async () => {
  const rows = states.map(([state, ...figures]) => [
    `${state} ${'.'.repeat(60)}`.slice(0, state === 'Dorne' ? 43 : 40),
    ...figures,
  ]);
  const content =
    show('State', 80, 614) +
    show('Aid by its kind', 320, 614) +
    drawn(rows, [80, 240, 310, 380, 450]) +
    rule(78, 500, 626) +
    rule(212, 500, 610) +
    rule(78, 500, 552);
  expect(await read(content)).toEqual([['0,0 State', '0,1 1×4 Aid by its kind', ...asCells(states, 1)]]);
});

test('a sign of money at the left of its column is of the figure behind it', async () => {
  const labels = [['Assets', '2009', '2008'], ['Cash'], ['Loans'], ['Plant'], ['Total']];
  const figures = [
    ['3,155', '2,870'],
    ['8,102', '7,511'],
    ['3,206', '5,473'],
    ['14,463', '15,854'],
  ];
  const signs = [0, 3].map((row) => drawn([['$', '$']], [190, 270], 586 - row * 14)).join('');
  const content = drawn(labels, [80, 220, 300]) + drawn(figures, [220, 300], 586) + signs;
  const rows = [
    ['Assets', '2009', '2008'],
    ['Cash', '$ 3,155', '$ 2,870'],
    ['Loans', '8,102', '7,511'],
    ['Plant', '3,206', '5,473'],
    ['Total', '$ 14,463', '$ 15,854'],
  ];
  expect(await read(content)).toEqual([asCells(rows)]);
});

test('sources and notes right below a table without lines are none of its rows', async () => {
  const rows = [['State', 'Total', 'Grants', 'Loans', 'Work'], ...states];
  const at = [80, 185, 255, 335, 415];
  const below = (...notes: string[]): string =>
    notes.map((note, i) => show(note, 80, 530 - i * 12, 10)).join('');
  const notes = below('X Not known.', 'Source: reports of the states');
  expect(await read(drawn(rows, at) + notes)).toEqual([asCells(rows)]);
});

test('units in the middle of all columns of figures stand over them and in no column of their own', async () => {
  const years = ['Item', '2007', '2008', '2009'];
  const at = [80, 200, 260, 320];
  const area = [
    ['Planted', '63.1', '88.7', '86.8'],
    ['Harvested', '71.6', '54.4', '70.1'],
  ];
  const stocks = [
    ['Opening', '2,283', '1,889', '2,552'],
    ['Imports', '199', '2,856', '2,043'],
  ];
  const content =
    drawn([years], at) +
    show('Million acres', 231, 586) +
    drawn(area, at, 572) +
    show('Bushels', 241, 544) +
    drawn(stocks, at, 530);
  expect(await read(content)).toEqual([
    [
      ...asCells([years]),
      ...['1,0', '1,1 1×3 Million acres'],
      ...asCells(area, 2),
      ...['4,0', '4,1 1×3 Bushels'],
      ...asCells(stocks, 5),
    ],
  ]);
});

test('formulas with their numbers behind them are no table', async () => {
  const formulas = [1, 2, 3, 4, 5].map((n) => [`yield of kind ${n} = share + ${n}.5 rate`, `(${n})`]);
  expect(await read(drawn(formulas, [120, 420], 600, 24))).toEqual([]);
});

test('two names on one line are those of two tables below', async () => {
  const [left, right] = [
    [
      ['Sector', '2008', '2009'],
      ['Roads', '204', '310'],
      ['Water', '155', '158'],
      ['Parks', '31', '29'],
    ],
    [
      ['Body', '2008', '2009'],
      ['Arden', '412', '398'],
      ['Elmet', '310', '306'],
      ['Dorne', '55', '58'],
    ],
  ];
  const names = show('Table 1: Spending by sector', 80, 640) + show('Table 2: Spending by body', 330, 640);
  const more = show('and year', 80, 626) + show('and year', 330, 626);
  const content = names + more + drawn(left!, [80, 180, 230], 608) + drawn(right!, [330, 430, 480], 608);
  expect(await read(content)).toEqual([asCells(left!), asCells(right!)]);
});

test('prose that flows around a small table is none of it', async () => {
  const rows = [['Region', 'Plants', 'MW'], ...states.map(([state, , figure]) => [state!, '24', figure!])];
  const prose = [
    'In 2009 the agencies of most regions',
    'reported that capacity rose slowly, as',
    'plants were closed for repair. Those of',
    'the north remained open, while others',
    'followed the plan of the year before.',
  ];
  const content =
    drawn(rows, [80, 150, 200], 600, 12, 8) +
    [...prose, ...prose, ...prose, ...prose].map((text, i) => show(text, 300, 598 - i * 13, 11)).join('');
  expect(await read(content)).toEqual([asCells(rows)]);
});

test('short labels before wrapped texts are a table under a head with a line below it', async () => {
  const events = [
    ['Date', 'Event'],
    ['3 March 2004', 'The council agrees on the plan and on'],
    ['', 'Belmont as the place of the agency'],
    ['25 May 2005', 'The agency opens'],
    ['26 July 2006', 'First report on the regions, with figures of'],
    ['', 'Arden and Corwen alone'],
    ['6 March 2007', 'New members join'],
    ['2 July 2008', 'Second report'],
  ];
  const heights = [600, 580, 568, 550, 532, 520, 502, 484];
  const content = events.map((row, r) => drawn([row], [80, 180], heights[r]!)).join('') + rule(78, 400, 594);
  expect(await read(content)).toEqual([
    asCells([
      ['Date', 'Event'],
      ['3 March 2004', 'The council agrees on the plan and on Belmont as the place of the agency'],
      ['25 May 2005', 'The agency opens'],
      ['26 July 2006', 'First report on the regions, with figures of Arden and Corwen alone'],
      ['6 March 2007', 'New members join'],
      ['2 July 2008', 'Second report'],
    ]),
  ]);
});

test('a nearly full label is the head of those that are set in below it', async () => {
  const figures = ['1,547', '5,576', '8,761'];
  const rows = [
    ['Energy of all households and others'],
    ['Electric power', ...figures],
    ['Coal', ...figures],
    ['Final consumption of all sectors'],
    ['Heat and steam', ...figures],
    ['Gas', ...figures],
  ];
  const at = [80, 280, 330, 380];
  const content =
    drawn([['', '2000', '2005', '2010']], at, 614) +
    rows
      .map(([label, ...rest], r) => {
        const y = 600 - r * 14;
        return show(label!, rest.length > 0 ? 92 : 80, y) + drawn([['', ...rest]], at, y);
      })
      .join('');
  const [cells] = await read(content);
  expect(cells!.filter((cell) => /^\d,0/.test(cell))).toEqual(
    ['', ...rows.map(([label]) => label!)].map((label, r) => `${r},0 ${label}`.trim()),
  );
});

test('the rest of a cell in the last column spans no others, though the line under it is drawn over them', async () => {
  const rows = [
    ['', '绿化率', '80', '%', '绿化长度除以总长度'],
    ['', '覆盖率', '100', '%', '落实的渠段除以全部渠段'],
    ['满意度', '农户满意度', '92', '%', '随机抽取二百户入户调查'],
  ];
  const at = [80, 150, 240, 290, 330];
  const content =
    show('不足三个月的不计入', 330, 618) +
    drawn(rows, at, 598, 20) +
    rule(78, 500, 632) +
    [612, 592, 572].map((y) => rule(y === 572 ? 78 : 145, 500, y)).join('') +
    rule(78, 500, 552);
  const [cells] = await read(content);
  expect(cells?.filter((cell) => /不足|绿化率/.test(cell))).toEqual(['0,4 不足三个月的不计入', '1,1 绿化率']);
});
