import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { onlyGrid, read, textsOf } from './package.ts';

/** A workbook of Excel 95 in a code page, with a word of four bytes of it in a text, a format and the name of its sheet. */
function workbook(page: number, word: string, columns = 1): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    Array.from({ length: columns }, (_, i) => `____ ${i}`),
    ['C', ...Array.from({ length: columns - 1 }, () => 12.5)],
  ]);
  for (const cell of Object.values(sheet) as XLSX.CellObject[]) if (cell.t === 'n') cell.z = '0.00"____"';
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '____');
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff5' }) as Buffer;
  for (let at = bytes.indexOf('____'); at >= 0; at = bytes.indexOf('____', at)) bytes.write(word, at, 'hex');
  bytes.writeUInt16LE(page, bytes.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
  return bytes;
}

describe('a workbook of Excel 95', () => {
  it.each([
    ['Chinese', 936, 'd6b8b1ea', '指标'],
    ['Japanese', 932, '8e77955c', '指表'],
    ['Korean', 949, 'c1f6c7a5', '지표'],
    ['Traditional Chinese', 950, 'abfcbcd0', '指標'],
    ['Russian', 1251, 'cfeee4e0', 'Пода'],
    ['Polish', 1250, 'b9ea9c9f', 'ąęśź'],
    ['Western', 1252, '80e9964f', '€é–O'],
    ['Western of a Macintosh', 32_768, '8e888f4f', 'éàèO'],
  ])('has its texts, formats and names in the code page that it names: %s', async (_, page, bytes, word) => {
    const source = await read(workbook(page, bytes, 2), 'form.xls');
    expect(textsOf(onlyGrid(source))).toEqual([`${word} 0 | ${word} 1`, `C | 12.50${word}`]);
    expect(source.pages[0]!.name).toBe(word);
    expect(source.warnings).toEqual([]);
  });

  it('is Chinese where all its texts are, whatever page of the West it names', async () => {
    const source = await read(workbook(1252, 'd6b8b1ea', 4), 'form.xls');
    expect(textsOf(onlyGrid(source))[0]).toBe('指标 0 | 指标 1 | 指标 2 | 指标 3');
  });

  it('tells of texts in a page that is not known', async () => {
    const source = await read(workbook(862, '80818283', 2), 'form.xls');
    expect(source.warnings).toMatchObject([
      { code: 'no_text', message: { zh: expect.stringMatching(/2 处.*862/) } },
    ]);
    expect((await read(workbook(862, '50515253', 2), 'form.xls')).warnings).toEqual([]);
  });
});
