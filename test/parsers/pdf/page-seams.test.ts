import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { type DrawnTable, drawings, drawTable } from './table-drawing.ts';

const xs = [60, 120, 200, 330, 420];
const size = 10;

/** Rows of texts as lines, on a page from `top` down or up from `bottom`; every row has its height. */
function table(
  rows: readonly (readonly string[])[],
  heights: readonly number[],
  at: { top?: number; bottom?: number },
): DrawnTable {
  const whole = heights.reduce((a, b) => a + b, 0);
  const top = at.top ?? at.bottom! - whole;
  const ys = [top];
  for (const height of heights) ys.push(ys.at(-1)! + height);
  return {
    xs,
    ys,
    size,
    cells: rows.flatMap((row, r) =>
      row.map((text, column) => ({ row: r, column, lines: text === '' ? [] : text.split('\n') })),
    ),
  };
}

const head = ['一级指标', '二级指标', '三级指标', '指标值'];
const tail = [
  ['产出指标', '质量指标', '工程验收合格率', '≥98%'],
  ['产出指标', '时效指标', '汛前完工率', '100%'],
];

async function joined(above: DrawnTable, below: DrawnTable) {
  const pages = [above, below].map((one) => ({ content: drawTable(one, 'strokes') }));
  return gridsOf(await readPdf(writePdf(pages)));
}

const later = [
  ['效益指标', '生态效益指标', '渠岸绿化率', '≥80%'],
  ['满意度指标', '服务对象满意度', '灌区农户满意度', '≥92%'],
];

/** Without signs, that a column of a few points holds them. */
const figures = (row: readonly string[]): string[] => [...row.slice(0, 3), row[3]!.replace(/[^\d.]/g, '')];

const at = { bottom: 790 };
const next = { top: 52 };

