import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { expectTiling, gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';

const heads = ['Programme', '2019', '2020', 'Change'];
const body = [
  ['Canal repair', '1,204', '1,310', '8.8'],
  ['Gates', '310', '290', '-6.5'],
  ['Training', '45', '52', '15.6'],
  ['Monitoring', '88', '88', '0.0'],
  ['Total', '1,647', '1,740', '5.6'],
];
const xs = [80, 220, 300, 380];
const top = 600;

/** Rows of text without a line: labels from the left, figures to the right of their column. */
function texts(rows: readonly (readonly string[])[], from = top): string {
  return rows
    .map((row, r) =>
      row
        .map((text, c) => show(text, c === 0 ? xs[c]! : xs[c]! + 50 - text.length * 5.2, from - r * 16))
        .join(''),
    )
    .join('');
}

const prose = (y: number, lines: number): string =>
  Array.from({ length: lines }, (_, i) =>
    show(
      'The agency reports that spending on the programme rose while its revenue remained as it was in',
      80,
      y - i * 14,
    ),
  ).join('');

const expected = [heads, ...body].flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

describe('a table without lines down', () => {
  test('or across, among prose', async () => {
    const content = prose(760, 6) + texts([heads, ...body]) + prose(440, 6);
    const source = await readPdf(writePdf([{ content }]));
    const [grid, ...more] = gridsOf(source);
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
    expect(grid!.method).toBe('aligned');
    expect(grid!.confidence).toBeLessThan(0.9);
    expect(paragraphsOf(source)).toHaveLength(2);
  });

  test('below a line of who filed it, the year and the unit, and a heading', async () => {
    const above =
      show('编制单位：河湖管理中心', 80, top + 38, 9) +
      show('2026年度', 260, top + 38, 9) +
      show('单位：万元', 380, top + 38, 9) +
      show('一、支出情况', 80, top + 19, 9);
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: above + texts([heads, ...body]) }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
  });

  test('whose heads wrap beside short ones, and whose last cell wraps at the foot', async () => {
    const at = (column: number): number => [70, 170, 300, 400][column]!;
    const lines = (texts: string[], column: number, y: number): string =>
      texts.map((text, i) => show(text, at(column), y - i * 14)).join('');
    const content = [
      lines(['三级', '指标'], 0, 700) +
        lines(['指标值'], 1, 693) +
        lines(['单位'], 2, 693) +
        lines(['标准'], 3, 693),
      lines(['清淤'], 0, 655) +
        lines(['32'], 1, 655) +
        lines(['公里'], 2, 655) +
        lines(['按图量算', '少则扣分'], 3, 662),
      lines(['闸门'], 0, 617) +
        lines(['14'], 1, 617) +
        lines(['座'], 2, 617) +
        lines(['逐座验收', '以单为准'], 3, 624),
      lines(['步道'], 0, 590) +
        lines(['4.2'], 1, 590) +
        lines(['公里'], 2, 590) +
        lines(['按铺装长度', '计算全年'], 3, 590),
    ].join('');
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual([
      ...['0,0 三级指标', '0,1 指标值', '0,2 单位', '0,3 标准'],
      ...['1,0 清淤', '1,1 32', '1,2 公里', '1,3 按图量算少则扣分'],
      ...['2,0 闸门', '2,1 14', '2,2 座', '2,3 逐座验收以单为准'],
      ...['3,0 步道', '3,1 4.2', '3,2 公里', '3,3 按铺装长度计算全年'],
    ]);
  });

  test('in three-line style', async () => {
    const rule = (y: number, width: number): string => `${width} w 76 ${y} m 440 ${y} l S\n`;
    const content = texts([heads, ...body]) + rule(top + 13, 1) + rule(top - 4, 0.5) + rule(top - 85, 1);
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
    expect(grid!.method).toBe('aligned');
  });

  test('with a line under every row, and merged labels where lines stop short', async () => {
    const line = (x: number, y: number): string => `0.5 w ${x} ${y} m 440 ${y} l S\n`;
    const rows = [
      ['组', '指标', '值'],
      ['', '清淤长度', '32'],
      ['产出', '闸门座数', '40'],
      ['', '合格率', '95'],
      ['效益', '用水保证率', '90'],
    ];
    const at = [80, 180, 330];
    const content = rows
      .map((row, r) => row.map((text, c) => (text ? show(text, at[c]!, 600 - r * 20) : '')).join(''))
      .join('');
    const lines =
      [614, 594, 534, 514].map((y) => line(70, y)).join('') + [574, 554].map((y) => line(160, y)).join('');
    const [grid] = gridsOf(await readPdf(writePdf([{ content: content + lines }])));
    expect(shape(grid!)).toEqual([
      '0,0 组',
      '0,1 指标',
      '0,2 值',
      '1,0 3×1 产出',
      '1,1 清淤长度',
      '1,2 32',
      '2,1 闸门座数',
      '2,2 40',
      '3,1 合格率',
      '3,2 95',
      '4,0 效益',
      '4,1 用水保证率',
      '4,2 90',
    ]);
    expectTiling(grid!);
  });
});

