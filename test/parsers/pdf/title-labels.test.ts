import { describe, expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

const xs = [40, 110, 180, 330, 430, 520];
const head = ['一级指标', '二级指标', '三级指标', '指标值', '得分'];
const first = ['栽种树木', '300株', '10'];

/** A text, and how many rows it reaches over; rows below leave its column out (`null`). */
type Entry = string | [string, number] | null;

/** A page whose rows are 24 points high and end `end` points from its top. */
function page(end: number, rows: readonly (readonly Entry[])[]) {
  const cells = rows.flatMap((entries, row) =>
    entries.flatMap((entry, column): DrawnCell[] => {
      if (entry === null) return [];
      const [text, rowSpan] = typeof entry === 'string' ? [entry, 1] : entry;
      return [{ row, column, rowSpan, lines: text === '' ? [] : [text] }];
    }),
  );
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => end - 24 * (rows.length - i));
  return { content: drawTable({ xs, ys, cells }, 'strokes') };
}

const before = page(780, [
  head,
  [['产出', 4], ['数量', 2], ...first],
  [null, null, '养护绿地', '2亩', '9'],
  [null, ['质量', 2], '苗木成活率', '95%', '8'],
  [null, null, '树穴合格率', '98%', '8'],
  ['效益', '生态', '绿化覆盖率', '40%', '7'],
]);
const read = async (...rows: (readonly Entry[])[]): Promise<string[]> => {
  const [grid] = gridsOf(await readPdf(writePdf([before, page(84 + 24 * rows.length, rows)])));
  return shape(grid!).filter((cell) => / \d×1 /.test(cell));
};

describe('labels beside a first entry that a sheet repeats on every page', () => {
  const entries: Parameters<typeof read> = [
    [['产出', 3], ['数量', 2], ...first],
    [null, null, '空气质量', '良', '6'],
    [null, ['社会', 2], '就业人数', '20人', '5'],
    ['', null, '公众满意度', '96%', '4'],
  ];
  const merged = ['1,0 4×1 产出', '1,1 2×1 数量', '3,1 2×1 质量', '5,0 4×1 效益', '5,1 2×1 生态'];

  test('are none of the rows that they are drawn over there', async () => {
    const labels = await read(head, ...entries);
    expect(labels).toEqual([...merged, '7,1 2×1 社会']);
  });

  test('end above a row that has a figure alone', async () => {
    const labels = await read(head, ...entries, ['', '', '', '', '57']);
    expect(labels).toEqual([...merged, '7,1 2×1 社会']);
  });
});