describe('the last row of a page and the first of the next', () => {
  test('keep the blank corner of heads apart from the first label below them', async () => {
    const above = table(
      [
        ['项目名称', '灌区清淤', '主管部门', '水利局'],
        ['', '预算数', '执行数', '执行率'],
      ],
      [20, 20],
      at,
    );
    const below = table(
      [
        ['资金总额', '120.00', '90.00', '75%'],
        ['产出指标', '清淤长度', '12', '12'],
        ['', '验收次数', '3', '3'],
      ],
      [20, 20, 20],
      next,
    );
    below.cells = below.cells
      .filter(({ row, column }) => row < 2 || column > 0)
      .map((cell) => (cell.row === 1 && cell.column === 0 ? { ...cell, rowSpan: 2 } : cell));
    const [grid] = await joined(above, below);
    expect(shape(grid!).filter((cell) => /,0 /.test(cell))).toEqual([
      '0,0 项目名称',
      '2,0 资金总额',
      '3,0 2×1 产出指标',
    ]);
  });

  test('keep their own remarks where that of the next stands in the middle of its rows', async () => {
    const remarks = '雨季顺延\n已补办手续';
    const below = table(
      [
        ['效益指标', '社会效益', '受益村庄数', ''],
        ['', '', '受益人口数', ''],
        ['满意度指标', '服务对象', '农户满意度', ''],
        ['', '', '村民满意度', ''],
      ],
      [20, 20, 20, 20],
      next,
    );
    below.cells = [
      ...below.cells.filter(({ row, column }) => column === 2 || (column < 2 && row % 2 === 0)),
      ...[0, 2].map((row) => ({ row, column: 3, rowSpan: 2, lines: remarks.split('\n') })),
    ].map((cell) => (cell.column < 2 ? { ...cell, rowSpan: 2 } : cell));
    const [grid] = await joined(
      table(
        [['一级指标', '二级指标', '三级指标', '偏差原因'], ...tail.map((row) => [...row.slice(0, 3), ''])],
        [20, 20, 20],
        at,
      ),
      below,
    );
    expect(shape(grid!).filter((cell) => /,3 /.test(cell))).toEqual([
      '0,3 偏差原因',
      '3,3 2×1 雨季顺延已补办手续',
      '5,3 2×1 雨季顺延已补办手续',
    ]);
  });

  test('keep their labels where that of the first stands in the middle of its rows, with room below', async () => {
    const parts = [
      ['管理效率', '预算管理'],
      ['履职效能', '核心产出'],
    ].map(([level, second], i) => {
      const rows = [
        [level!, second!, `${'甲乙'[i]}站完工率`, '≥98%'],
        ['', '', `${'甲乙'[i]}站验收率`, '≥92%'],
      ];
      const part = table(i === 0 ? [head, ...rows] : rows, [20, 20, 20].slice(i), i === 0 ? at : next);
      const from = i === 0 ? 1 : 0;
      const cells = part.cells
        .filter(({ row, column }) => column > 1 || row <= from)
        .map((cell) => (cell.column < 2 && cell.row === from ? { ...cell, rowSpan: 2 } : cell));
      return { ...part, xs: [60, 104, 200, 330, 420], cells };
    });
    const [grid] = await joined(parts[0]!, parts[1]!);
    expect(shape(grid!).filter((cell) => /,0 /.test(cell))).toEqual([
      '0,0 一级指标',
      '1,0 2×1 管理效率',
      '3,0 2×1 履职效能',
    ]);
  });

  test('are one where the rests of labels complete words of the table, though each has one line', async () => {
    const [grid, ...more] = await joined(
      table([head, ...tail, ['效益指标', '可持续影响', '', '']], [20, 20, 20, 16], at),
      table(
        [
          ['', '指标', '', ''],
          ['效益指标', '可持续影响\n指标', '管护制度覆盖率', '100%'],
        ],
        [16, 30],
        next,
      ),
    );
    expect(more).toEqual([]);
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toContain('3,1 可持续影响指标');
    expect(grid!.cells.every(({ confidence }) => confidence === 1)).toBe(true);
  });

  test('are one where a bracket that the one opens is closed by the other', async () => {
    const [grid] = await joined(
      table(
        [head, ...tail, ['效益指标', '社会效益', '受益农户数（按渠系覆盖', '≥3860']],
        [20, 20, 20, 16],
        at,
      ),
      table([['', '', '范围计）', ''], ...later], [16, 20, 20], next),
    );
    expect(grid!.rows).toBe(6);
    expect(shape(grid!)).toContain('3,2 受益农户数（按渠系覆盖范围计）');
  });

  test('are one where a figure fills its narrow column, and its last digit stands beside the rest of a text', async () => {
    const narrow = (one: DrawnTable): DrawnTable => ({ ...one, xs: [60, 120, 200, 330, 354] });
    const [grid] = await joined(
      narrow(
        table(
          [head, ...tail, ['成本指标', '经济成本', '单套设备（含安装', '31.3']].map(figures),
          [20, 20, 20, 16],
          at,
        ),
      ),
      narrow(table([['', '', '和质保）费用', '5'], ...later].map(figures), [16, 20, 20], next)),
    );
    expect(grid!.rows).toBe(6);
    expect(shape(grid!)).toContain('3,2 单套设备（含安装和质保）费用');
    expect(shape(grid!)).toContain('3,3 31.35');
  });

  test('are one where a group of thousands and a decimal lack the digits that stand below', async () => {
    const narrow = (one: DrawnTable): DrawnTable => ({ ...one, xs: [60, 120, 200, 224, 248] });
    const money = [
      ['项目', '内容', '上年', '本年'],
      ['工资', '基本', '1,20\n0.00', '300.\n00'],
      ['办公', '印刷', '1,30\n0.00', '400.\n00'],
    ];
    const [grid] = await joined(
      narrow(table([...money, ['合计', '', '16,9', '700.']], [20, 30, 30, 16], at)),
      narrow(
        table(
          [
            ['', '', '75.5\n9', '00'],
            ['差旅', '交通', '1,10\n0.00', '200.\n00'],
          ],
          [30, 30],
          next,
        ),
      ),
    );
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toContain('3,2 16,975.59');
    expect(shape(grid!)).toContain('3,3 700.00');
  });

  test('are two where a sum fills its narrow column over the line that follows it', async () => {
    const narrow = (one: DrawnTable): DrawnTable => ({ ...one, xs: [60, 86, 150, 176, 240] });
    const lines = [
      ['收入', '预算', '支出', '预算'],
      ['财政\n拨款', '860.00', '教育\n支出', '720.00'],
      ['其他\n收入', '50.00', '卫生\n支出', '190.00'],
    ];
    const [grid] = await joined(
      narrow(
        table([...lines, ['本年\n收入\n合计', '910.00', '本年\n支出\n合计', '910.00']], [20, 30, 30, 40], at),
      ),
      narrow(
        table(
          [
            ['上年\n结转\n结余', '', '年终\n结转\n结余', ''],
            ['收入\n总计', '910.00', '支出\n总计', '910.00'],
          ],
          [40, 30],
          next,
        ),
      ),
    );
    expect(grid!.rows).toBe(6);
    expect(shape(grid!)).toContain('3,0 本年收入合计');
    expect(shape(grid!)).toContain('4,0 上年结转结余');
  });

  test('are one where a sign alone fills its narrow column, and its figure stands below', async () => {
    const columns = { xs: [60, 200, 260, 320, 346] };
    const row = (label: string, ...rest: string[]): string[] => [label, ...rest];
    const [grid] = await joined(
      {
        ...table(
          [
            row('项目', '上年', '增减', '%'),
            row('公务接待费', '2.60', '0.00', '—'),
            row('合计', '9.60', '△', '-'),
          ],
          [20, 20, 16],
          at,
        ),
        ...columns,
      },
      {
        ...table([row('', '', '', '7.29%'), row('公务用车费', '7.00', '0.20', '3%')], [16, 20], next),
        ...columns,
      },
    );
    expect(shape(grid!)).toContain('2,3 -7.29%');
    expect(shape(grid!)).toContain('3,0 公务用车费');
  });

  test('are two where a mark for no figure stands in a wide column over a figure', async () => {
    const [grid] = await joined(
      table([head, ...tail, ['效益指标', '社会效益', '受益户数', '-']], [20, 20, 20, 16], at),
      table([['', '', '', '7.29%'], ...later], [16, 20, 20], next),
    );
    expect(shape(grid!)).toContain('3,3 -');
    expect(shape(grid!)).toContain('4,3 7.29%');
  });

  test('are two where figures stand under the heads of their columns', async () => {
    const [grid] = await joined(
      table(
        [...tail, ['项目', '预算数\n（元）', '决算数占调整预算数比例', '比上年\n增长%']],
        [20, 20, 30],
        at,
      ),
      table(
        [
          ['税收收入', '2927', '2775', '105'],
          ['增值税', '857', '803', '101'],
        ],
        [16, 16],
        next,
      ),
    );
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toContain('3,1 2927');
  });

  test('are two where a label is repeated, though the texts fill their lines', async () => {
    const [grid] = await joined(
      table(
        [head, ...tail, ['产出指标', '时效指标安排', '堤防巡查完好率达标情况', '100%以上']],
        [20, 20, 20, 16],
        at,
      ),
      table([['产出指标', '成本指标', '汛前检查完成率', '100%以上'], ...later], [16, 20, 20], next),
    );
    expect(grid!.rows).toBe(7);
  });

  test('are two where what fills the cells above is a head, and what is below stands in other rows too', async () => {
    const grids = await joined(
      table(
        [
          ['项目名称', '小型水库管护', '', ''],
          ['总体目标', '水库安全度汛。', '', ''],
          ['一级指标', '二级指标\n（长期）', '三级指标（长期）', '指标值\n（长期）'],
        ],
        [20, 20, 32],
        at,
      ),
      table(
        [
          ['产出指标', '数量指标', '', '12座'],
          ['产出指标', '数量指标', '管护人员数', '18人'],
          ['产出指标', '质量指标', '养护合格率', '≥95%'],
          ['效益指标', '社会效益指标', '受益人口', '≥2万人'],
        ],
        [20, 20, 20, 20],
        next,
      ),
    );
    expect(grids.reduce((rows, grid) => rows + grid.rows, 0)).toBe(7);
    expect(shape(grids.at(-1)!).join('|')).not.toContain('一级指标产出指标');
  });

  test('are two though the label that spans them was cut in two', async () => {
    const above = table(
      [head, ['年度目标', '数量指标', '座数', '14'], ['年度目', '数量指标', '公里数', '32']],
      [20, 20, 16],
      at,
    );
    const below = table(
      [
        ['', '质量指标', '合格率', '98%'],
        ['', '时效指标', '完工率', '100%'],
      ],
      [20, 20],
      next,
    );
    below.cells = below.cells.filter(({ column }) => column > 0);
    below.cells.push({ row: 0, column: 0, rowSpan: 2, lines: ['标'] });
    const [grid] = await joined(above, below);
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toContain('2,0 3×1 年度目标');
  });

  test('say of themselves that they are doubtful where nothing tells', async () => {
    const [grid] = await joined(
      table([head, ...tail, ['', '渠系巡查记录率计', '', '']], [20, 20, 20, 16], at),
      table([['', '算方法', '', ''], ...later], [16, 20, 20], next),
    );
    const doubted = grid!.cells.filter(({ doubt }) => doubt !== undefined);
    expect(doubted.length).toBeGreaterThan(0);
    expect(doubted.every(({ confidence }) => confidence < 0.9)).toBe(true);
  });
});

