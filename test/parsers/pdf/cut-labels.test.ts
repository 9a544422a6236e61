import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, type DrawnTable, drawTable } from './table-drawing.ts';

const xs = [60, 130, 310, 430];
const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): DrawnCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  lines: text === '' ? [] : text.split('\n'),
});
const rowsOf = (first: number, texts: readonly string[][]): DrawnCell[] =>
  texts.flatMap((row, i) => row.map((text, column) => cell(first + i, column, text)));
/** Rows that end at the foot of the page, or begin at its head. */
const foot = (cells: DrawnCell[], rows: number): DrawnTable => ({
  xs,
  ys: Array.from({ length: rows + 1 }, (_, i) => 770 - (rows - i) * 25),
  cells,
});
const head = (cells: DrawnCell[], rows: number, height = 25): DrawnTable => ({
  xs,
  ys: Array.from({ length: rows + 1 }, (_, i) => 60 + i * height),
  cells,
});

async function joined(first: DrawnTable, second: DrawnTable, more = ''): Promise<string[]> {
  const pages = [{ content: drawTable(first, 'strokes') }, { content: drawTable(second, 'strokes') + more }];
  const [grid, ...others] = gridsOf(await readPdf(writePdf(pages)));
  expect(others).toEqual([]);
  return shape(grid!);
}

