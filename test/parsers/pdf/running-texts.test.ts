import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const head = ['指标', '数值', '权重'];
const pages = [
  [head, ['清淤长度', '32', '5'], ['合格率', '96', '6']],
  [head, ['养护面积', '40', '8'], ['完工率', '95', '9']],
];

const drawn = (rows: readonly string[][], ys = [60, 90, 120, 150]): string =>
  drawTable(
    {
      xs: [60, 200, 350, 500],
      ys,
      cells: rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
    },
    'strokes',
  );

async function read(contents: readonly string[]) {
  const document = await readPdf(writePdf(contents.map((content) => ({ content, height: 842 }))));
  return {
    rows: gridsOf(document).flatMap(shape),
    aside: paragraphsOf(document).map(({ text, role }) => [text, role]),
    warnings: document.warnings.map(({ code }) => code),
    doubts: gridsOf(document).flatMap(({ cells }) =>
      cells.flatMap(({ doubt, text }) => (doubt ? [text] : [])),
    ),
  };
}

const plain = pages.map((rows) => drawn(rows));

test.each([
  ['across a line', '云溪县财政局预算绩效公开', 130],
  ['over a text', '内部资料', 112],
])('a running title over the first row of each page stays out of it: %s', async (_, text, x) => {
  const untouched = await read(plain);
  const { rows, aside } = await read(plain.map((page, i) => `${page} ${show(`${text}${i + 1}`, x, 763, 8)}`));
  expect(rows).toEqual(untouched.rows);
  expect(aside).toEqual([
    [`${text}1`, 'furniture'],
    [`${text}2`, 'furniture'],
  ]);
});

test('what stands beside it on its line stays out as well, wherever the table begins', async () => {
  const lower = drawn(pages[0]!, [100, 130, 160, 190]);
  const untouched = await read([lower, plain[1]!]);
  const over = (y: number): string =>
    show('云溪县财政局预算绩效公开', 130, y, 8) + show('内部资料', 440, y, 8);
  const { rows, aside } = await read([lower + over(723), plain[1]! + over(763)]);
  expect(rows).toEqual(untouched.rows);
  expect(aside).toHaveLength(4);
});

test('a head that runs over the side of its column stays where it is on every page', async () => {
  const wide = pages.map((rows) => drawn([['指标', '本年度预算执行数值及其上年', '权重'], ...rows.slice(1)]));
  const { rows, aside } = await read(wide);
  expect(rows.filter((cell) => cell.includes('本年度预算执行数值及其上年'))).not.toEqual([]);
  expect(aside).toEqual([]);
});

test('a text over another on one page is told, and the cell doubted', async () => {
  const { doubts, warnings } = await read([`${plain[0]} ${show('应为三十', 112, 734, 8)}`]);
  expect(doubts).toHaveLength(1);
  expect(warnings).toContain('uncertain_grid');
});

test('a running title over the texts of the first row of the only page stays out of it, with what stands beside it', async () => {
  const untouched = await read([plain[0]!]);
  const over = show('云溪县财政局公开', 112, 763, 8) + show('内部资料', 450, 763, 8);
  const { rows, aside, warnings } = await read([plain[0]! + over]);
  expect(rows).toEqual(untouched.rows);
  expect(aside).toHaveLength(2);
  expect(warnings).toEqual([]);
});

test('it is known again over a single row that it does not touch', async () => {
  const over = (y: number): string => show('云溪县财政局公开', 112, y, 8);
  const rest = drawn([['', '32', '5']], [60, 90]);
  const untouched = await read([drawn(pages[0]!, [80, 110, 140, 170]), rest]);
  const { rows } = await read([drawn(pages[0]!, [80, 110, 140, 170]) + over(743), rest + over(763)]);
  expect(rows).toEqual(untouched.rows);
});

describe('a small name at the left over the table of every page', () => {
  const over = (lines: readonly string[]): string =>
    lines.map((text, i) => show(text, 62, 842 - 38 - 12 * i, 9)).join(' ');
  const names = over(['项目支出绩效目标表', '（2023年）']);

  test('is that of each form where the tables begin alike', async () => {
    const form = (project: string): string =>
      drawn([
        ['预算单位', '云溪县水利局', '甲'],
        ['项目名称', project, '乙'],
        ['清淤长度', '32', '5'],
      ]);
    const { aside } = await read([names + form('灌区清淤'), names + form('堤防养护')]);
    expect(aside.map(([, role]) => role)).toEqual(['caption', 'caption', 'caption', 'caption']);
  });

  test('is that of the table that goes on on the next page, once', async () => {
    const rest = drawn(
      [
        ['养护面积', '40', '8'],
        ['完工率', '95', '9'],
      ],
      [60, 90, 120],
    );
    const { aside } = await read([names + plain[0]!, names + rest]);
    expect(aside.map(([, role]) => role)).toEqual(['caption', 'caption', 'furniture', 'furniture']);
  });
});
