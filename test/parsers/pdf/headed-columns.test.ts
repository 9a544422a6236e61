import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

/** Middles of the columns; the last holds no more than its head. */
const middles = [90, 180, 280, 360, 470];
const heads = ['二级指标', '三级指标', '年度指标值', '全年完成值', '未完成原因和措施'];
const body = [
  ['数量指标', '清淤长度', '32公里', '32公里'],
  ['质量指标', '验收合格率', '100%', '100%'],
  ['时效指标', '完工时限', '12月底', '11月底'],
  ['成本指标', '总成本', '45万元', '44万元'],
  ['社会效益指标', '受益人口', '6万人', '6.2万人'],
  ['满意度指标', '群众满意度', '92%', '95%'],
];
const size = 9;
const pitch = 22;
const top = 700;

const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 1 : 0.5), 0) * size;
const centred = (text: string, middle: number, y: number): string =>
  show(text, middle - widthOf(text) / 2, y, size);
const rowAt = (texts: readonly string[], row: number): string =>
  texts.map((text, c) => centred(text, middles[c]!, top - row * pitch)).join('');
const rule = (y: number): string => `0.8 w 50 ${y} m 530 ${y} l S\n`;
const texts = rowAt(heads, 0) + body.map((row, i) => rowAt(row, i + 1)).join('');

const expected = [heads, ...body.map((row) => [...row, ''])].flatMap((row, r) =>
  row.map((text, c) => `${r},${c} ${text}`.trim()),
);

describe('a column that is blank below its head', () => {
  test('is one of a table without any line', async () => {
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: texts }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
  });

  test('is one of a table of three lines', async () => {
    const lines = rule(top + 15) + rule(top - 7) + rule(top - 7 - body.length * pitch);
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: lines + texts }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
  });

  test('is one beside figures that are set to the right, behind the middle between the heads', async () => {
    const names = ['项目名称', '预算数', '执行数', '结余', '备注'];
    const [starts, ends] = [60, [0, 230, 320, 410]];
    const figures = [
      ['渠道清淤', '1,204.50', '1,118.20', '86.30'],
      ['闸门更换', '36.00', '36.00', '0.00'],
      ['堤岸绿化', '8.75', '6.10', '2.65'],
      ['泵站维护', '210.00', '198.40', '11.60'],
    ];
    const heads = ['', 195, 285, 360, 432];
    const content =
      names.map((text, c) => show(text, c === 0 ? starts : (heads[c] as number), top, size)).join('') +
      figures
        .map((row, r) =>
          row
            .map((text, c) =>
              show(text, c === 0 ? starts : ends[c]! - widthOf(text), top - (r + 1) * pitch, size),
            )
            .join(''),
        )
        .join('') +
      show('延期', 413, top - pitch * 5, size) +
      show('引水工程', starts, top - pitch * 5, size);
    const lines = Array.from({ length: 7 }, (_, i) => rule(top + 15 - i * pitch)).join('');
    const [grid] = gridsOf(await readPdf(writePdf([{ content: lines + content }])));
    expect(shape(grid!)).toEqual(
      [names, ...figures.map((row) => [...row, '']), ['引水工程', '', '', '', '延期']].flatMap((row, r) =>
        row.map((text, c) => `${r},${c} ${text}`.trim()),
      ),
    );
  });

  test('is none where the texts below write across: a head of two words', async () => {
    const parted = [...heads.slice(0, 4), '未完成'];
    const remarks = ['雨季推迟了一周完工', '按图施工并通过验收', '比计划提前一月完成'];
    const content =
      rowAt(parted, 0) +
      show('原因', middles[4]! + 30, top, size) +
      body.map((row, i) => rowAt(i < 3 ? [...row, remarks[i]!] : row, i + 1)).join('');
    const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(Math.max(...grid!.cells.map(({ column }) => column))).toBe(4);
  });
});

describe('long texts in columns', () => {
  const columns = [60, 170, 430];
  const rows = [
    ['Agency', 'Responsibility', 'Legal basis'],
    ['Board of rivers', 'Inspection of weirs and sluices together with the', 'Water Act as amended'],
    ['', 'towns that lie along the lower course', ''],
    ['School of keepers', 'Training of the younger keepers in every spring', 'Schools Act as amended'],
    ['Bureau of health', 'Survey of private wells and of the maps that are', 'Health Act as amended'],
    ['', 'printed for the towns of the upper valley', ''],
    ['Guild of carpenters', 'Repair of the old bridges until late autumn', 'Guilds Act as amended'],
    ['Weather station', 'Notice of floods by letters to every single house', 'Notices Act as amended'],
  ];
  const drawn = (lines: readonly (readonly string[])[]): string =>
    lines.flatMap((row, r) => row.map((text, c) => show(text, columns[c]!, 700 - 13 * r, 10))).join('');
  const content = drawn(rows);
  const read = async (more: string) => gridsOf(await readPdf(writePdf([{ content: content + more }])));

  test('are a table under a head with a line below it', async () => {
    const [grid] = await read('0.6 w 58 696 m 530 696 l S\n');
    expect(grid && [grid.rows, grid.columns]).toEqual([6, 3]);
    expect(grid!.cells.find(({ row, column }) => row === 1 && column === 1)?.text).toContain('lower course');
  });

  test('are one without it too, and prose where nothing heads them', async () => {
    const [grid] = await read('');
    expect(grid && [grid.rows, grid.columns]).toEqual([6, 3]);
    expect(gridsOf(await readPdf(writePdf([{ content: drawn(rows.slice(1)) }])))).toEqual([]);
  });
});
