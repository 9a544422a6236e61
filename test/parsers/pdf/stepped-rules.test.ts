import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, pitch, size] = [640, 18, 10];
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));
const level = (row: number): number => top - row * pitch;
const under = (row: number): number => level(row) - 5;
const rule = (x0: number, x1: number, row: number): string =>
  `0.5 w ${x0} ${under(row)} m ${x1} ${under(row)} l S\n`;
/** Texts of rows from the top, each at the left of its column; a row may be a half. */
const write = (xs: readonly number[], rows: readonly [number, readonly string[]][]): string =>
  rows
    .flatMap(([row, texts]) => texts.map((text, c) => (text ? show(text, xs[c]! + 3, level(row), size) : '')))
    .join('');

test('a rule at the lower end of heads that span rows ends the row beside them too, and heads set to the left span their parts', async () => {
  const xs = [60, 170, 230, 310, 370, 450, 520];
  const content =
    write(xs, [
      [0, ['', '二九年', '', '三〇年']],
      [0.5, ['工程', '', '', '', '', '总额']],
      [1, ['', '预算', '目标', '预算', '目标']],
      [2, ['河道治理', '620', '治理河段', '680', '治理河岸', '1300']],
      [3, ['水库加固', '300', '加固三座', '360', '加固四座', '660']],
      [4, ['合计', '920', '', '1040', '', '1960']],
    ]) +
    [-1, 4].map((row) => rule(60, 520, row)).join('') +
    rule(170, 450, 0) +
    rule(60, 170, 1) +
    rule(450, 520, 1);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toEqual([
    '0,0 2×1 工程',
    '0,1 1×2 二九年',
    '0,3 1×2 三〇年',
    '0,5 2×1 总额',
    ...['预算', '目标', '预算', '目标'].map((text, c) => `1,${c + 1} ${text}`),
    ...['河道治理', '620', '治理河段', '680', '治理河岸', '1300'].map((text, c) => `2,${c} ${text}`),
    ...['水库加固', '300', '加固三座', '360', '加固四座', '660'].map((text, c) => `3,${c} ${text}`),
    ...['合计', '920', '', '1040', '', '1960'].map((text, c) => `4,${c}${text && ` ${text}`}`),
  ]);
});

test('a head in two lines beside a rule is one', async () => {
  const xs = [60, 170, 260, 350];
  const content =
    write(xs, [
      [0, ['', '收入与支出']],
      [0.15, ['单位']],
      [0.85, ['名称']],
      [1, ['', '收入', '支出']],
      [2, ['河道站', '620', '680']],
      [3, ['水库站', '300', '360']],
    ]) +
    [-1, 1, 3].map((row) => rule(60, 350, row)).join('') +
    rule(170, 350, 0);
  const [cells] = await read(content);
  expect(cells![0]).toBe('0,0 2×1 单位名称');
});

test('values with their signs over one another are of two rows, whatever label stands in the middle between them', async () => {
  const xs = [60, 150, 240, 400, 480];
  const content =
    write(xs, [
      [0, ['项目名称', '校园足球']],
      [1, ['主管部门', '海棠区教育局']],
      [2.5, ['', '数量指标']],
      [2, ['', '', '足球特色学校', '≥8所']],
      [3, ['', '', '联赛场次数量', '≥46场']],
      [4, ['产出指标', '质量指标', '教练员持证率', '≥90%']],
      [5, ['', '时效指标', '联赛完成时间', '年底前']],
      [6, ['', '成本指标', '校均补助', '≤10元']],
      [7, ['效益指标', '社会效益', '参与学生人数', '≥3600人']],
    ]) + [-1, 0, 7].map((row) => rule(60, 480, row)).join('');
  const [cells] = await read(content);
  for (const text of ['足球特色学校', '联赛场次数量', '≥8所', '≥46场', '海棠区教育局'])
    expect(cells!.some((cell) => cell.endsWith(` ${text}`))).toBe(true);
  expect(cells!.some((cell) => cell.endsWith('2×1 数量指标'))).toBe(true);
});

test('a text that fills its column up to less than a blank is parted from the next, which begins where those below it do', async () => {
  const xs = [60, 143.5, 260, 330];
  const rows: [number, string[]][] = [
    [0, ['一级指标', '二级指标', '分值']],
    [1, ['产出', '数量指标', '30']],
    [2, ['效益', '社会效益', '30']],
    [3, ['满意度指标和得分', '服务对象满意度', '10']],
    [4, ['合计', '全部指标', '70']],
  ];
  const frame = [-1, 0, 4].map((row) => rule(60, 330, row)).join('');
  const [cells] = await read(write(xs, rows) + frame);
  expect(cells).toEqual(rows.flatMap(([row, texts]) => texts.map((text, c) => `${row},${c} ${text}`)));
});
