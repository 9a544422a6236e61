import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { cellAt, onlyGrid, packageOf, read } from './package.ts';

const styles = (code: string) =>
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;').replaceAll('>', '&gt;')}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`;

async function shown(code: string, value: number) {
  const rows = `<row r="1"><c r="A1" t="str"><v>金额</v></c><c r="B1" t="str"><v>备注</v></c></row><row r="2"><c r="A2" s="1"><v>${value}</v></c></row>`;
  const bytes = packageOf([{ rows, parts: { 'xl/styles.xml': styles(code) } }]);
  return cellAt(onlyGrid(await read(bytes)), 1, 0);
}

// As Excel and LibreOffice show them.
it.each([
  ['0\\.0,"万元"', 12_345.678, '1.2万元'],
  ['0!.0,"万元"', 12_345.678, '1.2万元'],
  ['0"."0,', 12_345.678, '1.2'],
  ['0\\.0000', 123_456, '12.3456'],
  ['0!.0,', -123_456, '-12.3'],
  ['0\\.0,;(0\\.0,)', -123_456, '(12.3)'],
  ['0\\.0,;[Red]-0\\.0,;"无"', 0, '无'],
  ['[>=10000]0!.0,"万";0', 25_500, '2.6万'],
  ['[>=10000]0!.0,"万";0', 300, '300'],
  ['0!.0,,"千万"', 123_000_000, '12.3千万'],
  ['0.00!万!元', 12.345, '12.35万元'],
  ['0.00万元', 12.345, '12.35万元'],
  ['¥#,##0.00', 1234.5, '¥1,234.50'],
  ['0.0"!"', 1.25, '1.3!'],
])('the format %s shows %d as %s', async (code, value, text) => {
  const cell = await shown(code, value);
  expect(cell).toMatchObject({ text, value });
  expect(cell.doubt).toBeUndefined();
});

it('shows the same in the binary format', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['金额', '备注'],
    [{ t: 'n', v: 12_345.678, z: '0\\.0,"万元"' }, '甲'],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '表');
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  expect(cellAt(onlyGrid(await read(bytes, 'form.xls')), 1, 0).text).toBe('1.2万元');
});
