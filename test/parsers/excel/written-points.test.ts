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
  ['yyyy.MM.dd', 45_292, '2024.01.01'],
  ['yyyy年MM月dd日', 45_292, '2024年01月01日'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 45_292, '2024年1月1日'],
  ['0.00 %', 0.953, '95.30%'],
  ['0!.0,"万元"', 12_345.678, '1.2万元'],
  ['0"."0,', 12_345.678, '1.2'],
  ['0\\!.0000"万元"', 3_205_000, '320.5000万元'],
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
  ['[=0]"-"', 77.25, '77.25'],
  ['[=0]"-"', 0, '-'],
  ['[=0]"-";0.00', -77.25, '-77.25'],
  ['[=0]"-";0.00;General', -77.25, '77.25'],
  ['[>=10000]0!.0,"万";0', -300, '-300'],
  ['[=1]"是";[=0]"否"', 77, '77'],
  ['[=1]"是";"否"', -1, '否'],
  ['General"万元"', -77.25, '-77.25万元'],
  ['"约"General\\ [$元-804]', 30, '约30 元'],
  ['G/通用格式"元"', 30, '30元'],
  ['*-0', 30, '30'],
  ['0.00,,\n%', 12_345_600, '1234.56'],
  ['#,##0.00,,_x000a_%;-#,##0.00,,_x000a_%', -12_345_600, '-1,234.56'],
  ['0!.0000,\r\n%', 123_456_000, '1234.5600'],
])('the format %s shows %d as %s', async (code, value, text) => {
  const cell = await shown(code, value);
  expect(cell).toMatchObject({ text, value });
  expect(cell.doubt).toBeUndefined();
});

// As Excel shows them; halves are cut in some by a program that counts in binary.
it.each([
  ['0.00', 137.575, '137.58'],
  ['0.00', -137.575, '-137.58'],
  ['#,##0.00', 33_624.005, '33,624.01'],
  ['#,##0.0;(#,##0.0)', -754.25, '(754.3)'],
  ['0', -513.5, '-514'],
  ['0.0', 0.25, '0.3'],
  ['0.0', 0.249_999_999_999_999, '0.2'],
  ['0%', 0.285, '29%'],
  ['0.0%', 9.0775, '907.8%'],
  ['0.00,', 137_575, '137.58'],
  ['[=0]"-";0.00"元"', -137.575, '-137.58元'],
  ['0.00', 5e-7, '0.00'],
  ['0', 77.125, '77'],
])('the format %s shows %d, which is halfway or close to it, as %s', async (code, value, text) => {
  expect(await shown(code, value)).toMatchObject({ text, value });
});

it.each([
  ['yyyy"年"m"月"', -77],
  ['yyyy-mm-dd', 99_999_999],
  ['0.00;;', -77],
  [';;;', 77],
  ['yyyy/m/d', 1234.56],
  ['yyyy"年"m"月"', 980],
  ['m"月"d"日"', 24_000.5],
  ['h:mm:ss', 980.5],
])('a number that the format %s does not show is read and doubted', async (code, value) => {
  expect(await shown(code, value)).toMatchObject({
    text: String(value),
    value,
    doubt: 'hidden by its number format',
  });
});

it.each([
  ['yyyy/m/d', 45_413.65, '2024/5/1'],
  ['yyyy/m/d h:mm', 25_000.5, '1968/6/11 12:00'],
  ['h:mm', 0.5, '12:00'],
  ['[h]:mm', 30.5, '732:00'],
])('the format %s shows the day or the time %d', async (code, value, text) => {
  const cell = await shown(code, value);
  expect(cell).toMatchObject({ text, value });
  expect(cell.doubt).toBeUndefined();
});

it('a nought that its format hides is a blank', async () => {
  const cell = await shown('0.00;-0.00;', 0);
  expect(cell).toMatchObject({ text: '', value: 0 });
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
