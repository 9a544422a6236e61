import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';

const [left, right, top, pitch, size] = [60, 500, 720, 24, 10];
const columns = [64, 210, 300, 390];
const rows = [
  ['项目名称', '预算数', '执行数', '备注'],
  ['渠道清淤', '120.50', '118.20', ''],
  ['闸门更换', '36.00', '36.00', ''],
  ['堤岸绿化', '8.75', '6.10', '延期'],
  ['泵站维护', '210.00', '198.40', ''],
  ['合计', '375.25', '358.70', ''],
];

/** The outer frame and the lines between the rows: none between columns. */
const frame = (count: number): string =>
  `0.5 w ${left} ${top - count * pitch} ${right - left} ${count * pitch} re S\n${Array.from(
    { length: count - 1 },
    (_, i) => `${left} ${top - (i + 1) * pitch} m ${right} ${top - (i + 1) * pitch} l S\n`,
  ).join('')}`;
const baseOf = (row: number): number => top - row * pitch - 16;

describe('a frame with lines between its rows', () => {
  test('is a table of the columns that its texts stand in', async () => {
    const texts = rows.flatMap((row, r) =>
      row.map((text, c) => (text ? show(text, columns[c]!, baseOf(r), size) : '')),
    );
    const [grid, ...more] = gridsOf(
      await readPdf(writePdf([{ content: frame(rows.length) + texts.join('') }])),
    );
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim())));
  });

  test('is none where each row holds one text', async () => {
    const notes = ['一是资金到位及时', '二是工程按期完工', '三是群众反映良好', '四是资料归档完整'];
    const texts = notes.map((text, r) => show(text, columns[0]!, baseOf(r), size)).join('');
    const source = await readPdf(writePdf([{ content: frame(notes.length) + texts }]));
    expect(gridsOf(source)).toEqual([]);
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual(notes);
  });
});
