import { type Expectation, type HostileCase, refused } from './case.ts';
import { documentPart, docx, inline, sheetPart, simpleRows, simpleTable, xlsx } from './office.ts';

const whole: Expectation = { status: ['ok'] };
const part: Expectation = { status: ['partial'] };
const word = (body: string) => () => docx(documentPart(body));
const sheet = (rows: string) => () => xlsx(sheetPart(simpleRows + rows));
const paragraph = '<w:p><w:r><w:t>九场</w:t></w:r></w:p>';
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const inCell = (content: string) => simpleTable.replace('<w:t>12场</w:t>', content);
const field = (code: string) =>
  `<w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="end"/>`;

const cases: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  ['paragraph-in-row.docx', word(simpleTable.replace('<w:tr>', `<w:tr>${paragraph}`)), part],
  ['paragraph-in-table.docx', word(simpleTable.replace('<w:tbl>', `<w:tbl>${paragraph}`)), part],
  ['table-in-row.docx', word(simpleTable.replace('<w:tr>', `<w:tr>${simpleTable}`)), part],
  [
    'rows-in-row.docx',
    word(simpleTable.replaceAll('<w:tr>', '<w:tr><w:tr/>')),
    { status: ['ok', 'partial'] },
  ],
  ['element-unknown.docx', word(`${simpleTable}<x:y xmlns:x="urn:x">${paragraph}</x:y>`), part],
  [
    'elements-unknown-many.docx',
    word(simpleTable + Array.from({ length: 5_000 }, (_, i) => `<x${i}>${paragraph}</x${i}>`).join('')),
    part,
  ],
  ['note-lost.docx', word(inCell('<w:t>12场</w:t><w:footnoteReference w:id="9"/>')), part],
  ['notes-lost-many.docx', word(inCell('<w:footnoteReference w:id="9"/>'.repeat(50_000))), part],
  ['sub-document.docx', word(`${simpleTable}<w:subDoc ${relations} r:id="rId9"/>`), part],
  ['chunk-lost.docx', word(`${simpleTable}<w:altChunk ${relations} r:id="rId9"/>`), part],
  [
    'prompts-nested.docx',
    word(
      inCell(
        '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'.repeat(150) +
          '<w:r><w:t>单击此处输入文字</w:t></w:r>' +
          '</w:sdtContent></w:sdt>'.repeat(150),
      ),
    ),
    { status: ['ok'], absent: '单击' },
  ],
  [
    'prompts-many.docx',
    word(
      inCell(
        '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>'.repeat(
          30_000,
        ),
      ),
    ),
    { status: ['ok'], absent: '单击' },
  ],
  ['equations-many.docx', word(inCell(field('eq \\o\\ac(□,√)').repeat(30_000))), whole],
  ['fields-without-end.docx', word(inCell('<w:fldChar w:fldCharType="begin"/>'.repeat(50_000))), whole],
  ['equation-of-brackets.docx', word(inCell(field(`eq \\o(${'('.repeat(100_000)}`))), { status: ['ok'] }],
  [
    'row-in-row.xlsx',
    sheet(`<row r="3">${inline('A3', '甲')}<row r="4">${inline('A4', '乙')}</row></row>`),
    part,
  ],
  [
    'rows-in-rows.xlsx',
    sheet('<row r="3">'.repeat(20_000) + '</row>'.repeat(20_000)),
    { status: ['ok', 'partial', 'failed'], codes: ['sheet_failed', 'corrupt', 'too_large', 'no_table'] },
  ],
  ['second-value.xlsx', sheet('<row r="3"><c r="A3"><v>1</v><v>2</v></c></row>'), part],
  ['number-too-large.xlsx', sheet('<row r="3"><c r="A3"><v>1e400</v></c></row>'), whole],
  [
    'half-a-pair.xlsx',
    sheet('<row r="3"><c r="A3" t="str"><v>1&#xD83D;2</v></c></row>'),
    { status: ['partial'], absent: '1=2' },
  ],
  ['references-many.xlsx', sheet(`<row r="3">${inline('A3', '&#x5408;'.repeat(30_000))}</row>`), whole],
  ['table-cut.docx', word(simpleTable.slice(0, -8)), refused('corrupt')],
];

/** Markup of Office that stands where it may not, names what is not there, or is written in unusual ways: told, or read as it is meant. */
export const oddMarkup: readonly HostileCase[] = cases.map(([name, make, expected]) => ({
  name: `markup-${name}`,
  make,
  expected,
}));
