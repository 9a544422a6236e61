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

/** Lines of a cell of a page that a browser cuts at the ends of its pages: no line at an open end. */
function cell(x: number, top: number, width: number, bottom: number, open: 'above' | 'below' | null): string {
  const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S\n`;
  return [
    line(x, bottom, x, top),
    line(x + width, bottom, x + width, top),
    open === 'above' ? '' : line(x, top, x + width, top),
    open === 'below' ? '' : line(x, bottom, x + width, bottom),
  ].join('');
}

/** Part of a table of boxes: a label beside rows of two cells each, which the label's cell spans; the label and the outermost row are cut. */
function partPage(label: string, names: readonly string[], open: 'above' | 'below'): string {
  const [gap, height, top] = [2.5, 20, 720];
  const yOf = (row: number) => top - row * (height + gap);
  const bottom = yOf(names.length - 1) - height;
  const cutRow = open === 'above' ? 0 : names.length - 1;
  const rows = names.flatMap((name, r) =>
    [name, `${r + 1}00%`].map((text, c) => {
      const x = 80 + (c + 1) * (130 + gap);
      const y = yOf(r);
      // Browsers begin the rest of a row lower than that of the label beside it.
      const from = r === cutRow && open === 'above' ? y - 3 : y;
      return `${cell(x, from, 130, y - height, r === cutRow ? open : null)}${show(text, x + 6, y - 14)}`;
    }),
  );
  return `0.5 w\n${cell(80, top, 130, bottom, open)}${show(label, 86, (top + bottom) / 2)}${rows.join('')}`;
}

test('cells that are boxes apart keep their texts where the ends of pages cut them', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `指标${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`);
  const grids = gridsOf(
    await readPdf(
      writePdf([
        { content: partPage('数量', names, 'below') },
        { content: partPage('质量', names, 'above') },
      ]),
    ),
  );
  const texts = grids.flatMap((grid) => grid.cells.map(({ text }) => text));
  for (const name of ['数量', '质量', ...names]) expect(texts.join(' ')).toContain(name);
  for (const grid of grids) expect(grid.columns).toBe(3);
  for (const label of ['数量', '质量']) expect(texts).toContain(label);
  expect(texts.filter((text) => text === '1400%')).toHaveLength(2);
});
