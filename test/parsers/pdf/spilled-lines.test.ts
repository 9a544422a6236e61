import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { readPdf } from './reading.ts';

const xs = [60, 122, 184];
const rows = 6;
const rowHeight = 15;
const top = 700;
/** From line to line of one text; rows are a little farther apart. */
const pitch = 14.5;
const ys = Array.from({ length: rows + 1 }, (_, i) => top - i * rowHeight);
const ruled = [
  ...xs.map((x) => `${x} ${ys[rows]} m ${x} ${top} l S\n`),
  ...ys.map((y) => `${xs[0]} ${y} m ${xs[2]} ${y} l S\n`),
].join('');

/** A text as LibreOffice prints it where its row is too low: all of its lines, from the middle of the row upwards and downwards. */
function spilled(row: number, lines: readonly string[], column = 0): string {
  const middle = top - (row + 0.5) * rowHeight - 4.8;
  return lines
    .map((line, i) => show(line, xs[column]! + 1, middle + ((lines.length - 1) / 2 - i) * pitch, 10))
    .join('');
}

const figures = (values: readonly string[]): string =>
  values.map((value, row) => show(value, 150, ys[row]! - 11, 10)).join('');

async function rowsOf(content: string): Promise<[string, string][]> {
  const { blocks } = await readPdf(writePdf([{ content: `0.5 w\n${ruled}${content}` }]));
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  const textAt = (row: number, column: number): string =>
    cells
      .filter((cell) => cell.row === row && cell.column === column)
      .map(({ text }) => text.replace(/\s/g, ''))
      .join('');
  return Array.from({ length: rows }, (_, row) => [textAt(row, 0), textAt(row, 1)]);
}

const values = ['11', '12', '13', '14', '15', '16'];

describe('texts that their rows are too low for', () => {
  test('are those of their own cells, not of the rows that their lines are printed over', async () => {
    const read = await rowsOf(
      figures(values) +
        spilled(0, ['河道长度']) +
        spilled(1, ['中小河道保洁', '服务']) +
        spilled(2, ['堤防巡查']) +
        spilled(3, ['水闸设备日常', '维护率']) +
        spilled(4, ['沿岸群众防洪', '安全感']),
    );
    expect(read.map(([name]) => name)).toEqual([
      '河道长度',
      '中小河道保洁服务',
      '堤防巡查',
      '水闸设备日常维护率',
      '沿岸群众防洪安全感',
      '',
    ]);
    expect(read.map(([, value]) => value)).toEqual(values);
  });

  test('go on over whole rows where a text of the table is as close', async () => {
    const read = await rowsOf(
      figures(values) +
        spilled(1, ['公务用车购置', '及运行维护经', '费']) +
        spilled(4, ['公务接待批次', '数']),
    );
    expect(read.map(([name]) => name)).toEqual([
      '',
      '公务用车购置及运行维护经费',
      '',
      '',
      '公务接待批次数',
      '',
    ]);
  });

  test('leave the figures that they are printed over to their rows', async () => {
    const head = spilled(1, ['耕地地力提升', '补助'], 1);
    const read = await rowsOf(show('26.0', 160, ys[2]! - 11, 10) + head);
    expect(read[1]).toEqual(['', '耕地地力提升补助']);
    expect(read[2]).toEqual(['', '26.0']);
  });
});

test('texts of rows one above the other stay where they are, also where each fills its cell', async () => {
  const names = [
    '产出指标数量',
    '质量指标完成',
    '时效指标情况',
    '成本指标控制',
    '社会效益指标',
    '满意度的指标',
  ];
  const read = await rowsOf(names.map((name, row) => spilled(row, [name])).join('') + figures(values));
  expect(read.map(([name]) => name)).toEqual(names);
});