test.each([
  ['beside the cut row', 'upper'],
  ['beside the row after it', 'lower'],
])(
  'a row cut by a browser is one though it ends the rest of a merged cell too high, %s',
  async (_, place) => {
    const above: DrawnTable = {
      ...table(
        [head, ['效益指标', '社会效益', '受益农户数', '≥3860'], ['', '', '吸纳务工', '连续务工满三个月']],
        [20, 20, 20],
        at,
      ),
      open: ['bottom'],
    };
    const label = (row: number, column: number) => ({
      row,
      column,
      rowSpan: 2,
      lines: [['产出', '社会效益'][column]!],
    });
    above.cells = [
      ...above.cells.filter(({ row, column }) => row === 0 || column > 1),
      label(1, 0),
      label(1, 1),
    ];
    const besideCutRow = [
      { row: 0, column: 0, rowSpan: 2, lines: [] },
      { row: 0, column: 1, lines: [] },
      { row: 1, column: 1, lines: [] },
      { row: 0, column: 2, rowSpan: 2, lines: [] },
      { row: 0, column: 3, rowSpan: 2, lines: ['的人员'] },
      ...later.flatMap((row, r) => row.map((text, column) => ({ row: r + 2, column, lines: [text] }))),
    ];
    const besideNextRow = [
      { row: 0, column: 0, rowSpan: 2, lines: [] },
      { row: 2, column: 0, lines: [] },
      ...['', '', '的人员'].map((text, i) => ({ row: 0, column: i + 1, lines: text ? [text] : [] })),
      ...['生态效益', '绿化率', '80'].map((text, i) => ({
        row: 1,
        column: i + 1,
        rowSpan: 2,
        lines: [text],
      })),
      ...later[0]!.map((text, column) => ({ row: 3, column, lines: [text] })),
    ];
    const below: DrawnTable = {
      xs,
      ys: place === 'upper' ? [52, 72, 88, 108, 128] : [52, 88, 98, 108, 128],
      size,
      open: ['top'],
      cells: [...(place === 'upper' ? besideCutRow : besideNextRow)],
    };
    const labels = place === 'upper' ? ['1,0 2×1 产出', '3,0 效益指标'] : ['1,0 3×1 产出', '4,0 效益指标'];
    const [grid, ...more] = await joined(above, below);
    expect(more).toEqual([]);
    expect(grid!.rows).toBe(5);
    expect(shape(grid!)).toEqual(
      expect.arrayContaining(['1,1 2×1 社会效益', '2,3 连续务工满三个月的人员', ...labels]),
    );
  },
);

