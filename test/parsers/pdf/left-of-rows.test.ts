import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const xs = [60, 140, 300, 420];
const right = xs.at(-1)!;
const line = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;
const columns = (from: number, to: number): string => xs.map((x) => line(x, from, x, to)).join('');

test('an empty rest of a row at the head of a page is none of the label below its line', async () => {
  // The label 项目资金 runs down to the end of the page, which closes no cell; on the next page its row has no text left.
  const above = [
    line(60, 120, right, 120),
    line(140, 90, right, 90),
    columns(120, 52),
    show('项目', 64, 105),
    show('资金', 64, 92),
    show('年度资金总额', 160, 100),
    show('52.5', 340, 100),
    show('其中：财政拨款', 160, 70),
    show('52.5', 340, 70),
  ];
  const below = [
    columns(790, 720),
    ...[782, 750, 720].map((y) => line(y === 750 ? 140 : 60, y, right, y)),
    show('年度绩效', 64, 765),
    show('指标', 64, 752),
    show('清淤长度', 160, 762),
    show('36', 340, 762),
    show('合格率', 160, 732),
    show('98', 340, 732),
  ];
  const [grid, ...others] = gridsOf(
    await readPdf(writePdf([above, below].map((parts) => ({ content: parts.join('') })))),
  );
  expect(others).toEqual([]);
  expect(shape(grid!).filter((cell) => /\d,0 /.test(cell))).toEqual([
    expect.stringContaining('项目资金'),
    expect.stringContaining('年度绩效指标'),
  ]);
});
