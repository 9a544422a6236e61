import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { expectTiling, gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, type DrawnTable, drawTable } from './table-drawing.ts';

const xs = [60, 130, 310, 430, 500];
const header: DrawnCell[] = ['类别', '指标', '数值', '权重'].map((text, column) => ({
  row: 0,
  column,
  lines: [text],
}));

function rows(
  first: number,
  texts: readonly (readonly string[])[],
  label: string | null,
  from = 0,
): DrawnCell[] {
  const cells: DrawnCell[] = texts.flatMap((row, i) =>
    row.map((text, column) => ({
      row: first + i,
      column: column + 1,
      lines: text === '' ? [] : text.split('\n'),
    })),
  );
  if (label !== null)
    cells.push({ row: first, column: 0, rowSpan: texts.length - from, lines: label === '' ? [] : [label] });
  return cells;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const page = (table: DrawnTable, more = ''): string => drawTable(table, 'strokes') + more;
const upper = (cells: DrawnCell[], count: number, open: DrawnTable['open'] = []): DrawnTable => ({
  xs,
  ys: Array.from({ length: count + 1 }, (_, i) => 770 - (count - i) * 30),
  cells,
  open,
});
const lower = (
  cells: DrawnCell[],
  heights: readonly number[],
  open: DrawnTable['open'] = [],
): DrawnTable => ({
  xs,
  ys: heights.map((_, i) => 60 + sum(heights.slice(0, i))).concat(60 + sum(heights)),
  cells,
  open,
});

describe('a table over two pages', () => {
  test.each([
    [21, 1],
    [5, 2],
  ])(
    'goes on far above the page end with %i rows under one label only where they had no room: %i',
    async (count, tables) => {
      const entries = (prefix: string, length: number) =>
        Array.from({ length }, (_, i) => [`${prefix}${i + 1}`, `${i + 10}`, '5']);
      const first = lower([...header, ...rows(1, entries('甲', 2), '甲')], [30, 30, 30]);
      const second = lower(
        rows(0, entries('乙', count), '乙'),
        Array.from({ length: count }, () => 32),
      );
      const grids = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
      expect(grids.map((grid) => grid.rows)).toEqual(tables === 1 ? [3 + count] : [3, count]);
    },
  );

  test('is one grid, its repeated header left out and noted', async () => {
    const first = upper(
      [
        ...header,
        ...rows(
          1,
          [
            ['甲一', '1', '5'],
            ['甲二', '2', '5'],
          ],
          '甲',
        ),
      ],
      3,
    );
    const second = lower(
      [
        ...header,
        ...rows(
          1,
          [
            ['乙一', '3', '5'],
            ['乙二', '4', '5'],
          ],
          '乙',
        ),
      ],
      [30, 30, 30],
    );
    const grids = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(grids).toHaveLength(1);
    expect(shape(grids[0]!)).toEqual([
      '0,0 类别',
      '0,1 指标',
      '0,2 数值',
      '0,3 权重',
      '1,0 2×1 甲',
      '1,1 甲一',
      '1,2 1',
      '1,3 5',
      '2,1 甲二',
      '2,2 2',
      '2,3 5',
      '3,0 2×1 乙',
      '3,1 乙一',
      '3,2 3',
      '3,3 5',
      '4,1 乙二',
      '4,2 4',
      '4,3 5',
    ]);
    expect(grids[0]!.repeatedHeaders).toEqual(['类别 | 指标 | 数值 | 权重']);
    expect(grids[0]!.parts.map(({ page, firstRow, endRow }) => [page, firstRow, endRow])).toEqual([
      [1, 0, 3],
      [2, 3, 5],
    ]);
    expectTiling(grids[0]!);
  });

  test('joins the row that the page end cuts, where the writer closes its sides', async () => {
    const first = upper(
      [
        ...header,
        ...rows(
          1,
          [
            ['甲一', '1', '5'],
            ['第三方机构在灌溉季前后逐段巡查并记录\n结果，每季度向用水户代表大会公开渠道状', '良好', '5'],
          ],
          '甲',
        ),
      ],
      3,
    );
    const second = lower(
      rows(
        0,
        [
          ['况与处置情况', '', ''],
          ['乙一', '3', '5'],
        ],
        '',
      ),
      [20, 30],
    );
    const [grid, ...more] = gridsOf(
      await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])),
    );
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual([
      '0,0 类别',
      '0,1 指标',
      '0,2 数值',
      '0,3 权重',
      '1,0 3×1 甲',
      '1,1 甲一',
      '1,2 1',
      '1,3 5',
      '2,1 第三方机构在灌溉季前后逐段巡查并记录结果，每季度向用水户代表大会公开渠道状况与处置情况',
      '2,2 良好',
      '2,3 5',
      '3,1 乙一',
      '3,2 3',
      '3,3 5',
    ]);
    expect(grid!.cells.find(({ row, column }) => row === 2 && column === 1)!.location.page).toBe(1);
  });

  test('joins the row that the page end cuts, where the writer leaves its sides open', async () => {
    const first = upper(
      [
        ...header,
        ...rows(
          1,
          [
            ['甲一', '1', '5'],
            ['一段', '良好', '5'],
          ],
          '甲',
        ),
      ],
      3,
      ['bottom'],
    );
    const second = lower(
      rows(
        0,
        [
          ['二段', '', ''],
          ['乙一', '3', '5'],
        ],
        '',
      ),
      [20, 30],
      ['top'],
    );
    const [grid] = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(grid!.rows).toBe(4);
    expect(grid!.cells.find(({ row, column }) => row === 2 && column === 1)!.text.replace(/\s/, '')).toBe(
      '一段二段',
    );
  });

  test('joins a merged label whose bracket closes on the next page, between rows that are whole', async () => {
    const table = (label: string, ...figures: [string, string]) => rows(0, [['清淤长度', ...figures]], label);
    const before = rows(
      1,
      [
        ['甲一', '31', '5'],
        ['甲二', '33', '5'],
      ],
      '甲类(10分)',
    );
    const cut = rows(3, [['更换闸门', '40', '7']], '效益指标(30');
    const first = upper([...header, ...before, ...cut], 4);
    const second = lower(table('分)', '96', '7'), [30]);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(shape(grid!)).toContain('3,0 2×1 效益指标(30分)');
    expect(shape(grid!)).toContain('4,2 96');
  });

  test('joins a merged label whose rest ends other labels and is none itself', async () => {
    const before = [
      ...rows(1, [['甲一', '31', '5']], '社会效益'),
      ...rows(2, [['甲二', '33', '5']], '生态效益'),
    ];
    const cut = rows(3, [['更换闸门', '40', '7']], '经济');
    const first = upper([...header, ...before, ...cut], 4);
    const second = lower(
      rows(
        0,
        [
          ['清淤长度', '96', '7'],
          ['修复渠道', '98', '7'],
        ],
        '效益',
      ),
      [30, 30],
    );
    const [grid] = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(shape(grid!)).toContain('3,0 3×1 经济效益');
  });

  test('joins a cut row where every row keeps a blank line at its foot', async () => {
    const spaced = (cells: DrawnCell[]): DrawnCell[] =>
      cells.map((cell) => ({ ...cell, lines: cell.lines.length > 0 ? [...cell.lines, ''] : [] }));
    const first = upper(
      spaced([
        ...header,
        ...rows(
          1,
          [
            ['甲一', '31', '5'],
            ['甲二', '33', '5'],
            ['建筑面积', '3,200平方米与其他各项场地一共的面积', '5'],
          ],
          '甲',
        ),
      ]),
      4,
    );
    const second = lower(spaced(rows(0, [['', '之和', '']], '')), [30]);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(grid!.rows).toBe(4);
  });

  test('keeps whole rows apart where narrow columns are full and every row keeps a blank line at its foot', async () => {
    const narrow = [60, 108, 156, 204, 252];
    const cells = (row: number, texts: readonly string[]): DrawnCell[] =>
      texts.map((text, column) => ({ row, column, lines: [...text.split('\n'), ''] }));
    const first = upper(
      [
        ...cells(0, ['类别名称', '指标类别', '指标名称', '数值']),
        ...cells(1, ['产出成果', '数量指标', '泵站座数', '3座']),
        ...cells(2, ['效益成果', '社会效益', '排涝标准', '20年一\n遇标准']),
      ],
      3,
    );
    const second = lower(
      [
        ...cells(0, ['公众评价', '服务对象', '群众评价', '≥90%']),
        ...cells(1, ['机关评价', '主管部门', '部门评价', '≥95%']),
      ],
      [30, 30],
    );
    const [grid] = gridsOf(
      await readPdf(
        writePdf([{ content: page({ ...first, xs: narrow }) }, { content: page({ ...second, xs: narrow }) }]),
      ),
    );
    expect(grid!.rows).toBe(5);
  });

  test('keeps whole rows apart though their columns stand under each other', async () => {
    const first = upper(
      [
        ...header,
        ...rows(
          1,
          [
            ['清淤长度', '32', '5'],
            ['更换闸门', '40', '5'],
          ],
          '甲',
        ),
      ],
      3,
    );
    const second = lower(
      rows(
        0,
        [
          ['完工及时率', '95', '5'],
          ['合格率', '96', '5'],
        ],
        '乙',
      ),
      [30, 30],
    );
    const [grid] = gridsOf(await readPdf(writePdf([{ content: page(first) }, { content: page(second) }])));
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toContain('3,0 2×1 乙');
  });

  test('goes on over three pages', async () => {
    const part = (label: string): DrawnTable => ({
      ...lower(
        [
          ...header,
          ...rows(
            1,
            [
              [`${label}一`, '1', '5'],
              [`${label}二`, '2', '5'],
            ],
            label,
          ),
        ],
        [300, 200, 210],
      ),
    });
    const [grid, ...more] = gridsOf(
      await readPdf(writePdf(['甲', '乙', '丙'].map((label) => ({ content: page(part(label)) })))),
    );
    expect(more).toEqual([]);
    expect([grid!.rows, grid!.parts.length, grid!.repeatedHeaders.length]).toEqual([7, 3, 2]);
  });
});

