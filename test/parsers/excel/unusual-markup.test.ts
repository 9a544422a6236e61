import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { parseDocument } from '../../../parsers/index.ts';
import { cellAt, onlyGrid, packageOf, read, rowsOf, textsOf } from './package.ts';

const head = rowsOf([['指标', '数量']]);
const row = (inner: string) => `${head}<row r="2">${inner}</row>`;
const name = '<c r="A2" t="str"><v>里程</v></c>';
const number = '<c r="B2"><v>5</v></c>';
const whole = ['指标 | 数量', '里程 | 5'];
const alternatives = (fallback: string) =>
  `<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="z">${fallback.replace('5', '7')}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

it.each([
  ['tags on several lines', `${head}<row\n\tr = "2"\n>${name}\n<c\n r='B2'\n><v\n>5</v\n></c\n></row>`],
  ['texts in pieces', row(`<c r="A2" t="inlineStr"><is><t>里</t><t>程</t></is></c>${number}`)],
  ['a text without its element', row(`<c r="A2" t="inlineStr"><is>里程</is></c>${number}`)],
  ['a type in capitals', row(`<c r="A2" t="STR"><v>里程</v></c>${number.replace(' r', ' t="N" r')}`)],
  ['a type that there is none of', row(`<c r="A2" t="words"><v>里程</v></c>${number}`)],
  ['a text with an instruction in it', row(`${name.replace('程', '<?a b?>程')}${number}`)],
  ['alternatives', row(`${name}<c r="B2">${alternatives('<v>5</v>')}</c>`)],
])('reads %s', async (_, rows) => {
  const source = await read(packageOf([{ rows }]));
  expect(textsOf(onlyGrid(source))).toEqual(whole);
  expect(source.warnings).toEqual([]);
});

it.each([
  ['words beside the value', row(`${name}<c r="B2" t="str">5</c>`)],
  ['an element that ends as another', row(`${name}<c r="B2"><v>5</c></v>`)],
  ['elements in capitals', `${head}<row r="2">${name}</row><ROW r="3"><C r="A3"><V>9</V></C></ROW>`],
])('tells of %s', async (_, rows) => {
  const source = await read(packageOf([{ rows }]));
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

const shared = row('<c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c>');

it.each([
  ['an entry without text', ['', '<t>里程</t>']],
  ['an entry in pieces', ['<t/>', '<t>里</t><t>程</t>']],
  ['an entry with how it is spoken', ['<t/>', '<r><t>里程</t></r><rPh sb="0" eb="1"><t>りてい</t></rPh>']],
])('keeps the count of shared texts with %s', async (_, strings) => {
  const source = await read(packageOf([{ rows: shared }], strings));
  expect(textsOf(onlyGrid(source))).toEqual(whole);
});

it('tells of a shared text that is cut off within', async () => {
  const strings =
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>闸门</t></si><si><t>里';
  const source = await read(packageOf([{ rows: shared, parts: { 'xl/sharedStrings.xml': strings } }]));
  expect(cellAt(onlyGrid(source), 1, 0).text).toBe('#REF!');
  expect(source.warnings.map(({ code }) => code)).toEqual(['figures_left_out', 'sheet_failed']);
});

const shifted = (signs: string, script: string) =>
  `<r><t>14.99</t></r><r><rPr><b/><vertAlign val="${script}"/></rPr><t>${signs}</t></r><r><rPr><b/></rPr><t>万</t></r>`;

it.each([
  ['1', 'superscript', '14.99¹万'],
  ['1', 'subscript', '14.99₁万'],
  ['a', 'superscript', '14.99a万'],
])('sets %s as a %s apart from the figure before it', async (signs, script, text) => {
  const raised = shifted(signs, script);
  const inline = row(`<c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is>${raised}</is></c>`);
  const source = await read(packageOf([{ rows: inline }], [raised]));
  expect(textsOf(onlyGrid(source))[1]).toBe(`${text} | ${text}`);
});

const old = (rows: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
const data = (text: string, type = 'String') => `<Cell><Data ss:Type="${type}">${text}</Data></Cell>`;
const oldHead = `<Row>${data('指标')}${data('数量')}</Row>`;

it.each([
  [
    'markup of its own',
    `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>里</B><Font>程</Font></ss:Data></Cell>${data('是', 'Boolean')}</Row>`,
    '里程 | 是',
  ],
  [
    'raised digits',
    `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">14.99<Sup>1</Sup></ss:Data></Cell>${data('5', 'Number')}</Row>`,
    '14.99¹ | 5',
  ],
  ['a place before the first', `<Row ss:Index="0">${data('里程')}${data('5', 'Number')}</Row>`, '里程 | 5'],
])('reads data of XML Spreadsheet 2003 with %s', async (_, rows, text) => {
  const source = await read(old(oldHead + rows), 'form.xml');
  expect(textsOf(onlyGrid(source))).toEqual(['指标 | 数量', text]);
  expect(source.warnings).toEqual([]);
});

