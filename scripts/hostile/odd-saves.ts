import { generateDocument } from '../generate/document.ts';
import { renderXls } from '../generate/render/xls.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';
import { form } from './form.ts';
import { documentPart, docxParts, inline, sheetPart, simpleRows, simpleTable, xlsxParts } from './office.ts';
import { type LyingEntry, writeZip } from './zip-writer.ts';

const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'], codes: ['page_failed'] };

const workbook = (rows = simpleRows) => xlsxParts(sheetPart(rows));
const document = (body = simpleTable) => docxParts(documentPart(body));
const oldRows = simpleRows.replace('12场', '旧稿');
const oldBody = simpleTable.replace('12场', '旧稿');
const behind = (lead: string, bytes: Uint8Array) => Buffer.concat([Buffer.from(lead), bytes]);
/** The list of types behind the other parts, as some writers have it. */
const typesLast = ([types, ...parts]: LyingEntry[]) => [...parts, types!];
const warning =
  '<br />\n<b>Warning</b>:  Undefined variable $rows in <b>/export.php</b> on line <b>3</b><br />\n';

/** A workbook whose sheet lies under one name and is asked for by another. */
const asked = (name: string, target: string) =>
  writeZip(
    workbook().map((entry) =>
      entry.name === 'xl/worksheets/sheet1.xml'
        ? { ...entry, name }
        : {
            ...entry,
            data: Buffer.from(
              Buffer.from(entry.data)
                .toString()
                .replace(/worksheets\/sheet1\.xml(?="\/><\/R)/, target),
            ),
          },
    ),
  );

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (words: string) => `<w:r><w:instrText> ${words} </w:instrText></w:r>`;
const inner = `${mark('begin')}${instruction('MERGEFIELD a')}${mark('separate')}<w:r><w:t>77</w:t></w:r>${mark('end')}`;
const outer = `${mark('begin')}${instruction('IF')}${inner}${instruction('= "1" "12场"')}${mark('separate')}<w:r><w:t>12场</w:t></w:r>${mark('end')}`;

const cases: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  ['line-before.xlsx', () => behind('\r\n', writeZip(workbook())), whole],
  ['mark-before.docx', () => behind('\ufeff', writeZip(document())), whole],
  ['warning-before.xlsx', () => behind(warning, writeZip(workbook())), whole],
  ['line-before.xls', () => behind('\r\n', renderXls(generateDocument(11).sections)), whole],
  [
    'bytes-before.xlsx',
    () => Buffer.concat([Buffer.alloc(20, 1), writeZip(workbook())]),
    refused('unknown_format'),
  ],
  ['again.xlsx', () => writeZip([...workbook(oldRows), ...workbook()]), { ...whole, absent: '旧稿' }],
  ['again.docx', () => writeZip([...document(oldBody), ...document()]), { ...whole, absent: '旧稿' }],
  [
    'again-types-last.xlsx',
    () => writeZip([...typesLast(workbook(oldRows)), ...typesLast(workbook())]),
    { ...whole, absent: '旧稿' },
  ],
  [
    'again-behind.docx',
    () => Buffer.concat([writeZip(document(oldBody)), writeZip(document())]),
    { ...whole, absent: '旧稿' },
  ],
  ['again-in-part.xlsx', () => writeZip([...workbook(oldRows), sheetPart(simpleRows)]), refused('corrupt')],
  ['target-coded.xlsx', () => asked('xl/worksheets/sheet 1.xml', 'worksheets/sheet%201.xml'), whole],
  ['target-named-so.xlsx', () => asked('xl/worksheets/sheet%201.xml', 'worksheets/sheet%201.xml'), whole],
  ['target-with-steps.xlsx', () => asked('xl/worksheets/sheet1.xml', '../xl/./worksheets/sheet1.xml'), whole],
  [
    'field-in-a-field.docx',
    () => writeZip(document(simpleTable.replace('<w:r><w:t>12场</w:t></w:r>', outer))),
    whole,
  ],
  ['nul-in-a-page.xls', () => Buffer.from(form().replace('演出场次', '演出\0次').padEnd(1_000)), inPart],
  [
    'odd-byte-behind.tsv',
    () =>
      Buffer.concat([Buffer.from('\ufeff三级指标\t指标值\n演出场次\t12场\n', 'utf16le'), Buffer.from('\n')]),
    whole,
  ],
  [
    'rows-of-cells-without-places.xlsx',
    () =>
      writeZip(
        workbook(
          `<row>${inline('A1', '三级指标')}${inline('B1', '指标值')}</row>${simpleRows.slice(simpleRows.indexOf('<row r="2"'))}`,
        ),
      ),
    whole,
  ],
];

/** Packages with something before them, or saved twice into one file, and parts asked for by other names. */
export const oddSaves: readonly HostileCase[] = cases.map(([name, make, expected]) => ({
  name: `saved-${name}`,
  make,
  expected,
}));