test('a table of other columns at the head of the next page is one of its own', async () => {
  const other: DrawnTable = {
    xs: [60, 150, 240, 300, 420],
    ys: [52, 72, 92],
    size,
    cells: ['编制数', '实有数', '控制率', '52', '51', '98%']
      .map((text, i) => ({
        row: Math.floor(i / 3),
        column: (i % 3) + 1,
        lines: [text],
      }))
      .concat([{ row: 0, column: 0, rowSpan: 2, lines: ['人员'] } as never]),
  };
  const grids = await joined(table([head, ...tail], [20, 20, 20], at), other);
  expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([
    [3, 4],
    [2, 4],
  ]);
});

describe('rows that share no column line with those above are still of their table', () => {
  test.each(drawings)('drawn by %s', async (drawing) => {
    const form: DrawnTable = {
      xs: [60, 120, 200, 250, 330, 420, 500],
      ys: [100, 122, 144, 166, 188, 210],
      cells: [
        { row: 0, column: 0, columnSpan: 2, lines: ['项目名称'] },
        { row: 0, column: 2, columnSpan: 2, lines: ['渠道清淤'] },
        { row: 0, column: 4, columnSpan: 2, lines: ['2024'] },
        { row: 1, column: 0, columnSpan: 2, lines: ['主管部门'] },
        { row: 1, column: 2, columnSpan: 2, lines: ['水务局'] },
        { row: 1, column: 4, columnSpan: 2, lines: ['灌溉站'] },
        ...[2, 3, 4].flatMap((row) => [
          { row, column: 0, lines: [`甲${row}`] },
          { row, column: 1, columnSpan: 2, lines: [`乙${row}`] },
          { row, column: 3, columnSpan: 2, lines: [`丙${row}`] },
          { row, column: 5, lines: [`丁${row}`] },
        ]),
      ],
    };
    const grids = gridsOf(await readPdf(writePdf([{ content: drawTable(form, drawing) }])));
    expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([[5, 6]]);
  });
});

