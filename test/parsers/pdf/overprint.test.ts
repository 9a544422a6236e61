import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const texts = ['指标', '目标', '清淤长度', '32', '闸门座数', '14', '合格率', '95'];
const table = drawTable(
  {
    xs: [60, 220, 400],
    ys: [100, 130, 160, 190, 220],
    cells: texts.map((text, i) => ({ row: i >> 1, column: i % 2, lines: [text] })),
  },
  'strokes',
);
const translucent = '/ExtGState << /T << /ca 0.2 >> >>';

async function cellsAndRest(content: string, resources = '') {
  const source = await readPdf(writePdf([{ content, resources }]));
  return {
    cells: gridsOf(source).flatMap((grid) => grid.cells.map((cell) => cell.text)),
    rest: paragraphsOf(source).map(({ text, role }) => `${role} ${text}`),
  };
}

describe('what is printed over a table stays out of its cells', () => {
  test.each([
    ['a large grey watermark across lines', show('内部资料', 90, 655, 48, '0.8 g')],
    ['a translucent one', `q /T gs ${show('内部资料', 90, 655, 48)} Q`],
    ['a large grey one that meets no line', show('内部资料', 250, 660, 20, '0.85 g')],
    ['a red stamp of usual size across a line', show('内部资料', 200, 705, 10, '0.9 0.1 0.1 rg')],
    ['a red stamp over a text', show('内部资料', 120, 694, 10, '0.9 0.1 0.1 rg')],
  ])('%s', async (_, stamp) => {
    for (const content of [`${table}${stamp}0 g `, `q ${stamp} Q ${table}`]) {
      const { cells, rest } = await cellsAndRest(content, translucent);
      expect(cells).toEqual(texts);
      expect(rest).toEqual(['furniture 内部资料']);
    }
  });
});

test('a faint name strewn over the page stays out of the cells that it fits into, too', async () => {
  const tiles = [
    [70, 655],
    [240, 685],
    [240, 655],
    [190, 700],
    [100, 500],
  ].map(([x, y]) => show('内部2031', x!, y!, 8, '0.85 g'));
  const { cells, rest } = await cellsAndRest(`${table}${tiles.join('')}0 g `);
  expect(cells).toEqual(texts);
  expect(rest).toEqual(Array(5).fill('furniture 内部2031'));
});

test('faint figures at even distances, some across a line, are no entries', async () => {
  const tiles = [70, 140, 210, 280].flatMap((x) =>
    [735, 705, 675, 645].map((y) => show('20310305', x, y, 8, '0.85 g')),
  );
  const { cells, rest } = await cellsAndRest(`${table}${tiles.join('')}0 g `);
  expect(cells).toEqual(texts);
  expect(rest).toEqual(Array(16).fill('furniture 20310305'));
});

test.each([
  ['red', '0.9 0.1 0.1 rg'],
  ['black', '0 g'],
])('letters of a seal stay out of the cells, also those that stand straight: %s', async (_, colour) => {
  const name = [...'云溪县水利建设管理中心'];
  const letters = name.map((letter, i) => {
    const angle = ((200 - 22 * i) * Math.PI) / 180;
    const [x, y] = [250 + 42 * Math.cos(angle), 665 + 42 * Math.sin(angle)];
    const [cos, sin] = [Math.sin(angle), -Math.cos(angle)];
    return `q ${colour} ${cos.toFixed(3)} ${sin.toFixed(3)} ${(-sin).toFixed(3)} ${cos.toFixed(3)} ${x.toFixed(1)} ${y.toFixed(1)} cm ${show(letter, 0, 0, 9)} Q`;
  });
  const { cells, rest } = await cellsAndRest(`${table}\n${letters.join('\n')}`);
  expect(cells).toEqual(texts);
  expect(rest).toEqual([`furniture ${name.join('')}`]);
});

describe('what belongs to a cell stays in it', () => {
  test.each([
    ['red text', show('超标', 330, 660, 9, '0.9 0.1 0.1 rg')],
    [
      'red text that is struck out',
      `${show('超标', 330, 660, 9, '0.9 0.1 0.1 rg')}0.5 w 330 664 m 348 664 l S\n`,
    ],
    ['grey text of usual size', show('超标', 330, 660, 9, '0.7 g')],
    ['light text on a dark cell', `0.1 0.2 0.5 rg 221 653 178 28 re f ${show('超标', 330, 660, 16, '1 g')}`],
  ])('%s', async (_, text) => {
    const { cells, rest } = await cellsAndRest(`${table}${text}`);
    expect(cells.join(' ')).toContain('超标');
    expect(rest).toEqual([]);
  });
});

test('faint noughts that keep to their cells are entries', async () => {
  const lines = { xs: [60, 150, 240, 330], ys: [100, 130, 160, 190] };
  const at = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column, lines: [] })));
  const zeros = [90, 180, 270].flatMap((x) => [721, 691, 661].map((y) => show('0.00', x, y, 9, '0.7 g')));
  const { cells } = await cellsAndRest(
    `${drawTable({ ...lines, cells: at }, 'strokes')}${show('万元', 60, 760)}${zeros.join('')}`,
  );
  expect(cells).toEqual(Array(9).fill('0.00'));
});

test.each([
  ['once more, to look bold', [[1.6, 0.3]]],
  ['three times more, in steps', [0.5, 1, 1.5].map((step) => [step, step])],
])('a figure drawn %s, by more than its point is wide, is one', async (_, steps) => {
  const lines = { xs: [60, 150, 240], ys: [100, 130] };
  const at = [0, 1].map((column) => ({ row: 0, column, lines: [] }));
  const drawn = ['309.11', '177--207'].map((text, i) =>
    [[0, 0], ...steps].map(([dx, dy]) => show(text, 90 + 90 * i + dx!, 721 + dy!, 9)).join(''),
  );
  const { cells } = await cellsAndRest(drawTable({ ...lines, cells: at }, 'strokes') + drawn.join(''));
  expect(cells).toEqual(['309.11', '177--207']);
});