it.each([
  ['rows', `<Row>${data('里程')}</Row><Row ss:Index="2">${data('闸门')}</Row>`],
  ['cells', `<Row>${data('里程')}${data('5')}${data('6').replace('<Cell', '<Cell ss:Index="2"')}</Row>`],
  ['values', `<Row>${data('里程').replace('</Cell>', '<Data ss:Type="Number">5</Data></Cell>')}</Row>`],
])('tells of %s of XML Spreadsheet 2003 at one place', async (_, rows) => {
  const source = await read(old(oldHead + rows), 'form.xml');
  expect(source.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

it('tells of cells of BIFF at one place', async () => {
  const book = XLSX.utils.book_new();
  const table = [
    ['指标', '数量', '单位'],
    ['里程', 5, 'km'],
    ['闸门', 30, '座'],
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), '表');
  const bytes = Buffer.from(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
  const whole = await read(bytes, 'form.xls');
  expect(whole.warnings).toEqual([]);
  // The record of the second number: its row, of two bytes, then its column.
  const second = Buffer.from([0x03, 0x02, 14, 0, 2, 0, 1, 0]);
  expect(bytes.indexOf(second)).toBeGreaterThan(0);
  bytes.writeUInt16LE(1, bytes.indexOf(second) + 4);
  const doubled = await read(bytes, 'form.xls');
  expect(doubled.warnings.map(({ code }) => code)).toEqual(['sheet_failed']);
});

it.each([
  ['#,#', 7431, '7,431'],
  ['#,#', 5, '5'],
  ['#,#0.00', 1234567.5, '1,234,567.50'],
])('shows by %s the number %d as %s', async (code, value, text) => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>`;
  const rows = row(`${name}<c r="B2" s="1"><v>${value}</v></c>`);
  const source = await read(packageOf([{ rows, parts: { 'xl/styles.xml': styles } }]));
  const shown = cellAt(onlyGrid(source), 1, 1);
  expect([shown.text, shown.doubt]).toEqual([text, undefined]);
});

it('reads a sheet in GB18030 that does not say so', async () => {
  // 里程 and 闸门.
  const words = Buffer.from([0xc0, 0xef, 0xb3, 0xcc, 0xd5, 0xa2, 0xc3, 0xc5]);
  const [before = '', after = ''] = rowsOf([
    ['指标', '数量'],
    ['@', 5],
  ])
    .replace('指标', 'A')
    .replace('数量', 'B')
    .split('@');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sheet = Buffer.concat([
    Buffer.from(`<?xml version="1.0"?><worksheet ${main}><sheetData>${before}`),
    words,
    Buffer.from(`${after}</sheetData></worksheet>`),
  ]);
  const source = await read(packageOf([{ rows: '', parts: { 'xl/worksheets/sheet1.xml': sheet } }]));
  expect(textsOf(onlyGrid(source))).toEqual(['A | B', '里程闸门 | 5']);
});

it('refuses a package with two parts of one name that differ', async () => {
  const once = packageOf([{ rows: row(name + number) }]);
  const part = Buffer.from('xl/worksheets/sheet1.xml');
  const twice = packageOf([{ rows: row(name + number) }, { rows: head }]);
  for (let at = twice.indexOf('xl/worksheets/sheet2.xml'); at >= 0; )
    at = twice.indexOf('xl/worksheets/sheet2.xml', at + part.copy(twice, at));
  expect(await parseDocument(once, { name: 'a.xlsx' })).toMatchObject({ status: 'read' });
  const result = await parseDocument(twice, { name: 'a.xlsx' });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'corrupt' } });
});