test('a table whose every second row is coloured has the others too', async () => {
  const edges = [74, 210, 290, 370, 450];
  const stripe = (row: number): string =>
    edges
      .slice(1)
      .map((x, i) => `0.9 0.94 1 rg ${edges[i]} ${top - row * 16 - 4} ${x - edges[i]!} 16 re f\n`)
      .join('');
  const content = `${[0, 2, 4].map(stripe).join('')} 0 g ${prose(760, 3)}${texts([heads, ...body])}${prose(440, 3)}`;
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(expected);
});

test('two tables of lines across only, with prose between them, are two', async () => {
  const rule = (y: number): string => `0.6 w 76 ${y} m 440 ${y} l S\n`;
  const table = (from: number): string =>
    texts([heads, ...body], from) + rule(from + 13) + rule(from - 4) + rule(from - 85);
  const source = await readPdf(writePdf([{ content: table(760) + prose(640, 3) + table(570) }]));
  expect(gridsOf(source).map((grid) => shape(grid))).toEqual([expected, expected]);
});

test('a head above the first line of a table is its first row', async () => {
  const rule = (y: number): string => `0.6 w 76 ${y} m 440 ${y} l S\n`;
  const lines = [0, 1, 2, 3, 4, 5].map((row) => rule(top - row * 16 - 4)).join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content: texts([heads, ...body]) + lines }])));
  expect(shape(grid!)).toEqual(expected);
});

test('a table with lines down only has its rows from the texts', async () => {
  const down = [74, 200, 280, 360, 440]
    .map((x) => `0.5 w ${x} ${top + 14} m ${x} ${top - 88} l S\n`)
    .join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content: down + texts([heads, ...body]) }])));
  expect(shape(grid!)).toEqual(expected);
});

describe('what is no table', () => {
  test('prose', async () => {
    expect(gridsOf(await readPdf(writePdf([{ content: prose(760, 30) }])))).toEqual([]);
  });

  test('prose in two columns, read one after the other', async () => {
    const line = (word: string, i: number): string => `${word} ${i} of the report on canals and gates in use`;
    const column = (x: number, word: string): string =>
      Array.from({ length: 20 }, (_, i) => show(line(word, i), x, 760 - i * 14, 9)).join('');
    const source = await readPdf(writePdf([{ content: column(60, 'left') + column(310, 'right') }]));
    expect(gridsOf(source)).toEqual([]);
    const whole = paragraphsOf(source)
      .map(({ text }) => text)
      .join(' ');
    expect(whole.indexOf('left 19')).toBeLessThan(whole.indexOf('right 0'));
  });

  test('a list of contents with dotted leaders, and lines of labels with colons', async () => {
    const contents = Array.from({ length: 6 }, (_, i) =>
      show(`Chapter ${i} ................................ ${i * 7}`, 80, 700 - i * 16),
    ).join('');
    const labels = Array.from(
      { length: 4 },
      (_, i) => show('填报人：甲', 80, 500 - i * 16) + show('联系电话：无', 300, 500 - i * 16),
    ).join('');
    expect(gridsOf(await readPdf(writePdf([{ content: contents + labels }])))).toEqual([]);
  });
});