describe('labels at the end of a page', () => {
  test('the last line of one that is printed over the label of the next row is its own', async () => {
    const first = foot(
      [
        ...rowsOf(0, [['二级', '三级', '值']]),
        cell(1, 0, '可持续影响\n指标', 2),
        cell(1, 1, '护林员培训'),
        cell(1, 2, '长期'),
        cell(2, 1, '……'),
        cell(2, 2, ''),
        cell(3, 0, '可持续影响', 2),
        cell(3, 1, '巡查机制'),
        cell(3, 2, '健全'),
        cell(4, 1, '……'),
        cell(4, 2, ''),
      ],
      5,
    );
    const second = head(
      [...rowsOf(0, [['', '', '']]), ...rowsOf(1, [['满意度指标', '居民满意度', '95']])],
      2,
      15,
    );
    // The border of the rows is at 75 points from the top, the label below it reaches from 78 to 87.
    const rest = show('指标', 86, 842 - 79, 9);
    const cells = await joined(first, second, rest);
    expect(cells).toContain('3,0 2×1 可持续影响指标');
    expect(cells).toContain('5,0 满意度指标');
    expect(cells).toContain('5,2 95');
  });

  test.each(['指标', '值'])(
    'a label that ends as others do is whole: the one below it is another (%s)',
    async (end) => {
      const first = foot(
        [
          ...rowsOf(0, [['一级指标', '二级指标', '值']]),
          cell(1, 0, `产出${end}`, 2),
          ...[1, 2].flatMap((row) => [cell(row, 1, `数量指标${row}`), cell(row, 2, '95')]),
        ],
        3,
      );
      const second = head(
        [
          cell(0, 0, `效益${end}`, 3),
          ...['经济效益', '社会效益', '生态效益'].flatMap((text, row) => [
            cell(row, 1, `${text}${end}`),
            cell(row, 2, '90'),
          ]),
        ],
        3,
      );
      const cells = await joined(first, second);
      expect(cells).toContain(`1,0 2×1 产出${end}`);
      expect(cells).toContain(`3,0 3×1 效益${end}`);
    },
  );

  test('one that breaks off goes on where all labels of its column span rows and the one to its left goes on', async () => {
    const group = (row: number, label: string, name: string): DrawnCell[] => [
      cell(row, 0, label, 2),
      cell(row, 1, name, 2),
      cell(row, 2, '96'),
      cell(row + 1, 2, '……'),
    ];
    const columns = { xs: [60, 100, 140, 300] };
    const first = foot(
      [
        ...rowsOf(0, [['资金', '', '80']]).filter(({ column }) => column !== 1),
        cell(0, 1, ''),
        cell(1, 0, '', 1, 2),
        cell(1, 2, '90'),
        ...group(2, '产出指标', '数量指标'),
        ...group(4, '效益指标', '社会效益'),
        ...group(6, '成效指标', '生态效益'),
        ...rowsOf(8, [['满意度', '服务对象', '93']]),
      ].filter(({ row, column }) => row > 0 || column !== 1),
      9,
    );
    first.cells.unshift(cell(0, 1, '说明'));
    const second = head(
      [...rowsOf(0, [['指标', '满意度等', '……']]), cell(1, 0, '总分', 1, 2), cell(1, 2, '100')],
      2,
    );
    const cells = await joined({ ...first, ...columns }, { ...second, ...columns });
    expect(cells).toContain('8,0 2×1 满意度指标');
    expect(cells).toContain('8,1 2×1 服务对象满意度等');
    expect(cells).toContain('10,2 100');
  });

  test('the last line of one that is printed over the head of the next page is its own', async () => {
    const first = foot(
      [
        ...rowsOf(0, [['一级', '二级', '值']]),
        cell(1, 0, '总体目标\n完成', 2),
        ...rowsOf(1, [
          ['', '目标', '95'],
          ['', '实际', '96'],
        ]).filter(({ column }) => column > 0),
      ],
      3,
    );
    const second = head(
      [
        cell(0, 0, '绩效指标', 3),
        ...rowsOf(0, [
          ['', '数量', '12'],
          ['', '质量', '13'],
          ['', '时效', '14'],
        ]).filter(({ column }) => column > 0),
      ],
      3,
    );
    const cells = await joined(first, second, show('情况', 86, 842 - 60 - 6, 9));
    expect(cells).toContain('1,0 2×1 总体目标完成情况');
    expect(cells).toContain('3,0 3×1 绩效指标');
  });

  test('goals that are numbered by name go on over open sides', async () => {
    const first = foot(
      [
        ...rowsOf(0, [['类别', '名称', '数额']]),
        cell(1, 0, '总目标'),
        cell(1, 1, '目标1：'),
        cell(1, 2, '目标1：路况良好。'),
      ],
      2,
    );
    const second = head(
      [cell(0, 0, ''), cell(0, 1, ''), cell(0, 2, '目标2：隐患消除。'), ...rowsOf(1, [['说明', '无', '无']])],
      2,
    );
    const cells = await joined({ ...first, open: ['bottom'] }, { ...second, open: ['top'] });
    expect(cells).toContain('1,2 目标1：路况良好。\n目标2：隐患消除。');
  });

  test('…… below an entry is a row of its own, beside a label that was cut or over open sides', async () => {
    const entry = (row: number, label: string, text: string, value: string): DrawnCell[] => [
      cell(row, 0, label, label === '' ? 1 : 2),
      cell(row, 1, text),
      cell(row, 2, value),
      cell(row + 1, 1, '……'),
      cell(row + 1, 2, ''),
    ];
    const first = foot(
      [
        ...rowsOf(0, [['二级', '三级', '值']]),
        ...entry(1, '社会效益指标', '指标1：就业能力', '提高'),
        ...entry(3, '可持续影响指', '指标1：培训体系', '完善').slice(0, 3),
      ].map((one) => (one.row === 3 && one.column === 0 ? { ...one, rowSpan: 1 } : one)),
      4,
    );
    const second = head(
      [...rowsOf(0, [['标', '……', '']]), ...entry(1, '可持续影响指标', '指标1：机制', '长期')],
      3,
    );
    const cut = await joined(first, second);
    expect(cut).toContain('3,0 2×1 可持续影响指标');
    expect(cut).toContain('3,1 指标1：培训体系');
    expect(cut).toContain('4,1 ……');
    const open = await joined(
      { ...foot(rowsOf(0, [['类别', '桥涵安全检测与加固', '816.42']]), 1), open: ['bottom'] },
      { ...head(rowsOf(0, [['', '……', '']]), 1), open: ['top'] },
    );
    expect(open).toContain('0,1 桥涵安全检测与加固');
    expect(open).toContain('1,1 ……');
  });

  test('…… below a text that fills its cell is a row without entries, beside a label that goes on', async () => {
    const row = (at: number, ...texts: string[]): DrawnCell[] =>
      texts.map((text, column) => cell(at, column + 1, text));
    const first = [...row(0, '项目', '总额', '本年', '用途'), ...row(1, '养老补助', '5', '4', '水电')];
    const second = [...row(0, '……', '', '', ''), ...row(1, '合计', '5', '4', '')];
    const columns = { xs: [60, 92, 136, 192, 236, 280] };
    const cells = await joined(
      { ...foot([cell(0, 0, '支出', 2), ...first], 2), ...columns },
      { ...head([cell(0, 0, '', 2), ...second], 2), ...columns },
    );
    expect(cells).toContain('1,1 养老补助');
    expect(cells).toContain('2,1 ……');
  });

  test('a list that begins below a sentence of the page before is a row of its own', async () => {
    const wide = (row: number, label: string, text: string): DrawnCell[] => [
      cell(row, 0, label),
      cell(row, 1, text, 1, 2),
    ];
    const columns: DrawnCell[] = rowsOf(0, [['类别', '名称', '数额']]);
    const first = foot([...columns, ...wide(1, '部门职能概述', '承担林场管护工作。')], 2);
    const second = head([...wide(0, '年度工作任务', '1. 巡护三千亩。'), ...wide(1, '说明', '无')], 2);
    const cells = await joined(first, second);
    expect(cells.slice(3)).toEqual([
      '1,0 部门职能概述',
      '1,1 1×2 承担林场管护工作。',
      '2,0 年度工作任务',
      '2,1 1×2 1. 巡护三千亩。',
      '3,0 说明',
      '3,1 1×2 无',
    ]);
  });

  test('a head of two rows does not merge the cells beneath it', async () => {
    const heading: DrawnCell[] = [
      cell(0, 0, '一级', 2),
      cell(0, 1, '二级', 2),
      cell(0, 2, '指标值'),
      cell(1, 2, '单位'),
    ];
    const first = foot(
      [
        ...heading,
        ...rowsOf(2, [
          ['产出指标', '数量指标', '26'],
          ['', '质量指标', '99'],
          ['', '', '80'],
        ]),
      ],
      5,
    );
    const second = head(
      [
        ...heading,
        ...rowsOf(2, [
          ['', '可持续影响指标', '长期'],
          ['满意度', '服务对象', '92'],
        ]),
      ],
      4,
    );
    const cells = await joined(first, second);
    expect(cells.slice(-9)).toEqual([
      '4,0',
      '4,1',
      '4,2 80',
      '5,0',
      '5,1 可持续影响指标',
      '5,2 长期',
      '6,0 满意度',
      '6,1 服务对象',
      '6,2 92',
    ]);
  });

  test('a head of two rows that is cut has the rest of its labels', async () => {
    const columns = [60, 130, 200, 260, 320, 366];
    const first: DrawnTable = {
      xs: columns,
      ys: [720, 745, 770],
      cells: [
        cell(0, 0, '指标体系', 1, 5),
        ...['一级指标', '三级指标'].map((text, column) => cell(1, column, text)),
        cell(1, 2, '近两年指标值', 1, 2),
        cell(1, 4, '预期当年'),
      ],
    };
    const second: DrawnTable = {
      xs: columns,
      ys: [60, 85, 110, 135],
      cells: [
        ...['', '', '前年', '上年', '实现值'].map((text, column) => cell(0, column, text)),
        ...['产出', '长度', '30', '31', '32'].map((text, column) => cell(1, column, text)),
        ...['效果', '增收', '10', '11', '12'].map((text, column) => cell(2, column, text)),
      ],
    };
    const cells = await joined(first, second);
    expect(cells).toContain('1,4 2×1 预期当年实现值');
    expect(cells).toContain('1,2 1×2 近两年指标值');
    expect(cells).toContain('2,2 前年');
  });

  test('a label with nothing below it goes on beside merged ones', async () => {
    const labels = [60, 110, 170, 300, 400];
    const row = (at: number, texts: string[], from = 1): DrawnCell[] =>
      texts.map((text, i) => cell(at, from + i, text));
    const first: DrawnTable = {
      xs: labels,
      ys: [645, 670, 695, 720, 745, 770],
      cells: [
        cell(0, 0, '类别'),
        ...row(0, ['二级', '三级', '值']),
        cell(1, 0, '产出指标', 4),
        ...row(1, ['数量指标', '清淤长度', '32']),
        ...row(2, ['质量指标', '合格率', '96']),
        ...row(3, ['时效指标', '及时率', '95']),
        ...row(4, ['成本指标', '单位成本', '7']),
      ],
    };
    const second: DrawnTable = {
      xs: labels,
      ys: [60, 85, 110, 135],
      cells: [
        cell(0, 0, '', 2),
        ...row(0, ['', '总成本', '836']),
        ...row(1, ['效果指标', '增收', '12']),
        cell(2, 0, '满意度'),
        ...row(2, ['服务对象', '满意度', '92']),
      ],
    };
    const cells = await joined(first, second);
    expect(cells).toContain('1,0 6×1 产出指标');
    expect(cells).toContain('4,1 2×1 成本指标');
    expect(cells).toContain('5,2 总成本');
  });

  test('short texts of two lines over others of two lines are two rows', async () => {
    const narrow = [60, 130, 190, 235, 270, 310];
    const table = (ys: number[], rows: string[][]): DrawnTable => ({
      xs: narrow,
      ys,
      cells: rowsOf(0, rows),
      size: 12,
    });
    const first = table(
      [640, 675, 710, 745, 780],
      [
        ['生态效益', '指标', '值', '前年', '上年'],
        ['社会效益', '河道清\n洁', '明显提\n高', '明显\n提高', '明显\n提高'],
        ['经济效益', '渠道通\n畅', '有所提\n高', '有所\n提高', '有所\n提高'],
        ['生态效益', '水面清\n洁', '保持良\n好', '保持\n良好', '保持\n良好'],
      ],
    );
    const second = table(
      [60, 95, 130],
      [
        ['', '生态环\n境', '逐步改\n善', '逐步\n改善', '逐步\n改善'],
        ['满意度', '沿河居\n民', '不低于\n92', '91', '92'],
      ],
    );
    const cells = await joined(first, second);
    expect(cells).toContain('3,3 保持良好');
    expect(cells).toContain('4,3 逐步改善');
  });

  test('a figure with its per cent sign does not go on with a date', async () => {
    const narrow = [60, 112, 164, 215, 267];
    const table = (ys: number[], rows: string[][]): DrawnTable => ({
      xs: narrow,
      ys,
      cells: rowsOf(0, rows),
      size: 12,
    });
    const first = table(
      [712, 740, 758, 776, 794],
      [
        ['指标类', '名称', '指标值', '指标说'],
        ['数量', '评估机构', '30家', '全市备案'],
        ['数量', '评估人员', '60人', '全市备员'],
        ['质量与时', '评估报告', '100%', '专家评审'],
      ],
    );
    const second = table(
      [60, 95, 130],
      [
        ['完成时间', '评估时间', '2025年\n11月前', '合同约定'],
        ['成本', '单家费用', '1.5万元', '按合同'],
      ],
    );
    const cells = await joined(first, second);
    expect(cells).toContain('3,2 100%');
    expect(cells).toContain('4,2 2025年11月前');
  });

  test.each([
    ['open', ['bottom'], ['top']],
    ['closed', [], []],
  ] as const)(
    'a list of several items goes on by its numbers, where the sides are %s',
    async (_, below, above) => {
      const wide = (row: number, label: string, text: string): DrawnCell[] => [
        cell(row, 0, label),
        cell(row, 1, text, 1, 2),
      ];
      const columns: DrawnCell[] = rowsOf(0, [['类别', '名称', '数额']]);
      const first = foot([...columns, ...wide(1, '年度任务', '1. 巡护林地。\n2. 补植苗木。')], 2);
      const second = head([...wide(0, '', '3. 培训人员。'), ...wide(1, '说明', '无')], 2);
      const cells = await joined({ ...first, open: [...below] }, { ...second, open: [...above] });
      expect(cells.slice(3)).toEqual([
        '1,0 年度任务',
        '1,1 1×2 1. 巡护林地。\n2. 补植苗木。\n3. 培训人员。',
        '2,0 说明',
        '2,1 1×2 无',
      ]);
    },
  );
});

describe('open ends of pages, as browsers leave them', () => {
  test('a head of two rows is cut between them where a text of the first goes on beside those of the second', async () => {
    const columns = { xs: [60, 104, 148, 192, 236, 280] };
    const cells = await joined(
      {
        ...foot(
          [
            cell(0, 0, '上年决算数', 1, 5),
            cell(1, 0, '合计'),
            cell(1, 1, '因公出国'),
            cell(1, 2, '公务用车购置及运行费', 1, 2),
            cell(1, 4, '接待费'),
          ],
          2,
        ),
        ...columns,
        open: ['bottom'],
      },
      {
        ...head(
          [
            cell(0, 0, ''),
            cell(0, 1, '（境）费'),
            cell(0, 2, '购置费'),
            cell(0, 3, '运行费'),
            cell(0, 4, ''),
            ...['39.45', '0.00', '18.00', '18.10', '3.35'].map((text, column) => cell(1, column, text)),
          ],
          2,
        ),
        ...columns,
        open: ['top'],
      },
    );
    expect(cells).toContain('1,0 2×1 合计');
    expect(cells).toContain('1,1 2×1 因公出国（境）费');
    expect(cells).toContain('2,2 购置费');
    expect(cells).toContain('3,4 3.35');
  });
});
