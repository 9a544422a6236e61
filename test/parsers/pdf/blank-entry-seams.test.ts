import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

/** Columns that their labels fill, so that the end of a line tells nothing. */
const xs = [60, 124, 198, 242, 286, 320];
const head = ['二级指标', '三级指标', '目标值', '完成值', '得分'];
const first = [
  head,
  ['数量指标', '管护渠道', '12公里', '12公里', '10'],
  ['质量指标', '渠道完好率', '98%', '98%', '10'],
  ['经济效益指标', '', '', '', ''],
  ['社会效益指标', '灌区农户用水', '稳步提升', '稳步提升', '15'],
];
const second = [
  ['生态效益指标', '无', '无', '无', ''],
  ['满意度指标', '农户满意度', '90%', '92%', '10'],
];

async function read(...parts: string[][][]) {
  const pages = parts.map((rows, n) => {
    const top = n === 0 ? 790 - 20 * rows.length : 52;
    const cells = rows.flatMap((row, r) =>
      row.map((text, column) => ({ row: r, column, lines: text ? [text] : [] })),
    );
    return {
      content: drawTable({ xs, ys: [...rows, []].map((_, r) => top + 20 * r), size: 10, cells }, 'strokes'),
    };
  });
  return gridsOf(await readPdf(writePdf(pages))).map(shape);
}

test('a row without entries at the head of a page is none of the row above, though every text there fills its line', async () => {
  const rows = [...first, ...second];
  expect(await read(first, second)).toEqual([
    rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim())),
  ]);
});