describe('a table without a title at the head of a page, as wide as the one before, with few of its columns', () => {
  const form: DrawnTable = {
    ...table(
      [
        ['项目名称', '水渠修缮', '主管部门', '水利局', '5'],
        ['实施单位', '河湖中心', '年度', '2026', '6'],
      ],
      [22, 22],
      next,
    ),
    xs: [60, 120, 170, 260, 380, 420],
  };

  test('is a form of its own where the page before had room for it', async () => {
    const grids = await joined(table([head, ...tail], [120, 150, 180], { bottom: 520 }), form);
    expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 4],
      [2, 5],
    ]);
  });

  test('goes on with it where the page was full', async () => {
    const grids = await joined(table([head, ...tail], [120, 150, 180], at), form);
    expect(grids.map(({ rows }) => rows)).toEqual([5]);
  });
});

test('a head that fills its narrow cells, left open at a page end, takes no figures of the first row below it', async () => {
  const tight = (
    rows: string[][],
    place: { top?: number; bottom?: number },
    open: 'top' | 'bottom',
  ): DrawnTable => ({
    ...table(
      rows,
      rows.map(() => 24),
      place,
    ),
    xs: [60, 104, 148, 192, 236],
    open: [open],
  });
  const grids = await joined(
    tight([['一级指标', '三级指标', '指标分值', '指标得分']], { bottom: 812 }, 'bottom'),
    tight(
      [
        ['产出指标', '清淤长度', '10', '10'],
        ['产出指标', '更换闸门', '15', '14'],
      ],
      { top: 30 },
      'top',
    ),
  );
  expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([[3, 4]]);
});

describe('a label down the side that browsers leave open at the page end', () => {
  /** A label beside rows that the page closes, or opens, all but the label. */
  const part = (label: string[], rows: DrawnTable, open: 'top' | 'bottom'): string => {
    const { ys } = rows;
    const side = { xs: [30, xs[0]!], ys: [ys[0]!, ys.at(-1)!], size, open: [open] };
    const beside = open === 'top' ? { ...rows, open: [open] } : rows;
    return (
      drawTable({ ...side, cells: [{ row: 0, column: 0, lines: label }] }, 'strokes') +
      drawTable(beside, 'strokes')
    );
  };
  const merged = (top: number, labels: string[]): DrawnTable => ({
    xs,
    ys: Array.from({ length: 2 * labels.length + 1 }, (_, i) => top + 22 * i),
    size,
    cells: labels.flatMap((label, i) => [
      { row: 2 * i, column: 0, rowSpan: 2, lines: [label] },
      ...[0, 1].flatMap((at) => [
        { row: 2 * i + at, column: 1, lines: [`指标${i}${at}`] },
        { row: 2 * i + at, column: 2, lines: [`水渠${label}${at}`] },
        { row: 2 * i + at, column: 3, lines: [`≥${i}${at}座`] },
      ]),
    ]),
  });

  test('shows that the labels beside it are whole', async () => {
    const pages = [
      part(['年度'], merged(660, ['管理效率', '履职效能', '社会效应']), 'bottom'),
      part([], merged(52, ['发展能力', '满意度']), 'top'),
    ];
    const [grid, ...more] = gridsOf(await readPdf(writePdf(pages.map((content) => ({ content })))));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(
      expect.arrayContaining(['0,0 10×1 年度', '4,1 2×1 社会效应', '6,1 2×1 发展能力', '8,1 2×1 满意度']),
    );
  });

  test('goes on with what stands on the next page, though the page had room and its text ran out below', async () => {
    const above = merged(400, ['管理效率', '履职效能']);
    const first = part(['部门', '整体', '绩效', '情况'], above, 'bottom');
    const overflow = show('说明', 35, 842 - above.ys.at(-1)! - 14, size);
    const other = { ...merged(52, ['社会效应']), xs: [60, 150, 240, 300, 420] };
    const pages = [first + overflow, part([], other, 'top')];
    const grids = gridsOf(await readPdf(writePdf(pages.map((content) => ({ content })))));
    expect(grids.map(({ rows }) => rows)).toEqual([6]);
    expect(shape(grids[0]!)[0]).toBe('0,0 6×1 部门整体绩效情况说明');
  });
});

