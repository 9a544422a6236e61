import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnTable, drawTable } from './table-drawing.ts';

/** Rows of texts from `top` down, 20 points high, whose first or last line is not drawn: a page ends within a row. */
function part(
  rows: readonly (readonly string[])[],
  top: number,
  open: 'top' | 'bottom',
  height = 20,
): DrawnTable {
  return {
    xs: [60, 120, 200, 330, 360],
    ys: Array.from({ length: rows.length + 1 }, (_, i) => top + i * height),
    size: 9,
    open: [open],
    cells: rows.flatMap((row, r) =>
      row.map((text, column) => ({ row: r, column, lines: text === '' ? [] : text.split('\n') })),
    ),
  };
}

const head = ['二级指标', '三级指标', '指标说明', '分值'];

async function joined(above: DrawnTable, below: DrawnTable) {
  const [grid, ...more] = gridsOf(
    await readPdf(writePdf([above, below].map((one) => ({ content: drawTable(one, 'strokes') })))),
  );
  expect(more).toEqual([]);
  return grid!;
}

test('a row left open at the page end goes on with the list that a colon announces and the bracket behind a name', async () => {
  const grid = await joined(
    part(
      [head, ['资金管理', '资金到位率', '按比例计分。', '5'], ['组织实施', '制度执行', '评价要点：', '8']],
      730,
      'bottom',
    ),
    part(
      [
        ['', '（8分）', '①是否遵守管理规定。', ''],
        ['产出数量', '完成率', '按比例计分。', '10'],
      ],
      52,
      'top',
    ),
  );
  expect(grid.rows).toBe(4);
  expect(grid.cells.find(({ row, column }) => row === 2 && column === 1)!.text.replace('\n', '')).toBe(
    '制度执行（8分）',
  );
});

test('rows left open at the page end are two where figures stand under figures, or one text twice', async () => {
  const grid = await joined(
    part([head, ['社会效益指\n标', '沿岸群众防\n洪安全', '有效增\n强', '10']], 720, 'bottom', 30),
    part(
      [
        ['生态效益指\n标', '渠岸绿化率', '长期', '10'],
        ['满意度', '群众满意度', '九成', '10'],
      ],
      52,
      'top',
      30,
    ),
  );
  expect(grid.rows).toBe(4);
  expect(shape(grid).filter((cell) => / 10/.test(cell))).toEqual(['1,3 10', '2,3 10', '3,3 10']);
});

test('a label beside all rows of a page that neither of its ends closes is of the table', async () => {
  const rows = [
    ['产出', '座数', '32', '5'],
    ['产出', '长度', '18', '8'],
  ];
  const middle = drawTable({ ...part(rows, 52, 'top'), open: ['top', 'bottom'] }, 'strokes');
  const content = `${middle}0.5 w 20 790 m 20 750 l S\n`;
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(shape(grid!)).toEqual(
    expect.arrayContaining(['0,0 2×1', '0,1 产出', '0,2 座数', '1,3 18', '1,4 8']),
  );
});

test('lines a little askew draw a table', async () => {
  const { cells, xs, ys } = part([head, ['产出', '座数', '三十二座', '5']], 100, 'top');
  const off = [0.9, -0.9, 0.8];
  const lines = [
    ...ys.map((y, i) => `60 ${842 - y} m 360 ${842 - y + off[i % 3]!} l S`),
    ...xs.map((x, i) => `${x} 742 m ${x + off[i % 3]!} 702 l S`),
  ];
  const texts = drawTable({ xs, ys, cells, size: 9 }, 'background').replace(/^.* re f$/gm, '');
  const [grid] = gridsOf(await readPdf(writePdf([{ content: `0.5 w ${lines.join('\n')}\n${texts}` }])));
  expect(shape(grid!)).toEqual(
    [...head, '产出', '座数', '三十二座', '5'].map((text, i) => `${i >> 2},${i % 4} ${text}`),
  );
});

test('a row alone on a page, with a line down in the middle of the page, is one table', async () => {
  const table = {
    xs: [40, 285, 421, 666, 802],
    ys: [45, 73],
    cells: ['收入合计', '31,085.49', '支出合计', '31,085.49'].map((text, column) => ({
      row: 0,
      column,
      lines: [text],
    })),
  };
  const page = { content: drawTable(table, 'strokes', 275), width: 842, height: 275 };
  const grids = gridsOf(await readPdf(writePdf([page])));
  expect(grids.map(({ columns }) => columns)).toEqual([4]);
});
