import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

// A browser that prints a merged cell over two pages ends what is left of it too high on the second.

const xs = [60, 120, 200, 330, 420];
const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0} ${842 - y0} m ${x1} ${842 - y1} l S\n`;
const box = (x0: number, y0: number, x1: number, y1: number): string =>
  line(x0, y0, x1, y0) + line(x0, y1, x1, y1) + line(x0, y0, x0, y1) + line(x1, y0, x1, y1);
const text = (words: string, x: number, y: number): string => show(words, x + 4, 842 - y, 9);
const cell = (words: string, column: number, y0: number, y1: number): string =>
  box(xs[column]!, y0, xs[column + 1]!, y1) + text(words, xs[column]!, (y0 + y1) / 2 + 4);
const row = (words: readonly [string, string], y0: number, y1: number): string =>
  cell(words[0], 2, y0, y1) + cell(words[1], 3, y0, y1);

/** A head, and a first and second level over one indicator that go on below. */
const first =
  ['一级指标', '二级指标', '三级指标', '指标值'].map((words, i) => cell(words, i, 700, 740)).join('') +
  [60, 120, 200].map((x) => line(x, 740, x, 800)).join('') +
  text('产出指标', 60, 775) +
  text('成本指标', 120, 775) +
  row(['日常维护经费', '50万元'], 740, 800);

const read = async (second: string) =>
  gridsOf(await readPdf(writePdf([{ content: first }, { content: second }])));

test.each([
  ['the last row of the next labels is as high as the first', false],
  ['the labels below end together', true],
])(
  'what a browser leaves blank below labels is theirs, and the labels below it are parted by the line between them: %s',
  async (_, together) => {
    const end = together ? 130 : 100;
    const grids = await read(
      line(60, 40, 60, 43) +
        line(120, 40, 120, 43) +
        line(60, 43, 200, 43) +
        line(60, 43, 60, 70) +
        row(['人员补助经费', '6万元'], 40, 70) +
        row(['带动农户增收', '20万元'], 70, 100) +
        row(['新增就业人数', '35人'], 100, 130) +
        line(60, 70, 60, 130) +
        line(120, 70, 120, 130) +
        line(200, 70, 200, 130) +
        line(60, 130, 200, 130) +
        (together ? '' : line(120, 100, 200, 100) + text('社会效益', 120, 119)) +
        text('效益指标', 60, 104) +
        text('经济效益', 120, (70 + end) / 2 + 4),
    );
    expect(grids).toHaveLength(1);
    expect(shape(grids[0]!).filter((one) => /,[01] /.test(one))).toEqual([
      '0,0 一级指标',
      '0,1 二级指标',
      '1,0 2×1 产出指标',
      '1,1 2×1 成本指标',
      '3,0 2×1 效益指标',
      ...(together ? ['3,1 2×1 经济效益'] : ['3,1 经济效益', '4,1 社会效益']),
    ]);
  },
);

test('a strip of some points between the end of a label and the row that it ends at makes no row, and takes none that it parts', async () => {
  const grids = await read(
    line(60, 40, 60, 98) +
      line(120, 40, 120, 98) +
      cell('时效指标', 1, 40, 70) +
      row(['汛前完工率', '100%'], 40, 70) +
      cell('满意度', 1, 70, 84) +
      row(['群众满意度', '90%'], 70, 84) +
      line(60, 80, 120, 80) +
      line(60, 98, 420, 98) +
      line(420, 84, 420, 98) +
      text('目标2', 60, 93) +
      text('完善灌溉设施', 120, 93),
  );
  expect(grids).toHaveLength(1);
  expect(shape(grids[0]!).slice(-5)).toEqual([
    '3,1 满意度',
    '3,2 群众满意度',
    '3,3 90%',
    '4,0 目标2',
    '4,1 1×3 完善灌溉设施',
  ]);
});

test('blank cells beside a sum at the head of the next page are the corner of its row, and no rest of the labels above', async () => {
  const sides = (column: number): string => line(xs[column]!, 740, xs[column]!, 800);
  const above =
    [0, 1, 2, 3].map((i) => cell(['一级指标', '二级指标', '三级指标', '分值'][i]!, i, 700, 740)).join('') +
    [0, 1, 2, 3, 4].map(sides).join('') +
    line(200, 770, 420, 770) +
    text('效果指标', 60, 775) +
    text('社会效益', 120, 775) +
    text('灌溉面积', 200, 759) +
    text('50', 330, 759) +
    text('管护人数', 200, 789) +
    text('50', 330, 789);
  const sum = [0, 1, 2].map((i) => box(xs[i]!, 40, xs[i + 1]!, 70)).join('') + cell('100', 3, 40, 70);
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: above }, { content: sum }])));
  expect(more).toEqual([]);
  expect(shape(grid!).filter((one) => /^[13],[01]/.test(one))).toEqual([
    '1,0 2×1 效果指标',
    '1,1 2×1 社会效益',
    '3,0',
    '3,1',
  ]);
});
