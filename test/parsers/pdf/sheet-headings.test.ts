import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

const rows = [
  ['三级指标', '年度指标值', '分值'],
  ['更换航标数量', '36座', '20'],
  ['船闸通航率', '98%', '20'],
];
const cells = (texts: readonly (readonly string[])[], from = 0): DrawnCell[] =>
  texts.flatMap((row, r) =>
    row.map((text, column) => ({ row: r + from, column, lines: text === '' ? [] : [text] })),
  );

/** Letters over columns and numbers left of rows, each in a box of its own, as a workbook prints them. */
const around = (xs: readonly number[], ys: readonly number[], letters: string, first = 1): string =>
  drawTable(
    {
      xs: [30, ...xs],
      ys: [ys[0]! - 12, ...ys],
      cells: [
        ...[...letters].map((letter, i) => ({ row: 0, column: i + 1, lines: [letter] })),
        ...ys.slice(1).map((_, i) => ({ row: i + 1, column: 0, lines: [`${first + i}`] })),
      ],
    },
    'hairlines',
  );
const xs = [60, 240, 400, 540];
const ys = [80, 110, 140, 170];
const read = async (...contents: string[]) => readPdf(writePdf(contents.map((content) => ({ content }))));
const table = (at: number[]): string => drawTable({ xs, ys: at, cells: cells(rows) }, 'strokes');
const alone = rows.flatMap((row, r) => row.map((text, column) => `${r},${column} ${text}`));

describe('letters of columns and numbers of rows around a sheet', () => {
  test('are no part of its table', async () => {
    const source = await read(around(xs, ys, 'ABC') + table(ys));
    expect(gridsOf(source).map(shape)).toEqual([alone]);
    expect(paragraphsOf(source).map(({ text, role }) => `${role} ${text}`)).toEqual([
      'furniture ABC',
      'furniture 123',
    ]);
  });

  test('leave a name over the table outside of it', async () => {
    const source = await read(
      around(xs, [54, ...ys], 'ABC') + show('航道养护绩效目标表', 240, 842 - 72, 12) + table(ys),
    );
    expect(gridsOf(source).map(shape)).toEqual([alone]);
    const texts = paragraphsOf(source).filter(({ role }) => role !== 'furniture');
    expect(texts.map(({ text }) => text)).toEqual(['航道养护绩效目标表']);
  });

  test('are known again over few columns and rows of a later page', async () => {
    const source = await read(
      around(xs, ys, 'ABC') + table(ys),
      drawTable(
        {
          xs: [60, 200, 300, 400, 540],
          ys: [80, 110],
          cells: cells([['船员满意度', '95%', '10', '无']]),
        },
        'strokes',
      ) + around([60, 200, 300, 400, 540], [80, 110], 'ABCD', 4),
    );
    const texts = gridsOf(source).flatMap(({ cells: all }) => all.map(({ text }) => text));
    expect(texts).toContain('95%');
    expect(texts).not.toContain('4');
    expect(texts).not.toContain('D');
  });

  test.each([
    ['where a word is among the letters', [['', 'A', 'B', '备注']], 3],
    ['where the numbers do not count up', [['', 'A', 'B', 'C']], 2],
  ])('are words of a table %s', async (_, head, second) => {
    const body = rows.map((row, r) => [`${r === 1 ? second : r === 2 ? 2 : 1}`, ...row]);
    const all = cells([...head, ...body]);
    const source = await read(drawTable({ xs: [30, ...xs], ys: [50, ...ys], cells: all }, 'strokes'));
    const texts = gridsOf(source).flatMap(({ cells: found }) => found.map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['A', 'B', '1', '2']));
  });
});
