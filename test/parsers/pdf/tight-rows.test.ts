import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainedRows } from '../../../parsers/geometry/rows/explained-rows.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';
import { show, writePdf } from './pdf-writer.ts';
import { expectTiling, gridsOf, readPdf, shape } from './reading.ts';

/** Lines of every row follow those of the row above without a gap: nothing but the places of the texts tells the rows. */
const size = 10;
const pitch = 14;
const xs = [120, 200, 260, 320, 460];

/** A row: its name, figure and unit on one line each, its standard on several. */
interface Row {
  name: string;
  figure: string;
  unit: string;
  standard: string[];
}

/** Where each line of each cell stands, by the place of its cell's text in the row. */
function placed(rows: readonly Row[], align: 'middle' | 'top'): { segments: Segment[]; bounds: number[] } {
  const segments: Segment[] = [];
  const bounds = [100];
  for (const { name, figure, unit, standard } of rows) {
    const top = bounds.at(-1)!;
    const put = (column: number, lines: readonly string[]): void => {
      const from = top + (align === 'top' ? 0 : ((standard.length - lines.length) * pitch) / 2);
      lines.forEach((text, i) => {
        const y0 = from + i * pitch + (pitch - size) / 2;
        const x0 = xs[column]! + 4;
        const width = [...text].reduce((sum, c) => sum + (c > '\u00ff' ? size : size / 2), 0);
        segments.push({ box: { x0, y0, x1: x0 + width, y1: y0 + size }, text, size, line: segments.length });
      });
    };
    put(0, [name]);
    put(1, [figure]);
    put(2, [unit]);
    put(3, standard);
    bounds.push(top + standard.length * pitch);
  }
  return { segments, bounds };
}

const full = '按实际完成数量逐项核对计';
const row = fc
  .record({
    name: fc.constantFrom('清淤长度', '闸门座数', '完工率', '培训人次'),
    figure: fc.nat({ max: 999 }).map(String),
    unit: fc.constantFrom('公里', '座', '%', '人次'),
    lines: fc.nat({ max: 3 }),
    rest: fc.integer({ min: 1, max: 9 }),
  })
  .map(
    ({ lines, rest, ...cells }): Row => ({
      ...cells,
      standard: [...Array.from({ length: lines }, () => full), full.slice(0, rest)],
    }),
  );

test.each(['middle', 'top'] as const)('rows without a gap between them, texts at the %s', (align) => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 24 }), (rows) => {
      const { segments, bounds } = placed(rows, align);
      const found = explainedRows(xs, segments).bounds;
      expect(found.map((y) => Math.round(y))).toEqual(bounds.slice(1, -1));
    }),
    { numRuns: 60, seed: 20261128 },
  );
});

test('a table with lines down only, set solid, has its rows and the rows of its labels', async () => {
  const rows: [string, string, string[]][] = [
    ['清淤长度', '32', ['按竣工图量算少', '一公里扣一分']],
    ['闸门座数', '14', ['逐座验收']],
    ['培训人次', '260', ['以签到册为准按', '次计算']],
    ['合格率', '98', ['单元工程合格数', '除以单元工程总', '数']],
    ['完工率', '100', ['五月底前完工']],
  ];
  const [left, ...down] = [60, 120, 190, 230, 306];
  const text = (line: string, column: number, y: number): string =>
    show(line, [left!, ...down][column]! + 3, 842 - y, size);
  let content = '';
  let y = 100;
  const middles: [number, number][] = [];
  for (const [name, figure, standard] of rows) {
    const height = standard.length * pitch;
    const base = (lines: number, i: number): number => y + (height - lines * pitch) / 2 + i * pitch + 11;
    content += text(name, 1, base(1, 0)) + text(figure, 2, base(1, 0));
    for (const [i, line] of standard.entries()) content += text(line, 3, base(standard.length, i));
    middles.push([y, y + height]);
    y += height;
  }
  const label = (word: string, first: number, last: number): string =>
    text(word, 0, (middles[first]![0] + middles[last]![1]) / 2 + 4);
  content += label('数量', 0, 2) + label('质量', 3, 3) + label('时效', 4, 4);
  const lines = [left!, ...down].map((x) => `0.5 w ${x} ${842 - 100} m ${x} ${842 - y} l S\n`).join('');
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: lines + content }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual([
    ...['0,0 3×1 数量', '0,1 清淤长度', '0,2 32', '0,3 按竣工图量算少一公里扣一分'],
    ...['1,1 闸门座数', '1,2 14', '1,3 逐座验收'],
    ...['2,1 培训人次', '2,2 260', '2,3 以签到册为准按次计算'],
    ...['3,0 质量', '3,1 合格率', '3,2 98', '3,3 单元工程合格数除以单元工程总数'],
    ...['4,0 时效', '4,1 完工率', '4,2 100', '4,3 五月底前完工'],
  ]);
  expectTiling(grid!);
  expect(grid!.confidence).toBeLessThan(0.9);
});