describe('a table goes on over what every page has beside it', () => {
  const parts = [table([head, ...tail], [20, 20, 20], at), table(later, [20, 20], next)];
  const read = async (around: string) =>
    readPdf(writePdf(parts.map((part) => ({ content: drawTable(part, 'strokes') + around }))));
  const cross = (x: number, y: number): string =>
    `0.25 w ${x - 8} ${y} m ${x + 8} ${y} l S ${x} ${y - 8} m ${x} ${y + 8} l S\n`;
  const square = (i: number): string =>
    i % 21 === 0 || (i * 7919) % 13 < 6 ? `${560 + (i % 21)} ${814 + Math.floor(i / 21)} 1 1 re f\n` : '';

  test.each([
    ['marks where it is cut', [8, 587].flatMap((x) => [8, 834].map((y) => cross(x, y))).join('')],
    ['a code of squares', Array.from({ length: 441 }, (_, i) => square(i)).join('')],
  ])('%s', async (_, around) => {
    const document = await read(around);
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([5]);
  });

  test('the words where it is bound', async () => {
    const document = await read(
      ['装', '订', '线'].map((text, i) => show(text, 17, 700 - 200 * i, 9)).join(''),
    );
    expect(gridsOf(document).map(({ rows }) => rows)).toEqual([5]);
    expect(paragraphsOf(document).map(({ role }) => role)).toEqual(Array(6).fill('furniture'));
  });
});

test.each([
  ['numbered blocks go on with the next', ['项目名称（1）', '项目名称（2）'], 1],
  ['a form that is filled in again begins anew', ['项目名称', '项目名称'], 2],
])('of one table on several pages, %s', async (_, labels, count) => {
  const block = (label: string, name: string, sum: string) => [
    [label, name, '主管部门', '水利局'],
    ['项目资金', '年度资金总额', '万元', sum],
    ['绩效目标', '清淤渠道', '养护渠道', '巡查'],
  ];
  const [first, second] = [block(labels[0]!, '渠道清淤', '32'), block(labels[1]!, '闸门养护', '45')];
  const grids = await joined(table(first, [20, 20, 20], at), table(second, [20, 20, 20], next));
  expect(grids).toHaveLength(count);
});

test('a label goes on over the page end though its column is blank in the row of sums', async () => {
  const scored = (texts: readonly string[], spans: readonly number[]): DrawnTable => {
    const drawn = table(
      texts.map((text) => text.split(' ')).map((row) => row.map((text) => text.replace('_', ''))),
      texts.map(() => 30),
      texts[0]!.startsWith('序') ? at : next,
    );
    drawn.cells = drawn.cells.filter(({ row, column }) => column !== 1 || spans[row]! > 0);
    for (const cell of drawn.cells) if (cell.column === 1) cell.rowSpan = spans[cell.row]!;
    return drawn;
  };
  const above = scored(
    ['序号 指标 三级指标 分值', '1 预算配置 人员控制率 4', '2 _ 经费变动率 4', '3 预算管理 制度健全性 7'],
    [1, 2, 0, 1],
  );
  const below = scored(
    ['4 _ 信息公开情况 8', '5 职责履行 实际完成率 15', '6 _ 质量达标率 10', '合计 _ _ 48'],
    [1, 2, 0, 1],
  );
  const [grid] = await joined(above, below);
  expect(shape(grid!).filter((cell) => /,1 /.test(cell))).toEqual([
    '0,1 指标',
    '1,1 2×1 预算配置',
    '3,1 2×1 预算管理',
    '5,1 2×1 职责履行',
  ]);
});

