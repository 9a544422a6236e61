import { describe, expect, test } from 'vitest';
import { explainedRows } from '../../../parsers/geometry/rows/explained-rows.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 8;
const pitch = 9.3;
/** Cells of one line, and the white of those of several. */
const row = 11.1;
const white = 1.1;

type Line = (string | string[])[];

/** Rows whose cells hold one line or several, each in the middle of its row, figures to the right; `rules` draws lines across. */
function page(starts: readonly number[], rows: readonly Line[], rules = false): Uint8Array {
  let y = 100;
  const across: number[] = [y];
  let content = '';
  for (const cells of rows) {
    const most = Math.max(...cells.map((cell) => (typeof cell === 'string' ? 1 : cell.length)));
    const height = most > 1 ? most * pitch + white : row;
    cells.forEach((cell, column) => {
      const lines = typeof cell === 'string' ? [cell] : cell;
      const top = y + (height - lines.length * pitch) / 2;
      lines.forEach((text, i) => {
        const width = [...text].reduce((sum, c) => sum + (c > '\u00ff' ? size : size * 0.556), 0);
        const x = /^\d[\d,.]*$/.test(text) && column > 2 ? starts[column]! + 44 - width : starts[column]!;
        if (text) content += show(text, x, 842 - top - i * pitch - 8, size);
      });
    });
    y += height;
    across.push(y);
  }
  const ends = rules ? across.map((at) => `0.5 w 56 ${842 - at} m 480 ${842 - at} l S\n`).join('') : '';
  return writePdf([{ content: ends + content }]);
}

describe('codes in columns that are too narrow for them', () => {
  test('go on in the next line, and those of other rows do not', () => {
    // Digits of a wide font, in rows that are as high as the lines of their codes.
    const xs = [50, 88, 180, 250, 300, 350];
    const put = (text: string, column: number, y0: number): Segment => {
      const width = [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 8 : 5.09), 0);
      const x0 = xs[column]! + 3;
      return { box: { x0, y0, x1: x0 + width, y1: y0 + 8 }, text, size: 8, line: Math.round(y0) };
    };
    const codes: [string, number][] = [
      ...([
        ['205', 139.5],
        ['20508', 151.1],
        ['205080', 161.5],
        ['3', 170.8],
      ] as [string, number][]),
      ...([
        ['210', 181.3],
        ['21004', 192.9],
        ['210040', 203.3],
        ['8', 212.6],
      ] as [string, number][]),
      ...([
        ['213', 223.1],
        ['21301', 234.7],
        ['213010', 245.1],
        ['1', 254.4],
      ] as [string, number][]),
      ...([
        ['213012', 263.7],
        ['2', 273],
      ] as [string, number][]),
    ];
    const rows = [116.5, 127.8, 139.5, 151.1, 166.2, 181.3, 192.9, 208, 223.1, 234.7, 249.8, 268.4];
    const segments = [
      ...['科目代码', '科目名称', '收入合计', '拨款收入', '其他收入'].map((head, i) => put(head, i, 99.6)),
      ...codes.map(([text, y]) => put(text, 0, y)),
      ...rows.flatMap((y, i) => [
        put(i === 0 ? '栏次' : '农业农村', 1, y),
        put(`${605 + i}`, 2, y),
        put(`${438 + i}`, 3, y),
      ]),
      ...rows.slice(0, 3).map((y) => put('167', 4, y)),
    ].sort((a, b) => a.box.y0 - b.box.y0);
    const { bounds } = explainedRows(xs, segments);
    expect(bounds).toHaveLength(12);
    for (const [, y] of codes) expect(bounds.some((bound) => bound > y + 1 && bound < y + 7)).toBe(false);
  });

  const digits: Line[] = [
    ['类', '款', '项', '功能科目名称', '收入合计', '拨款收入', '事业收入'],
    [['2', '0', '1'], '', '', '一般公共服务支出', '1966.24', '799.30', '1166.94'],
    [['2', '0', '1'], ['0', '3'], '', ['政府办公厅（室）', '及相关机构事务'], '1966.24', '799.30', '1166.94'],
    [['2', '0', '1'], ['0', '3'], ['0', '1'], '行政运行', '1966.24', '799.30', '1166.94'],
    [['2', '2', '1'], '', '', '住房保障支出', '249.81', '49.81', '200.00'],
    [['2', '2', '1'], ['0', '2'], '', '住房改革支出', '249.81', '49.81', '200.00'],
    ['', '', '', '合计', '2216.05', '849.11', '1366.94'],
  ];
  const starts = [60, 80, 100, 125, 230, 300, 370];

  test('stand digit by digit in one row between its lines', async () => {
    const [grid] = gridsOf(await readPdf(page(starts, digits, true)));
    expect(grid!.rows).toBe(7);
    expect(shape(grid!).filter((cell) => /^[1-5],[01] /.test(cell))).toEqual([
      ...['1,0 201', '2,0 201', '2,1 03', '3,0 201', '3,1 03', '4,0 221', '5,0 221', '5,1 02'],
    ]);
  });
});

test('a name below one that fills its column begins its own row, whatever the head beside a group spans', async () => {
  const names = ['青禾市教研中心', '青禾市招生考试中心', '青禾市幼儿园', '青禾市第二中学'];
  const at = (text: string, x: number, y: number): string => show(text, x, 842 - y, 9);
  const figures = [
    ['2,622', '1,534', '135', '1,399', '1,088'],
    ['457', '339', '—', '339', '118'],
    ['135', '106', '16', '90', '29'],
    ['1,054', '984', '119', '865', '70'],
    ['976', '105', '—', '105', '871'],
  ];
  const rights = [257, 326, 395, 464, 533];
  const heads: [string, number, number][] = [
    ['预算单位', 107, 111],
    ['合计', 220, 111],
    ['基本支出', 348, 104],
    ['项目支出', 486, 111],
    ['小计', 288, 118],
    ['人员经费', 348, 118],
    ['公用经费', 417, 118],
  ];
  const content =
    heads.map(([text, x, y]) => at(text, x, y)).join('') +
    ['合　计', ...names].map((name, i) => at(name, 62, 131 + i * 13)).join('') +
    figures
      .flatMap((own, i) => own.map((text, k) => at(text, rights[k]! - text.length * 5, 130 + i * 13)))
      .join('') +
    [95, 120.5, 187].map((y) => `0.7 w 57 ${842 - y} m 538 ${842 - y} l S\n`).join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(shape(grid!).filter((cell) => /^[3-6],0/.test(cell))).toEqual(
    names.map((name, i) => `${i + 3},0 ${name}`),
  );
});
