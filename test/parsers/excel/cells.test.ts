import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { cellAt, onlyGrid, packageOf, read, rowsOf, textsOf } from './package.ts';

const header =
  '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>指标</t></is></c><c r="B1" s="1" t="inlineStr"><is><t>值</t></is></c></row>';

/** A grid whose second row holds the label and the given cell in B2. */
async function secondCell(cell: string, sharedStrings: string[] = []) {
  const rows = `${header}<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>完成率</t></is></c>${cell}</row>`;
  return cellAt(onlyGrid(await read(packageOf([{ rows }], sharedStrings))), 1, 1);
}

describe('text and value of a cell', () => {
  it('shows a fraction as its format does, and keeps the number behind it', async () => {
    const cell = await secondCell('<c r="B2" s="3"><v>0.998</v></c>');
    expect(cell).toMatchObject({ text: '99.8%', value: 0.998, numberFormat: '0.0%' });
    expect(cell.location).toMatchObject({ sheet: '表1', ref: 'B2', row: 1, column: 1, page: null });
  });

  it('shows a plain number without the tail of its binary form', async () => {
    const cell = await secondCell('<c r="B2" s="1"><v>0.30000000000000004</v></c>');
    expect(cell.text).toBe('0.3');
    expect(cell.numberFormat).toBeUndefined();
  });

  it('keeps a number that was typed as text a text', async () => {
    expect(await secondCell('<c r="B2" s="1" t="inlineStr"><is><t>0012.50</t></is></c>')).toMatchObject({
      text: '0012.50',
      value: '0012.50',
    });
  });

  it('keeps a string that begins with an equals sign a string', async () => {
    const cell = await secondCell('<c r="B2" s="1" t="s"><v>0</v></c>', ['<t>=3人</t>']);
    expect(cell).toMatchObject({ text: '=3人', value: '=3人' });
    expect(cell.formula).toBeUndefined();
  });

  it('shows dates in the way of a Chinese Excel, where the format is only a number', async () => {
    expect((await secondCell('<c r="B2" s="4"><v>45000</v></c>')).text).toBe('2023/3/15');
    expect((await secondCell('<c r="B2" s="5"><v>45000</v></c>')).text).toBe('2023年3月15日');
  });

  it('does not turn a locale into dollars', async () => {
    const book = XLSX.utils.book_new();
    const formats = ['[$-804]#,##0.00', '[$¥-804]0.00', '[$$-409]0.00'];
    const rows = formats.map((z) => ['合计', { t: 'n', v: 12.5, z }]);
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '表1');
    const grid = onlyGrid(await read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer));
    expect(formats.map((_, row) => cellAt(grid, row, 1).text)).toEqual(['12.50', '¥12.50', '$12.50']);
  });

  it('shows a boolean as the sheet does', async () => {
    expect(await secondCell('<c r="B2" s="1" t="b"><v>1</v></c>')).toMatchObject({
      text: 'TRUE',
      value: true,
    });
  });

  it('shows an error value and doubts it', async () => {
    const cell = await secondCell('<c r="B2" s="1" t="e"><f>A1/0</f><v>#REF!</v></c>');
    expect(cell).toMatchObject({ text: '#REF!', formula: 'A1/0', doubt: 'error value #REF!' });
    expect(cell.value).toBeUndefined();
  });

  it('gives a formula with its stored value', async () => {
    const cell = await secondCell('<c r="B2" s="1"><f>SUM(C2:D2)</f><v>30</v></c>');
    expect(cell).toMatchObject({ text: '30', value: 30, formula: 'SUM(C2:D2)' });
    expect(cell.doubt).toBeUndefined();
  });

  it('does not take a formula without a stored value for zero', async () => {
    const cell = await secondCell('<c r="B2" s="1"><f>SUM(C2:D2)</f></c>');
    expect(cell).toMatchObject({ text: '', formula: 'SUM(C2:D2)', doubt: 'formula without a stored value' });
    expect(cell.value).toBeUndefined();
  });

  it('believes a stored zero of a formula', async () => {
    const cell = await secondCell('<c r="B2" s="1"><f>C2-D2</f><v>0</v></c>');
    expect(cell).toMatchObject({ text: '0', value: 0 });
    expect(cell.doubt).toBeUndefined();
  });

  it('reads rich text as one text and leaves phonetic guides out', async () => {
    const rich = '<r><t>道路</t></r><r><rPr><b/></rPr><t>养护</t></r><rPh sb="0" eb="2"><t>どうろ</t></rPh>';
    expect((await secondCell('<c r="B2" s="1" t="s"><v>0</v></c>', [rich])).text).toBe('道路养护');
    const guided = '<t>桥梁</t><rPh sb="0" eb="2"><t>きょう</t></rPh>';
    expect((await secondCell('<c r="B2" s="1" t="s"><v>0</v></c>', [guided])).text).toBe('桥梁');
  });

  it('keeps line breaks of the cell and spaces in front, of full width too', async () => {
    const cell = await secondCell('<c r="B2" s="1" t="s"><v>0</v></c>', [
      '<t xml:space="preserve">　　其中：\r\n  维修_x000D_\n费  </t>',
    ]);
    expect(cell.text).toBe('　　其中：\n  维修\n费');
  });

  it('shows a text that its format hides, and says so', async () => {
    const cell = await secondCell('<c r="B2" s="6" t="s"><v>0</v></c>', ['<t>备用</t>']);
    expect(cell).toMatchObject({ text: '备用', doubt: 'hidden by its number format' });
  });

  it('reads cells that do not say where they stand', async () => {
    const rows =
      '<row><c s="1" t="inlineStr"><is><t>甲</t></is></c><c s="1"><v>1</v></c></row><row><c s="1"/><c s="1"><v>2</v></c></row>';
    expect(textsOf(onlyGrid(await read(packageOf([{ rows }]))))).toEqual(['甲 | 1', ' | 2']);
  });

  it('gives every cell its reference on the sheet', async () => {
    const grid = onlyGrid(
      await read(
        packageOf([
          {
            rows: rowsOf(
              [
                ['甲', '乙'],
                ['丙', '丁'],
              ],
              5,
              1,
              27,
            ),
          },
        ]),
      ),
    );
    expect(grid.cells.map((cell) => cell.location.ref)).toEqual(['AB5', 'AC5', 'AB6', 'AC6']);
  });
});