describe('two forms', () => {
  const form = (top: number, value: string): DrawnTable => ({
    xs,
    ys: [top, top + 30, top + 60, top + 90],
    cells: [
      ...header,
      ...rows(
        1,
        [
          ['长度', value, '5'],
          ['座数', '2', '5'],
        ],
        '甲',
      ),
    ],
  });

  test('with a title each stay two, on one page or on pages that follow', async () => {
    const titled = (top: number, value: string): string =>
      page(form(top, value)) + show('绩效目标表', 240, 842 - top + 12, 14);
    const one = await readPdf(writePdf([{ content: titled(100, '31') + titled(600, '32') }]));
    expect(one.blocks.map((block) => (block.kind === 'grid' ? block.cells[6]!.text : block.text))).toEqual([
      '绩效目标表',
      '31',
      '绩效目标表',
      '32',
    ]);
    const two = await readPdf(writePdf([{ content: titled(600, '31') }, { content: titled(100, '32') }]));
    expect(gridsOf(two)).toHaveLength(2);
    expect(paragraphsOf(two).map(({ role }) => role)).toEqual(['heading', 'heading']);
  });

  test('that begin with the same labels are two, though no title parts them', async () => {
    const filed = (name: string): DrawnCell[] =>
      [
        ['项目名称', name],
        ['实施单位', '灌溉站'],
        ['项目总额', '100'],
      ].flatMap(([label, value], row) => [
        { row, column: 0, lines: [label!] },
        { row, column: 1, columnSpan: 3, lines: [value!] },
      ]);
    const table = (name: string, top: number): DrawnTable => ({
      xs,
      ys: [top, top + 30, top + 60, top + 90],
      cells: filed(name),
    });
    const grids = gridsOf(
      await readPdf(
        writePdf([{ content: page(table('甲项目', 600)) }, { content: page(table('乙项目', 60)) }]),
      ),
    );
    expect(grids).toHaveLength(2);
  });
});

test('page headers and numbers are furniture and part no table', async () => {
  const around = (number: number): string =>
    show('云溪县水务局', 60, 815, 8) + show(`- ${number} -`, 290, 20, 8);
  const first = upper(
    [
      ...header,
      ...rows(
        1,
        [
          ['甲一', '1', '5'],
          ['甲二', '2', '5'],
        ],
        '甲',
      ),
    ],
    3,
  );
  const second = lower(
    rows(
      0,
      [
        ['乙一', '3', '5'],
        ['乙二', '4', '5'],
      ],
      '乙',
    ),
    [30, 30],
  );
  const source = await readPdf(
    writePdf([{ content: page(first, around(1)) }, { content: page(second, around(2)) }]),
  );
  expect(gridsOf(source)).toHaveLength(1);
  expect(paragraphsOf(source).map(({ role }) => role)).toEqual([
    'furniture',
    'furniture',
    'furniture',
    'furniture',
  ]);
});
