import { type Expectation, type HostileCase, refused, survived } from './case.ts';
import {
  content,
  documentPart,
  docx,
  docxParts,
  inline,
  part,
  relationships,
  sheetPart,
  simpleRows,
  simpleTable,
  types,
  xlsx,
  xlsxParts,
} from './office.ts';
import { type LyingEntry, writeZip } from './zip-writer.ts';

const whole: Expectation = { status: ['ok'] };
const lost: Expectation = { status: ['failed', 'partial'] };

const document = () => docxParts(documentPart(simpleTable));
const workbook = (rows = simpleRows) => xlsxParts(sheetPart(rows));
const without = (parts: LyingEntry[], name: string) => writeZip(parts.filter((one) => one.name !== name));
/** The same package with the texts of its parts changed. */
const changed = (parts: LyingEntry[], change: (text: string) => string) =>
  writeZip(parts.map((one) => ({ ...one, data: Buffer.from(change(Buffer.from(one.data).toString())) })));
/** Names of strict Office Open XML (ISO 29500-1) in place of the transitional ones. */
const strict = (text: string) =>
  text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );

const shared = (list: string) =>
  part(
    'xl/sharedStrings.xml',
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list}</sst>`,
  );
const bookRelations = (more: string) =>
  part(
    'xl/_rels/workbook.xml.rels',
    relationships('worksheet', 'worksheets/sheet1.xml').replace(
      '</Relationships>',
      `${more}</Relationships>`,
    ),
  );
const relation = (kind: string, target: string, mode = '') =>
  `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode}/>`;
const sharedCells = (first: string) =>
  `<row r="1"><c r="A1" t="s"><v>${first}</v></c>${inline('B1', '指标值')}</row><row r="2">${inline('A2', '演出场次')}${inline('B2', '12场')}</row>`;
const listed =
  '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>';
const withShared = (cell: string, list: string | null) =>
  writeZip([
    ...workbook(sharedCells(cell))
      .filter(({ name }) => name !== 'xl/_rels/workbook.xml.rels')
      .map((one) =>
        one.name === '[Content_Types].xml'
          ? { ...one, data: Buffer.from(Buffer.from(one.data).toString().replace('</Types>', listed)) }
          : one,
      ),
    bookRelations(relation('sharedStrings', 'sharedStrings.xml')),
    ...(list === null ? [] : [shared(list)]),
  ]);

const packages: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  ['without-shared-texts.xlsx', () => withShared('0', null), lost],
  ['shared-text-beyond.xlsx', () => withShared('7', '<si><t>三级指标</t></si>'), lost],
  ['shared-text-negative.xlsx', () => withShared('-1', '<si><t>三级指标</t></si>'), lost],
  ['shared-text-no-number.xlsx', () => withShared('abc', '<si><t>三级指标</t></si>'), lost],
  ['shared-texts-count-lies.xlsx', () => withShared('0', '<si><t>三级指标</t></si>'.repeat(3)), whole],
  [
    'styles-missing.xlsx',
    () =>
      writeZip([
        ...workbook(simpleRows.replaceAll('<c r', '<c s="99" r')).filter(
          ({ name }) => name !== 'xl/_rels/workbook.xml.rels',
        ),
        bookRelations(relation('styles', 'styles.xml')),
      ]),
    whole,
  ],
  ['relationships-of-book-missing.xlsx', () => without(workbook(), 'xl/_rels/workbook.xml.rels'), whole],
  ['relationships-missing.xlsx', () => without(workbook(), '_rels/.rels'), survived],
  ['types-missing.xlsx', () => without(workbook(), '[Content_Types].xml'), survived],
  ['sheet-missing.xlsx', () => without(workbook(), 'xl/worksheets/sheet1.xml'), lost],
  [
    'sheet-outside.xlsx',
    () =>
      changed(workbook(), (text) =>
        text.replace('Target="worksheets/sheet1.xml"', 'Target="file:///etc/passwd" TargetMode="External"'),
      ),
    { ...lost, absent: 'root:' },
  ],
  [
    'sheet-by-absolute-path.xlsx',
    () => changed(workbook(), (text) => text.replace('Target="worksheets', 'Target="/xl/worksheets')),
    whole,
  ],
  ['strict.xlsx', () => changed(workbook(), strict), whole],
  ['strict.docx', () => changed(document(), strict), whole],
  ['rows-without-numbers.xlsx', () => xlsx(sheetPart(simpleRows.replace(/ r="[^"]*"/g, ''))), whole],
  [
    'rows-backwards.xlsx',
    () =>
      xlsx(
        sheetPart(
          simpleRows
            .split('</row>')
            .filter(Boolean)
            .reverse()
            .map((row) => `${row}</row>`)
            .join(''),
        ),
      ),
    whole,
  ],
  [
    'row-twice.xlsx',
    () =>
      xlsx(sheetPart(simpleRows + simpleRows.replace(/<row r="1">.*?<\/row>/, '').replace('12场', '13场'))),
    { status: ['partial'] },
  ],
  ['no-cells.xlsx', () => xlsx(sheetPart('')), refused('no_table', 'empty')],
  [
    'merges-overlap.xlsx',
    () =>
      xlsx(
        sheetPart(
          simpleRows,
          '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="XYZ"/><mergeCell ref="B2:A1"/></mergeCells>',
        ),
      ),
    survived,
  ],
  [
    'number-without-end.xlsx',
    () =>
      xlsx(
        sheetPart(
          `${simpleRows}<row r="3"><c r="A3"><v>${'9'.repeat(5000)}</v></c><c r="B3"><v>1e999</v></c></row>`,
        ),
      ),
    survived,
  ],
  [
    'error-values.xlsx',
    () =>
      xlsx(
        sheetPart(
          `${simpleRows}<row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3" t="b"><v>7</v></c></row>`,
        ),
      ),
    survived,
  ],
  [
    'date-beyond.xlsx',
    () => xlsx(sheetPart(`${simpleRows}<row r="3"><c r="A3" t="d"><v>9999999-99-99</v></c></row>`)),
    survived,
  ],
  [
    'styles-missing.docx',
    () =>
      writeZip([...document(), part('word/_rels/document.xml.rels', relationships('styles', 'styles.xml'))]),
    whole,
  ],
  [
    'numbering-missing.docx',
    () =>
      docx(
        documentPart(
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>${simpleTable}`,
        ),
      ),
    whole,
  ],
  ['relationships-missing.docx', () => without(document(), '_rels/.rels'), survived],
  ['types-missing.docx', () => without(document(), '[Content_Types].xml'), survived],
  [
    'picture-missing.docx',
    () =>
      docx(
        documentPart(
          `<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId42"/></w:drawing></w:r></w:p>${simpleTable}`,
        ),
      ),
    survived,
  ],
  [
    'no-body.docx',
    () =>
      docx(
        part(
          'word/document.xml',
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
      ),
    refused('corrupt', 'empty', 'no_table'),
  ],
  [
    'span-of-zero.docx',
    () => docx(documentPart(simpleTable.replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="0"/></w:tcPr>'))),
    survived,
  ],
  [
    'span-negative.docx',
    () =>
      docx(documentPart(simpleTable.replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="-3"/></w:tcPr>'))),
    survived,
  ],
  [
    'merge-from-nowhere.docx',
    () => docx(documentPart(simpleTable.replace('<w:tc>', '<w:tc><w:tcPr><w:vMerge/></w:tcPr>'))),
    survived,
  ],
  ['rows-of-nothing.docx', () => docx(documentPart(`<w:tbl><w:tr/><w:tr/></w:tbl>${simpleTable}`)), whole],
  [
    'all-deleted.docx',
    () => docx(documentPart(`<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`)),
    refused('no_table', 'empty'),
  ],
  [
    'utf-16.docx',
    () =>
      writeZip(
        document().map((one) =>
          one.name === 'word/document.xml'
            ? {
                ...one,
                data: Buffer.from(
                  `\ufeff${Buffer.from(one.data).toString().replace('UTF-8', 'UTF-16')}`,
                  'utf16le',
                ),
              }
            : one,
        ),
      ),
    survived,
  ],
  [
    'says-gbk-is-not.docx',
    () => changed(document(), (text) => text.replace('encoding="UTF-8"', 'encoding="GBK"')),
    survived,
  ],
  [
    'control-characters.docx',
    () => docx(documentPart(simpleTable.replace('12场', '12\u0001\u000b场&#1;'))),
    survived,
  ],
  [
    'parts-encrypted.docx',
    () => writeZip(document().map((one) => ({ ...one, flags: 1 }))),
    refused('encrypted'),
  ],
  [
    'macro-book.xlsm',
    () =>
      writeZip([
        types(
          content('/xl/workbook.xml', 'spreadsheetml.sheet').replace(
            'openxmlformats-officedocument.spreadsheetml.sheet',
            'ms-excel.sheet.macroEnabled',
          ),
        ),
        ...workbook().slice(1),
      ]),
    whole,
  ],
];

/** Packages of Office as other programs and half a disk leave them, in the manner of public collections of malformed files. */
export const oddOffice: readonly HostileCase[] = packages.map(([name, make, expected]) => ({
  name: `odd-${name}`,
  make,
  expected,
}));
