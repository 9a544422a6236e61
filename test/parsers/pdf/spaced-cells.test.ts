import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const rows = [
  ['收入项目', '2031年预算数', '2032年预算数'],
  ['财政拨款', '318.40', '296.15'],
  ['事业收入', '52.00', '47.30'],
  ['本年收入合计', '370.40', '343.45'],
];

/** A page whose cells are boxes of their own, so far apart, below a title that spans them; a frame around them as far off. */
function page(gap: number, hasFrame: boolean): string {
  const [width, height, left, top] = [130, 20, 80, 700];
  const box = (x: number, y: number, w: number, h: number) => `${x} ${y} ${w} ${h} re S\n`;
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => {
      const [x, y] = [left + c * (width + gap), top - r * (height + gap)];
      return `${box(x, y, width, height)}${show(text, x + 6, y + 6)}`;
    }),
  );
  const whole = 3 * width + 2 * gap;
  const frame = box(left - gap, top - 3 * (height + gap) - gap, whole + 2 * gap, 5 * (height + gap) + gap);
  const title = `${box(left, top + height + gap, whole, height)}${show('收入预算表', left + 180, top + height + gap + 6)}`;
  return `0.5 w\n${title}${cells.join('')}${hasFrame ? frame : ''}`;
}

test.each([
  [2.5, false],
  [4, false],
  [4, true],
  [5.5, true],
])('cells that are boxes %f points apart make one table, framed: %s', async (gap, hasFrame) => {
  const grids = gridsOf(await readPdf(writePdf([{ content: page(gap, hasFrame) }])));
  expect(grids.map(shape)).toEqual([
    ['0,0 1×3 收入预算表', ...rows.flatMap((row, r) => row.map((text, c) => `${r + 1},${c} ${text}`))],
  ]);
});
