import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { countOutside, readBiffLayouts } from '../../../parsers/excel/binary/biff-layout.ts';
import { endsWith, readXlsbFormats, readXlsbLayout } from '../../../parsers/excel/binary/xlsb-layout.ts';
import { onlyGrid, read, textsOf } from './package.ts';

/** A record of a workbook stream: type, length and data in 16-bit words. */
function biff(type: number, ...words: number[]): Buffer {
  const bytes = Buffer.alloc(4 + 2 * words.length);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(2 * words.length, 2);
  for (const [i, word] of words.entries()) bytes.writeUInt16LE(word, 4 + 2 * i);
  return bytes;
}

const begin = biff(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0);
const end = biff(0x0a);
const plain = biff(0xe0, 0, 0, 0, 0, 0, 0x0000, 0, 0, 0, 0);
const ruled = biff(0xe0, 0, 0, 0, 0, 0, 0x1111, 0, 0, 0, 0);
const underlined = biff(0xe0, 0, 0, 0, 0, 0, 0x1000, 0, 0, 0, 0);

/** A stream of one sheet, behind globals with three formats: 0 plain, 1 ruled on four sides, 2 with a line below only. */
function stream(sheet: Buffer[], globals: Buffer[] = [], state = 0): Buffer {
  const formats = Buffer.concat([plain, ruled, underlined, ...globals]);
  const boundSheet = (at: number) => biff(0x85, at & 0xffff, at >> 16, state, 1);
  const place = begin.length + formats.length + boundSheet(0).length + end.length;
  return Buffer.concat([begin, formats, boundSheet(place), end, begin, ...sheet, end]);
}

describe('layout of an .xls', () => {
  it('has the ruled cells of single and of multiple records', () => {
    const [sheet] = readBiffLayouts(
      stream([
        biff(0x201, 0, 0, 1),
        biff(0x201, 0, 1, 0),
        biff(0xbe, 2, 3, 1, 0, 1, 5),
        biff(0xbd, 4, 1, 1, 9, 9, 2, 9, 9, 2),
      ]),
    );
    expect([...(sheet?.layout.bordered ?? [])]).toEqual([
      [0, [0]],
      [2, [3, 5]],
      [4, [1]],
    ]);
  });

  it('has cells with a line through their letters, and white letters where nothing is behind them', () => {
    const font = (flags: number, colour: number) => biff(0x31, 220, flags, colour, 400, 0, 0, 134);
    const format = (font: number, ground: number, fill: number) =>
      biff(0xe0, font, 0, 0, 0, 0, 0, 0, 0, ground, fill);
    const globals = [font(0, 0x7fff), font(0x08, 0x7fff), font(0, 9), font(0, 8), font(0, 11)];
    // Formats 3 to 8; no font has the number 4.
    const formats = [
      format(1, 0, 0),
      format(2, 0, 0),
      format(2, 0x0400, 10),
      format(2, 0x0400, 9),
      format(3, 0, 0),
      format(5, 0, 0),
    ];
    const cells = [3, 4, 5, 6, 7, 8, 0].map((number, column) => biff(0x201, 0, column, number));
    const looksIn = (more: Buffer[], rules: Buffer[] = []) =>
      [
        ...(readBiffLayouts(stream([...cells, ...rules], [...globals, ...more, ...formats]))[0]?.layout
          .looks ?? []),
      ].sort(([a], [b]) => a - b);
    expect(looksIn([])).toEqual([
      [0, 'struck'],
      [1, 'white'],
      [3, 'white'],
    ]);
    const palette = biff(0x92, 4, 0, 0, 0, 0, 0, 0, 0xffff, 0xff);
    expect(looksIn([palette])).toEqual([
      [0, 'struck'],
      [5, 'white'],
    ]);
    expect(looksIn([], [biff(0x1b0, 1, 0)])).toEqual([[0, 'struck']]);
  });

  it('has the hidden rows and columns', () => {
    const row = (number: number, flags: number) => biff(0x208, number, 0, 3, 255, 0, 0, flags, 0);
    const [sheet] = readBiffLayouts(
      stream([
        biff(0x7d, 2, 4, 2048, 0, 1, 0),
        biff(0x7d, 5, 5, 2048, 0, 0, 0),
        row(1, 0x120),
        row(2, 0x100),
      ]),
    );
    expect(sheet?.layout.hiddenColumns).toEqual([[2, 4]]);
    expect([...(sheet?.layout.hiddenRows ?? [])]).toEqual([1]);
  });

  it('counts cells behind its end', () => {
    const cell = biff(0x203, 1, 0, 0, 0, 0, 0, 0);
    expect(countOutside(stream([cell, begin, cell, end, cell]))).toBe(0);
    expect(countOutside(Buffer.concat([stream([cell]), Buffer.alloc(40), cell]))).toBe(0);
    expect(countOutside(Buffer.concat([stream([cell]), biff(0x208, 1), cell, cell]))).toBe(2);
  });

  it('counts formulas whose text does not follow', () => {
    const formula = biff(0x06, 1, 0, 0, 0, 0, 0, 0xffff, 0, 0, 0, 0);
    const text = biff(0x207, 1, 0);
    const lost = (...sheet: Buffer[]) => readBiffLayouts(stream(sheet))[0]?.lost;
    expect(lost(formula, text)).toBe(0);
    expect(lost(formula, biff(0x4bc, 0), text)).toBe(0);
    expect(lost(formula, biff(0x208, 1))).toBe(1);
    expect(lost(formula)).toBe(1);
  });

  it('passes over the charts inside a sheet', () => {
    const [sheet] = readBiffLayouts(stream([begin, biff(0x201, 7, 7, 1), end, biff(0x201, 1, 1, 1)]));
    expect([...(sheet?.layout.bordered.keys() ?? [])]).toEqual([1]);
  });

  it('knows hidden sheets and pictures', () => {
    expect(readBiffLayouts(stream([biff(0x5d, 0x15, 0x12, 8, 1)], [], 2))).toMatchObject([
      { hidden: true, hasPicture: true },
    ]);
    expect(readBiffLayouts(stream([biff(0x5d, 0x15, 0x12, 5, 1)]))).toMatchObject([
      { hidden: false, hasPicture: false },
    ]);
  });

  it('is empty where the workbook is encrypted or cut off', () => {
    expect(readBiffLayouts(stream([biff(0x201, 0, 0, 1)], [biff(0x2f, 1)]))).toEqual([]);
    const whole = stream([biff(0x201, 0, 0, 1), biff(0x201, 1, 0, 1)]);
    for (let length = 0; length < whole.length; length++) {
      expect(() => readBiffLayouts(whole.subarray(0, length))).not.toThrow();
    }
  });
});

