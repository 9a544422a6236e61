import { describe, expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { type DrawnTable, drawTable } from './table-drawing.ts';

const xs = [60, 130, 310, 430, 500];
const margin = 40;
const foot = 842 - margin;

function table(rows: readonly (readonly string[])[], top: number): DrawnTable {
  const cells = rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] })));
  return { xs, ys: Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i), cells };
}

const box = (text: string, top: number, right = 500): DrawnTable => ({
  xs: [60, right],
  ys: [top, top + 20],
  cells: [{ row: 0, column: 0, lines: [text] }],
});

const read = (...pages: DrawnTable[][]) =>
  readPdf(
    writePdf(pages.map((tables) => ({ content: tables.map((one) => drawTable(one, 'strokes')).join('') }))),
  );

const form = [
  ['项目名称', '河道保洁', '预算年度', '2024'],
  ['主管部门', '水利局', '单位', '万元'],
];
const other = [
  ['类别', '指标', '数值', '权重'],
  ['甲', '清淤长度', '32', '5'],
];
const title = '项目支出绩效目标申报表';
const note = '备注：本表由项目单位填报';

describe('a row of one cell that a page end parts from its table', () => {
  test('is its first where it stands at the end of a page without room for the next', async () => {
    const document = await read([table(other, 60), box(title, foot - 25)], [table(form, margin)]);
    const [first, second, ...more] = gridsOf(document);
    expect(more).toEqual([]);
    expect(first!.rows).toBe(2);
    expect(second!.rows).toBe(3);
    expect(shape(second!)[0]).toBe(`0,0 1×4 ${title}`);
    expect(paragraphsOf(document)).toEqual([]);
  });

  test('is its last where it stands at the head of a page and had no room on the one before', async () => {
    const document = await read([table(form, foot - 45)], [box(note, margin)]);
    const [grid, ...more] = gridsOf(document);
    expect(more).toEqual([]);
    expect(shape(grid!).at(-1)).toBe(`2,0 1×4 ${note}`);
  });

  test.each([
    ['where the next row had room', [[table(other, 60), box(title, foot - 60)], [table(form, margin)]], 2],
    ['where it had room on the page before', [[table(form, foot - 80)], [box(note, margin)]], 1],
    ['above another table', [[table(form, foot - 45)], [box(note, margin), table(other, 70)]], 2],
    ['where it is less wide', [[table(form, foot - 45)], [box(note, margin, 400)]], 1],
  ])('is a paragraph %s', async (_, pages, count) => {
    const document = await read(...pages);
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual(Array.from({ length: count }, () => 2));
    expect(paragraphsOf(document)).toHaveLength(1);
  });
});
