import type { Expectation, HostileCase } from './case.ts';
import { inline, relationships, sheetPart, simpleRows, xlsx, xlsxParts } from './office.ts';
import { type LyingEntry, writeZip } from './zip-writer.ts';

const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'] };
const damaged: Expectation = { status: ['failed'], codes: ['corrupt'] };

const head = `<row r="1">${inline('A1', '三级指标')}${inline('B1', '指标值')}</row>`;
const row = (inner: string) => `${head}<row r="2">${inner}</row>`;
const label = inline('A2', '演出场次');
const alternatives = (first: string, second: string) =>
  `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="z">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;

const sheets: [name: string, rows: string, expected: Expectation][] = [
  ['tags-on-lines', simpleRows.replace(/<(row|c) r=/g, '<$1\n\tr = '), whole],
  ['single-quotes', simpleRows.replaceAll('"', "'"), whole],
  ['blanks-in-tags', simpleRows.replace(/<(\/?)(is|t)>/g, '<$1$2 >'), whole],
  ['values-in-alternatives', row(`${label}<c r="B2">${alternatives('<v>1</v>', '<v>2</v>')}</c>`), whole],
  [
    'rows-in-alternatives',
    head +
      alternatives(
        '<row r="2"><c r="A2"><v>1</v></c></row>',
        `<row r="2">${label}<c r="B2"><v>12</v></c></row>`,
      ),
    whole,
  ],
  ['text-in-pieces', row(`${label}<c r="B2" t="inlineStr"><is><t>1</t><t>2</t></is></c>`), whole],
  ['text-bare', row(`${label}<c r="B2" t="inlineStr"><is>12</is></c>`), whole],
  ['type-in-capitals', row(`${label}<c r="B2" t="STR"><v>十二</v></c>`), whole],
  ['words-in-a-cell', row(`${label}<c r="B2" t="str">12</c>`), inPart],
  ['value-without-end', row(`${label}<c r="B2"><v>12</c><c r="C2"><v>5</v></c>`), inPart],
  ['cell-without-end', row(`${label}<c r="B2"><v>12</v><c r="C2"><v>5</v></c>`), inPart],
  ['elements-in-capitals', `${head}<ROW r="2"><C r="A2"><V>12</V></C></ROW>`, inPart],
  ['formula-of-brackets', row(`${label}<c r="B2"><f>${'('.repeat(60_000)}</f><v>12</v></c>`), whole],
  [
    'formula-over-the-sheet',
    row(`${label}<c r="B2"><f t="array" ref="A1:XFD1048576">A1</f><v>12</v></c>`),
    whole,
  ],
  ['row-number-with-zeros', simpleRows.replaceAll(' r="2"', ' r="002"'), whole],
  [
    'row-number-of-words',
    `${head}<row r="x">${inline('A2', '演出场次')}</row>`,
    { status: ['ok', 'partial'] },
  ],
];

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** Two labels by their number in the list of shared texts, and a list. */
function shared(list: string, numbers: [number, number]): Buffer {
  const cells = numbers.map((n, i) => `<c r="${'AB'[i]}1" t="s"><v>${n}</v></c>`).join('');
  const parts = xlsxParts(
    sheetPart(`<row r="1">${cells}</row><row r="2">${label}<c r="B2"><v>12</v></c></row>`),
  );
  const strings = relationships('sharedStrings', 'sharedStrings.xml').replace('rId1', 'rId9');
  const [entry = ''] = /<Relationship [^>]*>/.exec(strings) ?? [];
  const added = (data: Uint8Array, end: string, more: string) =>
    Buffer.from(
      Buffer.from(data)
        .toString()
        .replace(end, more + end),
    );
  const type =
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>';
  return writeZip([
    ...parts.map((one): LyingEntry => {
      if (one.name === 'xl/_rels/workbook.xml.rels')
        return { ...one, data: added(one.data, '</Relationships>', entry) };
      return one.name === '[Content_Types].xml' ? { ...one, data: added(one.data, '</Types>', type) } : one;
    }),
    { name: 'xl/sharedStrings.xml', data: Buffer.from(list) },
  ]);
}
const listOf = (...entries: string[]) => `<sst ${main}>${entries.join('')}</sst>`;
const entry = (text: string) => `<si><t>${text}</t></si>`;

const lists: [name: string, list: string, numbers: [number, number], expected: Expectation][] = [
  ['entry-closed', listOf('<si/>', entry('三级指标'), entry('指标值')), [1, 2], whole],
  ['entry-in-pieces', listOf('<si><t>三级</t><t>指标</t></si>', entry('指标值')), [0, 1], whole],
  ['entry-with-attributes', listOf('<si a="1>2"><t>三级指标</t></si>', entry('指标值')), [0, 1], whole],
  ['one-beyond', listOf(entry('三级指标')), [0, 1], inPart],
  ['cut-in-a-text', listOf(entry('三级指标'), '<si><t>指标').replace('</sst>', ''), [0, 1], inPart],
  ['empty', '', [0, 1], { status: ['failed', 'partial'] }],
];

const twice = (other: LyingEntry) => writeZip([...xlsxParts(sheetPart(simpleRows)), other]);

const old = (rows: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row>${data('三级指标')}${data('指标值')}</Row>${rows}</Table></Worksheet></Workbook>`,
  );
const data = (text: string, type = 'String') => `<Cell><Data ss:Type="${type}">${text}</Data></Cell>`;
const rich =
  '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>演出</B><Font>场次</Font></ss:Data></Cell>';

const others: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  ['sheet-twice.xlsx', () => twice(sheetPart(head)), damaged],
  ['sheet-twice-the-same.xlsx', () => twice(sheetPart(simpleRows)), whole],
  ['data-with-markup.xml', () => old(`<Row>${rich}${data('12', 'Number')}</Row>`), whole],
  [
    'data-not-as-typed.xml',
    () => old(`<Row>${data('是', 'Boolean')}${data('不详', 'DateTime')}</Row>`),
    whole,
  ],
  [
    'rows-at-one-place.xml',
    () => old(`<Row>${data('甲')}</Row><Row ss:Index="2">${data('乙')}</Row>`),
    inPart,
  ],
  ['row-at-none.xml', () => old(`<Row ss:Index="0">${data('演出场次')}${data('12')}</Row>`), whole],
];

/** Workbooks in markup that XML allows and Excel does not write, and with lists of texts that do not fit. */
export const oddSheets: readonly HostileCase[] = [
  ...sheets.map(([name, rows, expected]) => ({
    name: `sheet-${name}.xlsx`,
    make: () => xlsx(sheetPart(rows)),
    expected,
  })),
  ...lists.map(([name, list, numbers, expected]) => ({
    name: `texts-${name}.xlsx`,
    make: () => shared(list, numbers),
    expected,
  })),
  ...others.map(([name, make, expected]) => ({ name: `book-${name}`, make, expected })),
];
