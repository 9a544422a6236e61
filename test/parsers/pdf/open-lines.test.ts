import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const rows = [
  ['指标', '单位', '目标值', '完成值'],
  ['清淤长度', '公里', '32', '32'],
  ['更换闸门', '座', '40', '38'],
  ['合格率', '%', '95', '96'],
];
const cells = rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));
const xs = [60, 170, 290, 410, 500];
const ys = [756, 732, 708, 684, 660];
const texts = rows
  .map((row, r) => row.map((text, c) => show(text, [64, 180, 300, 420][c]!, 740 - r * 24)).join(''))
  .join('');

/** A line from one point to another as strokes with gaps. */
function strokes(x: number, y: number, width: number, height: number, on: number, off: number): string {
  const [length, isLevel] = [Math.max(width, height), width > height];
  let out = '0.5 w ';
  for (let at = 0; at < length; at += on + off) {
    const to = Math.min(at + on, length);
    out += isLevel ? `${x + at} ${y} m ${x + to} ${y} l S\n` : `${x} ${y + at} m ${x} ${y + to} l S\n`;
  }
  return out;
}

const across = (y: number): string => `0.5 w 60 ${y} m 500 ${y} l S\n`;
const down = (x: number): string => `0.5 w ${x} 660 m ${x} 756 l S\n`;
const under = (y: number): string => show('_'.repeat(79), 60, y, 10);

async function gridOf(content: string): Promise<string[]> {
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(more).toEqual([]);
  return grid ? shape(grid) : [];
}

describe('a table is whole', () => {
  test.each([
    ['with lines between its rows alone', ys.slice(1, -1).map(across).join('')],
    ['with lines between its columns alone', xs.slice(1, -1).map(down).join('')],
    ['with lines of low dashes', [756, 733, 655].map(under).join('')],
    ...[
      [6, 4],
      [10, 5],
    ].map(([on = 0, off = 0]): [string, string] => [
      `with lines of strokes of ${on} points, ${off} apart`,
      ys.map((y) => strokes(60, y, 440, 0, on, off)).join('') +
        xs.map((x) => strokes(x, 660, 0, 96, on, off)).join(''),
    ]),
  ])('%s', async (_, lines) => {
    expect(await gridOf(lines + texts)).toEqual(cells);
  });

  test('a note below lines between rows is no row, nor is a text beside lines between columns', async () => {
    const inner = ys.slice(1, -2).map(across).join('');
    const note = show('注：清淤长度含支渠。', 64, 668);
    const three = rows
      .slice(0, 3)
      .map((row, r) => row.map((text, c) => show(text, [64, 180, 300, 420][c]!, 740 - r * 24)));
    const ruled = `${across(ys[0]!)}${inner}${across(ys[3]!)}${three.flat().join('')}${note}`;
    expect(await gridOf(ruled)).toEqual(cells.slice(0, 12));
    const beside = show('如图', 520, 700);
    expect(await gridOf(xs.map(down).join('') + texts + beside)).toEqual(cells);
  });
});

test.each([
  ['up', 'q 0 1 -1 0 600 60 cm'],
  ['down', 'q 0 -1 1 0 100 700 cm'],
])('a table that lies on its side below prose is read as written %s', async (_, frame) => {
  const table = drawTable(
    {
      xs,
      ys: [60, 84, 108, 132, 156],
      cells: rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
    },
    'strokes',
    400,
  );
  const prose = Array.from({ length: 8 }, (_, i) =>
    show('本项目完成主干渠三十二公里的清淤与衬砌修缮，更换老旧闸门四十座。', 60, 810 - i * 14, 10),
  );
  const source = await readPdf(writePdf([{ content: `${prose.join('')}${frame} ${table} Q` }]));
  const [grid] = gridsOf(source);
  expect(shape(grid!)).toEqual(cells);
  expect(
    paragraphsOf(source)
      .map(({ text }) => text)
      .join(''),
  ).toMatch(/^本项目/);
  // A cell stands where the page shows it: higher than wide.
  const { x0, y0, x1, y1 } = grid!.cells[0]!.location.box!;
  expect(y1 - y0).toBeGreaterThan(x1 - x0);
});
