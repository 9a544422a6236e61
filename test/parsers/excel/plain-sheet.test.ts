import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainSheet } from '../../../parsers/excel/ooxml/plain-sheet.ts';
import { readPackage } from '../../../parsers/excel/read-package.ts';
import type { StoredCell } from '../../../parsers/excel/sheet.ts';
import { packageOf } from './package.ts';

const sharedStrings = [
  '<t>指标</t>',
  '<r><t>目标</t></r><r><t>值</t></r>',
  '<t xml:space="preserve"> 99.5 &amp;上 </t>',
];

const value = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map((n) => `<v>${n}</v>`),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => `<v>${n}</v>`),
  fc.constantFrom('<v>0.99800000000000000</v>', '<v>45000</v>', '<v>1.5E-3</v>', '<v>-0</v>', ''),
);
const words = fc.constantFrom('', '合计', ' 两端空格 ', '0.5', '一行\r\n两行', '≥120公里');
const references = fc.constantFrom('&#62;=5人', '甲&amp;乙', '&#x4E2D;&lt;&quot;&apos;', '一&#13;&#10;二');
/** What follows the reference and the format of a cell. */
const content = fc.oneof(
  value.map((inner) => (inner === '' ? '/>' : `>${inner}</c>`)),
  value.map((inner) => ` t="n">${inner === '' ? '<v>7</v>' : inner}</c>`),
  fc.nat(sharedStrings.length - 1).map((place) => ` t="s"><v>${place}</v></c>`),
  words.map((word) => ` t="str"><v>${word}</v></c>`),
  fc
    .oneof(words, references)
    .map((word) => ` t="inlineStr"><is><t xml:space="preserve">${word}</t></is></c>`),
);
const row = fc.array(
  fc.option(fc.tuple(fc.constantFrom('', ' s="1"', ' s="3"', ' s="4"', ' s="5"', ' s="6"'), content)),
  {
    maxLength: 5,
  },
);
const sheet = fc.array(row, { maxLength: 5 }).map((rows) =>
  rows
    .map((cells, r) => {
      const inner = cells.map((cell, c) =>
        cell === null ? '' : `<c r="${String.fromCharCode(65 + c)}${r + 1}"${cell[0]}${cell[1]}`,
      );
      return `<row r="${r + 1}">${inner.join('')}</row>`;
    })
    .join('\n'),
);

/** Cells that hold something, as far as they are read. */
function filled(rows: readonly (readonly (StoredCell | undefined)[] | undefined)[]): unknown[] {
  return rows.flatMap((cells, r) =>
    (cells ?? []).flatMap((cell, c) =>
      cell === undefined || cell.t === 'z' ? [] : [{ r, c, t: cell.t, v: cell.v, w: cell.w, z: cell.z }],
    ),
  );
}

function here(bytes: Buffer): unknown[] {
  const workbook = readPackage(bytes, 1e6);
  if ('code' in workbook) return [workbook];
  return workbook.sheets.map(({ rows, layout }) => ({ cells: filled(rows), layout }));
}

/** The same sheet with one logical value far below, for which all of it is left to SheetJS. */
const last = 900;
const notPlain = `<row r="${last}"><c r="A${last}" t="b"><v>1</v></c></row>`;

function bySheetJs(rows: string): unknown[] {
  const workbook = readPackage(packageOf([{ rows: `${rows}${notPlain}` }], sharedStrings), 1e6);
  if ('code' in workbook) return [workbook];
  return workbook.sheets.map((sheet) => {
    sheet.layout.bordered.delete(last - 1);
    return { cells: filled(sheet.rows.slice(0, last - 1)), layout: sheet.layout };
  });
}

const plain = (rows: string) =>
  readPlainSheet(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), {
    bordered: [],
    looks: [],
    coloured: [],
    hiding: new Map(),
    shown: [true],
  });

describe('a sheet that is written plainly', () => {
  it('has the same cells as SheetJS reads', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        expect(plain(rows)).not.toBeNull();
        expect(plain(`${rows}${notPlain}`)).toBeNull();
        expect(here(packageOf([{ rows }], sharedStrings))).toEqual(bySheetJs(rows));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a formula', '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c></row>'],
    ['a logical value', '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'],
    ['an error', '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'],
    ['a cell without a reference', '<row r="1"><c><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['an escaped sign', '<row r="1"><c r="A1" t="inlineStr"><is><t>_x4E2D_</t></is></c></row>'],
    [
      'an escaped sign in references',
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&#95;x4E2D&#95;</t></is></c></row>',
    ],
    ['a comment', '<row r="1"><!-- <c r="A1"/> --></row>'],
    ['a rich text', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r></is></c></row>'],
  ])('is not one with %s', (_, rows) => {
    expect(plain(rows)).toBeNull();
  });

  it('is left to SheetJS where a shared text is missing', () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>';
    expect(plain(rows)).not.toBeNull();
    const workbook = readPackage(packageOf([{ rows }], sharedStrings), 1e6);
    expect(workbook).toMatchObject({ sheets: [{ rows: [[{ w: '#REF!' }]] }], lostTexts: 1 });
  });

  it('keeps its cells under whatever name', () => {
    const rows = '<row r="1"><c r="A1" t="str"><v>甲</v></c></row>';
    const workbook = readPackage(packageOf([{ rows, name: '__proto__' }]), 1e6);
    expect(workbook).toMatchObject({ sheets: [{ name: '__proto__', rows: [[{ t: 's', v: '甲' }]] }] });
  });
});

it('leaves out the texts of one blank with which a program fills a sheet down to its end', () => {
  const blanks = (count: number) =>
    Array.from({ length: count }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="str"><v> </v></c></row>`);
  const rowsOf = (count: number, behind = '') =>
    plain(`<row r="1"><c r="A1"><v>1</v></c></row>${blanks(count).join('')}${behind}`)?.rows.length;
  expect(rowsOf(5)).toBe(6);
  expect(rowsOf(20_000)).toBe(1);
  expect(rowsOf(20_000, '<row r="30000"><c r="A30000"><v>2</v></c></row>')).toBe(30_000);
});
