import { expect, test } from 'vitest';
import { examine } from '../../../src/examine/examine.ts';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

const xs = [40, 120, 210, 300, 390, 480, 560];
const size = 9;

/** Cells of a row from the left: a text, or a text with the columns that it runs over. */
function row(at: number, texts: readonly (string | [string, number])[]): DrawnCell[] {
  let column = 0;
  return texts.map((entry) => {
    const [text, columnSpan] = typeof entry === 'string' ? [entry, 1] : entry;
    const cell = { row: at, column, columnSpan, lines: text === '' ? [] : [text] };
    column += columnSpan;
    return cell;
  });
}

const above = [
  [['德安县2026年农业发展资金（第一批）分配表', 3], '', '', ''],
  ['单位：万元', '', '', '', '', ''],
] as const;
const body = [
  ['项目单位', '良种示范补助', '地力提升补助', '绿色防控补助', '统防统治补助', '合计'],
  ['双槐镇', '22.7', '26.0', '', '1.5', '50.2'],
  ['麦场乡', '14.4', '3.5', '23.7', '6.8', '48.4'],
] as const;

function page(rows: readonly (readonly (string | readonly [string, number])[])[]) {
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => 60 + 20 * i);
  const cells = rows.flatMap((texts, at) => row(at, texts as (string | [string, number])[]));
  return writePdf([{ content: drawTable({ xs, ys, size, cells }, 'strokes') }]);
}

test('the name of a sheet that is printed with the lines between its cells stands over its table', async () => {
  const document = await readPdf(page([...above, ...body]));
  expect(paragraphsOf(document).map(({ text, role }) => [text, role])).toEqual([
    ['德安县2026年农业发展资金（第一批）分配表', 'heading'],
    ['单位：万元', 'caption'],
  ]);
  const [grid] = gridsOf(document);
  expect(grid).toMatchObject({ rows: 3, parts: [{ firstRow: 0, endRow: 3 }] });
  expect(grid!.cells[0]).toMatchObject({ row: 0, text: '项目单位' });
});

test('the figures below it belong to it', async () => {
  const { filings, amounts } = await examine(page([...above, ...body]), { path: 'a.pdf' });
  expect(filings).toMatchObject([{ title: '德安县2026年农业发展资金（第一批）分配表' }]);
  expect(amounts).toContainEqual(
    expect.objectContaining({ item: '麦场乡', project: '绿色防控补助', value: 23.7, unit: '万元' }),
  );
});

test.each([
  ['a row of the table', [['麦场乡', '', '', '', '', ''], ...body]],
  ['a name across the whole table', [[['农业发展资金分配表', 6]], ...body]],
] as const)('%s stays in it', async (_, rows) => {
  expect(gridsOf(await readPdf(page(rows)))).toMatchObject([{ rows: 4 }]);
});