/** A record of a binary part, its type and length seven bits a byte. */
function xlsb(type: number, data: Buffer): Buffer {
  const number = (value: number) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]);
  return Buffer.concat([Buffer.from([...number(type), ...number(data.length)]), data]);
}

/** Bytes of 32-bit words. */
function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}

describe('layout of an .xlsb', () => {
  const border = (...sides: number[]) => {
    const data = Buffer.alloc(51);
    for (const [i, side] of sides.entries()) data[1 + 10 * i] = side;
    return xlsb(46, data);
  };
  const format = (borderIndex: number) => {
    const data = Buffer.alloc(16);
    data.writeUInt16LE(borderIndex, 8);
    return xlsb(47, data);
  };
  const styles = Buffer.concat([
    border(0, 0, 0, 0),
    border(1, 1, 1, 1),
    border(0, 1, 0, 0),
    format(1),
    xlsb(617, words(3)),
    format(0),
    format(1),
    format(2),
    xlsb(618, Buffer.alloc(0)),
  ]);

  it('knows the formats that draw lines, those of cells only', () => {
    expect(readXlsbFormats(styles)).toEqual([false, true, false]);
  });

  it('has the ruled cells and the hidden rows and columns', () => {
    const row = (number: number, hidden: boolean) => {
      const data = Buffer.alloc(17);
      data.writeUInt32LE(number, 0);
      data[11] = hidden ? 0x10 : 0;
      return xlsb(0, data);
    };
    const column = Buffer.concat([words(3, 6, 2048, 0), Buffer.from([1, 0])]);
    const cells = [
      row(0, false),
      xlsb(1, words(0, 1)),
      xlsb(1, words(1, 0)),
      row(4, true),
      xlsb(7, words(2, 1, 0)),
    ];
    const layout = readXlsbLayout(Buffer.concat([xlsb(60, column), ...cells]), readXlsbFormats(styles));
    expect([...layout.bordered]).toEqual([
      [0, [0]],
      [4, [2]],
    ]);
    expect([...layout.hiddenRows]).toEqual([4]);
    expect(layout.hiddenColumns).toEqual([[3, 6]]);
  });

  it('does not throw where the part is cut off', () => {
    for (let length = 0; length < styles.length; length++) {
      expect(() => readXlsbFormats(styles.subarray(0, length))).not.toThrow();
    }
  });
});

it('knows a binary part that ends before its end', () => {
  const part = Buffer.from([129, 1, 0, 0, 2, 7, 7, 130, 1, 0]);
  expect(endsWith(part, 130)).toBe(true);
  expect(endsWith(part.subarray(0, 7), 130)).toBe(false);
  expect(endsWith(part.subarray(0, 5), 130)).toBe(false);
});

it('reads the other sheets of a binary workbook of which one ends early, and tells which', async () => {
  const book = XLSX.utils.book_new();
  for (const name of ['一', '二'])
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['指标', '数量'],
        [name, 5],
      ]),
      name,
    );
  const file = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsb' }), { type: 'buffer' });
  const part = XLSX.CFB.find(file, '/xl/worksheets/sheet2.bin') as { content: Buffer };
  part.content = Buffer.from(part.content).subarray(0, -30);
  const source = await read(XLSX.CFB.write(file, { fileType: 'zip', type: 'buffer' }) as Buffer, 'a.xlsb');
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '一 | 5']);
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});
