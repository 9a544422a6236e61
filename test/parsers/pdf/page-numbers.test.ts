import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const texts = [
  ['指标', '数值', '权重'],
  ['清淤长度', '32', '5'],
  ['合格率', '', '6'],
];
const form = drawTable(
  {
    xs: [60, 200, 350, 500],
    ys: [720, 750, 780, 810],
    cells: texts.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
  },
  'strokes',
);
const cells = texts.flatMap((row, r) => row.map((text, column) => `${r},${column}${text ? ` ${text}` : ''}`));

test.each([
  ['第 1 页，共 1 页', 45, true],
  ['第 1 页，共 1 页', 70, true],
  ['第1页', 45, false],
])('a page number over rows of a table is none of their text: %s at %d', async (text, y, last) => {
  const number = show(text, 235, y, 8);
  const document = await readPdf(writePdf([{ content: last ? form + number : number + form }]));
  expect(shape(gridsOf(document)[0]!)).toEqual(cells);
  expect(paragraphsOf(document).map((one) => [one.text, one.role])).toEqual([[text, 'furniture']]);
});

test('an entry that names a page and more stays in its cell', async () => {
  const entry = show('第1页合同复印件', 235, 45, 8);
  const [grid] = gridsOf(await readPdf(writePdf([{ content: form + entry }])));
  expect(shape(grid!)).toContain('2,1 第1页合同复印件');
});

/** Two pages of one table, each with the number of its page. */
async function numbered(content: readonly string[], number: (page: number) => string) {
  const document = await readPdf(
    writePdf(content.map((page, i) => ({ content: page + number(i + 1), height: 842 }))),
  );
  return {
    grids: gridsOf(document).map(shape),
    around: paragraphsOf(document).map(({ text, role }) => [text, role]),
  };
}
const long = [texts, [texts[0]!, ['养护面积', '40', '8'], ['完工率', '95', '9']]];
const rowsOf = [...texts, ...long[1]!.slice(1)];
const joined = rowsOf.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim()));
const ruled = (ys: number[]) =>
  long.map((part) =>
    drawTable(
      {
        xs: [60, 200, 350, 500],
        ys,
        cells: part.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
      },
      'strokes',
    ),
  );
const forms: [string, (page: number) => string][] = [
  ['- 1 -', (page) => `- ${page} -`],
  ['—1—', (page) => `—${page}—`],
  ['1/2', (page) => `${page}/2`],
  ['1', (page) => `${page}`],
  ['第1页 共2页', (page) => `第${page}页 共2页`],
];

test.each(forms)('numbers of pages over the last rows are none of their text: %s', async (_, form) => {
  const over = await numbered(ruled([300, 400, 600, 812]), (page) => show(form(page), 240, 35, 8));
  expect(over.grids).toEqual([joined]);
  expect(over.around).toEqual([1, 2].map((page) => [form(page), 'furniture']));
});

test.each(forms)('numbers of pages right beneath a column are no row of it: %s', async (_, form) => {
  const plain = long.map((part) =>
    part
      .flatMap((row, r) => row.map((text, column) => show(text, 70 + 150 * column, 110 - 22 * r, 9)))
      .join(''),
  );
  const beneath = await numbered(plain, (page) => show(form(page), 370, 48, 9));
  expect(beneath.grids.flat().map((cell) => cell.replace(/^[\d,]+ ?/, ''))).not.toContain(form(2));
  expect(beneath.around).toEqual([1, 2].map((page) => [form(page), 'furniture']));
});

test('figures that rise right beneath their tables, high above the foot, are numbers of pages', async () => {
  const high = await numbered(ruled([300, 400, 500, 600]), (page) => show(`${page + 4}`, 370, 228, 9));
  expect(high.grids).toEqual([joined]);
  expect(high.around).toEqual([5, 6].map((page) => [`${page}`, 'furniture']));
});

test('a figure in the last cell of its page is an entry', async () => {
  const [grid] = gridsOf(
    await readPdf(writePdf([{ content: ruled([720, 750, 780, 810])[0]! + show('1', 274, 42, 9) }])),
  );
  expect(shape(grid!)).toContain('2,1 1');
});

test('the year of each form beneath its title is no line of the pages, though it stands at one place', async () => {
  const pages = [1, 2].map((page) => ({
    content:
      show(page === 1 ? '水渠修缮项目绩效目标表' : '闸门更换项目绩效目标表', 200, 810, 15) +
      show('预算年度：2026', 60, 785, 9) +
      ruled([70, 100, 130, 160])[page - 1],
    height: 842,
  }));
  const document = await readPdf(writePdf(pages));
  expect(paragraphsOf(document).filter(({ role }) => role === 'furniture')).toEqual([]);
});

test('a figure on a line with the texts of its row is theirs, though it is the number of the page and stands above the middle', async () => {
  const rows = [
    ['清淤长度', '32', '5'],
    ['', '', ''],
  ];
  const cells = rows.flatMap((row, r) =>
    row.map((text, column) => ({ row: r, column, lines: text ? [text] : [] })),
  );
  const upper = drawTable({ xs: [60, 200, 350, 500], ys: [720, 750, 808], cells }, 'strokes');
  const lower =
    show('合格率', 70, 76, 8) +
    show('抽查合格率', 220, 76, 8) +
    show('不低于', 220, 64, 8) +
    show('2', 423, 76, 8);
  const first = { content: show('附件', 80, 700, 10), height: 842 };
  const [grid] = gridsOf(await readPdf(writePdf([first, { content: upper + lower, height: 842 }])));
  expect(shape(grid!).slice(3)).toEqual(['1,0 合格率', '1,1 抽查合格率不低于', '1,2 2']);
});
