import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { advance, piecesOf } from './text-writers.ts';

const size = 10;
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + advance(c), 0) * size;

/** A text in its own operators (one for each font), its left, middle or right at x. */
function set(text: string, x: number, y: number, align: 'left' | 'middle' | 'right' = 'left'): string {
  const x0 = x - { left: 0, middle: 0.5, right: 1 }[align] * widthOf(text);
  return piecesOf(text)
    .map(({ piece, at }) => show(piece, x0 + at * size, y, size))
    .join('');
}

const across = (y: number, to: number): string => `0.7 w 60 ${y} m ${to} ${y} l S\n`;

async function shapeOf(content: string): Promise<string[]> {
  const grids = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grids).toHaveLength(1);
  return shape(grids[0]!);
}

test('heads that fill their columns are as many as the columns of figures below', async () => {
  const heads = ['2021年决算数', '2022年决算数', '2023年决算数'];
  const rows = [
    ['因公出国费', '69,493.50', '516.25', '91.50'],
    ['公务接待费', '11,216.50', '523.08', '346.08'],
    ['合计', '80,710.00', '1,039.33', '437.58'],
  ];
  const width = widthOf(heads[0]!);
  const right = (column: number): number => 170 + column * (width + 1);
  const content =
    set('项目', 90, 740) +
    heads.map((head, i) => set(head, right(i + 1) - width, 740)).join('') +
    rows
      .flatMap(([label, ...figures], r) => [
        set(label!, 64, 720 - 18 * r),
        ...figures.map((figure, i) => set(figure, right(i + 1) - 2, 720 - 18 * r, 'right')),
      ])
      .join('') +
    [754, 734, 676].map((y) => across(y, right(3))).join('');
  expect(await shapeOf(content)).toEqual(
    [['项目', ...heads], ...rows].flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)),
  );
});

test('labels that begin right behind figures are of the next column, and so is the one behind the sum', async () => {
  const rows = [
    ['一、一般公共预算拨款收入', '760.50', '一、一般公共服务支出', '534.08'],
    ['二、政府性基金预算收入', '59504.08', '二、教育支出', '5473.50'],
    ['三、事业收入', '248.00', '三、社会保障和就业支出', '685.25'],
    ['四、其他收入', '91411.25', '四、住房保障支出', '297.25'],
    ['本年收入合计', '151923.83', '本年支出合计', '6990.08'],
  ];
  const heads = ['项目', '决算数', '项目', '决算数'];
  const content =
    heads.map((head, i) => set(head, [120, 240, 320, 440][i]!, 740, 'middle')).join('') +
    rows
      .flatMap(([income, a, expenditure, b], r) => {
        const off = r === 4 ? 2.2 : 0;
        const y = 720 - 18 * r;
        return [
          set(income!, 64 - off, y),
          set(a!, 263 + off, y, 'right'),
          set(expenditure!, 267.5 - off, y),
          set(b!, 463 + off, y, 'right'),
        ];
      })
      .join('') +
    [754, 734, 640].map((y) => across(y, 468)).join('');
  expect(await shapeOf(content)).toEqual(
    [heads, ...rows].flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)),
  );
});

test('rows of one group between two lines are rows, though figures stand in one column alone', async () => {
  const groups = [
    [
      ['完成清淤长度', '16'],
      ['更换闸门数量', '12'],
      ['工程验收合格率', '12'],
    ],
    [['受益人口', '30']],
    [
      ['用水户满意度', '15'],
      ['群众满意度', '15'],
    ],
  ];
  const names = ['产出指标', '效益指标', '满意度指标'];
  const rules = ['按完成比例计分。', '完成得满分，未完成不得分。'];
  let y = 740;
  let content = across(754, 500) + across(734, 500);
  ['一级指标', '三级指标', '分值', '评分标准'].forEach((head, i) => {
    content += set(head, [64, 160, 280, 330][i]!, y);
  });
  groups.forEach((group, g) => {
    content += set(names[g]!, 64, y - 20 * ((group.length + 1) / 2));
    group.forEach(([name, points], i) => {
      y -= 20;
      content += set(name!, 160, y) + set(points!, 295, y, 'right') + set(rules[i % 2]!, 330, y);
    });
    content += across(y - 6, 500);
  });
  const cells = await shapeOf(content);
  const names3 = cells.filter((cell) => /^\d,1 /.test(cell)).map((cell) => cell.slice(4));
  expect(names3).toEqual(['三级指标', ...groups.flat().map(([name]) => name)]);
  expect(cells).toContain('1,0 3×1 产出指标');
});

test('a year stays with the 年 behind it, though more white stands there than between the heads', async () => {
  const years = ['2021', '2022', '2023'];
  const rows = [
    ['因公出国费', '239.50', '786.50', '458.00'],
    ['公务接待费', '877.08', '283.37', '904.37'],
    ['合计', '1,116.58', '1,069.87', '1,362.37'],
  ];
  const white = 2;
  const width = widthOf('2021年决算数') + white;
  const left = (column: number): number => 170 + column * (width + 1);
  const content =
    set('项目', 90, 740) +
    years
      .map((year, i) => set(year, left(i), 740) + set('年决算数', left(i) + widthOf(year) + white, 740))
      .join('') +
    rows
      .flatMap(([label, ...figures], r) => [
        set(label!, 64, 720 - 18 * r),
        ...figures.map((figure, i) => set(figure, left(i + 1) - 2, 720 - 18 * r, 'right')),
      ])
      .join('') +
    [754, 734, 676].map((y) => across(y, left(3))).join('');
  expect((await shapeOf(content)).slice(0, 4)).toEqual([
    '0,0 项目',
    '0,1 2021年决算数',
    '0,2 2022年决算数',
    '0,3 2023年决算数',
  ]);
});
