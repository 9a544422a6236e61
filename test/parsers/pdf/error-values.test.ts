import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

test('a cell whose column had no room for its figure, or that shows an error, is told and in doubt', async () => {
  const texts = [
    ['收入项目', '预算数'],
    ['一般公共预算收入', '###'],
    ['其他收入', '#REF!'],
    ['备注', '# 见说明'],
    ['收入合计', '220'],
  ];
  const cells = texts.flatMap((row, i) => row.map((text, column) => ({ row: i, column, lines: [text] })));
  const content = drawTable({ xs: [60, 200, 300], ys: [60, 85, 110, 135, 160, 185], cells }, 'strokes');
  const source = await readPdf(writePdf([{ content }]));
  const [grid] = gridsOf(source);
  expect(
    grid?.cells.filter(({ doubt }) => doubt !== undefined).map(({ text, doubt }) => [text, doubt]),
  ).toEqual([
    ['###', 'error value ###'],
    ['#REF!', 'error value #REF!'],
  ]);
  expect(source.warnings).toMatchObject([
    { code: 'figures_left_out', message: { zh: expect.stringContaining('2 个单元格') }, place: 'page 1' },
  ]);
});