describe('a table without lines down over two pages', () => {
  const columns = [60, 130, 210, 330, 400];
  const middles = columns.slice(1).map((x, i) => (x + columns[i]!) / 2);
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 10 : 5.5), 0);
  const centred = (text: string, middle: number, y: number): string =>
    text === '' ? '' : show(text, middle - width(text) / 2, y);
  const row = (cells: readonly string[], y: number): string =>
    cells.map((text, i) => centred(text, middles[i]!, y)).join('');
  const rule = (y: number, from = 60): string => `0.5 w ${from} ${y} m 400 ${y} l S\n`;

  test('keeps its columns where the texts of the next page leave other gutters, its labels their rows', async () => {
    const first =
      centred('项目名称', middles[0]!, 165) +
      centred('云溪灌区渠道清淤与闸门更新', (columns[1]! + columns[4]!) / 2, 165) +
      row(['一级指标', '二级指标', '三级指标', '指标值'], 145) +
      row(['', '数量指标', '清淤渠道长度不少于公里', '32'], 125) +
      row(['产出', '质量指标', '合格率', '95'], 105) +
      row(['', '时效指标', '完工率', '100'], 85) +
      row(['效益', '社会效益', '户数', '3860'], 65);
    const second = row(['', '生态效益', '率', '80'], 775) + row(['满意', '用户', '满意度', '92'], 755);
    const lines = [178, 158, 138, 78, 58].map((y) => rule(y)).join('') + rule(118, 130) + rule(98, 130);
    const [grid, ...more] = gridsOf(
      await readPdf(
        writePdf([{ content: first + lines }, { content: second + rule(788, 130) + rule(768) + rule(748) }]),
      ),
    );
    expect(more).toEqual([]);
    expect([grid!.rows, grid!.columns]).toEqual([8, 4]);
    expect(shape(grid!)).toEqual(
      expect.arrayContaining(['0,1 1×3 云溪灌区渠道清淤与闸门更新', '2,0 3×1 产出', '6,2 率', '7,3 92']),
    );
    expectTiling(grid!);
  });

  test('takes the rows at the head of the next page, too few to be known for a table, and leaves the note', async () => {
    const first =
      row(['一级指标', '二级指标', '三级指标', '指标值'], 165) +
      row(['', '数量指标', '清淤渠道长度', '32'], 145) +
      row(['产出', '质量指标', '合格率', '95'], 125) +
      row(['', '时效指标', '完工率', '100'], 105) +
      row(['效益', '社会效益', '户数', '3860'], 85);
    const second =
      row(['满意', '用户', '满意度', '92'], 775) +
      show('注：本表由项目单位填报，经主管部门审核后报送财政部门备案。', 60, 740);
    const source = await readPdf(writePdf([{ content: first }, { content: second }]));
    const [grid, ...more] = gridsOf(source);
    expect(more).toEqual([]);
    expect(grid!.rows).toBe(6);
    expect(shape(grid!)).toEqual(expect.arrayContaining(['1,0 3×1 产出', '5,0 满意', '5,3 92']));
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual([
      '注：本表由项目单位填报，经主管部门审核后报送财政部门备案。',
    ]);
    expect(grid!.confidence).toBeLessThan(0.9);
  });
});

test('a heading in larger letters parts two tables without lines', async () => {
  const content = `${texts([heads, ...body])}${show('Canals and gates', 180, 497, 16)}${texts([heads, ...body], 470)}`;
  const grids = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grids.map((grid) => shape(grid))).toEqual([expected, expected]);
});
