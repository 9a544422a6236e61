import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { read, type WorkSheet } from 'xlsx';
import { cellName, mostRows } from '../../../src/report/workbook/ooxml/reference.ts';
import {
  mostLinks,
  type Sheet,
  type SheetCell,
  sheetPart,
} from '../../../src/report/workbook/ooxml/sheet.ts';
import { sheetNames } from '../../../src/report/workbook/ooxml/sheet-names.ts';
import { styleBook } from '../../../src/report/workbook/ooxml/styles.ts';
import { writeWorkbook } from '../../../src/report/workbook/ooxml/workbook.ts';
import { refusals } from './refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'hedui-ooxml-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(sheets: Sheet[]): Promise<Buffer> {
  const path = join(folder, 'book.xlsx');
  await writeWorkbook(path, { title: '核对 <&"', creator: 'hedui' }, sheets);
  return readFileSync(path);
}

function sheetOf(name: string, rows: SheetCell[][], more: Partial<Sheet> = {}): Sheet {
  const widths = Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, () => 12);
  return { name, widths, headerRows: 0, rows: rows.map((cells) => ({ cells })), ...more };
}

const text = (value: string): SheetCell => ({ value, style: {} });

describe('a workbook', () => {
  test('gives texts back as they were, whatever they hold', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '=1+1',
          '＝1',
          '+1',
          '-1',
          '@x',
          '_x000D_',
          '_x0041_',
          '\tx',
          ' x ',
          'a\nb',
          '<&">',
          '\u0001',
        ),
      ),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const bytes = await written([
          sheetOf(
            '表',
            values.map((value) => [text(value)]),
          ),
        ]);
        expect(refusals(bytes)).toEqual([]);
        const sheet = read(bytes, { cellFormula: true }).Sheets.表 as WorkSheet;
        values.forEach((value, row) => {
          const cell = sheet[cellName(row, 0)] as { t: string; v?: string; f?: string } | undefined;
          const kept = value.replace(/\r\n?/g, '\n').replace(/[\ufffe\uffff]/g, '\ufffd');
          if (kept !== '') expect(cell).toMatchObject({ t: 's', v: kept });
          expect(cell?.f).toBeUndefined();
        });
      }),
      { numRuns: 20 },
    );
  });

  test('cuts a text that no cell holds, and no surrogate pair in two', async () => {
    const bytes = await written([
      sheetOf('a', [[text('字'.repeat(40_000))], [text(`${'x'.repeat(32_765)}𠮷𠮷`)]]),
    ]);
    expect(refusals(bytes)).toEqual([]);
    const sheet = read(bytes).Sheets.a as WorkSheet;
    expect(sheet.A1.v).toHaveLength(32_767);
    expect(sheet.A2.v.endsWith('x…')).toBe(true);
  });

  test('keeps figures by their digits, booleans, blanks, merged cells, notes and links', async () => {
    const style = { bold: true, fill: 'F8B4B4', border: '000000', wrap: true, format: '#,##0.00' };
    const bytes = await written([
      sheetOf(
        "it's <a>",
        [
          [
            { value: { digits: '6951.77' }, style, link: { sheet: 'b', ref: 'A1' } },
            { value: true, style },
            { value: null, style },
          ],
          [
            { value: '合', style, span: { rows: 2, columns: 2 }, note: '错误 SUM-01\n<合计>' },
            text(''),
            text('右'),
          ],
          [text(''), text(''), text('下')],
        ],
        { headerRows: 1, isFiltered: true, printedColumns: 2, tab: 'FF0000' },
      ),
      sheetOf('b', [[{ value: 'back', style, link: { sheet: "it's <a>", ref: 'B2' } }]]),
    ]);
    expect(refusals(bytes)).toEqual([]);
    const book = read(bytes, { cellStyles: true, cellNF: true });
    expect(book.SheetNames).toEqual(["it's <a>", 'b']);
    const [first, second] = book.SheetNames.map((name) => book.Sheets[name] as WorkSheet);
    expect(first!.A1).toMatchObject({ t: 'n', v: 6951.77, z: '#,##0.00', l: { Target: "#'b'!A1" } });
    expect(first!.B1).toMatchObject({ t: 'b', v: true });
    expect(first!.A2.c[0].t).toContain('<合计>');
    expect(first!['!merges']).toEqual([{ s: { r: 1, c: 0 }, e: { r: 2, c: 1 } }]);
    expect(first!['!autofilter']).toEqual({ ref: 'A1:C3' });
    expect(second!.A1.l.Target).toBe("#'it''s <a>'!B2");
    expect(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toContainEqual([
      '_xlnm.Print_Titles',
      "'it''s <a>'!$1:$1",
    ]);
  });

  test('has the same bytes for the same sheets, and leaves no draft where one fails', async () => {
    const sheets = () => [sheetOf('a', [[text('x')]])];
    expect(await written(sheets())).toEqual(await written(sheets()));
    const failing = { ...sheets()[0]!, rows: failingRows() };
    await expect(written([failing])).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
  });

  test('says how many rows do not fit', async () => {
    const counted = { rows: mostRows - 1, notes: [], heights: [], left: 0 };
    const pieces: string[] = [];
    for await (const piece of sheetPart(
      sheetOf('a', [[text('last')], [text('left')], [text('left')]]),
      styleBook(),
      counted,
    ))
      pieces.push(piece);
    expect(counted).toMatchObject({ rows: mostRows, left: 2 });
    expect(pieces.join('')).not.toContain('>left<');
  });

  test('gives no cell a link that Excel would not keep', async () => {
    const cell = { value: 'x', style: {}, link: { sheet: 'a', ref: 'A1' } };
    const counted = { rows: 0, notes: [], heights: [], left: 0 };
    let links = 0;
    const rows = Array.from({ length: mostLinks + 9 }, () => [cell]);
    for await (const piece of sheetPart(sheetOf('a', rows), styleBook(), counted))
      links += piece.split('<hyperlink ').length - 1;
    expect([links, counted.rows]).toEqual([mostLinks, mostLinks + 9]);
  });
});

async function* failingRows(): AsyncGenerator<{ cells: SheetCell[] }> {
  yield { cells: [text('x')] };
  throw new Error('no more');
}

describe('names of sheets', () => {
  test('are taken by every program, whatever is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('a', 'A', "'x'", 'History', '表/1', '[x]', '长'.repeat(50), ''),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        async (wanted) => {
          const nameOf = sheetNames();
          const bytes = await written(wanted.map((name) => sheetOf(nameOf(name), [])));
          expect(refusals(bytes)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('stay as they are where they can', () => {
    const nameOf = sheetNames();
    expect(['问题', '1 中小河道保洁服务', '问题', 'a:b', 'x'.repeat(40)].map(nameOf)).toEqual([
      '问题',
      '1 中小河道保洁服务',
      '问题 2',
      'a b',
      `${'x'.repeat(30)}…`,
    ]);
  });
});
