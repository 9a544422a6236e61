import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const xs = [60, 180, 300, 380];
const [left, right, top, pitch] = [56, 460, 700, 20];
const y = (row: number): number => top - row * pitch;
const across = (row: number): string => `0.7 w ${left} ${y(row)} m ${right} ${y(row)} l S\n`;
const down = (from: number, to: number, aside = 0): string =>
  [1, 2, 3]
    .map((c) => xs[c]! - 4 + aside)
    .map((x) => `0.7 w ${x} ${y(from)} m ${x} ${y(to)} l S\n`)
    .join('');
const texts = (row: number, cells: readonly string[]): string =>
  cells.map((text, c) => (text === '' ? '' : show(text, xs[c]!, y(row) - 14))).join('');

/** Rows of four cells, or of one across; lines down stand beside rows of four alone, and no sides are drawn. */
function form(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, r) => texts(r, cells) + (cells.length > 1 ? down(r, r + 1) : ''));
  return lines.join('') + [...rows, []].map((_, r) => across(r)).join('');
}

test('rows of one cell across do not part a table whose outer sides are left out', async () => {
  const rows = [
    ['指标名称', '性质', '指标值', '权重'],
    ['产出指标'],
    ['数量指标'],
    ['疏浚长度', '≥', '12公里', '30'],
    ['质量指标'],
    ['合格率', '≥', '95%', '20'],
  ];
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: form(rows) }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(
    rows.flatMap((cells, r) =>
      cells.length === 1 ? [`${r},0 1×4 ${cells[0]}`] : cells.map((text, c) => `${r},${c} ${text}`),
    ),
  );
});

const block = (from: number, aside = 0): string =>
  [0, 1, 2].map((r) => across(from + r)).join('') +
  down(from, from + 2, aside) +
  texts(from, ['疏浚长度', '12公里', '11公里', '30']) +
  texts(from + 1, ['合格率', '95%', '96%', '20']);

test.each([
  ['farther apart than rows are', 4, 0],
  ['with other lines down', 3, 30],
])('tables without outer sides %s stay two', async (_, from, aside) => {
  const content = block(0) + texts(from - 1, ['下表']) + block(from, aside);
  const grids = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grids.map(({ rows }) => rows)).toEqual([2, 2]);
});