test('labels in rows of their own keep the blank cells below them, and a word written downwards makes no rows', async () => {
  const rows = [
    ['Costs', 'Money'],
    ['Pumps', '12'],
    ['', '14'],
    ['Gates', '20'],
    ['Banks', '8'],
    ['', '17'],
    ['', '9'],
    ['Locks', '33'],
  ];
  const at = [60, 90, 190, 260];
  const content =
    rows
      .map(
        ([label, figure], r) =>
          show(label!, 94, 742 - 13 - r * 18, size) + show(figure!, 194, 742 - 13 - r * 18, size),
      )
      .join('') + [...'年度总体目标'].map((c, i) => show(c, 68, 742 - 45 - i * 12, size)).join('');
  const lines = at.map((x) => `0.5 w ${x} 742 m ${x} ${742 - rows.length * 18} l S\n`).join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content: lines + content }])));
  expect([grid!.rows, grid!.columns]).toEqual([8, 3]);
  expect(shape(grid!)).toEqual(
    expect.arrayContaining([
      '0,0 8×1 年度总体目标',
      '1,1 Pumps',
      '2,1',
      '3,1 Gates',
      '5,1',
      '6,1',
      '6,2 9',
      '7,1 Locks',
    ]),
  );
});

test('labels written downwards right below each other in a column one character wide are cells of their own', () => {
  const columns = [100, 116, 160, 230, 280, 440];
  const segments: Segment[] = [];
  const put = (column: number, text: string, middle: number): void => {
    const x0 = columns[column]! + 3;
    const width = [...text].reduce((sum, c) => sum + (c > '\u00ff' ? size : size / 2), 0);
    const box = { x0, y0: middle - size / 2, x1: x0 + width, y1: middle + size / 2 };
    segments.push({ box, text, size, line: Math.round(middle) });
  };
  put(0, '项目名称', 100 - pitch / 2);
  put(3, '渠道清淤与闸门更新项目', 100 - pitch / 2);
  // The page's end cuts the rows of the second label short: it stands at the top of what is left of them.
  [...'一级指标产出指标'].forEach((c, i) => void put(0, c, 100 + (i + 0.5) * pitch));
  const head = 100 + 2 * pitch;
  put(1, '二级', head - pitch / 2);
  put(1, '指标', head + pitch / 2);
  ['三级指标', '分值', '评分标准'].forEach((text, i) => void put(i + 2, text, head));
  ['数量', '质量', '经济', '社会'].forEach((word, i) => void put(1, word, 100 + (5 + 2 * i) * pitch));
  ['长度', '座数', '完工率', '合格率', '节水量', '灌区', '就业', '户数'].forEach((name, i) => {
    const middle = 100 + (4.5 + i) * pitch;
    put(2, name, middle);
    put(3, String(3 + i), middle);
    put(4, '逐项核对', middle);
  });
  const rows = explainedRows(columns, segments);
  expect(rows.ofColumn[0]!.map((y) => Math.round(y))).toEqual([100, 100 + 4 * pitch]);
  expect(rows.bounds).toHaveLength(9);
});

test('scores in the middle between the rows of their parts span these', async () => {
  const columns = [50, 90, 130, 175, 220, 300, 340, 440];
  const top = 700;
  const at = (row: number, from: number, texts: readonly string[]): string =>
    texts.map((text, i) => show(text, columns[from + i]!, top - row * pitch, size)).join('');
  /** Labels with their scores, from row to row. */
  const wholes = [
    { from: 1, to: 6, texts: ['决策', '20'] },
    { from: 7, to: 11, texts: ['过程', '20'] },
    { from: 12, to: 15, texts: ['产出', '30'] },
  ];
  const groups = [
    { from: 1, to: 2, texts: ['立项', '8'] },
    { from: 3, to: 4, texts: ['目标', '6'] },
    { from: 5, to: 6, texts: ['投入', '6'] },
    { from: 7, to: 9, texts: ['资金', '12'] },
    { from: 10, to: 11, texts: ['实施', '8'] },
    ...['数量', '质量', '时效', '成本'].map((text, i) => ({ from: 12 + i, to: 12 + i, texts: [text, '10'] })),
  ];
  const rows = Array.from({ length: 15 }, (_, r) => [
    `指标第${r + 1}项`,
    r < 11 ? '4' : '10',
    '有文件得分',
    '3',
  ]);
  const middle = (from: number, to: number): number => (from + to) / 2;
  const content = [
    at(0, 0, ['一级', '分值', '二级', '分值', '三级指标', '分值', '标准', '得分']),
    ...wholes.map(({ from, to, texts }) => at(middle(from, to), 0, texts)),
    ...groups.map(({ from, to, texts }) => at(middle(from, to), 2, texts)),
    ...rows.map((texts, r) => at(r + 1, 4, texts)),
    ...[0, 1, 16].map((r) => `0.7 w 46 ${top + 11 - r * pitch} m 490 ${top + 11 - r * pitch} l S\n`),
  ].join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expectTiling(grid!);
  const span = (rows: number): string => (rows > 1 ? ` ${rows}×1` : '');
  const labels = [wholes, groups].flatMap((list, at) =>
    list.flatMap(({ from, to, texts }) =>
      texts.map((text, c) => `${from},${2 * at + c}${span(to - from + 1)} ${text}`),
    ),
  );
  const cells = shape(grid!);
  expect(cells).toEqual(expect.arrayContaining(labels));
  expect(cells).toEqual(
    expect.arrayContaining(rows.flatMap((texts, r) => texts.map((text, c) => `${r + 1},${c + 4} ${text}`))),
  );
});
