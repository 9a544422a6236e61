import { expect, it } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import type { Cell } from '../../schemas/index.ts';
import {
  documentPart,
  docxParts,
  sheetPart,
  simpleRows,
  simpleTable,
  xlsxParts,
} from '../../scripts/hostile/office.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';

async function read(bytes: Uint8Array, name: string): Promise<{ cells: Cell[]; codes: string[] }> {
  const parsed = await parseDocument(bytes, { name });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  const { blocks, warnings } = parsed.source;
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  return { cells, codes: warnings.map(({ code }) => code) };
}
const texts = async (bytes: Uint8Array, name: string) =>
  (await read(bytes, name)).cells.map(({ text }) => text);

const whole = ['三级指标', '指标值', '演出场次', '12场'];
const workbook = (value: string) => xlsxParts(sheetPart(simpleRows.replace('12场', value)));
const document = (value: string) => docxParts(documentPart(simpleTable.replace('12场', value)));

it.each([
  ['workbook', workbook, 'a.xlsx'],
  ['document', document, 'a.docx'],
] as const)('reads the last save of a %s that was saved twice into one file', async (_, parts, name) => {
  expect(await texts(writeZip([...parts('3场'), ...parts('12场')]), name)).toEqual(whole);
  const behind = Buffer.concat([writeZip(parts('3场')), writeZip(parts('12场'))]);
  expect(await texts(behind, name)).toEqual(whole);
});

it('reads a package with a line of text before it, and none with bytes before it', async () => {
  const bytes = writeZip(workbook('12场'));
  expect(await texts(Buffer.concat([Buffer.from('\ufeff\r\n'), bytes]), 'a.xlsx')).toEqual(whole);
  const { status } = await parseDocument(Buffer.concat([Buffer.alloc(4, 1), bytes]), { name: 'a.xlsx' });
  expect(status).toBe('failed');
});

it('tells of figures that lost a digit to a NUL byte, and doubts them', async () => {
  const rows = '<tr><td>里程</td><td>20</td></tr>'.repeat(20);
  const { cells, codes } = await read(
    Buffer.from(`<meta charset="utf-8"><table><tr><td>里程</td><td>1\u00003</td></tr>${rows}</table>`),
    'a.html',
  );
  expect(codes).toEqual(['page_failed']);
  expect(cells.filter(({ doubt }) => doubt !== undefined).map(({ text }) => text)).toEqual(['1\ufffd3']);
});