test('a head larger than the text of a sheet that was scaled to its paper parts no table', async () => {
  const small = (
    rows: readonly (readonly string[])[],
    place: { top?: number; bottom?: number },
  ): DrawnTable => ({
    ...table(
      rows,
      rows.map(() => 12),
      place,
    ),
    size: 5,
  });
  const around = (number: number): string =>
    show('水利局 11/30/2031', 205, 806, 9) + show(`第 ${number} 页，共 2 页`, 220, 20, 9);
  const above = drawTable(small([head, ...tail], at), 'strokes') + show('绩效目标表', 205, 104, 7);
  const below = drawTable(small(later, { top: 56 }), 'strokes');
  const source = await readPdf(writePdf([{ content: around(1) + above }, { content: around(2) + below }]));
  expect(gridsOf(source).map(({ rows }) => rows)).toEqual([5]);
  expect(paragraphsOf(source).map(({ text, role }) => `${role} ${text}`)).toContain(
    'furniture 水利局 11/30/2031',
  );
});

test.each([
  ['are a row of it cut off from its lines: it is in question', ['资金', '资金到位率', '（5分）', '5'], 0.5],
  ['as long as a caption are none', ['填报单位：水利局　2031年度　单位：万元'], 1],
])('texts above the first line of a table that goes on %s', async (_, texts, sure) => {
  const places = [65, 125, 205, 335];
  const row = texts.map((text, i) => show(text, places[i]!, 786, size)).join('');
  const above = drawTable(table([head, ...tail], [20, 20, 20], at), 'strokes');
  const below = drawTable(table(later, [20, 20], { top: 62 }), 'strokes');
  const source = await readPdf(writePdf([{ content: above }, { content: below + row }]));
  const confidences = gridsOf(source).flatMap(({ cells }) => cells.map(({ confidence }) => confidence));
  expect(new Set(confidences)).toEqual(new Set([sure]));
  expect(source.warnings.map(({ code }) => code)).toEqual(sure === 1 ? [] : ['uncertain_grid']);
});

test('labels that a browser closes above the row that they stand beside go on over the page end, and those that it closes within one', async () => {
  const line = (x0: number, y0: number, x1: number, y1: number): string =>
    `${x0} ${842 - y0} m ${x1} ${842 - y1} l S\n`;
  const box = (x0: number, y0: number, x1: number, y1: number): string =>
    line(x0, y0, x1, y0) + line(x0, y1, x1, y1) + line(x0, y0, x0, y1) + line(x1, y0, x1, y1);
  const text = (words: string, x: number, y: number): string => show(words, x + 4, 842 - y, 9);
  const open = (x0: number, x1: number, y: number): string =>
    line(x0, y, x1, y) + line(x0, y, x0, 800) + line(x1, y, x1, 800);
  const first =
    ['一级指标', '二级指标', '三级指标', '指标值']
      .map((words, i) => box(xs[i]!, 700, xs[i + 1]!, 740) + text(words, xs[i]!, 725))
      .join('') +
    open(60, 120, 740) +
    open(120, 200, 740) +
    text('产出指标', 60, 775) +
    text('质量指标', 120, 775) +
    box(200, 740, 330, 800) +
    box(330, 740, 420, 800) +
    text('工程验收合格率', 200, 775) +
    text('98%', 330, 775);
  const rows = (top: number) =>
    ['渠道衬砌合格率', '闸门检修合格率']
      .map((words, i) => {
        const y = top + 30 * i;
        return (
          box(200, y, 330, y + 30) +
          box(330, y, 420, y + 30) +
          text(words, 200, y + 20) +
          text(`9${i}%`, 330, y + 20)
        );
      })
      .join('');
  const ends =
    ['汛前完工率', '100%']
      .map((words, i) => box(xs[i + 2]!, 100, xs[i + 3]!, 130) + text(words, xs[i + 2]!, 120))
      .join('') +
    box(60, 100, 120, 130) +
    text('效益指标', 60, 120) +
    box(120, 100, 200, 130) +
    text('时效指标', 120, 120);
  const sides = line(60, 40, 60, 100) + line(120, 40, 120, 40);
  const read = async (closed: string) =>
    gridsOf(await readPdf(writePdf([{ content: first }, { content: closed + rows(40) + sides + ends }])));
  const expected = ['1,0 3×1 产出指标', '1,1 3×1 质量指标'];
  const above = await read(line(60, 40, 200, 40));
  expect(above).toHaveLength(1);
  expect(shape(above[0]!).filter((cell) => /^1,[01] /.test(cell))).toEqual(expected);
  const within = await read(line(120, 40, 120, 55) + line(60, 55, 200, 55));
  expect(within).toHaveLength(1);
  expect(shape(within[0]!).filter((cell) => /,[01] .*(?:产出|质量)/.test(cell))).toHaveLength(2);
  expect(
    within[0]!.cells.filter(({ row, column, text: words }) => row > 1 && column < 2 && words === ''),
  ).toEqual([]);
});

