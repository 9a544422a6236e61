import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, pitch, size] = [640, 13, 9];
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));
const rule = (x0: number, x1: number, row: number): string =>
  `0.6 w ${x0} ${top - row * pitch + 10} m ${x1} ${top - row * pitch + 10} l S\n`;
const figure = (text: string, right: number, row: number): string =>
  show(text, right - text.length * 5, top - row * pitch, size);

describe('a striped table', () => {
  const right = [260, 330, 400];
  const sides = [75, 200, 265, 335, 405];
  const bar = (row: number): string =>
    sides
      .slice(1)
      .map((x1, i) => `0.9 g ${sides[i]} ${top - row * pitch - 4} ${x1 - sides[i]!} ${pitch} re f 0 g\n`)
      .join('');
  const rowOf = ([label, ...figures]: readonly string[], row: number): string =>
    show(label!, 80, top - row * pitch, size) +
    figures.map((text, c) => figure(text, right[c]!, row)).join('');

  test('whose groups have heads without colour keeps them in rows of their own', async () => {
    const rows = [
      ['Indicator', '2006', '2007', '2008'],
      ['Transport'],
      ['Canal freight', '32.1', '469.7', '922.4'],
      ['Harbour fees', '927.4', '942.9', '11.0'],
      ['Rail freight', '340.6', '119.5', '916.1'],
      ['Energy'],
      ['Heat supplied', '311.8', '80.2', '512.4'],
      ['Oil in store', '430.3', '318.9', '53.6'],
      ['Wood burnt', '675.9', '928.8', '897.5'],
    ];
    const [cells, ...more] = await read([0, 2, 4, 7].map(bar).join('') + rows.map(rowOf).join(''));
    expect(more).toEqual([]);
    expect(cells!.filter((cell) => /,0 /.test(cell))).toEqual(rows.map(([label], r) => `${r},0 ${label}`));
  });

  test('is one table also where an entry begins right behind a figure', async () => {
    const rows = [
      ['项目', '预算数', '执行数', '备注'],
      ['渠道清淤', '32.1', '469.7'],
      ['闸门更换', '927.4', '942.9'],
      ['泵站维护', '340.6'],
      ['堤岸绿化', '675.9', '928.8'],
    ];
    const note = show('119.5', 310.5, top - 3 * pitch, size) + show('追加', 336, top - 3 * pitch, size);
    const [cells, ...more] = await read([0, 2, 4].map(bar).join('') + rows.map(rowOf).join('') + note);
    expect(more).toEqual([]);
    expect(cells!.filter((cell) => cell.startsWith('3,'))).toEqual([
      '3,0 泵站维护',
      '3,1 340.6',
      '3,2 119.5',
      '3,3 追加',
    ]);
  });

  test('keeps a label that is wrapped in one row', async () => {
    const rows = [
      ['Indicator', '2006', '2007', '2008'],
      ['Canal freight', '32.1', '469.7', '922.4'],
      ['Fees of harbours in the'],
      ['Northern regions', '927.4', '942.9', '11.0'],
      ['Rail freight', '340.6', '119.5', '916.1'],
    ];
    const [cells, ...more] = await read([0, 1, 4].map(bar).join('') + rows.map(rowOf).join(''));
    expect(more).toEqual([]);
    expect(cells).toContain('2,0 Fees of harbours in the Northern regions');
  });
});

const years = ['1996', '1997', '1998', '1999', '2000', '2001'];
const ends = [160, 205, 250, 295, 340, 385];
const yearRows = (from: number): string =>
  years
    .map(
      (year, r) =>
        show(year, 54, top - (r + from) * pitch, size) +
        ends.map((right, c) => figure(`${r + 1}${c}.5`, right, r + from)).join(''),
    )
    .join('');

test('heads side by side over one line fill it, each in the middle of its columns', async () => {
  const centred = (text: string, x: number): string => show(text, x - text.length * 2.15, top, size);
  const content =
    rule(51, 388, 0) +
    centred('Imports', (100 + 252) / 2) +
    centred('Exports', (252 + 388) / 2) +
    rule(100, 388, 1) +
    ends.map((right, c) => figure(`Q${(c % 3) + 1}`, right, 1)).join('') +
    rule(51, 388, 2) +
    yearRows(2) +
    rule(51, 388, 8);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells!.filter((cell) => /ports/.test(cell))).toEqual(['0,1 1×3 Imports', '0,4 1×3 Exports']);
});

test('a head over rows that are ruled one by one is of them, though its texts begin before the figures', async () => {
  const labels = ['Canal repair', 'Harbour audit', 'Land survey', 'Crop estimate', 'Trade index'];
  const content =
    show('Programme', 54, top, size) +
    show('Start', 180, top, size) +
    show('Grant (EUR)', 262, top, size) +
    labels
      .map(
        (label, r) =>
          rule(51, 388, r + 1) +
          show(label, 54, top - (r + 1) * pitch, size) +
          show(`0${r + 1}/2003`, 180, top - (r + 1) * pitch, size) +
          figure(`${r + 4}36 182`, 380, r + 1),
      )
      .join('') +
    rule(51, 388, 6);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells!.slice(0, 4)).toEqual(['0,0 Programme', '0,1 Start', '0,2 Grant (EUR)', '1,0 Canal repair']);
});

test('a line over a sum that leaves out the sign of its currency parts the rows of the whole column', async () => {
  const rows = [
    ['Canal repair', '$', '9,543', '$', '2,317'],
    ['Harbour audit', '', '3,808', '', '6,339'],
    ['Land survey', '', '5,207', '', '7,186'],
    ['Net cash provided', '', '(551)', '', '66'],
    ['Crop estimate', '$', '(384)', '$', '3,556'],
    ['Trade index', '', '8,711', '', '(605)'],
    ['Net cash provided', '', '267', '', '4,996'],
  ];
  const content =
    ['2009', '2008'].map((year, c) => figure(year, 330 + c * 130, 0)).join('') +
    rule(240, 462, 1) +
    rows
      .map(
        ([label, ...texts], r) =>
          show(label!, 60, top - (r + 1) * pitch, size) +
          texts
            .map((text, c) =>
              text === '$'
                ? show(text, 262 + (c / 2) * 120, top - (r + 1) * pitch, size)
                : figure(text, 330 + (c >> 1) * 130, r + 1),
            )
            .join(''),
      )
      .join('') +
    [4, 5, 7, 8].map((row) => rule(275, 332, row) + rule(390, 462, row)).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toContain('3,2 7,186');
  expect(cells).toContain('4,2 66');
});

test('a statement of two sides keeps the sums below its last line, and leaves out the unit above its head', async () => {
  const rows = [
    ['Assets', '2010', 'Liabilities', '2010'],
    ['Cash in hand', '26 223.5', 'Deposits', '49 286.7'],
    ['Land held', '13 936.4', 'Amounts owed', '38 130.4'],
    ['Canal bonds', '70 168.1', 'Provisions', '90 210.8'],
    ['Other assets', '45 978.5', 'Other liabilities', '43 213.8'],
    ['Total assets', '23 215.3', 'Total liabilities', '44 537.0'],
  ];
  const content =
    show('(EUR millions)', 60, top + pitch, size) +
    rows
      .map(
        ([a, b, c, d], r) =>
          show(a!, 60, top - r * pitch, size) +
          figure(b!, 240, r) +
          show(c!, 260, top - r * pitch, size) +
          figure(d!, 440, r),
      )
      .join('') +
    rule(56, 445, 1) +
    rule(180, 245, 5) +
    rule(380, 445, 5);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toEqual(rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
});
