import { expect, it } from 'vitest';
import { cellAt, gridsOf, onlyGrid, packageOf, paragraphsOf, read, rowsOf, textsOf } from './package.ts';

const head = rowsOf([['指标', '数量']]);
const row = (inner: string, attributes = '') => `${head}<row r="2"${attributes}>${inner}</row>`;
const name = '<c r="A2" t="str"><v>里程</v></c>';

it.each(['12,345', '１２', 'NaN', '12人', '1e', '1e400', '9'.repeat(400)])(
  'keeps %s whole in a cell that says it holds a number',
  async (words) => {
    const source = await read(packageOf([{ rows: row(`${name}<c r="B2"><v>${words}</v></c>`) }]));
    expect(cellAt(onlyGrid(source), 1, 1)).toMatchObject({ text: words, value: words });
  },
);

it.each([
  ['e', '#SPILL!'],
  ['d', '2024-99-99'],
  ['d', '2023-02-29'],
  ['d', '12'],
  ['b', '7'],
])('shows what a cell of type %s says where SheetJS does not know it: %s', async (type, words) => {
  const source = await read(packageOf([{ rows: row(`${name}<c r="B2" t="${type}"><v>${words}</v></c>`) }]));
  expect(cellAt(onlyGrid(source), 1, 1).text).toBe(words);
});

it.each([
  ['合计', '&#x5408;&#35745;'],
  ['合计', '合&#X8BA1;'],
  ['𠮷A', '&#xD842;&#xDFB7;&#65;'],
  ['1\ufffd2', '1&#xD83D;2'],
  ['1\ufffd2<', '1&#x110000;2&lt;'],
])('reads %s from references, with formulas beside it and without', async (words, written) => {
  for (const more of ['', '<c r="D2"><f>1+1</f><v>2</v></c>']) {
    const cells = `<c r="A2" t="str"><v>${written}</v></c><c r="B2" t="inlineStr"><is><t>${written}</t></is></c><c r="C2" t="s"><v>0</v></c>${more}`;
    const source = await read(packageOf([{ rows: row(cells) }], [`<t>${written}</t>`]));
    const texts = [0, 1, 2].map((column) => cellAt(onlyGrid(source), 1, column).text);
    expect(texts).toEqual([words, words, words]);
  }
});

it.each([
  ['a row within a row', `<row r="2">${name}<row r="3"><c r="A3" t="str"><v>闸门</v></c></row></row>`],
  ['a second value', `<row r="2">${name}<c r="B2"><v>5</v><v>6</v></c></row>`],
])('tells of %s', async (_, rows) => {
  const source = await read(packageOf([{ rows: head + rows }]));
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

it('tells of cells that have no place', async () => {
  const rows = `<row r="0"><c r="A0"><v>1</v></c></row>${row(`${name}<c r="B2"><v>5</v></c><c r="?"/>`)}`;
  const source = await read(packageOf([{ rows }]));
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '里程 | 5']);
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

it('loses one cell, and not the sheet, where a shared text is not there', async () => {
  const rows = row('<c r="A2" t="s"><v>9</v></c><c r="B2"><v>5</v></c>');
  const source = await read(packageOf([{ rows }], ['<t>里程</t>']));
  expect(cellAt(onlyGrid(source), 1, 0)).toMatchObject({ text: '#REF!', doubt: expect.any(String) });
  expect(cellAt(onlyGrid(source), 1, 1).text).toBe('5');
  expect(source.warnings.map(({ code }) => code)).toEqual(['figures_left_out', 'sheet_failed']);
});

it('reads references in small letters', async () => {
  const source = await read(
    packageOf([{ rows: row('<c r="a2" t="str"><v>里程</v></c><c r="b2"><v>5</v></c>') }]),
  );
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '里程 | 5']);
});

it('reads no row that stands in a comment', async () => {
  const rows = `${head}<!-- <row r="9"><c r="A9"><v>99</v></c></row> --><row r="2">${name}<c r="B2"><v>5</v></c></row>`;
  const source = await read(packageOf([{ rows }]));
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '里程 | 5']);
  expect(paragraphsOf(source)).toEqual([]);
});

it('gives two sheets of one name each their own cells', async () => {
  const sheets = [head, rowsOf([['甲', 1]])].map((rows) => ({ name: '表', rows }));
  const source = await read(packageOf(sheets));
  expect(gridsOf(source).map(textsOf)).toEqual([['指标 | 数量'], ['甲 | 1']]);
  expect(source.pages.map(({ name }) => name)).toEqual(['表', '表 (2)']);
});

it('finds hidden rows behind single quotes and blanks too', async () => {
  for (const hidden of [" hidden='1'", ' hidden = "1"']) {
    const source = await read(packageOf([{ rows: row(`${name}<c r='B2'><v>5</v></c>`, hidden) }]));
    expect(source.warnings.map(({ code }) => code)).toEqual(['hidden_content']);
  }
});

it('reads parts in the encoding that they declare', async () => {
  const part = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GBK"?><sst><si><t>'),
    Buffer.from('d6b8b1ea', 'hex'),
    Buffer.from('</t></si></sst>'),
  ]);
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>';
  const source = await read(packageOf([{ rows, parts: { 'xl/sharedStrings.xml': part } }]));
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 5']);
});

it('says that two cells claim one place', async () => {
  const cell = (value: string) => `<c r="B2"><v>${value}</v></c>`;
  const twice = await read(packageOf([{ rows: row(`${name}${cell('12')}${cell('13')}`) }]));
  expect(twice.warnings).toMatchObject([{ code: 'sheet_failed' }]);
  const blank = await read(packageOf([{ rows: row(`${name}<c r="B2"/>${cell('13')}`) }]));
  expect(blank.warnings).toEqual([]);
});

it.each([
  ['inlineStr', '<v>12场</v>'],
  ['str', '<is><t>12场</t></is>'],
  ['n', '<is><t>12场</t></is>'],
])('reads a text where cells of type %s have none: %s', async (type, inner) => {
  const source = await read(packageOf([{ rows: row(`${name}<c r="B2" t="${type}">${inner}</c>`) }]));
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '里程 | 12场']);
});

it('tells of cells that stand in no row', async () => {
  const rows = `${row(`${name}<c r="B2"><v>5</v></c>`)}<c r="B3"><v>6</v></c>`;
  const source = await read(packageOf([{ rows }]));
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', '里程 | 5']);
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

it.each([
  ['that say their place', ' r="2"', ' r="3"'],
  ['that say none', ' ht="14"', ''],
])('keeps rows %s in place behind blank ones, in a sheet with formulas', async (_, blank, filled) => {
  const rows = `<row r="1"><c r="A1" t="str"><v>指标</v></c><c r="B1"><f>1+1</f><v>2</v></c></row><row${blank}></row><row${filled}><c t="str"><v>里程</v></c><c><v>5</v></c></row>`;
  const source = await read(packageOf([{ rows }]));
  const refs = gridsOf(source).flatMap(({ cells }) =>
    cells.filter(({ text }) => text === '里程').map(({ location }) => location.ref),
  );
  expect([...refs, ...paragraphsOf(source).map(({ location }) => location.ref)]).toContain('A3');
});