describe('a break that someone put into a sheet, high above the end of the page', () => {
  const heights = [20, 20, 20];
  const high = { top: 52 };
  const broad = (one: DrawnTable): DrawnTable => ({ ...one, xs: [60, 120, 200, 330, 420, 500] });
  const wide = (rows: readonly (readonly string[])[]) => rows.map((row) => [...row, '12']);

  test('cuts a table with the same lines', async () => {
    const above = broad(table(wide([head, ...tail]), heights, high));
    const below = broad(table(wide(later), heights.slice(1), next));
    const grids = await joined(above, below);
    expect(grids).toHaveLength(1);
    expect(grids[0]!.rows).toBe(5);
  });

  test('leaves forms that begin alike apart', async () => {
    const form = (project: string, unit: string): readonly string[][] => [
      [`项目名称：${project}`, '甲', '乙', '丙'],
      [`主管部门：${unit}`, '甲', '乙', '丙'],
      ['清淤长度', '32', '千米', '5'],
    ];
    const grids = await joined(
      broad(table(wide(form('灌区清淤', '水利局')), heights, high)),
      broad(table(wide(form('堤防养护', '住建局')), heights, next)),
    );
    expect(grids).toHaveLength(2);
  });

  const under = { top: 82 };
  const titled = (one: DrawnTable, names: readonly string[]) => ({
    content: `${names.map((name, i) => show(name, 60, 842 - 62 - 13 * i, size)).join(' ')} ${drawTable(broad(one), 'strokes')}`,
  });
  const names = ['德安县财政拨款支出表', '单位：万元'];
  const lines = [
    ['项目', '合计', '基本支出', '项目支出'],
    ['卫生健康支出', '204.97', '204.97', ''],
    ['节能环保支出', '208.20', '', '208.20'],
  ];
  const rest = [
    ['农林水支出', '136.23', '84.23', '52.00'],
    ['住房保障支出', '227.99', '227.99', ''],
  ];

  test.each([
    ['with its head', [lines[0]!, ...rest]],
    ['without a head', rest],
  ])('repeats the title of the sheet over its rows %s', async (_, rows) => {
    const pages = [
      titled(table(wide(lines), heights, under), names),
      titled(
        table(
          wide(rows),
          rows.map(() => 20),
          under,
        ),
        names,
      ),
    ];
    const document = await readPdf(writePdf(pages));
    expect(gridsOf(document).map((grid) => grid.rows)).toEqual([5]);
    expect(paragraphsOf(document).filter(({ role }) => role !== 'furniture')).toHaveLength(2);
  });

  test('has another name over another table', async () => {
    const pages = [
      titled(table(wide(lines), heights, under), names),
      titled(table(wide(rest), [20, 20], under), ['德安县基金支出表', '单位：万元']),
    ];
    expect(gridsOf(await readPdf(writePdf(pages)))).toHaveLength(2);
  });
});
